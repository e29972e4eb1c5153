import { randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { systemClock } from './base/clock.ts';
import { RunError, } from './base/errors.ts';
import { createBus, type Emit, } from './engine/bus.ts';
import { type RunVerdict, runScenarios } from './engine/run-scenarios.ts';
import { createJq } from './expr/jq.ts';
import { type LoadedProject, loadProject } from './load/load-project.ts';
import { createRunFold } from './model/fold-run.ts';
import type { RunResult } from './model/run-result.ts';
import type { Reporter } from './reporters/reporter.ts';
import { startStack } from './stack/stack.ts';
import { version } from './version.ts';

export type { RunResult } from './model/run-result.ts';
export type { Reporter } from './reporters/reporter.ts';

/** What to run, and how; all but the first three are optional. */
export interface RunOptions {
  /** Absolute. Files and folders are relative to it. */
  readonly cwd: string;
  /** The environment that services inherit and `fromEnv` reads. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborting cancels the run: services are stopped, what is known is reported. */
  readonly signal: AbortSignal;
  /** Path of flowproof.yaml; default: found from `cwd` upwards. */
  readonly config?: string | undefined;
  /** Files, folders or globs of scenarios; default those of flowproof.yaml. */
  readonly files?: readonly string[] | undefined;
  /** One of the project's `environments`. */
  readonly environment?: string | undefined;
  readonly kafka?: 'embedded' | 'external' | undefined;
  /** `host:port` of an external cluster. */
  readonly bootstrap?: readonly string[] | undefined;
  /** `k=v`, the value a YAML scalar; win over all other variables. */
  readonly variables?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  /** Called once every file is found to be right, before anything starts. No text may show a secret. */
  readonly reporters?: ((about: { readonly secrets: readonly string[] }) => readonly Reporter[]) | undefined;
}

const DEFAULT_TIMEOUT_MS = 300_000;
const MAX_SEED = 2 ** 32;

/**
 * Runs scenarios: loads and checks the files, starts Kafka and the services, runs, stops everything. Resolves with the
 * run's result whatever the verdict; its `exitCode` is that of the command line.
 * @throws UsageError, ScenarioProblems when an option or a file is invalid; then nothing has been started
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const project = await loadProject({
    cwd: options.cwd,
    config: options.config,
    files: options.files ?? [],
    environment: options.environment,
    variables: options.variables ?? [],
  });
  const reporters = options.reporters?.({ secrets: project.secrets }) ?? [];
  const fold = createRunFold();
  const emit = createBus({
    clock: systemClock,
    redact: (event) => event,
    sinks: [{ name: 'run result', on: fold.on }, ...reporters],
  });
  const startedAtMs = systemClock.nowMs();
  const about = {
    id: randomUUID(),
    seed: options.seed ?? randomInt(MAX_SEED),
    startedAt: new Date().toISOString(),
  };
  announce(emit, project, about);
  const verdict = await runOnStack(project, { options, emit, about });
  emit({ type: 'run-finished', ...verdict, durationMs: Math.round(systemClock.nowMs() - startedAtMs) });
  const result = fold.result();
  for (const reporter of reporters) reporter.end?.(result);
  return result;
}

interface RunContext {
  readonly options: RunOptions;
  readonly emit: Emit;
  readonly about: { readonly id: string; readonly seed: number; readonly startedAt: string };
}

function announce(emit: Emit, project: LoadedProject, { id, seed, startedAt }: RunContext['about']): void {
  emit({
    type: 'run-started',
    runId: id,
    version,
    seed,
    startedAt,
    environment: project.environment.name,
    scenarios: project.scenarios.map(({ suite, name, description, tags, span }) => ({
      suite,
      name,
      ...(description === undefined ? {} : { description }),
      tags: [...tags],
      iteration: 0,
      span,
    })),
  });
  for (const warning of project.warnings) {
    emit({
      type: 'warning-given',
      message: warning.message,
      ...(warning.hint === undefined ? {} : { hint: warning.hint }),
    });
  }
}

/** Everything that needs Kafka: a failure of the surroundings becomes the run's verdict, a bug rejects. */
async function runOnStack(project: LoadedProject, context: RunContext): Promise<RunVerdict> {
  const { options, emit, about } = context;
  await using jq = createJq();
  try {
    await using stack = await startStack({});
    return await runScenarios(project.scenarios, {
      clock: systemClock,
      kafka: stack.kafka,
      formats: { registry: undefined, readFile: (path) => readFile(path, 'utf8') },
      jq,
      emit,
      signal: stack.signal,
      run: about,
    });
  } catch (cause) {
    if (options.signal.aborted) return { status: 'cancelled', exitCode: 130 };
    if (!(cause instanceof RunError)) throw cause;
    emit({ type: 'run-failed', message: cause.message });
    return { status: 'error', exitCode: cause.exitCode };
  }
}
