import { isJsonObject } from '../../model/json.ts';
import type { ScenarioTask } from '../../tasks/scenario.ts';
import type { ScenarioState } from '../scenario-state.ts';
import type { Hop } from './facts.ts';
import type { ConsumeOutcome, Sources } from './sources.ts';

/** Earlier tasks that saw or wrote records, in the order in which they are written; the nearest last. */
export function hopsOf({ task, state, open }: Sources): Hop[] {
  return earlierTasks(task, state).flatMap((one) => {
    const topics = [...(open.consumedBy.get(one.id) ?? []), ...(open.producedBy.get(one.id) ?? [])];
    if (topics.length === 0) return [];
    const { record, count } = state.of(one.id).log.view();
    const latencyMs = isJsonObject(record) ? record.latencyMs : undefined;
    return [
      {
        id: one.id,
        kind: one.kind,
        topics,
        records: Number(count),
        latencyMs: typeof latencyMs === 'number' ? latencyMs : undefined,
      },
    ];
  });
}

/** Did it wait in vain on the topics of this task, from which this one read records? Then nothing broke before. */
export function isOfTheSame(
  { topics, records }: Hop,
  own: readonly string[],
  { consume }: ConsumeOutcome,
): boolean {
  return records === 0 && consume.read > 0 && topics.every((topic) => own.includes(topic));
}

/** The tasks that this one comes after; and those written before it that wait beside it for the same trigger. */
function earlierTasks(task: ScenarioTask, state: ScenarioState): readonly ScenarioTask[] {
  const { tasks } = state.scenario;
  const own = new Set(ancestors(task, state));
  const isBeside = (one: ScenarioTask): boolean => ancestors(one, state).some((parent) => own.has(parent));
  return tasks.slice(0, tasks.indexOf(task)).filter((one) => own.has(one) || isBeside(one));
}

function ancestors(task: ScenarioTask, state: ScenarioState): readonly ScenarioTask[] {
  const found = new Set<ScenarioTask>();
  const visit = (one: ScenarioTask): void => {
    for (const link of one.links) {
      const parent = state.scenario.tasks.find((other) => other.id === link.task);
      if (!parent || found.has(parent)) continue;
      visit(parent);
      found.add(parent);
    }
  };
  visit(task);
  return [...found];
}

/** What was written to or seen right before: what the service in question reads. */
export function inputsOf(sources: Sources): readonly string[] {
  const own = new Set(sources.open.consumedBy.get(sources.task.id));
  const nearest = hopsOf(sources).findLast(({ topics }) => topics.some((topic) => !own.has(topic)));
  return nearest?.topics.filter((topic) => !own.has(topic)) ?? [];
}
