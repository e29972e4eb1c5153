import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import type { MemberClaim } from './classic-roster.ts';
import type { ConsumerMember } from './consumer-member.ts';

/** The members of a group of the new protocol. */
export class ConsumerRoster {
  readonly #groupId: string;
  readonly #members = new Map<string, ConsumerMember>();

  constructor(groupId: string) {
    this.#groupId = groupId;
  }

  get size(): number {
    return this.#members.size;
  }

  get all(): readonly ConsumerMember[] {
    return [...this.#members.values()];
  }

  get(memberId: string): ConsumerMember | undefined {
    return this.#members.get(memberId);
  }

  static(instanceId: string | null): ConsumerMember | undefined {
    return instanceId === null ? undefined : this.all.find((member) => member.instanceId === instanceId);
  }

  add(member: ConsumerMember): void {
    this.#members.set(member.id, member);
  }

  remove(member: ConsumerMember): void {
    member.close();
    this.#members.delete(member.id);
  }

  /** The member that a request comes from, or why it is none of these. */
  find({ memberId, groupInstanceId }: MemberClaim): ConsumerMember | Refusal {
    const member = groupInstanceId === null ? this.get(memberId) : this.static(groupInstanceId);
    if (!member)
      return refuse(
        errorCodes.UNKNOWN_MEMBER_ID,
        `Member ${memberId} is not a member of group ${this.#groupId}.`,
      );
    if (member.id === memberId) return member;
    return refuse(
      errorCodes.FENCED_INSTANCE_ID,
      `Static member ${memberId} with instance id ${groupInstanceId} was fenced by member ${member.id}.`,
    );
  }

  /** The same for one that leaves: a static member may be named by its instance id alone. */
  findLeaving(claim: MemberClaim): ConsumerMember | Refusal {
    const memberId = claim.memberId || this.static(claim.groupInstanceId)?.id;
    return this.find({ ...claim, memberId: memberId ?? '' });
  }

  /** Whether a member has this partition, or has not given it up yet. */
  isHeld(key: string): boolean {
    return this.all.some((member) => member.holds(key));
  }

  /** The same of any member but this one. */
  isHeldByOther(member: ConsumerMember, key: string): boolean {
    return this.all.some((other) => other !== member && other.holds(key));
  }

  /** Whether this member speaks the new protocol, and all others the classic one. */
  isLastOfNewProtocol(member: ConsumerMember | undefined): boolean {
    if (!member || member.classic) return false;
    return this.all.every((other) => other === member || other.classic);
  }
}
