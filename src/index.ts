import { randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { systemClock } from './base/clock.ts';
import { describeError, RunError } from './base/errors.ts';
import { renderLocation } from './base/source-span.ts';
import { createBus, type Emit } from './engine/bus.ts';
import { RunMemory } from './engine/run-memory.ts';
import {
  type PlannedScenario,
  planRun,
  type RunningOptions,
  type RunVerdict,
  runScenarios,
  verdictOf,
} from './engine/run-scenarios.ts';
import type { ScenarioDeps } from './engine/scenario-deps.ts';
import { createJq, type Jq } from './expr/jq.ts';
import { resolve } from './expr/resolve.ts';
import { freeform } from './expr/template.ts';
import { type LoadedProject, loadProject } from './load/load-project.ts';
import { compact } from './model/compact.ts';
import { createRunFold } from './model/fold-run.ts';
import type { JsonObject } from './model/json.ts';
import { DataRedactor } from './model/redact-data.ts';
import { createEventRedactor } from './model/redact-event.ts';
import type { RunResult } from './model/run-result.ts';
import type { Reporter } from './reporters/reporter.ts';
import { startStack } from './stack/stack.ts';
import { createRandomContext } from './tasks/random-context.ts';
import { resolveVariables } from './tasks/resolve-variables.ts';
import { version } from './version.ts';

export { ScenarioError, ScenarioProblems, UsageError } from './base/errors.ts';
export type { RunEvent } from './model/run-event.ts';
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
  readonly kafka?: 'embedded' | 'docker' | 'external' | undefined;
  /** `host:port` of the brokers of an external cluster. */
  readonly bootstrap?: readonly string[] | undefined;
  /** `k=v`, the value a YAML scalar; win over all other variables. */
  readonly variables?: readonly string[] | undefined;
  /** Scenarios with any of these; with `!` before it, those without. */
  readonly tags?: readonly string[] | undefined;
  /** A regular expression that `suite › name` matches. */
  readonly grep?: string | undefined;
  /** `2/3`: the second of three parts. */
  readonly shard?: string | undefined;
  /** The result of an earlier run: parts are then equal in time, not in number. */
  readonly earlier?: RunResult | undefined;
  /** How often each scenario is run; default once. */
  readonly iterations?: number | undefined;
  /** How often a scenario is run again that did not pass; default that of flowproof.yaml, or 0. */
  readonly retries?: number | undefined;
  /** How many scenarios at a time; default that of flowproof.yaml, or as many as there are processors. */
  readonly concurrency?: number | 'auto' | undefined;
  /** Start no more scenarios once one has failed. */
  readonly failFast?: boolean | undefined;
  readonly seed?: number | undefined;
  /** Leave containers up at the end. */
  readonly keep?: boolean | undefined;
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
  await using jq = createJq();
  const project = await loadProject({
    ...options,
    jq,
    files: options.files ?? [],
    variables: options.variables ?? [],
  });
  const reporters = options.reporters?.({ secrets: project.secrets }) ?? [];
  const fold = createRunFold();
  const startedAtMs = systemClock.nowMs();
  const memory = new RunMemory({ expectsSpans: project.config.traces === true });
  const data = new DataRedactor(project.config.redact);
  const redactSecrets = createEventRedactor(project.secrets);
  const emit = createBus({
    clock: systemClock,
    startedAtMs,
    redact: (event) => redactSecrets(data.redact(event)),
    sinks: [{ name: 'run result', on: fold.on }, memory, ...reporters],
  });
  const about = {
    id: randomUUID(),
    seed: options.seed ?? randomInt(MAX_SEED),
    startedAt: new Date().toISOString(),
    startedAtMs,
  };
  const running: RunningOptions = {
    iterations: options.iterations ?? 1,
    retries: options.retries ?? project.config.defaults?.retries ?? 0,
    concurrency: options.concurrency ?? project.config.defaults?.concurrency ?? 'auto',
    failFast: options.failFast ?? false,
  };
  const planned = planRun(project.scenarios, running);
  announce(emit, { project, planned, about });
  const verdict = await runOnStack(project, { options, running, planned, emit, data, about, memory, jq });
  emit({ type: 'run-finished', ...verdict, durationMs: Math.round(systemClock.nowMs() - startedAtMs) });
  const result = fold.result();
  for (const reporter of reporters) endReporter(reporter, result, emit);
  return result;
}

interface RunContext {
  readonly options: RunOptions;
  readonly running: RunningOptions;
  readonly planned: readonly PlannedScenario[];
  readonly emit: Emit;
  readonly data: DataRedactor;
  readonly about: ScenarioDeps['run'];
  readonly memory: RunMemory;
  readonly jq: Jq;
}

function announce(
  emit: Emit,
  {
    project,
    planned,
    about: { id, seed, startedAt },
  }: Pick<RunContext, 'planned' | 'about'> & { readonly project: LoadedProject },
): void {
  emit({
    type: 'run-started',
    runId: id,
    version,
    seed,
    startedAt,
    environment: project.environment.name,
    scenarios: planned.map(({ scenario: { suite, name, description, tags, span }, iteration }) => ({
      suite,
      name,
      ...compact({ description }),
      tags: [...tags],
      iteration,
      span,
    })),
  });
  for (const { message, hint, span } of project.warnings) {
    const place = span ? `${renderLocation(span)}: ` : '';
    emit({ type: 'warning-given', message: `${place}${message}`, ...compact({ hint }) });
  }
}

/** No report can change the verdict. */
function endReporter(reporter: Reporter, result: RunResult, emit: Emit): void {
  try {
    reporter.end?.(result);
  } catch (cause) {
    emit({ type: 'warning-given', message: `the ${reporter.name} report failed: ${describeError(cause)}` });
  }
}

/** Everything that needs Kafka: a failure of the surroundings becomes the run's verdict, a bug rejects. */
async function runOnStack(project: LoadedProject, context: RunContext): Promise<RunVerdict> {
  const { options, emit, jq } = context;
  try {
    const variables = await projectVariables(project, context, jq);
    await using stack = await startStack({
      config: withoutUnneeded(project),
      directory: project.directory,
      env: options.env,
      clock: systemClock,
      emit,
      signal: options.signal,
      runId: context.about.id,
      keep: options.keep,
      startedAtMs: context.about.startedAtMs,
      evaluate: (value, added) => resolve(freeform().parse(value), { ...variables, ...added }, jq),
    });
    const verdict = await runScenarios(context.planned, context.running, {
      clock: systemClock,
      kafka: stack.kafka,
      formats: { registry: stack.registry, readFile: (path) => readFile(path, 'utf8') },
      jq,
      emit,
      see: (scenario, seen) => context.data.see(scenario, seen),
      signal: AbortSignal.any([options.signal, stack.signal]),
      defaultTimeoutMs: project.config.defaults?.timeout ?? DEFAULT_TIMEOUT_MS,
      ...variables,
      overrides: project.overrides,
      run: context.about,
      processEnv: options.env,
      createTopics: stack.createTopics,
      serviceOfGroup: stack.serviceOfGroup,
      services: stack.services,
      refresh: (signal) => stack.refresh(signal),
      memory: context.memory,
    });
    if (stack.signal.aborted) return failRun(stack.signal.reason, project, emit);
    return verdict;
  } catch (cause) {
    if (options.signal.aborted) return verdictOf(['cancelled']);
    return failRun(cause, project, emit);
  }
}

/** Services that no selected scenario needs are not started, if all of them say what they need. */
function withoutUnneeded({ config, scenarios }: LoadedProject): LoadedProject['config'] {
  const { services = {} } = config;
  const needed = new Set(scenarios.flatMap((scenario) => scenario.services ?? Object.keys(services)));
  // A Set goes on with what is added while it is walked.
  for (const name of needed) for (const other of services[name]?.dependsOn ?? []) needed.add(other);
  const kept = Object.entries(services).filter(([name]) => needed.has(name));
  return { ...config, services: Object.fromEntries(kept) };
}

/** `.variables` as far as the project gives them, and `.env`, evaluated in order. */
async function projectVariables(
  { variables: written, environment, overrides }: LoadedProject,
  { about }: RunContext,
  jq: Jq,
): Promise<{ readonly variables: JsonObject; readonly env: JsonObject }> {
  const env: Record<string, JsonObject[string]> = {};
  const variables: Record<string, JsonObject[string]> = {};
  const { id, seed, startedAt } = about;
  const giveRandom = createRandomContext(seed, 'project');
  const context = (): JsonObject =>
    giveRandom({ variables, env, run: { id, seed, startedAt }, now: startedAt });
  for await (const one of resolveVariables(parseTemplates(environment.variables), context, { jq }))
    Object.assign(env, one);
  for await (const one of resolveVariables(parseTemplates(written), context, { jq }))
    Object.assign(variables, one);
  return { variables: { ...variables, ...overrides }, env };
}

function parseTemplates(variables: JsonObject): Readonly<Record<string, unknown>> {
  return freeform().parse(variables) as Record<string, unknown>; // a map stays a map
}

/** The surroundings broke: the run's verdict. @throws what is a bug */
function failRun(cause: unknown, { spanOf }: LoadedProject, emit: Emit): RunVerdict {
  if (!(cause instanceof RunError)) throw cause;
  const { message, hint, setting } = cause;
  const span = setting && spanOf(setting);
  const detail = cause.detail.length > 0 ? [...cause.detail] : undefined;
  emit({ type: 'run-failed', message, ...compact({ span, hint, detail }) });
  return verdictOf(['error']);
}
