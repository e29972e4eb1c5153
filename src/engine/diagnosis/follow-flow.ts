import type { Facts, GroupFacts, TopicMovement } from './facts.ts';
import { type GroupSources, groupsOf } from './groups.ts';

type Readers = Pick<Facts, 'inputs' | 'passed' | 'earlier' | 'areGroupsKnown' | 'readers' | 'otherGroups'>;

/**
 * The groups on the way from the inputs that the scenario knows to the topic where nothing came. Where those that read
 * the inputs have got through, and another topic got records in this time that a group reads, the flow has gone on
 * there: that group is looked at instead, and so on to the last.
 */
export function followFlow(
  sources: GroupSources,
  { moved, seen }: { readonly moved: readonly TopicMovement[]; readonly seen: boolean },
): Readers {
  let { inputs } = sources;
  let found = groupsOf(sources);
  const passed: string[] = [];
  const earlier: GroupFacts[] = [];
  while (!seen && found.readers.length > 0 && found.readers.every(hasGotThrough)) {
    const next = nextTopic(
      found.otherGroups,
      moved.filter(({ topic }) => !passed.includes(topic)),
    );
    if (next === undefined) break;
    passed.push(next);
    earlier.push(...found.readers);
    inputs = [next];
    found = groupsOf({ ...sources, inputs });
  }
  return { inputs, passed, earlier, ...found };
}

/** Has it read all there is? A service that was ready by its group had joined it: without members, it has left. */
export function hasGotThrough({ lag, assignedPartitions, hasCommitted, service }: GroupFacts): boolean {
  return lag === 0n && (assignedPartitions > 0 || (hasCommitted && service === undefined));
}

/** Of the topics that got records and that groups read, the one that got its records first: it comes next. */
function nextTopic(groups: readonly GroupFacts[], moved: readonly TopicMovement[]): string | undefined {
  const read = moved.filter(({ topic }) => groups.some(({ topics }) => topics.includes(topic)));
  const [first] = read.toSorted((a, b) => timeOf(a) - timeOf(b));
  return first?.topic;
}

function timeOf({ sample }: TopicMovement): number {
  return Number(sample?.timestamp ?? 0);
}
