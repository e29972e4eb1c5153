import type { Clock } from '../../base/clock.ts';
import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import type { Topics } from '../topics.ts';
import { ClassicGuests, type GuestHost } from './classic-guests.ts';
import type { CommitAttempt, GenerationClaim } from './classic-requests.ts';
import type { MemberClaim } from './classic-roster.ts';
import type { CommittedOffsets } from './committed-offsets.ts';
import { ConsumerMember, type Wishes } from './consumer-member.ts';
import { ConsumerRoster } from './consumer-roster.ts';
import { parsePartitionKey } from './partition-key.ts';
import { TargetAssignment } from './target-assignment.ts';

/** A ConsumerGroupHeartbeat request, and who sent it. null: as it was. */
export interface ConsumerHeartbeat extends Wishes, MemberClaim {
  readonly memberEpoch: number;
  readonly assignor: string | null;
  /** What the member has. */
  readonly owned: ReadonlySet<string> | null;
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
  /** Asked for each heartbeat, as it can be altered. */
  readonly sessionTimeoutMs: () => number;
  readonly maxSize: number;
  /** Whether members of the classic protocol may come. */
  readonly allowsGuests: () => boolean;
  /** Whether this group may become a classic one, when only such members are left. */
  readonly mayDowngrade: (group: ConsumerGroup) => boolean;
  /** Puts a classic group in the place of this one. */
  readonly downgrade: (group: ConsumerGroup, rebalances: boolean) => void;
  /** Of a group that was of the classic protocol until now. */
  readonly start?: { readonly epoch: number; readonly members: readonly ConsumerMember[] };
}

/**
 * A consumer group of the new protocol (KIP-848): the broker assigns, and members move to it one by one. Follows Kafka's
 * GroupMetadataManager.
 */
export class ConsumerGroup implements GuestHost {
  readonly kind = 'consumer';
  readonly protocolType = 'consumer';
  readonly id: string;
  readonly offsets: CommittedOffsets;
  readonly topics: Topics;
  readonly roster: ConsumerRoster;
  readonly targets: TargetAssignment;
  /** For the members that still speak the classic protocol. */
  readonly guests = new ClassicGuests(this);
  readonly #options: ConsumerGroupOptions;

  constructor(id: string, options: ConsumerGroupOptions) {
    const { start = { epoch: FIRST_EPOCH, members: [] } } = options;
    this.id = id;
    this.offsets = options.offsets;
    this.topics = options.topics;
    this.#options = options;
    this.roster = new ConsumerRoster(id);
    for (const member of start.members) {
      this.roster.add(member);
      member.session.set(member.classic?.sessionTimeoutMs ?? 0, () => this.remove(new Set([member])));
    }
    const partitions = new Map(start.members.map((each) => [each.id, new Set(each.assigned.keys())]));
    this.targets = new TargetAssignment(this.topics, this.roster, { epoch: start.epoch, partitions });
  }

  get state(): 'Empty' | 'Assigning' | 'Reconciling' | 'Stable' {
    if (this.isVacant) return 'Empty';
    if (this.targets.isStale) return 'Assigning';
    const isSettled = this.roster.all.every(
      ({ state, epoch }) => state === 'stable' && epoch === this.targets.epoch,
    );
    return isSettled ? 'Stable' : 'Reconciling';
  }

  get isVacant(): boolean {
    return this.roster.size === 0;
  }

  get allowsGuests(): boolean {
    return this.#options.allowsGuests();
  }

  get mayDowngrade(): boolean {
    return this.#options.mayDowngrade(this);
  }

  isSubscribedTo(topic: string): boolean {
    return this.roster.all.some((member) => this.targets.namesReadBy(member).has(topic));
  }

  heartbeat(request: ConsumerHeartbeat): HeartbeatResult | Refusal {
    const member = this.#findOrJoin(request);
    if ('errorCode' in member) return member;
    const { targets } = this;
    const before = { assigned: member.assigned, assignor: targets.assignorName };
    const isChanged = member.subscribe(request);
    member.upgrade();
    member.assignor = request.assignor ?? member.assignor;
    targets.bumpIfChanged(isChanged || targets.assignorName !== before.assignor);
    targets.update();
    this.reconcile(member, request.owned);
    member.session.set(this.#options.sessionTimeoutMs(), () => this.remove(new Set([member])));
    const { memberEpoch, rebalanceTimeoutMs, topicNames, topicPattern, owned } = request;
    const namesTopics = topicNames !== null || topicPattern !== null;
    const isFull = memberEpoch === 0 || (rebalanceTimeoutMs !== -1 && namesTopics && owned !== null);
    return { member, isToldPartitions: isFull || member.assigned !== before.assigned };
  }

  /** Removes a member; a static one that leaves for now keeps its place. */
  leave(claim: MemberClaim, isForNow: boolean): Refusal | undefined {
    const member = this.roster.find(claim);
    if ('errorCode' in member) return member;
    if (isForNow) member.leaveForNow();
    else this.remove(new Set([member]));
    return undefined;
  }

  /** Whether offsets may be committed under this claim: NONE, or why not. The generation is the member's epoch. */
  checkCommit(claim: GenerationClaim, { isTransactional, knowsEpochs, keys }: CommitAttempt): number {
    const { memberId, groupInstanceId, generationId } = claim;
    if (generationId < 0 && this.isVacant) return errorCodes.NONE;
    const isOutsider = generationId === -1 && memberId === '' && groupInstanceId === null;
    if (isTransactional && isOutsider) return errorCodes.NONE;
    const member = this.roster.get(memberId);
    if (!member) return errorCodes.UNKNOWN_MEMBER_ID;
    if (!isTransactional && !knowsEpochs && !member.classic) return errorCodes.UNSUPPORTED_VERSION;
    // Of an epoch that is over, it may commit what it has had ever since.
    const isCovered = generationId <= member.epoch && keys.every((key) => member.hasSince(key, generationId));
    return generationId === member.epoch || isCovered ? errorCodes.NONE : staleEpochCode(member);
  }

  /** Whether a member may ask for offsets: NONE, or why not. */
  checkFetch(memberId: string | null, epoch: number): number {
    if (memberId === null && epoch < 0) return errorCodes.NONE;
    const member = this.roster.get(memberId ?? '');
    if (!member) return errorCodes.UNKNOWN_MEMBER_ID;
    return member.epoch === epoch ? errorCodes.NONE : staleEpochCode(member);
  }

  /** Stops all timers. */
  close(): void {
    for (const member of this.roster.all) this.roster.remove(member);
  }

  isFullFor({ memberId, groupInstanceId }: MemberClaim): boolean {
    const isKnown = this.roster.static(groupInstanceId) ?? this.roster.get(memberId);
    return !isKnown && this.roster.size >= this.#options.maxSize;
  }

  enlist({ memberId, groupInstanceId }: MemberClaim): ConsumerMember {
    const former = this.roster.static(groupInstanceId);
    const known = groupInstanceId === null ? this.roster.get(memberId) : undefined;
    if (known) return known;
    const member = new ConsumerMember(memberId, groupInstanceId, this.#options.clock);
    if (former) {
      member.inherit(former);
      this.roster.remove(former);
      this.targets.rename(former.id, memberId);
    }
    this.roster.add(member);
    return member;
  }

  reconcile(member: ConsumerMember, owned: ReadonlySet<string> | null): void {
    const topicNames = this.targets.namesReadBy(member);
    const hasMoved = member.reconcile(this.targets.of(member.id), {
      owned,
      isFree: (key) => !this.roster.isHeldByOther(member, key),
      isSubscribed: (key) => topicNames.has(this.topics.withId(parsePartitionKey(key).topicId)?.name ?? ''),
    });
    if (!hasMoved || member.classic) return;
    if (member.state !== 'unrevoked') member.revocation.clear();
    else member.revocation.set(member.rebalanceTimeoutMs, () => this.remove(new Set([member])));
  }

  /** Members are gone. If only members of the classic protocol are left, the group becomes theirs. */
  remove(members: ReadonlySet<ConsumerMember>): void {
    for (const member of members) this.roster.remove(member);
    const isLeftToGuests = !this.isVacant && this.roster.all.every(({ classic }) => classic);
    if (isLeftToGuests && this.mayDowngrade) this.downgrade(true);
    else this.targets.membersLeft();
  }

  downgrade(rebalances: boolean): void {
    this.#options.downgrade(this, rebalances);
  }

  #findOrJoin(request: ConsumerHeartbeat): ConsumerMember | Refusal {
    const { memberEpoch, owned } = request;
    if (this.isFullFor(request))
      return refuse(
        errorCodes.GROUP_MAX_SIZE_REACHED,
        `The consumer group has reached its maximum capacity of ${this.#options.maxSize} members.`,
      );
    if (memberEpoch === 0) return this.#join(request);
    const known = this.roster.find(request);
    if ('errorCode' in known || known.isAtEpoch(memberEpoch, owned)) return known;
    return refuse(
      errorCodes.FENCED_MEMBER_EPOCH,
      `The consumer group member has another member epoch (${memberEpoch}) than the one known by the group coordinator (${known.epoch}). The member must abandon all its partitions and rejoin.`,
    );
  }

  #join(request: ConsumerHeartbeat): ConsumerMember | Refusal {
    const former = this.roster.static(request.groupInstanceId);
    if (!former || former.classic || former.hasLeftForNow) return this.enlist(request);
    return refuse(
      errorCodes.UNRELEASED_INSTANCE_ID,
      `Static member ${request.memberId} with instance id ${request.groupInstanceId} cannot join the group because the instance id is owned by ${former.id} member.`,
    );
  }
}

/** Kafka counts from here: the first member enters the next one. */
const FIRST_EPOCH = 1;

/** The error code for a member that claims another epoch than its own. */
function staleEpochCode({ classic }: ConsumerMember): number {
  return classic ? errorCodes.ILLEGAL_GENERATION : errorCodes.STALE_MEMBER_EPOCH;
}
