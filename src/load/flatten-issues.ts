import type { z } from 'zod';
import { EXPRESSION, NO_EXPRESSION } from '../expr/template.ts';
import { type Located, nodeAt, type Path } from './located.ts';

/** Any issue but a union's. */
export type PlainIssue = Exclude<z.core.$ZodIssue, z.core.$ZodIssueInvalidUnion>;

/** An issue with its whole path. */
export interface LeafIssue {
  readonly issue: PlainIssue;
  readonly path: Path;
  /** Of a union none of whose branches is for such a value: the issues that say so, one a branch. */
  readonly alternatives?: readonly PlainIssue[] | undefined;
}

/**
 * The issues of a value without unions: of each union only the branch that the writer most likely meant, which is the
 * one with the least to change.
 */
export function flattenIssues(
  issues: readonly z.core.$ZodIssue[],
  root: Located,
  base: Path = [],
): readonly LeafIssue[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path.filter((step) => typeof step !== 'symbol')];
    if (issue.code !== 'invalid_union') return [{ issue, path }];
    return flattenUnion(issue, root, path);
  });
}

/** More than all that can be wrong inside of a branch for the right kind of value. */
const OTHER_KIND = 10_000;

function flattenUnion(union: z.core.$ZodIssueInvalidUnion, root: Located, path: Path): readonly LeafIssue[] {
  const branches = union.errors
    .filter((issues) => !isNoExpression(issues))
    .map((issues) => flattenIssues(issues, root, path));
  const costs = branches.map((leaves) => leaves.reduce((sum, leaf) => sum + cost(leaf, root, path), 0));
  const least = Math.min(...costs);
  const best = branches[costs.indexOf(least)] ?? [];
  const [first] = best;
  if (first === undefined || least < OTHER_KIND) return best;
  const alternatives = branches.flat().flatMap((leaf) => leaf.alternatives ?? [leaf.issue]);
  return [{ issue: first.issue, path, alternatives }];
}

/** Is this the branch for expressions, of a text that is none? Nobody meant to write one. */
function isNoExpression([issue]: readonly z.core.$ZodIssue[]): boolean {
  if (issue?.message === NO_EXPRESSION) return true;
  return issue?.code === 'invalid_format' && issue.format === 'regex' && issue.pattern === String(EXPRESSION);
}

/** How much is wrong, seen from the union at `base`. */
function cost({ issue, path }: LeafIssue, root: Located, base: Path): number {
  const depth = path.length - base.length;
  const { value, entries } = nodeAt(root, base);
  if (issue.code === 'unrecognized_keys') return 20 * issue.keys.length;
  if (depth > 0) return depth === 1 && !entries?.has(String(path.at(-1))) ? 20 : 1;
  if (issue.code === 'invalid_type') return OTHER_KIND;
  if (issue.code === 'invalid_value') {
    return issue.values.some((allowed) => typeof allowed === typeof value) ? 100 : OTHER_KIND;
  }
  return issue.code === 'custom' ? 10 : 50;
}
