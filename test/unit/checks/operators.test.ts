import { describe, expect, it } from 'vitest';
import { applyOperator, type OperatorCheck, showValue } from '../../../src/checks/apply-operator.ts';
import type { Operator } from '../../../src/checks/define-operator.ts';
import { type OperatorName, operatorNames, operators } from '../../../src/checks/index.ts';
import type { CheckType } from '../../../src/checks/value-type.ts';
import type { Json } from '../../../src/model/json.ts';

const nowMs = Date.parse('2024-06-01T12:00:00Z');

/** One operator on one type: what it compares with, and left sides that do and do not hold, and one of another type. */
interface Row {
  readonly operator: OperatorName;
  readonly type: CheckType;
  readonly expected?: Json;
  readonly match: Json;
  readonly mismatch: Json;
  readonly wrong?: Json;
  readonly options?: Partial<OperatorCheck>;
  /** What was found out beforehand, for a match and for a mismatch. */
  readonly known?: readonly [readonly boolean[], readonly boolean[]];
}

const date = '2024-05-01T10:00:00Z';
const searched = [[true], [false]] as const;
const quantified = [
  [false, true],
  [false, false],
] as const;
const all = [
  [true, true],
  [true, false],
] as const;

const rows: readonly Row[] = [
  { operator: 'equals', type: 'string', expected: 'Ä1', match: 'Ä1', mismatch: 'ä1', wrong: 1 },
  {
    operator: 'equals',
    type: 'string',
    expected: 'Ä1',
    match: ' ä1\n',
    mismatch: 'x',
    wrong: ['Ä1'],
    options: { ignoreCase: true, trim: true },
  },
  {
    operator: 'matches',
    type: 'string',
    expected: '^a',
    match: 'ab',
    mismatch: 'ba',
    wrong: 1,
    known: searched,
  },
  { operator: 'contains', type: 'string', expected: 'b', match: 'abc', mismatch: 'aBc', wrong: 5 },
  {
    operator: 'contains',
    type: 'string',
    expected: 'B',
    match: 'abc',
    mismatch: 'ac',
    wrong: 5,
    options: { ignoreCase: true },
  },
  { operator: 'endsWith', type: 'string', expected: 'c', match: 'abc', mismatch: 'cab', wrong: { c: 1 } },
  {
    operator: 'endsWith',
    type: 'string',
    expected: 'c',
    match: 'abc \t',
    mismatch: 'cab',
    wrong: { c: 1 },
    options: { trim: true },
  },
  { operator: 'startsWith', type: 'string', expected: 'a', match: 'abc', mismatch: 'cab', wrong: true },
  { operator: 'hasLength', type: 'string', expected: 2, match: 'ä😀', mismatch: 'abc', wrong: 2 },
  { operator: 'equals', type: 'number', expected: 1, match: 1.0, mismatch: 1.1, wrong: '1' },
  {
    operator: 'equals',
    type: 'number',
    expected: 9007199254740993n,
    match: 9007199254740993n,
    mismatch: 9007199254740992n,
    wrong: '9007199254740993',
  },
  {
    operator: 'equals',
    type: 'number',
    expected: 1,
    match: 1.05,
    mismatch: 1.2,
    wrong: '1',
    options: { tolerance: 0.1 },
  },
  { operator: 'greaterThan', type: 'number', expected: 5, match: 6, mismatch: 5, wrong: '6' },
  {
    operator: 'greaterThan',
    type: 'number',
    expected: 9007199254740992,
    match: 9007199254740993n,
    mismatch: 9007199254740992,
    wrong: '6',
  },
  { operator: 'greaterOrEqual', type: 'number', expected: 5, match: 5, mismatch: 4.9, wrong: [5] },
  { operator: 'lessThan', type: 'number', expected: 5, match: -6, mismatch: 5, wrong: { a: 1 } },
  { operator: 'lessOrEqual', type: 'number', expected: 5, match: 5, mismatch: 5.1, wrong: false },
  {
    operator: 'closeTo',
    type: 'number',
    expected: 1,
    match: 1.1,
    mismatch: 1.11,
    wrong: '1',
    options: { tolerance: 0.1 },
  },
  {
    operator: 'equals',
    type: 'date',
    expected: date,
    match: '2024-05-01T12:00:00.000+02:00',
    mismatch: '2024-05-01T10:00:01Z',
    wrong: 'soon',
    options: { type: 'date' },
  },
  {
    operator: 'equals',
    type: 'date',
    expected: date,
    match: '01.05.2024 10:00',
    mismatch: '01.05.2024 10:01',
    wrong: date,
    options: { format: 'dd.MM.yyyy HH:mm' },
  },
  {
    operator: 'equals',
    type: 'date',
    expected: date,
    match: Date.parse(date),
    mismatch: Date.parse(date) + 1,
    wrong: true,
    options: { type: 'date' },
  },
  {
    operator: 'before',
    type: 'date',
    expected: 'now',
    match: '2024-06-01',
    mismatch: '2024-06-02',
    wrong: 'soon',
  },
  {
    operator: 'beforeOrEqual',
    type: 'date',
    expected: 'now-5m',
    match: '2024-06-01T11:55:00Z',
    mismatch: '2024-06-01T11:55:00.000001Z',
    wrong: [],
  },
  {
    operator: 'after',
    type: 'date',
    expected: 'now - 1h',
    match: '2024-06-01T11:00:01Z',
    mismatch: '2024-06-01T11:00:00Z',
    wrong: {},
  },
  {
    operator: 'afterOrEqual',
    type: 'date',
    expected: 'now+1d',
    match: '2024-06-02T12:00:00Z',
    mismatch: nowMs,
    wrong: '2024-02-30',
  },
  {
    operator: 'exists',
    type: 'list',
    expected: '. > 1',
    match: [1, 2],
    mismatch: [1, 1],
    wrong: { a: 2 },
    known: quantified,
  },
  {
    operator: 'forAll',
    type: 'list',
    expected: '. > 1',
    match: [3, 2],
    mismatch: [3, 1],
    wrong: 'text',
    known: all,
  },
  {
    operator: 'sameElements',
    type: 'list',
    expected: [1, 'a', 1],
    match: ['a', 1, 1],
    mismatch: ['a', 1],
    wrong: 'a11',
  },
  { operator: 'subset', type: 'list', expected: [1, 2, 3], match: [3, 1, 1], mismatch: [4], wrong: { a: 1 } },
  {
    operator: 'contains',
    type: 'list',
    expected: { a: 1 },
    match: [0, { a: 1 }],
    mismatch: [{ a: 2 }],
    wrong: 5,
  },
  {
    operator: 'contains',
    type: 'list',
    expected: 'A',
    match: ['b', 'a'],
    mismatch: ['ab'],
    wrong: 5,
    options: { ignoreCase: true },
  },
  { operator: 'hasLength', type: 'list', expected: 0, match: [], mismatch: [null], wrong: 0 },
  {
    operator: 'equals',
    type: 'list',
    expected: [1, [2]],
    match: [1, [2]],
    mismatch: [[2], 1],
    wrong: '[1,[2]]',
  },
  {
    operator: 'contains',
    type: 'map',
    expected: { a: { b: 1 } },
    match: { a: { b: 1, c: 2 }, d: 3 },
    mismatch: { a: { c: 2 } },
    wrong: 1,
  },
  { operator: 'hasKey', type: 'map', expected: 'a', match: { a: null }, mismatch: { b: 'a' }, wrong: ['a'] },
  {
    operator: 'hasValue',
    type: 'map',
    expected: null,
    match: { a: null },
    mismatch: { a: 0 },
    wrong: [null],
  },
  {
    operator: 'equals',
    type: 'map',
    expected: { a: 1, b: 2 },
    match: { b: 2, a: 1 },
    mismatch: { a: 1 },
    wrong: 'a',
  },
  { operator: 'equals', type: 'boolean', expected: true, match: true, mismatch: false, wrong: 'true' },
  { operator: 'isTrue', type: 'boolean', match: true, mismatch: false, wrong: 'true' },
  { operator: 'isFalse', type: 'boolean', match: false, mismatch: true, wrong: 0 },
  { operator: 'equals', type: 'any', expected: 1, match: 1, mismatch: '1', options: { type: 'any' } },
];

function check({ operator, expected, options }: Row, not: boolean): OperatorCheck {
  return { operator, ...(expected === undefined ? {} : { expected }), ...options, ...(not ? { not } : {}) };
}

function label({ operator, type, options }: Row, not: boolean): string {
  return `${type} ${not ? 'not ' : ''}${operator}${options ? ` ${JSON.stringify(options)}` : ''}`;
}

const cases = rows.flatMap((row) => {
  const { negation }: Operator = operators[row.operator];
  return (negation === true ? [false, true] : [false]).map((not) => ({ row, not, name: label(row, not) }));
});

describe('every operator, and its negation where it has one', () => {
  it.each(cases)('$name: a left side for which it holds', ({ row, not }) => {
    const outcome = applyOperator(check(row, not), row.match, { nowMs, known: row.known?.[0] });
    expectOutcome(outcome, { passed: !not, actual: row.match, expected: row.expected });
  });

  it.each(cases)('$name: a left side for which it does not', ({ row, not }) => {
    const outcome = applyOperator(check(row, not), row.mismatch, { nowMs, known: row.known?.[1] });
    expectOutcome(outcome, { passed: not, actual: row.mismatch, expected: row.expected });
  });

  it.each(cases)('$name: null fails it, or passes a negation', ({ row, not }) => {
    const outcome = applyOperator(check(row, not), null, { nowMs, known: row.known && [] });
    expectOutcome(outcome, { passed: not, actual: null, expected: row.expected });
  });

  it.each(cases)('$name: a missing path fails it, or passes a negation', ({ row, not }) => {
    const outcome = applyOperator(check(row, not), undefined, { nowMs, known: row.known && [] });
    expectOutcome(outcome, { passed: not, actual: undefined, expected: row.expected });
  });

  it.each(cases.filter(({ row }) => row.wrong !== undefined))(
    '$name: a left side of another type fails both, with the types of both',
    ({ row, not }) => {
      const outcome = applyOperator(check(row, not), row.wrong, { nowMs, known: row.known?.[1] });
      expectOutcome(outcome, { passed: false, actual: row.wrong, expected: row.expected });
      expect(outcome.message).toMatch(/got .* \((?:string|number|list|map|boolean)\)$/);
      if (row.expected !== undefined)
        expect(outcome.message).toMatch(/\((?:string|number|list|map|boolean|date|null)\), got /);
    },
  );

  it('is in the table', () => {
    const missing = operatorNames.filter((name) => !rows.some(({ operator }) => operator === name));
    expect(missing).toEqual(['isNull']);
  });
});

function expectOutcome(
  outcome: ReturnType<typeof applyOperator>,
  { passed, actual, expected }: { passed: boolean; actual: Json | undefined; expected: Json | undefined },
): void {
  expect(outcome.passed).toBe(passed);
  if (passed) expect(outcome).toEqual({ passed });
  else {
    expect(outcome.message).toContain(`got ${showValue(actual)}`);
    if (expected !== undefined) expect(outcome.message).toContain(showValue(expected));
  }
}

describe('isNull and exists', () => {
  it.each<[OperatorName, boolean | undefined, boolean, Json | undefined, string | true]>([
    ['isNull', undefined, false, null, true],
    ['isNull', undefined, false, undefined, true],
    ['isNull', undefined, false, 0, 'expected null, got 0'],
    ['isNull', undefined, true, 0, true],
    ['isNull', undefined, true, null, 'expected not null, got null'],
    ['isNull', undefined, true, undefined, 'expected not null, got nothing: the path is missing'],
    ['isNull', true, false, [], 'expected null, got []'],
    ['isNull', false, false, [], true],
    ['isNull', false, false, null, 'expected not null, got null'],
    ['isNull', false, true, null, true],
    ['exists', undefined, false, null, true],
    ['exists', true, false, 0, true],
    ['exists', true, false, undefined, 'expected to exist, got nothing: the path is missing'],
    ['exists', false, false, undefined, true],
    ['exists', false, false, null, 'expected not to exist, got null'],
    ['exists', undefined, true, {}, 'expected not to exist, got {}'],
  ])('%s %s (not: %s) of %j', (operator, expected, not, actual, result) => {
    const outcome = applyOperator({ operator, expected, not }, actual, { nowMs });
    expect(outcome.passed ? true : outcome.message).toBe(result);
  });

  it.each<[Json | undefined, boolean]>([
    [null, true],
    [undefined, true],
    ['', false],
    [0, false],
  ])('expected: null is isNull: %j', (actual, passed) => {
    expect(applyOperator({ operator: 'equals', expected: null }, actual, { nowMs }).passed).toBe(passed);
    expect(applyOperator({ operator: 'equals', expected: null, not: true }, actual, { nowMs }).passed).toBe(
      !passed,
    );
  });
});

describe('what the right side may be when an expression gives it', () => {
  it.each<[OperatorCheck, Json, string]>([
    [{ operator: 'greaterThan', expected: '5' }, 6, 'expected greater than "5" (string), got 6 (number)'],
    [
      { operator: 'hasLength', expected: -1 },
      'a',
      'expected to have the length -1, got "a": a length is a whole number from 0 on',
    ],
    [
      { operator: 'matches', expected: '(' },
      'a',
      'expected to match "(", got "a": Invalid regular expression: /(/u: Unterminated group',
    ],
    [
      { operator: 'before', expected: 'later' },
      date,
      `expected before "later" (string), got "${date}" (date)`,
    ],
    [
      { operator: 'before', expected: 'now-5x' },
      date,
      `expected before "now-5x" (string), got "${date}" (date)`,
    ],
    [{ operator: 'startsWith', expected: null }, 'a', 'expected to start with null (null), got "a" (string)'],
    [
      { operator: 'closeTo', expected: 1 },
      1,
      'expected close to 1, got 1: closeTo needs a "tolerance" beside it',
    ],
  ])('%j', (written, actual, message) => {
    expect(applyOperator(written, actual, { nowMs })).toEqual({ passed: false, message });
  });
});

it('cuts a long value', () => {
  expect(showValue('x'.repeat(500))).toHaveLength(201);
});
