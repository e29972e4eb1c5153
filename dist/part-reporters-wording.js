import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  renderHarmless
} from "./part-base-display-width.js";
import {
  beginningOf,
  fitInto
} from "./part-base-shorten.js";
import {
  renderJson
} from "./part-model-json.js";
import {
  renderCount
} from "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

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
  const text2 = lines.map((line) => renderHarmless(fitInto(line, MAX_LINE_CHARACTERS))).join("\n");
  return fitInto(text2, maxCharacters);
}
__name(renderMessage, "renderMessage");
function placeOf({ file, line, column, endLine, endColumn }, fileOf) {
  const path = fileOf(file);
  if (path === void 0) return {};
  if (endLine !== line) return { file: path, line, endLine };
  return { file: path, line, col: column, endLine, endColumn };
}
__name(placeOf, "placeOf");
function renderRest(count) {
  return renderWorkflowCommand(
    "notice",
    { title: "flowproof" },
    `${renderCount(count, "more failure")}: the log and the report have them all`
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
  return operator === "equals" || operator === "is true" ? renderJson(expected) : `${operator} ${renderJson(expected)}`;
}
__name(renderExpected, "renderExpected");
function cut(text2, max) {
  if (text2.length <= max) return text2;
  return `${beginningOf(text2, max).toWellFormed()}… (${text2.length} characters)`;
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
function standingOf({ status }, task) {
  return status === "notEvaluated" && task.status === "passed" ? "skipped" : status;
}
__name(standingOf, "standingOf");

// src/reporters/markup/html.ts
var MAX_CHARACTERS = 500;
function text(raw) {
  return escapeHtml(raw).replace(/@|(?<!&)#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi, "$&&#8203;");
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

export {
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
  standingOf,
  text,
  code,
  pre,
  list,
  table
};
