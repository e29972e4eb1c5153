import { RunMemory } from '../../src/engine/run-memory.ts';
import { runScenario } from '../../src/engine/run-scenario.ts';
import type { ScenarioDeps } from '../../src/engine/scenario-deps.ts';
import { createJq } from '../../src/expr/jq.ts';
import type { FormatSources } from '../../src/formats/codec/codec.ts';
import type { RunEventDraft } from '../../src/model/run-event.ts';
import { planTask, type Scenario, scenarioFile } from '../../src/tasks/scenario.ts';
import { FakeClock } from './fake-clock.ts';
import { ScriptedKafka } from './scripted-kafka.ts';

const jq = createJq();
/** For scenarios whose formats need no schema. */
const noSchemas: FormatSources = {
  registry: undefined,
  readFile: (path) => Promise.reject(new Error(`unexpected read of ${path}`)),
};

const refuse = (): Promise<void> => Promise.reject(new Error('no services'));
const noServices = {
  pause: refuse,
  resume: refuse,
  stop: refuse,
  kill: refuse,
  start: refuse,
  restart: refuse,
};

/** A scenario of its YAML as a value; spans are all line 1. */
export function planScenario(written: Record<string, unknown>): Scenario {
  const file = scenarioFile.parse({ scenario: 'test', ...written });
  const span = { file: 'test.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };
  const entries = Object.entries(file.tasks);
  return {
    name: file.scenario,
    suite: 'tests',
    description: undefined,
    tags: [],
    timeoutMs: file.timeout,
    services: undefined,
    parallel: false,
    fresh: false,
    retries: undefined,
    iterations: undefined,
    variables: file.variables ?? {},
    stamp: file.stamp ?? true,
    files: { directory: import.meta.dirname, repository: import.meta.dirname },
    span,
    tasks: entries.map(([id, entry], index) =>
      planTask(id, entry, {
        previous: entries[index - 1]?.[0],
        stopOnFailedCheck: false,
        spanOf: () => span,
      }),
    ),
  };
}

/** What a scenario runs on that has no services, no variables and no schemas. */
export function scenarioDeps(
  given: Pick<ScenarioDeps, 'clock' | 'kafka' | 'jq' | 'emit'> & Partial<ScenarioDeps>,
): ScenarioDeps {
  return {
    formats: noSchemas,
    see: () => undefined,
    signal: new AbortController().signal,
    defaultTimeoutMs: 300_000,
    variables: {},
    overrides: {},
    env: {},
    run: { id: 'r', seed: 1, startedAt: '2026-01-01T00:00:00Z', startedAtMs: 0 },
    createTopics: false,
    processEnv: {},
    services: noServices,
    refresh: () => Promise.reject(new Error('no services')),
    serviceOfGroup: new Map(),
    memory: new RunMemory(),
    ...given,
  };
}

/** A scenario that runs on a fake clock and a scripted cluster. */
export interface Play {
  readonly clock: FakeClock;
  readonly kafka: ScriptedKafka;
  readonly events: RunEventDraft[];
  readonly abort: AbortController;
  /** `task: status message` for each task that has ended, then the scenario. */
  verdicts(): string[];
  /** The last `task-finished` of a task. */
  finished(task: string): Extract<RunEventDraft, { type: 'task-finished' }> | undefined;
  readonly done: Promise<unknown>;
}

/** Starts it; time stands still until the test moves it. */
export function play(
  written: Record<string, unknown>,
  topics: Readonly<Record<string, readonly number[]>>,
  deps: Partial<ScenarioDeps> = {},
): Play {
  const clock = new FakeClock();
  const kafka = new ScriptedKafka(clock, topics);
  const events: RunEventDraft[] = [];
  const abort = new AbortController();
  const done = runScenario(
    planScenario(written),
    { id: 's1', iteration: 0, attempt: 1 },
    scenarioDeps({
      clock,
      kafka,
      jq,
      emit: (event) => events.push(event),
      signal: abort.signal,
      ...deps,
    }),
  );
  const finished = (task: string): ReturnType<Play['finished']> =>
    events.find((event) => event.type === 'task-finished' && event.task === task) as ReturnType<
      Play['finished']
    >; // the type was compared
  return {
    clock,
    kafka,
    events,
    abort,
    finished,
    done,
    verdicts: () =>
      events.flatMap((event) => {
        if (event.type === 'task-finished')
          return [`${event.task}: ${event.status}${event.message ? ` ${event.message}` : ''}`];
        if (event.type === 'scenario-finished')
          return [`= ${event.status}${event.message ? ` ${event.message}` : ''}`];
        return [];
      }),
  };
}
