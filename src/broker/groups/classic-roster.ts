import { errorCodes } from '../error-codes.ts';
import type { ClassicMember, Protocol } from './classic-member.ts';
import { subscribedTopics } from './consumer-protocol.ts';

/** Who a request says it comes from. */
export interface MemberClaim {
  readonly memberId: string;
  readonly groupInstanceId: string | null;
}

/** The members of a classic group, the leader among them, and the protocols that they have in common. */
export class ClassicRoster {
  readonly #members = new Map<string, ClassicMember>();
  /** Member ids by group instance id (KIP-345). */
  readonly #staticIds = new Map<string, string>();
  #leaderId: string | undefined;
  #protocolType = '';

  get size(): number {
    return this.#members.size;
  }

  get all(): readonly ClassicMember[] {
    return [...this.#members.values()];
  }

  get leader(): ClassicMember | undefined {
    return this.#leaderId === undefined ? undefined : this.#members.get(this.#leaderId);
  }

  /** The longest that a member asks the others to wait for it. */
  get rebalanceTimeoutMs(): number {
    return Math.max(0, ...this.all.map(({ rebalanceTimeoutMs }) => rebalanceTimeoutMs));
  }

  /** Of the first member, and so of all; it stays when they are gone. */
  get protocolType(): string {
    return this.#protocolType;
  }

  /** Those that did not join again; static ones are waited for. */
  get absentees(): readonly ClassicMember[] {
    return this.all.filter(
      ({ isAwaitingJoin, groupInstanceId }) => !isAwaitingJoin && groupInstanceId === null,
    );
  }

  /** Those that have joined but wait for nothing. */
  get unsynced(): readonly ClassicMember[] {
    return this.all.filter(({ isAwaitingSync }) => !isAwaitingSync);
  }

  /** Whether a consumer reads this topic, or may do so: some do not say what they read in words that the broker knows. */
  mayRead(topic: string, protocolName: string | null): boolean {
    if (protocolName === null) return true;
    const read = this.all.map((member) => subscribedTopics(member.metadataFor(protocolName)));
    return read.some((topics) => topics === undefined || topics.includes(topic));
  }

  /** The first member leads. */
  add(member: ClassicMember, protocolType: string): void {
    if (this.size === 0) this.#protocolType = protocolType;
    this.#members.set(member.id, member);
    if (member.groupInstanceId !== null) this.#staticIds.set(member.groupInstanceId, member.id);
    this.#leaderId ??= member.id;
  }

  /** The leader's place goes to the oldest member that is left. */
  remove(member: ClassicMember): void {
    member.session.clear();
    this.#members.delete(member.id);
    if (member.groupInstanceId !== null) this.#staticIds.delete(member.groupInstanceId);
    if (this.#leaderId === member.id) this.#leaderId = this.#members.keys().next().value;
  }

  /** A static member came back under a new id. */
  rename(member: ClassicMember, memberId: string): void {
    const wasLeader = this.#leaderId === member.id;
    this.#members.delete(member.id);
    member.id = memberId;
    this.#members.set(memberId, member);
    if (member.groupInstanceId !== null) this.#staticIds.set(member.groupInstanceId, memberId);
    if (wasLeader) this.#leaderId = memberId;
  }

  /** Gives the lead to a member that has joined, if the leader has not; false: nobody has. */
  ensureJoinedLeader(): boolean {
    if (this.leader?.isAwaitingJoin) return true;
    const joined = this.all.find(({ isAwaitingJoin }) => isAwaitingJoin);
    if (joined) this.#leaderId = joined.id;
    return joined !== undefined;
  }

  static(groupInstanceId: string | null): ClassicMember | undefined {
    const id = groupInstanceId === null ? undefined : this.#staticIds.get(groupInstanceId);
    return id === undefined ? undefined : this.#members.get(id);
  }

  /** The member that a request comes from, or the error code for it. */
  find({ memberId, groupInstanceId }: MemberClaim): ClassicMember | number {
    if (groupInstanceId === null) return this.#members.get(memberId) ?? errorCodes.UNKNOWN_MEMBER_ID;
    const member = this.static(groupInstanceId);
    if (!member) return errorCodes.UNKNOWN_MEMBER_ID;
    return member.id === memberId ? member : errorCodes.FENCED_INSTANCE_ID;
  }

  /** The same for one that leaves: a static member may be named by its instance id alone. */
  findLeaving(claim: MemberClaim): ClassicMember | number {
    if (claim.groupInstanceId === null || claim.memberId !== '') return this.find(claim);
    return this.static(claim.groupInstanceId) ?? errorCodes.UNKNOWN_MEMBER_ID;
  }

  /** Whether a newcomer could work with the members that are here. */
  hasInCommon(newcomer: { readonly protocolType: string; readonly protocols: readonly Protocol[] }): boolean {
    const { protocolType, protocols } = newcomer;
    if (this.size === 0) return protocolType !== '' && protocols.length > 0;
    return protocolType === this.#protocolType && protocols.some(({ name }) => this.isCommon(name));
  }

  /** Whether every member offers this protocol. */
  isCommon(protocolName: string): boolean {
    return this.all.every(({ protocols }) => protocols.some(({ name }) => name === protocolName));
  }

  /** Of the protocols that all members offer, the one that most of them prefer. */
  selectProtocol(): string | null {
    const votes = new Map<string, number>();
    for (const { protocols } of this.#members.values()) {
      const vote = protocols.find(({ name }) => this.isCommon(name))?.name;
      if (vote !== undefined) votes.set(vote, (votes.get(vote) ?? 0) + 1);
    }
    const [winner] = [...votes].sort(([, a], [, b]) => b - a);
    return winner?.[0] ?? null;
  }
}
