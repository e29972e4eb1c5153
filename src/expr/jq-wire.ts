import { isJsonObject, type Json, parseJson, renderJson } from '../model/json.ts';
import { shareFields } from './share-fields.ts';

/** What a program gave for one input: its results up to the error, if it met one. */
export interface JqOutcome {
  readonly outputs: readonly Json[];
  /** jq's own words. */
  readonly error?: string | undefined;
}

/**
 * The program inside of one that gives a line an input: its number, then every result as {v}, an error as {e} and then
 * no more. Whatever happens in one input, the others have theirs. Its first input is what all inputs share.
 */
export function wrap(program: string): string {
  const inputs = '. as $flowproof_shared | inputs | .[0] as $flowproof_number | ($flowproof_shared + .[1])';
  // The program begins on line 1, for $__loc__. A comment at its end may swallow one line end, after a backslash.
  return `${inputs} | [$flowproof_number, (label $flowproof | try ((${program}

) | {v: .}) catch ({e: .}, break $flowproof))]`;
}

/**
 * A program that tells whether the path of another leads to something. What is no path, or lies beyond one that fails,
 * is a value of its own and so is there.
 */
export function wrapPresence(program: string): string {
  return `. as $flowproof_root | try ([path(${program}

)] | all(. as $flowproof_path | ($flowproof_path | length) == 0 or ($flowproof_path[-1] as $flowproof_last |
($flowproof_root | getpath($flowproof_path[:-1])) | if type == "object" then has($flowproof_last)
elif type == "array" and ($flowproof_last | type) == "number" then $flowproof_last < length and $flowproof_last >= -length
else type != "null" end))) catch true`;
}

/** One JSON text a line: what all inputs have in common, then [number, the rest] of each. */
export function renderInputs(inputs: readonly Json[]): string {
  const { shared, own } = shareFields(inputs);
  return [render(shared), ...own.map((input, index) => `[${index},${render(input)}]`)].join('\n');
}

/** Results by the number of their input. */
export function readLines(stdout: string): ReadonlyMap<number, JqOutcome> {
  const outcomes = new Map<number, JqOutcome>();
  for (const line of stdout.split('\n')) {
    const parsed = line === '' ? undefined : parseJson(line);
    if (!Array.isArray(parsed)) continue;
    const [number, ...results] = parsed as readonly Json[];
    outcomes.set(Number(number), readOutcome(results));
  }
  return outcomes;
}

function readOutcome(results: readonly Json[]): JqOutcome {
  const outputs: Json[] = [];
  for (const result of results) {
    if (!isJsonObject(result)) continue;
    if ('e' in result) return { outputs, error: describeThrown(result.e ?? null) };
    outputs.push(result.v ?? null);
  }
  return { outputs };
}

/** As jq's command line says it. */
function describeThrown(thrown: Json): string {
  return typeof thrown === 'string' ? thrown : `(not a string): ${renderJson(thrown)}`;
}

const LONE_SURROGATE = /\\ud[89a-f]/;

/** JSON text that jq reads: it refuses halves of characters, which JSON from elsewhere may have. */
function render(value: Json): string {
  const text = renderJson(value);
  return LONE_SURROGATE.test(text) ? renderJson(wellFormed(value)) : text;
}

function wellFormed(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]),
  );
}
