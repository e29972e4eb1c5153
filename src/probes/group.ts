import { describeError } from '../base/errors.ts';
import type { ConsumerGroup } from '../kafka/port.ts';
import { type ProbeKind, poll } from './probe.ts';

/** `group`: a consumer group is stable, and a member of it has a partition. */
export const group: ProbeKind<string> = {
  title: (id) => `group "${id}" is stable`,
  wait: (id, context) =>
    poll(context, async () => {
      try {
        const [found] = await context.kafka.describeGroups([id], context.signal);
        return obstacleOf(found);
      } catch (cause) {
        context.signal.throwIfAborted();
        return describeError(cause);
      }
    }),
};

function obstacleOf(found: ConsumerGroup | undefined): string | undefined {
  if (found === undefined || found.state === 'Dead') return 'there is no such group';
  if (found.members.length === 0) return 'the group has no members';
  if (found.state !== 'Stable') return `the group is in state ${found.state}`;
  const isAssigned = found.members.some((member) =>
    member.assignments.some(({ partitions }) => partitions.length > 0),
  );
  return isAssigned ? undefined : 'no member of the group has a partition';
}
