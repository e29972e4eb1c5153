import { seededRandom } from '../base/seeded-random.ts';
import type { Json, JsonObject } from '../model/json.ts';
import {
  CITIES,
  COLORS,
  COMPANY_FORMS,
  COUNTRIES,
  CURRENCIES,
  FIRST_NAMES,
  LAST_NAMES,
  WORDS,
} from './random-words.ts';

/** What one value of `.random` is made of. */
interface Dice {
  /** From 0 up to 1. */
  fraction(): number;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Hexadecimal digits. */
  hex(length: number): string;
}

const FIRST_MOMENT_MS = Date.UTC(2020, 0, 1);
const LAST_MOMENT_MS = Date.UTC(2029, 11, 31);
const LARGEST_INT = 2 ** 31 - 1;

/** The values of `.random` (language.md §1), by their names. Dates lie in the twenties, whatever the clock says. */
const DRAWS = {
  uuid: (dice) =>
    `${dice.hex(8)}-${dice.hex(4)}-4${dice.hex(3)}-${dice.pick(['8', '9', 'a', 'b'])}${dice.hex(3)}-${dice.hex(12)}`,
  int: (dice) => dice.whole(0, LARGEST_INT),
  float: (dice) => dice.fraction(),
  boolean: (dice) => dice.fraction() < 0.5,
  digit: (dice) => dice.whole(0, 9),
  hex: (dice) => dice.hex(16),
  word: (dice) => dice.pick(WORDS),
  words: (dice) => `${dice.pick(WORDS)} ${dice.pick(WORDS)} ${dice.pick(WORDS)}`,
  firstName: (dice) => dice.pick(FIRST_NAMES),
  lastName: (dice) => dice.pick(LAST_NAMES),
  fullName: (dice) => `${dice.pick(FIRST_NAMES)} ${dice.pick(LAST_NAMES)}`,
  email: (dice) =>
    `${plain(dice.pick(FIRST_NAMES))}.${plain(dice.pick(LAST_NAMES))}${dice.whole(1, 999)}@example.com`,
  phone: (dice) => `+1-555-${dice.whole(200, 999)}-${dice.whole(1000, 9999)}`,
  company: (dice) => `${dice.pick(LAST_NAMES)} ${dice.pick(COMPANY_FORMS)}`,
  ip: (dice) => `10.${dice.whole(0, 255)}.${dice.whole(0, 255)}.${dice.whole(1, 254)}`,
  ipv6: (dice) => `2001:db8:${Array.from({ length: 6 }, () => dice.hex(4)).join(':')}`,
  url: (dice) => `https://${dice.pick(WORDS)}.example.com/${dice.pick(WORDS)}`,
  city: (dice) => dice.pick(CITIES),
  country: (dice) => dice.pick(COUNTRIES),
  latitude: (dice) => dice.whole(-90_000_000, 90_000_000) / 1e6,
  longitude: (dice) => dice.whole(-180_000_000, 180_000_000) / 1e6,
  color: (dice) => dice.pick(COLORS),
  currency: (dice) => dice.pick(CURRENCIES),
  amount: (dice) => dice.whole(1, 1_000_000) / 100,
  timestamp: (dice) => dice.whole(FIRST_MOMENT_MS, LAST_MOMENT_MS),
  date: (dice) => new Date(dice.whole(FIRST_MOMENT_MS, LAST_MOMENT_MS)).toISOString().slice(0, 10),
  dateTime: (dice) => new Date(dice.whole(FIRST_MOMENT_MS, LAST_MOMENT_MS)).toISOString(),
} satisfies Record<string, (dice: Dice) => Json>;

/** Lower-case letters without accents, for addresses. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}

export type RandomName = keyof typeof DRAWS;
export const randomNames = Object.keys(DRAWS) as readonly RandomName[]; // the keys of the object above

/** Is this one of the values of `.random`? */
export function isRandomName(name: string): name is RandomName {
  return Object.hasOwn(DRAWS, name);
}

/** A stream of random values. The same key and the same draws in the same order give the same values. */
export interface RandomValues {
  /** Each call gives a new value. */
  draw(name: RandomName): Json;
  /** The key of a stream that is independent of this one; each call gives another. */
  fork(): readonly (string | number)[];
}

/** Nothing is computed before the first draw. */
export function createRandomValues(...key: readonly (string | number)[]): RandomValues {
  const fraction = seededRandom(...key);
  const whole = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  const dice: Dice = {
    fraction,
    whole,
    pick: <Item>(items: readonly Item[]) => items[whole(0, items.length - 1)] as Item, // no list here is empty
    hex: (length) => Array.from({ length }, () => whole(0, 15).toString(16)).join(''),
  };
  let forks = 0;
  return { draw: (name) => DRAWS[name](dice), fork: () => [...key, 'fork', forks++] };
}

/** Under this key a context has the stream that its `.random` is drawn from. It is no part of its JSON. */
const RANDOM = Symbol('random');

/** Gives a context `.random`; copies of it with more fields draw from the same stream. */
export function withRandom(context: JsonObject, random: RandomValues): JsonObject {
  return { ...context, [RANDOM]: random } as JsonObject; // a symbol is no key of JSON
}

/** The stream of a context, if it has one. */
export function randomOf(context: Json): RandomValues | undefined {
  return typeof context === 'object' && context !== null
    ? (context as { readonly [RANDOM]?: RandomValues })[RANDOM]
    : undefined;
}
