import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createJq } from '../../../src/expr/jq.ts';
import { listPrograms } from '../../../src/expr/program.ts';
import { resolve, resolveEach } from '../../../src/expr/resolve.ts';
import { freeform, input, Template } from '../../../src/expr/template.ts';
import { cutTemplate } from '../../../src/expr/template-text.ts';
import { duration } from '../../../src/model/duration.ts';
import type { JsonObject } from '../../../src/model/json.ts';

const jq = createJq();
afterAll(() => jq[Symbol.asyncDispose]());

/** The parts of a text, programs as `<jq …>`. */
function cut(text: string): string[] {
  return cutTemplate(text).map((part) =>
    typeof part === 'string' ? part : part.fault ? `!${part.fault}` : `<${part.language} ${part.text}>`,
  );
}

describe('cutting a scalar at its expressions', () => {
  it.each([
    ['plain', ['plain']],
    ['', []],
    ['${{ .a }}', ['<jq .a>']],
    ['${{.a}}', ['<jq .a>']],
    ['id-${{ .a }}', ['id-', '<jq .a>']],
    ['${{ .a }}-${{ .b }}', ['<jq .a>', '-', '<jq .b>']],
    ['${{ .a }}${{ .b }} x', ['<jq .a>', '<jq .b>', ' x']],
    ['$${{ .a }}', ['${{ .a }}']],
    ['cost: $$${{ .a }}', ['cost: $${{ .a }}']],
    ['$${{ .a }} ${{ .b }}', ['${{ .a }} ', '<jq .b>']],
    ['${{ "}}" }}', ['<jq "}}">']],
    ['${{ "a\\"}}" }}', ['<jq "a\\"}}">']],
    ['${{ "\\({a: "}}"} | .a)}}" }}', ['<jq "\\({a: "}}"} | .a)}}">']],
    ['${{ {a: {b: 1}} }}', ['<jq {a: {b: 1}}>']],
    ['${{ {a: {b: 1}}}}', ['<jq {a: {b: 1}}>']],
    ['${{ {a: {b: 1}}}}}}', ['<jq {a: {b: 1}}>', '}}']],
    ['${{ [{}] }}}', ['<jq [{}]>', '}']],
    ['${{ .a\n# no }} end\n}}', ['<jq .a\n# no }} end>']],
    ['${{ js: 1 + 1 }}', ['<js 1 + 1>']],
    ['${{js:({a: {b: 1}}).a}}', ['<js ({a: {b: 1}}).a>']],
    ['${{ js: "}}" }}', ['<js "}}">']],
    ['${{ js: `}}${ {a: {}}.a }` }}x', ['<js `}}${ {a: {}}.a }`>', 'x']],
    ['${{ js: /}}/.test(record.key) }}', ['<js /}}/.test(record.key)>']],
    ['${{ js: {a: {b: {}}} }}', ['<js {a: {b: {}}}>']],
    ['${{ .a', ['!an expression without its end "}}"']],
    ['${{ ".a }}', ['!an expression without its end "}}"']],
    ['${{ }}', ['!an expression without a program']],
    ['${{ foo( }}', ['<jq foo(>']],
    ['${{ js: foo( }}', ['<js foo(>']],
    ['pay ${ {} } {{ x }}', ['pay ${ {} } {{ x }}']],
  ])('%s', (text, parts) => {
    expect(cut(text)).toEqual(parts);
  });

  it('knows where each program begins', () => {
    const text = 'a ${{   .b }} ${{ js:  c }}';
    const starts = listPrograms(new Template(text)).map(({ program }) => program.start);
    expect(starts.map((start) => text[start])).toEqual(['.', 'c']);
  });
});

const context: JsonObject = {
  variables: { n: 42, big: 9007199254740993n, text: 'ä', list: [1, 2] },
  now: 'x',
};

async function evaluate(text: string, given = context): Promise<unknown> {
  return resolve(freeform().parse(text), given, jq);
}

describe('evaluating a scalar', () => {
  it.each<[string, unknown]>([
    ['${{ .variables.n }}', 42],
    ['n=${{ .variables.n }}', 'n=42'],
    [' ${{ .variables.n }}', ' 42'],
    ['${{ .variables.text }}!', 'ä!'],
    ['${{ .variables.list }}', [1, 2]],
    ['${{ .variables.list }}!', '[1,2]!'],
    ['${{ .variables.nothing }}', null],
    ['${{ .variables.nothing }}!', 'null!'],
    ['${{ .variables.big }}', 9007199254740993n],
    ['${{ .variables | .big }}', 9007199254740993n],
    ['${{ [.variables.big] }}', [9007199254740993n]],
    ['${{ .variables | .big }}!', '9007199254740993!'],
    ['${{ .variables.n + 1 }} and ${{ .variables.list | length }}', '43 and 2'],
    ['$${{ .variables.n }}', '${{ .variables.n }}'],
    ['${{ "${{ .a }}" }}', '${{ .a }}'],
  ])('%s', async (text, result) => {
    expect(await evaluate(text)).toEqual(result);
  });

  it.each([
    ['${{ empty }}', 'the expression "${{ empty }}" failed: it gave no result'],
    ['a ${{ 1, 2 }}', 'the expression "${{ 1, 2 }}" failed: it gave 2 results, not one'],
    ['${{ error("no") }}', 'the expression "${{ error("no") }}" failed: no'],
    ['${{ .now.x }}', 'failed: Cannot index string with string ("x")'],
    ['${{ .now', 'failed: an expression without its end "}}"'],
  ])('%s fails', async (text, message) => {
    await expect(evaluate(text)).rejects.toMatchObject({ code: 'EXPRESSION_FAILED' });
    await expect(evaluate(text)).rejects.toThrow(message);
  });

  it("shows the context's keys when it fails", async () => {
    await expect(evaluate('${{ empty }}')).rejects.toMatchObject({
      hint: 'the context has .variables {n, big, text, list}, .now',
    });
  });

  it('names the place when it is known', async () => {
    const template = freeform().parse('${{ empty }}');
    const span = { file: 'a.yaml', line: 1, column: 5, endLine: 1, endColumn: 10 };
    for (const { program } of listPrograms(template)) program.span = span;
    await expect(resolve(template, context, jq)).rejects.toMatchObject({ span });
  });

  it('replaces every template in a value, and nothing else', async () => {
    const value = freeform().parse({ a: ['${{ .variables.n }}', { b: 'x${{ .now }}' }], c: null, d: 1n });
    expect(await resolve(value, context, jq)).toEqual({ a: [42, { b: 'xx' }], c: null, d: 1n });
  });

  it('gives each expression a context of its own', async () => {
    let calls = 0;
    const value = freeform().parse(['${{ .n }}', '${{ .n }}']);
    expect(await resolve(value, () => ({ n: calls++ }), jq)).toEqual([0, 1]);
  });

  it('evaluates over many contexts at once', async () => {
    const value = freeform().parse({ n: '${{ .n }}', text: 'n${{ .n * 2 }}' });
    const contexts = Array.from({ length: 2500 }, (_, n) => ({ n }));
    const results = await resolveEach(value, contexts, jq);
    expect(results).toHaveLength(2500);
    expect(results[2499]).toEqual({ n: 2499, text: 'n4998' });
  });
});

describe('a field that takes a value or an expression', () => {
  const schema = z.strictObject({ count: input(z.int().min(0)), wait: input(duration).optional() });

  it('takes a plain value', () => {
    expect(schema.parse({ count: 3, wait: '2s' })).toEqual({ count: 3, wait: 2000 });
  });

  it('reads the result as the field would', async () => {
    const parsed = schema.parse({ count: '${{ .variables.n }}', wait: '${{ .variables.n }}s' });
    expect(await resolve(parsed, context, jq)).toEqual({ count: 42, wait: 42_000 });
  });

  it('refuses a result of another type', async () => {
    const read = async (text: string, type: z.ZodType): Promise<unknown> =>
      resolve(input(type).parse(text), context, jq);
    const entries = z.array(z.union([z.string(), z.int().min(5)]));
    await expect(read('${{ 1 }}', z.union([z.string(), z.null()]))).rejects.toThrow(
      'gave 1, expected string or null',
    );
    await expect(read('${{ "x" }}', z.enum(['a', 'b']))).rejects.toThrow('gave "x", expected "a" or "b"');
    await expect(read('${{ -1 }}', z.int().min(0))).rejects.toThrow('gave -1, expected number to be >=0');
    await expect(read('${{ ["a", null] }}', entries)).rejects.toThrow(
      'gave ["a",null], expected string at .1 or number at .1',
    );
    const parsed = schema.parse({ count: '${{ .now }}' });
    await expect(resolve(parsed, context, jq)).rejects.toThrow('"${{ .now }}" gave "x", expected number');
  });

  it('leaves what looks like an expression in the result alone', async () => {
    const records = z.strictObject({ records: input(z.array(z.strictObject({ value: freeform() }))) });
    const parsed = records.parse({ records: '${{ [{value: .evil}] }}' });
    const evil = '${{ .secret }}';
    expect(await resolve(parsed, { evil }, jq)).toEqual({ records: [{ value: evil }] });
    const name = z.strictObject({ name: input(z.string()) }).parse({ name: '${{ .evil }}' });
    expect(await resolve(name, { evil }, jq)).toEqual({ name: evil });
  });

  it('has a JSON Schema', () => {
    expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({
      properties: {
        count: {
          anyOf: [
            { type: 'string', pattern: '\\$\\{\\{' },
            { type: 'integer', minimum: 0 },
          ],
        },
      },
    });
  });
});

describe('listing the programs of a parsed value', () => {
  it('gives each with the way to it', () => {
    const value = freeform().parse({ a: ['x', '${{ .b }} ${{ js: c }}'], d: { e: '${{ .f }}' } });
    expect(listPrograms(value).map(({ program, path }) => [program.text, ...path])).toEqual([
      ['.b', 'a', 1],
      ['c', 'a', 1],
      ['.f', 'd', 'e'],
    ]);
  });
});
