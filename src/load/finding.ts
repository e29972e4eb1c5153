import { type ErrorCode, ScenarioError } from '../base/errors.ts';
import type { SourceSpan } from '../base/source-span.ts';
import { keyRange, type Located, nodeAt, type Path, valueRange } from './located.ts';
import { type Range, type SourceText, spanOfRange } from './source-text.ts';

/** One thing wrong with a value, in terms of the value. */
export interface Finding {
  readonly code: ErrorCode;
  /** As in every error: one lower-case sentence. */
  readonly message: string;
  readonly hint?: string | undefined;
  /** Of the value; its tail may not exist. */
  readonly path: Path;
  /** Is it the key that is wrong, or what stands under it? */
  readonly at: 'key' | 'value';
  /** Of an unknown key: the one that was probably meant. */
  readonly guess?: string | undefined;
}

/** The error of a finding. Values of several lines are shown by their key, or by their first line. */
export function locateFinding(finding: Finding, root: Located, source: SourceText): ScenarioError {
  const { code, message, hint } = finding;
  return new ScenarioError(code, message, {
    span: spanOfRange(source, rangeOf(finding, root, source)),
    hint,
  });
}

/** Where a part of a document is written, on one line: a value, or the key of one that goes over several lines. */
export function spanOfPath(at: Pick<Finding, 'path' | 'at'>, root: Located, source: SourceText): SourceSpan {
  const span = spanOfRange(source, rangeOf(at, root, source));
  if (span.endLine === span.line) return span;
  const lineEnd = (source.lineStarts[span.line] ?? source.text.length + 1) - 1;
  const start = source.lineStarts[span.line - 1] ?? 0;
  return { ...span, endLine: span.line, endColumn: source.text.slice(start, lineEnd).trimEnd().length + 1 };
}

function rangeOf({ path, at }: Pick<Finding, 'path' | 'at'>, root: Located, source: SourceText): Range {
  const node = nodeAt(root, path);
  // A document that lacks something, or is something else than it should be, is shown by its first key.
  const [first] = node === root ? (root.entries?.values() ?? []) : [];
  if (first) return first.keyRange;
  const key = keyRange(root, path);
  const value = valueRange(root, path);
  return at === 'key' || spansLines(source, value) || isBelow(source, key, node) ? key : value;
}

/** Is this a map or list whose first line comes after its key's? */
function isBelow(source: SourceText, key: Range, { range, depth }: Located): boolean {
  return depth > 0 && key[1] < range[0] && spansLines(source, [key[0], range[0]]);
}

function spansLines(source: SourceText, range: Range): boolean {
  const { line, endLine } = spanOfRange(source, range);
  return endLine > line;
}
