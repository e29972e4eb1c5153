import { readFile } from 'node:fs/promises';
import { roundMs } from '../base/duration.ts';
import { seededRandom } from '../base/seeded-random.ts';
import type { JsonObject } from '../model/json.ts';
import type { CheckTally } from '../tasks/check-tally.ts';
import type { OpenWatches } from '../tasks/consume/open-watches.ts';
import type { TaskContext, TaskEvent } from '../tasks/define-task.ts';
import { createRandomContext } from '../tasks/random-context.ts';
import type { ScenarioTask } from '../tasks/scenario.ts';
import { resolveFile } from '../tasks/scenario-files.ts';
import type { Firing } from './each-queue.ts';
import type { ScenarioState } from './scenario-state.ts';

/** Of one run of a task, the first records are reported; all are counted. */
const MOST_REPORTED = 1000;

export interface TaskContextParts {
  readonly task: ScenarioTask;
  readonly state: ScenarioState;
  readonly open: OpenWatches;
  readonly tally: CheckTally;
  readonly startedAtMs: number;
  /** What expressions see beside the rest. */
  readonly added: JsonObject;
  readonly index: number;
  /** The events that this run is for. */
  readonly firing?: Firing | undefined;
}

/** What one run of a task may use. */
export function createTaskContext(parts: TaskContextParts): TaskContext {
  const { task, state, open, firing } = parts;
  const { clock, jq, kafka, formats, emit } = state.deps;
  const own = state.of(task.id);
  const giveRandom = createRandomContext(...seedOf(parts), 'values');
  const giveRandomToMany = createRandomContext(...seedOf(parts), 'many');
  let reported = 0;
  const context: TaskContext = {
    clock,
    jq,
    kafka,
    formats: {
      ...formats,
      readFile: async (path) => readFile(resolveFile(path, state.scenario.files), 'utf8'),
    },
    startedAtMs: parts.startedAtMs,
    sinceRunStart: (atMs) => roundMs(atMs - state.deps.run.startedAtMs),
    signal: open.signal,
    lag: state.lag,
    tape: open.tape,
    startPositions: open.startPositions,
    selector: open.selectorOf.get(task.id),
    repeats: task.each.length > 0,
    createTopics: state.deps.createTopics,
    services: state.deps.services,
    files: state.scenario.files,
    processEnv: state.deps.processEnv,
    hasChecks: task.checks.length > 0,
    random: seededRandom(...seedOf(parts), 'task'),
    traceId: state.traceId,
    stamp: () => state.stamp(),
    fail: (cause) => open.fail(cause),
    publish: (events) => publish(events, parts, context),
    reach: (atMs) => {
      own.latestMs = atMs;
    },
    momentOf: (id) => {
      const fired = firing?.get(id);
      return fired ? Promise.resolve(fired.atMs) : state.of(id).moment.promise;
    },
    follow: (id, listener) => state.of(id).log.follow(listener),
    offsetsAfter: (id) => state.of(id).nextOffsets,
    expressionContext: (added = {}) => {
      state.deps.see(state.id, added);
      return giveRandom(expressionContext(parts, added));
    },
    expressionContexts: (added) => {
      for (const one of added) state.deps.see(state.id, one);
      // How many of these there are depends on timing: they draw from numbers of their own.
      const shared = giveRandomToMany(expressionContext(parts, {}));
      return added.map((one) => ({ ...shared, ...one }));
    },
    setVariables: (values) => {
      state.variables = { ...state.variables, ...values };
    },
    spanOf: (path) => task.spanOf(path),
    emit: (fact) => {
      if (reported++ < MOST_REPORTED) emit({ ...fact, scenario: state.id, task: task.id });
    },
  };
  return context;
}

/** The same for the same seed, whatever else runs meanwhile. */
function seedOf({ state, task, index }: TaskContextParts): [seed: number, ...names: (string | number)[]] {
  const { suite, name } = state.scenario;
  return [state.deps.run.seed, suite, name, state.iteration, task.id, index];
}

async function publish(
  events: readonly TaskEvent[],
  { task, state, tally }: TaskContextParts,
  context: TaskContext,
): Promise<void> {
  if (events.length === 0) return;
  const { log, children } = state.of(task.id);
  for (const event of events) log.add(event);
  const added = events.map(({ what, value }, index) => ({ [what]: value, index }));
  await tally.add(context.expressionContexts(added), context);
  await Promise.all(children.map((child) => state.of(child).queue.push(task.id, events)));
}

function expressionContext(
  { state, added: own, firing, index }: TaskContextParts,
  added: JsonObject,
): JsonObject {
  const context = state.expressionContext({ index, ...own, ...added });
  if (!firing) return context;
  const source = Object.fromEntries(
    [...firing].map(([parent, { what, value }]) => [
      parent,
      { ...state.of(parent).log.view(), [what]: value },
    ]),
  );
  return { ...context, source: { ...(context.source as JsonObject), ...source } }; // the state makes it an object
}
