import { at, LIMIT, numbered, type Row, SOON, TIMEOUT, TOO_LATE, wait } from './row.ts';

const PASSED = { answer: ['passed'] } as const;

function values({ out }: { readonly out: string }, ...ns: readonly number[]) {
  return ns.map((n) => ({ topic: out, value: { n } }));
}

/** How many answers come, whether twice, and in which order. */
export const countRows: readonly Row[] = [
  {
    name: 'exactly three',
    steps: (t) => [at(SOON, ...numbered(t, 3))],
    tasks: (t) => ({ answer: wait(t, { expect: { count: 3 } }) }),
    verdicts: PASSED,
  },
  {
    name: 'two of three',
    steps: (t) => [at(SOON, ...numbered(t, 2))],
    tasks: (t) => ({ answer: wait(t, { expect: { count: 3 } }) }),
    verdicts: { answer: ['failed', TIMEOUT] },
  },
  {
    name: 'four of three',
    steps: (t) => [at(SOON, ...numbered(t, 4))],
    tasks: (t) => ({ answer: wait(t, { expect: { count: 3 } }) }),
    verdicts: { answer: ['failed', 'expected exactly 3 matching records, got one more'] },
  },
  {
    name: 'the fourth of three a little later',
    steps: (t) => [at(SOON, ...numbered(t, 3)), at(500, ...numbered(t, 1))],
    tasks: (t) => ({ answer: wait(t, { stop: { settle: LIMIT }, expect: { count: 3 } }) }),
    verdicts: { answer: ['failed', 'got one more'] },
  },
  {
    name: 'at least two, and three come',
    steps: (t) => [at(SOON, ...numbered(t, 3))],
    tasks: (t) => ({ answer: wait(t, { expect: { count: { min: 2 } } }) }),
    verdicts: PASSED,
  },
  {
    name: 'at most two, and three come',
    steps: (t) => [at(SOON, ...numbered(t, 3))],
    tasks: (t) => ({ answer: wait(t, { expect: { count: { max: 2 } } }) }),
    verdicts: { answer: ['failed', 'at most 2'] },
  },
  {
    name: 'at most two, and none comes',
    tasks: (t) => ({ answer: wait(t, { expect: { count: { max: 2 } } }) }),
    verdicts: PASSED,
  },
  {
    name: 'the same answer again, a little later',
    steps: ({ out }) => [
      at(SOON, { topic: out, value: { id: 1 } }),
      at(400, { topic: out, value: { id: 1 } }),
    ],
    tasks: (t) => ({ answer: wait(t, { stop: { settle: LIMIT }, expect: { count: 1 } }) }),
    verdicts: { answer: ['failed', 'got one more'] },
  },
  {
    name: 'the same answer again, where only uniqueness is asked for',
    steps: ({ out }) => [
      at(SOON, { topic: out, value: { id: 1 } }),
      at(400, { topic: out, value: { id: 1 } }),
    ],
    tasks: (t) => ({
      answer: wait(t, { stop: { records: 2 }, expect: { unique: '.record.value.id' } }),
    }),
    verdicts: { answer: ['failed', 'unique'] },
  },
  {
    name: 'all of them unique',
    steps: (t) => [at(SOON, ...numbered(t, 5))],
    tasks: (t) => ({ answer: wait(t, { stop: { records: 5 }, expect: { unique: '.record.value.n' } }) }),
    verdicts: PASSED,
  },
  {
    name: 'in order',
    steps: (t) => [at(SOON, ...values(t, 1, 2, 2, 3))],
    tasks: (t) => ({
      answer: wait(t, { stop: { records: 4 }, expect: { ordered: { by: '.record.value.n' } } }),
    }),
    verdicts: PASSED,
  },
  {
    name: 'equal neighbours, where the order is strict',
    steps: (t) => [at(SOON, ...values(t, 1, 2, 2, 3))],
    tasks: (t) => ({
      answer: wait(t, { stop: { records: 4 }, expect: { ordered: { by: '.record.value.n', strict: true } } }),
    }),
    verdicts: { answer: ['failed', 'order'] },
  },
  {
    name: 'out of order',
    steps: (t) => [at(SOON, ...values(t, 1, 3, 2))],
    tasks: (t) => ({
      answer: wait(t, { stop: { records: 3 }, expect: { ordered: { by: '.record.value.n' } } }),
    }),
    verdicts: { answer: ['failed', 'order'] },
  },
  {
    name: 'in order on each of two partitions, though not over both',
    partitions: 2,
    steps: ({ out }) => [
      at(
        SOON,
        { topic: out, partition: 0, value: { n: 5 } },
        { topic: out, partition: 1, value: { n: 1 } },
        { topic: out, partition: 0, value: { n: 6 } },
        { topic: out, partition: 1, value: { n: 2 } },
      ),
    ],
    tasks: (t) => ({
      answer: wait(t, { stop: { records: 4 }, expect: { ordered: { by: '.record.value.n' } } }),
    }),
    verdicts: PASSED,
  },
  {
    name: 'in order for each key, though not over all',
    steps: ({ out }) => [
      at(
        SOON,
        { topic: out, key: 'a', value: { n: 5 } },
        { topic: out, key: 'b', value: { n: 1 } },
        { topic: out, key: 'a', value: { n: 6 } },
        { topic: out, key: 'b', value: { n: 2 } },
      ),
    ],
    tasks: (t) => ({
      answer: wait(t, { stop: { records: 4 }, expect: { ordered: { by: '.record.value.n', per: 'key' } } }),
    }),
    verdicts: PASSED,
  },
  {
    name: 'the sequence that is expected',
    steps: ({ out }) => [
      at(SOON, ...['created', 'paid', 'shipped'].map((event) => ({ topic: out, value: { event } }))),
    ],
    tasks: (t) => ({
      answer: wait(t, {
        expect: { sequence: { of: '.record.value.event', equals: ['created', 'paid', 'shipped'] } },
        stop: { records: 3 },
      }),
    }),
    verdicts: PASSED,
  },
  {
    name: 'the sequence with two of its steps swapped',
    steps: ({ out }) => [
      at(SOON, ...['created', 'shipped', 'paid'].map((event) => ({ topic: out, value: { event } }))),
    ],
    tasks: (t) => ({
      answer: wait(t, {
        expect: { sequence: { of: '.record.value.event', equals: ['created', 'paid', 'shipped'] } },
        stop: { records: 3 },
      }),
    }),
    verdicts: { answer: ['failed', 'sequence'] },
  },
  {
    name: 'the sequence in any order',
    steps: ({ out }) => [
      at(SOON, ...['created', 'shipped', 'paid'].map((event) => ({ topic: out, value: { event } }))),
    ],
    tasks: (t) => ({
      answer: wait(t, {
        expect: {
          sequence: { of: '.record.value.event', equals: ['created', 'paid', 'shipped'], mode: 'anyOrder' },
        },
        stop: { records: 3 },
      }),
    }),
    verdicts: PASSED,
  },
  {
    name: 'two tasks on one topic see the same records',
    steps: ({ out }) => [at(SOON, { topic: out })],
    tasks: (t) => ({ answer: wait(t), again: { after: 'trigger', ...wait(t) } }),
    verdicts: { answer: ['passed'], again: ['passed'] },
  },
  {
    name: 'one behind the other sees the second record',
    steps: (t) => [at(SOON, ...numbered(t, 2))],
    tasks: (t) => ({
      answer: { ...wait(t), checks: ['.record.value.n == 1'] },
      next: { ...wait(t, { from: { behind: 'answer' } }), checks: ['.record.value.n == 2'] },
    }),
    verdicts: { answer: ['passed'], next: ['passed'] },
  },
  {
    name: 'one behind the other, and no second record',
    steps: (t) => [at(SOON, ...numbered(t, 1))],
    tasks: (t) => ({ answer: wait(t), next: wait(t, { from: { behind: 'answer' } }) }),
    verdicts: { answer: ['passed'], next: ['failed', TIMEOUT] },
  },
  {
    name: 'a check that never met a record',
    tasks: ({ out }) => ({
      answer: { consume: { topic: out, stop: { after: '1s' } }, checks: ['.record.value.ok'] },
    }),
    verdicts: { answer: ['failed', 'expected 1 record'] },
  },
  {
    name: 'a check that fails on the third of three',
    steps: (t) => [at(SOON, ...numbered(t, 3))],
    tasks: (t) => ({ answer: { ...wait(t, { stop: { records: 3 } }), checks: ['.record.value.n < 3'] } }),
    verdicts: { answer: ['failed', 'check'] },
  },
  {
    name: 'three awaited, two in time and the third late',
    steps: (t) => [at(SOON, ...numbered(t, 2)), at(TOO_LATE, ...numbered(t, 1))],
    tasks: ({ out }) => ({
      answer: { consume: { topic: out, stop: { records: 3 }, fail: { after: LIMIT, since: 'trigger' } } },
    }),
    verdicts: { answer: ['failed', TIMEOUT] },
  },
];
