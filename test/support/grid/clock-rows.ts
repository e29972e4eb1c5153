import { at, LIMIT, type Row, SLOWEST, SOON, TIMEOUT, TOO_LATE, wait } from './row.ts';

const PASSED = { answer: ['passed'] } as const;
const LATE = { answer: ['failed', TIMEOUT] } as const;
/** Kafka refuses time stamps that lie an hour ahead. */
const FAR_MS = 50 * 60_000;

/** Waits on `out`, the name of which nobody knows before the trigger is out. */
function waitWithoutName(after: string) {
  const topic = '${{ .source.trigger.record.topic | sub("in$"; "out") }}';
  return { answer: { consume: { topic, fail: { after, since: 'trigger' } } } };
}

/** Time stamps that are wrong, and clocks that step: none of them is what a verdict counts by. */
export const clockRows: readonly Row[] = [
  {
    name: 'an answer in time, by a clock that is behind',
    steps: ({ out }) => [at(SOON, { topic: out, clockOffMs: -FAR_MS })],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: PASSED,
  },
  {
    name: 'an answer in time, by a clock that is ahead',
    steps: ({ out }) => [at(SOON, { topic: out, clockOffMs: FAR_MS })],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: PASSED,
  },
  {
    name: 'a late answer, by a clock that makes it seem early',
    steps: ({ out }) => [at(TOO_LATE, { topic: out, clockOffMs: -5000 })],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: LATE,
  },
  {
    name: 'a record from before, by a clock that is ahead',
    before: ({ out }) => [{ topic: out, value: { old: true }, clockOffMs: FAR_MS }],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: LATE,
  },
  {
    name: 'an answer by a clock that is behind, on a topic that only the running scenario knows',
    steps: ({ out }) => [at(0, { topic: out, clockOffMs: -FAR_MS })],
    // It is read by a watch that only begins now: how soon is the machine's affair.
    tasks: () => waitWithoutName(SLOWEST),
    verdicts: PASSED,
  },
  {
    name: 'a record from before by a clock that is ahead, on a topic that only the running scenario knows',
    before: ({ out }) => [{ topic: out, value: { old: true }, clockOffMs: FAR_MS }],
    tasks: () => waitWithoutName(LIMIT),
    verdicts: LATE,
  },
];

/** Played while the wall clock of flowproof's own machine steps to and fro. */
export const steppingRows: readonly Row[] = [
  {
    name: 'an answer in time, while the wall clock steps',
    steps: ({ out }) => [at(600, { topic: out })],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: PASSED,
  },
  {
    name: 'a late answer, while the wall clock steps',
    steps: ({ out }) => [at(TOO_LATE, { topic: out })],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: LATE,
  },
  {
    name: 'a record from before, while the wall clock steps',
    before: ({ out }) => [{ topic: out, value: { old: true } }],
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: LATE,
  },
  {
    name: 'silence that is kept, while the wall clock steps',
    tasks: ({ out }) => ({
      answer: { consume: { topic: out, stop: { after: '1s' }, expect: { count: 0 } } },
    }),
    verdicts: PASSED,
  },
  {
    name: 'a latency within its limit, while the wall clock steps',
    steps: ({ out }) => [at(SOON, { topic: out })],
    tasks: (t) => ({ answer: wait(t, { stop: { records: 1 }, expect: { latency: { max: LIMIT } } }) }),
    verdicts: PASSED,
  },
];
