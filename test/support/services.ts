import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../../src/base/clock.ts';
import type { RunEventDraft } from '../../src/model/run-event.ts';
import { type ServiceConfig, serviceConfig } from '../../src/model/service-config.ts';
import { Keeper } from '../../src/stack/processes/keeper.ts';
import { readProcess } from '../../src/stack/processes/process-table.ts';
import { Services } from '../../src/stack/services/services.ts';
import { NODE } from './cli.ts';
import { FakeClock } from './fake-clock.ts';
import { ScriptedKafka } from './scripted-kafka.ts';

/** The folder of the small programs that tests start as services. */
const PROGRAMS = resolve(import.meta.dirname, 'services');

/** Services on a cluster that does what the test says. */
export interface ServicesUnderTest extends AsyncDisposable {
  readonly services: Services;
  readonly kafka: ScriptedKafka;
  readonly events: RunEventDraft[];
  /** The lines that a service has written so far. */
  linesOf(service: string): readonly string[];
}

/** The command that starts one of the small programs. */
export function program(name: string, ...args: readonly string[]): string {
  return [NODE, join(PROGRAMS, name), ...args].join(' ');
}

/** A folder of run files that no other run looks at. */
export function createRunFolder(): string {
  return mkdtempSync(join(tmpdir(), 'flowproof-runs-'));
}

/** None of them has been started. */
export async function createServices(
  configs: Readonly<Record<string, unknown>>,
  { folder = createRunFolder(), runId = randomUUID() as string, clock = systemClock } = {},
): Promise<ServicesUnderTest> {
  const events: RunEventDraft[] = [];
  const kafka = new ScriptedKafka(new FakeClock(), {});
  const keeper = await Keeper.open(runId, { clock: systemClock, folder, removeContainers: async () => 0 });
  const parsed = Object.entries(configs).map(([name, config]): [string, ServiceConfig] => [
    name,
    serviceConfig.parse(config),
  ]);
  const services = new Services(Object.fromEntries(parsed), {
    clock,
    kafka,
    keeper,
    docker: undefined,
    directory: PROGRAMS,
    env: { PATH: process.env.PATH, INHERITED: 'yes' },
    evaluate: async (value) => value,
    emit: (event) => events.push(event),
  });
  return {
    services,
    kafka,
    events,
    linesOf: (service) =>
      events.flatMap((event) =>
        event.type === 'service-logged' && event.service === service ? [event.line] : [],
      ),
    async [Symbol.asyncDispose]() {
      await services[Symbol.asyncDispose]();
      await keeper[Symbol.asyncDispose]();
    },
  };
}

/** Does a process of this number run? */
export function isRunning(pid: number): boolean {
  const entry = readProcess(pid);
  return entry !== undefined && !entry.isZombie;
}

/** The numbers in a line `pids 1 2 3`. */
export function pidsIn(lines: readonly string[]): readonly number[] {
  const line = lines.find((one) => one.startsWith('pids ')) ?? '';
  return line.split(' ').slice(1).map(Number);
}
