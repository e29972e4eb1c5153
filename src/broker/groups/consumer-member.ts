import type { Clock } from '../../base/clock.ts';
import { Timer } from '../timer.ts';

/** What the group waits for from a member: nothing, that it gives up partitions, or that others do. */
export type MemberState = 'stable' | 'unrevoked' | 'unreleased';

/** Epochs that are no epochs: a member that leaves, for good or (a static one) to come back. */
export const LEAVES = -1;
export const LEAVES_FOR_NOW = -2;

/** A member of a consumer group of the new protocol. */
export class ConsumerMember {
  readonly id: string;
  readonly instanceId: string | null;
  rackId: string | null = null;
  clientId = '';
  clientHost = '';
  rebalanceTimeoutMs = -1;
  topicNames: readonly string[] = [];
  topicPattern: string | null = null;
  assignor: string | null = null;
  epoch = 0;
  previousEpoch = 0;
  state: MemberState = 'stable';
  /** Partitions that it may read. */
  assigned: ReadonlySet<string> = new Set();
  /** Partitions that it is asked to give up and has not. */
  revoking: ReadonlySet<string> = new Set();
  readonly session: Timer;
  /** Ends with the member's place in the group, when it does not give up what it must. */
  readonly revocation: Timer;

  constructor(id: string, instanceId: string | null, clock: Clock) {
    this.id = id;
    this.instanceId = instanceId;
    this.session = new Timer(clock);
    this.revocation = new Timer(clock);
  }

  /** Stops the timers: the member is gone. */
  close(): void {
    this.session.clear();
    this.revocation.clear();
  }

  /** Whether a member that says it has this epoch is this one; the one before counts when it has got no more since. */
  isAtEpoch(epoch: number, owned: ReadonlySet<string> | null): boolean {
    if (epoch === this.epoch) return true;
    return epoch === this.previousEpoch && owned !== null && owned.isSubsetOf(this.assigned);
  }

  /**
   * Moves the member towards what it is to have: first it gives up what it must, then it gets what nobody else has any
   * more. Follows Kafka's CurrentAssignmentBuilder. True: its partitions have changed.
   */
  reconcile(
    target: { readonly epoch: number; readonly partitions: ReadonlySet<string> },
    owned: ReadonlySet<string> | null,
    isFree: (key: string) => boolean,
  ): boolean {
    if (this.state === 'stable' && this.epoch === target.epoch) return false;
    const stillOwns = (keys: ReadonlySet<string>): boolean => owned === null || !owned.isDisjointFrom(keys);
    if (this.state === 'unrevoked' && stillOwns(this.revoking)) return false;
    const before = this.assigned;
    const kept = before.intersection(target.partitions);
    const revoking = before.difference(kept);
    if (revoking.size > 0 && stillOwns(revoking)) {
      this.state = 'unrevoked';
      this.assigned = kept;
      this.revoking = revoking;
      return true;
    }
    const missing = [...target.partitions.difference(kept)];
    const free = missing.filter(isFree);
    this.state = free.length < missing.length ? 'unreleased' : 'stable';
    this.assigned = kept.union(new Set(free));
    this.revoking = new Set();
    if (this.epoch !== target.epoch) this.previousEpoch = this.epoch;
    this.epoch = target.epoch;
    return this.assigned.size !== before.size || free.length > 0;
  }
}
