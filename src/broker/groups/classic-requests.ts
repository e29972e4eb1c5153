import type { MemberDraft } from './classic-member.ts';
import type { MemberClaim } from './classic-roster.ts';

/** A JoinGroup request, and what it leaves to the broker. */
export interface Join extends MemberDraft {
  /** Empty: not a member yet. */
  readonly memberId: string;
  readonly protocolType: string;
  /** Newcomers are given an id and asked to come again with it (KIP-394). */
  readonly requiresKnownMemberId: boolean;
  /** The client knows `skipAssignment`. */
  readonly knowsSkipAssignment: boolean;
}

/** A member's place in a generation. */
export interface GenerationClaim extends MemberClaim {
  readonly generationId: number;
}

/** A SyncGroup request. */
export interface Sync extends GenerationClaim {
  readonly protocolType: string | null;
  readonly protocolName: string | null;
  /** Of the leader: what each member gets, by member id. */
  readonly assignments: ReadonlyMap<string, Buffer>;
}
