import { createHash } from 'node:crypto';

/**
 * A source of random numbers from 0 up to 1 that gives the same ones for the same seed and names: xoshiro128**
 * (https://prng.di.unimi.it). Each run of a task has its own, so that no order of branches changes what it gives.
 */
export function createRandom(seed: number, ...names: readonly (string | number)[]): () => number {
  const hash = createHash('sha256')
    .update(JSON.stringify([seed, ...names]))
    .digest();
  let [a, b, c, d] = [0, 4, 8, 12].map((offset) => hash.readUInt32LE(offset)) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result / 2 ** 32;
  };
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
