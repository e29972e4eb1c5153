/** The beginning of a text: at most so many UTF-16 code units, and never half of a character. */
export function beginningOf(text: string, most: number): string {
  const isInside = (text.codePointAt(most - 1) ?? 0) > 0xffff;
  return text.slice(0, isInside ? most - 1 : most);
}

/** At most so many code units of a text, and `…` behind them when that is not all. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${beginningOf(text, most)}…`;
}

/** At most so many code units, a last `…` among them when that is not all. */
export function fitInto(text: string, most: number): string {
  return text.length <= most ? text : `${beginningOf(text, most - 1)}…`;
}
