import { expect, test } from 'vitest';
import { createEventRedactor } from '../../../src/model/redact-event.ts';
import { type RunEvent, runEvent } from '../../../src/model/run-event.ts';

const consumed: RunEvent = {
  type: 'record-consumed',
  seq: 4,
  atMs: 10,
  scenario: 's1',
  task: 'check',
  record: {
    topic: 'users',
    partition: 0,
    offset: 9_007_199_254_740_993n,
    timestamp: 1,
    key: 'hunter22',
    value: { token: 'hunter22', offset: 1234 },
    headers: [
      { key: 'authorization', value: Buffer.from('me:hunter22').toString('base64'), encoding: 'base64' },
    ],
  },
};

test('an event loses its secrets and stays a valid event', () => {
  const redacted = createEventRedactor(['hunter22', '1234'])(consumed);
  expect(runEvent.parse(redacted)).toMatchObject({
    record: {
      offset: 9_007_199_254_740_993n,
      key: '***',
      value: { token: '***', offset: '***' },
    },
  });
  expect(
    JSON.stringify(redacted, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)),
  ).not.toContain('HVudGVyMj');
});

test('a secret that is a word of the event language never breaks an event', () => {
  const redact = createEventRedactor(['passed', 'record-consumed', 'base64']);
  expect(runEvent.parse(redact(consumed)).type).toBe('record-consumed');
  const finished: RunEvent = {
    type: 'task-finished',
    seq: 1,
    atMs: 1,
    scenario: 's',
    task: 't',
    status: 'passed',
    durationMs: 1,
  };
  expect(redact(finished)).toEqual(finished);
});
