import { nearest } from '../base/did-you-mean.ts';
import { ScenarioError } from '../base/errors.ts';
import { scanJq } from '../expr/jq-tokens.ts';
import type { Program } from '../expr/program.ts';

/** All that an expression of a scenario finds at the root of its context, whichever its place (docs/expressions.md). */
const ROOTS = [
  ...['record', 'response', 'row', 'result'],
  ...['variables', 'env', 'source', 'index', 'run', 'now', 'nowMs', 'random'],
  ...['records', 'table', 'count'], // of `expect.checks`
] as const;

/** Where what people leave the root of belongs: `.value.id` for `.record.value.id`. */
const PARENTS: Readonly<Record<string, (typeof ROOTS)[number]>> = {
  ...Object.fromEntries(
    ['value', 'key', 'headers', 'header', 'topic', 'partition', 'offset', 'timestamp'].map(
      (name) => [name, 'record'] as const,
    ),
  ),
  ...Object.fromEntries(['status', 'body', 'text'].map((name) => [name, 'response'] as const)),
  ...Object.fromEntries(['code', 'stdout', 'stderr'].map((name) => [name, 'result'] as const)),
};

/**
 * Warns of programs that begin at a name which no context has, such as `.recrod.value` or `.value`: jq gives null for it,
 * and a check that fails on every record looks like a fault of the service.
 */
export function unknownRoots(programs: readonly Program[]): readonly ScenarioError[] {
  return programs.flatMap((program) => {
    const [first] = scanJq(program.text);
    const name = first?.kind === 'field' ? first.text.slice(1) : undefined;
    if (program.language !== 'jq' || name === undefined || isRoot(name)) return [];
    return [
      new ScenarioError('EXPRESSION_UNKNOWN_NAME', `nothing is called ".${name}" here, so it is null`, {
        ...(program.span ? { span: program.span } : {}),
        hint: hintFor(name),
      }),
    ];
  });
}

function isRoot(name: string): boolean {
  return (ROOTS as readonly string[]).includes(name);
}

function hintFor(name: string): string {
  const near = PARENTS[name] === undefined ? nearest(name, ROOTS) : `${PARENTS[name]}.${name}`;
  return near === undefined
    ? `an expression begins with one of .${ROOTS.join(', .')}`
    : `did you mean ".${near}"?`;
}
