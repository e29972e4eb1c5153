import { type Cell, displayWidth, splitCells } from './display-width.ts';
import { renderHarmless } from './harmless-text.ts';
import { renderLocation, type SourceSpan } from './source-span.ts';

/** What a frame is drawn of; every `FlowproofError` is one. */
export interface Problem {
  readonly message: string;
  readonly span?: SourceSpan | undefined;
  readonly hint?: string | undefined;
}

const COLUMNS = 80;
const TAB = '    ';
const CUT = '…';
/** Code units to either side of the caret that are looked at; lines of a megabyte exist. */
const NEIGHBOURHOOD = 400;

/**
 * A problem as people read it, without a newline at the end; `source` is the whole text of the span's file:
 * ```text
 * scenarios/upsell.yaml:14:9: unknown operator "equls"
 * 14 |         equls: Free
 *    |         ^^^^^ did you mean "equals"?
 * ```
 * Source lines are cut to 80 columns around the caret; a hint that does not fit beside it gets its own line. Without
 * span or source there is no frame and the hint stands indented on the second line. Control characters are harmless.
 */
export function renderProblem(problem: Problem, source?: string): string {
  const { span } = problem;
  const hint = renderHarmless(problem.hint ?? '');
  const what = renderHarmless(problem.message);
  const head = span ? `${renderHarmless(renderLocation(span))}: ${what}` : what;
  const line = span && source !== undefined ? sourceLine(source, span.line) : undefined;
  if (span === undefined || line === undefined) return hint ? `${head}\n  ${hint}` : head;
  return [head, ...renderFrame(line, span, hint)].join('\n');
}

function renderFrame(line: string, span: SourceSpan, hint: string): string[] {
  const number = String(span.line);
  const gutter = `${' '.repeat(number.length)} | `;
  const { shown, indent, carets } = layOut(line, span, COLUMNS - gutter.length);
  const marks = `${gutter}${' '.repeat(indent)}${'^'.repeat(carets)}`;
  const frame = [`${number} | ${shown}`.trimEnd()];
  if (!hint) return [...frame, marks];
  return displayWidth(marks) + 1 + displayWidth(hint) <= COLUMNS
    ? [...frame, `${marks} ${hint}`]
    : [...frame, marks, `${gutter}${hint}`];
}

interface Layout {
  readonly shown: string;
  /** Columns before the first caret. */
  readonly indent: number;
  readonly carets: number;
}

function layOut(line: string, span: SourceSpan, columns: number): Layout {
  const cropAt = Math.max(0, span.column - 1 - NEIGHBOURHOOD);
  const near = line.slice(cropAt, span.column - 1 + NEIGHBOURHOOD).trimEnd();
  const cells = splitCells(near).map((cell) => toShownCell(cell, cropAt));
  const first = countBefore(cells, span.column - 1);
  const endOfLine = span.endLine > span.line ? Number.POSITIVE_INFINITY : span.endColumn - 1;
  const end = Math.max(countBefore(cells, endOfLine), first + 1);
  const from = windowStart(cells, first, columns);
  const cutLeft = cropAt + from > 0 ? CUT : '';
  const to = windowEnd(cells, from, columns - cutLeft.length);
  const shown = cutLeft + textOf(cells.slice(from, to)) + (to < cells.length ? CUT : '');
  return {
    shown,
    indent: cutLeft.length + widthOf(cells.slice(from, first)),
    carets: Math.max(1, widthOf(cells.slice(first, Math.min(end, to)))),
  };
}

function toShownCell(cell: Cell, cropAt: number): Cell {
  const at = cell.at + cropAt;
  if (cell.text === '\t') return { at, text: TAB, width: TAB.length };
  const text = renderHarmless(cell.text);
  return { at, text, width: text === cell.text ? cell.width : 1 };
}

/** How many cells begin before this place of the line. */
function countBefore(cells: readonly Cell[], at: number): number {
  const index = cells.findIndex((cell) => cell.at >= at);
  return index === -1 ? cells.length : index;
}

/** The first cell shown: 0 when the caret is in sight, else one that leaves a third of the columns before the caret. */
function windowStart(cells: readonly Cell[], first: number, columns: number): number {
  if (widthOf(cells) <= columns || widthOf(cells.slice(0, first + 1)) <= (columns * 2) / 3) return 0;
  let from = first;
  let before = 0;
  while (from > 0 && before < columns / 3) {
    from--;
    before += cells[from]?.width ?? 0;
  }
  return from;
}

function windowEnd(cells: readonly Cell[], from: number, columns: number): number {
  if (widthOf(cells.slice(from)) <= columns) return cells.length;
  let to = from;
  let used = 0;
  while (to < cells.length && used + (cells[to]?.width ?? 0) <= columns - CUT.length) {
    used += cells[to]?.width ?? 0;
    to++;
  }
  return to;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('');
}

/** A line of a text, counted from 1, without its line end; undefined beyond the last. */
function sourceLine(source: string, line: number): string | undefined {
  let start = 0;
  for (let left = line - 1; left > 0; left--) {
    const lineEnd = source.indexOf('\n', start);
    if (lineEnd === -1) return undefined;
    start = lineEnd + 1;
  }
  const end = source.indexOf('\n', start);
  return source.slice(start, end === -1 ? undefined : end);
}
