import type { Clock } from '../../base/clock.ts';
import type { Configuration } from '../config/configuration.ts';
import type { GroupConfigurations } from '../config/group-settings.ts';
import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import type { Topics } from '../topics.ts';
import { ClassicGroup } from './classic-group.ts';
import type { ClassicSide } from './classic-requests.ts';
import { CommittedOffsets } from './committed-offsets.ts';
import { ConsumerGroup, type ConsumerGroupOptions } from './consumer-group.ts';
import { createGuests, MigrationPolicy, moveGuests } from './migration.ts';

/** A group of either protocol. */
export type Group = ClassicGroup | ConsumerGroup;

/** What groups need of the broker. */
export interface GroupSurroundings {
  readonly clock: Clock;
  readonly configuration: Configuration;
  readonly groupConfigurations: GroupConfigurations;
  readonly topics: Topics;
}

/** The consumer groups of the broker. */
export class GroupCoordinator {
  readonly #groups = new Map<string, Group>();
  readonly #surroundings: GroupSurroundings;
  readonly #migration: MigrationPolicy;

  constructor(surroundings: GroupSurroundings) {
    this.#surroundings = surroundings;
    this.#migration = new MigrationPolicy(surroundings.configuration);
  }

  /** All groups, in the order they appeared. */
  all(): readonly Group[] {
    return [...this.#groups.values()];
  }

  get(id: string): Group | undefined {
    return this.#groups.get(id);
  }

  /** The group of this id if it is one of the classic protocol. */
  classic(id: string): ClassicGroup | undefined {
    const group = this.#groups.get(id);
    return group?.kind === 'classic' ? group : undefined;
  }

  /** The group of this id if it is one of the new protocol. */
  consumer(id: string): ConsumerGroup | undefined {
    const group = this.#groups.get(id);
    return group?.kind === 'consumer' ? group : undefined;
  }

  /** The group of this id; a new one of the classic protocol when there is none. */
  findOrCreate(id: string): Group {
    return this.#groups.get(id) ?? this.#add(this.#newClassic(id, new CommittedOffsets()));
  }

  /** What requests of the classic protocol may ask of the group of this id, whichever protocol it has. */
  classicSide(id: string): ClassicSide | undefined {
    const group = this.#groups.get(id);
    return group?.kind === 'consumer' ? group.guests : group;
  }

  /**
   * Where a member of the classic protocol joins: in a new group where there is none, or one of the new protocol without
   * members. `undefined`: there is no such group, and the member is not new.
   */
  classicSideToJoin(id: string, isNew: boolean): ClassicSide | undefined {
    const known = this.#groups.get(id);
    if (known?.kind === 'classic') return known;
    if (known && !known.isVacant) return known.guests;
    // Whoever joins ends a group of the new protocol without members, even if there is nothing for that member to join.
    if (known) this.delete(known);
    return isNew ? this.#add(this.#newClassic(id, known?.offsets ?? new CommittedOffsets())) : undefined;
  }

  /**
   * Like `consumer`, but with a new group where there is none, or one without members. The members of a classic group
   * become guests of the new one.
   */
  findOrCreateConsumer(id: string): ConsumerGroup | Refusal {
    const known = this.#groups.get(id);
    if (known?.kind === 'consumer') return known;
    if (known && known.state !== 'Empty') return this.#upgrade(known);
    known?.close(errorCodes.REBALANCE_IN_PROGRESS);
    return this.#add(this.#newConsumer(id, { offsets: known?.offsets ?? new CommittedOffsets() }));
  }

  /** Forgets a group without members. */
  delete(group: Group): void {
    group.close();
    this.#groups.delete(group.id);
  }

  /** Forgets the committed offsets of a topic that was deleted. */
  topicDeleted(topic: string): void {
    for (const { offsets } of this.#groups.values()) offsets.deleteTopic(topic);
  }

  /** Lets all members of all groups go. */
  close(): void {
    for (const group of this.#groups.values()) group.close();
  }

  #add<G extends Group>(group: G): G {
    this.#groups.set(group.id, group);
    return group;
  }

  #newClassic(id: string, offsets: CommittedOffsets): ClassicGroup {
    const { clock, configuration } = this.#surroundings;
    return new ClassicGroup(id, {
      clock,
      offsets,
      initialRebalanceDelayMs: configuration.number('group.initial.rebalance.delay.ms'),
      maxSize: configuration.number('group.max.size'),
    });
  }

  #newConsumer(id: string, options: Pick<ConsumerGroupOptions, 'offsets' | 'start'>): ConsumerGroup {
    const { clock, configuration, groupConfigurations, topics } = this.#surroundings;
    return new ConsumerGroup(id, {
      ...options,
      clock,
      topics,
      sessionTimeoutMs: () => groupConfigurations.of(id).number('consumer.session.timeout.ms'),
      maxSize: configuration.number('group.consumer.max.size'),
      allowsGuests: () => this.#migration.allowsGuests,
      mayDowngrade: (group) => this.#migration.mayDowngrade(group),
      downgrade: (group, rebalances) => this.#downgrade(group, rebalances),
    });
  }

  /** A member of the new protocol has come to a classic group. */
  #upgrade(group: ClassicGroup): ConsumerGroup | Refusal {
    const { clock, topics } = this.#surroundings;
    const members = this.#migration.upgradeProblem(group) ?? createGuests(group, topics, clock);
    if (typeof members === 'string')
      return refuse(
        errorCodes.GROUP_ID_NOT_FOUND,
        `Cannot upgrade classic group ${group.id} to consumer group because ${members}.`,
      );
    const start = { epoch: group.generationId, members };
    group.close(errorCodes.REBALANCE_IN_PROGRESS);
    return this.#add(this.#newConsumer(group.id, { offsets: group.offsets, start }));
  }

  /** Only members of the classic protocol are left in a group of the new one. */
  #downgrade(group: ConsumerGroup, rebalances: boolean): void {
    const classic = this.#add(this.#newClassic(group.id, group.offsets));
    moveGuests(group, classic, this.#surroundings.clock);
    group.close();
    if (rebalances) classic.rebalance();
  }
}
