import { isDeepStrictEqual } from 'node:util';
import type { ScenarioTask } from '../tasks/scenario.ts';
import type { Finding } from './finding.ts';

/** What this looks at in the spec of a consume task. */
interface Consumer {
  readonly task: ScenarioTask;
  readonly spec: {
    readonly from?: unknown;
    readonly partitions?: readonly number[] | undefined;
    readonly where?: unknown;
  };
}

/**
 * Pairs of consume tasks that would match the same record without saying so: each reads on its own, which surprises
 * whoever expects the second to go on behind the first. Whoever writes `from` has said what is meant.
 */
export function checkOverlap(
  tasks: readonly ScenarioTask[],
): readonly Pick<Finding, 'code' | 'message' | 'hint' | 'path'>[] {
  const consumers = tasks
    .filter(({ kind, spec }) => kind === 'consume' && spec !== undefined)
    .map((task): Consumer => ({ task, spec: task.spec as Consumer['spec'] })); // of the consume schema
  return consumers.flatMap((second, index) => {
    if (second.spec.from !== undefined) return [];
    const first = consumers.slice(0, index).find((one) => mayMatchTheSame(one, second));
    const topic = first && sharedTopic(first, second);
    if (!first || topic === undefined) return [];
    return [
      {
        code: 'CONSUMERS_OVERLAP' as const,
        message: `the tasks "${first.task.id}" and "${second.task.id}" match the same records of "${topic}"`,
        hint: `write "from: { behind: ${first.task.id} }" to go on behind it, or "from: scenario-start" if both are meant to`,
        path: ['tasks', second.task.id, 'consume'],
      },
    ];
  });
}

function mayMatchTheSame(first: Consumer, second: Consumer): boolean {
  const conditions = [first.spec.where, second.spec.where];
  const isSame =
    conditions.some((one) => one === undefined) || isDeepStrictEqual(...(conditions as [unknown, unknown]));
  const { partitions: left } = first.spec;
  const { partitions: right } = second.spec;
  const sharesPartition = !left || !right || left.some((one) => right.includes(one));
  return isSame && sharesPartition && sharedTopic(first, second) !== undefined;
}

function sharedTopic(first: Consumer, second: Consumer): string | undefined {
  const names = new Set(second.task.topics.consumed.map(String));
  return first.task.topics.consumed.map(String).find((topic) => names.has(topic));
}
