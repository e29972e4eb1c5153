import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../../../src/broker/error-codes.ts';
import { ClassicGroup } from '../../../../src/broker/groups/classic-group.ts';
import type { JoinResult, SyncResult } from '../../../../src/broker/groups/classic-member.ts';
import type { Join } from '../../../../src/broker/groups/classic-requests.ts';
import { CommittedOffsets } from '../../../../src/broker/groups/committed-offsets.ts';
import { FakeClock, settle } from '../../../support/fake-clock.ts';

const RANGE = { name: 'range', metadata: Buffer.from('range') };
const STICKY = { name: 'sticky', metadata: Buffer.from('sticky') };

const COMMIT = { isTransactional: false, knowsEpochs: true, keys: [] };

function newGroup(options: { initialRebalanceDelayMs?: number; maxSize?: number } = {}) {
  const clock = new FakeClock();
  const group = new ClassicGroup('g', {
    clock,
    offsets: new CommittedOffsets(),
    initialRebalanceDelayMs: 0,
    maxSize: 100,
    ...options,
  });
  return { clock, group };
}

function join(changes: Partial<Join> = {}): Join {
  return {
    memberId: '',
    groupInstanceId: null,
    clientId: 'c',
    clientHost: '/h',
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: 60_000,
    protocolType: 'consumer',
    protocols: [RANGE],
    requiresKnownMemberId: false,
    knowsSkipAssignment: true,
    ...changes,
  };
}

function claim({ memberId, generationId }: JoinResult, groupInstanceId: string | null = null) {
  return { memberId, generationId, groupInstanceId };
}

function sync(group: ClassicGroup, joined: JoinResult, assignments: Record<string, string> = {}) {
  const entries = Object.entries(assignments).map(([id, text]) => [id, Buffer.from(text)] as const);
  return group.sync({
    ...claim(joined),
    protocolType: 'consumer',
    protocolName: joined.protocolName,
    assignments: new Map(entries),
  });
}

/** Two members in a stable group; the first one leads. */
async function stablePair() {
  const { clock, group } = newGroup();
  const alone = await group.join(join());
  const second = group.join(join());
  const [a, b] = await Promise.all([group.join(join({ memberId: alone.memberId })), second]);
  const following = sync(group, b);
  const leading = sync(group, a, { [a.memberId]: 'left', [b.memberId]: 'right' });
  const synced = await Promise.all([leading, following]);
  return { clock, group, a, b, synced };
}

describe('a classic group', () => {
  test('gives a newcomer an id first, when the client knows of that', async () => {
    const { group } = newGroup();
    const first = await group.join(join({ requiresKnownMemberId: true }));
    expect(first).toMatchObject({
      errorCode: errorCodes.MEMBER_ID_REQUIRED,
      memberId: expect.stringMatching(/^c-/),
    });
    const second = await group.join(join({ memberId: first.memberId, requiresKnownMemberId: true }));
    expect(second).toMatchObject({ errorCode: 0, generationId: 1, leader: first.memberId });
  });

  test('gathers both members into one generation and hands out what the leader assigned', async () => {
    const { group, a, b, synced } = await stablePair();
    expect(a).toMatchObject({ generationId: 2, leader: a.memberId, protocolName: 'range' });
    expect(a.members.map(({ memberId }) => memberId)).toEqual([a.memberId, b.memberId]);
    expect(b).toMatchObject({ generationId: 2, leader: a.memberId, members: [] });
    expect(synced.map(({ assignment }: SyncResult) => assignment.toString())).toEqual(['left', 'right']);
    expect(group.state).toBe('Stable');
  });

  test('tells members by their heartbeats that it rebalances', async () => {
    const { group, a } = await stablePair();
    const third = group.join(join());
    expect(group.state).toBe('PreparingRebalance');
    expect(group.heartbeat(claim(a))).toBe(errorCodes.REBALANCE_IN_PROGRESS);
    group.close();
    expect(await third).toMatchObject({ errorCode: errorCodes.COORDINATOR_NOT_AVAILABLE });
  });

  test('goes on without a member that does not join again within the rebalance timeout', async () => {
    const { clock, group, a, b } = await stablePair();
    const again = group.join(join({ memberId: a.memberId, rebalanceTimeoutMs: 5_000 }));
    const others = group.join(join({ rebalanceTimeoutMs: 5_000, protocols: [RANGE] }));
    for (let atMs = 9_000; atMs < 60_000; atMs += 9_000) {
      await clock.moveTo(atMs);
      expect(group.heartbeat(claim(b))).toBe(errorCodes.REBALANCE_IN_PROGRESS);
    }
    await clock.moveTo(60_000);
    expect((await again).generationId).toBe(3);
    expect((await others).generationId).toBe(3);
    expect(group.heartbeat(claim(b))).toBe(errorCodes.UNKNOWN_MEMBER_ID);
  });

  test('drops a member whose session ends, and rebalances', async () => {
    const { clock, group, a, b } = await stablePair();
    await clock.moveTo(9_000);
    expect(group.heartbeat(claim(a))).toBe(0);
    await clock.moveTo(10_001);
    expect(group.heartbeat(claim(b))).toBe(errorCodes.UNKNOWN_MEMBER_ID);
    expect(group.heartbeat(claim(a))).toBe(errorCodes.REBALANCE_IN_PROGRESS);
    expect(await group.join(join({ memberId: a.memberId }))).toMatchObject({ generationId: 3 });
  });

  test('is empty when the last member has left', async () => {
    const { group, a, b } = await stablePair();
    expect(group.leave([a, b].map(({ memberId }) => ({ memberId, groupInstanceId: null })))).toEqual([0, 0]);
    expect(group.state).toBe('Empty');
    expect(group.leave([{ memberId: a.memberId, groupInstanceId: null }])).toEqual([
      errorCodes.UNKNOWN_MEMBER_ID,
    ]);
  });

  test('waits for more members before the first rebalance, when it is told to', async () => {
    const { clock, group } = newGroup({ initialRebalanceDelayMs: 3_000 });
    const first = group.join(join());
    await clock.moveTo(2_000);
    const second = group.join(join());
    await clock.moveTo(3_000);
    const joined = await Promise.all([first, second]);
    expect(joined.map(({ generationId }) => generationId)).toEqual([1, 1]);
  });

  test('chooses the protocol that most members prefer among those all know', async () => {
    const { clock, group } = newGroup({ initialRebalanceDelayMs: 10 });
    const offers = [
      [STICKY, RANGE],
      [RANGE, STICKY],
      [RANGE, STICKY],
    ];
    const joins = offers.map((protocols) => group.join(join({ protocols })));
    await clock.moveTo(10);
    const joined = await Promise.all(joins);
    expect(joined.map(({ protocolName }) => protocolName)).toEqual(['range', 'range', 'range']);
    expect(joined[0]?.members[1]?.metadata.toString()).toBe('range');
  });

  test('refuses a member that has no protocol in common with the others', async () => {
    const { group } = newGroup();
    await group.join(join());
    expect(await group.join(join({ protocols: [STICKY] }))).toMatchObject({
      errorCode: errorCodes.INCONSISTENT_GROUP_PROTOCOL,
    });
  });

  test('removes the member that has joined but does not sync, and only that one', async () => {
    const { clock, group } = newGroup();
    const alone = await group.join(join());
    const second = group.join(join({ rebalanceTimeoutMs: 5_000, sessionTimeoutMs: 100_000 }));
    const rejoin = join({ memberId: alone.memberId, rebalanceTimeoutMs: 5_000, sessionTimeoutMs: 100_000 });
    const [a, b] = await Promise.all([group.join(rejoin), second]);
    const following = sync(group, b);
    await clock.moveTo(5_001);
    expect(await following).toMatchObject({ errorCode: errorCodes.REBALANCE_IN_PROGRESS });
    expect(group.heartbeat(claim(a))).toBe(errorCodes.UNKNOWN_MEMBER_ID);
    expect(group.heartbeat(claim(b))).toBe(errorCodes.REBALANCE_IN_PROGRESS);
  });

  test('answers a follower that joins again unchanged with the generation it is in', async () => {
    const { group, b } = await stablePair();
    expect(await group.join(join({ memberId: b.memberId }))).toMatchObject({
      generationId: 2,
      memberId: b.memberId,
    });
    expect(group.state).toBe('Stable');
  });

  test('keeps the assignment of a static member that comes back, and fences the old one', async () => {
    const { group } = newGroup();
    const old = await group.join(join({ groupInstanceId: 'i', sessionTimeoutMs: 10_000 }));
    await group.sync({
      ...claim(old, 'i'),
      protocolType: null,
      protocolName: null,
      assignments: new Map([[old.memberId, Buffer.from('all')]]),
    });
    const back = await group.join(join({ groupInstanceId: 'i' }));
    expect(back).toMatchObject({
      errorCode: 0,
      generationId: 1,
      skipAssignment: true,
      leader: back.memberId,
    });
    expect(back.memberId).not.toBe(old.memberId);
    expect(group.heartbeat(claim(old, 'i'))).toBe(errorCodes.FENCED_INSTANCE_ID);
    expect(await sync(group, back)).toMatchObject({ assignment: Buffer.from('all') });
  });

  test('lets an outsider commit offsets only while it is empty', async () => {
    const { group } = newGroup();
    const outsider = { memberId: '', groupInstanceId: null, generationId: -1 };
    expect(group.checkCommit(outsider, COMMIT)).toBe(0);
    const joined = await group.join(join());
    expect(group.checkCommit(outsider, COMMIT)).toBe(errorCodes.UNKNOWN_MEMBER_ID);
    expect(group.checkCommit(claim(joined), COMMIT)).toBe(errorCodes.REBALANCE_IN_PROGRESS);
    await sync(group, joined);
    expect(group.checkCommit(claim(joined), COMMIT)).toBe(0);
    expect(group.checkCommit({ ...claim(joined), generationId: 9 }, COMMIT)).toBe(
      errorCodes.ILLEGAL_GENERATION,
    );
  });

  test('takes no more members than it may', async () => {
    const { group } = newGroup({ maxSize: 1 });
    await group.join(join());
    await settle();
    expect(await group.join(join())).toMatchObject({ errorCode: errorCodes.GROUP_MAX_SIZE_REACHED });
  });
});
