import { at, type Row, SOON, type Topics, wait } from './row.ts';

const PASSED = { answer: ['passed'] } as const;

/** A segment is closed by the first record that comes after a tenth of a second. */
const CONFIG = { 'cleanup.policy': 'compact', 'segment.ms': '100', 'min.cleanable.dirty.ratio': '0' };

/** Of these only the last stays, at offset 2. */
function before({ out }: Topics) {
  return [1, 2, 3].map((v) => ({ topic: out, key: 'a', value: { v } }));
}

/** At offset 3. */
function compacts({ out }: Topics) {
  return [{ topic: out, key: 'b', value: { v: 9 } }];
}

/** Topics of which records are gone, and with them their offsets. */
export const compactedRows: readonly Row[] = [
  {
    name: 'a compacted topic from its beginning',
    config: CONFIG,
    before,
    compacts,
    tasks: ({ out }) => ({
      answer: {
        consume: {
          topic: out,
          from: 'beginning',
          stop: { atEnd: true },
          expect: { sequence: { of: '.record.value.v', equals: [3, 9] } },
        },
      },
    }),
    verdicts: PASSED,
  },
  {
    name: 'a compacted topic from an offset that is gone',
    config: CONFIG,
    before,
    compacts,
    tasks: ({ out }) => ({
      answer: {
        consume: { topic: out, from: { offset: 1 }, stop: { atEnd: true }, expect: { count: 2 } },
        checks: ['.record.offset >= 2'],
      },
    }),
    verdicts: PASSED,
  },
  {
    name: 'the last three offsets of a compacted topic, of which one is gone',
    config: CONFIG,
    before,
    compacts,
    tasks: ({ out }) => ({
      answer: {
        consume: { topic: out, from: { offset: -3 }, stop: { atEnd: true, records: 3 } },
      },
    }),
    verdicts: { answer: ['failed', 'expected 3 records before the window ended, got 2'] },
  },
  {
    name: 'an answer on a topic that is compacted',
    config: CONFIG,
    before,
    compacts,
    steps: ({ out }) => [at(SOON, { topic: out, key: 'a', value: { v: 4 } })],
    tasks: (t) => ({ answer: { ...wait(t, { expect: { count: 1 } }), checks: ['.record.value.v == 4'] } }),
    verdicts: PASSED,
  },
];
