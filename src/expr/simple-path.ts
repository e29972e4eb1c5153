import { isJsonObject, type Json } from '../model/json.ts';

/**
 * The programs that need no jq: a path (`.record.value.items[0]."a b"`), or a path compared with a literal
 * (`.record.value.total >= 10`). They are most of what conditions say, and of a topic with many records they are all
 * that is ever evaluated. They must give exactly what jq gives, which the differential tests hold them to; where that
 * would take more than a line (an error, the order of texts), jq itself is asked.
 */
export interface SimpleProgram {
  /** The steps of the path. */
  readonly steps: readonly (string | number)[];
  readonly comparison?: { readonly operator: string; readonly literal: Literal } | undefined;
}
type Literal = null | boolean | number | string;

const STEP = /\.([A-Za-z_]\w*)|\.?\["([^"\\]*)"\]|\."([^"\\]*)"|\.?\[(-?\d{1,9})\]/y;
/** Numbers of up to 15 digits are the same in decimal and as a double, so that both engines order them alike. */
const COMPARISON = /^\s*(==|!=|<=|>=|<|>)\s*(null|true|false|-?\d{1,9}(?:\.\d{1,6})?|"[^"\\]*")$/;

/** Reads a program; undefined when it is one for jq. */
export function parseSimple(program: string): SimpleProgram | undefined {
  const text = program.trim();
  const steps: (string | number)[] = [];
  STEP.lastIndex = 0;
  let at = 0;
  for (let match = STEP.exec(text); match; match = STEP.exec(text)) {
    if (at === 0 && !match[0].startsWith('.')) return undefined; // `[0]` is a list
    const name = match[1] ?? match[2] ?? match[3];
    steps.push(name ?? Number(match[4]));
    at = STEP.lastIndex;
  }
  if (at === 0 && text.startsWith('.')) at = 1;
  const rest = text.slice(at);
  if (at > 0 && rest === '') return { steps };
  const [, operator, written] = COMPARISON.exec(rest) ?? [];
  if (at === 0 || operator === undefined || written === undefined) return undefined;
  const literal = JSON.parse(written.replace(/^(-?)0+(?=\d)/, '$1')) as Literal; // of the pattern above
  const isOrder = operator !== '==' && operator !== '!=';
  return isOrder && typeof literal === 'string' ? undefined : { steps, comparison: { operator, literal } };
}

/** A program that begins with a path and a pipe. */
export interface PipedProgram {
  readonly path: SimpleProgram;
  /** What the result of the path goes into. */
  readonly rest: string;
}

/** Cuts a program at its first pipe when a path stands before it, and nothing binds the two otherwise. */
export function splitAtPipe(program: string): PipedProgram | undefined {
  const at = program.indexOf('|');
  if (at === -1 || program[at + 1] === '=') return undefined;
  const start = program.slice(0, at);
  const path = start.includes('\n') ? undefined : parseSimple(start); // $__loc__ counts lines
  return path && !path.comparison ? { path, rest: program.slice(at + 1) } : undefined;
}

/** The one result of a program, or undefined when jq must be asked. */
export function evaluateSimple({ steps, comparison }: SimpleProgram, input: Json): Json | undefined {
  let value: Json = input;
  for (const step of steps) {
    const next = stepInto(value, step);
    if (next === undefined) return undefined;
    value = next;
  }
  return comparison ? compare(value, comparison) : asJqGives(value);
}

/** Both sides of a comparison, and how it compares; undefined for another program, or where jq must be asked. */
export function sidesOf(
  program: SimpleProgram | undefined,
  input: Json,
): { readonly operator: string; readonly left: Json; readonly right: Json } | undefined {
  if (!program?.comparison) return undefined;
  const { operator, literal } = program.comparison;
  const left = evaluateSimple({ steps: program.steps }, input);
  return left === undefined ? undefined : { operator, left, right: literal };
}

/** Does the path of a program lead to something, be it null? undefined when jq must be asked. */
export function leadsSomewhere({ steps, comparison }: SimpleProgram, input: Json): boolean | undefined {
  if (comparison || steps.length === 0) return true;
  const parent = evaluateSimple({ steps: steps.slice(0, -1) }, input);
  const last = steps.at(-1);
  if (parent === undefined || parent === null) return parent === null ? false : undefined;
  if (typeof last === 'string') return isJsonObject(parent) ? Object.hasOwn(parent, last) : undefined;
  return Array.isArray(parent) ? parent.at(last ?? 0) !== undefined : undefined;
}

function stepInto(value: Json, step: string | number): Json | undefined {
  if (value === null) return null;
  if (typeof step === 'number') return Array.isArray(value) ? (value.at(step) ?? null) : undefined;
  if (!isJsonObject(value)) return undefined;
  return Object.hasOwn(value, step) ? (value[step] ?? null) : null;
}

function compare(value: Json, { operator, literal }: NonNullable<SimpleProgram['comparison']>): boolean {
  const order = orderOf(value, literal);
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** jq's order of types; within numbers by value. Texts are asked only whether they are equal. */
function orderOf(value: Json, literal: Literal): number {
  const byType = rank(value) - rank(literal);
  if (byType !== 0 || literal === null || typeof literal === 'boolean') return byType;
  if (typeof literal === 'string') return (value as string).toWellFormed() === literal ? 0 : 1; // of the same rank
  const number = value as number | bigint; // of the same rank
  if (number < literal) return -1;
  return number > literal ? 1 : 0;
}

function rank(value: Json): number {
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 2 : 1;
  if (typeof value === 'number' || typeof value === 'bigint') return 3;
  if (typeof value === 'string') return 4;
  return Array.isArray(value) ? 5 : 6;
}

/** A value as it is after a way through JSON text: whole numbers with all their digits, text as well-formed Unicode. */
function asJqGives(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isInteger(value) ? wholeNumber(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(asJqGives);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toWellFormed(), asJqGives(inner)]),
  );
}

const LARGEST_WRITTEN_OUT = 1e21;

function wholeNumber(value: number): number | bigint {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value; // no -0
  return Math.abs(value) < LARGEST_WRITTEN_OUT ? BigInt(value) : value;
}
