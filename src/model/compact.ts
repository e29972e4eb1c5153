/** The object without the keys whose value is undefined, so that spreading it overrides nothing with nothing. */
export function compact<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>; // fromEntries forgets which key had which type
  };
}
