import { afterAll, expect, it } from 'vitest';
import { createJq } from '../../../../src/expr/jq.ts';
import { type JsonObject, renderJson } from '../../../../src/model/json.ts';
import { condition } from '../../../../src/tasks/condition/condition.ts';
import { judge } from '../../../../src/tasks/condition/judge.ts';
import type { Surroundings } from '../../../../src/tasks/define-task.ts';

const jq = createJq();
afterAll(() => jq[Symbol.asyncDispose]());

const schema = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
  additionalProperties: false,
};
/** Files that refer to each other, one of them back. */
const files: Readonly<Record<string, unknown>> = {
  'schemas/order.json': {
    properties: { user: { $ref: 'parts/user.json' }, total: { $ref: '#/$defs/amount' } },
    $defs: { amount: { type: 'number' } },
  },
  'schemas/parts/user.json': {
    properties: { id: { $ref: 'id.json#/$defs/id' }, last: { $ref: '../order.json' } },
  },
  'schemas/parts/id.json': { $defs: { id: { type: 'integer' } } },
};
const read: string[] = [];
const formats = {
  registry: undefined,
  async readFile(file: string) {
    read.push(file);
    return file === 'broken.json' ? '{' : JSON.stringify(files[file] ?? schema);
  },
};
const clock = { wallMs: () => 0 };
const surroundings = { jq, clock, formats } as unknown as Surroundings; // conditions need nothing else

async function outcomes(written: unknown, contexts: readonly JsonObject[]): Promise<string[]> {
  const judged = await judge(condition.parse(written), contexts, surroundings);
  return judged.map(({ passed, message }) => (passed ? 'passed' : (message ?? '?')));
}

it('judges the value of a record, the body of a response, a row', async () => {
  expect(await outcomes({ schema }, [{ record: { value: { id: 1 }, key: null } }])).toEqual(['passed']);
  expect(await outcomes({ schema }, [{ response: { body: { id: 9007199254740993n } } }])).toEqual(['passed']);
  expect(await outcomes({ schema }, [{ row: { id: 'x' } }])).toEqual([
    expect.stringContaining('expected to be valid by the schema, got {"id":"x"}: .id: '),
  ]);
});

it('reads a file once, however many values there are', async () => {
  const values = [{ id: 1 }, {}, { id: 1, more: true }, null, { id: 1, tags: ['a', 2] }];
  const messages = await outcomes(
    { schema: 'order.json' },
    values.map((value) => ({ record: { value } })),
  );
  expect(
    messages.map(
      (message, index) => message === 'passed' || message.includes(renderJson(values[index] ?? null)),
    ),
  ).toEqual(values.map(() => true));
  expect(messages.map((message) => message === 'passed')).toEqual([true, false, false, false, false]);
  expect(messages[4]).toContain('.tags[1]: ');
  expect(read).toEqual(['order.json']);
});

it('follows references to other files, each from where it stands', async () => {
  const values = [
    { user: { id: 1 }, total: 2 },
    { user: { id: 'x' } },
    { total: 'x' },
    { user: { last: { total: 'x' } } },
  ];
  const messages = await outcomes(
    { schema: 'schemas/order.json' },
    values.map((value) => ({ record: { value } })),
  );
  expect(messages.map((message) => message.replace(/^.*\}: /, '').replace(/:.*/, ''))).toEqual([
    'passed',
    '.user.id',
    '.total',
    '.user.last.total',
  ]);
});

it('judges what a path leads to, each of its results', async () => {
  const item = { type: 'integer' };
  const contexts = [[1, 2], [1, 'x'], []].map((items) => ({ record: { value: { items } } }));
  const [first, second, third] = await outcomes({ jq: '.record.value.items[]', schema: item }, contexts);
  expect(first).toBe('passed');
  expect(second).toContain('got [1,"x"]');
  expect(third).toBe('expected to be valid by the schema, got no result');
});

it('turns round, and nests', async () => {
  expect(await outcomes({ not: { schema } }, [{ record: { value: {} } }])).toEqual(['passed']);
  expect(
    await outcomes({ any: [{ schema }, { '.record.value': null }] }, [{ record: { value: null } }]),
  ).toEqual(['passed']);
});

it('is named by its file, and tells which files it names, and where', () => {
  const parsed = condition.parse({ any: [{ schema: 'a.json' }, { '.a': { forAll: { schema: 'b.json' } } }] });
  expect(parsed.name).toBe('any of schema a.json, .a: { forAll: schema b.json }');
  expect(parsed.files.map(({ file, path }) => ({ file, path }))).toEqual([
    { file: 'a.json', path: ['any', 0, 'schema'] },
    { file: 'b.json', path: ['any', 1, '.a', 'forAll', 'schema'] },
  ]);
});

it('says of a file that is no JSON what is wrong with it', async () => {
  await expect(outcomes({ schema: 'broken.json' }, [{ record: { value: 1 } }])).rejects.toMatchObject({
    code: 'FILE_NOT_READABLE',
    message: expect.stringContaining('"broken.json" is no JSON: '),
  });
});
