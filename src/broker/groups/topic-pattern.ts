/** A pattern for whole topic names; `undefined`: it is none. */
export function compileTopicPattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}
