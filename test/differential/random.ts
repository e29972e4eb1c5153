/** Random choices that a seed repeats. */
export interface Random {
  /** 0 to `below` - 1. */
  int(below: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** True so often of a hundred times. */
  chance(percent: number): boolean;
}

/** The generator mulberry32: small, and good enough to choose test cases. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const int = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  return {
    int,
    pick: (choices) => choices[int(choices.length)] ?? choices[0],
    chance: (percent) => int(100) < percent,
  };
}
