import { describe, expect, test } from 'vitest';
import { type Assignment, assignors, type Subscriber } from '../../../../src/broker/groups/assignors.ts';

function member(memberId: string, topicIds: readonly string[], target: readonly string[] = []): Subscriber {
  return { memberId, instanceId: null, topicIds: new Set(topicIds), target: new Set(target) };
}

function assign(name: string, members: readonly Subscriber[], topics: Record<string, number>) {
  const list = Object.entries(topics).map(([id, partitions]) => ({ id, partitions }));
  const shares: Assignment = assignors[name]?.(members, list) ?? new Map();
  return Object.fromEntries([...shares].map(([id, share]) => [id, [...share].sort()]));
}

describe('uniform', () => {
  test('shares all partitions out evenly', () => {
    const members = [member('a', ['t']), member('b', ['t']), member('c', ['t'])];
    const shares = assign('uniform', members, { t: 7 });
    expect(Object.values(shares).flat().sort()).toEqual(['t/0', 't/1', 't/2', 't/3', 't/4', 't/5', 't/6']);
    expect(
      Object.values(shares)
        .map(({ length }) => length)
        .sort(),
    ).toEqual([2, 2, 3]);
  });

  test('moves as few as it can when a member comes', () => {
    const before = ['t/0', 't/1', 't/2', 't/3'];
    const shares = assign('uniform', [member('a', ['t'], before), member('b', ['t'])], { t: 4 });
    expect(shares).toEqual({ a: ['t/0', 't/1'], b: ['t/2', 't/3'] });
  });

  test('gives partitions only to those who read the topic', () => {
    const shares = assign('uniform', [member('a', ['t', 'u']), member('b', ['u'])], { t: 2, u: 2 });
    expect(shares).toEqual({ a: ['t/0', 't/1'], b: ['u/0', 'u/1'] });
  });

  test('takes back what a member no longer reads', () => {
    const shares = assign('uniform', [member('a', [], ['t/0']), member('b', ['t'])], { t: 1 });
    expect(shares).toEqual({ a: [], b: ['t/0'] });
  });
});

describe('range', () => {
  test('gives stretches, in the order of member ids', () => {
    const members = [member('b', ['t', 'u']), member('a', ['t', 'u'])];
    expect(assign('range', members, { t: 3, u: 2 })).toEqual({
      a: ['t/0', 't/1', 'u/0'],
      b: ['t/2', 'u/1'],
    });
  });

  test('comes to static members first, by what stays the same when they start again', () => {
    const members = [member('a', ['t']), { ...member('z', ['t']), instanceId: 'i' }];
    expect(assign('range', members, { t: 2 })).toEqual({ a: ['t/1'], z: ['t/0'] });
  });
});
