import type { JoinResult, MemberDraft, SyncResult } from './classic-member.ts';
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

/** A commit of offsets, as a group judges it. */
export interface CommitAttempt {
  readonly isTransactional: boolean;
  /** The client knows the errors of the new group protocol. */
  readonly knowsEpochs: boolean;
  /** The partitions that it is for. */
  readonly keys: readonly string[];
}

/** What the requests of the classic protocol ask of a group, which may be one of the new protocol. */
export interface ClassicSide {
  join(join: Join): JoinResult | Promise<JoinResult>;
  sync(sync: Sync): SyncResult | Promise<SyncResult>;
  /** The error code of a heartbeat. */
  heartbeat(claim: GenerationClaim): number;
  /** The error codes of members that want to go. A static one may be named by its instance id alone. */
  leave(claims: readonly MemberClaim[]): readonly number[];
}
