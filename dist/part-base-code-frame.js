import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  displayWidth,
  renderHarmless,
  splitCells
} from "./part-base-display-width.js";
import {
  renderLocation
} from "./part-base-source-span.js";
import {
  FlowproofError,
  ScenarioProblems
} from "./part-base-errors.js";
import {
  renderCount
} from "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/base/code-frame.ts
var COLUMNS = 80;
var TAB = "    ";
var CUT = "…";
var NEIGHBOURHOOD = 400;
function renderProblem(problem, source) {
  const { span } = problem;
  const hint = renderHarmless(problem.hint ?? "");
  const what = renderHarmless(problem.message);
  const head = span ? `${renderHarmless(renderLocation(span))}: ${what}` : what;
  const line = span && source !== void 0 ? sourceLine(source, span.line) : void 0;
  if (span === void 0 || line === void 0) return hint ? `${head}
  ${hint}` : head;
  return [head, ...renderFrame(line, span, hint)].join("\n");
}
__name(renderProblem, "renderProblem");
function renderFrame(line, span, hint) {
  const number = String(span.line);
  const gutter = `${" ".repeat(number.length)} | `;
  const { shown, indent, carets } = layOut(line, span, COLUMNS - gutter.length);
  const marks = `${gutter}${" ".repeat(indent)}${"^".repeat(carets)}`;
  const frame = [`${number} | ${shown}`.trimEnd()];
  if (!hint) return [...frame, marks];
  return displayWidth(marks) + 1 + displayWidth(hint) <= COLUMNS ? [...frame, `${marks} ${hint}`] : [...frame, marks, `${gutter}${hint}`];
}
__name(renderFrame, "renderFrame");
function layOut(line, span, columns) {
  const cropAt = Math.max(0, span.column - 1 - NEIGHBOURHOOD);
  const near = line.slice(cropAt, span.column - 1 + NEIGHBOURHOOD).trimEnd();
  const cells = splitCells(near).map((cell) => toShownCell(cell, cropAt));
  const first = countBefore(cells, span.column - 1);
  const endOfLine = span.endLine > span.line ? Number.POSITIVE_INFINITY : span.endColumn - 1;
  const end = Math.max(countBefore(cells, endOfLine), first + 1);
  const from = windowStart(cells, first, columns);
  const cutLeft = cropAt + from > 0 ? CUT : "";
  const to = windowEnd(cells, from, columns - cutLeft.length);
  const shown = cutLeft + textOf(cells.slice(from, to)) + (to < cells.length ? CUT : "");
  return {
    shown,
    indent: cutLeft.length + widthOf(cells.slice(from, first)),
    carets: Math.max(1, widthOf(cells.slice(first, Math.min(end, to))))
  };
}
__name(layOut, "layOut");
function toShownCell(cell, cropAt) {
  const at = cell.at + cropAt;
  if (cell.text === "	") return { at, text: TAB, width: TAB.length };
  const text = renderHarmless(cell.text);
  return { at, text, width: text === cell.text ? cell.width : 1 };
}
__name(toShownCell, "toShownCell");
function countBefore(cells, at) {
  const index = cells.findIndex((cell) => cell.at >= at);
  return index === -1 ? cells.length : index;
}
__name(countBefore, "countBefore");
function windowStart(cells, first, columns) {
  if (widthOf(cells) <= columns || widthOf(cells.slice(0, first + 1)) <= columns * 2 / 3) return 0;
  let from = first;
  let before = 0;
  while (from > 0 && before < columns / 3) {
    from--;
    before += cells[from]?.width ?? 0;
  }
  return from;
}
__name(windowStart, "windowStart");
function windowEnd(cells, from, columns) {
  if (widthOf(cells.slice(from)) <= columns) return cells.length;
  let to = from;
  let used = 0;
  while (to < cells.length && used + (cells[to]?.width ?? 0) <= columns - CUT.length) {
    used += cells[to]?.width ?? 0;
    to++;
  }
  return to;
}
__name(windowEnd, "windowEnd");
function widthOf(cells) {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
__name(widthOf, "widthOf");
function textOf(cells) {
  return cells.map((cell) => cell.text).join("");
}
__name(textOf, "textOf");
function sourceLine(source, line) {
  let start = 0;
  for (let left = line - 1; left > 0; left--) {
    const lineEnd = source.indexOf("\n", start);
    if (lineEnd === -1) return void 0;
    start = lineEnd + 1;
  }
  const end = source.indexOf("\n", start);
  return source.slice(start, end === -1 ? void 0 : end);
}
__name(sourceLine, "sourceLine");

// src/cli/fail.ts
var ISSUES = "https://github.com/flowproof/flowproof/issues";
var BUG = 70;
function explainFailure(cause, sourceOf) {
  if (cause instanceof ScenarioProblems) {
    const frames = cause.problems.map(
      (problem) => renderProblem(problem, problem.span && sourceOf(problem.span.file))
    );
    return {
      text: `${frames.join("\n\n")}

${renderCount(cause.problems.length, "problem")}; nothing was run
`,
      exitCode: cause.exitCode
    };
  }
  if (cause instanceof FlowproofError) {
    return {
      text: `${renderProblem(cause, cause.span && sourceOf(cause.span.file))}
`,
      exitCode: cause.exitCode
    };
  }
  const stack = cause instanceof Error ? cause.stack ?? cause.message : String(cause);
  return {
    text: `this is a bug in flowproof; please report it with these lines at ${ISSUES}:
${stack}
`,
    exitCode: BUG
  };
}
__name(explainFailure, "explainFailure");

export {
  renderProblem,
  explainFailure
};
