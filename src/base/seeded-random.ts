import { createHash } from 'node:crypto';

/**
 * Random numbers from 0 up to 1, as `Math.random` gives, but always the same ones for the same key: the seed of the run,
 * and what they are for (a task, a record), so that no timing changes them. xoshiro128** by Blackman and Vigna, seeded
 * with SHA-256.
 */
export function seededRandom(...key: readonly (string | number)[]): () => number {
  let state: Uint32Array<ArrayBuffer> | undefined;
  return () => {
    state ??= seedOf(key);
    return (nextWord(state) * 2 ** 21 + (nextWord(state) >>> 11)) / 2 ** 53; // all 53 bits that a double has
  };
}

function seedOf(key: readonly (string | number)[]): Uint32Array<ArrayBuffer> {
  const digest = createHash('sha256').update(JSON.stringify(key)).digest();
  return Uint32Array.from({ length: 4 }, (_, index) => digest.readUInt32LE(index * 4));
}

/** A word of 32 bits. */
function nextWord(state: Uint32Array<ArrayBuffer>): number {
  const [a = 0, b = 0, c = 0, d = 0] = state;
  const x = c ^ a;
  const y = d ^ b;
  state.set([a ^ y, b ^ x, x ^ (b << 9), rotate(y, 11)]);
  return Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
}

function rotate(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}
