import { afterAll, describe, expect, it } from 'vitest';
import { createJq } from '../../../src/expr/jq.ts';
import { Program } from '../../../src/expr/program.ts';
import type { Json } from '../../../src/model/json.ts';

const jq = createJq();
const impatient = createJq({ timeLimitMs: 500 });
const small = createJq({ memoryLimitBytes: 2 ** 26 });
afterAll(async () => {
  await jq[Symbol.asyncDispose]();
  await impatient[Symbol.asyncDispose]();
  await small[Symbol.asyncDispose]();
});

describe('checking a program before anything runs', () => {
  it.each([
    '.',
    '.a.b',
    '.a | .b',
    'range(1e12)',
    'def f: 1; f',
    '.a # comment',
    '{env, input: 1} | .env',
    '"env"',
    '.input',
  ])('%s is right', async (program) => {
    await expect(jq.check(program)).resolves.toBeUndefined();
  });

  it.each([
    ['.a |', 'jq cannot read ".a |": syntax error, unexpected end of file'],
    ['foo', 'jq cannot read "foo": foo/0 is not defined'],
    ['.a) | (.b', 'jq cannot read ".a) | (.b"'],
    ['def f: 1;', 'jq cannot read "def f: 1;": Top-level program not given (try ".")'],
    ['break $flowproof', 'jq cannot read'],
    ['$flowproof_shared', 'jq cannot read'],
  ])('%s is not', async (program, message) => {
    await expect(jq.check(program)).rejects.toMatchObject({ code: 'EXPRESSION_SYNTAX' });
    await expect(jq.check(program)).rejects.toThrow(message);
  });

  it.each([
    ['env', 'env'],
    ['$ENV.PATH', '$ENV'],
    ['{$ENV}', '$ENV'],
    ['"\\(env)"', 'env'],
    ['@json "\\([{a: "\\(input)"}])"', 'input'],
    ['[1, env, 2]', 'env'],
    ['{a: 1, b: env}', 'env'],
    ['{a: (1, env)}', 'env'],
    ['1 # x \\\\\n | inputs', 'inputs'],
    ['"x" | modulemeta', 'modulemeta'],
    ['import "a" as a; 1', 'import'],
    ['include "a"; 1', 'include'],
    ['1, halt', 'halt'],
    ['1 | debug', 'debug'],
  ])('%s is forbidden', async (program, word) => {
    await expect(jq.check(program)).rejects.toMatchObject({
      code: 'EXPRESSION_FORBIDDEN',
      message: `"${word}" is not allowed in an expression: ${program}`,
    });
  });

  it.each([
    ['.a | | .b', 10 + 5],
    ['.abc | foo(1)', 10 + 7],
    ['[1, env]', 10 + 4],
  ])('points into the line: %s', async (text, column) => {
    const program = new Program({ text });
    program.span = { file: 'a.yaml', line: 3, column: 10, endLine: 3, endColumn: 10 + text.length };
    await expect(jq.check(program)).rejects.toMatchObject({ span: { file: 'a.yaml', line: 3, column } });
  });
});

describe('evaluating a program', () => {
  it('gives one outcome an input, whatever happens in one of them', async () => {
    const outcomes = await jq.evaluate('.[] | 1 / .', [[1, 2], [1, 0, 1], 'x', [], [4]]);
    expect(outcomes).toEqual([
      { outputs: [1, 0.5] },
      { outputs: [1], error: 'number (1) and number (0) cannot be divided because the divisor is zero' },
      { outputs: [], error: 'Cannot iterate over string ("x")' },
      { outputs: [] },
      { outputs: [0.25] },
    ]);
  });

  it('keeps the digits of large integers', async () => {
    const big = 12345678901234567890n;
    expect(await jq.evaluate('.a, [.a]', [{ a: big }])).toEqual([{ outputs: [big, [big]] }]);
  });

  it('reads text that is no Unicode as jq can', async () => {
    expect(await jq.evaluate('.a + "!"', [{ a: '\ud800' }, { a: '\\ud800' }])).toEqual([
      { outputs: ['\ufffd!'] },
      { outputs: ['\\ud800!'] },
    ]);
  });

  it.each<[string, readonly Json[]]>([
    [
      'keys_unsorted',
      [
        { z: 1, r: 2, a: 3 },
        { z: 1, r: 3, a: 3 },
      ],
    ],
    [
      '.',
      [
        { a: null, b: 1 },
        { a: 2, b: 1 },
      ],
    ],
    ['.', [{ a: 1 }, { b: 1 }]],
    ['.', [null, { a: 1 }]],
    ['.', [[1], [2]]],
  ])('gives the same for one input as for many: %s of %j', async (program, inputs) => {
    const alone = await Promise.all(inputs.map((one) => jq.evaluate(program, [one])));
    const outcomes = await jq.evaluate(`${program} | .`, inputs);
    expect(JSON.stringify(outcomes)).toBe(JSON.stringify(alone.flat()));
  });

  it('names the limit when a program does not end, and goes on', async () => {
    const [outcome] = await impatient.evaluate('def f: f; f', [1]);
    expect(outcome).toEqual({ outputs: [], error: 'it did not end within 500ms' });
    expect(await impatient.evaluate('. + 1', [1])).toEqual([{ outputs: [2] }]);
  });

  it('has a limit of memory, and goes on', async () => {
    const [outcome] = await small.evaluate('[range(1e9)]', [1]);
    expect(outcome?.error).toMatch(/memory/);
    expect(await small.evaluate('. + 1', [1])).toEqual([{ outputs: [2] }]);
  });

  it('is not waited for once it is disposed, nor ever started again', async () => {
    const own = createJq();
    const endless = own.evaluate('def f: f; f', [1]);
    await own.evaluate('.', [1]);
    const waiting = own.evaluate('. + 1', [1]);
    await own[Symbol.asyncDispose]();
    const ended = [{ outputs: [], error: 'the engine stopped: the run has ended' }];
    expect(await endless).toEqual(ended);
    expect(await waiting).toEqual(ended);
    expect(await own.evaluate('. + 1', [1])).toEqual(ended);
  });

  it('takes as much as a large topic has, a part at a time', async () => {
    const inputs = Array.from({ length: 30 }, (_, n) => ({ n, text: 'x'.repeat(1_000_000) }));
    const outcomes = await jq.evaluate('.n + (.text | length)', inputs);
    expect(outcomes.map(({ outputs }) => outputs[0])).toEqual(inputs.map(({ n }) => n + 1_000_000));
  });

  it('says what jq throws that is no text', async () => {
    expect(await jq.evaluate('error({a: 1})', [1])).toEqual([
      { outputs: [], error: '(not a string): {"a":1}' },
    ]);
  });
});

describe('whether a path leads to something', () => {
  const input = { a: { b: null, list: [1, null] }, s: 'text' };
  it.each([
    ['.a', true],
    ['.a.b', true],
    ['.a.c', false],
    ['.x', false],
    ['.x.y.z', false],
    ['.a.list[1]', true],
    ['.a.list[2]', false],
    ['.a.list[-1]', true],
    ['.a.list[-3]', false],
    ['.s.x', true],
    ['.a | .b', true],
    ['.a | .c', false],
    ['.a?.c?', false],
    ['.a["b"]?', true],
    ['.a.list | .[5]', false],
    ['.a.list | .[-1]', true],
    ['null', true],
    ['1 + 1', true],
    ['.', true],
    ['getpath(["a", "x"])', false],
  ])('%s: %s', async (program, expected) => {
    expect(await jq.exists(program, [input])).toEqual([expected]);
  });
});

describe('searching with a pattern', () => {
  it('tells of each text', async () => {
    expect(await jq.search('^a.c$', 'u', ['abc', 'a😀c', 'ab'])).toEqual([true, true, false]);
  });

  it('names the limit when it does not end, and goes on', async () => {
    expect(await impatient.search('^(a+)+$', 'u', [`${'a'.repeat(50)}!`])).toBe(
      'it did not end within 500ms',
    );
    expect(await impatient.search('a', 'u', ['a'])).toEqual([true]);
  });
});
