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
import type { ClassicSide, CommitAttempt, GenerationClaim, Join, Sync } from './classic-requests.ts';
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
export class ClassicGroup implements ClassicSide {
  readonly kind = 'classic';
  readonly id: string;
  readonly offsets: CommittedOffsets;
  readonly #options: ClassicGroupOptions;
  readonly #roster = new ClassicRoster();
  readonly #pendingIds: PendingIds;
  #state: ClassicState = 'Empty';
  #generation = new Generation(0, '', null);
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
    return this.#roster.protocolType;
  }

  get protocolName(): string | null {
    return this.#generation.protocolName;
  }

  get generationId(): number {
    return this.#generation.id;
  }

  /** The protocol of the generation, or of the first one to be. */
  get commonProtocol(): string | null {
    return this.protocolName ?? this.#roster.selectProtocol();
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
    if (this.#state === 'Empty') return false;
    return this.protocolType === 'consumer' && this.#roster.mayRead(topic, this.protocolName);
  }

  join(join: Join): JoinResult | Promise<JoinResult> {
    const { memberId, groupInstanceId } = join;
    const isKnown = memberId !== '' && !this.#pendingIds.has(memberId);
    if (!isKnown && !this.#roster.static(groupInstanceId) && this.#roster.size >= this.#options.maxSize)
      return refuseJoin(errorCodes.GROUP_MAX_SIZE_REACHED, memberId);
    if (!this.#roster.hasInCommon(join)) return refuseJoin(errorCodes.INCONSISTENT_GROUP_PROTOCOL, memberId);
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

  leave(claims: readonly MemberClaim[]): readonly number[] {
    return claims.map((claim) => {
      const wasPending = this.#pendingIds.take(claim.memberId);
      if (wasPending) this.#completeJoinWhenAllAreHere();
      const member = wasPending ? errorCodes.NONE : this.#roster.findLeaving(claim);
      if (typeof member === 'number') return member;
      this.#remove(member);
      return errorCodes.NONE;
    });
  }

  /** Whether offsets may be committed under this claim: NONE, or why not. */
  checkCommit(claim: GenerationClaim, { isTransactional }: CommitAttempt): number {
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

  /** Takes the members of a group of the new protocol, which goes on as this one. */
  takeOver(generationId: number, members: readonly ClassicMember[]): void {
    for (const member of members) {
      member.isNew = false;
      this.#roster.add(member, 'consumer');
      this.#armSession(member);
    }
    this.#generation = new Generation(generationId, 'consumer', this.#roster.selectProtocol());
    this.#state = 'Stable';
  }

  /** Calls all members together, to join again. */
  rebalance(): void {
    if (this.#state === 'CompletingRebalance') this.#dropAssignment();
    const isFirst = this.#state === 'Empty';
    this.#state = 'PreparingRebalance';
    const { rebalanceTimeoutMs: rebalanceMs } = this.#roster;
    const delayMs = isFirst ? Math.min(this.#options.initialRebalanceDelayMs, rebalanceMs) : 0;
    this.#isGathering = delayMs > 0;
    this.#phase.set(delayMs || rebalanceMs, () => this.#completeJoin());
    this.#completeJoinWhenAllAreHere();
  }

  /** Lets all members go, with an answer to those that wait: the group was deleted or moved on, or the broker stops. */
  close(errorCode: number = errorCodes.COORDINATOR_NOT_AVAILABLE): void {
    this.#state = 'Dead';
    this.#phase.clear();
    this.#pendingIds.clear();
    for (const member of this.#roster.all) {
      member.session.clear();
      member.refuse(errorCode);
    }
  }

  #joinFirst(memberId: string, join: Join): Promise<JoinResult> {
    const member = new ClassicMember(memberId, join, this.#options.clock);
    this.#roster.add(member, join.protocolType);
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
    member.refuse(errorCodes.FENCED_INSTANCE_ID);
    this.#roster.rename(member, newId);
    member.update(join);
    if (this.#state !== 'Stable' || this.#roster.selectProtocol() !== this.#generation.protocolName)
      return this.#awaitGeneration(member);
    this.#armSession(member);
    return this.#generation.resumeResult(member, this.#roster, { ...join, memberId: oldId });
  }

  #awaitGeneration(member: ClassicMember): Promise<JoinResult> {
    const answer = member.awaitJoin();
    this.#armSession(member);
    if (this.#state === 'PreparingRebalance') this.#completeJoinWhenAllAreHere();
    else this.rebalance();
    return answer;
  }

  #dropAssignment(): void {
    for (const member of this.#roster.all) {
      member.assignment = NO_ASSIGNMENT;
      if (!member.isAwaitingSync) continue;
      member.replySync(refuseSync(errorCodes.REBALANCE_IN_PROGRESS));
      this.#armSession(member);
    }
  }

  #completeJoinWhenAllAreHere(): void {
    const isComplete =
      !this.#isGathering && this.#pendingIds.size === 0 && this.#roster.all.every((m) => m.isAwaitingJoin);
    if (this.#state === 'PreparingRebalance' && isComplete) this.#completeJoin();
  }

  #completeJoin(): void {
    for (const member of this.#roster.absentees) this.#roster.remove(member);
    if (this.#roster.size > 0 && !this.#roster.ensureJoinedLeader()) {
      // Only static members that have not come back: wait until they do, or their sessions end.
      this.#phase.set(this.#roster.rebalanceTimeoutMs, () => this.#completeJoin());
      return;
    }
    this.#phase.clear();
    this.#isGathering = false;
    const protocolName = this.#roster.selectProtocol();
    this.#generation = new Generation(this.#generation.id + 1, this.protocolType, protocolName);
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
    member.refuse(errorCodes.UNKNOWN_MEMBER_ID);
    if (this.#state === 'Stable' || this.#state === 'CompletingRebalance') this.rebalance();
    else this.#completeJoinWhenAllAreHere();
  }

  #armSession(member: ClassicMember): void {
    member.session.set(member.patienceMs, () => {
      if (!member.isHeld) this.#remove(member);
    });
  }
}
