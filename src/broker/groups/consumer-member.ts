import type { Clock } from '../../base/clock.ts';
import { Timer } from '../timer.ts';
import type { Protocol } from './classic-member.ts';

/** What the group waits for from a member: nothing, that it gives up partitions, or that others do. */
export type MemberState = 'stable' | 'unrevoked' | 'unreleased';

/** Epochs that are no epochs: a member that leaves, for good or (a static one) to come back. */
export const LEAVES = -1;
export const LEAVES_FOR_NOW = -2;

/** Partitions, each with the epoch in which the member got it. */
export type Holdings = ReadonlyMap<string, number>;

/** What only a member of the classic protocol has. */
export interface ClassicTraits {
  readonly sessionTimeoutMs: number;
  /** The first one is the one that counts: the broker assigns. */
  readonly protocols: readonly [Protocol, ...Protocol[]];
}

/** What a member says of itself. null and -1: it says nothing new. */
export interface Wishes {
  readonly clientId: string;
  readonly clientHost: string;
  readonly rackId: string | null;
  readonly rebalanceTimeoutMs: number;
  readonly topicNames: readonly string[] | null;
  readonly topicPattern: string | null;
}

/** What a member is to have in the end. */
export interface Target {
  readonly epoch: number;
  readonly partitions: ReadonlySet<string>;
}

/** What bears on how far a member can go towards its target. */
export interface Circumstances {
  /** What the member says it has; null: it does not say. */
  readonly owned: ReadonlySet<string> | null;
  /** Nobody else has the partition. */
  readonly isFree: (key: string) => boolean;
  readonly isSubscribed: (key: string) => boolean;
}

/** A member of a consumer group of the new protocol. */
export class ConsumerMember {
  readonly id: string;
  readonly instanceId: string | null;
  rackId: string | null = null;
  clientId = '';
  clientHost = '';
  rebalanceTimeoutMs = -1;
  topicNames: readonly string[] = [];
  topicPattern = '';
  assignor: string | null = null;
  epoch = 0;
  previousEpoch = 0;
  state: MemberState = 'stable';
  /** Partitions that it may read. */
  assigned: Holdings = new Map();
  /** Partitions that it is asked to give up and has not. */
  revoking: Holdings = new Map();
  /** Absent: it speaks the new protocol. */
  classic: ClassicTraits | undefined;
  readonly session: Timer;
  /** Ends with the member's place in the group, when it does not give up what it must. */
  readonly revocation: Timer;
  /** The same, when a member of the classic protocol does not join again, or has joined and does not sync. */
  readonly rejoin: Timer;
  readonly sync: Timer;

  constructor(id: string, instanceId: string | null, clock: Clock) {
    this.id = id;
    this.instanceId = instanceId;
    this.session = new Timer(clock);
    this.revocation = new Timer(clock);
    this.rejoin = new Timer(clock);
    this.sync = new Timer(clock);
  }

  /** Stops the timers: the member is gone. */
  close(): void {
    for (const timer of [this.session, this.revocation, this.rejoin, this.sync]) timer.clear();
  }

  /** Whether it has this partition, or has not given it up yet. */
  holds(key: string): boolean {
    return this.assigned.has(key) || this.revoking.has(key);
  }

  /** Whether it has had this partition since this epoch, or one before. */
  hasSince(key: string, epoch: number): boolean {
    const since = this.assigned.get(key) ?? this.revoking.get(key);
    return since !== undefined && since <= epoch;
  }

  get hasLeftForNow(): boolean {
    return this.epoch === LEAVES_FOR_NOW;
  }

  /** It speaks the new protocol from now on. */
  upgrade(): void {
    this.classic = undefined;
    this.rejoin.clear();
    this.sync.clear();
  }

  /** Takes what the member says of itself; true: it reads something else now. */
  subscribe(wishes: Wishes): boolean {
    const before = this.#reading();
    this.clientId = wishes.clientId;
    this.clientHost = wishes.clientHost;
    this.rackId = wishes.rackId ?? this.rackId;
    if (wishes.rebalanceTimeoutMs !== -1) this.rebalanceTimeoutMs = wishes.rebalanceTimeoutMs;
    this.topicNames = wishes.topicNames ?? this.topicNames;
    this.topicPattern = wishes.topicPattern ?? this.topicPattern;
    return this.#reading() !== before;
  }

  /** Takes the place of a static member that was here under another id; its epochs begin anew. */
  inherit(old: ConsumerMember): void {
    const { rackId, rebalanceTimeoutMs, topicNames, topicPattern, assignor, state, assigned } = old;
    Object.assign(this, { rackId, rebalanceTimeoutMs, topicNames, topicPattern, assignor, state, assigned });
    this.revoking = old.revoking;
    this.classic = old.classic;
  }

  /** A static member goes, but keeps its place: what it has is of no epoch. */
  leaveForNow(): void {
    this.epoch = LEAVES_FOR_NOW;
    this.revoking = new Map();
    this.assigned = new Map([...this.assigned.keys()].map((key) => [key, 0]));
  }

  /** Whether a member that says it has this epoch is this one; the one before counts when it has got no more since. */
  isAtEpoch(epoch: number, owned: ReadonlySet<string> | null): boolean {
    if (epoch === this.epoch) return true;
    if (epoch > this.epoch || epoch !== this.previousEpoch || owned === null) return false;
    return [...owned].every((key) => this.assigned.has(key));
  }

  /**
   * Moves the member towards what it is to have: first it gives up what it must, then it gets what nobody else has any
   * more. Follows Kafka's CurrentAssignmentBuilder. False: there was nothing to do.
   */
  reconcile(target: Target, { owned, isFree, isSubscribed }: Circumstances): boolean {
    if (this.state === 'stable' && this.epoch === target.epoch) return false;
    const stillOwns = (holdings: Holdings): boolean =>
      owned === null || [...holdings.keys()].some((key) => owned.has(key));
    if (this.state === 'unrevoked' && stillOwns(this.revoking)) {
      const unread = where(this.assigned, (key) => !isSubscribed(key));
      if (unread.size > 0) this.#revoke(new Map([...this.revoking, ...unread]));
      return unread.size > 0;
    }
    const revoking = where(this.assigned, (key) => !target.partitions.has(key));
    if (revoking.size > 0 && stillOwns(revoking)) {
      this.#revoke(revoking);
      return true;
    }
    const missing = [...target.partitions].filter((key) => !this.assigned.has(key));
    const free = missing.filter(isFree);
    this.state = free.length < missing.length ? 'unreleased' : 'stable';
    if (revoking.size > 0 || free.length > 0) {
      const gained = free.map((key) => [key, target.epoch] as const);
      this.assigned = new Map([...without(this.assigned, revoking), ...gained]);
    }
    this.revoking = new Map();
    this.#enter(target.epoch);
    return true;
  }

  #reading(): string {
    return JSON.stringify([this.topicNames.toSorted(), this.topicPattern]);
  }

  #revoke(revoking: Holdings): void {
    this.state = 'unrevoked';
    this.assigned = without(this.assigned, revoking);
    this.revoking = revoking;
    this.#enter(this.epoch);
  }

  #enter(epoch: number): void {
    this.previousEpoch = this.epoch;
    this.epoch = epoch;
  }
}

function without(holdings: Holdings, others: Holdings): Holdings {
  return where(holdings, (key) => !others.has(key));
}

function where(holdings: Holdings, keeps: (key: string) => boolean): Holdings {
  return new Map([...holdings].filter(([key]) => keeps(key)));
}
