import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  runResult
} from "./part-model-run-result.js";
import {
  renderLocation
} from "./part-base-source-span.js";
import {
  parseJson,
  renderJson
} from "./part-model-json.js";
import {
  FlowproofError,
  ScenarioProblems,
  UsageError,
  describeError,
  renderCount
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/base/display-width.ts
var graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
var PLAIN = /^[\x20-\x7e]*$/;
var EMOJI = new RegExp("\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\ufe0f|\\p{Regional_Indicator}{2}|\\ufe0f\\u20e3", "u");
var WIDE = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
var HALF_WIDTH = /^[\uff61-\uffdc]/;
var NOTHING = /^[\p{Mark}\u200c\u200d]+$/u;
function splitCells(line) {
  if (PLAIN.test(line)) return Array.from(line, (text2, at) => ({ text: text2, width: 1, at }));
  return Array.from(graphemes.segment(line), ({ segment, index }) => ({
    text: segment,
    width: cellWidth(segment),
    at: index
  }));
}
__name(splitCells, "splitCells");
function displayWidth(line) {
  return splitCells(line).reduce((sum, cell) => sum + cell.width, 0);
}
__name(displayWidth, "displayWidth");
function cellWidth(grapheme) {
  if (NOTHING.test(grapheme)) return 0;
  const isWide = EMOJI.test(grapheme) || WIDE.test(grapheme) && !HALF_WIDTH.test(grapheme);
  return isWide ? 2 : 1;
}
__name(cellWidth, "cellWidth");

// src/base/harmless-text.ts
var HARMFUL = new RegExp("[\\p{Cc}\\u061c\\u200b\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]|\\p{Surrogate}", "gu");
function renderHarmless(text2) {
  return text2.replaceAll(HARMFUL, (character) => {
    const code2 = character.charCodeAt(0);
    if (code2 < 32) return String.fromCharCode(9216 + code2);
    return code2 === 127 ? "␡" : "�";
  });
}
__name(renderHarmless, "renderHarmless");

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
  const text2 = renderHarmless(cell.text);
  return { at, text: text2, width: text2 === cell.text ? cell.width : 1 };
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
var BUG = 70;
function explainFailure(cause, sourceOf) {
  if (cause instanceof ScenarioProblems) {
    const frames = cause.problems.map(
      (problem) => renderProblem(problem, problem.span && sourceOf(problem.span.file))
    );
    const count = cause.problems.length;
    return {
      text: `${frames.join("\n\n")}

${count} problem${count === 1 ? "" : "s"}; nothing was run
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
    text: `this is a bug in flowproof; please report it with these lines:
${stack}
`,
    exitCode: BUG
  };
}
__name(explainFailure, "explainFailure");

// src/load/read-report.ts
import { readFileSync } from "node:fs";
function readReport(path) {
  return parseReport(readText(path), path);
}
__name(readReport, "readReport");
function parseReport(text2, name) {
  const hint = "it has to be a report.json that flowproof wrote";
  let value;
  try {
    value = parseJson(text2);
  } catch (cause) {
    throw new UsageError("USAGE_BAD_VALUE", `"${name}" is no JSON: ${describeError(cause)}`, { hint, cause });
  }
  const { data, error } = runResult.safeParse(value);
  if (data) return data;
  const [issue] = error.issues;
  const place = issue?.path.join(".") ?? "";
  throw new UsageError("USAGE_BAD_VALUE", `"${name}" is no report: ${place}: ${issue?.message}`, { hint });
}
__name(parseReport, "parseReport");
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new UsageError("USAGE_FILE_NOT_FOUND", `cannot read "${path}": ${describeError(cause)}`, { cause });
  }
}
__name(readText, "readText");

// src/base/workflow-command.ts
function renderWorkflowCommand(name, properties, message) {
  const pairs = Object.entries(properties).filter(([, value]) => value !== void 0 && value !== "").map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${[name, pairs.join(",")].filter((part) => part !== "").join(" ")}::${escapeData(message)}`;
}
__name(renderWorkflowCommand, "renderWorkflowCommand");
function escapeData(text2) {
  return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
__name(escapeData, "escapeData");
function escapeProperty(text2) {
  return escapeData(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
__name(escapeProperty, "escapeProperty");

// src/base/annotation.ts
var MAX_LINE_CHARACTERS = 1e3;
function renderAnnotations(findings, options) {
  const shown = findings.slice(0, options.maxErrors).map((finding) => renderFinding(finding, options));
  const rest = findings.length - shown.length;
  return [...shown, ...rest > 0 ? [renderRest(rest)] : []].map((line) => `${line}
`).join("");
}
__name(renderAnnotations, "renderAnnotations");
function renderFinding({ title, lines, span }, { fileOf, maxCharacters }) {
  const place = span ? placeOf(span, fileOf) : {};
  return renderWorkflowCommand(
    "error",
    { ...place, title: renderHarmless(title) },
    renderMessage(lines, maxCharacters)
  );
}
__name(renderFinding, "renderFinding");
function renderMessage(lines, maxCharacters) {
  const text2 = lines.map((line) => renderHarmless(shorten(line, MAX_LINE_CHARACTERS))).join("\n");
  return shorten(text2, maxCharacters);
}
__name(renderMessage, "renderMessage");
function placeOf({ file, line, column, endLine, endColumn }, fileOf) {
  const path = fileOf(file);
  if (path === void 0) return {};
  if (endLine !== line) return { file: path, line, endLine };
  return { file: path, line, col: column, endLine, endColumn };
}
__name(placeOf, "placeOf");
function shorten(text2, maxCharacters) {
  return text2.length <= maxCharacters ? text2 : `${text2.slice(0, maxCharacters - 1)}…`;
}
__name(shorten, "shorten");
function renderRest(count) {
  const more = `${count} more failure${count === 1 ? "" : "s"}`;
  return renderWorkflowCommand(
    "notice",
    { title: "flowproof" },
    `${more}: the log and the report have them all`
  );
}
__name(renderRest, "renderRest");

// src/reporters/wording.ts
function renderLength(ms) {
  if (ms < 9.95) return `${trimZeros(ms.toFixed(1))} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59995) return `${trimZeros((ms / 1e3).toFixed(2))} s`;
  const seconds = Math.round(ms / 1e3);
  return [`${Math.floor(seconds / 60)} min`, ...seconds % 60 ? [`${seconds % 60} s`] : []].join(" ");
}
__name(renderLength, "renderLength");
function scenarioTitle(scenario) {
  const iteration = scenario.iteration > 0 ? ` (iteration ${scenario.iteration + 1})` : "";
  return `${scenario.suite} › ${scenario.name}${iteration}`;
}
__name(scenarioTitle, "scenarioTitle");
function verdictSentence({ status, counts, message }) {
  const all = renderCount(counts.total, "scenario");
  if (status === "cancelled") return `cancelled: ${counts.cancelled} of ${all} not finished`;
  if (status === "error") return message ?? `${counts.errors} of ${all} could not be judged`;
  if (status === "failed") return `${counts.failed} of ${all} failed`;
  return counts.flaky > 0 ? `${all} passed, ${counts.flaky} of them flaky` : `${all} passed`;
}
__name(verdictSentence, "verdictSentence");
function renderCounts({ counts }) {
  const parts = [
    [counts.errors, counts.errors === 1 ? "error" : "errors"],
    [counts.failed, "failed"],
    [counts.cancelled, "cancelled"],
    [counts.skipped, "skipped"],
    [counts.flaky, "flaky"],
    [counts.passed, "passed"]
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length > 1 ? said.join(", ") : "";
}
__name(renderCounts, "renderCounts");
function describeWork(task) {
  const topics = task.topics.join(", ");
  if (task.recordCount === 0) return topics;
  const records = renderCount(task.recordCount, "record");
  return task.kind === "produce" ? `produced ${records} to ${topics}` : `${records} of ${topics}`;
}
__name(describeWork, "describeWork");
function describeLatency({ latencyMs }) {
  if (!latencyMs) return "";
  if (latencyMs.count === 1) return `latency ${renderLength(latencyMs.max)}`;
  const { p50, p95, max } = latencyMs;
  return `latency p50 ${renderLength(p50)}, p95 ${renderLength(p95)}, max ${renderLength(max)}`;
}
__name(describeLatency, "describeLatency");
function renderSide(value) {
  return value === void 0 ? "(missing)" : renderJson(value);
}
__name(renderSide, "renderSide");
function renderExpected({ operator, expected }) {
  if (expected === void 0) return operator;
  return operator === "equals" ? renderJson(expected) : `${operator} ${renderJson(expected)}`;
}
__name(renderExpected, "renderExpected");
function cut(text2, max) {
  if (text2.length <= max) return text2;
  return `${text2.slice(0, max).toWellFormed().replace(/\uFFFD$/, "")}… (${text2.length} characters)`;
}
__name(cut, "cut");
function needsAttention({ status }) {
  return status === "failed" || status === "error";
}
__name(needsAttention, "needsAttention");
function byImportance(scenarios) {
  const order = ["error", "failed", "cancelled", "flaky", "skipped", "passed"];
  return scenarios.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}
__name(byImportance, "byImportance");
function trimZeros(digits) {
  return digits.replace(/\.?0+$/, "") || "0";
}
__name(trimZeros, "trimZeros");

// src/reporters/markup/html.ts
var MAX_CHARACTERS = 500;
function text(raw) {
  return escapeHtml(raw).replaceAll("@", "@&#8203;").replace(/#(?=\d)(?<!&#)/g, "#&#8203;");
}
__name(text, "text");
function code(raw) {
  return raw === "" ? "" : `<code>${escapeHtml(raw)}</code>`;
}
__name(code, "code");
function pre(lines) {
  return `<pre>${lines.map((line) => line.trim() === "" ? "&#8203;" : escapeHtml(line)).join("\n")}</pre>`;
}
__name(pre, "pre");
function list(items) {
  return items.length === 0 ? "" : ["<ul>", ...items.map((item) => `<li>${item}</li>`), "</ul>"].join("\n");
}
__name(list, "list");
function table(headings, rows) {
  const head = headings.map((heading) => `<th align="left">${heading}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  return ["<table>", `<tr>${head}</tr>`, ...body, "</table>"].join("\n");
}
__name(table, "table");
function escapeHtml(raw) {
  return renderHarmless(cut(raw, MAX_CHARACTERS)).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
__name(escapeHtml, "escapeHtml");

// src/reporters/markup/sequence.ts
var MAX_HOPS = 15;
var MAX_CHARACTERS2 = 50;
function renderSequence(scenario) {
  const hops = scenario.timeline?.criticalPath.slice(0, MAX_HOPS) ?? [];
  const produced = scenario.tasks.filter(({ kind, recordCount }) => kind === "produce" && recordCount > 0);
  const source = produced.flatMap(({ topics: topics2 }) => topics2)[0];
  if (source === void 0 || hops.length === 0) return "";
  const topics = [.../* @__PURE__ */ new Set([...produced.flatMap(({ topics: own }) => own), ...hops.map(topicOf)])];
  const nameOf = /* @__PURE__ */ __name((topic) => `t${topics.indexOf(topic)}`, "nameOf");
  const steps = hops.map((hop, index) => {
    const from = topicOf(hops[index - 1]) || source;
    const task = scenario.tasks.find(({ id }) => id === hop.task);
    return `  ${nameOf(from)}${arrow(task)}${nameOf(topicOf(hop))}: ${describeHop(hop, task)}`;
  });
  return [
    "```mermaid",
    "sequenceDiagram",
    "  participant f as flowproof",
    ...topics.map((topic) => `  participant ${nameOf(topic)} as ${label(topic)}`),
    ...produced.map((task) => `  f->>${nameOf(task.topics[0] ?? source)}: ${label(task.name)}`),
    ...steps,
    "```"
  ].join("\n");
}
__name(renderSequence, "renderSequence");
function topicOf(hop) {
  return hop?.topics[0] ?? "";
}
__name(topicOf, "topicOf");
function arrow(task) {
  return task?.status === "passed" ? "->>" : "--x";
}
__name(arrow, "arrow");
function describeHop({ tookMs, reached }, task) {
  const late = task?.consume?.late;
  const lateness = late ? `, ${renderLength(late.byMs)} late` : "";
  const time = reached ? `${renderLength(tookMs)}${lateness}` : `nothing in ${renderLength(tookMs)}`;
  return `${label(task?.name ?? "")} · ${time}`;
}
__name(describeHop, "describeHop");
function label(raw) {
  const plain = raw.replaceAll(/[^\p{L}\p{N} ._/-]/gu, " ").replaceAll(/\s+/g, " ").trim();
  return `${plain.slice(0, MAX_CHARACTERS2).toWellFormed()}​`;
}
__name(label, "label");

// src/reporters/markup/scenario-section.ts
var MAX_ROWS = 50;
var ICONS = {
  passed: "✅",
  failed: "❌",
  error: "⚠️",
  flaky: "🟡",
  skipped: "⏭️",
  cancelled: "⏹️"
};
function icon(status) {
  return status === "notEvaluated" ? ICONS.failed : ICONS[status];
}
__name(icon, "icon");
function renderSection(scenario, { detail, linkOf }) {
  const bad = scenario.tasks.filter(needsAttention);
  const isTold = bad.some((task) => task.message === scenario.message);
  const blocks = [
    `<h3>${icon(scenario.status)} ${text(scenarioTitle(scenario))}</h3>`,
    `<p>${renderPlace(scenario, linkOf)} · ${renderLength(scenario.durationMs)}${attempts(scenario)}</p>`,
    ...scenario.message === void 0 || isTold ? [] : [`<p><b>${text(scenario.message)}</b></p>`],
    ...bad.map((task) => renderReason(task, detail))
  ];
  const tables = detail === "full" ? [renderTasks(scenario), renderChecks(scenario)] : [];
  const sequence = detail === "full" ? renderSequence(scenario) : "";
  return [joined(blocks), sequence, joined(tables)].filter((block) => block !== "").join("\n\n");
}
__name(renderSection, "renderSection");
function joined(parts) {
  return parts.filter((part) => part !== "").join("\n");
}
__name(joined, "joined");
function renderFolded(scenario) {
  const title = `${icon(scenario.status)} ${text(scenarioTitle(scenario))} · ${renderLength(scenario.durationMs)}`;
  const head = `<details><summary>${title}${attempts(scenario)}</summary>`;
  const tables = joined([renderTasks(scenario), renderChecks(scenario), "</details>"]);
  const sequence = renderSequence(scenario);
  return sequence === "" ? `${head}
${tables}` : [head, sequence, tables].join("\n\n");
}
__name(renderFolded, "renderFolded");
function renderPlace({ file, line }, linkOf) {
  const link = linkOf(file, line);
  const place = code(`${file}:${line}`);
  return link === void 0 ? place : `<a href="${encodeURI(link).replaceAll("&", "&amp;")}">${place}</a>`;
}
__name(renderPlace, "renderPlace");
function attempts(scenario) {
  return scenario.attempts > 1 ? ` · attempt ${scenario.attempts}` : "";
}
__name(attempts, "attempts");
function renderReason(task, detail) {
  const { message, detail: lines = [], diagnosis } = task;
  const blocks = [
    `<p><b>${text(task.name)}</b>${message === void 0 ? "" : `: ${text(message)}`}</p>`,
    ...lines.length > 0 && detail === "full" ? [pre(lines.slice(0, MAX_ROWS))] : [],
    ...diagnosis ? [`<p><b>Cause:</b> ${text(diagnosis.cause)}</p>`] : [],
    ...diagnosis && detail === "full" ? [list(diagnosis.evidence.map(text))] : [],
    ...diagnosis && diagnosis.hints.length > 0 && detail === "full" ? ["<p><b>Look at:</b></p>", list(diagnosis.hints.map(text))] : []
  ];
  return blocks.filter((block) => block !== "").join("\n");
}
__name(renderReason, "renderReason");
function renderTasks({ tasks }) {
  if (tasks.length === 0) return "";
  const rows = tasks.slice(0, MAX_ROWS).map((task) => [
    icon(task.status),
    text(task.name),
    text(describeWork(task)),
    text(describeLatency(task).replace(/^latency /, "")),
    renderLength(task.durationMs)
  ]);
  return table(["", "Task", "Work", "Latency", "Duration"], rows) + leftOut(tasks.length, "task");
}
__name(renderTasks, "renderTasks");
function renderChecks({ tasks }) {
  const all = tasks.flatMap((task) => task.checks);
  if (all.length === 0) return "";
  const sorted = all.toSorted((a, b) => Number(a.status === "passed") - Number(b.status === "passed"));
  const shown = sorted.slice(0, MAX_ROWS);
  const headings = ["", "Check", "Expected", "Actual", "Record"];
  return table(headings, shown.map(checkRow)) + leftOut(all.length, "check") + renderDifferences(shown);
}
__name(renderChecks, "renderChecks");
function checkRow(check) {
  const isEvaluated = check.status !== "notEvaluated";
  const { record, operator, evaluated, failed } = check;
  const place = record ? code(`${record.topic}[${record.partition}]@${record.offset}`) : "";
  const share = failed > 0 && evaluated > 1 ? ` ${failed} of ${evaluated}` : "";
  const sign = operator === "equals" ? [] : [text(operator)];
  const expected = check.expected === void 0 ? [] : [code(renderSide(check.expected))];
  return [
    icon(check.status),
    text(check.name),
    [...sign, ...expected].join(" "),
    isEvaluated ? code(renderSide(check.actual)) : "never evaluated",
    place + share
  ];
}
__name(checkRow, "checkRow");
function renderDifferences(checks) {
  const items = checks.flatMap(
    ({ difference = [] }) => difference.map(({ path, expected, actual }) => {
      const sides = `expected ${code(renderSide(expected))}, actual ${code(renderSide(actual))}`;
      return `${code(path)}: ${sides}`;
    })
  );
  if (items.length === 0) return "";
  return `
<p><b>Differences:</b></p>
${list(items.slice(0, MAX_ROWS))}${leftOut(items.length, "difference")}`;
}
__name(renderDifferences, "renderDifferences");
function leftOut(total, noun) {
  return total > MAX_ROWS ? `
<p>and ${renderCount(total - MAX_ROWS, `more ${noun}`)}</p>` : "";
}
__name(leftOut, "leftOut");

export {
  splitCells,
  displayWidth,
  renderHarmless,
  renderProblem,
  explainFailure,
  readReport,
  parseReport,
  renderWorkflowCommand,
  renderAnnotations,
  renderMessage,
  renderLength,
  scenarioTitle,
  verdictSentence,
  renderCounts,
  describeWork,
  describeLatency,
  renderSide,
  renderExpected,
  cut,
  needsAttention,
  byImportance,
  text,
  code,
  pre,
  list,
  table,
  icon,
  renderSection,
  renderFolded,
  renderPlace
};
