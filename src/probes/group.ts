import { describeError } from '../base/errors.ts';
import type { ConsumerGroup } from '../kafka/port.ts';
import { type ProbeKind, poll } from './probe.ts';

/** `group`: each of the consumer groups is stable, and a member of it has a partition. */
export const group: ProbeKind<readonly string[]> = {
  title: (ids) => ids.map((id) => `group "${id}" is stable`).join(', '),
  wait: (ids, context) =>
    poll(context, async () => {
      try {
        const found = await context.kafka.describeGroups(ids, context.signal);
        const obstacles = ids.map((id) =>
          obstacleOf(
            id,
            found.find((one) => one.id === id),
          ),
        );
        return obstacles.find((obstacle) => obstacle !== undefined);
      } catch (cause) {
        return describeError(cause);
      }
    }),
};

function obstacleOf(id: string, found: ConsumerGroup | undefined): string | undefined {
  if (found === undefined || found.state === 'Dead') return `there is no group "${id}"`;
  if (found.members.length === 0) return `group "${id}" has no members`;
  if (found.state !== 'Stable') return `group "${id}" is in state ${found.state}`;
  const isAssigned = found.members.some((member) =>
    member.assignments.some(({ partitions }) => partitions.length > 0),
  );
  return isAssigned ? undefined : `no member of group "${id}" has a partition`;
}
