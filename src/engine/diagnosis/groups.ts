import type { Facts, GroupFacts } from './facts.ts';
import type { Group, Positions } from './look-up.ts';

const REBALANCING = new Set(['PreparingRebalance', 'CompletingRebalance']);

export interface GroupSources {
  /** Right after the verdict; undefined when the cluster did not say. */
  readonly groups: readonly Group[] | undefined;
  /** The same groups, some time later. */
  readonly later: readonly Group[] | undefined;
  readonly inputs: readonly string[];
  readonly ends: Positions;
  /** End offsets when the scenario started. */
  readonly starts: Positions;
  /** Service names by group id. */
  readonly serviceOf: ReadonlyMap<string, string>;
}

/** Tells the groups that read the inputs, or might, from all others. */
export function groupsOf(sources: GroupSources): Pick<Facts, 'areGroupsKnown' | 'readers' | 'otherGroups'> {
  const groups = sources.groups ?? sources.later;
  const all = (groups ?? []).map((group) => describe(group, sources));
  const readsInput = ({ topics, service }: GroupFacts): boolean =>
    topics.some((topic) => sources.inputs.includes(topic)) ||
    // A service of this run that has nothing to read: what it would read is not known.
    (service !== undefined && topics.length === 0 && sources.inputs.length > 0);
  return {
    areGroupsKnown: groups !== undefined,
    readers: all.filter(readsInput),
    otherGroups: all.filter((group) => !readsInput(group)),
  };
}

function describe(group: Group, sources: GroupSources): GroupFacts {
  const { later, inputs, serviceOf } = sources;
  const assignments = group.members.flatMap((member) => member.assignments);
  const assigned = assignments.filter(({ topic }) => inputs.includes(topic));
  const after = later?.find(({ id }) => id === group.id);
  return {
    id: group.id,
    service: serviceOf.get(group.id),
    state: group.state,
    members: group.members.length,
    // Until a rebalance of the classic protocol ends, nobody reads, though Kafka still names the old assignment.
    assignedPartitions: REBALANCING.has(group.state)
      ? 0
      : assigned.reduce((sum, { partitions }) => sum + partitions.length, 0),
    topics: [...new Set([...assignments, ...group.committed].map(({ topic }) => topic))],
    hasCommitted: group.committed.some(({ topic, offset }) => inputs.includes(topic) && offset > 0n),
    lag: inputs.reduce((sum, topic) => sum + lagOn(topic, group, sources), 0n),
    hasMoved: after && committedOn(inputs, after) > committedOn(inputs, group),
  };
}

/**
 * Records of a topic that the group has not committed. Where it has committed nothing yet, only those of this scenario
 * count: it may have begun at the end.
 */
function lagOn(topic: string, { committed, members }: Group, { ends, starts }: GroupSources): bigint {
  const assigned = members.flatMap(({ assignments }) => assignments.filter((one) => one.topic === topic));
  const own = committed.filter((one) => one.topic === topic);
  const partitions = new Set([
    ...assigned.flatMap((one) => one.partitions),
    ...own.map(({ partition }) => partition),
  ]);
  return [...partitions].reduce((sum, partition) => {
    const end = ends.get(topic)?.[partition] ?? 0n;
    const done = own.find((one) => one.partition === partition)?.offset;
    const from = done ?? starts.get(topic)?.[partition] ?? 0n;
    return sum + (end > from ? end - from : 0n);
  }, 0n);
}

function committedOn(topics: readonly string[], { committed }: Group): bigint {
  return committed
    .filter(({ topic }) => topics.includes(topic))
    .reduce((sum, { offset }) => sum + offset, 0n);
}
