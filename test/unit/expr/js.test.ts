import { afterAll, describe, expect, it } from 'vitest';
import { createJq } from '../../../src/expr/jq.ts';
import { Program } from '../../../src/expr/program.ts';
import { createRandomValues, withRandom } from '../../../src/expr/random.ts';
import { resolve } from '../../../src/expr/resolve.ts';
import { freeform } from '../../../src/expr/template.ts';
import type { Json, JsonObject } from '../../../src/model/json.ts';

const jq = createJq();
const impatient = createJq({ timeLimitMs: 1000 });
const small = createJq({ memoryLimitBytes: 2 ** 26 });
afterAll(async () => {
  await jq[Symbol.asyncDispose]();
  await impatient[Symbol.asyncDispose]();
  await small[Symbol.asyncDispose]();
});

const context: JsonObject = {
  record: { value: { total: 3, big: 9007199254740993n, text: 'ä"\\' }, key: null },
  source: { 'check-upsell': { count: 2 } },
  variables: { n: 1, '': 2 },
  now: 'today',
  'not a name': 1,
};

async function run(program: string, engine = jq): Promise<unknown> {
  const [outcome] = await engine.evaluate(new Program({ language: 'js', text: program }), [context]);
  return outcome?.error === undefined ? outcome?.outputs[0] : `! ${outcome.error}`;
}

describe('a JavaScript expression', () => {
  it.each<[string, unknown]>([
    ['record.value.total * 2', 6],
    ['now.toUpperCase()', 'TODAY'],
    ['source["check-upsell"].count', 2],
    ['record.value.text', 'ä"\\'],
    ['record.value.big', 9007199254740993n],
    ['record.value.big + 1n', 9007199254740994n],
    ['[2n ** 70n, 5n]', [1180591620717411303424n, 5]],
    ['({ a: { b: [1, null, "x"] } })', { a: { b: [1, null, 'x'] } }],
    ['{ a: 1 }', { a: 1 }],
    ['null', null],
    ['undefined', undefined],
    ['() => 1', undefined],
    ['[3, 1, 2].toSorted()', [1, 2, 3]],
    ['/(\\p{L}+)/u.exec("é1")[1]', 'é'],
    ['new Date(0)', '1970-01-01T00:00:00.000Z'],
    ['0 / 0', null],
    ['record.value.gone', undefined],
  ])('%s', async (program, result) => {
    expect(await run(program)).toEqual(result);
  });

  it.each<[string, string]>([
    ['record.gone.x', "! TypeError: cannot read property 'x' of undefined"],
    ['gone', "! ReferenceError: 'gone' is not defined"],
    ['(() => { throw "no" })()', '! "no"'],
    ['(() => { throw new RangeError("no") })()', '! RangeError: no'],
  ])('%s says what was thrown', async (program, error) => {
    expect(await run(program)).toBe(error);
  });

  it.each([
    'process',
    'require',
    'module',
    'fetch',
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'Buffer',
    'console',
    'std',
    'os',
    'WebAssembly',
    'Worker',
    'navigator',
  ])('has no %s', async (name) => {
    expect(await run(`typeof ${name}`)).toBe('undefined');
  });

  it.each([
    'this.constructor.constructor("return typeof process")()',
    'Function("return typeof process")()',
    '(async () => {}).constructor("return typeof process")() instanceof Promise ? "undefined" : ""',
    'eval("typeof process")',
    'new Error().constructor.constructor("return typeof globalThis.process")()',
  ])('finds no way out by %s', async (program) => {
    expect(await run(program)).toBe('undefined');
  });

  it.each(['import("node:fs")', 'import("fs").then((fs) => fs)'])(
    'imports nothing by %s',
    async (program) => {
      expect(await run(program)).toEqual(expect.not.stringContaining('readFile'));
    },
  );

  it('leaves nothing behind for the next one', async () => {
    await run('(globalThis.left = 1, Object.prototype.left = 1, JSON.stringify = () => "1")');
    expect(await run('[typeof left, typeof ({}).left]')).toEqual(['undefined', 'undefined']);
  });

  it('ends with an error when it does not end, recurses without end, or eats all memory; and the next one is well', async () => {
    expect(await run('(() => { for (;;); })()', impatient)).toBe('! it did not end within 1s');
    expect(await run('(function f() { return f() + 1; })()')).toMatch(/stack/i);
    const greedy = '(() => { const all = []; for (;;) all.push(new Uint8Array(1e6)); })()';
    expect(await run(greedy, small)).toBe('! the engine stopped: out of memory');
    expect(await run('1 + 1')).toBe(2);
    expect(await run('1 + 1', impatient)).toBe(2);
    expect(await run('1 + 1', small)).toBe(2);
  });

  it('is evaluated in many contexts at once', async () => {
    const inputs = Array.from({ length: 1500 }, (_, n): Json => ({ n }));
    const outcomes = await jq.evaluate(
      new Program({ language: 'js', text: 'n === 7 ? gone : n + 1' }),
      inputs,
    );
    expect(outcomes[7]).toEqual({ outputs: [], error: "ReferenceError: 'gone' is not defined" });
    expect(outcomes[1499]).toEqual({ outputs: [1500] });
  });

  it('cannot change what the next context shares with its own', async () => {
    const shared = { list: [1] };
    const inputs = [1, 2, 3].map((n): Json => ({ n, shared }));
    const program = new Program({ language: 'js', text: '(shared.more = n, shared.list.length)' });
    expect((await jq.evaluate(program, inputs)).map(({ outputs }) => outputs[0])).toEqual([1, 1, 1]);
    const seen = new Program({ language: 'js', text: '(n += 1, [n, shared.more ?? null])' });
    expect((await jq.evaluate(seen, inputs)).map(({ outputs }) => outputs[0])).toEqual([
      [2, null],
      [3, null],
      [4, null],
    ]);
  });

  it('stands in templates, with the types of its results', async () => {
    const value = freeform().parse({ a: '${{ js: variables.n + 1 }}', b: 'n is ${{js: variables.n}}' });
    expect(await resolve(value, context, jq)).toEqual({ a: 2, b: 'n is 1' });
    await expect(resolve(freeform().parse('${{ js: undefined }}'), context, jq)).rejects.toThrow(
      'the expression "${{ js: undefined }}" failed: it gave no result',
    );
  });

  it.each(['1 +', 'a; b', '1) + (2', 'const a = 1', '}'])(
    '%s is refused before anything runs',
    async (text) => {
      await expect(jq.check(new Program({ language: 'js', text }))).rejects.toMatchObject({
        code: 'EXPRESSION_SYNTAX',
      });
    },
  );

  it('draws new values from the seeded stream, and the same ones again with the same seed', async () => {
    const program = new Program({
      language: 'js',
      text: '[random.uuid, random.uuid, random.int, Math.random()]',
    });
    const draw = async (seed: number): Promise<readonly Json[]> => {
      const [outcome] = await jq.evaluate(program, [withRandom({ a: 1 }, createRandomValues(seed))]);
      return outcome?.outputs[0] as readonly Json[];
    };
    const [first, second, int, fraction] = await draw(1);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
    expect(int).toEqual(expect.any(Number));
    expect(await draw(1)).toEqual([first, second, int, fraction]);
    expect(await draw(2)).not.toContain(first);
  });
});
