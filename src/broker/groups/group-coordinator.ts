import type { Clock } from '../../base/clock.ts';
import type { Configuration } from '../config/configuration.ts';
import { ClassicGroup } from './classic-group.ts';
import { CommittedOffsets } from './committed-offsets.ts';

/** The consumer groups of the broker. */
export class GroupCoordinator {
  readonly #groups = new Map<string, ClassicGroup>();
  readonly #clock: Clock;
  readonly #configuration: Configuration;

  constructor(clock: Clock, configuration: Configuration) {
    this.#clock = clock;
    this.#configuration = configuration;
  }

  /** All groups, in the order they appeared. */
  all(): readonly ClassicGroup[] {
    return [...this.#groups.values()];
  }

  get(id: string): ClassicGroup | undefined {
    return this.#groups.get(id);
  }

  /** The group of this id; a new one when there is none. */
  findOrCreate(id: string): ClassicGroup {
    const known = this.#groups.get(id);
    if (known) return known;
    const group = new ClassicGroup(id, {
      clock: this.#clock,
      offsets: new CommittedOffsets(),
      initialRebalanceDelayMs: this.#configuration.number('group.initial.rebalance.delay.ms'),
      maxSize: this.#configuration.number('group.max.size'),
    });
    this.#groups.set(id, group);
    return group;
  }

  /** Forgets a group without members. */
  delete(group: ClassicGroup): void {
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
}
