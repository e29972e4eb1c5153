import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  createTaskFold
} from "./part-model-run-event.js";
import {
  renderLocation
} from "./part-yaml.js";
import {
  systemClock
} from "./part-base-clock.js";
import {
  renderJson
} from "./part-model-json.js";
import {
  FlowproofError,
  ScenarioProblems
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
function renderProblem(problem2, source) {
  const { span } = problem2;
  const hint = renderHarmless(problem2.hint ?? "");
  const what = renderHarmless(problem2.message);
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
  const { shown, indent: indent2, carets } = layOut(line, span, COLUMNS - gutter.length);
  const marks = `${gutter}${" ".repeat(indent2)}${"^".repeat(carets)}`;
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
      (problem2) => renderProblem(problem2, problem2.span && sourceOf(problem2.span.file))
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
  const message = lines.map((line) => renderHarmless(shorten(line, MAX_LINE_CHARACTERS))).join("\n");
  const place2 = span ? placeOf(span, fileOf) : {};
  return renderWorkflowCommand(
    "error",
    { ...place2, title: renderHarmless(title) },
    shorten(message, maxCharacters)
  );
}
__name(renderFinding, "renderFinding");
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
  const seconds2 = Math.round(ms / 1e3);
  return [`${Math.floor(seconds2 / 60)} min`, ...seconds2 % 60 ? [`${seconds2 % 60} s`] : []].join(" ");
}
__name(renderLength, "renderLength");
function renderCount(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
__name(renderCount, "renderCount");
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

// src/reporters/findings.ts
var MAX_LINE_CHARACTERS2 = 2e3;
function findingsOf(result) {
  const ofRun = result.status === "error" && result.message !== void 0 ? [runFinding(result)] : [];
  const bad = result.scenarios.filter(needsAttention);
  const ranked = bad.toSorted((a, b) => a.status.localeCompare(b.status)).flatMap((scenario) => scenarioFindings(scenario).map((finding, rank) => ({ finding, rank })));
  return [...ofRun, ...ranked.toSorted((a, b) => a.rank - b.rank).map(({ finding }) => finding)];
}
__name(findingsOf, "findingsOf");
function runFinding(result) {
  const lines = [verdictSentence(result), ...result.detail ?? []];
  return { title: "flowproof could not do its work", lines };
}
__name(runFinding, "runFinding");
function scenarioFindings(scenario) {
  const title = scenarioTitle(scenario);
  const findings = scenario.tasks.filter(needsAttention).flatMap((task) => taskFindings(task, title));
  if (findings.length > 0) return findings;
  const { file, line } = scenario;
  const span = { file, line, column: 1, endLine: line, endColumn: 1 };
  return [{ title, lines: [scenario.message ?? scenario.status], span }];
}
__name(scenarioFindings, "scenarioFindings");
function explainScenario(scenario) {
  return scenarioFindings(scenario).flatMap(({ title, lines, span }) => [
    span ? `${renderLocation(span)}: ${title}` : title,
    ...lines.map((line) => `  ${cut(line, MAX_LINE_CHARACTERS2)}`)
  ]);
}
__name(explainScenario, "explainScenario");
function taskFindings(task, scenario) {
  const title = `${scenario}: ${task.name}`;
  const failed = task.checks.filter((check) => check.status === "failed");
  const checks = failed.map((check) => checkFinding(check, title, task));
  const isShort = task.consume !== void 0 && task.consume.matched < task.consume.awaited;
  if (checks.length > 0 && !isShort) return checks;
  const cause = task.diagnosis ? [task.diagnosis.cause] : [];
  const lines = [task.message ?? task.status, ...task.detail ?? [], ...cause];
  return [{ title, lines, span: task.span }, ...checks];
}
__name(taskFindings, "taskFindings");
function checkFinding(check, title, task) {
  const { record, difference = [] } = check;
  const lines = [
    `check failed: ${check.name}`,
    `expected  ${renderExpected(check)}`,
    `actual    ${renderSide(check.actual)}`,
    ...difference.map(
      ({ path, expected, actual }) => `${path}: expected ${renderSide(expected)}, actual ${renderSide(actual)}`
    ),
    ...record ? [`record    ${record.topic}[${record.partition}]@${record.offset}`] : []
  ];
  return { title, lines, span: check.span ?? task.span };
}
__name(checkFinding, "checkFinding");

// src/reporters/reporter.ts
function defineReporter(kind) {
  return {
    ...kind,
    start: /* @__PURE__ */ __name((output, options) => ({ ...kind.start(output, options), name: kind.name }), "start")
  };
}
__name(defineReporter, "defineReporter");

// src/reporters/annotations.ts
var annotations = defineReporter({
  name: "annotations",
  file: "annotations.txt",
  start: /* @__PURE__ */ __name((output, options) => ({
    on() {
    },
    end(result) {
      output.write(renderAnnotations(findingsOf(result), { ...NO_LIMITS, ...options }));
    }
  }), "start")
});
var NO_LIMITS = {
  maxErrors: Number.POSITIVE_INFINITY,
  maxCharacters: Number.POSITIVE_INFINITY,
  fileOf: /* @__PURE__ */ __name((file) => file, "fileOf")
};

// src/reporters/terminal/visible.ts
function visible(text2) {
  return renderHarmless(text2).replace(/^(\s*)::/, "$1\\::").replaceAll("##[", "##\\[");
}
__name(visible, "visible");

// src/reporters/terminal/live-screen.ts
var FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
var FRAME_MS = 100;
var MAX_LINES = 6;
function createLiveScreen(output, terminal, paint) {
  const { clock = systemClock } = terminal;
  const activities = createActivities();
  let drawn = 0;
  let frame = 0;
  let timer;
  let originMs = clock.nowMs();
  const redraw = /* @__PURE__ */ __name((kept) => {
    const nowMs = clock.nowMs() - originMs;
    const all = activities.list().map((activity) => describe(activity, nowMs));
    const shown = all.length > MAX_LINES ? [...all.slice(0, MAX_LINES - 1), `and ${all.length - MAX_LINES + 1} more`] : all;
    const spinner = FRAMES[frame % FRAMES.length];
    const live = shown.map((line) => paint.dim(fitLine(`${spinner} ${line}`, terminal.columns())));
    const clear = drawn > 0 ? `\x1B[${drawn}A\x1B[J` : "";
    drawn = live.length;
    const text2 = clear + [...kept, ...live].map((line) => `${line}
`).join("");
    if (text2 !== "") output.write(text2);
  }, "redraw");
  const tick = /* @__PURE__ */ __name(() => {
    timer?.[Symbol.dispose]();
    timer = void 0;
    if (activities.list().length === 0) return;
    timer = clock.at(clock.nowMs() + FRAME_MS, () => {
      frame++;
      redraw([]);
      tick();
    });
  }, "tick");
  return {
    print(lines) {
      if (lines.length > 0) redraw(lines);
    },
    on(event) {
      originMs = clock.nowMs() - event.atMs;
      if (!activities.on(event)) return;
      redraw([]);
      tick();
    },
    [Symbol.dispose]() {
      activities.clear();
      tick();
      redraw([]);
    }
  };
}
__name(createLiveScreen, "createLiveScreen");
function createActivities() {
  const running = /* @__PURE__ */ new Map();
  const titles = /* @__PURE__ */ new Map();
  const begin = /* @__PURE__ */ __name((key, activity) => Boolean(running.set(key, activity)), "begin");
  const addTitles = /* @__PURE__ */ __name((event) => {
    for (const { id, name } of event.tasks)
      titles.set(keyOf(event.scenario, id), `${scenarioTitle(event)}: ${name}`);
  }, "addTitles");
  return {
    list: /* @__PURE__ */ __name(() => [...running.values()], "list"),
    clear: /* @__PURE__ */ __name(() => running.clear(), "clear"),
    /** Says whether anything began or ended. */
    on(event) {
      switch (event.type) {
        case "service-started":
          return begin(event.service, { title: `${event.service} is starting`, startedAtMs: event.atMs });
        case "service-ready":
        case "service-exited":
          return running.delete(event.service);
        case "scenario-started":
          addTitles(event);
          return false;
        case "task-started": {
          const key = keyOf(event.scenario, event.task);
          const title = titles.get(key) ?? event.task;
          return begin(key, { title, startedAtMs: event.atMs, deadlineMs: event.deadlineMs });
        }
        case "task-finished":
          return running.delete(keyOf(event.scenario, event.task));
        case "run-finished":
          running.clear();
          return true;
        default:
          return false;
      }
    }
  };
}
__name(createActivities, "createActivities");
function keyOf(scenario, task) {
  return JSON.stringify([scenario, task]);
}
__name(keyOf, "keyOf");
function describe({ title, startedAtMs, deadlineMs }, nowMs) {
  const elapsed = renderLength(Math.max(nowMs - startedAtMs, 0));
  const limit = deadlineMs === void 0 ? "" : ` of ${renderLength(Math.max(deadlineMs - startedAtMs, 0))}`;
  return `${visible(title)}  ${elapsed}${limit}`;
}
__name(describe, "describe");
function fitLine(text2, columns) {
  if (displayWidth(text2) < columns) return text2;
  let room = columns - 2;
  let fitting = "";
  for (const cell of splitCells(text2)) {
    room -= cell.width;
    if (room < 0) break;
    fitting += cell.text;
  }
  return `${fitting}…`;
}
__name(fitLine, "fitLine");

// src/reporters/terminal/paint.ts
import { styleText } from "node:util";
var STYLES = ["bold", "dim", "red", "green", "yellow"];
function createPaint({ color }) {
  const entries = STYLES.map((style) => [
    style,
    (text2) => color && text2 !== "" ? styleText(style, text2, { validateStream: false }) : text2
  ]);
  return Object.fromEntries(entries);
}
__name(createPaint, "createPaint");

// src/reporters/terminal/screen.ts
function createPlainScreen(output) {
  return {
    print: /* @__PURE__ */ __name((lines) => output.write(lines.map((line) => `${line}
`).join("")), "print"),
    on() {
    },
    [Symbol.dispose]() {
    }
  };
}
__name(createPlainScreen, "createPlainScreen");

// src/reporters/terminal/task-lines.ts
var MAX_VALUE_CHARACTERS = 240;
var MAX_LINE_CHARACTERS3 = 1e3;
var MAX_DIFFERENCES = 5;
function statusMark(status, paint) {
  if (status === "passed") return paint.green("✓");
  if (status === "flaky") return paint.yellow("✓");
  if (status === "skipped") return paint.dim("-");
  return status === "cancelled" ? paint.yellow("-") : paint.red("✗");
}
__name(statusMark, "statusMark");
function taskLines(task, { paint, nameWidth }) {
  return [
    headLine(task, { paint, nameWidth }),
    ...task.checks.flatMap((check) => checkLines(check, paint)).map(indent(6)),
    ...task.status === "passed" ? [] : reasonLines(task, paint).map(indent(6))
  ];
}
__name(taskLines, "taskLines");
function headLine(task, { paint, nameWidth }) {
  const facts = [
    ...task.status === "passed" || task.status === "failed" ? [] : [task.status],
    describeWork(task),
    describeLatency(task),
    ...task.latencyMs || task.status === "skipped" ? [] : [renderLength(task.durationMs)]
  ];
  const said = facts.filter((fact) => fact !== "").join(" · ");
  return `  ${statusMark(task.status, paint)} ${pad(visible(task.name), nameWidth)}  ${paint.dim(visible(said))}`;
}
__name(headLine, "headLine");
function checkLines(check, paint) {
  const head = `${statusMark(check.status, paint)} ${visible(cut(check.name, MAX_VALUE_CHARACTERS))}`;
  if (check.status === "passed") return [head];
  if (check.status === "notEvaluated")
    return [`${head} ${paint.red("was never evaluated")}`, ...place(check, paint).map(indent(4))];
  const sides = [
    `${paint.dim("expected")}  ${paint.green(shownValue(renderExpected(check)))}`,
    `${paint.dim("actual")}    ${paint.red(shownValue(renderSide(check.actual)))}`
  ];
  return [
    head,
    ...[...sides, ...differenceLines(check, paint), ...recordLines(check, paint), ...place(check, paint)].map(
      indent(4)
    )
  ];
}
__name(checkLines, "checkLines");
function shownValue(text2) {
  return visible(cut(text2, MAX_VALUE_CHARACTERS));
}
__name(shownValue, "shownValue");
function differenceLines({ difference = [] }, paint) {
  const shown = difference.slice(0, MAX_DIFFERENCES).map(({ path, expected, actual }) => {
    const sides = `expected ${short(renderSide(expected))}, actual ${short(renderSide(actual))}`;
    return `${paint.dim("differs")}   ${visible(path)}: ${visible(sides)}`;
  });
  const rest = difference.length - shown.length;
  return rest > 0 ? [...shown, paint.dim(`          and ${renderCount(rest, "more difference")}`)] : shown;
}
__name(differenceLines, "differenceLines");
function short(text2) {
  return cut(text2, MAX_VALUE_CHARACTERS / 4);
}
__name(short, "short");
function recordLines({ record, evaluated, failed }, paint) {
  const where = record ? `${record.topic}[${record.partition}]@${record.offset}` : "";
  const share = evaluated > 1 ? `on ${failed} of ${evaluated} records` : "";
  const said = [where, share].filter((part) => part !== "").join(", ");
  return said === "" ? [] : [`${paint.dim("record")}    ${visible(said)}`];
}
__name(recordLines, "recordLines");
function place({ span }, paint) {
  return span ? [paint.dim(`at ${visible(renderLocation(span))}`)] : [];
}
__name(place, "place");
function reasonLines(task, paint) {
  const message = task.message === void 0 ? [] : [visible(cut(task.message, MAX_LINE_CHARACTERS3))];
  const colored = task.status === "skipped" ? paint.dim : (line) => paint.red(paint.bold(line));
  const isTaskPlace = task.status !== "skipped" && task.checks.every((check) => check.status === "passed");
  return [
    ...message.map(colored),
    ...(task.detail ?? []).map((line) => `  ${visible(cut(line, MAX_LINE_CHARACTERS3))}`),
    ...diagnosisLines(task, paint),
    ...isTaskPlace ? place(task, paint) : []
  ];
}
__name(reasonLines, "reasonLines");
function diagnosisLines({ diagnosis }, paint) {
  if (!diagnosis) return [];
  const { cause, evidence, hints } = diagnosis;
  return [
    `${paint.yellow("cause")}     ${visible(cause)}`,
    ...evidence.map((fact) => `${paint.dim("evidence")}  ${visible(fact)}`),
    ...hints.map((hint) => `${paint.dim("look at")}   ${visible(hint)}`)
  ];
}
__name(diagnosisLines, "diagnosisLines");
function pad(text2, width) {
  return text2 + " ".repeat(Math.max(0, width - displayWidth(text2)));
}
__name(pad, "pad");
function indent(width) {
  return (line) => " ".repeat(width) + line;
}
__name(indent, "indent");

// src/reporters/console.ts
var MAX_NAME_WIDTH = 40;
var console = defineReporter({
  name: "console",
  file: "console.txt",
  start(output, { color = false, terminal, reportPath }) {
    const paint = createPaint({ color });
    const screen = terminal ? createLiveScreen(output, terminal, paint) : createPlainScreen(output);
    const transcript2 = createTranscript(paint, (lines) => screen.print(lines));
    return {
      on(event) {
        transcript2.on(event);
        screen.on(event);
      },
      end(result) {
        transcript2.flush();
        screen[Symbol.dispose]();
        screen.print(closingLines(result, { paint, reportPath }));
      }
    };
  }
});
function createTranscript(paint, print) {
  const open = /* @__PURE__ */ new Map();
  const flush = /* @__PURE__ */ __name(() => {
    for (const [id, scenario] of open) {
      print(scenario.waiting.splice(0));
      if (!scenario.isFinished) return;
      open.delete(id);
    }
  }, "flush");
  const onScenario = /* @__PURE__ */ __name((event) => {
    if (event.type === "scenario-started") open.set(event.scenario, openScenario(event, paint));
    const scenario = open.get(event.scenario);
    if (!scenario) return;
    if ("task" in event) scenario.tasks.get(event.task)?.on(event);
    scenario.waiting.push(...linesOfScenario(event, scenario, paint));
    scenario.isFinished ||= event.type === "scenario-finished";
    flush();
  }, "onScenario");
  return {
    on: /* @__PURE__ */ __name((event) => "scenario" in event ? onScenario(event) : print(linesOfRun(event, paint)), "on"),
    /** What a run that ended early left over. */
    flush() {
      for (const scenario of open.values()) print(scenario.waiting.splice(0));
    }
  };
}
__name(createTranscript, "createTranscript");
function openScenario(started, paint) {
  const widths = started.tasks.map(({ name }) => Math.min(displayWidth(visible(name)), MAX_NAME_WIDTH));
  const attempt = started.attempt > 1 ? ` (attempt ${started.attempt})` : "";
  const title = paint.bold(visible(scenarioTitle(started) + attempt));
  return {
    started,
    tasks: new Map(started.tasks.map((plan) => [plan.id, createTaskFold(plan)])),
    nameWidth: Math.max(0, ...widths),
    waiting: ["", `${title}  ${paint.dim(visible(`${started.span.file}:${started.span.line}`))}`],
    isFinished: false
  };
}
__name(openScenario, "openScenario");
function linesOfScenario(event, scenario, paint) {
  if (event.type === "task-finished") {
    const result = scenario.tasks.get(event.task)?.result({ nowMs: event.atMs, notStarted: "skipped" });
    return result ? taskLines(result, { paint, nameWidth: scenario.nameWidth }) : [];
  }
  return event.type === "scenario-finished" ? finishLines(event, scenario, paint) : [];
}
__name(linesOfScenario, "linesOfScenario");
function finishLines({ status, durationMs, message, atMs }, { tasks }, paint) {
  const said = `${status} in ${renderLength(durationMs)}`;
  const told = [...tasks.values()].map((task) => task.result({ nowMs: atMs, notStarted: "skipped" }).message);
  const why = message === void 0 || told.includes(message) ? "" : `: ${visible(message)}`;
  return [`  ${status === "passed" ? paint.dim(said) : said}${why}`];
}
__name(finishLines, "finishLines");
function linesOfRun(event, paint) {
  const mark = /* @__PURE__ */ __name((status) => statusMark(status, paint), "mark");
  switch (event.type) {
    case "run-started":
      return [
        paint.dim(
          visible(`flowproof ${event.version} · environment ${event.environment} · seed ${event.seed}`)
        )
      ];
    case "image-progressed":
      return [paint.dim(`  ${visible(event.image)}: ${visible(event.text)}`)];
    case "kafka-ready": {
      const kafka = [event.provider, ...event.version === void 0 ? [] : [event.version]].join(" ");
      const said = `${kafka} at ${event.bootstrap}, ready after ${renderLength(event.tookMs)}`;
      return [`${mark("passed")} kafka  ${paint.dim(visible(said))}`];
    }
    case "service-ready": {
      const said = `ready after ${renderLength(event.tookMs)} (${event.probe})`;
      return [`${mark("passed")} ${visible(event.service)}  ${paint.dim(visible(said))}`];
    }
    case "service-exited":
      return event.expected ? [] : [`${mark("failed")} ${visible(event.service)}  ${exitOf(event)}`];
    case "warning-given":
      return [`${paint.yellow("!")} ${visible(event.message)}`, ...hintLines(event, paint)];
    case "run-failed":
      return [
        "",
        `${mark("failed")} ${paint.red(paint.bold(visible(event.message)))}`,
        ...(event.detail ?? []).map((line) => `  ${paint.dim("│")} ${visible(line)}`),
        ...hintLines(event, paint)
      ];
    default:
      return [];
  }
}
__name(linesOfRun, "linesOfRun");
function exitOf({ code: code2, signal }) {
  return visible(code2 === null ? `was ended by ${signal ?? "a signal"}` : `exited with code ${code2}`);
}
__name(exitOf, "exitOf");
function hintLines({ hint }, paint) {
  return hint === void 0 ? [] : [`  ${paint.dim(visible(hint))}`];
}
__name(hintLines, "hintLines");
function closingLines(result, { paint, reportPath }) {
  const verdict = paint.bold(visible(verdictSentence(result)));
  const facts = [renderCounts(result), renderLength(result.durationMs)].filter((fact) => fact !== "");
  return [
    "",
    ...recapLines(result, paint),
    `${statusMark(result.status, paint)} ${verdict} ${paint.dim(`· ${facts.join(" · ")}`)}`,
    ...reportPath === void 0 ? [] : [`  ${paint.dim("report")}  ${visible(reportPath)}`]
  ];
}
__name(closingLines, "closingLines");
function recapLines(result, paint) {
  const bad = byImportance(result.scenarios).filter(needsAttention);
  if (result.scenarios.length < 2 || bad.length === 0) return [];
  const lines = bad.map((scenario) => {
    const place2 = paint.dim(visible(`${scenario.file}:${scenario.line}`));
    const why = scenario.message === void 0 ? "" : `  ${visible(scenario.message)}`;
    return `${statusMark(scenario.status, paint)} ${visible(scenarioTitle(scenario))}  ${place2}${why}`;
  });
  return [...lines, ""];
}
__name(recapLines, "recapLines");

// src/reporters/ctrf.ts
var ctrf = defineReporter({
  name: "ctrf",
  file: "ctrf.json",
  start: /* @__PURE__ */ __name((output) => ({
    on() {
    },
    end(result) {
      output.write(`${renderJson(report(result), 2)}
`);
    }
  }), "start")
});
var STATUS = {
  passed: "passed",
  flaky: "passed",
  failed: "failed",
  error: "other",
  skipped: "skipped",
  cancelled: "skipped"
};
function report(result) {
  const { counts, environment, runId, tool } = result;
  const startMs = Date.parse(result.startedAt) || 0;
  return {
    reportFormat: "CTRF",
    specVersion: "0.0.0",
    runId,
    results: {
      tool: { name: "flowproof", version: tool },
      summary: {
        tests: counts.total,
        passed: counts.passed + counts.flaky,
        failed: counts.failed,
        pending: 0,
        skipped: counts.skipped + counts.cancelled,
        other: counts.errors,
        flaky: counts.flaky,
        start: startMs,
        stop: startMs + Math.round(result.durationMs)
      },
      tests: result.scenarios.map((scenario) => test(scenario, startMs)),
      environment: { testEnvironment: environment.name }
    }
  };
}
__name(report, "report");
function test(scenario, startMs) {
  const { status, message, file, line, tags, attempts: attempts2, suite, tasks } = scenario;
  const start = startMs + Math.round(scenario.startedAtMs);
  const trace = needsAttention(scenario) ? explainScenario(scenario) : [];
  return {
    name: scenarioTitle(scenario).slice(suite.length + " › ".length),
    status: STATUS[status],
    rawStatus: status,
    duration: Math.round(scenario.durationMs),
    start,
    stop: start + Math.round(scenario.durationMs),
    suite: [suite],
    ...message === void 0 ? {} : { message },
    ...trace.length > 0 ? { trace: trace.join("\n") } : {},
    filePath: file,
    line,
    tags,
    retries: Math.max(attempts2 - 1, 0),
    flaky: status === "flaky",
    steps: tasks.map((task) => ({ name: task.name, status: STATUS[task.status] }))
  };
}
__name(test, "test");

// src/reporters/json.ts
var json = defineReporter({
  name: "json",
  file: "report.json",
  start: /* @__PURE__ */ __name((output) => ({
    on() {
    },
    end(result) {
      output.write(`${renderJson(result, 2)}
`);
    }
  }), "start")
});

// src/reporters/markup/xml.ts
function element(name, attributes, content = []) {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== void 0);
  const start = [name, ...pairs.map(([key, value]) => `${key}="${xmlText(String(value))}"`)].join(" ");
  if (typeof content === "string") return `<${start}>${content}</${name}>`;
  if (content.length === 0) return `<${start}/>`;
  return [`<${start}>`, ...content, `</${name}>`].join("\n");
}
__name(element, "element");
function xmlText(raw) {
  const escaped = raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  return escaped.split("\n").map(renderHarmless).join("\n");
}
__name(xmlText, "xmlText");

// src/reporters/junit.ts
var junit = defineReporter({
  name: "junit",
  file: "junit.xml",
  start: /* @__PURE__ */ __name((output) => ({
    on() {
    },
    end(result) {
      output.write(`<?xml version="1.0" encoding="UTF-8"?>
${renderRun(result)}
`);
    }
  }), "start")
});
function renderRun(result) {
  const suites = Map.groupBy(result.scenarios, ({ suite, file }) => JSON.stringify([suite, file]));
  return element(
    "testsuites",
    {
      name: "flowproof",
      tests: result.counts.total,
      failures: result.counts.failed,
      errors: result.counts.errors + (hasOwnFailure(result) ? 1 : 0),
      time: seconds(result.durationMs)
    },
    [...ownFailure(result), ...Array.from(suites.values(), (scenarios) => renderSuite(scenarios, result))]
  );
}
__name(renderRun, "renderRun");
function hasOwnFailure({ status, counts }) {
  return status === "error" && counts.errors === 0;
}
__name(hasOwnFailure, "hasOwnFailure");
function ownFailure(result) {
  if (!hasOwnFailure(result)) return [];
  const [finding] = findingsOf(result);
  const [message = result.status, ...detail] = finding?.lines ?? [];
  const testcase = element("testcase", { name: "run", classname: "flowproof" }, [
    problem("error", message, detail)
  ]);
  return [element("testsuite", { name: "flowproof", tests: 1, failures: 0, errors: 1 }, [testcase])];
}
__name(ownFailure, "ownFailure");
function renderSuite(scenarios, { startedAt, environment, seed }) {
  const [first] = scenarios;
  const of = /* @__PURE__ */ __name((...statuses) => scenarios.filter(({ status }) => statuses.includes(status)).length, "of");
  const properties = { environment: environment.name, kafka: environment.kafka?.provider ?? "none", seed };
  return element(
    "testsuite",
    {
      name: first?.suite ?? "",
      tests: scenarios.length,
      failures: of("failed"),
      errors: of("error"),
      skipped: of("skipped", "cancelled"),
      time: seconds(scenarios.reduce((sum, { durationMs }) => sum + durationMs, 0)),
      timestamp: startedAt.replace(/(\.\d+)?Z$/, ""),
      file: first?.file
    },
    [
      element(
        "properties",
        {},
        Object.entries(properties).map(([name, value]) => element("property", { name, value }))
      ),
      ...scenarios.map(renderScenario)
    ]
  );
}
__name(renderSuite, "renderSuite");
function renderScenario(scenario) {
  const iteration = scenario.iteration > 0 ? ` (iteration ${scenario.iteration + 1})` : "";
  return element(
    "testcase",
    { name: scenario.name + iteration, classname: scenario.suite, time: seconds(scenario.durationMs) },
    [...outcome(scenario), element("system-out", {}, xmlText(transcript(scenario).join("\n")))]
  );
}
__name(renderScenario, "renderScenario");
function outcome(scenario) {
  const { status, message } = scenario;
  if (status === "passed" || status === "flaky") return [];
  if (status === "skipped" || status === "cancelled")
    return [element("skipped", { message: message ?? status })];
  return [problem(status === "error" ? "error" : "failure", message ?? status, explainScenario(scenario))];
}
__name(outcome, "outcome");
function problem(kind, message, detail) {
  return element(kind, { type: kind, message: cut(message, 500) }, xmlText(detail.join("\n")));
}
__name(problem, "problem");
function transcript({ file, line, attempts: attempts2, tasks }) {
  const lines = tasks.map(
    (task) => [`${task.status} ${task.name}`, renderLength(task.durationMs), describeWork(task), describeLatency(task)].filter((part) => part !== "").join(" · ")
  );
  return [`${file}:${line}`, ...attempts2 > 1 ? [`attempt ${attempts2}`] : [], ...lines];
}
__name(transcript, "transcript");
function seconds(ms) {
  return (ms / 1e3).toFixed(3);
}
__name(seconds, "seconds");

// src/reporters/ndjson.ts
var ndjson = defineReporter({
  name: "ndjson",
  file: "events.ndjson",
  start: /* @__PURE__ */ __name((output) => ({
    on(event) {
      output.write(`${renderJson(event)}
`);
    }
  }), "start")
});

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
    ...bad.map((task) => renderReason(task, detail)),
    ...detail === "full" ? [renderTasks(scenario), renderChecks(scenario)] : []
  ];
  return blocks.filter((block) => block !== "").join("\n");
}
__name(renderSection, "renderSection");
function renderFolded(scenario) {
  const title = `${icon(scenario.status)} ${text(scenarioTitle(scenario))} · ${renderLength(scenario.durationMs)}`;
  const body = [renderTasks(scenario), renderChecks(scenario)].filter((block) => block !== "");
  return [`<details><summary>${title}${attempts(scenario)}</summary>`, ...body, "</details>"].join("\n");
}
__name(renderFolded, "renderFolded");
function renderPlace({ file, line }, linkOf) {
  const link = linkOf(file, line);
  const place2 = code(`${file}:${line}`);
  return link === void 0 ? place2 : `<a href="${encodeURI(link).replaceAll("&", "&amp;")}">${place2}</a>`;
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
  const place2 = record ? code(`${record.topic}[${record.partition}]@${record.offset}`) : "";
  const share = failed > 0 && evaluated > 1 ? ` ${failed} of ${evaluated}` : "";
  const sign = operator === "equals" ? [] : [text(operator)];
  const expected = check.expected === void 0 ? [] : [code(renderSide(check.expected))];
  return [
    icon(check.status),
    text(check.name),
    [...sign, ...expected].join(" "),
    isEvaluated ? code(renderSide(check.actual)) : "never evaluated",
    place2 + share
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

// src/reporters/markup/overview.ts
function renderHeader(result) {
  const { environment, seed, detail = [], warnings } = result;
  const kafka = environment.kafka ? [`Kafka ${code([environment.kafka.provider, environment.kafka.version ?? ""].join(" ").trim())}`] : [];
  const facts = [
    ...renderCounts(result) === "" ? [] : [renderCounts(result)],
    renderLength(result.durationMs),
    `environment ${code(environment.name)}`,
    ...kafka,
    `seed ${code(String(seed))}`
  ];
  return [
    `<h2>${icon(result.status)} flowproof: ${text(verdictSentence(result))}</h2>`,
    `<p>${facts.join(" · ")}</p>`,
    ...detail.length > 0 ? [pre(detail.slice(-20))] : [],
    ...warnings.length > 0 ? ["<p><b>Warnings:</b></p>", list(warnings.slice(0, 10).map(text))] : []
  ].join("\n");
}
__name(renderHeader, "renderHeader");
function renderOverview(scenarios, linkOf) {
  if (scenarios.length === 0) return "";
  const rows = scenarios.map((scenario) => [
    icon(scenario.status),
    text(scenario.suite),
    text(scenarioTitle(scenario).slice(scenario.suite.length + 3)),
    renderLength(scenario.durationMs),
    scenario.message === void 0 ? "" : text(scenario.message),
    renderPlace(scenario, linkOf)
  ]);
  return table(["", "Suite", "Scenario", "Duration", "Why", "File"], rows);
}
__name(renderOverview, "renderOverview");

// src/reporters/summary.ts
var summary = defineReporter({
  name: "summary",
  file: "summary.md",
  start: /* @__PURE__ */ __name((output, { maxBytes = Number.POSITIVE_INFINITY, linkOf = /* @__PURE__ */ __name(() => void 0, "linkOf") }) => ({
    on() {
    },
    end(result) {
      output.write(renderSummary(result, { maxBytes, linkOf }));
    }
  }), "start")
});
function renderSummary(result, { maxBytes, linkOf }) {
  const fits = /* @__PURE__ */ __name((markdown) => Buffer.byteLength(markdown) <= maxBytes, "fits");
  for (const render of LEVELS) {
    const markdown = render(result, linkOf);
    if (fits(markdown)) return markdown;
  }
  const bad = notPassed(result);
  return largest(bad.length, (count) => renderShort(result, bad.slice(0, count), linkOf), fits);
}
__name(renderSummary, "renderSummary");
var LEVELS = [
  (result, linkOf) => {
    const good = result.scenarios.filter(
      (scenario) => !needsAttention(scenario) && scenario.tasks.length > 0
    );
    return document([
      renderHeader(result),
      renderOverview(result.scenarios, linkOf),
      ...sections(notPassed(result), "full", linkOf),
      ...good.map(renderFolded)
    ]);
  },
  (result, linkOf) => document([
    renderHeader(result),
    renderOverview(result.scenarios, linkOf),
    ...sections(notPassed(result), "full", linkOf),
    renderLeftOut(["the tasks of the scenarios that passed"])
  ]),
  (result, linkOf) => document([
    renderHeader(result),
    renderOverview(notPassed(result), linkOf),
    ...sections(notPassed(result), "full", linkOf),
    renderLeftOut(passedScenarios(result))
  ]),
  (result, linkOf) => renderShort(result, notPassed(result), linkOf)
];
function renderShort(result, scenarios, linkOf) {
  const rest = notPassed(result).length - scenarios.length;
  return document([
    renderHeader(result),
    renderOverview(scenarios, linkOf),
    ...sections(scenarios, "short", linkOf),
    renderLeftOut([
      ...passedScenarios(result),
      ...rest > 0 ? [`${renderCount(rest, "scenario")} that did not pass`] : [],
      "the tasks and checks of the others"
    ])
  ]);
}
__name(renderShort, "renderShort");
function sections(scenarios, detail, linkOf) {
  return scenarios.filter(needsAttention).map((scenario) => renderSection(scenario, { detail, linkOf }));
}
__name(sections, "sections");
function notPassed({ scenarios }) {
  return byImportance(scenarios).filter(({ status }) => status !== "passed");
}
__name(notPassed, "notPassed");
function passedScenarios({ counts }) {
  return counts.passed > 0 ? [renderCount(counts.passed, "passed scenario")] : [];
}
__name(passedScenarios, "passedScenarios");
function renderLeftOut(parts) {
  const what = parts.join("; ");
  return `<p><i>Left out, as there is a limit to how long this page may be: ${what}. The report has it all.</i></p>`;
}
__name(renderLeftOut, "renderLeftOut");
function document(blocks) {
  return `${blocks.filter((block) => block !== "").join("\n\n")}
`;
}
__name(document, "document");
function largest(max, render, fits) {
  let low = 0;
  let high = max;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(render(middle))) low = middle;
    else high = middle - 1;
  }
  return render(low);
}
__name(largest, "largest");

// src/reporters/index.ts
var reporters = { console, json, ndjson, summary, annotations, junit, ctrf };

// src/cli/report-files.ts
import { createWriteStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
function openReportFiles(directory) {
  mkdirSync(directory, { recursive: true });
  rmSync(join(directory, "logs"), { recursive: true, force: true });
  const streams = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ __name((file) => {
    const known = streams.get(file) ?? createWriteStream(join(directory, file));
    streams.set(file, known);
    return known;
  }, "open");
  const files = [reporters.json, reporters.ndjson].map((kind) => kind.start(open(kind.file), {}));
  return {
    reporters: [...files, serviceLogs(directory, open)],
    reportPath: join(directory, reporters.json.file),
    async [Symbol.asyncDispose]() {
      await Promise.all([...streams.values()].map((stream) => finished(stream.end())));
    }
  };
}
__name(openReportFiles, "openReportFiles");
function serviceLogs(directory, open) {
  const write = /* @__PURE__ */ __name((name, { atMs, line }, stream = "") => {
    mkdirSync(join(directory, "logs"), { recursive: true });
    const file = `${name.replaceAll(/[^\w.-]/g, "_")}.log`;
    open(join("logs", file)).write(`${atMs.toFixed(1).padStart(10)} ${stream}${line}
`);
  }, "write");
  return {
    name: "service logs",
    on(event) {
      if (event.type === "service-logged") write(event.service, event, `${event.stream} `);
      else if (event.type === "kafka-logged") write(event.cluster, event);
    }
  };
}
__name(serviceLogs, "serviceLogs");

export {
  renderProblem,
  explainFailure,
  renderWorkflowCommand,
  renderAnnotations,
  reporters,
  openReportFiles
};
