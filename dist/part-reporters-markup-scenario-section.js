import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  code,
  describeLatency,
  describeWork,
  list,
  needsAttention,
  pre,
  renderLength,
  renderSide,
  scenarioTitle,
  standingOf,
  table,
  text
} from "./part-reporters-wording.js";
import {
  placeOf
} from "./part-model-record.js";
import {
  renderCount
} from "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/reporters/markup/sequence.ts
var MAX_HOPS = 15;
var MAX_CHARACTERS = 50;
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
  const time = `${renderLength(late?.latencyMs ?? task?.latencyMs?.max ?? tookMs)}${lateness}`;
  return `${label(task?.name ?? "")} · ${reached ? time : `nothing in ${renderLength(tookMs)}`}`;
}
__name(describeHop, "describeHop");
function label(raw) {
  const plain = raw.replaceAll(/[^\p{L}\p{N} ._/-]/gu, " ").replaceAll(/\s+/g, " ").trim();
  return `${plain.slice(0, MAX_CHARACTERS).toWellFormed()}​`;
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
  const blocks = joined([
    `<h3>${icon(scenario.status)} ${text(scenarioTitle(scenario))}</h3>`,
    `<p>${renderPlace(scenario, linkOf)} · ${renderLength(scenario.durationMs)}${attempts(scenario)}</p>`,
    ...scenario.message === void 0 || isTold ? [] : [`<p><b>${text(scenario.message)}</b></p>`],
    ...bad.map((task) => renderReason(task, detail))
  ]);
  if (detail === "short") return blocks;
  const tables = joined([renderTasks(scenario), renderChecks(checksOf(scenario).filter(isFine))]);
  const folded = tables === "" ? "" : `<details><summary>Tasks and passed checks</summary>
${tables}
</details>`;
  return [blocks, renderSequence(scenario), folded].filter((block) => block !== "").join("\n\n");
}
__name(renderSection, "renderSection");
function joined(parts) {
  return parts.filter((part) => part !== "").join("\n");
}
__name(joined, "joined");
function renderFolded(scenario, drawn) {
  const title = `${icon(scenario.status)} ${text(scenarioTitle(scenario))} · ${renderLength(scenario.durationMs)}`;
  const head = `<details><summary>${title}${attempts(scenario)}</summary>`;
  const tables = joined([renderTasks(scenario), renderChecks(checksOf(scenario)), "</details>"]);
  const sequence = drawn === "all" ? renderSequence(scenario) : "";
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
  const said = [
    `<p><b>${text(task.name)}</b>${message === void 0 ? "" : `: ${text(message)}`}</p>`,
    diagnosis ? `<p><b>Cause:</b> ${text(diagnosis.cause)}</p>` : ""
  ];
  if (detail === "short") return joined(said);
  const { evidence = [], hints = [] } = diagnosis ?? {};
  return joined([
    ...said,
    lines.length > 0 ? pre(lines.slice(0, MAX_ROWS)) : "",
    list(evidence.map(text)),
    hints.length > 0 ? "<p><b>Look at:</b></p>" : "",
    list(hints.map(text)),
    renderChecks(checksOfTask(task).filter((one) => !isFine(one)))
  ]);
}
__name(renderReason, "renderReason");
function checksOf({ tasks }) {
  return tasks.flatMap(checksOfTask);
}
__name(checksOf, "checksOf");
function checksOfTask(task) {
  return task.checks.map((check) => ({ check, standing: standingOf(check, task) }));
}
__name(checksOfTask, "checksOfTask");
function isFine({ standing }) {
  return standing === "passed" || standing === "skipped";
}
__name(isFine, "isFine");
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
function renderChecks(all) {
  if (all.length === 0) return "";
  const shown = all.slice(0, MAX_ROWS);
  const headings = ["", "Check", "Expected", "Actual", "Record"];
  return table(headings, shown.map(checkRow)) + leftOut(all.length, "check") + renderDifferences(shown);
}
__name(renderChecks, "renderChecks");
function checkRow({ check, standing }) {
  const isEvaluated = check.status !== "notEvaluated";
  const { record, operator, evaluated, failed } = check;
  const place = record ? code(placeOf(record)) : "";
  const share = failed > 0 && evaluated > 1 ? ` ${failed} of ${evaluated}` : "";
  const sign = operator === "equals" ? [] : [text(operator)];
  const expected = check.expected === void 0 ? [] : [code(renderSide(check.expected))];
  return [
    icon(standing),
    text(check.name),
    [...sign, ...expected].join(" "),
    isEvaluated ? code(renderSide(check.actual)) : "never evaluated",
    place + share
  ];
}
__name(checkRow, "checkRow");
function renderDifferences(checks) {
  const items = checks.flatMap(
    ({ check: { difference = [] } }) => difference.map(({ path, expected, actual }) => {
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
  icon,
  renderSection,
  renderFolded,
  renderPlace
};
