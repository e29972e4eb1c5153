import { expect, test } from 'vitest';
import { describeTopics, selects, selectTopics } from '../../../../src/tasks/consume/topic-selector.ts';

test.for<[string, string, boolean]>([
  ['orders', 'orders', true],
  ['orders', 'analytics:orders', false],
  ['analytics:orders', 'analytics:orders', true],
  ['/ord.+/', 'orders', true],
  ['/ord.+/', 'my-orders', false],
  ['/.+/', 'analytics:orders', false],
  ['analytics:/ord.+/', 'analytics:orders', true],
  ['analytics:/ord.+/', 'orders', false],
  ['a.b:/.+/', 'axb:orders', false],
])('"%s" selects "%s": %s', ([written, topic, expected]) => {
  expect(selects(selectTopics([written]), topic)).toBe(expected);
});

test('messages show names and patterns as they are written', () => {
  expect(describeTopics(selectTopics(['orders', '/o.+/', 'analytics:/o.+/']))).toBe(
    '"orders", "/o.+/", "analytics:/o.+/"',
  );
});
