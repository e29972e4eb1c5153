import { describe, expect, test } from 'vitest';
import { Broker } from '../../../../src/broker/broker.ts';
import { errorCodes } from '../../../../src/broker/error-codes.ts';
import type { ConsumerGroup, ConsumerHeartbeat } from '../../../../src/broker/groups/consumer-group.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const COMMIT = { isTransactional: false, knowsEpochs: true, keys: ['t/0'] };

function newSetting() {
  const clock = new FakeClock();
  const broker = new Broker(clock);
  const { id } = broker.topics.create('t', { partitions: 4 });
  const group = broker.groups.findOrCreateConsumer('g');
  if ('errorCode' in group) throw new RangeError(group.errorMessage);
  return { clock, broker, group, all: [0, 1, 2, 3].map((partition) => `${id}/${partition}`) };
}

function heartbeat(changes: Partial<ConsumerHeartbeat>): ConsumerHeartbeat {
  return {
    memberId: 'a',
    memberEpoch: 0,
    groupInstanceId: null,
    rackId: null,
    rebalanceTimeoutMs: -1,
    topicNames: null,
    topicPattern: null,
    assignor: null,
    owned: null,
    clientId: 'c',
    clientHost: '/h',
    ...changes,
  };
}

function join(group: ConsumerGroup, memberId: string, changes: Partial<ConsumerHeartbeat> = {}) {
  const first = { rebalanceTimeoutMs: 5_000, topicNames: ['t'], owned: new Set<string>() };
  return ask(group, { memberId, ...first, ...changes });
}

function ask(group: ConsumerGroup, changes: Partial<ConsumerHeartbeat>) {
  const result = group.heartbeat(heartbeat(changes));
  if ('errorCode' in result) return result.errorCode;
  const { member, isToldPartitions } = result;
  return { epoch: member.epoch, told: isToldPartitions ? [...member.assigned.keys()].sort() : undefined };
}

describe('a consumer group of the new protocol', () => {
  test('gives its only member everything', () => {
    const { group, all } = newSetting();
    expect(join(group, 'a')).toEqual({ epoch: 2, told: all });
    expect(ask(group, { memberEpoch: 2 })).toEqual({ epoch: 2, told: undefined });
    expect(group.state).toBe('Stable');
  });

  test('moves partitions to a second member only when the first has given them up', () => {
    const { group, all } = newSetting();
    const half = [all.slice(0, 2), all.slice(2)] as const;
    join(group, 'a');
    expect(join(group, 'b')).toEqual({ epoch: 3, told: [] });
    expect(ask(group, { memberEpoch: 2, owned: new Set(all) })).toEqual({ epoch: 2, told: half[0] });
    expect(ask(group, { memberId: 'b', memberEpoch: 3 })).toEqual({ epoch: 3, told: undefined });
    expect(group.state).toBe('Reconciling');
    expect(ask(group, { memberEpoch: 2, owned: new Set(half[0]) })).toMatchObject({ epoch: 3 });
    expect(ask(group, { memberId: 'b', memberEpoch: 3 })).toEqual({ epoch: 3, told: half[1] });
    expect(group.state).toBe('Stable');
  });

  test('drops a member that does not give up in time what it must', async () => {
    const { clock, group, all } = newSetting();
    join(group, 'a');
    join(group, 'b');
    ask(group, { memberEpoch: 2, owned: new Set(all) });
    await clock.moveTo(5_001);
    expect(ask(group, { memberEpoch: 2 })).toBe(errorCodes.UNKNOWN_MEMBER_ID);
    expect(ask(group, { memberId: 'b', memberEpoch: 3 })).toEqual({ epoch: 4, told: all });
  });

  test('drops a member whose session ends', async () => {
    const { clock, group, all } = newSetting();
    join(group, 'a');
    await clock.moveTo(44_000);
    join(group, 'b');
    await clock.moveTo(46_000);
    expect(ask(group, { memberId: 'b', memberEpoch: 3 })).toEqual({ epoch: 4, told: all });
  });

  test('assigns anew when a topic gets more partitions, or appears', () => {
    const { broker, group, all } = newSetting();
    join(group, 'a', { topicNames: ['t', 'later'] });
    const topic = broker.topics.named('t');
    if (topic) broker.topics.extend(topic, 5);
    const { id } = broker.topics.create('later', { partitions: 1 });
    const told = [...all, `${topic?.id}/4`, `${id}/0`].sort();
    expect(ask(group, { memberEpoch: 2 })).toEqual({ epoch: 3, told });
  });

  test('finds topics by a pattern', () => {
    const { group, all } = newSetting();
    const pattern = { topicNames: null, topicPattern: 't.*' };
    expect(join(group, 'a', pattern)).toEqual({ epoch: 2, told: all });
  });

  test('lets in a member that reads no topics without moving on', () => {
    const { group, all } = newSetting();
    expect(join(group, 'idle', { topicNames: [] })).toEqual({ epoch: 1, told: [] });
    expect(group.state).toBe('Stable');
    expect(join(group, 'a')).toEqual({ epoch: 2, told: all });
    expect(ask(group, { memberId: 'idle', memberEpoch: 1 })).toEqual({ epoch: 2, told: undefined });
  });

  test('fences a member with another epoch, but not one that has missed an answer', () => {
    const { group, all } = newSetting();
    join(group, 'a');
    group.leave({ memberId: 'a', groupInstanceId: null }, false);
    join(group, 'a');
    join(group, 'b');
    group.leave({ memberId: 'b', groupInstanceId: null }, false);
    expect(ask(group, { memberEpoch: 4, owned: new Set(all) })).toMatchObject({ epoch: 6 });
    expect(ask(group, { memberEpoch: 4, owned: new Set(all) })).toMatchObject({ epoch: 6 });
    expect(ask(group, { memberEpoch: 3, owned: new Set(all) })).toBe(errorCodes.FENCED_MEMBER_EPOCH);
    expect(ask(group, { memberEpoch: 10 })).toBe(errorCodes.FENCED_MEMBER_EPOCH);
  });

  test('keeps the place of a static member that leaves for now', () => {
    const { group, all } = newSetting();
    join(group, 'a', { groupInstanceId: 'i' });
    expect(join(group, 'b', { groupInstanceId: 'i' })).toBe(errorCodes.UNRELEASED_INSTANCE_ID);
    expect(group.leave({ memberId: 'a', groupInstanceId: 'i' }, true)).toBeUndefined();
    expect(join(group, 'b', { groupInstanceId: 'i' })).toEqual({ epoch: 2, told: all });
    expect(ask(group, { memberId: 'a', groupInstanceId: 'i', memberEpoch: 2 })).toBe(
      errorCodes.FENCED_INSTANCE_ID,
    );
  });

  test('lets members commit at their epoch, and outsiders while it is empty', () => {
    const { group } = newSetting();
    const claim = { memberId: 'a', groupInstanceId: null };
    expect(group.checkCommit({ ...claim, generationId: -1 }, COMMIT)).toBe(0);
    join(group, 'a');
    expect(group.checkCommit({ ...claim, generationId: 2 }, COMMIT)).toBe(0);
    expect(group.checkCommit({ ...claim, generationId: 1 }, COMMIT)).toBe(errorCodes.STALE_MEMBER_EPOCH);
    expect(group.checkCommit({ ...claim, memberId: 'x', generationId: 2 }, COMMIT)).toBe(
      errorCodes.UNKNOWN_MEMBER_ID,
    );
  });

  test('lets a member commit at an earlier epoch what it has had since then', () => {
    const { group, all } = newSetting();
    join(group, 'a');
    join(group, 'b');
    ask(group, { memberEpoch: 2, owned: new Set(all) });
    ask(group, { memberEpoch: 2, owned: new Set(all.slice(0, 2)) });
    const check = (generationId: number, keys: readonly string[]) =>
      group.checkCommit({ memberId: 'a', groupInstanceId: null, generationId }, { ...COMMIT, keys });
    expect(check(2, all.slice(0, 2))).toBe(0);
    expect(check(2, all)).toBe(errorCodes.STALE_MEMBER_EPOCH);
    expect(check(1, all.slice(0, 2))).toBe(errorCodes.STALE_MEMBER_EPOCH);
    expect(check(4, [])).toBe(errorCodes.STALE_MEMBER_EPOCH);
  });

  test('assigns anew what a member leaves behind only when another is heard of', () => {
    const { group, all } = newSetting();
    join(group, 'a');
    join(group, 'b');
    group.leave({ memberId: 'b', groupInstanceId: null }, false);
    expect(group.state).toBe('Assigning');
    expect(ask(group, { memberEpoch: 2, owned: new Set(all) })).toEqual({ epoch: 4, told: undefined });
    expect(group.state).toBe('Stable');
    group.leave({ memberId: 'a', groupInstanceId: null }, false);
    expect(group).toMatchObject({ state: 'Empty', targets: { groupEpoch: 5, epoch: 5 } });
  });

  test('is not settled while a static member is away', () => {
    const { group } = newSetting();
    join(group, 'a', { groupInstanceId: 'i' });
    group.leave({ memberId: 'a', groupInstanceId: 'i' }, true);
    expect(group.state).toBe('Reconciling');
  });
});
