import { randomUUID } from 'node:crypto';
import { errorCodes } from '../error-codes.ts';
import type { Topics } from '../topics.ts';
import {
  copyProtocol,
  type JoinResult,
  type Protocol,
  refuseJoin,
  refuseSync,
  type SyncResult,
} from './classic-member.ts';
import type { ClassicSide, GenerationClaim, Join, Sync } from './classic-requests.ts';
import type { MemberClaim } from './classic-roster.ts';
import type { ClassicTraits, ConsumerMember } from './consumer-member.ts';
import { readSubscription, type Subscription, writeAssignment } from './consumer-protocol.ts';
import type { ConsumerRoster } from './consumer-roster.ts';
import type { TargetAssignment } from './target-assignment.ts';
import { keysOfNamed, namedPartitionsOf } from './topic-partitions.ts';

/** What guests need of the group of the new protocol that they are in. */
export interface GuestHost {
  readonly roster: ConsumerRoster;
  readonly targets: TargetAssignment;
  readonly topics: Topics;
  readonly allowsGuests: boolean;
  /** Whether the group may become a classic one, when nobody else is left. */
  readonly mayDowngrade: boolean;
  isFullFor(claim: MemberClaim): boolean;
  /** A new member, or the one that has this id; a static one takes the place of its former self. */
  enlist(claim: MemberClaim): ConsumerMember;
  /** Moves a member, which says that it has `owned`, towards its target. */
  reconcile(member: ConsumerMember, owned: ReadonlySet<string>): void;
  remove(members: ReadonlySet<ConsumerMember>): void;
  /** Puts a classic group of the guests in its place, which rebalances at once or goes on with what they have. */
  downgrade(rebalances: boolean): void;
}

/** A join that nothing speaks against. */
interface Admission {
  readonly member: ConsumerMember;
  readonly traits: ClassicTraits;
  readonly subscription: Subscription;
}

/**
 * The members that still speak the classic protocol in a group of the new one: the broker assigns to them too, and their
 * generation is their epoch. Follows the `…ToConsumerGroup` methods of Kafka's GroupMetadataManager.
 * Source: https://cwiki.apache.org/confluence/display/KAFKA/KIP-848%3A+The+Next+Generation+of+the+Consumer+Rebalance+Protocol
 */
export class ClassicGuests implements ClassicSide {
  readonly #host: GuestHost;

  constructor(host: GuestHost) {
    this.#host = host;
  }

  join(join: Join): JoinResult {
    const { roster, targets, topics, mayDowngrade } = this.#host;
    const replacesLast = roster.isLastOfNewProtocol(roster.static(join.groupInstanceId));
    const admission = this.#admit(join);
    if ('errorCode' in admission) return admission;
    const { member, traits, subscription } = admission;
    const isChanged = member.subscribe({
      ...join,
      rackId: subscription.rackId,
      topicNames: subscription.topics,
      topicPattern: '',
    });
    member.classic = traits;
    member.rejoin.clear();
    targets.bumpIfChanged(isChanged);
    const owned = keysOfNamed(subscription.ownedPartitions, topics);
    if (replacesLast && mayDowngrade) {
      const { isStale } = targets;
      if (!isStale) this.#host.reconcile(member, owned);
      this.#host.downgrade(isStale);
    } else {
      targets.update();
      this.#host.reconcile(member, owned);
      this.#armSession(member, traits);
      member.sync.set(join.rebalanceTimeoutMs, () => this.#remove(member));
    }
    return {
      ...refuseJoin(errorCodes.NONE, member.id),
      generationId: member.epoch,
      protocolType: 'consumer',
      protocolName: traits.protocols[0].name,
    };
  }

  sync(sync: Sync): SyncResult {
    const found = this.#find(sync);
    if (typeof found === 'number') return refuseSync(found);
    const { member, traits } = found;
    const [{ name, metadata }] = traits.protocols;
    const { protocolType, protocolName } = sync;
    if ((protocolType ?? 'consumer') !== 'consumer' || (protocolName ?? name) !== name)
      return refuseSync(errorCodes.INCONSISTENT_GROUP_PROTOCOL);
    if (this.#host.targets.epoch > member.epoch && member.state !== 'unrevoked') {
      this.#awaitJoin(member);
      return refuseSync(errorCodes.REBALANCE_IN_PROGRESS);
    }
    member.sync.clear();
    this.#armSession(member, traits);
    const assigned = namedPartitionsOf(member.assigned.keys(), this.#host.topics);
    return {
      errorCode: errorCodes.NONE,
      protocolType,
      protocolName,
      assignment: writeAssignment(assigned, metadata),
    };
  }

  heartbeat(claim: GenerationClaim): number {
    const found = this.#find(claim);
    if (typeof found === 'number') return found;
    const { member, traits } = found;
    this.#armSession(member, traits);
    if (!this.#mustRejoin(member)) return errorCodes.NONE;
    this.#awaitJoin(member);
    return errorCodes.REBALANCE_IN_PROGRESS;
  }

  leave(claims: readonly MemberClaim[]): readonly number[] {
    const found = claims.map((claim) => this.#host.roster.findLeaving(claim));
    const leaving = new Set(found.flatMap((each) => ('errorCode' in each ? [] : [each])));
    if (leaving.size > 0) this.#host.remove(leaving);
    return found.map((each) => ('errorCode' in each ? each.errorCode : errorCodes.NONE));
  }

  #admit(join: Join): Admission | JoinResult {
    const refuse = (errorCode: number): JoinResult => refuseJoin(errorCode, '');
    const { memberId, groupInstanceId, protocols, sessionTimeoutMs } = join;
    if (!this.#host.allowsGuests) return refuse(errorCodes.INCONSISTENT_GROUP_PROTOCOL);
    if (this.#host.isFullFor(join)) return refuse(errorCodes.GROUP_MAX_SIZE_REACHED);
    const [first, ...others] = protocols.map(copyProtocol);
    if (!first || join.protocolType !== 'consumer' || !this.#haveCommon(protocols))
      return refuse(errorCodes.INCONSISTENT_GROUP_PROTOCOL);
    const claim = { groupInstanceId, memberId: memberId || randomUUID() };
    if (memberId === '' && groupInstanceId === null && join.requiresKnownMemberId)
      return refuseJoin(errorCodes.MEMBER_ID_REQUIRED, claim.memberId);
    const known = memberId === '' || groupInstanceId === null ? undefined : this.#host.roster.find(claim);
    if (known && 'errorCode' in known) return refuse(known.errorCode);
    const subscription = readSubscription(first.metadata);
    if (!subscription) return refuse(errorCodes.INCONSISTENT_GROUP_PROTOCOL);
    const traits = { sessionTimeoutMs, protocols: [first, ...others] } as const;
    return { member: known ?? this.#host.enlist(claim), traits, subscription };
  }

  /** Whether all other guests know one of these protocols; the host's own members need none. */
  #haveCommon(protocols: readonly Protocol[]): boolean {
    const others = this.#host.roster.all.flatMap(({ classic }) => classic ?? []);
    return protocols.some(({ name }) =>
      others.every((other) => other.protocols.some((known) => known.name === name)),
    );
  }

  #find(claim: GenerationClaim): { member: ConsumerMember; traits: ClassicTraits } | number {
    const member = this.#host.roster.find(claim);
    if ('errorCode' in member) return member.errorCode;
    if (!member.classic) return errorCodes.UNKNOWN_MEMBER_ID;
    if (member.epoch !== claim.generationId) return errorCodes.ILLEGAL_GENERATION;
    return { member, traits: member.classic };
  }

  #mustRejoin(member: ConsumerMember): boolean {
    const { roster, targets } = this.#host;
    if (member.epoch < targets.epoch || member.state === 'unrevoked') return true;
    if (member.state !== 'unreleased') return false;
    const missing = [...targets.of(member.id).partitions].filter((key) => !member.assigned.has(key));
    return !missing.some((key) => roster.isHeld(key));
  }

  #armSession(member: ConsumerMember, { sessionTimeoutMs }: ClassicTraits): void {
    member.session.set(sessionTimeoutMs, () => this.#remove(member));
  }

  #awaitJoin(member: ConsumerMember): void {
    if (!member.rejoin.isSet) member.rejoin.set(member.rebalanceTimeoutMs, () => this.#remove(member));
  }

  #remove(member: ConsumerMember): void {
    this.#host.remove(new Set([member]));
  }
}
