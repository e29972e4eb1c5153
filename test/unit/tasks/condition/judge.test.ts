import { afterAll, describe, expect, it } from 'vitest';
import { createJq } from '../../../../src/expr/jq.ts';
import { listPrograms } from '../../../../src/expr/program.ts';
import { type Json, type JsonObject, renderJson } from '../../../../src/model/json.ts';
import { condition } from '../../../../src/tasks/condition/condition.ts';
import { judge } from '../../../../src/tasks/condition/judge.ts';
import type { Surroundings } from '../../../../src/tasks/define-task.ts';

const jq = createJq();
afterAll(() => jq[Symbol.asyncDispose]());
const clock = { wallMs: () => Date.parse('2024-06-01T00:00:00Z') };
const surroundings = { jq, clock } as unknown as Surroundings; // conditions need nothing else

const value = {
  plan: 'Free',
  total: 12.5,
  id: 9007199254740993n,
  tags: ['a', 'b'],
  none: null,
  at: '2024-05-01T10:00:00Z',
};
const context: JsonObject = {
  record: { value, key: null, topic: 'orders' },
  variables: { plan: 'Free', limit: 10 },
};

/** `passed`, or the message of what failed. */
async function outcome(written: unknown, on: Json = context): Promise<string> {
  const [judgement] = await judge(condition.parse(written), [on as JsonObject], surroundings);
  return judgement?.passed ? 'passed' : (judgement?.message ?? '?');
}

/** With the condition's text, which the test's name shows. */
function named(cases: readonly (readonly [unknown, string])[]): [string, string, unknown][] {
  return cases.map(([written, expected]) => [renderJson(written as Json), expected, written]);
}

describe('a condition', () => {
  it.each(
    named([
      // predicates
      ['.record.value.plan == "Free"', 'passed'],
      ['.record.value.plan == "Gold"', 'expected "Gold", got "Free"'],
      ['.record.value.plan', 'expected true, got "Free"'],
      ['.record.value.none', 'expected true, got null'],
      ['.record.value.tags[] | . != "c"', 'passed'],
      ['.record.value.tags[] | . == "a"', 'expected true, got false'],
      ['empty', 'expected true, got no result'],
      ['.record.value.plan > 3 and error("x")', 'expected true, got an error: x'],
      ['.record.value.plan.x', 'expected true, got an error: Cannot index string with string ("x")'],
      // a path
      [{ '.record.value.plan': 'Free' }, 'passed'],
      [{ '.record.value.plan': 'Gold' }, 'expected "Gold", got "Free"'],
      [{ '.record.value.plan': 3 }, 'expected 3 (number), got "Free" (string)'],
      [{ '.record.value.none': null }, 'passed'],
      [{ '.record.value.gone': null }, 'passed'],
      [{ '.record.value.plan': null }, 'expected null, got "Free"'],
      [{ '.record.value.gone': 'Free' }, 'expected "Free", got nothing: the path is missing'],
      [{ '.record.value.none': 'Free' }, 'expected "Free", got null'],
      [{ '.record.value.gone': { not: true, equals: 'Free' } }, 'passed'],
      [{ '.record.value.none': { exists: true } }, 'passed'],
      [{ '.record.value.gone': { exists: true } }, 'expected to exist, got nothing: the path is missing'],
      [{ '.record.value.gone': { exists: false } }, 'passed'],
      [{ '.record.value.total': { greaterThan: 10, lessOrEqual: 20 } }, 'passed'],
      [
        { '.record.value.total': { greaterThan: 10, lessOrEqual: 12 } },
        'expected less or equal 12, got 12.5',
      ],
      [{ '.record.value.id': 9007199254740993n }, 'passed'],
      [{ '.record.value.id': 9007199254740992n }, 'expected 9007199254740992, got 9007199254740993'],
      [{ '.record.value.tags': ['a', 'b'] }, 'passed'],
      [{ '.record.value.tags': ['a', 'c'] }, 'expected ["a","c"], got ["a","b"]'],
      [{ '.record.value.tags': { contains: 'a' } }, 'passed'],
      [
        { '.record.value.tags[]': 'a' },
        'expected equals "a", got 2 results, where one was expected: ["a","b"]',
      ],
      [{ '.record.value.plan': 'FREE', ignoreCase: true }, 'passed'],
      [{ '.record.value.plan': { matches: '^F.+e$' } }, 'passed'],
      [{ '.record.value.plan': { matches: '^G' } }, 'expected to match "^G", got "Free"'],
      [{ '.record.value.tags': { forAll: '. | length == 1' } }, 'passed'],
      [
        { '.record.value.tags': { forAll: { '.': { not: true, equals: 'b' } } } },
        'expected that for all elements ".: { equals: b, not: true }", got ["a","b"]',
      ],
      [{ '.record.value.tags': { exists: { '.': 'b' } } }, 'passed'],
      [{ '.record.value.tags': { exists: { '.': 'c' } } }, 'expected to exist ".: c", got ["a","b"]'],
      [{ '.record.value.tags': { exists: { '.': '${{ .record.value.tags[1] }}' } } }, 'passed'],
      [{ '.record.value.at': { before: 'now' } }, 'passed'],
      [{ '.record.value.plan': '${{ .variables.plan }}' }, 'passed'],
      [{ '.record.value.total': { greaterThan: '${{ .variables.limit }}' } }, 'passed'],
      [
        { '.record.value.total': { greaterThan: '${{ .variables.plan }}' } },
        'expected greater than "Free" (string), got 12.5 (number)',
      ],
      // in full
      [{ jq: '.record.value.plan', type: 'string', operator: 'equals', expected: 'Free' }, 'passed'],
      [{ jq: '.record.value.plan', expected: 'Free', not: true }, 'expected not "Free", got "Free"'],
      [{ jq: '.record.value.none', operator: 'isNull' }, 'passed'],
      [
        { jq: '.record.value.tags', operator: 'forAll', expected: '. == "a"' },
        'expected that for all elements ". == \\"a\\"", got ["a","b"]',
      ],
      [{ name: 'n', jq: '.record.value.total > 3' }, 'passed'],
      [
        { jq: '.record.value.total > 3', not: true },
        'expected not to hold: .record.value.total > 3: got true',
      ],
      // groups
      [{ any: ['.record.key == 1', { '.record.topic': 'orders' }] }, 'passed'],
      [
        { any: ['.record.key == 1', '.record.key == 2'] },
        'none holds: .record.key == 1: expected 1, got null; .record.key == 2: expected 2, got null',
      ],
      [
        { all: ['.record.key == null', { '.record.topic': 'x' }] },
        'not all hold: .record.topic: x: expected "x", got "orders"',
      ],
      [{ not: { '.record.topic': 'x' } }, 'passed'],
      [
        { not: { any: [{ '.record.topic': 'orders' }] } },
        'expected not to hold: any of .record.topic: orders',
      ],
    ]),
  )('%s: %s', async (_text, expected, written) => {
    expect(await outcome(written)).toBe(expected);
  });

  it('is judged on many contexts with one program', async () => {
    const contexts = Array.from({ length: 3 }, (_, n) => ({ n: n === 1 ? 'x' : n }));
    const judged = await judge(condition.parse({ '. | .n': { lessThan: 2 } }), contexts, surroundings);
    expect(judged.map(({ passed }) => passed)).toEqual([true, false, false]);
  });

  it('keeps both sides and the difference of structured values', async () => {
    const parsed = condition.parse({
      '.record.value': { contains: { plan: 'Gold', tags: ['a', 'b', 'c'] } },
    });
    const [judgement] = await judge(parsed, [context], surroundings);
    expect(judgement).toMatchObject({
      passed: false,
      operator: 'contains',
      difference: [
        { path: '.plan', expected: 'Gold', actual: 'Free' },
        { path: '.tags[2]', expected: 'c' },
      ],
    });
  });
});

describe('the name of a condition', () => {
  it.each<[unknown, string]>([
    ['.a == 1', '.a == 1'],
    [{ '.a': 'Free' }, '.a: Free'],
    [{ '.a': '1' }, '.a: "1"'],
    [{ '.a': { greaterThan: 1, lessThan: 5 } }, '.a: { greaterThan: 1, lessThan: 5 }'],
    [{ '.a': '${{ .b }}' }, '.a: ${{ .b }}'],
    [{ jq: '.a', operator: 'equals', expected: 1, not: true }, '.a not equals 1'],
    [{ jq: '.a', operator: 'isNull' }, '.a isNull'],
    [{ any: ['.a', { '.b': true }] }, 'any of .a, .b: true'],
    [{ not: '.a' }, 'not .a'],
    [{ name: 'given', '.a': 1 }, 'given'],
    [{ '.a': { forAll: { '.x': 1 } } }, '.a: { forAll: .x: 1 }'],
  ])('%j is %s', (written, name) => {
    expect(condition.parse(written).name).toBe(name);
  });
});

describe('the programs of a condition', () => {
  it('are listed by where they are written', () => {
    const written = {
      any: [
        '.a',
        { '.b': { equals: '${{ .c }}', not: true } },
        { not: { jq: '.d', expected: ['${{ .e }}'] } },
        { '.f': { forAll: { '.g': '${{ .h }}' } } },
      ],
    };
    const listed = listPrograms({ checks: [condition.parse(written)] });
    expect(listed.map(({ program, path, at }) => `${program.text} ${at} ${path.join('/')}`)).toEqual([
      '.a value checks/0/any/0',
      '.b key checks/0/any/1/.b',
      '.c value checks/0/any/1/.b/equals',
      '.d value checks/0/any/2/not/jq',
      '.e value checks/0/any/2/not/expected/0',
      '.f key checks/0/any/3/.f',
      '.g key checks/0/any/3/.f/forAll/.g',
      '.h value checks/0/any/3/.f/forAll/.g',
    ]);
  });
});
