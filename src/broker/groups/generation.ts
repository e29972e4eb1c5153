import { errorCodes } from '../error-codes.ts';
import type { ClassicMember, JoinResult, SyncResult } from './classic-member.ts';
import type { ClassicRoster } from './classic-roster.ts';

/** What the members of a classic group have agreed on, and the answers that say so. */
export class Generation {
  readonly id: number;
  readonly protocolType: string;
  /** null: there are no members. */
  readonly protocolName: string | null;

  constructor(id: number, protocolType: string, protocolName: string | null) {
    this.id = id;
    this.protocolType = protocolType;
    this.protocolName = protocolName;
  }

  /** Whether a member that names a protocol means this generation's. */
  hasProtocol(type: string | null, name: string | null): boolean {
    return (type === null || type === this.protocolType) && (name === null || name === this.protocolName);
  }

  /** What a member is told when it has joined. */
  joinResult(member: ClassicMember, { leader, all }: ClassicRoster): JoinResult {
    const protocolName = this.protocolName ?? '';
    return {
      errorCode: errorCodes.NONE,
      memberId: member.id,
      generationId: this.id,
      protocolType: this.protocolType,
      protocolName: this.protocolName,
      leader: leader?.id ?? '',
      skipAssignment: false,
      members: (member === leader ? all : []).map((each) => ({
        memberId: each.id,
        groupInstanceId: each.groupInstanceId,
        metadata: each.metadataFor(protocolName),
      })),
    };
  }

  /**
   * What a static member is told that comes back under a new id: the group keeps its assignment. A leader that cannot be
   * told so is told that another leads.
   */
  resumeResult(
    member: ClassicMember,
    roster: ClassicRoster,
    former: { readonly memberId: string; readonly knowsSkipAssignment: boolean },
  ): JoinResult {
    const result = this.joinResult(member, roster);
    if (member !== roster.leader) return result;
    return former.knowsSkipAssignment
      ? { ...result, skipAssignment: true }
      : { ...result, leader: former.memberId, members: [] };
  }

  /** What a member is told when the leader has assigned. */
  syncResult({ assignment }: ClassicMember): SyncResult {
    const { protocolType, protocolName } = this;
    return { errorCode: errorCodes.NONE, protocolType, protocolName, assignment };
  }
}
