/** Random numbers from 0 up to 1, such as `Math.random` gives, but seeded. */
export type Random = () => number;

/** A whole number from `least` to `most`, both included. */
export function randomWhole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** Any bytes. */
export function randomBytes(random: Random, sizeBytes: number): Uint8Array {
  return Uint8Array.from({ length: sizeBytes }, () => randomWhole(random, 0, 255));
}

/** The characters that `charset` may name. */
export const CHARSETS = {
  alphanumeric: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  alphabetic: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  numeric: '0123456789',
  hex: '0123456789abcdef',
  ascii: Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join(''),
} as const;
export type Charset = keyof typeof CHARSETS;

const DEFAULT_LENGTH = 8;

/** Text of so many characters of a set. */
export function randomText(
  random: Random,
  length = DEFAULT_LENGTH,
  charset: Charset = 'alphanumeric',
): string {
  const characters = CHARSETS[charset];
  return Array.from({ length }, () => characters[randomWhole(random, 0, characters.length - 1)]).join('');
}
