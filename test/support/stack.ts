import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { systemClock } from '../../src/base/clock.ts';
import { createJq } from '../../src/expr/jq.ts';
import { resolve } from '../../src/expr/resolve.ts';
import { freeform } from '../../src/expr/template.ts';
import { projectConfig } from '../../src/model/project-config.ts';
import type { RunEventDraft } from '../../src/model/run-event.ts';
import { type Stack, startStack } from '../../src/stack/stack.ts';
import { ROOT } from './cli.ts';

/** The folder of the files for containers. */
export const CONTAINERS = join(ROOT, 'test/support/containers');

/** A stack as a run has it, with what it tells. */
export interface StackUnderTest extends AsyncDisposable {
  readonly stack: Stack;
  readonly events: readonly RunEventDraft[];
  readonly runId: string;
  linesOf(service: string): readonly string[];
}

export interface StackSettings {
  readonly directory?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly keep?: boolean;
}

/** Starts what a flowproof.yaml describes. */
export async function startStackOf(
  config: unknown,
  { directory = CONTAINERS, env = process.env, keep = false }: StackSettings = {},
): Promise<StackUnderTest> {
  const events: RunEventDraft[] = [];
  const runId = randomUUID();
  const jq = createJq();
  const stack = await startStack({
    config: projectConfig.parse(config),
    directory,
    env,
    keep,
    clock: systemClock,
    emit: (event) => events.push(event),
    signal: new AbortController().signal,
    evaluate: (value, context) => resolve(freeform().parse(value), context, jq),
    runId,
    startedAtMs: systemClock.nowMs(),
  });
  return {
    stack,
    events,
    runId,
    linesOf: (service) =>
      events.flatMap((event) =>
        event.type === 'service-logged' && event.service === service ? [event.line] : [],
      ),
    async [Symbol.asyncDispose]() {
      await stack[Symbol.asyncDispose]();
      await jq[Symbol.asyncDispose]();
    },
  };
}

/** Names of all containers, networks and volumes with a run's label. */
export function leftInDocker(runId: string): readonly string[] {
  const filter = `label=dev.flowproof.run=${runId}`;
  return [
    ...docker('ps', '--all', '--filter', filter, '--format', '{{.Names}}'),
    ...docker('network', 'ls', '--filter', filter, '--format', '{{.Name}}'),
    ...docker('volume', 'ls', '--filter', filter, '--format', '{{.Name}}'),
  ];
}

/** The lines that a Docker command prints. */
export function docker(...args: readonly string[]): readonly string[] {
  const text = execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return text.split('\n').filter((line) => line !== '');
}
