import { expect, test } from 'vitest';
import { murmur2, partitionOfKey } from '../../../src/kafka/murmur2.ts';

// The cases of Kafka's own UtilsTest.testMurmur2.
test.for([
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
] as const)('the hash of "%s" is that of the Java client', ([text, hash]) => {
  expect(murmur2(Buffer.from(text))).toBe(hash);
});

test('a view into a larger buffer hashes like its own bytes', () => {
  expect(murmur2(Buffer.from('..foobar..').subarray(2, 8))).toBe(-790332482);
});

test('a negative hash gives a partition too', () => {
  expect(partitionOfKey(Buffer.from('21'), 7)).toBe((-973932308 & 0x7fffffff) % 7);
});

test('an empty key has a partition', () => {
  expect(partitionOfKey(new Uint8Array(), 5)).toBeGreaterThanOrEqual(0);
});
