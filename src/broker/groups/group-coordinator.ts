import type { Clock } from '../../base/clock.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Topics } from '../topics.ts';
import { ClassicGroup } from './classic-group.ts';
import { CommittedOffsets } from './committed-offsets.ts';
import { ConsumerGroup } from './consumer-group.ts';

/** A group of either protocol. */
export type Group = ClassicGroup | ConsumerGroup;

/** What groups need of the broker. */
export interface GroupSurroundings {
  readonly clock: Clock;
  readonly configuration: Configuration;
  readonly topics: Topics;
}

/** The consumer groups of the broker. */
export class GroupCoordinator {
  readonly #groups = new Map<string, Group>();
  readonly #surroundings: GroupSurroundings;

  constructor(surroundings: GroupSurroundings) {
    this.#surroundings = surroundings;
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

  /** Like `classic`, but with a new group where there is none, or one without members. */
  findOrCreateClassic(id: string): ClassicGroup | undefined {
    const known = this.#groups.get(id);
    if (known?.kind === 'classic') return known;
    if (known && !known.isVacant) return undefined;
    return this.#add(this.#newClassic(id, known?.offsets ?? new CommittedOffsets()));
  }

  /** Like `consumer`, but with a new group where there is none, or one without members. */
  findOrCreateConsumer(id: string): ConsumerGroup | undefined {
    const known = this.#groups.get(id);
    if (known?.kind === 'consumer') return known;
    if (known && !known.isVacant) return undefined;
    return this.#add(this.#newConsumer(id, known?.offsets ?? new CommittedOffsets()));
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

  #newConsumer(id: string, offsets: CommittedOffsets): ConsumerGroup {
    const { clock, configuration, topics } = this.#surroundings;
    return new ConsumerGroup(id, {
      clock,
      offsets,
      topics,
      sessionTimeoutMs: configuration.number('group.consumer.session.timeout.ms'),
      maxSize: configuration.number('group.consumer.max.size'),
    });
  }
}
