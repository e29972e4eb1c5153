import type { JsonObject } from '../../model/json.ts';
import { CITIES, COUNTRIES, FIRST_NAMES, LAST_NAMES, WORDS } from './words.ts';

const DAY_MS = 86_400_000;
const MOST_INT = 2 ** 31 - 1;

/**
 * `.random` of expressions: one value of each kind, drawn anew for every expression. `timestamp` is epoch milliseconds of
 * the last thirty days before `nowMs`.
 */
export function drawRandomValues(random: () => number, nowMs: number): JsonObject {
  const whole = (below: number): number => Math.floor(random() * below);
  const pick = (from: readonly string[]): string => from[whole(from.length)] ?? '';
  const firstName = pick(FIRST_NAMES);
  const lastName = pick(LAST_NAMES);
  return {
    uuid: drawUuid(whole),
    int: whole(MOST_INT),
    float: random(),
    boolean: random() < 0.5,
    word: pick(WORDS),
    words: [pick(WORDS), pick(WORDS), pick(WORDS)].join(' '),
    hex: Array.from({ length: 16 }, () => whole(16).toString(16)).join(''),
    firstName,
    lastName,
    fullName: `${firstName} ${lastName}`,
    email: `${plain(firstName)}.${plain(lastName)}${whole(1000)}@example.com`,
    phone: `+1555${String(whole(10_000_000)).padStart(7, '0')}`,
    ip: [10, whole(256), whole(256), 1 + whole(254)].join('.'),
    city: pick(CITIES),
    country: pick(COUNTRIES),
    timestamp: nowMs - whole(30 * DAY_MS),
  };
}

/** Version 4. */
function drawUuid(whole: (below: number) => number): string {
  const digits = Array.from({ length: 32 }, () => whole(16).toString(16));
  digits[12] = '4';
  digits[16] = (8 + whole(4)).toString(16);
  const text = digits.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}

/** Lower-case letters without accents, for addresses. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}
