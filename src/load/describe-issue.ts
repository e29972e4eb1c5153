import type { z } from 'zod';
import { didYouMean, nearest } from '../base/did-you-mean.ts';
import type { ErrorCode } from '../base/errors.ts';
import { EXPRESSION, NOT_YET } from '../expr/template.ts';
import type { Finding } from './finding.ts';
import type { LeafIssue, PlainIssue } from './flatten-issues.ts';
import { type Located, nodeAt, type Path } from './located.ts';
import { listWords, showKind, showValue } from './show-value.ts';

/** What an issue means to whoever wrote the file. `keysOf` gives the defined keys behind an unknown one, by its message. */
export function describeIssue(
  leaf: LeafIssue,
  root: Located,
  keysOf: ReadonlyMap<string, readonly string[]>,
): readonly Finding[] {
  const { issue, path } = leaf;
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf.get(issue.message) ?? [];
    return issue.keys.map((key) => describeUnknownKey(key, known, path));
  }
  if (issue.code !== 'custom' && isMissing(path, root)) return [describeMissing(path)];
  if (isExpression(path, root)) return [describeExpression(path)];
  if (issue.code === 'custom') return [describeCustom(issue, path)];
  return [describeValue(leaf, nodeAt(root, path))];
}

function describeUnknownKey(key: string, known: readonly string[], path: Path): Finding {
  return {
    code: 'SCHEMA_UNKNOWN_KEY',
    message: `unknown key "${key}"`,
    hint:
      didYouMean(key, known) ??
      (known.length > 0 ? `the keys here are ${listWords(known, 'and')}` : undefined),
    path: [...path, key],
    guess: nearest(key, known),
    at: 'key',
  };
}

/** Schemas say more with `params`: `hint`, `at`, and `code` where SCHEMA_BAD_VALUE is too little. */
function describeCustom(issue: z.core.$ZodIssueCustom, path: Path): Finding {
  const { hint, code, at } = (issue.params ?? {}) as { hint?: string; code?: ErrorCode; at?: Finding['at'] }; // what defineTask files agree on
  return { code: code ?? 'SCHEMA_BAD_VALUE', message: issue.message, hint, path, at: at ?? 'value' };
}

function isMissing(path: Path, root: Located): boolean {
  const parent = nodeAt(root, path.slice(0, -1));
  const key = path.at(-1);
  return typeof key === 'string' && parent.entries !== undefined && !parent.entries.has(key);
}

/** Is there one? The schema of its place then takes none. */
function isExpression(path: Path, root: Located): boolean {
  const { value } = nodeAt(root, path);
  return typeof value === 'string' && EXPRESSION.test(value);
}

function describeExpression(path: Path): Finding {
  const message = 'an expression cannot stand here';
  return { code: 'SCHEMA_BAD_VALUE', message, hint: NOT_YET, path, at: 'value' };
}

function describeMissing(path: Path): Finding {
  const key = String(path.at(-1));
  return {
    code: 'SCHEMA_MISSING_KEY',
    message: `missing key "${key}"`,
    hint: `add "${key}: …"`,
    path,
    at: 'key',
  };
}

function describeValue({ issue, path, alternatives }: LeafIssue, node: Located): Finding {
  const bad = { code: 'SCHEMA_BAD_VALUE', path, at: 'value' } as const;
  if (alternatives) return describeMismatch(alternatives, node, path);
  switch (issue.code) {
    case 'invalid_type':
      return describeMismatch([issue], node, path);
    case 'invalid_value':
      return issue.values.some((value) => typeof value === typeof node.value)
        ? { ...bad, ...describeChoice(issue, node) }
        : describeMismatch([issue], node, path);
    case 'invalid_key':
      return {
        ...bad,
        at: 'key',
        message: `"${path.at(-1)}" cannot be a name here`,
        hint: issue.issues[0]?.message,
      };
    case 'too_small':
    case 'too_big':
      return { ...bad, ...describeSize(issue, node) };
    default:
      return { ...bad, message: `${showValue(node.value)} is not allowed here`, hint: issue.message };
  }
}

function describeChoice(
  issue: z.core.$ZodIssueInvalidValue,
  node: Located,
): Pick<Finding, 'message' | 'hint'> {
  const allowed = issue.values.map(String);
  const guess = typeof node.value === 'string' ? nearest(node.value, allowed) : undefined;
  return {
    message: `unknown value ${JSON.stringify(node.value)}`,
    hint: guess ? `did you mean "${guess}"?` : `write ${listWords(allowed, 'or')}`,
  };
}

function describeSize(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  { value }: Located,
): Pick<Finding, 'message' | 'hint'> {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const isLength = typeof value === 'string' || Array.isArray(value);
  if (isLength && issue.code === 'too_small' && Number(limit) === 1) {
    const what = Array.isArray(value) ? 'list' : 'text';
    return { message: `the ${what} is empty`, hint: 'write something, or leave the key out' };
  }
  const [least, most] = issue.inclusive === false ? ['more than', 'less than'] : ['at least', 'at most'];
  const bound = `${issue.code === 'too_small' ? least : most} ${limit}`;
  const unit = Array.isArray(value) ? ' entries' : typeof value === 'string' ? ' characters' : '';
  return { message: `expected ${bound}${unit}, got ${showValue(value)}` };
}

function describeMismatch(issues: readonly PlainIssue[], node: Located, path: Path): Finding {
  const expected = new Set(issues.flatMap(expectations));
  return {
    code: 'SCHEMA_WRONG_TYPE',
    message: `expected ${listWords([...expected], 'or')}, got ${showKind(node.value)}`,
    hint: hintForMismatch(expected, node),
    path,
    at: 'value',
  };
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'null',
};

function expectations(issue: PlainIssue): readonly string[] {
  if (issue.code === 'invalid_type') return [KINDS[issue.expected] ?? issue.expected];
  return issue.code === 'invalid_value' ? issue.values.map((value) => JSON.stringify(value)) : [];
}

/** What YAML 1.1 took for truth values. */
const YES_AND_NO: Readonly<Record<string, boolean>> = { yes: true, on: true, no: false, off: false };

function hintForMismatch(expected: ReadonlySet<string>, { value }: Located): string | undefined {
  if (value === null) return 'write a value after the colon, or leave the key out';
  const wantsNumber = expected.has('a number') || expected.has('a whole number');
  if (typeof value === 'string' && wantsNumber && /^[-+]?[0-9.]+$/.test(value)) {
    return /^[-+]?0[0-9]/.test(value) ? 'write it without leading zeros' : 'write it without quotes';
  }
  if (typeof value === 'string' && expected.has('true or false') && value in YES_AND_NO)
    return `write ${YES_AND_NO[value]}`;
  const [only] = expected.size === 1 ? expected : [];
  if (Array.isArray(value) && only === 'a map') return 'write names and colons here, no dashes';
  if (typeof value !== 'object' && only === 'a list') return `write [${showValue(value)}]`;
  const isScalar = typeof value !== 'string' && typeof value !== 'object';
  return isScalar && expected.has('text') ? 'put it in quotes' : undefined;
}
