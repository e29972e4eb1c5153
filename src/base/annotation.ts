import { renderCount } from './count.ts';
import { renderHarmless } from './harmless-text.ts';
import { fitInto } from './shorten.ts';
import type { SourceSpan } from './source-span.ts';
import { renderWorkflowCommand } from './workflow-command.ts';

/** One thing that went wrong, and its place in a file. */
export interface Finding {
  readonly title: string;
  readonly lines: readonly string[];
  readonly span?: SourceSpan | undefined;
}

/** GitHub's limits, and where files are in the repository. */
export interface AnnotationOptions {
  /** How many errors a step may show. */
  readonly maxErrors: number;
  /** Longest message; GitHub cuts the rest. */
  readonly maxCharacters: number;
  /** The path of a file as the repository has it; undefined when the file is not in it. */
  readonly fileOf: (file: string) => string | undefined;
}

/** One line of several may be as long as a record; the others have to be seen too. */
const MAX_LINE_CHARACTERS = 1000;

/**
 * Workflow commands that mark findings in their files, one a line, in the order given; one line at the end stands for
 * those that are more than the limit. Empty without findings.
 */
export function renderAnnotations(findings: readonly Finding[], options: AnnotationOptions): string {
  const shown = findings.slice(0, options.maxErrors).map((finding) => renderFinding(finding, options));
  const rest = findings.length - shown.length;
  return [...shown, ...(rest > 0 ? [renderRest(rest)] : [])].map((line) => `${line}\n`).join('');
}

function renderFinding(
  { title, lines, span }: Finding,
  { fileOf, maxCharacters }: AnnotationOptions,
): string {
  const place = span ? placeOf(span, fileOf) : {};
  return renderWorkflowCommand(
    'error',
    { ...place, title: renderHarmless(title) },
    renderMessage(lines, maxCharacters),
  );
}

/** The lines of a finding as one harmless text of at most `maxCharacters`. */
export function renderMessage(lines: readonly string[], maxCharacters: number): string {
  const text = lines.map((line) => renderHarmless(fitInto(line, MAX_LINE_CHARACTERS))).join('\n');
  return fitInto(text, maxCharacters);
}

/** GitHub ignores columns unless an annotation begins and ends in one line. */
function placeOf(
  { file, line, column, endLine, endColumn }: SourceSpan,
  fileOf: AnnotationOptions['fileOf'],
): Record<string, string | number> {
  const path = fileOf(file);
  if (path === undefined) return {};
  if (endLine !== line) return { file: path, line, endLine };
  return { file: path, line, col: column, endLine, endColumn };
}

function renderRest(count: number): string {
  return renderWorkflowCommand(
    'notice',
    { title: 'flowproof' },
    `${renderCount(count, 'more failure')}: the log and the report have them all`,
  );
}
