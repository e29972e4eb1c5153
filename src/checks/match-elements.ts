import type { Json } from '../model/json.ts';

/** For each expected element the index of an actual one that is like it, each used once; undefined where there is none. */
export type Matching = readonly (number | undefined)[];

/** Is the actual element like the expected one? */
type IsLike = (actual: Json, expected: Json) => boolean;

/** The elements in their order: each after the one before. */
export function matchInOrder(actual: readonly Json[], expected: readonly Json[], isLike: IsLike): Matching {
  let next = 0;
  return expected.map((wanted) => {
    const index = actual.findIndex((found, at) => at >= next && isLike(found, wanted));
    if (index === -1) return undefined;
    next = index + 1;
    return index;
  });
}

/**
 * The elements in any order, so that as many as possible have one. A value may be like several others ({a: 1, b: 2} is
 * like {a: 1} in part), so that the first that fits may be wanted by another: then it is handed on, along a path of such
 * exchanges (Kuhn's algorithm).
 */
export function matchAnyOrder(actual: readonly Json[], expected: readonly Json[], isLike: IsLike): Matching {
  const pairs: Pairs = { indexOf: expected.map(() => undefined), takenBy: new Map() };
  for (const start of expected.keys()) {
    /** Which expected element would take each actual one. */
    const takers = new Map<number, number>();
    const queue = [start];
    for (const wanted of queue) {
      const free = actual.findIndex((found, index) => {
        if (takers.has(index) || !isLike(found, expected[wanted] ?? null)) return false;
        takers.set(index, wanted);
        const holder = pairs.takenBy.get(index);
        if (holder !== undefined) queue.push(holder);
        return holder === undefined;
      });
      if (free === -1) continue;
      exchange(pairs, takers, free);
      break;
    }
  }
  return pairs.indexOf;
}

/** Who has what, seen from both sides. */
interface Pairs {
  readonly indexOf: (number | undefined)[];
  readonly takenBy: Map<number, number>;
}

/** Gives a free element to its taker, what that one had to its own taker, and so on until one had nothing. */
function exchange({ indexOf, takenBy }: Pairs, takers: ReadonlyMap<number, number>, free: number): void {
  let index: number | undefined = free;
  while (index !== undefined) {
    const taker: number | undefined = takers.get(index);
    if (taker === undefined) return;
    const before: number | undefined = indexOf[taker];
    indexOf[taker] = index;
    takenBy.set(index, taker);
    index = before;
  }
}
