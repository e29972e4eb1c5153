import { isJsonObject, type Json } from '../model/json.ts';
import { isSameValue, type Likeness, matchElements } from './same-value.ts';

/** One place where two values differ; a side that has nothing there is absent. */
export interface Difference {
  /** A jq path: `.items[0]["unit price"]`; `.` is the value itself. */
  readonly path: string;
  readonly expected?: Json;
  readonly actual?: Json;
}

/** Enough to see what is wrong. */
const MOST = 100;

/** Where two values differ, in the order of the expected one, then what is there unexpectedly; at most 100 places. */
export function findDifferences(actual: Json, expected: Json, how: Likeness = {}): readonly Difference[] {
  return [...walk(actual, expected, { how, path: '' })].slice(0, MOST);
}

interface Walk {
  readonly how: Likeness;
  readonly path: string;
}

function* walk(actual: Json, expected: Json, { how, path }: Walk): Generator<Difference> {
  if (isSameValue(actual, expected, how)) return;
  if (Array.isArray(actual) && Array.isArray(expected)) yield* walkLists(actual, expected, { how, path });
  else if (isJsonObject(actual) && isJsonObject(expected)) yield* walkMaps(actual, expected, { how, path });
  else yield { path: path === '' ? '.' : path, expected, actual };
}

function* walkMaps(
  actual: Readonly<Record<string, Json>>,
  expected: Readonly<Record<string, Json>>,
  { how, path }: Walk,
): Generator<Difference> {
  for (const [key, wanted] of Object.entries(expected)) {
    const at = path + keyStep(key, path);
    if (!Object.hasOwn(actual, key)) yield { path: at, expected: wanted };
    else yield* walk(actual[key] ?? null, wanted, { how, path: at });
  }
  if (how.partial) return;
  for (const [key, found] of Object.entries(actual)) {
    if (!Object.hasOwn(expected, key)) yield { path: path + keyStep(key, path), actual: found };
  }
}

function* walkLists(
  actual: readonly Json[],
  expected: readonly Json[],
  { how, path }: Walk,
): Generator<Difference> {
  const root = path === '' ? '.' : path;
  if (how.unordered || how.partial) return yield* walkBags(actual, expected, { how, path: root });
  for (let index = 0; index < Math.max(actual.length, expected.length); index++) {
    const at = `${root}[${index}]`;
    const [found, wanted] = [actual[index], expected[index]];
    if (found !== undefined && wanted !== undefined) yield* walk(found, wanted, { how, path: at });
    else yield { path: at, ...sides(found, wanted) };
  }
}

/** Lists whose elements need not stand at the same index: what each has that the other has not. */
function* walkBags(
  actual: readonly Json[],
  expected: readonly Json[],
  { how, path }: Walk,
): Generator<Difference> {
  const matched = matchElements(actual, expected, how);
  for (const [index, wanted] of expected.entries())
    if (matched[index] === undefined) yield { path: `${path}[${index}]`, expected: wanted };
  if (how.partial) return;
  const taken = new Set(matched);
  for (const [index, found] of actual.entries())
    if (!taken.has(index)) yield { path: `${path}[${index}]`, actual: found };
}

function sides(actual: Json | undefined, expected: Json | undefined): Omit<Difference, 'path'> {
  return { ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }) };
}

function keyStep(key: string, path: string): string {
  if (/^[A-Za-z_]\w*$/.test(key)) return `.${key}`;
  return `${path === '' ? '.' : ''}[${JSON.stringify(key)}]`;
}
