import type { Clock } from '../../base/clock.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Topics } from '../topics.ts';
import type { ClassicGroup } from './classic-group.ts';
import { ClassicMember } from './classic-member.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { ConsumerMember } from './consumer-member.ts';
import { readAssignment, readSubscription, writeAssignment } from './consumer-protocol.ts';
import { keysOfNamed, namedPartitionsOf } from './topic-partitions.ts';

/**
 * Which groups may change their protocol while members are in them (KIP-848): the broker's setting
 * `group.consumer.migration.policy`, which is bidirectional, upgrade, downgrade or disabled.
 */
export class MigrationPolicy {
  readonly #configuration: Configuration;

  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  get allowsGuests(): boolean {
    return this.#name !== 'disabled';
  }

  mayDowngrade(group: ConsumerGroup): boolean {
    const isSmall = group.roster.size <= this.#configuration.number('group.max.size');
    return isSmall && ['bidirectional', 'downgrade'].includes(this.#name);
  }

  /** Why a classic group may not become one of the new protocol; `undefined`: it may. */
  upgradeProblem({ protocolType, members }: ClassicGroup): string | undefined {
    if (!['bidirectional', 'upgrade'].includes(this.#name)) return 'online upgrade is disabled';
    if (protocolType !== 'consumer') return 'the group does not use the consumer embedded protocol';
    if (members.length <= this.#configuration.number('group.consumer.max.size')) return undefined;
    return 'the group size exceeds the consumer group maximum size';
  }

  get #name(): string {
    return this.#configuration.text('group.consumer.migration.policy') ?? '';
  }
}

/**
 * The members of a classic group as guests of a group of the new protocol, with the partitions that they have; a text:
 * why they cannot be. Follows Kafka's ConsumerGroup.fromClassicGroup.
 */
export function createGuests(
  group: ClassicGroup,
  topics: Topics,
  clock: Clock,
): readonly ConsumerMember[] | string {
  const guests: ConsumerMember[] = [];
  for (const member of group.members) {
    const subscription = readSubscription(member.metadataFor(group.commonProtocol ?? ''));
    const assignment = member.assignment.length > 0 ? readAssignment(member.assignment) : NO_PARTITIONS;
    const [first, ...others] = member.protocols;
    if (!subscription || !assignment || !first) return 'the embedded consumer protocol is malformed';
    if (assignment.userData?.length) return 'an unsupported custom assignor is in use';
    const guest = new ConsumerMember(member.id, member.groupInstanceId, clock);
    guest.subscribe({ ...member, ...subscription, topicNames: subscription.topics, topicPattern: '' });
    guest.classic = { sessionTimeoutMs: member.sessionTimeoutMs, protocols: [first, ...others] };
    guest.epoch = group.generationId;
    guest.previousEpoch = group.generationId;
    const keys = keysOfNamed(assignment.assignedPartitions, topics);
    guest.assigned = new Map([...keys].map((key) => [key, group.generationId]));
    guests.push(guest);
  }
  return guests;
}

const NO_PARTITIONS = { assignedPartitions: [], userData: null };

/**
 * Makes the guests of a group of the new protocol the members of a classic one, each with what it was to have. Follows
 * Kafka's ClassicGroup.fromConsumerGroup.
 */
export function moveGuests(from: ConsumerGroup, to: ClassicGroup, clock: Clock): void {
  const members = from.roster.all.flatMap((member) => {
    const { id, instanceId: groupInstanceId, classic } = member;
    return classic ? [new ClassicMember(id, { ...member, ...classic, groupInstanceId }, clock)] : [];
  });
  to.takeOver(from.targets.groupEpoch, members);
  for (const member of members) {
    const target = namedPartitionsOf(from.targets.of(member.id).partitions, from.topics);
    member.assignment = writeAssignment(target, member.metadataFor(to.protocolName ?? ''));
  }
}
