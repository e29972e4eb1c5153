import { afterAll, describe, expect, it } from 'vitest';
import { createJq } from '../../../src/expr/jq.ts';
import { evaluateSimple, parseSimple, splitAtPipe } from '../../../src/expr/simple-path.ts';
import type { Json } from '../../../src/model/json.ts';

const jq = createJq();
afterAll(() => jq[Symbol.asyncDispose]());

const paths = [
  '.',
  '.a',
  '.a.b',
  '.a["b"]',
  '."a"."b"',
  '.["a"].b',
  '.a.["b"]',
  '.a[0]',
  '.a[-1]',
  '.a.[1]',
  '.[0]',
];
const more = [
  '.[-2].a',
  ' .a ',
  '.a.b.c',
  '.__proto__',
  '.constructor',
  '.and',
  '.a[0][1]',
  '.["ä b"]',
  '.[""]',
];
const literals = ['null', 'true', 'false', '0', '1', '-1', '1.5', '007', '-0', '"x"', '""', '"ä"'];
const operators = ['==', '!=', '<', '<=', '>', '>='];

const leaves: Json[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  7,
  -0,
  1e17,
  1e21,
  1e22,
  5e-324,
  0.1,
  12345678901234567890n,
];
const texts: Json[] = [
  '',
  'x',
  'ä',
  '😀',
  '\ud800',
  'a\u0000b',
  [],
  {},
  [1],
  { b: 1 },
  { b: null },
  [[1, 2]],
];
const values = [...leaves, ...texts];
const inputs: Json[] = [
  ...values,
  ...values.map((value) => ({ a: value })),
  ...values.map((value) => ({ a: { b: value }, 'ä b': value, '': value, and: value })),
  ...values.map((value) => [value, { a: value }, [value]]),
  { a: [1e17, '\ud800', { '\udfff': -0 }] },
  JSON.parse('{"__proto__": 5, "constructor": 6}'),
];

/** What jq itself gives: the pipe makes a program that is for jq. */
async function byJq(program: string): Promise<readonly (Json | undefined)[]> {
  const outcomes = await jq.evaluate(`${program} | .`, inputs);
  return outcomes.map(({ outputs, error }) => (error === undefined ? outputs[0] : undefined));
}

describe('programs that are evaluated without jq', () => {
  it.each([...paths, ...more])('%s gives what jq gives, or leaves it to jq', async (program) => {
    await compare(program);
  });

  it.each(operators.flatMap((operator) => literals.map((literal) => `.a ${operator} ${literal}`)))(
    '%s gives what jq gives, or leaves it to jq',
    async (program) => {
      if (parseSimple(program)) await compare(program);
      else expect(program).toMatch(/[<>]=? "/);
    },
  );

  it.each([
    '.a,.b',
    '.a?',
    '..',
    '..a',
    '.a | .b',
    '[0]',
    '"a"',
    'a',
    '',
    '.a.',
    '.a[]',
    '.a[1:2]',
    '.a["\\(1)"]',
  ])('%s is for jq', (program) => {
    expect(parseSimple(program)).toBeUndefined();
  });

  it.each([
    '.a == "\\u0041"',
    '.a == 12345678901234567',
    '.a == .b',
    '.a == 1 and true',
    '.a = 1',
    '.a |= 1',
    '.a -1',
  ])('%s is for jq', (program) => {
    expect(parseSimple(program)).toBeUndefined();
  });
});

describe('programs that begin with a path', () => {
  it.each([
    '.a | .b',
    '.a | ., 1',
    '.a|type',
    '.a | . as $x | [$x, .]',
    '.a | .b |= 1',
    '.a | error',
    '.a | select(. != null) | tojson',
    '.["ä b"] | length',
    '. | keys',
    '.a | 1 // 2',
    '.a.b | "\\(.) | \\(. | type)"',
    '.a | $__loc__',
    '.a | # x | y\n type',
  ])('%j gives what it gives as a whole', async (program) => {
    expect(splitAtPipe(program)).toBeDefined();
    expect(await jq.evaluate(program, inputs)).toEqual(await jq.evaluate(`(${program}\n)`, inputs));
  });

  it.each([
    '.a |= 1',
    '.a as $x | .b',
    '.a // .b | .c',
    '.a, .b | .c',
    '(.a | .b)',
    '.a == 1 | not',
    '.a["|"]',
    '.a\n| $__loc__',
    '.a? | .b',
  ])('%j is left as it is', (program) => {
    expect(splitAtPipe(program)).toBeUndefined();
  });
});

async function compare(program: string): Promise<void> {
  const simple = parseSimple(program);
  if (!simple) throw new Error(`${program} is not read`);
  const expected = await byJq(program);
  const actual = inputs.map((input) => evaluateSimple(simple, input));
  const wrong = actual.flatMap((value, index) => {
    const isSame = value === undefined || Object.is(value, expected[index]) || same(value, expected[index]);
    return isSame ? [] : [{ input: inputs[index], value, expected: expected[index] }];
  });
  expect(wrong).toEqual([]);
  const left = actual.filter((value, index) => value === undefined && expected[index] !== undefined);
  expect(left).toEqual([]);
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  const text = (value: Json | undefined): string =>
    JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? `${inner}n` : inner));
  return text(a) === text(b) && !Object.is(a, -0) && !Object.is(b, -0);
}
