import { randomUUID } from 'node:crypto';

/** Names that no other test has: topics of an order service, and its group. */
export function createNames() {
  const id = randomUUID(); // long, so that no two names look alike
  return { orders: `orders-${id}`, answers: `answers-${id}`, middle: `middle-${id}`, group: `relay-${id}` };
}
export type Names = ReturnType<typeof createNames>;

/** One way to break the flow of orders and answers, and what the first line of the diagnosis says. */
export interface Break {
  readonly what: string;
  readonly id: string;
  readonly cause: (names: Names) => string | RegExp;
  /** Of the relay service; absent: it is not started. */
  readonly service?: (names: Names) => Readonly<Record<string, string>>;
  /** Of the consume task on the answers. */
  readonly consume?: Readonly<Record<string, unknown>>;
  /** Of that task. */
  readonly checks?: readonly unknown[];
  /** Of a second service, which should make the answers of what the first one writes to `middle`. */
  readonly next?: (names: Names) => Readonly<Record<string, string>>;
  /** Of the topic of the answers; default 1. */
  readonly partitions?: number;
  /** Tasks that come before the order. */
  readonly before?: Readonly<Record<string, unknown>>;
}

/** What the answers should be, in Avro. */
const ORDER_SCHEMA = {
  type: 'record',
  name: 'Order',
  fields: [
    { name: 'id', type: 'int' },
    { name: 'plan', type: 'string' },
  ],
};

/** Every way that one service's behaviour can be. */
export const breaks: readonly Break[] = [
  {
    what: 'a service that is stopped',
    id: 'not-running',
    service: () => ({ BEHAVIOUR: 'answer' }),
    before: { stop: { service: { stop: 'relay' } } },
    cause: ({ answers }) => `service "relay" is not running: it was stopped, so nothing came on "${answers}"`,
  },
  {
    what: 'a service that leaves its group',
    id: 'not-running',
    service: () => ({ BEHAVIOUR: 'leave' }),
    cause: ({ answers }) =>
      `service "relay" is not running: its group has no members, so nothing came on "${answers}"`,
  },
  {
    what: 'a service that was never started',
    id: 'nobody-reads',
    cause: ({ orders, answers }) => `no consumer group reads "${orders}", so nothing came on "${answers}"`,
  },
  {
    what: 'a service that does not get through its input',
    id: 'stuck',
    service: () => ({ BEHAVIOUR: 'stuck' }),
    cause: ({ orders, answers }) =>
      `service "relay" has not got through "${orders}" (lag 1, not moving), so nothing came on "${answers}"`,
  },
  {
    what: 'a service that answers nothing',
    id: 'caught-up',
    service: () => ({ BEHAVIOUR: 'silent' }),
    cause: ({ orders, answers }) =>
      `service "relay" read "${orders}" to its end and wrote nothing to "${answers}"`,
  },
  {
    what: 'a service whose log speaks of an error',
    id: 'caught-up',
    service: () => ({ BEHAVIOUR: 'log-error' }),
    cause: ({ orders, answers }) =>
      `service "relay" read "${orders}" to its end and wrote nothing to "${answers}", and its log speaks of trouble`,
  },
  {
    what: 'too few answers',
    id: 'caught-up',
    service: () => ({ BEHAVIOUR: 'answer' }),
    consume: { expect: { count: 2 } },
    cause: ({ orders, answers }) =>
      `service "relay" read "${orders}" to its end and wrote only 1 of 2 records to "${answers}"`,
  },
  {
    what: 'too many answers',
    id: 'too-many',
    service: () => ({ BEHAVIOUR: 'reordered' }),
    consume: { expect: { count: 1 } },
    cause: ({ answers }) =>
      `service "relay" wrote more to "${answers}" than the 1 record expected: ${answers}[0]@1`,
  },
  {
    what: 'the second of two services, where only its end is awaited',
    id: 'caught-up',
    service: ({ middle }) => ({ OUTPUT: middle }),
    next: () => ({ BEHAVIOUR: 'log-error' }),
    cause: ({ middle, answers }) =>
      `the flow came as far as "${middle}": service "next" has read it to its end, and its log speaks of trouble, but nothing came on "${answers}"`,
  },
  {
    what: 'the second of two services, which is stuck',
    id: 'stuck',
    service: ({ middle }) => ({ OUTPUT: middle }),
    next: () => ({ BEHAVIOUR: 'stuck' }),
    cause: ({ middle, answers }) =>
      `service "next" has not got through "${middle}" (lag 1, not moving), so nothing came on "${answers}"`,
  },
  {
    what: 'a transaction that is left open',
    id: 'uncommitted',
    service: () => ({ BEHAVIOUR: 'open-transaction' }),
    consume: { fail: { after: '3s' } },
    cause: ({ answers }) => `service "relay" wrote ${answers}[0]@0 in a transaction that is still open`,
  },
  {
    what: 'a transaction that is aborted',
    id: 'uncommitted',
    service: () => ({ BEHAVIOUR: 'aborted-transaction' }),
    consume: { fail: { after: '3s' } },
    cause: ({ answers }) => `service "relay" wrote ${answers}[0]@0 in a transaction that was aborted`,
  },
  {
    what: 'a service that writes to a topic of its own and does not answer',
    id: 'caught-up',
    service: ({ orders }) => ({ OUTPUT: `audit-of-${orders}` }),
    cause: ({ orders, answers }) =>
      `service "relay" read "${orders}" to its end and wrote nothing to "${answers}"`,
  },
  {
    what: 'a topic that there is not',
    id: 'no-topic',
    service: () => ({ BEHAVIOUR: 'silent' }),
    consume: { topic: 'no-such-topic-anywhere' },
    cause: () => 'there is no topic "no-such-topic-anywhere", and nobody wrote to it',
  },
  {
    what: 'a service on a misspelt topic',
    id: 'look-alike',
    service: ({ orders }) => ({ INPUT: orders.replace('orders', 'order') }),
    cause: ({ orders }) => `service "relay" reads "${orders.replace('orders', 'order')}", not "${orders}"`,
  },
  {
    what: 'an answer on a topic with a similar name',
    id: 'other-topic',
    service: ({ answers }) => ({ OUTPUT: answers.replace('answers', 'answer') }),
    cause: ({ answers }) =>
      `service "relay" wrote to "${answers.replace('answers', 'answer')}" instead of "${answers}": it got 1 record`,
  },
  {
    what: 'an answer on quite another topic',
    id: 'other-topic',
    service: ({ orders }) => ({ OUTPUT: `audit-of-${orders}` }),
    consume: { where: ['.record.value.id == 1'] },
    cause: ({ orders, answers }) =>
      `service "relay" wrote to "audit-of-${orders}" instead of "${answers}": it got 1 record`,
  },
  {
    what: 'an answer that comes late',
    id: 'late',
    service: () => ({ BEHAVIOUR: 'late', DELAY_MS: '900' }),
    cause: () =>
      /^service "relay" was too slow: the record on "answers-.*" came after \d+ ms, \d+ ms past the limit/,
  },
  {
    what: 'an answer with another key',
    id: 'filtered',
    service: () => ({ BEHAVIOUR: 'other-key' }),
    consume: { where: [{ '.record.key': 'k1' }, { '.record.value.id': 1 }] },
    cause: ({ answers }) => `${answers}[0]@0 came but did not match: condition ".record.key: k1": `,
  },
  {
    what: 'an answer with another value',
    id: 'filtered',
    service: () => ({ BEHAVIOUR: 'other-value' }),
    consume: { where: [{ '.record.value.id': 1 }, { '.record.value.plan': 'Free' }] },
    cause: ({ answers }) => `${answers}[0]@0 came but did not match: condition ".record.value.plan: Free": `,
  },
  {
    what: 'an answer that is encoded twice',
    id: 'filtered',
    service: () => ({ BEHAVIOUR: 'encoded-twice' }),
    consume: { where: [{ '.record.value.id': 1 }] },
    cause: ({ answers }) => `${answers}[0]@0 came but did not match: condition ".record.value.id: 1": `,
  },
  {
    what: 'an answer with a value that a check does not allow',
    id: 'wrong-data',
    service: () => ({ BEHAVIOUR: 'other-value' }),
    checks: [{ name: 'the plan', jq: '.record.value.plan', operator: 'equals', expected: 'Free' }],
    cause: ({ answers }) =>
      `service "relay" wrote something else than "the plan" asks for in ${answers}[0]@0: expected "Free", got "Premium"`,
  },
  {
    what: 'an answer on another partition',
    id: 'other-partition',
    service: () => ({ BEHAVIOUR: 'other-partition' }),
    partitions: 2,
    consume: { partitions: [0] },
    cause: ({ answers }) =>
      `service "relay" wrote to another partition: ${answers}[1]@0 would have matched, the task reads partition 0 only`,
  },
  {
    what: 'a tombstone',
    id: 'tombstone',
    service: () => ({ BEHAVIOUR: 'tombstone' }),
    consume: { where: ['.record.value.id == 1'] },
    cause: ({ answers }) => `service "relay" wrote a tombstone: ${answers}[0]@0 has key "k1" and no value`,
  },
  {
    what: 'an answer that is there twice',
    id: 'duplicate',
    service: () => ({ BEHAVIOUR: 'twice' }),
    consume: { expect: { count: 1 } },
    cause: ({ answers }) =>
      `service "relay" wrote the same record twice: ${answers}[0]@0 and ${answers}[0]@1`,
  },
  {
    what: 'answers in another order',
    id: 'wrong-order',
    service: () => ({ BEHAVIOUR: 'reordered' }),
    consume: { stop: { records: 2 }, expect: { ordered: { by: '.record.value.step' } } },
    cause: () => /^service "relay" wrote in another order: 1 in .*@1 comes after the greater 2 in .*@0$/,
  },
  {
    what: 'an answer in another format',
    id: 'unreadable',
    service: () => ({ BEHAVIOUR: 'other-format' }),
    consume: { format: { value: 'json' } },
    cause: ({ answers }) => `service "relay" wrote another format: ${answers}[0]@0 could not be read`,
  },
  {
    what: 'an answer of another Avro schema',
    id: 'unreadable',
    service: () => ({ BEHAVIOUR: 'other-schema' }),
    consume: { format: { value: { avro: { schema: ORDER_SCHEMA } } } },
    cause: ({ answers }) => `service "relay" wrote another format: ${answers}[0]@0 could not be read`,
  },
  {
    what: 'a group in a rebalance that does not end',
    id: 'not-assigned',
    service: () => ({ BEHAVIOUR: 'rebalance' }),
    consume: { fail: { after: '2s' } },
    cause: ({ orders }) =>
      new RegExp(`^service "relay" runs, but its group ".*" has no partitions of "${orders}" assigned`),
  },
];
