import { at, LIMIT, numbered, type Row, SLOWEST, SOON, TIMEOUT, TOO_LATE, wait } from './row.ts';

const PASSED = { answer: ['passed'] } as const;
const LATE = { answer: ['failed', TIMEOUT] } as const;

/** When answers come: around the deadline, before the scenario, in silence, on topics that come late. */
export const timingRows: readonly Row[] = [
  {
    name: 'answers at once',
    steps: ({ out }) => [at(0, { topic: out })],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: PASSED,
  },
  {
    name: 'answers well before the deadline',
    steps: ({ out }) => [at(600, { topic: out })],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: PASSED,
  },
  {
    name: 'answers after the deadline',
    steps: ({ out }) => [at(TOO_LATE, { topic: out })],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: LATE,
  },
  { name: 'never answers', tasks: (t) => ({ answer: wait(t) }), verdicts: LATE },
  {
    name: 'answers after the deadline that counts from the task',
    steps: ({ out }) => [at(TOO_LATE, { topic: out })],
    tasks: ({ out }) => ({ answer: { consume: { topic: out, fail: { after: LIMIT } } } }),
    verdicts: LATE,
  },
  {
    name: 'answers before the task starts, but after the scenario did',
    steps: ({ out }) => [at(0, { topic: out })],
    tasks: ({ out }) => ({
      pause: { wait: '2s' },
      answer: { consume: { topic: out, fail: { after: '500ms' } } },
    }),
    verdicts: PASSED,
  },
  {
    name: 'answers in time, while the task starts after the deadline',
    steps: ({ out }) => [at(0, { topic: out })],
    tasks: (t) => ({ pause: { wait: '3500ms' }, answer: wait(t) }),
    verdicts: PASSED,
  },
  {
    name: 'answers without a deadline, within the window',
    steps: ({ out }) => [at(SOON, { topic: out })],
    tasks: ({ out }) => ({ answer: { consume: { topic: out, stop: { after: LIMIT } } } }),
    verdicts: PASSED,
  },
  {
    name: 'answers after the window has closed',
    steps: ({ out }) => [at(TOO_LATE, { topic: out })],
    tasks: ({ out }) => ({ answer: { consume: { topic: out, stop: { after: '1s' } } } }),
    verdicts: { answer: ['failed', 'expected 1 record before the window ended, got 0'] },
  },
  {
    name: 'the first of two in time, the second late',
    steps: ({ out }) => [at(SOON, { topic: out }), at(TOO_LATE, { topic: out })],
    tasks: (t) => ({ answer: wait(t, { stop: { records: 2 } }) }),
    verdicts: LATE,
  },
  {
    name: 'a record from before the scenario only',
    before: ({ out }) => [{ topic: out, value: { old: true } }],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: LATE,
  },
  {
    name: 'a record from before the scenario, and a new one',
    before: ({ out }) => [{ topic: out, value: { old: true } }],
    steps: ({ out }) => [at(SOON, { topic: out, value: { old: false } })],
    tasks: (t) => ({
      answer: { ...wait(t, { expect: { count: 1 } }), checks: ['.record.value.old == false'] },
    }),
    verdicts: PASSED,
  },
  {
    name: 'a hundred records from before, read from the beginning',
    before: (t) => numbered(t, 100),
    tasks: ({ out }) => ({
      answer: { consume: { topic: out, from: 'beginning', stop: { atEnd: true }, expect: { count: 100 } } },
    }),
    verdicts: PASSED,
  },
  {
    name: 'the last ten records from before, read back from the end',
    before: (t) => numbered(t, 30),
    tasks: ({ out }) => ({
      answer: {
        consume: { topic: out, from: { offset: -10 }, stop: { atEnd: true }, expect: { count: 10 } },
        checks: ['.record.value.n > 20'],
      },
    }),
    verdicts: PASSED,
  },
  {
    name: 'an offset beyond the end is waited for',
    steps: (t) => [at(SOON, ...numbered(t, 3))],
    tasks: (t) => ({ answer: { ...wait(t, { from: { offset: 2 } }), checks: ['.record.offset == 2'] } }),
    verdicts: PASSED,
  },
  {
    name: 'silence that is kept',
    tasks: ({ out }) => ({
      answer: { consume: { topic: out, stop: { after: '1s' }, expect: { count: 0 } } },
    }),
    verdicts: PASSED,
  },
  {
    name: 'silence that is broken',
    steps: ({ out }) => [at(300, { topic: out })],
    tasks: ({ out }) => ({
      answer: { consume: { topic: out, stop: { after: LIMIT }, expect: { count: 0 } } },
    }),
    verdicts: { answer: ['failed', 'expected exactly 0 matching records, got one more'] },
  },
  {
    name: 'silence of one key, while another one talks',
    steps: ({ out }) => [at(SOON, { topic: out, key: 'other' })],
    tasks: ({ out }) => ({
      answer: {
        consume: {
          topic: out,
          where: [{ '.record.key': 'mine' }],
          stop: { after: '1s' },
          expect: { count: 0 },
        },
      },
    }),
    verdicts: PASSED,
  },
  {
    name: 'silence that is broken after the window',
    steps: ({ out }) => [at(TOO_LATE, { topic: out })],
    tasks: ({ out }) => ({
      answer: { consume: { topic: out, stop: { after: '1s' }, expect: { count: 0 } } },
    }),
    verdicts: PASSED,
  },
  {
    name: 'a topic that is created while the scenario runs',
    steps: ({ later }) => [at(300, { topic: later, creates: true })],
    tasks: ({ later }) => ({ answer: { consume: { topic: later, fail: { after: SLOWEST } } } }),
    verdicts: PASSED,
  },
  {
    name: 'a topic that never comes',
    tasks: ({ later }) => ({
      answer: { consume: { topic: later, stop: { after: '1s' }, expect: { count: 0 } } },
    }),
    verdicts: { answer: ['failed', 'does not exist'] },
  },
  {
    name: 'a topic that never comes, and need not',
    tasks: ({ later }) => ({
      answer: { consume: { topic: later, missing: 'allow', stop: { after: '1s' }, expect: { count: 0 } } },
    }),
    verdicts: PASSED,
  },
  {
    name: 'a topic of a pattern that is created while the scenario runs',
    steps: ({ later }) => [at(300, { topic: later, creates: true })],
    tasks: ({ later }) => ({
      answer: { consume: { topic: `/${later.slice(0, -2)}.+/`, fail: { after: SLOWEST } } },
    }),
    verdicts: PASSED,
  },
  {
    name: 'p95 and max within their limits',
    steps: (t) => [at(SOON, ...numbered(t, 20))],
    tasks: (t) => ({
      answer: wait(t, { stop: { records: 20 }, expect: { latency: { p95: LIMIT, max: LIMIT } } }),
    }),
    verdicts: PASSED,
  },
  {
    name: 'p50 in time and max late',
    steps: (t) => [at(0, ...numbered(t, 3)), at(TOO_LATE, { topic: t.out })],
    tasks: ({ out }) => ({
      answer: {
        consume: {
          topic: out,
          stop: { records: 4 },
          fail: { after: SLOWEST, since: 'trigger' },
          expect: { latency: { p50: LIMIT, max: LIMIT } },
        },
      },
    }),
    verdicts: { answer: ['failed', 'max'] },
  },
  {
    name: 'each order answered in time, paired by its id',
    steps: (t) => [at(SOON, { topic: t.out, value: { id: 1 } })],
    tasks: ({ out }) => ({
      answer: {
        consume: { topic: out, fail: { after: LIMIT, since: { task: 'trigger', on: '.record.value.id' } } },
      },
    }),
    verdicts: PASSED,
  },
  {
    name: 'an order answered too late, paired by its id',
    steps: (t) => [at(TOO_LATE, { topic: t.out, value: { id: 1 } })],
    tasks: ({ out }) => ({
      answer: {
        consume: { topic: out, fail: { after: LIMIT, since: { task: 'trigger', on: '.record.value.id' } } },
      },
    }),
    verdicts: LATE,
  },
];
