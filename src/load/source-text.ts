import type { SourceSpan } from '../base/source-span.ts';

/** The text of one file, with the table that turns offsets into lines and columns. */
export interface SourceText {
  /** As spans name it: relative to the working directory. */
  readonly file: string;
  /** Without byte order mark; line ends as they are. */
  readonly text: string;
  /** Where each line begins, in UTF-16 code units. */
  readonly lineStarts: readonly number[];
}

/** Half-open range of a source text, in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

/** Makes the line table of a text. Lines end with LF or CRLF. */
export function createSourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/** The span of a range; offsets beyond the text are its end. */
export function spanOfRange(source: SourceText, [start, end]: Range): SourceSpan {
  const from = positionAt(source, start);
  const to = positionAt(source, Math.max(start, end));
  return {
    file: source.file,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

function positionAt(source: SourceText, offset: number): { line: number; column: number } {
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (source.lineStarts[low] ?? 0) + 1 };
}
