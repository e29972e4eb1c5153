import { expect, it } from 'vitest';
import { z } from 'zod';
import { checkShape } from '../../../../src/load/check-shape.ts';
import { parseDocuments } from '../../../../src/load/parse-documents.ts';
import { createSourceText } from '../../../../src/load/source-text.ts';
import { conditionList } from '../../../../src/tasks/condition/condition.ts';

const schema = z.strictObject({ checks: conditionList });

/** `column | message | hint` of each problem of one condition, columns from its first character. */
function problemsOf(condition: string): string[] {
  const source = createSourceText('f.yaml', `checks: [${condition}]`);
  const [root] = parseDocuments(source).documents;
  if (!root) throw new TypeError(`no YAML: ${condition}`);
  return checkShape(schema, root, source).problems.map(
    ({ message, hint, span }) => `${(span?.column ?? 0) - 9} | ${message} | ${hint ?? ''}`,
  );
}

it.each([
  '.a == 1',
  '".a | length > 3"',
  '{ .a: 1 }',
  '{ .a: null }',
  '{ .a: [1, { b: 2 }] }',
  '{ .a: 9007199254740993 }',
  '{ .a: "${{ .b }}" }',
  '{ .a: { equals: { b: 1 } } }',
  '{ .a: { greaterThan: 1, lessThan: "${{ .b }}" } }',
  '{ .a: x, ignoreCase: true, name: n }',
  '{ .a: { closeTo: 1, tolerance: 0.1 } }',
  '{ .a: { closeTo: 1 }, tolerance: 0.1 }',
  '{ .a: { isNull: true } }',
  '{ .a: { exists: ".b == 1" } }',
  '{ .a: { forAll: { any: [".b", { .c: 1 }] } } }',
  '{ .a: { equals: 2024-01-01, type: date } }',
  '{ .a: { before: now-5m, format: dd.MM.yyyy } }',
  '{ jq: .a, operator: isNull }',
  '{ jq: .a, expected: null }',
  '{ jq: .a > 1, name: n, not: true }',
  '{ js: "record.value.a > 1" }',
  '{ jq: .a, operator: forAll, expected: ". > 1" }',
  '{ any: [.a, { not: .b }], name: n }',
])('%s is right', (condition) => {
  expect(problemsOf(condition)).toEqual([]);
});

it.each([
  ['3', '1 | expected text or a map, got the number 3 | put it in quotes'],
  ['{ .a: { equls: 1 } }', '9 | unknown key "equls" | did you mean "equals"?'],
  [
    '{ .a: { b: 1 } }',
    '9 | unknown key "b" | the keys here are equals, isNull, exists, contains, matches, startsWith, endsWith, hasLength, greaterThan, greaterOrEqual, lessThan, lessOrEqual, …',
  ],
  ['{ .a: {} }', '7 | a map without an operator | write { equals: … } for a map'],
  [
    '{ .a: 1, .b: 2 }',
    '10 | a condition with 2 paths | write one jq path a condition, such as ".record.value.id: 42"',
  ],
  [
    '{ record.value.a: 1 }',
    '3 | unknown key "record.value.a" | a path begins with a dot, such as ".record.value.id: 42"',
  ],
  [
    '{ name: x }',
    '1 | a condition without a path | write one jq path a condition, such as ".record.value.id: 42"',
  ],
  ['{ .a: 1, ignorecase: true }', '10 | unknown key "ignorecase" | did you mean "ignoreCase"?'],
  ['{ jq: .a, operater: equals, expected: 1 }', '11 | unknown key "operater" | did you mean "operator"?'],
  ['{ jq: .a, operator: equls, expected: 1 }', '21 | unknown value "equls" | did you mean "equals"?'],
  ['{ jq: .a, js: a, expected: 1 }', '11 | both "jq" and "js" | write one of them'],
  [
    '{ operator: equals, expected: 1 }',
    '1 | a condition without a left side | write one jq path a condition, such as ".record.value.id: 42"',
  ],
  ['{ jq: .a, operator: equals }', '21 | "equals" without anything to compare with | add "expected: …"'],
  ['{ jq: .a, operator: forAll }', '21 | "forAll" without anything to compare with | add "expected: …"'],
  [
    '{ jq: .a, operator: greaterThan, expected: 1, not: true }',
    '47 | "greaterThan" cannot be turned round | write "lessOrEqual" instead',
  ],
  [
    '{ .a: { greaterThan: 1, not: true } }',
    '25 | "greaterThan" cannot be turned round | write "lessOrEqual" instead',
  ],
  ['{ .a: { greaterThan: x } }', '22 | "greaterThan" needs a number to compare with, got string | '],
  ['{ .a: { hasLength: -1 } }', '20 | a length is a whole number from 0 on | '],
  ['{ .a: { matches: "(" } }', '18 | Invalid regular expression: /(/u: Unterminated group | '],
  ['{ .a: { closeTo: 1 } }', '18 | closeTo needs a "tolerance" beside it | '],
  ['{ .a: { isTrue: false } }', '17 | isTrue takes true only; the opposite is isFalse | '],
  ['{ .a: { isNull: x } }', '17 | expected true or false, got text "x" | '],
  ['{ .a: { before: soon } }', '17 | "before" needs a date to compare with, got string | '],
  [
    '{ .a: { before: now, format: QQQQ } }',
    '30 | "QQQQ" is no format of dates | write iso, epochMillis, epochSeconds, or a pattern such as dd.MM.yyyy HH:mm:ss',
  ],
  [
    '{ .a: { greaterThan: 1, ignoreCase: true } }',
    '25 | "ignoreCase" means nothing to "greaterThan" | it knows no options',
  ],
  [
    '{ jq: .a, type: string, operator: greaterThan, expected: 1 }',
    '35 | "greaterThan" is no operator for the type string | string has equals, isNull, contains, matches, startsWith, endsWith, hasLength',
  ],
  ['{ jq: .a, type: string, expected: 1 }', '35 | "equals" needs a string to compare with, got number | '],
  ['{ jq: .a, type: strng, expected: 1 }', '17 | unknown value "strng" | did you mean "string"?'],
  ['{ jq: .a, ignoreCase: true }', '23 | "ignoreCase" without an operator | add "operator: …"'],
  ['{ any: [] }', '8 | the list is empty | write something, or leave the key out'],
  ['{ any: [{ .a: { equls: 1 } }] }', '17 | unknown key "equls" | did you mean "equals"?'],
  ['{ .a: { forAll: { .b: { hasLengt: 1 } } } }', '25 | unknown key "hasLengt" | did you mean "hasLength"?'],
  [
    '{ jq: .a, operator: exists, expected: { .b: { hasLengt: 1 } } }',
    '47 | unknown key "hasLengt" | did you mean "hasLength"?',
  ],
  ['{ not: { any: .a } }', '15 | expected a list, got text ".a" | write [".a"]'],
])('%s', (condition, problem) => {
  expect(problemsOf(condition)).toEqual([problem]);
});
