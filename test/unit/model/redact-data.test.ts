import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../src/model/json.ts';
import { DataRedactor } from '../../../src/model/redact-data.ts';
import type { RedactionRules } from '../../../src/model/redaction-rules.ts';
import { type RunEvent, type RunEventOf, runEvent } from '../../../src/model/run-event.ts';

const CARD = '4111-2222';
const OTHER_CARD = '5555-6666';
const TOKEN = 'Bearer abc';
const own = { atMs: 1, scenario: 's1', task: 'check' };
const record = {
  topic: 'payments',
  partition: 0,
  offset: 1,
  timestamp: 1,
  key: { customer: 'Ada' },
  value: { card: CARD, plan: 'Free' },
  headers: [
    { key: 'Authorization', value: TOKEN },
    { key: 'source', value: 'web' },
  ],
};
const message = `expected "x", got "${CARD}" with ${TOKEN}`;
const taskMessage = `check "card of Ada is x" failed: ${message}`;
const events: readonly RunEvent[] = [
  { type: 'record-consumed', seq: 1, ...own, record },
  {
    type: 'check-evaluated',
    seq: 2,
    ...own,
    check: {
      name: 'card of Ada is x',
      status: 'failed',
      operator: 'equals',
      expected: { customer: 'Ada', card: 'expected-card' },
      actual: { customer: 'Ada', card: CARD },
      message,
      difference: [{ path: '.card', expected: 'expected-card', actual: CARD }],
      evaluated: 1,
      failed: 1,
    },
  },
  {
    type: 'task-finished',
    seq: 3,
    ...own,
    status: 'failed',
    durationMs: 1,
    message: taskMessage,
    detail: [`got ${CARD}`],
    consume: {
      awaited: 1,
      matched: 0,
      read: 0,
      filtered: 0,
      undecodable: 0,
      elapsedMs: 1,
      late: { latencyMs: 2, byMs: 1, record: { ...record, value: { card: OTHER_CARD } } },
    },
    diagnosis: {
      id: 'wrong-data',
      cause: `the service wrote something else than "card of Ada is x" asks for: ${message}`,
      evidence: [`payments[0]@1 is {"card":"${OTHER_CARD}"}`],
      hints: ['the log', `if it is not that: condition "c": got "${CARD}"`],
    },
  },
  {
    type: 'scenario-finished',
    seq: 4,
    atMs: 1,
    scenario: 's1',
    status: 'failed',
    durationMs: 1,
    message: taskMessage,
  },
];

function redact(rules: RedactionRules, given: readonly RunEvent[] = events): readonly RunEvent[] {
  const redactor = new DataRedactor(rules);
  return given.map((event) => runEvent.parse(redactor.redact(event)));
}

function textOf(given: readonly RunEvent[]): string {
  return renderJson(given as never); // events are JSON
}

function find<Type extends RunEvent['type']>(
  given: readonly RunEvent[],
  type: Type,
): RunEventOf<Type> | undefined {
  return given.find((event): event is RunEventOf<Type> => event.type === type);
}

it('leaves every event as it is without rules', () => {
  expect(redact({})).toEqual(events);
  expect(redact({ records: false, checks: false, paths: [], headers: [] })).toEqual(events);
});

describe('records: true', () => {
  it('leaves key, value and headers out of every record, a late one too', () => {
    const redacted = redact({ records: true });
    const content = {
      key: '***',
      value: '***',
      headers: [
        { key: '***', value: '***' },
        { key: '***', value: '***' },
      ],
    };
    expect(find(redacted, 'record-consumed')?.record).toEqual({ ...record, ...content });
    expect(find(redacted, 'task-finished')?.consume?.late?.record).toEqual({ ...record, ...content });
  });

  it('names the cause of a diagnosis without quoting a record', () => {
    expect(find(redact({ records: true }), 'task-finished')?.diagnosis).toEqual({
      id: 'wrong-data',
      cause: 'what came is not what a check asks for',
      evidence: [],
      hints: ['the log'],
    });
  });

  it('leaves out why a record could not be read', () => {
    const [event] = redact({ records: true }, [
      {
        type: 'task-finished',
        seq: 1,
        ...own,
        status: 'failed',
        durationMs: 1,
        message: `record payments[0]@1 could not be read: "${CARD}" is no JSON`,
      },
    ]);
    expect(event).toMatchObject({ message: 'record payments[0]@1 could not be read: ***' });
  });
});

describe('checks: true', () => {
  const redacted = redact({ checks: true });

  it('leaves expected, actual and difference out of an outcome, and their values out of its name and message', () => {
    expect(find(redacted, 'check-evaluated')?.check).toEqual({
      name: 'card of *** is x',
      status: 'failed',
      operator: 'equals',
      message: 'it does not hold',
      evaluated: 1,
      failed: 1,
    });
  });

  it('leaves them out of the messages that quote the check', () => {
    expect(find(redacted, 'task-finished')?.message).toBe(
      'check "card of *** is x" failed: it does not hold',
    );
    expect(find(redacted, 'scenario-finished')?.message).toBe(
      'check "card of *** is x" failed: it does not hold',
    );
    expect(textOf(redacted)).not.toContain('expected-card');
  });

  it('keeps a diagnosis that quotes only its check, in plain words', () => {
    const diagnosis = { id: 'late', cause: `too slow: ${message}`, evidence: ['a span'], hints: [] };
    const given = events.map((event) => (event.type === 'task-finished' ? { ...event, diagnosis } : event));
    expect(find(redact({ checks: true }, given), 'task-finished')?.diagnosis).toEqual({
      ...diagnosis,
      cause: 'too slow: it does not hold',
    });
  });

  it.each([
    ['.record.value.plan: Free', '.record.value.plan: ***'],
    [
      '.record.value.plan == "Free" and .record.value.n >= 10',
      '.record.value.plan == *** and .record.value.n >= ***',
    ],
    ['the 2nd plan', 'the 2nd plan'],
  ])('of a check that was never evaluated too: %s', (name, shown) => {
    const check = { name, status: 'notEvaluated', operator: 'equals', evaluated: 0, failed: 0 } as const;
    const [event] = redact({ checks: true }, [{ type: 'check-evaluated', seq: 1, ...own, check }]);
    expect(event).toMatchObject({ check: { name: shown } });
  });
});

describe('paths', () => {
  const redacted = redact({ paths: ['.record.value.card', '.record.header.source'] });

  it('replaces what stands there in records, and nothing else', () => {
    expect(find(redacted, 'record-consumed')?.record).toEqual({
      ...record,
      value: { card: '***', plan: 'Free' },
      headers: [
        { key: 'Authorization', value: TOKEN },
        { key: 'source', value: '***' },
      ],
    });
  });

  it('replaces the same values in checks, messages and the diagnosis, those of a late record too', () => {
    expect(find(redacted, 'check-evaluated')?.check).toMatchObject({
      expected: { customer: 'Ada', card: 'expected-card' },
      actual: { customer: 'Ada', card: '***' },
      difference: [{ path: '.card', expected: 'expected-card', actual: '***' }],
    });
    expect(textOf(redacted)).not.toMatch(new RegExp(`${CARD}|${OTHER_CARD}`));
    expect(find(redacted, 'scenario-finished')?.message).toBe(taskMessage.replace(CARD, '***'));
  });

  it('knows values that only expressions saw, and forgets them with the scenario', () => {
    const redactor = new DataRedactor({ paths: ['.record.value.card'] });
    redactor.see('s1', { record: { key: null, value: { card: 'unseen-card' }, headers: [] } });
    const finished = (scenario: string): RunEvent => ({
      type: 'task-finished',
      seq: 1,
      ...own,
      scenario,
      status: 'failed',
      durationMs: 1,
      message: 'got unseen-card',
    });
    expect(redactor.redact(finished('s1'))).toMatchObject({ message: 'got ***' });
    expect(redactor.redact(finished('s2'))).toMatchObject({ message: 'got unseen-card' });
  });
});

describe('headers', () => {
  it('replaces their values in records, checks and messages, whatever the letter case', () => {
    const redacted = redact({ headers: ['authorization'] });
    expect(find(redacted, 'record-consumed')?.record.headers).toEqual([
      { key: 'Authorization', value: '***' },
      { key: 'source', value: 'web' },
    ]);
    expect(textOf(redacted)).not.toContain(TOKEN);
    expect(textOf(redacted)).toContain(CARD);
  });

  it('replaces those of HTTP responses in checks', () => {
    const redactor = new DataRedactor({ headers: ['Set-Cookie'] });
    redactor.see('s1', { response: { headers: { 'set-cookie': ['id=secret-cookie'] } } });
    const check = {
      name: 'headers',
      status: 'passed',
      operator: 'equals',
      actual: { 'set-cookie': ['id=secret-cookie'] },
      evaluated: 1,
      failed: 0,
    } as const;
    expect(redactor.redact({ type: 'check-evaluated', seq: 1, ...own, check })).toMatchObject({
      check: { actual: { 'set-cookie': ['***'] } },
    });
  });
});
