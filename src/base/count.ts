/** `1 record`, `2 records`. */
export function renderCount(count: number | bigint, noun: string): string {
  return `${count} ${noun}${Number(count) === 1 ? '' : 's'}`;
}
