import type { Clock } from '../../base/clock.ts';
import { errorCodes } from '../error-codes.ts';
import { Timer } from '../timer.ts';

/** One way to assign partitions that a member offers, with what it tells the leader. */
export interface Protocol {
  readonly name: string;
  readonly metadata: Buffer;
}

/** The answer to JoinGroup. */
export interface JoinResult {
  readonly errorCode: number;
  readonly memberId: string;
  readonly generationId: number;
  readonly protocolType: string | null;
  readonly protocolName: string | null;
  readonly leader: string;
  /** The leader keeps the assignment that the group has. */
  readonly skipAssignment: boolean;
  /** For the leader alone. */
  readonly members: readonly {
    readonly memberId: string;
    readonly groupInstanceId: string | null;
    readonly metadata: Buffer;
  }[];
}

/** The answer to SyncGroup. */
export interface SyncResult {
  readonly errorCode: number;
  readonly protocolType: string | null;
  readonly protocolName: string | null;
  readonly assignment: Buffer;
}

export const NO_ASSIGNMENT = Buffer.alloc(0);
/** How long a member that joins for the first time may wait for the others. */
export const NEW_MEMBER_TIMEOUT_MS = 300_000;

/** A join that failed. */
export function refuseJoin(errorCode: number, memberId: string): JoinResult {
  return {
    errorCode,
    memberId,
    generationId: -1,
    protocolType: null,
    protocolName: null,
    leader: '',
    skipAssignment: false,
    members: [],
  };
}

/** A sync that failed. */
export function refuseSync(errorCode: number): SyncResult {
  return { errorCode, protocolType: null, protocolName: null, assignment: NO_ASSIGNMENT };
}

/** What a member says of itself when it joins. */
export interface MemberDraft {
  readonly clientId: string;
  readonly clientHost: string;
  readonly sessionTimeoutMs: number;
  readonly rebalanceTimeoutMs: number;
  readonly groupInstanceId: string | null;
  readonly protocols: readonly Protocol[];
}

/** A member of a classic group. */
export class ClassicMember {
  id: string;
  readonly groupInstanceId: string | null;
  readonly clientId: string;
  readonly clientHost: string;
  sessionTimeoutMs: number;
  rebalanceTimeoutMs: number;
  protocols: readonly Protocol[];
  assignment: Buffer = NO_ASSIGNMENT;
  /** Has not been part of a generation yet. */
  isNew = true;
  /** Ends with the member's place in the group. */
  readonly session: Timer;
  #joinReply: ((result: JoinResult) => void) | undefined;
  #syncReply: ((result: SyncResult) => void) | undefined;

  constructor(id: string, draft: MemberDraft, clock: Clock) {
    this.session = new Timer(clock);
    this.id = id;
    this.groupInstanceId = draft.groupInstanceId;
    this.clientId = draft.clientId;
    this.clientHost = draft.clientHost;
    this.sessionTimeoutMs = draft.sessionTimeoutMs;
    this.rebalanceTimeoutMs = draft.rebalanceTimeoutMs;
    this.protocols = draft.protocols.map(copyProtocol);
  }

  get isAwaitingJoin(): boolean {
    return this.#joinReply !== undefined;
  }

  get isAwaitingSync(): boolean {
    return this.#syncReply !== undefined;
  }

  /** A member whose request is being held is alive: its session starts anew with the answer. */
  get isHeld(): boolean {
    return !this.isNew && (this.isAwaitingJoin || this.isAwaitingSync);
  }

  /** How long the group waits for a sign of life. */
  get patienceMs(): number {
    return this.isNew ? NEW_MEMBER_TIMEOUT_MS : this.sessionTimeoutMs;
  }

  /** Takes what the member says when it joins again. */
  update({ protocols, sessionTimeoutMs, rebalanceTimeoutMs }: MemberDraft): void {
    this.protocols = protocols.map(copyProtocol);
    this.sessionTimeoutMs = sessionTimeoutMs;
    this.rebalanceTimeoutMs = rebalanceTimeoutMs;
  }

  /** Whether it offers exactly these protocols. */
  matches(protocols: readonly Protocol[]): boolean {
    return (
      protocols.length === this.protocols.length &&
      protocols.every(({ name, metadata }, index) => {
        const own = this.protocols[index];
        return own?.name === name && own.metadata.equals(metadata);
      })
    );
  }

  /** What it tells the leader under this protocol. */
  metadataFor(protocolName: string): Buffer {
    return this.protocols.find(({ name }) => name === protocolName)?.metadata ?? NO_ASSIGNMENT;
  }

  /** Keeps a join waiting until the generation is complete. An earlier one that still waits is let go. */
  awaitJoin(): Promise<JoinResult> {
    this.replyJoin(refuseJoin(errorCodes.UNKNOWN_MEMBER_ID, this.id));
    return new Promise((resolve) => {
      this.#joinReply = resolve;
    });
  }

  /** Keeps a sync waiting until the leader has assigned. */
  awaitSync(): Promise<SyncResult> {
    this.replySync(refuseSync(errorCodes.REBALANCE_IN_PROGRESS));
    return new Promise((resolve) => {
      this.#syncReply = resolve;
    });
  }

  replyJoin(result: JoinResult): void {
    this.#joinReply?.(result);
    this.#joinReply = undefined;
  }

  replySync(result: SyncResult): void {
    this.#syncReply?.(result);
    this.#syncReply = undefined;
  }

  /** Answers whatever it waits for with an error. */
  refuse(errorCode: number): void {
    this.replyJoin(refuseJoin(errorCode, this.id));
    this.replySync(refuseSync(errorCode));
  }
}

/** The request's bytes are not copied off the wire: what stays with the group must be. */
export function copyProtocol({ name, metadata }: Protocol): Protocol {
  return { name, metadata: Buffer.from(metadata) };
}
