import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';

/**
 * Takes out what is the same value in all inputs: contexts differ in little but their record, and need not be written
 * and read again for each. `{...shared, ...own}` is the input, its keys in their order: where an input has its own value
 * `shared` has null. Inputs that are no objects, or not alike, share null.
 */
export function shareFields(inputs: readonly Json[]): {
  readonly shared: JsonObject | null;
  /** One an input. */
  readonly own: readonly Json[];
} {
  const [first, ...others] = inputs;
  if (!isJsonObject(first) || others.length === 0) return { shared: null, own: inputs };
  const keys = Object.keys(first);
  const objects = inputs.filter(
    (input) => isJsonObject(input) && hasKeys(input, keys),
  ) as readonly JsonObject[]; // as filtered
  if (objects.length < inputs.length) return { shared: null, own: inputs };
  const isShared = new Set(keys.filter((key) => objects.every((input) => input[key] === first[key])));
  const shared = Object.fromEntries(
    keys.map((key) => [key, isShared.has(key) ? (first[key] ?? null) : null]),
  );
  const own = objects.map((input) =>
    Object.fromEntries(Object.entries(input).filter(([key]) => !isShared.has(key))),
  );
  return { shared, own };
}

function hasKeys(input: JsonObject, keys: readonly string[]): boolean {
  const own = Object.keys(input);
  return own.length === keys.length && own.every((key, index) => key === keys[index]);
}
