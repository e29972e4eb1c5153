import { randomUUID } from 'node:crypto';
import type { Clock } from '../../base/clock.ts';
import { errorCodes } from '../error-codes.ts';
import { Timer } from '../timer.ts';
import {
  ClassicMember,
  type JoinResult,
  NO_ASSIGNMENT,
  refuseJoin,
  refuseSync,
  type SyncResult,
} from './classic-member.ts';
import type { GenerationClaim, Join, Sync } from './classic-requests.ts';
import { ClassicRoster, type MemberClaim } from './classic-roster.ts';
import type { CommittedOffsets } from './committed-offsets.ts';
import { Generation } from './generation.ts';
import { PendingIds } from './pending-ids.ts';

/** The states of a classic group, as clients see them. */
export type ClassicState = 'Empty' | 'PreparingRebalance' | 'CompletingRebalance' | 'Stable' | 'Dead';

/** What the group needs of the broker. */
export interface ClassicGroupOptions {
  readonly clock: Clock;
  readonly offsets: CommittedOffsets;
  readonly initialRebalanceDelayMs: number;
  readonly maxSize: number;
}

/**
 * A consumer group of the classic protocol: members join, one of them is the leader and assigns, all sync. Follows
 * Kafka's GroupMetadataManager.
 */
export class ClassicGroup {
  readonly kind = 'classic';
  readonly id: string;
  readonly offsets: CommittedOffsets;
  readonly #options: ClassicGroupOptions;
  readonly #roster = new ClassicRoster();
  readonly #pendingIds: PendingIds;
  #state: ClassicState = 'Empty';
  #generation = new Generation(0, '', null);
  /** Of the members that are joining; the generation takes it over. */
  #protocolType = '';
  /** Ends the wait for members to join, or for members to sync. */
  readonly #phase: Timer;
  /** The first members wait for more to come, even when all that are known are here. */
  #isGathering = false;

  constructor(id: string, options: ClassicGroupOptions) {
    this.id = id;
    this.offsets = options.offsets;
    this.#options = options;
    this.#pendingIds = new PendingIds(options.clock);
    this.#phase = new Timer(options.clock);
  }

  get state(): ClassicState {
    return this.#state;
  }

  get protocolType(): string {
    return this.#protocolType;
  }

  get protocolName(): string | null {
    return this.#generation.protocolName;
  }

  get members(): readonly ClassicMember[] {
    return this.#roster.all;
  }

  /** No members and none on their way. */
  get isVacant(): boolean {
    return this.#roster.size === 0 && this.#pendingIds.size === 0;
  }

  /** Whether a member reads this topic; groups of other kinds than consumers keep that to themselves. */
  isSubscribedTo(topic: string): boolean {
    const { protocolName } = this.#generation;
    if (this.isVacant || protocolName === null) return false;
    if (this.#protocolType !== 'consumer') return true;
    return this.#roster.hasSubscribed(topic, protocolName);
  }

  join(join: Join): JoinResult | Promise<JoinResult> {
    const { memberId, groupInstanceId } = join;
    const isKnown = memberId !== '' && !this.#pendingIds.has(memberId);
    if (!isKnown && !this.#roster.static(groupInstanceId) && this.#roster.size >= this.#options.maxSize)
      return refuseJoin(errorCodes.GROUP_MAX_SIZE_REACHED, memberId);
    if (!this.#offersCommonProtocol(join))
      return refuseJoin(errorCodes.INCONSISTENT_GROUP_PROTOCOL, memberId);
    if (isKnown) return this.#joinAgain(join);
    if (this.#pendingIds.take(memberId)) return this.#joinFirst(memberId, join);
    const newId = `${groupInstanceId ?? join.clientId}-${randomUUID()}`;
    if (groupInstanceId !== null) return this.#joinStatic(newId, join);
    if (!join.requiresKnownMemberId) return this.#joinFirst(newId, join);
    this.#pendingIds.add(newId, join.sessionTimeoutMs, () => this.#completeJoinWhenAllAreHere());
    return refuseJoin(errorCodes.MEMBER_ID_REQUIRED, newId);
  }

  sync(sync: Sync): SyncResult | Promise<SyncResult> {
    const member = this.#find(sync);
    if (typeof member === 'number') return refuseSync(member);
    if (!this.#generation.hasProtocol(sync.protocolType, sync.protocolName))
      return refuseSync(errorCodes.INCONSISTENT_GROUP_PROTOCOL);
    if (this.#state === 'PreparingRebalance') return refuseSync(errorCodes.REBALANCE_IN_PROGRESS);
    if (this.#state === 'Stable') {
      this.#armSession(member);
      return this.#generation.syncResult(member);
    }
    const answer = member.awaitSync();
    if (member === this.#roster.leader) this.#assign(sync.assignments);
    return answer;
  }

  /** The error code of a heartbeat. */
  heartbeat(claim: GenerationClaim): number {
    const member = this.#find(claim);
    if (typeof member === 'number') return member;
    this.#armSession(member);
    return this.#state === 'PreparingRebalance' ? errorCodes.REBALANCE_IN_PROGRESS : errorCodes.NONE;
  }

  /** The error code of a member that wants to go. A static one may be named by its instance id alone. */
  leave({ memberId, groupInstanceId }: MemberClaim): number {
    if (this.#pendingIds.take(memberId)) {
      this.#completeJoinWhenAllAreHere();
      return errorCodes.NONE;
    }
    const isNamedByInstance = groupInstanceId !== null && memberId === '';
    const member = isNamedByInstance
      ? (this.#roster.static(groupInstanceId) ?? errorCodes.UNKNOWN_MEMBER_ID)
      : this.#roster.find({ memberId, groupInstanceId });
    if (typeof member === 'number') return member;
    this.#remove(member);
    return errorCodes.NONE;
  }

  /** Whether offsets may be committed under this claim: NONE, or why not. */
  checkCommit(claim: GenerationClaim, isTransactional: boolean): number {
    if (this.#state === 'Dead') return errorCodes.COORDINATOR_NOT_AVAILABLE;
    if (claim.generationId < 0 && this.#state === 'Empty') return errorCodes.NONE;
    const isOutsider = claim.generationId < 0 && claim.memberId === '' && claim.groupInstanceId === null;
    if (isOutsider) return isTransactional ? errorCodes.NONE : errorCodes.UNKNOWN_MEMBER_ID;
    const member = this.#find(claim);
    if (typeof member === 'number') return member;
    if (this.#state === 'CompletingRebalance' && !isTransactional) return errorCodes.REBALANCE_IN_PROGRESS;
    this.#armSession(member);
    return errorCodes.NONE;
  }

  /** Lets all members go: the group was deleted, or the broker stops. */
  close(): void {
    this.#state = 'Dead';
    this.#phase.clear();
    this.#pendingIds.clear();
    for (const member of this.#roster.all) this.#letGo(member, errorCodes.COORDINATOR_NOT_AVAILABLE);
  }

  #offersCommonProtocol({ protocolType, protocols }: Join): boolean {
    if (this.#roster.size === 0) return protocolType !== '' && protocols.length > 0;
    return protocolType === this.#protocolType && protocols.some(({ name }) => this.#roster.isCommon(name));
  }

  #joinFirst(memberId: string, join: Join): Promise<JoinResult> {
    const member = new ClassicMember(memberId, join, this.#options.clock);
    if (this.#roster.size === 0) this.#protocolType = join.protocolType;
    this.#roster.add(member);
    return this.#awaitGeneration(member);
  }

  #joinAgain(join: Join): JoinResult | Promise<JoinResult> {
    const member = this.#roster.find(join);
    if (typeof member === 'number') return refuseJoin(member, join.memberId);
    const isFollowing = this.#state === 'Stable' && member !== this.#roster.leader;
    const mayStay = member.matches(join.protocols) && (this.#state === 'CompletingRebalance' || isFollowing);
    member.update(join);
    if (!mayStay) return this.#awaitGeneration(member);
    this.#armSession(member);
    return this.#generation.joinResult(member, this.#roster);
  }

  /** A static member without an id is new, or is one that was started again. */
  #joinStatic(newId: string, join: Join): JoinResult | Promise<JoinResult> {
    const member = this.#roster.static(join.groupInstanceId);
    if (!member) return this.#joinFirst(newId, join);
    const { id: oldId } = member;
    member.replyJoin(refuseJoin(errorCodes.FENCED_INSTANCE_ID, oldId));
    member.replySync(refuseSync(errorCodes.FENCED_INSTANCE_ID));
    this.#roster.rename(member, newId);
    member.update(join);
    if (this.#state !== 'Stable' || this.#roster.selectProtocol() !== this.#generation.protocolName)
      return this.#awaitGeneration(member);
    this.#armSession(member);
    const result = this.#generation.joinResult(member, this.#roster);
    if (member !== this.#roster.leader) return result;
    // The group keeps its assignment: a leader that cannot be told so is told that another leads.
    return join.knowsSkipAssignment
      ? { ...result, skipAssignment: true }
      : { ...result, leader: oldId, members: [] };
  }

  #awaitGeneration(member: ClassicMember): Promise<JoinResult> {
    const answer = member.awaitJoin();
    this.#armSession(member);
    if (this.#state === 'PreparingRebalance') this.#completeJoinWhenAllAreHere();
    else this.#prepareRebalance();
    return answer;
  }

  #prepareRebalance(): void {
    for (const member of this.#roster.all) {
      member.assignment = NO_ASSIGNMENT;
      if (!member.isAwaitingSync) continue;
      member.replySync(refuseSync(errorCodes.REBALANCE_IN_PROGRESS));
      this.#armSession(member);
    }
    const isFirst = this.#state === 'Empty';
    this.#state = 'PreparingRebalance';
    const { rebalanceTimeoutMs: rebalanceMs } = this.#roster;
    const delayMs = isFirst ? Math.min(this.#options.initialRebalanceDelayMs, rebalanceMs) : 0;
    this.#isGathering = delayMs > 0;
    this.#phase.set(delayMs || rebalanceMs, () => this.#completeJoin());
    this.#completeJoinWhenAllAreHere();
  }

  #completeJoinWhenAllAreHere(): void {
    const isComplete =
      !this.#isGathering && this.#pendingIds.size === 0 && this.#roster.all.every((m) => m.isAwaitingJoin);
    if (this.#state === 'PreparingRebalance' && isComplete) this.#completeJoin();
  }

  #completeJoin(): void {
    for (const member of this.#roster.all) {
      if (member.isAwaitingJoin || member.groupInstanceId !== null) continue;
      member.session.clear();
      this.#roster.remove(member);
    }
    if (this.#roster.size > 0 && !this.#roster.ensureJoinedLeader()) {
      // Only static members that have not come back: wait until they do, or their sessions end.
      this.#phase.set(this.#roster.rebalanceTimeoutMs, () => this.#completeJoin());
      return;
    }
    this.#phase.clear();
    this.#isGathering = false;
    const protocolName = this.#roster.selectProtocol();
    this.#generation = new Generation(this.#generation.id + 1, this.#protocolType, protocolName);
    this.#state = this.#roster.size === 0 ? 'Empty' : 'CompletingRebalance';
    if (this.#state === 'Empty') return;
    this.#phase.set(this.#roster.rebalanceTimeoutMs, () => {
      for (const member of this.#roster.unsynced) this.#remove(member);
    });
    for (const member of this.#roster.all) {
      member.isNew = false;
      member.replyJoin(this.#generation.joinResult(member, this.#roster));
      this.#armSession(member);
    }
  }

  #assign(assignments: ReadonlyMap<string, Buffer>): void {
    this.#phase.clear();
    this.#state = 'Stable';
    for (const member of this.#roster.all) {
      member.assignment = Buffer.from(assignments.get(member.id) ?? NO_ASSIGNMENT);
      if (!member.isAwaitingSync) continue;
      member.replySync(this.#generation.syncResult(member));
      this.#armSession(member);
    }
  }

  #find(claim: GenerationClaim): ClassicMember | number {
    const member = this.#roster.find(claim);
    if (typeof member === 'number' || claim.generationId === this.#generation.id) return member;
    return errorCodes.ILLEGAL_GENERATION;
  }

  #remove(member: ClassicMember): void {
    this.#roster.remove(member);
    this.#letGo(member, errorCodes.UNKNOWN_MEMBER_ID);
    if (this.#state === 'Stable' || this.#state === 'CompletingRebalance') this.#prepareRebalance();
    else this.#completeJoinWhenAllAreHere();
  }

  #letGo(member: ClassicMember, errorCode: number): void {
    member.session.clear();
    member.replyJoin(refuseJoin(errorCode, member.id));
    member.replySync(refuseSync(errorCode));
  }

  #armSession(member: ClassicMember): void {
    member.session.set(member.patienceMs, () => this.#expireSession(member));
  }

  /** A member whose request is being held is alive: its session starts anew with the answer. */
  #expireSession(member: ClassicMember): void {
    if (!member.isNew && (member.isAwaitingJoin || member.isAwaitingSync)) return;
    this.#remove(member);
  }
}
