import type { Facts, GroupFacts } from './facts.ts';
import type { Group, Positions } from './look-up.ts';

export interface GroupSources {
  readonly groups: readonly Group[];
  /** The same groups, some time before. */
  readonly earlier: readonly Group[];
  readonly inputs: readonly string[];
  readonly ends: Positions;
  /** Service names by group id. */
  readonly serviceOf: ReadonlyMap<string, string>;
}

/** Tells the groups that read the inputs from all others. */
export function groupsOf(sources: GroupSources): Pick<Facts, 'readers' | 'otherGroups'> {
  const all = sources.groups.map((group) => describe(group, sources));
  const readsInput = ({ topics }: GroupFacts): boolean =>
    topics.some((topic) => sources.inputs.includes(topic));
  return { readers: all.filter(readsInput), otherGroups: all.filter((group) => !readsInput(group)) };
}

function describe(group: Group, { earlier, inputs, ends, serviceOf }: GroupSources): GroupFacts {
  const assignments = group.members.flatMap((member) => member.assignments);
  const assigned = assignments.filter(({ topic }) => inputs.includes(topic));
  const before = earlier.find(({ id }) => id === group.id);
  return {
    id: group.id,
    service: serviceOf.get(group.id),
    state: group.state,
    members: group.members.length,
    assignedPartitions: assigned.reduce((sum, { partitions }) => sum + partitions.length, 0),
    topics: [...new Set([...assignments, ...group.committed].map(({ topic }) => topic))],
    lag: inputs.reduce((sum, topic) => sum + lagOn(topic, group, ends), 0n),
    hasMoved: before && committedOn(inputs, group) > committedOn(inputs, before),
  };
}

/** Records of a topic that the group has not committed. Without any commit a group may have started at the end: no lag. */
function lagOn(topic: string, { committed }: Group, ends: Positions): bigint {
  const own = committed.filter((one) => one.topic === topic);
  return own.reduce((sum, { partition, offset }) => {
    const end = ends.get(topic)?.[partition] ?? offset;
    return sum + (end > offset ? end - offset : 0n);
  }, 0n);
}

function committedOn(topics: readonly string[], { committed }: Group): bigint {
  return committed
    .filter(({ topic }) => topics.includes(topic))
    .reduce((sum, { offset }) => sum + offset, 0n);
}
