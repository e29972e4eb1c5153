import type { Topics } from '../topics.ts';
import { type AssignableTopic, assignors, type Subscriber } from './assignors.ts';
import type { ConsumerMember, Target } from './consumer-member.ts';
import type { ConsumerRoster } from './consumer-roster.ts';
import { compileTopicPattern } from './topic-pattern.ts';

/** The assignor of groups whose members ask for none. */
const DEFAULT_ASSIGNOR = 'uniform';

/**
 * What the members of a group of the new protocol are to have (KIP-848). The group's epoch moves when members, what they read, or
 * topics change; the assignment's follows when a member is heard of.
 */
export class TargetAssignment {
  readonly #topics: Topics;
  readonly #roster: ConsumerRoster;
  #groupEpoch: number;
  #epoch: number;
  #partitions: ReadonlyMap<string, ReadonlySet<string>>;
  /** The topics that members read, as they were when the group's epoch last moved. */
  #seenTopics: string;

  /** A group that was of the classic protocol goes on with its generation, and with what its members have. */
  constructor(
    topics: Topics,
    roster: ConsumerRoster,
    start: { readonly epoch: number; readonly partitions: ReadonlyMap<string, ReadonlySet<string>> },
  ) {
    this.#topics = topics;
    this.#roster = roster;
    this.#groupEpoch = start.epoch;
    this.#epoch = start.epoch;
    this.#partitions = start.partitions;
    this.#seenTopics = this.#renderTopics();
  }

  get groupEpoch(): number {
    return this.#groupEpoch;
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** The one that most members ask for. */
  get assignorName(): string {
    const wishes = this.#roster.all.flatMap(({ assignor }) => assignor ?? []);
    const [winner] = [...Map.groupBy(wishes, (name) => name)].sort(([, a], [, b]) => b.length - a.length);
    return winner?.[0] ?? DEFAULT_ASSIGNOR;
  }

  of(memberId: string): Target {
    return { epoch: this.#epoch, partitions: this.#partitions.get(memberId) ?? new Set() };
  }

  /** A member goes on under another id. */
  rename(oldId: string, newId: string): void {
    const { partitions } = this.of(oldId);
    const others = [...this.#partitions].filter(([id]) => id !== oldId);
    this.#partitions = new Map([...others, [newId, partitions]]);
  }

  /** Whether members are still to be told of a newer epoch. */
  get isStale(): boolean {
    return this.#epoch < this.#groupEpoch;
  }

  /** Moves the group's epoch when members or their wishes have changed, or the topics that they read. */
  bumpIfChanged(areMembersChanged: boolean): void {
    if (areMembersChanged || this.#renderTopics() !== this.#seenTopics) this.#bump();
  }

  /** Makes new targets if the group's epoch has moved. */
  update(): void {
    if (!this.isStale) return;
    const subscribers = this.#roster.all.map((member): Subscriber => {
      const ids = [...this.namesReadBy(member)].flatMap((name) => this.#topics.named(name)?.id ?? []);
      const { id: memberId, instanceId } = member;
      return { memberId, instanceId, topicIds: new Set(ids), target: this.of(memberId).partitions };
    });
    this.#partitions = assignors[this.assignorName]?.(subscribers, this.#assignableTopics()) ?? new Map();
    this.#epoch = this.#groupEpoch;
  }

  /** Members are gone: those that are left are told when they are next heard of. */
  membersLeft(): void {
    this.#bump();
    if (this.#roster.size === 0) this.#epoch = this.#groupEpoch;
  }

  /** The names of the topics that a member reads, those that its pattern finds among them. */
  namesReadBy({ topicNames, topicPattern }: ConsumerMember): ReadonlySet<string> {
    if (topicPattern === '') return new Set(topicNames);
    const pattern = compileTopicPattern(topicPattern);
    const all = this.#topics.all().map(({ name }) => name);
    return new Set([...topicNames, ...all.filter((name) => pattern?.test(name))]);
  }

  #bump(): void {
    this.#groupEpoch++;
    this.#seenTopics = this.#renderTopics();
  }

  #renderTopics(): string {
    return JSON.stringify(this.#assignableTopics());
  }

  #assignableTopics(): readonly AssignableTopic[] {
    const names = this.#roster.all.reduce(
      (all, each) => all.union(this.namesReadBy(each)),
      new Set<string>(),
    );
    return [...names].sort().flatMap((name) => {
      const topic = this.#topics.named(name);
      return topic ? [{ id: topic.id, partitions: topic.partitions.length }] : [];
    });
  }
}
