import { expect, it } from 'vitest';
import { z } from 'zod';
import { renderProblem } from '../../../src/base/code-frame.ts';
import { checkShape } from '../../../src/load/check-shape.ts';
import { parseDocuments } from '../../../src/load/parse-documents.ts';
import { createSourceText } from '../../../src/load/source-text.ts';
import { duration } from '../../../src/model/duration.ts';

const text = z.string().min(1);
const options = { name: text.optional(), not: z.boolean().optional() };
const schema = z.strictObject({
  topic: text,
  partition: z.int().min(0).max(9).optional(),
  ratio: z.number().gt(0).optional(),
  format: z.enum(['json', 'string', 'long']).optional(),
  after: duration.optional(),
  bootstrap: z.union([text.transform((one) => [one]), z.array(text)]).optional(),
  from: z.union([z.enum(['scenario-start', 'beginning']), z.strictObject({ offset: z.int() })]).optional(),
  tags: z.array(text).min(1).optional(),
  names: z.record(z.string().regex(/^[a-z]+$/, { error: 'lower-case letters only' }), z.int()).optional(),
  checks: z
    .array(
      z.union([
        text,
        z.strictObject({
          ...options,
          jq: text,
          operator: z.enum(['equals', 'contains']),
          expected: z.json(),
        }),
        z.strictObject({ ...options, any: z.array(text) }),
      ]),
    )
    .optional(),
  inner: z.strictObject({ a: z.int(), b: z.int() }).optional(),
});

function problemsOf(yaml: string): string[] {
  const source = createSourceText('f.yaml', yaml);
  const { documents, problems } = parseDocuments(source);
  const [root] = documents;
  if (!root || problems.length > 0) throw new TypeError(`not sound YAML: ${yaml}`);
  return checkShape(schema, root, source).problems.map(({ code, message, hint, span }) =>
    [
      `${span?.line}:${span?.column}-${span?.endColumn}`,
      code.replace('SCHEMA_', ''),
      message,
      hint ?? '',
    ].join(' | '),
  );
}

it.each<[yaml: string, ...problems: string[]]>([
  ['topic: a\npartition: 3', ...[]],
  ['topic: a\npartion: 3', '2:1-8 | UNKNOWN_KEY | unknown key "partion" | did you mean "partition"?'],
  ['tpic: a', '1:1-5 | UNKNOWN_KEY | unknown key "tpic" | did you mean "topic"?'],
  ['partition: 1', '1:1-10 | MISSING_KEY | missing key "topic" | add "topic: …"'],
  ['topic: a\ninner: { a: 1 }', '2:1-6 | MISSING_KEY | missing key "b" | add "b: …"'],
  [
    'topic: a\ninner: { a: 1, c: 2 }',
    '2:1-6 | MISSING_KEY | missing key "b" | add "b: …"',
    '2:16-17 | UNKNOWN_KEY | unknown key "c" | the keys here are a and b',
  ],
  ['topic: 5', '1:8-9 | WRONG_TYPE | expected text, got the number 5 | put it in quotes'],
  [
    'topic:',
    '1:1-6 | WRONG_TYPE | expected text, got nothing | write a value after the colon, or leave the key out',
  ],
  ['topic: ""', '1:8-10 | BAD_VALUE | the text is empty | write something, or leave the key out'],
  ['topic: [a]', '1:8-11 | WRONG_TYPE | expected text, got a list | '],
  ['topic:\n  a: b', '1:1-6 | WRONG_TYPE | expected text, got a map | '],
  ['topic: a\npartition: abc', '2:12-15 | WRONG_TYPE | expected a number, got text "abc" | '],
  [
    'topic: a\npartition: "3"',
    '2:12-15 | WRONG_TYPE | expected a number, got text "3" | write it without quotes',
  ],
  [
    'topic: a\npartition: 03',
    '2:12-14 | WRONG_TYPE | expected a number, got text "03" | write it without leading zeros',
  ],
  ['topic: a\npartition: 1.5', '2:12-15 | WRONG_TYPE | expected a whole number, got the number 1.5 | '],
  ['topic: a\npartition: -1', '2:12-14 | BAD_VALUE | expected at least 0, got -1 | '],
  ['topic: a\npartition: 10', '2:12-14 | BAD_VALUE | expected at most 9, got 10 | '],
  ['topic: a\nratio: 0', '2:8-9 | BAD_VALUE | expected more than 0, got 0 | '],
  ['topic: a\nformat: jsn', '2:9-12 | BAD_VALUE | unknown value "jsn" | did you mean "json"?'],
  ['topic: a\nformat: xml', '2:9-12 | BAD_VALUE | unknown value "xml" | write json, string or long'],
  ['topic: a\nformat: 3', '2:9-10 | WRONG_TYPE | expected "json", "string" or "long", got the number 3 | '],
  [
    'topic: a\nafter: 5 sec',
    '2:8-13 | BAD_VALUE | "5 sec" is not a duration | write a number with a unit: 500ms, 2s, 1m, 1h, 1d; a bare number is milliseconds',
  ],
  ['topic: a\nafter: true', '2:8-12 | WRONG_TYPE | expected text or a number, got true | put it in quotes'],
  [
    'topic: a\nbootstrap: 9092',
    '2:12-16 | WRONG_TYPE | expected text or a list, got the number 9092 | put it in quotes',
  ],
  [
    'topic: a\nbootstrap: [a, 1]',
    '2:16-17 | WRONG_TYPE | expected text, got the number 1 | put it in quotes',
  ],
  ['topic: a\nfrom: begining', '2:7-15 | BAD_VALUE | unknown value "begining" | did you mean "beginning"?'],
  [
    'topic: a\nfrom: 5',
    '2:7-8 | WRONG_TYPE | expected "scenario-start", "beginning" or a map, got the number 5 | ',
  ],
  ['topic: a\nfrom: { ofset: 5 }', '2:9-14 | UNKNOWN_KEY | unknown key "ofset" | did you mean "offset"?'],
  ['topic: a\nfrom: { offset: x }', '2:17-18 | WRONG_TYPE | expected a number, got text "x" | '],
  ['topic: a\ntags: []', '2:7-9 | BAD_VALUE | the list is empty | write something, or leave the key out'],
  [
    'topic: a\nnames: { ab: 1, A1: 2 }',
    '2:17-19 | BAD_VALUE | "A1" cannot be a name here | lower-case letters only',
  ],
  [
    'topic: a\nchecks:\n  - jq: .x\n    operatr: equals\n    expected: 1',
    '4:5-12 | UNKNOWN_KEY | unknown key "operatr" | did you mean "operator"?',
  ],
  [
    'topic: a\nchecks:\n  - jq: .x\n    operator: equls\n    expected: 1',
    '4:15-20 | BAD_VALUE | unknown value "equls" | did you mean "equals"?',
  ],
  [
    'topic: a\nchecks:\n  - any: foo',
    '3:10-13 | WRONG_TYPE | expected a list, got text "foo" | write ["foo"]',
  ],
  [
    'topic: a\nchecks:\n  - any: [foo, 5]',
    '3:16-17 | WRONG_TYPE | expected text, got the number 5 | put it in quotes',
  ],
  [
    'topic: a\nchecks: [5]',
    '2:10-11 | WRONG_TYPE | expected text or a map, got the number 5 | put it in quotes',
  ],
  [
    'topic: a\nchecks:\n  - .x == 1\n  -',
    '2:1-7 | WRONG_TYPE | expected text or a map, got nothing | write a value after the colon, or leave the key out',
  ],
  ['- a', '1:1-4 | WRONG_TYPE | expected a map, got a list | write names and colons here, no dashes'],
  ['just text', '1:1-10 | WRONG_TYPE | expected a map, got text "just text" | '],
  [
    'topic: 1\npartition: x\nfoo: 1\nratio: y',
    '1:8-9 | WRONG_TYPE | expected text, got the number 1 | put it in quotes',
    '2:12-13 | WRONG_TYPE | expected a number, got text "x" | ',
    '3:1-4 | UNKNOWN_KEY | unknown key "foo" | the keys here are topic, partition, ratio, format, after, bootstrap, from, tags, names, checks and inner',
    '4:8-9 | WRONG_TYPE | expected a number, got text "y" | ',
  ],
  [
    'topic: a\ninner: &i { a: x, b: 1 }\nnames: { <<: *i }',
    '2:16-17 | WRONG_TYPE | expected a number, got text "x" | ',
  ],
  [
    'topic: a\npartition: 9007199254740993',
    '2:12-28 | WRONG_TYPE | expected a number, got the number 9007199254740993 | ',
  ],
])('%j', (yaml, ...problems) => {
  expect(problemsOf(yaml)).toEqual(problems);
});

it('gives the value of the schema when all is well', () => {
  const source = createSourceText('f.yaml', 'topic: a\nafter: 2s\nbootstrap: b');
  const [root] = parseDocuments(source).documents;
  if (!root) throw new TypeError('no document');
  expect(checkShape(schema, root, source)).toEqual({
    value: { topic: 'a', after: 2000, bootstrap: ['b'] },
    problems: [],
  });
});

it('can be drawn as a frame', () => {
  const yaml = 'topic: a\nformat: jsn\n';
  const source = createSourceText('f.yaml', yaml);
  const [root] = parseDocuments(source).documents;
  const [problem] = root ? checkShape(schema, root, source).problems : [];
  expect(problem && renderProblem(problem, yaml)).toBe(
    'f.yaml:2:9: unknown value "jsn"\n2 | format: jsn\n  |         ^^^ did you mean "json"?',
  );
});
