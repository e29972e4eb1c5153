import { at, numbered, type Row, SLOWEST, SOON, TIMEOUT, wait } from './row.ts';

const PASSED = { answer: ['passed'] } as const;
const LATE = { answer: ['failed', TIMEOUT] } as const;

/** What answers are: the wrong ones, null and broken ones, transactions, noise, several partitions. */
export const dataRows: readonly Row[] = [
  {
    name: 'a tombstone for another key',
    steps: ({ out }) => [at(SOON, { topic: out, key: 'other', value: null })],
    tasks: (t) => ({ answer: wait(t, { where: [{ '.record.key': 'mine' }, '.record.value == null'] }) }),
    verdicts: LATE,
  },
  {
    name: 'the tombstone that is awaited',
    steps: ({ out }) => [at(SOON, { topic: out, key: 'mine', value: null })],
    tasks: (t) => ({ answer: wait(t, { where: [{ '.record.key': 'mine' }, '.record.value == null'] }) }),
    verdicts: PASSED,
  },
  {
    name: 'a tombstone where a value is checked',
    steps: ({ out }) => [at(SOON, { topic: out, key: 'mine', value: null })],
    tasks: (t) => ({ answer: { ...wait(t), checks: [{ '.record.value.plan': 'Free' }] } }),
    verdicts: { answer: ['failed', 'check'] },
  },
  {
    name: 'a null key and an empty value',
    steps: ({ out }) => [at(SOON, { topic: out, key: null, hex: '' })],
    tasks: (t) => ({ answer: { ...wait(t), checks: ['.record.key == null', '.record.value == ""'] } }),
    verdicts: PASSED,
  },
  {
    name: 'the wrong header',
    steps: ({ out }) => [at(SOON, { topic: out, headers: [['source', 'batch']] })],
    tasks: (t) => ({ answer: wait(t, { where: [{ '.record.header.source': 'web' }] }) }),
    verdicts: LATE,
  },
  {
    name: 'a header twice, and one of bytes',
    steps: ({ out }) => [
      at(SOON, {
        topic: out,
        headers: [
          ['source', 'batch'],
          ['source', 'web'],
          ['raw', '0xff00'],
          ['none', null],
        ],
      }),
    ],
    tasks: (t) => ({
      answer: {
        ...wait(t),
        checks: [
          { '.record.header.source': 'web' },
          '[.record.headers[] | select(.key == "source") | .value] == ["batch", "web"]',
          '.record.headers[2] == {key: "raw", value: "/wA=", encoding: "base64"}',
          '.record.headers[3].value == null',
        ],
      },
    }),
    verdicts: PASSED,
  },
  {
    name: 'the wanted record among a thousand others',
    steps: (t) => [at(SOON, ...numbered(t, 1000)), at(SOON, { topic: t.out, value: { n: 7777 } })],
    tasks: (t) => ({
      answer: { ...wait(t, { where: ['.record.value.n == 7777'] }), checks: ['.record.value.n == 7777'] },
    }),
    verdicts: PASSED,
  },
  {
    name: 'the wanted record in noise of 2,000 records a second',
    noise: 2000,
    steps: ({ out }) => [at(600, { topic: out, value: { wanted: true } })],
    tasks: ({ out }) => ({
      answer: {
        consume: { topic: out, where: [{ '.record.value.wanted': true }], fail: { after: SLOWEST } },
      },
    }),
    verdicts: PASSED,
  },
  {
    name: 'noise of 2,000 records a second and no wanted record',
    noise: 2000,
    tasks: (t) => ({ answer: wait(t, { where: [{ '.record.value.wanted': true }] }) }),
    verdicts: LATE,
  },
  {
    name: 'a condition that raises an error on most records',
    steps: ({ out }) => [
      at(
        SOON,
        { topic: out, value: 'text' },
        { topic: out, value: [1] },
        { topic: out, value: { total: 5 } },
      ),
    ],
    tasks: (t) => ({ answer: wait(t, { where: ['.record.value.total > 3'] }) }),
    verdicts: PASSED,
  },
  {
    name: 'one of two alternatives',
    steps: ({ out }) => [at(SOON, { topic: out, value: { state: 'paid' } })],
    tasks: (t) => ({
      answer: wait(t, {
        where: [{ any: [{ '.record.value.state': 'paid' }, { '.record.value.state': 'shipped' }] }],
      }),
    }),
    verdicts: PASSED,
  },
  {
    name: 'a value that must not be',
    steps: ({ out }) => [at(SOON, { topic: out, value: { state: 'cancelled' } })],
    tasks: (t) => ({ answer: wait(t, { where: [{ not: { '.record.value.state': 'cancelled' } }] }) }),
    verdicts: LATE,
  },
  {
    name: 'a record that cannot be read',
    steps: ({ out }) => [at(SOON, { topic: out, hex: 'ff00' })],
    tasks: (t) => ({ answer: wait(t, { format: { value: 'json' } }) }),
    verdicts: { answer: ['failed', 'could not be read'] },
  },
  {
    name: 'a record that cannot be read is passed over',
    steps: ({ out }) => [at(SOON, { topic: out, hex: 'ff00' }, { topic: out, value: { ok: true } })],
    tasks: (t) => ({
      answer: {
        ...wait(t, { format: { value: 'json' }, undecodable: 'skip' }),
        checks: ['.record.value.ok'],
      },
    }),
    verdicts: PASSED,
  },
  {
    name: 'a transaction that is aborted',
    steps: ({ out }) => [{ ...at(SOON, { topic: out }), transaction: 'abort' }],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: LATE,
  },
  {
    name: 'a transaction that is aborted, then one that is committed',
    steps: ({ out }) => [
      { ...at(SOON, { topic: out, value: { try: 1 } }), transaction: 'abort' },
      { ...at(500, { topic: out, value: { try: 2 } }), transaction: 'commit' },
    ],
    tasks: (t) => ({ answer: { ...wait(t, { expect: { count: 1 } }), checks: ['.record.value.try == 2'] } }),
    verdicts: PASSED,
  },
  {
    name: 'a transaction that is aborted, for a reader of everything',
    steps: ({ out }) => [{ ...at(SOON, { topic: out }), transaction: 'abort' }],
    tasks: (t) => ({ answer: wait(t, { isolation: 'read_uncommitted' }) }),
    verdicts: PASSED,
  },
  {
    name: 'an answer on the last of three partitions',
    partitions: 3,
    steps: ({ out }) => [at(SOON, { topic: out, partition: 2 })],
    tasks: (t) => ({ answer: { ...wait(t), checks: ['.record.partition == 2'] } }),
    verdicts: PASSED,
  },
  {
    name: 'an answer on a partition that is not watched',
    partitions: 3,
    steps: ({ out }) => [at(SOON, { topic: out, partition: 2 })],
    tasks: (t) => ({ answer: wait(t, { partitions: [0, 1] }) }),
    verdicts: LATE,
  },
  {
    name: 'answers over three partitions are counted together',
    partitions: 3,
    steps: (t) => [at(SOON, ...[0, 1, 2].flatMap((partition) => numbered(t, 2, { partition })))],
    tasks: (t) => ({ answer: wait(t, { expect: { count: 6 } }) }),
    verdicts: PASSED,
  },
  {
    name: 'two topics at once',
    steps: ({ out, other }) => [at(SOON, { topic: out }, { topic: other })],
    tasks: ({ out, other }) => ({
      answer: { consume: { topics: [out, other], stop: { records: 2 }, fail: { after: SLOWEST } } },
    }),
    verdicts: PASSED,
  },
  {
    name: 'an answer on another topic',
    steps: ({ other }) => [at(SOON, { topic: other })],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: LATE,
  },
  {
    name: 'a compacted topic, read as it goes on',
    config: { 'cleanup.policy': 'compact' },
    before: ({ out }) => [
      { topic: out, key: 'a', value: { v: 1 } },
      { topic: out, key: 'a', value: { v: 2 } },
    ],
    steps: ({ out }) => [at(SOON, { topic: out, key: 'a', value: { v: 3 } })],
    tasks: (t) => ({ answer: { ...wait(t, { expect: { count: 1 } }), checks: ['.record.value.v == 3'] } }),
    verdicts: PASSED,
  },
  {
    name: 'an integer beyond 2^53',
    steps: ({ out }) => [
      at(SOON, { topic: out, hex: Buffer.from('{"id":9007199254740993}').toString('hex') }),
    ],
    tasks: (t) => ({
      answer: {
        ...wait(t),
        checks: ['.record.value.id == 9007199254740993', '.record.value.id != 9007199254740992'],
      },
    }),
    verdicts: PASSED,
  },
  {
    name: 'a failed check stops nobody',
    steps: ({ out }) => [at(SOON, { topic: out, value: { plan: 'Premium' } })],
    tasks: (t) => ({
      answer: { ...wait(t), checks: [{ '.record.value.plan': 'Free' }] },
      next: { set: { seen: true } },
    }),
    verdicts: { answer: ['failed', 'Premium'], next: ['passed'] },
  },
  {
    name: 'a missed deadline skips what comes after it',
    tasks: (t) => ({ answer: wait(t), next: { set: { seen: true } } }),
    verdicts: { answer: ['failed', TIMEOUT], next: ['skipped', '"answer" did not end'] },
  },
];
