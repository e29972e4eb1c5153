import { describe, expect, test } from 'vitest';
import { Broker } from '../../../../src/broker/broker.ts';
import { errorCodes } from '../../../../src/broker/error-codes.ts';
import type { JoinResult } from '../../../../src/broker/groups/classic-member.ts';
import type { Join } from '../../../../src/broker/groups/classic-requests.ts';
import { ConsumerGroup } from '../../../../src/broker/groups/consumer-group.ts';
import { readAssignment, writeAssignment } from '../../../../src/broker/groups/consumer-protocol.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

/** Version 1, topic "t", no user data, nothing owned. */
const READS_T = Buffer.from('0001' + '00000001' + '0001' + '74' + 'ffffffff' + '00000000', 'hex');
const NEW = { memberEpoch: 0, rebalanceTimeoutMs: 5_000, topicNames: ['t'], owned: new Set<string>() };

function newSetting(policy = 'bidirectional') {
  const clock = new FakeClock();
  const settings = new Map([
    ['group.consumer.migration.policy', policy],
    ['group.initial.rebalance.delay.ms', '0'],
  ]);
  const broker = new Broker(clock, { settings });
  broker.topics.create('t', { partitions: 4 });
  return { clock, groups: broker.groups, broker };
}

type Setting = ReturnType<typeof newSetting>;

async function join({ groups }: Setting, changes: Partial<Join> = {}): Promise<JoinResult> {
  const request = {
    memberId: '',
    groupInstanceId: null,
    clientId: 'c',
    clientHost: '/h',
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: 60_000,
    protocolType: 'consumer',
    protocols: [{ name: 'range', metadata: READS_T }],
    requiresKnownMemberId: false,
    knowsSkipAssignment: true,
    ...changes,
  };
  const side = groups.classicSideToJoin('g', request.memberId === '');
  if (!side) throw new RangeError('there is no group to join');
  return side.join(request);
}

/** The partitions that a member of the classic protocol has, or the error code. */
async function sync({ groups }: Setting, joined: JoinResult, assignments = new Map<string, Buffer>()) {
  const { memberId, generationId } = joined;
  const claim = { memberId, generationId, groupInstanceId: null };
  const answer = await groups
    .classicSide('g')
    ?.sync({ ...claim, protocolType: 'consumer', protocolName: 'range', assignments });
  if (answer?.errorCode !== 0) return answer?.errorCode;
  return readAssignment(answer.assignment)?.assignedPartitions.flatMap(({ partitions }) => partitions);
}

function beat({ groups }: Setting, { memberId, generationId }: JoinResult): number | undefined {
  return groups.classicSide('g')?.heartbeat({ memberId, generationId, groupInstanceId: null });
}

/** A heartbeat of the new protocol: epoch and partitions, or the error code. */
function heartbeat({ groups, broker }: Setting, memberId: string, changes: object = {}) {
  const wishes = {
    rackId: null,
    rebalanceTimeoutMs: -1,
    topicNames: null,
    topicPattern: null,
    assignor: null,
  };
  const who = { memberId, groupInstanceId: null, clientId: 'n', clientHost: '/h' };
  const group = groups.findOrCreateConsumer('g');
  if ('errorCode' in group) return group;
  const result = group.heartbeat({ ...who, ...wishes, memberEpoch: 0, owned: null, ...changes });
  if ('errorCode' in result) return result;
  const id = broker.topics.named('t')?.id;
  const keys = [...result.member.assigned.keys()];
  return { epoch: result.member.epoch, has: keys.map((key) => Number(key.replace(`${id}/`, ''))).sort() };
}

/** A classic group with one member, which has all partitions. */
async function oneClassic(setting: Setting) {
  const joined = await join(setting);
  const all = writeAssignment([{ topic: 't', partitions: [0, 1, 2, 3] }], READS_T);
  await sync(setting, joined, new Map([[joined.memberId, all]]));
  return joined;
}

/** The same after a member of the new protocol has come, and both have their half. */
async function mixed(setting: Setting) {
  const { memberId } = await oneClassic(setting);
  heartbeat(setting, 'n', NEW);
  const first = await join(setting, { memberId });
  await sync(setting, first);
  const second = await join(setting, { memberId });
  await sync(setting, second);
  heartbeat(setting, 'n', { memberEpoch: 2 });
  return second;
}

describe('a classic group', () => {
  test('becomes one of the new protocol when a member of that comes, and shares with it', async () => {
    const setting = newSetting();
    const old = await oneClassic(setting);
    expect(heartbeat(setting, 'n', NEW)).toEqual({ epoch: 2, has: [] });
    expect(setting.groups.get('g')).toMatchObject({ kind: 'consumer', state: 'Reconciling' });
    expect(beat(setting, old)).toBe(errorCodes.REBALANCE_IN_PROGRESS);
    const joined = await join(setting, { memberId: old.memberId });
    expect(joined).toMatchObject({
      memberId: old.memberId,
      generationId: 2,
      protocolName: 'range',
      leader: '',
    });
    expect(await sync(setting, joined)).toEqual([0, 1]);
    expect(heartbeat(setting, 'n', { memberEpoch: 2 })).toEqual({ epoch: 2, has: [2, 3] });
    expect(beat(setting, joined)).toBe(0);
    expect(setting.groups.get('g')?.state).toBe('Stable');
  });

  test('tells members that wait in a rebalance to join again', async () => {
    const setting = newSetting();
    await oneClassic(setting);
    const waiting = join(setting);
    heartbeat(setting, 'n', NEW);
    expect((await waiting).errorCode).toBe(errorCodes.REBALANCE_IN_PROGRESS);
  });

  test.each([
    ['is not of consumers', 'bidirectional', { protocolType: 'connect' }],
    [
      'does not speak as consumers do',
      'bidirectional',
      { protocols: [{ name: 'range', metadata: Buffer.from('x') }] },
    ],
    ['may not be upgraded', 'downgrade', {}],
  ])('stays as it is when it %s', async (_why, policy, changes) => {
    const setting = newSetting(policy);
    await join(setting, changes);
    expect(heartbeat(setting, 'n', NEW)).toMatchObject({ errorCode: errorCodes.GROUP_ID_NOT_FOUND });
    expect(setting.groups.get('g')?.kind).toBe('classic');
  });

  test('stays as it is when an assignor of its own would lose what it keeps with its members', async () => {
    const setting = newSetting();
    const joined = await join(setting);
    const custom = Buffer.concat([
      writeAssignment([], READS_T).subarray(0, 6),
      Buffer.from('0000000178', 'hex'),
    ]);
    await sync(setting, joined, new Map([[joined.memberId, custom]]));
    expect(heartbeat(setting, 'n', NEW)).toMatchObject({ errorCode: errorCodes.GROUP_ID_NOT_FOUND });
  });
});

test('a group of the new protocol without members ends when a member of the classic one wants to join it', async () => {
  const setting = newSetting();
  heartbeat(setting, 'n', NEW);
  setting.groups.consumer('g')?.leave({ memberId: 'n', groupInstanceId: null }, false);
  await expect(join(setting, { memberId: 'gone' })).rejects.toThrow('no group to join');
  expect(setting.groups.get('g')).toBeUndefined();
});

describe('a group of both protocols', () => {
  test('becomes a classic one when the last member of the new protocol leaves', async () => {
    const setting = newSetting();
    const guest = await mixed(setting);
    const group = setting.groups.consumer('g');
    expect(group?.leave({ memberId: 'n', groupInstanceId: null }, false)).toBeUndefined();
    expect(setting.groups.get('g')).toMatchObject({ kind: 'classic', state: 'PreparingRebalance' });
    expect(beat(setting, guest)).toBe(errorCodes.REBALANCE_IN_PROGRESS);
    expect(await join(setting, { memberId: guest.memberId })).toMatchObject({
      generationId: 3,
      leader: guest.memberId,
    });
  });

  test('stays one of the new protocol when it may not be downgraded', async () => {
    const setting = newSetting('upgrade');
    const guest = await mixed(setting);
    setting.groups.consumer('g')?.leave({ memberId: 'n', groupInstanceId: null }, false);
    expect(setting.groups.get('g')?.kind).toBe('consumer');
    const joined = await join(setting, { memberId: guest.memberId });
    expect(await sync(setting, joined)).toEqual([0, 1, 2, 3]);
  });

  test('takes in members of the classic protocol, unless migration is off', async () => {
    const setting = newSetting();
    heartbeat(setting, 'n', NEW);
    const asked = await join(setting, { requiresKnownMemberId: true });
    expect(asked.errorCode).toBe(errorCodes.MEMBER_ID_REQUIRED);
    expect(await join(setting, { memberId: asked.memberId })).toMatchObject({
      errorCode: 0,
      generationId: 3,
    });
    const closed = newSetting('disabled');
    heartbeat(closed, 'n', NEW);
    expect(await join(closed)).toMatchObject({ errorCode: errorCodes.INCONSISTENT_GROUP_PROTOCOL });
  });

  test('drops a guest whose session ends', async () => {
    const setting = newSetting();
    const guest = await mixed(setting);
    await setting.clock.moveTo(10_001);
    expect(beat(setting, guest)).toBe(errorCodes.UNKNOWN_MEMBER_ID);
  });

  test('drops a guest that is called to join again and does not, or joins and does not sync', async () => {
    const setting = newSetting();
    const { memberId } = await mixed(setting);
    await join(setting, { memberId, rebalanceTimeoutMs: 5_000 });
    await setting.clock.moveTo(5_001);
    const again = await join(setting, { rebalanceTimeoutMs: 5_000 });
    await sync(setting, again);
    heartbeat(setting, 'm', NEW);
    expect(beat(setting, again)).toBe(errorCodes.REBALANCE_IN_PROGRESS);
    await setting.clock.moveTo(10_002);
    expect(beat(setting, again)).toBe(errorCodes.UNKNOWN_MEMBER_ID);
    expect(setting.groups.consumer('g')?.roster.all.map(({ id }) => id)).toEqual(['n', 'm']);
  });

  test('judges the commits of guests by their generation', async () => {
    const setting = newSetting();
    const { memberId } = await mixed(setting);
    const commit = { isTransactional: false, knowsEpochs: false, keys: ['nothing/0'] };
    const check = (id: string, generationId: number) =>
      setting.groups.get('g')?.checkCommit({ memberId: id, generationId, groupInstanceId: null }, commit);
    expect(check(memberId, 2)).toBe(0);
    expect(check(memberId, 1)).toBe(errorCodes.ILLEGAL_GENERATION);
    expect(check('n', 2)).toBe(errorCodes.UNSUPPORTED_VERSION);
  });

  test('lets a static member change its protocol both ways and keep what it has', async () => {
    const setting = newSetting();
    const instance = { groupInstanceId: 'i' };
    heartbeat(setting, 'n', { ...NEW, ...instance });
    const joined = await join(setting, instance);
    expect(setting.groups.get('g')).toMatchObject({ kind: 'classic', state: 'Stable' });
    expect(beat(setting, joined)).toBe(errorCodes.NONE);
    expect(await sync(setting, joined)).toEqual([0, 1, 2, 3]);
    expect(heartbeat(setting, 'o', { ...NEW, ...instance })).toMatchObject({ has: [0, 1, 2, 3] });
    expect(setting.groups.get('g')).toBeInstanceOf(ConsumerGroup);
  });
});
