import type { z } from 'zod';
import type { ScenarioError } from '../base/errors.ts';
import { describeIssue } from './describe-issue.ts';
import { type Finding, locateFinding } from './finding.ts';
import { flattenIssues } from './flatten-issues.ts';
import type { Located } from './located.ts';
import { byPlace } from './parse-documents.ts';
import type { SourceText } from './source-text.ts';

/** The value of a schema, or what keeps the text from having it. */
export type Shaped<Value> =
  | { readonly value: Value; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly ScenarioError[] };

/** Checks a value against its schema. All problems at once, in order of place, none twice. */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  root: Located,
  source: SourceText,
): Shaped<z.output<Schema>> {
  const keys = new Map<string, readonly string[]>();
  const result = schema.safeParse(root.value, { error: (issue) => rememberKeys(issue, keys) });
  if (result.success) return { value: result.data, problems: [] };
  const findings = flattenIssues(result.error.issues, root).flatMap((leaf) =>
    describeIssue(leaf, root, keys),
  );
  const problems = withoutConsequences(findings).map((finding) => locateFinding(finding, root, source));
  return { problems: withoutRepetitions(problems).toSorted(byPlace) };
}

/**
 * The message of an issue: its own where the schema gives one, else empty. That of an unknown key is the name under
 * which the keys that are known there are kept: the issue itself does not have them.
 */
function rememberKeys(issue: z.core.$ZodRawIssue, keys: Map<string, readonly string[]>): string {
  if (issue.code !== 'unrecognized_keys') return '';
  const name = `keys ${keys.size}`;
  const definition = issue.schema?._zod.def as Partial<z.core.$ZodObjectDef> | undefined; // only objects have keys
  keys.set(name, Object.keys(definition?.shape ?? {}));
  return name;
}

/** A key that is missing because it is misspelt is one mistake, not two. */
function withoutConsequences(findings: readonly Finding[]): readonly Finding[] {
  const guesses = new Set(
    findings.map(({ path, guess }) => guess !== undefined && JSON.stringify([...path.slice(0, -1), guess])),
  );
  return findings.filter(
    ({ code, path }) => code !== 'SCHEMA_MISSING_KEY' || !guesses.has(JSON.stringify(path)),
  );
}

/** An alias makes one mistake appear wherever it is used. */
function withoutRepetitions(problems: readonly ScenarioError[]): readonly ScenarioError[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify([problem.span, problem.message]), problem]));
  return [...seen.values()];
}
