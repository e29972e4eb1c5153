import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { describeError, RunError } from '../base/errors.ts';
import { findDifferences } from '../checks/difference.ts';
import { isSameValue, type Likeness } from '../checks/same-value.ts';
import { jqProgram, type Program } from '../expr/program.ts';
import { resolve } from '../expr/resolve.ts';
import { freeform, input, type Resolved, Template } from '../expr/template.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import { compact } from '../model/compact.ts';
import { type Json, parseJson, renderJson } from '../model/json.ts';
import { findFaultInJson } from '../model/named-file.ts';
import { defineTask, type TaskContext } from './define-task.ts';
import { resolveFile } from './scenario-files.ts';

const fileReference = z.strictObject({ file: input(z.string().min(1)).describe('a JSON file') });

const spec = z.strictObject({
  actual: freeform().describe('what came'),
  expected: z.union([fileReference, freeform()]).describe('what was expected, or { file: golden.json }'),
  ignore: z.array(jqProgram()).optional().describe('jq paths that are taken out of both sides'),
  ordered: input(z.boolean()).optional().describe('the order of lists counts; default false'),
  mode: input(z.enum(['equal', 'contains']))
    .optional()
    .describe('contains: the actual value may have more keys and elements; default equal'),
  tolerance: input(z.number().min(0)).optional().describe('how far apart numbers may be; default 0'),
});
type CompareSpec = Resolved<z.output<typeof spec>>;

/** How many differences a message names; the report has them all. */
const MOST_NAMED = 3;

/** `compare` (language.md §6): a structural difference, path by path. */
export const compare = defineTask({
  kind: 'compare',
  summary: 'compares two values and reports the differences, path by path',
  examples: [
    { actual: '${{ .source.read.records }}', expected: { file: 'golden.json' }, ignore: ['.[].timestamp'] },
  ],
  emits: undefined,
  spec,
  files: ({ expected }) =>
    isFile(expected) && typeof expected.file === 'string'
      ? [
          {
            file: expected.file,
            path: ['expected', 'file'],
            check: (read) => findFaultInJson(String(expected.file), read),
          },
        ]
      : [],
  async run(written, context) {
    const given = await resolve(written, () => context.expressionContext(), context.jq);
    const actual = given.actual as Json; // freeform() let nothing else in
    const expected = isFile(written.expected)
      ? await readGolden((given.expected as { readonly file: string }).file, context)
      : (given.expected as Json);
    const [left, right] = await withoutIgnored([actual, expected], given.ignore ?? [], context);
    return { checks: [compareSides(left ?? null, right ?? null, { given, context })] };
  },
});

/** As it is written: a value with the one key `file` that an expression gives is a value. */
function isFile(expected: unknown): expected is { readonly file: string | Template } {
  if (typeof expected !== 'object' || expected === null || Object.keys(expected).join() !== 'file')
    return false;
  const { file } = expected as { readonly file: unknown }; // it has that key
  return file instanceof Template || (typeof file === 'string' && file !== '');
}

async function readGolden(file: string, context: TaskContext): Promise<Json> {
  const text = await readFile(resolveFile(file, context.files), 'utf8');
  try {
    return parseJson(text);
  } catch (cause) {
    throw new RunError('FILE_NOT_READABLE', `"${file}" is no JSON: ${describeError(cause)}`, { cause });
  }
}

async function withoutIgnored(
  sides: readonly Json[],
  ignore: readonly Program[],
  { jq }: TaskContext,
): Promise<readonly Json[]> {
  if (ignore.length === 0) return sides;
  const program = ignore.map((path) => `del(${path.text})`).join(' | ');
  const outcomes = await jq.evaluate(program, sides);
  return outcomes.map(({ outputs, error }, index) => {
    if (error !== undefined)
      throw new RunError(
        'EXPRESSION_FAILED',
        `cannot take ${ignore.join(', ')} out of the ${index === 0 ? 'actual' : 'expected'} value: ${error}`,
      );
    return outputs[0] ?? null;
  });
}

function compareSides(
  actual: Json,
  expected: Json,
  { given, context }: { readonly given: CompareSpec; readonly context: TaskContext },
): CheckOutcome {
  const { ordered = false, mode = 'equal', tolerance } = given;
  const how: Likeness = { unordered: !ordered, partial: mode === 'contains', ...compact({ tolerance }) };
  const passed = isSameValue(actual, expected, how);
  const difference = passed ? undefined : findDifferences(actual, expected, how);
  const named = difference?.slice(0, MOST_NAMED).map(({ path, expected: wanted, actual: found }) => {
    if (found === undefined) return `${path} is missing`;
    return wanted === undefined
      ? `${path} is there unexpectedly`
      : `${path}: expected ${renderJson(wanted)}, got ${renderJson(found)}`;
  });
  const more =
    (difference?.length ?? 0) > MOST_NAMED ? `; and ${(difference?.length ?? 0) - MOST_NAMED} more` : '';
  return {
    name: mode === 'contains' ? 'actual contains expected' : 'actual equals expected',
    status: passed ? 'passed' : 'failed',
    operator: mode === 'contains' ? 'contains' : 'equals',
    expected,
    actual,
    evaluated: 1,
    failed: passed ? 0 : 1,
    ...compact({
      message: named && `${named.join('; ')}${more}`,
      difference: difference && [...difference],
      span: context.spanOf(['compare', 'expected']),
    }),
  };
}
