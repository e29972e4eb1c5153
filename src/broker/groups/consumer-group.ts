import type { Clock } from '../../base/clock.ts';
import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import type { Topics } from '../topics.ts';
import { type AssignableTopic, assignors, type Subscriber } from './assignors.ts';
import type { GenerationClaim } from './classic-requests.ts';
import type { CommittedOffsets } from './committed-offsets.ts';
import { ConsumerMember, LEAVES_FOR_NOW } from './consumer-member.ts';
import { compileTopicPattern } from './topic-pattern.ts';

/** A ConsumerGroupHeartbeat request, and who sent it. null: as it was. */
export interface ConsumerHeartbeat {
  readonly memberId: string;
  readonly memberEpoch: number;
  readonly instanceId: string | null;
  readonly rackId: string | null;
  readonly rebalanceTimeoutMs: number;
  readonly subscribedTopicNames: readonly string[] | null;
  readonly subscribedTopicRegex: string | null;
  readonly serverAssignor: string | null;
  /** What the member has. */
  readonly owned: ReadonlySet<string> | null;
  readonly clientId: string;
  readonly clientHost: string;
}

/** What a heartbeat is answered with. */
export interface HeartbeatResult {
  readonly member: ConsumerMember;
  /** The member has to be told its partitions. */
  readonly isToldPartitions: boolean;
}

/** What the group needs of the broker. */
export interface ConsumerGroupOptions {
  readonly clock: Clock;
  readonly offsets: CommittedOffsets;
  readonly topics: Topics;
  readonly sessionTimeoutMs: number;
  readonly maxSize: number;
}

/**
 * A consumer group of the new protocol (KIP-848): the broker assigns, and members move to it one by one. Follows Kafka's
 * GroupMetadataManager.
 */
export class ConsumerGroup {
  readonly kind = 'consumer';
  readonly protocolType = 'consumer';
  readonly id: string;
  readonly offsets: CommittedOffsets;
  readonly #options: ConsumerGroupOptions;
  readonly #members = new Map<string, ConsumerMember>();
  #epoch = 0;
  #assignmentEpoch = 0;
  #assignorName = 'uniform';
  /** What each member is to have, by member id. */
  #targets: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  /** The topics that were there when the targets were made. */
  #assignedTopics = '';

  constructor(id: string, options: ConsumerGroupOptions) {
    this.id = id;
    this.offsets = options.offsets;
    this.#options = options;
  }

  get state(): 'Empty' | 'Assigning' | 'Reconciling' | 'Stable' {
    if (this.#members.size === 0) return 'Empty';
    if (this.#epoch > this.#assignmentEpoch) return 'Assigning';
    const isSettled = this.members.every(
      ({ state, epoch }) =>
        state === 'stable' && (epoch === this.#assignmentEpoch || epoch === LEAVES_FOR_NOW),
    );
    return isSettled ? 'Stable' : 'Reconciling';
  }

  get epoch(): number {
    return this.#epoch;
  }

  get assignmentEpoch(): number {
    return this.#assignmentEpoch;
  }

  get assignorName(): string {
    return this.#assignorName;
  }

  get members(): readonly ConsumerMember[] {
    return [...this.#members.values()];
  }

  get isVacant(): boolean {
    return this.#members.size === 0;
  }

  /** What a member is to have in the end. */
  targetOf(memberId: string): ReadonlySet<string> {
    return this.#targets.get(memberId) ?? new Set();
  }

  isSubscribedTo(topic: string): boolean {
    return this.members.some((member) => this.#namesOf(member).has(topic));
  }

  heartbeat(request: ConsumerHeartbeat): HeartbeatResult | Refusal {
    const member = this.#findOrJoin(request);
    if ('errorCode' in member) return member;
    const isChanged = this.#update(member, request);
    this.#assign(isChanged);
    const target = { epoch: this.#assignmentEpoch, partitions: this.targetOf(member.id) };
    const isMoved = member.reconcile(target, request.owned, (key) => !this.#isHeldByOther(member, key));
    this.#armTimers(member);
    const isFull =
      request.memberEpoch === 0 ||
      (request.rebalanceTimeoutMs !== -1 && request.subscribedTopicNames !== null && request.owned !== null);
    return { member, isToldPartitions: isFull || isMoved };
  }

  /** Removes a member; a static one that leaves for now keeps its place. */
  leave(memberId: string, instanceId: string | null, isForNow: boolean): Refusal | undefined {
    const member = instanceId === null ? this.#members.get(memberId) : this.#static(instanceId);
    if (!member)
      return refuse(errorCodes.UNKNOWN_MEMBER_ID, `Member ${memberId} is not a member of group ${this.id}.`);
    if (member.id !== memberId) return fencedInstance(memberId, instanceId);
    if (!isForNow) {
      this.#remove(member);
      return undefined;
    }
    member.epoch = LEAVES_FOR_NOW;
    this.#armTimers(member);
    return undefined;
  }

  /** Whether offsets may be committed under this claim: NONE, or why not. The generation is the member's epoch. */
  checkCommit({ memberId, generationId }: GenerationClaim): number {
    if (generationId < 0 && this.isVacant) return errorCodes.NONE;
    const member = this.#members.get(memberId);
    if (!member) return errorCodes.UNKNOWN_MEMBER_ID;
    return member.epoch === generationId ? errorCodes.NONE : errorCodes.STALE_MEMBER_EPOCH;
  }

  /** Stops all timers. */
  close(): void {
    for (const member of this.#members.values()) member.close();
    this.#members.clear();
  }

  #findOrJoin(request: ConsumerHeartbeat): ConsumerMember | Refusal {
    const { memberId, memberEpoch, instanceId, owned } = request;
    const known = instanceId === null ? this.#members.get(memberId) : this.#static(instanceId);
    if (memberEpoch === 0) return this.#join(request, known);
    if (!known)
      return refuse(errorCodes.UNKNOWN_MEMBER_ID, `Member ${memberId} is not a member of group ${this.id}.`);
    if (known.id !== memberId) return fencedInstance(memberId, instanceId);
    if (known.isAtEpoch(memberEpoch, owned)) return known;
    return refuse(
      errorCodes.FENCED_MEMBER_EPOCH,
      `The consumer group member has another member epoch (${memberEpoch}) than the one known by the group coordinator (${known.epoch}). The member must abandon all its partitions and rejoin.`,
    );
  }

  #join(
    { memberId, instanceId }: ConsumerHeartbeat,
    known: ConsumerMember | undefined,
  ): ConsumerMember | Refusal {
    if (known?.id === memberId) return known;
    if (!known && this.#members.size >= this.#options.maxSize)
      return refuse(
        errorCodes.GROUP_MAX_SIZE_REACHED,
        `The consumer group has reached its maximum capacity.`,
      );
    if (known && known.epoch !== LEAVES_FOR_NOW)
      return refuse(
        errorCodes.UNRELEASED_INSTANCE_ID,
        `Static member ${memberId} with instance id ${instanceId} cannot join the group because the instance id is owned by member ${known.id}.`,
      );
    const member = new ConsumerMember(memberId, instanceId, this.#options.clock);
    this.#members.set(memberId, member);
    if (known) this.#inherit(member, known);
    return member;
  }

  /** A static member came back: it goes on with what it had. */
  #inherit(member: ConsumerMember, old: ConsumerMember): void {
    old.close();
    this.#members.delete(old.id);
    const { rackId, rebalanceTimeoutMs, topicNames, topicPattern, assignor, assigned } = old;
    Object.assign(member, { rackId, rebalanceTimeoutMs, topicNames, topicPattern, assignor, assigned });
    const targets = new Map(this.#targets);
    targets.set(member.id, this.targetOf(old.id));
    targets.delete(old.id);
    this.#targets = targets;
  }

  /** Takes what the member says. True: what it reads has changed. */
  #update(member: ConsumerMember, request: ConsumerHeartbeat): boolean {
    const before = this.#wishesOf(member);
    const isNew = member.epoch === 0 && !this.#targets.has(member.id);
    member.clientId = request.clientId;
    member.clientHost = request.clientHost;
    member.rackId = request.rackId ?? member.rackId;
    if (request.rebalanceTimeoutMs !== -1) member.rebalanceTimeoutMs = request.rebalanceTimeoutMs;
    member.topicNames = request.subscribedTopicNames ?? member.topicNames;
    member.topicPattern = request.subscribedTopicRegex ?? member.topicPattern;
    member.assignor = request.serverAssignor ?? member.assignor;
    return isNew || this.#wishesOf(member) !== before;
  }

  #wishesOf({ topicNames, topicPattern, assignor }: ConsumerMember): string {
    return JSON.stringify([topicNames.toSorted(), topicPattern, assignor]);
  }

  /** Makes new targets when members, their wishes, or the topics they read have changed. */
  #assign(isChanged: boolean): void {
    const topics = this.#readTopics();
    const topicsNow = JSON.stringify(topics);
    if (!isChanged && topicsNow === this.#assignedTopics) return;
    this.#epoch++;
    this.#assignedTopics = topicsNow;
    const { topics: registry } = this.#options;
    const subscribers = this.members.map((member): Subscriber => {
      const ids = [...this.#namesOf(member)].flatMap((name) => registry.named(name)?.id ?? []);
      return { memberId: member.id, topicIds: new Set(ids), target: this.targetOf(member.id) };
    });
    this.#assignorName = this.#preferredAssignor();
    this.#targets = assignors[this.#assignorName]?.(subscribers, topics) ?? new Map();
    this.#assignmentEpoch = this.#epoch;
  }

  #preferredAssignor(): string {
    const votes = Map.groupBy(
      this.members.flatMap(({ assignor }) => assignor ?? []),
      (name) => name,
    );
    const [winner] = [...votes].sort(([, a], [, b]) => b.length - a.length);
    return winner?.[0] ?? 'uniform';
  }

  #readTopics(): readonly AssignableTopic[] {
    const names = this.members.reduce((all, member) => all.union(this.#namesOf(member)), new Set<string>());
    return [...names].sort().flatMap((name) => {
      const topic = this.#options.topics.named(name);
      return topic ? [{ id: topic.id, partitions: topic.partitions.length }] : [];
    });
  }

  #namesOf({ topicNames, topicPattern }: ConsumerMember): ReadonlySet<string> {
    if (!topicPattern) return new Set(topicNames);
    const pattern = compileTopicPattern(topicPattern);
    const all = this.#options.topics.all().map(({ name }) => name);
    return new Set([...topicNames, ...all.filter((name) => pattern?.test(name))]);
  }

  #isHeldByOther(member: ConsumerMember, key: string): boolean {
    return this.members.some(
      (other) => other !== member && (other.assigned.has(key) || other.revoking.has(key)),
    );
  }

  #armTimers(member: ConsumerMember): void {
    member.session.set(this.#options.sessionTimeoutMs, () => this.#remove(member));
    if (member.state !== 'unrevoked') member.revocation.clear();
    else if (!member.revocation.isSet)
      member.revocation.set(member.rebalanceTimeoutMs, () => this.#remove(member));
  }

  #remove(member: ConsumerMember): void {
    member.close();
    this.#members.delete(member.id);
    this.#assign(true);
  }

  #static(instanceId: string): ConsumerMember | undefined {
    return this.members.find((member) => member.instanceId === instanceId);
  }
}

function fencedInstance(memberId: string, instanceId: string | null): Refusal {
  return refuse(
    errorCodes.FENCED_INSTANCE_ID,
    `Static member ${memberId} with instance id ${instanceId} was fenced by another member.`,
  );
}
