import { roundMs } from '../base/duration.ts';
import { FlowproofError } from '../base/errors.ts';
import type { JsonObject } from '../model/json.ts';
import type { ScenarioStatus } from '../model/status.ts';
import { openWatches } from '../tasks/consume/open-watches.ts';
import { createRandomContext } from '../tasks/random-context.ts';
import { resolveVariables } from '../tasks/resolve-variables.ts';
import { SCENARIO_START, type Scenario } from '../tasks/scenario.ts';
import { abortVerdict, errorVerdict, ScenarioTimeout } from './abort.ts';
import { takeEndOffsets } from './diagnosis/look-up.ts';
import { runGraph } from './graph.ts';
import type { ScenarioDeps } from './scenario-deps.ts';
import { type Attempt, ScenarioState } from './scenario-state.ts';
import { skipTask, TaskRun } from './task-run.ts';

/** Runs one attempt of a scenario and emits all its events. Rejects on bugs only. */
export async function runScenario(
  scenario: Scenario,
  attempt: Attempt,
  deps: ScenarioDeps,
): Promise<ScenarioStatus> {
  const { clock, emit } = deps;
  const startedAtMs = clock.nowMs();
  const limitMs = scenario.timeoutMs ?? deps.defaultTimeoutMs;
  const timeout = new AbortController();
  using _timer = clock.at(startedAtMs + limitMs, () => timeout.abort(new ScenarioTimeout(limitMs)));
  const state = new ScenarioState(scenario, attempt, deps);
  announce(state, attempt);
  using _lag = state.lag;
  await runTasks(state, AbortSignal.any([deps.signal, timeout.signal]));
  const verdict = state.verdict();
  emit({
    type: 'scenario-finished',
    scenario: attempt.id,
    durationMs: roundMs(clock.nowMs() - startedAtMs),
    ...verdict,
  });
  return verdict.status;
}

async function runTasks(state: ScenarioState, signal: AbortSignal): Promise<void> {
  const { scenario, deps } = state;
  try {
    if (scenario.fresh) await deps.refresh(signal);
    state.variables = deps.variables;
    const giveRandom = createRandomContext(deps.run.seed, scenario.suite, scenario.name, state.iteration);
    const context = (): JsonObject => giveRandom(state.expressionContext());
    for await (const variables of resolveVariables(scenario.variables, context, deps)) {
      state.variables = { ...state.variables, ...variables };
    }
    state.variables = { ...state.variables, ...deps.overrides };
    state.endOffsets = takeEndOffsets(deps.kafka, signal);
    await using open = await openWatches(scenario, {
      ...deps,
      signal,
      context: () => state.expressionContext(),
    });
    await runGraph(scenario.tasks, {
      clock: deps.clock,
      signal: open.signal,
      run: async (task) => {
        const end = await new TaskRun(task, state, open).play();
        open.release(task.id);
        state.end(task.id, end);
        return end;
      },
      skip: (task, because) => {
        skipTask(task, state, because);
        open.release(task.id);
        state.end(task.id, { how: 'stopped', because });
      },
    });
    await Promise.all(state.explanations);
  } catch (cause) {
    if (signal.aborted) state.breakOff(abortVerdict(signal.reason));
    else if (cause instanceof FlowproofError) state.breakOff(errorVerdict(cause));
    else throw cause;
  }
}

function announce({ scenario, deps, traceId }: ScenarioState, { id, iteration, attempt }: Attempt): void {
  deps.emit({
    type: 'scenario-started',
    scenario: id,
    suite: scenario.suite,
    name: scenario.name,
    ...(scenario.description === undefined ? {} : { description: scenario.description }),
    tags: [...scenario.tags],
    attempt,
    iteration,
    traceId,
    span: scenario.span,
    tasks: scenario.tasks.map((task) => ({
      id: task.id,
      name: task.name,
      kind: task.kind,
      after: [...task.links, ...task.each].map((link) => link.task).filter((id) => id !== SCENARIO_START),
      topics: [...task.topics.produced, ...task.topics.consumed].map(String),
      span: task.spanOf([]),
    })),
  });
}
