import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  icon,
  renderFolded,
  renderPlace,
  renderSection
} from "./part-reporters-markup-scenario-section.js";
import {
  byImportance,
  code,
  cut,
  describeLatency,
  describeWork,
  list,
  needsAttention,
  pre,
  renderAnnotations,
  renderCounts,
  renderExpected,
  renderLength,
  renderSide,
  scenarioTitle,
  standingOf,
  table,
  text,
  verdictSentence
} from "./part-reporters-wording.js";
import {
  displayWidth,
  renderHarmless,
  splitCells
} from "./part-base-display-width.js";
import {
  createTaskFold
} from "./part-model-fold-task.js";
import {
  renderLocation
} from "./part-base-source-span.js";
import {
  placeOf
} from "./part-model-record.js";
import {
  systemClock
} from "./part-base-clock.js";
import {
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

// src/reporters/findings.ts
var MAX_LINE_CHARACTERS = 2e3;
function findingsOf(result) {
  const ofRun = result.status === "error" && result.message !== void 0 ? [runFinding(result)] : [];
  const bad = result.scenarios.filter(needsAttention);
  const ranked = bad.toSorted((a, b) => a.status.localeCompare(b.status)).flatMap((scenario) => scenarioFindings(scenario).map((finding, rank) => ({ finding, rank })));
  return [...ofRun, ...ranked.toSorted((a, b) => a.rank - b.rank).map(({ finding }) => finding)];
}
__name(findingsOf, "findingsOf");
function runFinding(result) {
  const lines2 = [verdictSentence(result), ...result.detail ?? []];
  return { title: "flowproof could not do its work", lines: lines2, span: result.span };
}
__name(runFinding, "runFinding");
function scenarioFindings(scenario) {
  const title = scenarioTitle(scenario);
  const findings = scenario.tasks.filter(needsAttention).flatMap((task) => taskFindings(task, title));
  if (findings.length > 0) return findings;
  const { file, line } = scenario;
  const span2 = { file, line, column: 1, endLine: line, endColumn: 1 };
  return [{ title, lines: [scenario.message ?? scenario.status], span: span2 }];
}
__name(scenarioFindings, "scenarioFindings");
function explainScenario(scenario) {
  return scenarioFindings(scenario).flatMap(({ title, lines: lines2, span: span2 }) => [
    span2 ? `${renderLocation(span2)}: ${title}` : title,
    ...lines2.map((line) => `  ${cut(line, MAX_LINE_CHARACTERS)}`)
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
  const lines2 = [task.message ?? task.status, ...task.detail ?? [], ...cause];
  return [{ title, lines: lines2, span: task.span }, ...checks];
}
__name(taskFindings, "taskFindings");
function checkFinding(check, title, task) {
  const { record, difference = [] } = check;
  const lines2 = [
    `check failed: ${check.name}`,
    `expected  ${renderExpected(check)}`,
    `actual    ${renderSide(check.actual)}`,
    ...difference.map(
      ({ path, expected, actual }) => `${path}: expected ${renderSide(expected)}, actual ${renderSide(actual)}`
    ),
    ...record ? [`record    ${placeOf(record)}`] : []
  ];
  return { title, lines: lines2, span: check.span ?? task.span };
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
function visible(text3) {
  return renderHarmless(text3).replace(/^(\s*)::/, "$1\\::").replaceAll("##[", "##\\[");
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
    const text3 = clear + [...kept, ...live].map((line) => `${line}
`).join("");
    if (text3 !== "") output.write(text3);
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
    print(lines2) {
      if (lines2.length > 0) redraw(lines2);
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
function fitLine(text3, columns) {
  if (displayWidth(text3) < columns) return text3;
  let room = columns - 2;
  let fitting = "";
  for (const cell of splitCells(text3)) {
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
    (text3) => color && text3 !== "" ? styleText(style, text3, { validateStream: false }) : text3
  ]);
  return Object.fromEntries(entries);
}
__name(createPaint, "createPaint");

// src/reporters/terminal/screen.ts
function createPlainScreen(output) {
  return {
    print: /* @__PURE__ */ __name((lines2) => output.write(lines2.map((line) => `${line}
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
var MAX_LINE_CHARACTERS2 = 1e3;
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
    ...task.checks.flatMap((check) => checkLines(check, task, paint)).map(indent(6)),
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
function unmetLine({ name }, paint) {
  return paint.dim(`- ${visible(cut(name, MAX_VALUE_CHARACTERS))} met no record, as it may`);
}
__name(unmetLine, "unmetLine");
function checkLines(check, task, paint) {
  if (standingOf(check, task) === "skipped") return [unmetLine(check, paint)];
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
function shownValue(text3) {
  return visible(cut(text3, MAX_VALUE_CHARACTERS));
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
function short(text3) {
  return cut(text3, MAX_VALUE_CHARACTERS / 4);
}
__name(short, "short");
function recordLines({ record, evaluated, failed }, paint) {
  const where = record ? placeOf(record) : "";
  const share = evaluated > 1 ? `on ${failed} of ${evaluated} records` : "";
  const said = [where, share].filter((part) => part !== "").join(", ");
  return said === "" ? [] : [`${paint.dim("record")}    ${visible(said)}`];
}
__name(recordLines, "recordLines");
function place({ span: span2 }, paint) {
  return span2 ? [paint.dim(`at ${visible(renderLocation(span2))}`)] : [];
}
__name(place, "place");
function reasonLines(task, paint) {
  const message = task.message === void 0 ? [] : [visible(cut(task.message, MAX_LINE_CHARACTERS2))];
  const colored = task.status === "skipped" ? paint.dim : (line) => paint.red(paint.bold(line));
  const isTaskPlace = task.status !== "skipped" && task.checks.every((check) => check.status === "passed");
  return [
    ...message.map(colored),
    ...(task.detail ?? []).map((line) => `  ${visible(cut(line, MAX_LINE_CHARACTERS2))}`),
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
function pad(text3, width) {
  return text3 + " ".repeat(Math.max(0, width - displayWidth(text3)));
}
__name(pad, "pad");
function indent(width) {
  return (line) => " ".repeat(width) + line;
}
__name(indent, "indent");

// src/reporters/console.ts
var MAX_NAME_WIDTH = 40;
var MAX_MESSAGE_CHARACTERS = 500;
var console = defineReporter({
  name: "console",
  file: "console.txt",
  start(output, { color = false, terminal, reportPath }) {
    const paint = createPaint({ color });
    const screen = terminal ? createLiveScreen(output, terminal, paint) : createPlainScreen(output);
    const transcript2 = createTranscript(paint, (lines2) => screen.print(lines2));
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
  const why = message === void 0 || told.includes(message) ? "" : `: ${sentence(message)}`;
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
    case "run-failed": {
      const place2 = event.span ? `${renderLocation(event.span)}: ` : "";
      return [
        "",
        `${mark("failed")} ${visible(place2)}${paint.red(paint.bold(visible(event.message)))}`,
        ...(event.detail ?? []).map((line) => `  ${paint.dim("│")} ${visible(line)}`),
        ...hintLines(event, paint)
      ];
    }
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
  const lines2 = bad.map((scenario) => {
    const place2 = paint.dim(visible(`${scenario.file}:${scenario.line}`));
    const why = scenario.message === void 0 ? "" : `  ${sentence(scenario.message)}`;
    return `${statusMark(scenario.status, paint)} ${visible(scenarioTitle(scenario))}  ${place2}${why}`;
  });
  return [...lines2, ""];
}
__name(recapLines, "recapLines");
function sentence(message) {
  return visible(cut(message, MAX_MESSAGE_CHARACTERS));
}
__name(sentence, "sentence");

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
var MAX_MESSAGE_CHARACTERS2 = 2e3;
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
  const { status, message, file, line, tags, attempts, suite, tasks } = scenario;
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
    ...message === void 0 ? {} : { message: cut(message, MAX_MESSAGE_CHARACTERS2) },
    ...trace.length > 0 ? { trace: trace.join("\n") } : {},
    filePath: file,
    line,
    tags,
    retries: Math.max(attempts - 1, 0),
    flaky: status === "flaky",
    steps: tasks.map((task) => ({ name: task.name, status: STATUS[task.status] }))
  };
}
__name(test, "test");

// src/reporters/html.ts
import { createHash } from "node:crypto";

// src/reporters/page/elements.ts
var MAX_CHARACTERS = 4e3;
function text2(raw) {
  return renderHarmless(cut(raw, MAX_CHARACTERS)).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
__name(text2, "text");
function lines(raw) {
  return raw.length === 0 ? "" : `<pre>${raw.map(text2).join("\n")}</pre>`;
}
__name(lines, "lines");
function box(tag, className, content) {
  return content === "" ? "" : `<${tag} class="${className}">${content}</${tag}>`;
}
__name(box, "box");
function table2(headings, rows) {
  if (rows.length === 0) return "";
  const isUsed = headings.map((_, column) => rows.some((cells) => cells[column] !== ""));
  const row = /* @__PURE__ */ __name((tag, cells) => `<tr>${cells.map((cell, column) => isUsed[column] ? `<${tag}>${cell}</${tag.split(" ")[0]}>` : "").join("")}</tr>`, "row");
  const body = rows.map((cells) => row("td", cells)).join("\n");
  return `<div class="wide"><table><thead>${row('th scope="col"', headings)}</thead><tbody>
${body}
</tbody></table></div>`;
}
__name(table2, "table");
function badge(status) {
  return `<span class="badge ${status}">${status === "notEvaluated" ? "not evaluated" : status}</span>`;
}
__name(badge, "badge");

// src/reporters/page/timeline.ts
var KIND_WIDTH = 56;
var NAMES_WIDTH = 250;
var CHART_WIDTH = 820;
var LANE_HEIGHT = 26;
var AXIS_HEIGHT = 24;
var LABEL_WIDTH = 52;
var TICKS = 5;
var FAR = 2;
var MAX_ARROWS = 20;
function renderTimeline(scenario) {
  const { timeline } = scenario;
  if (!timeline) return "";
  const tasks = scenario.tasks.filter(({ startedAtMs }) => startedAtMs !== void 0);
  const since = /* @__PURE__ */ __name((atMs) => atMs - timeline.triggerAtMs, "since");
  const scale = createScale(tasks, timeline.entries, since);
  const parts = [
    ...[...scale.lanes.values()].map(renderLane),
    ...renderAxis(scale),
    ...tasks.map((task) => renderTask(task, { scale, since })),
    ...timeline.entries.map((entry) => renderEntry(entry, scale)),
    ...tasks.flatMap((task) => renderArrows(arrowsTo(task, { tasks, scale, since })))
  ];
  const width = NAMES_WIDTH + CHART_WIDTH + 20;
  const label = text2(`timeline of ${scenario.name}`);
  return `<div class="wide"><svg role="img" aria-label="${label}" viewBox="0 0 ${width} ${scale.height}">
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" class="dot"/></marker></defs>
${parts.filter(Boolean).join("\n")}
</svg>
<p class="legend">bar: a task · dot: a record on a topic · arrow: from what was produced to what arrived of it · dashed line: deadline</p></div>`;
}
__name(renderTimeline, "renderTimeline");
function createScale(tasks, entries, since) {
  const ends = tasks.map((task) => since((task.startedAtMs ?? 0) + task.durationMs));
  const starts = tasks.map((task) => since(task.startedAtMs ?? 0));
  const fromMs = Math.min(0, ...starts, ...entries.map(({ atMs }) => atMs));
  const lastMs = Math.max(1, ...ends, ...entries.map(({ atMs, untilMs: untilMs2 }) => untilMs2 ?? atMs));
  const deadlines = tasks.flatMap(({ deadlineMs }) => deadlineMs === void 0 ? [] : since(deadlineMs));
  const untilMs = Math.max(lastMs, ...deadlines.filter((ms) => ms <= lastMs * FAR));
  const keys = [
    ...tasks.map(({ name }) => ["task", name]),
    ...entries.map(({ lane, name }) => [lane, name])
  ];
  const names = new Map(keys.map(([lane, name]) => [`${lane} ${name}`, name]));
  const sorted = [...names].toSorted(([a], [b]) => order(a) - order(b));
  const lanes = sorted.map(([key, name], index) => {
    const [kind = ""] = key.split(" ");
    const isFirst = sorted.findIndex(([other]) => other.startsWith(`${kind} `)) === index;
    return [key, { kind, name, y: index * LANE_HEIGHT, isFirst }];
  });
  const factor = CHART_WIDTH / Math.max(untilMs - fromMs, 1);
  return {
    lanes: new Map(lanes),
    x: /* @__PURE__ */ __name((ms) => Math.round((NAMES_WIDTH + (ms - fromMs) * factor) * 10) / 10, "x"),
    untilMs,
    height: lanes.length * LANE_HEIGHT + AXIS_HEIGHT
  };
}
__name(createScale, "createScale");
function order(key) {
  return ["task", "topic", "service", "trace"].indexOf(key.split(" ")[0] ?? "");
}
__name(order, "order");
function renderLane({ kind, name, y, isFirst }) {
  const heading = isFirst ? `<text class="kind" x="0" y="${y + 17}">${kind}</text>` : "";
  const shown = text2(fitInto(name, 26));
  return `<rect class="lane" x="${NAMES_WIDTH}" y="${y + 2}" width="${CHART_WIDTH}" height="${LANE_HEIGHT - 4}"/>${heading}<text class="name" x="${KIND_WIDTH}" y="${y + 17}"><title>${text2(`${kind} ${name}`)}</title>${shown}</text>`;
}
__name(renderLane, "renderLane");
function renderAxis({ x, untilMs, height }) {
  const rough = untilMs / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => power * factor >= rough) ?? 10);
  const marks = Array.from({ length: Math.floor(untilMs / step) + 1 }, (_, index) => index * step);
  return marks.map(
    (ms) => `<line class="axis" x1="${x(ms)}" x2="${x(ms)}" y1="0" y2="${height - AXIS_HEIGHT}"/><text class="name" x="${x(ms)}" y="${height - 6}" text-anchor="middle">${ms === 0 ? "0" : renderLength(ms)}</text>`
  );
}
__name(renderAxis, "renderAxis");
function renderTask(task, { scale, since }) {
  const lane = scale.lanes.get(`task ${task.name}`);
  if (!lane) return "";
  const from = since(task.startedAtMs ?? 0);
  const title = text2(`${task.name}: ${task.status} in ${renderLength(task.durationMs)}`);
  const bar = span(from, from + task.durationMs, { lane, scale, status: task.status, title });
  const deadline = task.deadlineMs === void 0 ? void 0 : since(task.deadlineMs);
  if (deadline === void 0 || deadline > scale.untilMs) return bar;
  const x = scale.x(deadline);
  return `${bar}<line class="deadline" x1="${x}" x2="${x}" y1="${lane.y + 1}" y2="${lane.y + LANE_HEIGHT - 1}"><title>deadline at ${renderLength(deadline)}</title></line>`;
}
__name(renderTask, "renderTask");
function span(fromMs, untilMs, { lane, scale, status, title }) {
  const width = Math.max(scale.x(untilMs) - scale.x(fromMs), 2).toFixed(1);
  return `<rect class="span ${status}" x="${scale.x(fromMs)}" y="${lane.y + 6}" width="${width}" height="${LANE_HEIGHT - 12}" rx="3"><title>${title}</title></rect>`;
}
__name(span, "span");
function renderEntry(entry, scale) {
  const lane = scale.lanes.get(`${entry.lane} ${entry.name}`);
  if (!lane || entry.lane === "task") return "";
  const title = text2(`${renderLength(entry.atMs)}: ${entry.what}`);
  if (entry.untilMs !== void 0) {
    return span(entry.atMs, entry.untilMs, { lane, scale, status: "lasting", title });
  }
  const [x, y] = [scale.x(entry.atMs), lane.y + LANE_HEIGHT / 2];
  return entry.lane === "topic" ? `<circle class="dot" cx="${x}" cy="${y}" r="4"><title>${title}</title></circle>` : `<rect class="tick" x="${x - 1}" y="${y - 6}" width="2" height="12"><title>${title}</title></rect>`;
}
__name(renderEntry, "renderEntry");
function arrowsTo(task, { tasks, scale, since }) {
  const lane = scale.lanes.get(`task ${task.name}`);
  if (task.kind === "produce" || !lane) return [];
  const late = task.consume?.late ? [task.consume.late.record] : [];
  const arrows = [...task.records, ...late].flatMap(({ momentMs, latencyMs }) => {
    if (momentMs === void 0 || latencyMs === void 0) return [];
    const sentMs = momentMs - latencyMs;
    const source = tasks.findLast(
      ({ kind, records }) => kind === "produce" && records.some((record) => (record.momentMs ?? Number.POSITIVE_INFINITY) <= sentMs + 1)
    );
    const start = source && scale.lanes.get(`task ${source.name}`);
    if (!start) return [];
    const from = [scale.x(since(sentMs)), start.y + LANE_HEIGHT / 2];
    return [{ from, to: [scale.x(since(momentMs)), lane.y + LANE_HEIGHT / 2], latencyMs }];
  });
  return arrows.toSorted((a, b) => a.to[0] - b.to[0]).slice(0, MAX_ARROWS);
}
__name(arrowsTo, "arrowsTo");
function renderArrows(arrows) {
  let labelledTo = Number.NEGATIVE_INFINITY;
  return arrows.map(({ from: [x1, y1], to: [x2, y2], latencyMs }) => {
    const latency = renderLength(latencyMs);
    const arrow = `<path class="arrow" d="M${x1} ${y1}V${y2}H${x2}" marker-end="url(#head)"><title>${latency}</title></path>`;
    if (x2 < labelledTo) return arrow;
    labelledTo = x2 + LABEL_WIDTH;
    return `${arrow}<text class="latency" x="${x2 + 6}" y="${y2 + 4}">${latency}</text>`;
  });
}
__name(renderArrows, "renderArrows");

// src/reporters/page/scenario-body.ts
function renderScenarioBody(scenario) {
  const { description, tags, message, tasks, timeline } = scenario;
  const isTold = tasks.some((task) => task.message === message);
  const entries = timeline?.entries ?? [];
  return [
    ...description === void 0 ? [] : [box("p", "dim", text2(description))],
    ...tags.length > 0 ? [box("p", "dim", text2(`tags: ${tags.join(", ")}`))] : [],
    ...message === void 0 || isTold ? [] : [box("p", "cause", text2(message))],
    ...tasks.filter(({ status, message: why }) => why !== void 0 && status !== "skipped").map(renderReason),
    renderTimeline(scenario),
    table2(["", "Task", "Kind", "Work", "Latency", "Duration"], tasks.map(taskRow)),
    ...tasks.flatMap(renderChecks),
    ...tasks.flatMap(renderRecords),
    entries.length === 0 ? "" : `<details><summary>Everything in order, with the lines of the services</summary>${table2(
      ["Since the trigger", "Lane", "Name", "What"],
      entries.map(({ atMs, lane, name, what }) => [renderLength(atMs), lane, text2(name), text2(what)])
    )}</details>`
  ].filter((part) => part !== "").join("\n");
}
__name(renderScenarioBody, "renderScenarioBody");
function renderReason({ name, message = "", detail = [], diagnosis }) {
  const { evidence = [], hints = [] } = diagnosis ?? {};
  return box(
    "div",
    "cause",
    [
      `<h3>${text2(name)}: ${text2(message)}</h3>`,
      diagnosis ? `<p><b>Cause:</b> ${text2(diagnosis.cause)}</p>` : "",
      lines(detail),
      list2(evidence),
      hints.length > 0 ? "<p><b>Look at:</b></p>" : "",
      list2(hints)
    ].join("\n")
  );
}
__name(renderReason, "renderReason");
function list2(items) {
  return box("ul", "items", items.map((item) => `<li>${text2(item)}</li>`).join(""));
}
__name(list2, "list");
function taskRow(task) {
  return [
    badge(task.status),
    text2(task.name),
    text2(task.kind),
    text2(describeWork(task)),
    text2(describeLatency(task).replace(/^latency /, "")),
    renderLength(task.durationMs)
  ];
}
__name(taskRow, "taskRow");
function renderChecks(task) {
  const { name, checks } = task;
  if (checks.length === 0) return [];
  const headings = ["", "Check", "Expected", "Actual", "Record"];
  return [
    `<h3>Checks of ${text2(name)}</h3>`,
    table2(
      headings,
      checks.map((check) => checkRow(check, task))
    )
  ];
}
__name(renderChecks, "renderChecks");
function checkRow(check, task) {
  const { status, name, record, difference = [], failed, evaluated } = check;
  const share = failed > 0 && evaluated > 1 ? ` (${failed} of ${evaluated})` : "";
  const differences = difference.map(
    ({ path, expected, actual: actual2 }) => `<li><code>${text2(path)}</code>: expected <code>${text2(renderSide(expected))}</code>, actual <code>${text2(renderSide(actual2))}</code></li>`
  );
  const actual = status === "notEvaluated" ? "" : `<code>${text2(renderSide(check.actual))}</code>`;
  return [
    badge(standingOf(check, task)),
    text2(name),
    `<code>${text2(renderExpected(check))}</code>`,
    actual + box("ul", "differences", differences.join("")),
    record ? `<code>${text2(placeOf(record))}</code>${share}` : share
  ];
}
__name(checkRow, "checkRow");
function renderRecords({ name, records, recordCount }) {
  if (records.length === 0) return [];
  const more = recordCount - records.length;
  return [
    `<h3>${text2(name)}: ${renderCount(recordCount, "record")}</h3>`,
    table2(["Record", "Key", "Value", "Headers", "Latency"], records.map(recordRow)),
    ...more > 0 ? [box("p", "dim", `and ${renderCount(more, "more record")}`)] : []
  ];
}
__name(renderRecords, "renderRecords");
function recordRow(record) {
  const { timestamp, key, value, headers, latencyMs } = record;
  const place2 = `<code>${text2(placeOf(record))}</code><br>${box("span", "dim", renderMoment(timestamp))}`;
  return [
    place2,
    `<code>${text2(renderJson(key))}</code>`,
    lines(renderJson(value, 2).slice(0, 2e4).split("\n").slice(0, 200)),
    headers.map((header) => `<code>${text2(header.key)}: ${text2(header.value ?? "null")}</code>`).join("<br>"),
    latencyMs === void 0 ? "" : renderLength(latencyMs)
  ];
}
__name(recordRow, "recordRow");
function renderMoment(timestamp) {
  const date = new Date(Number(timestamp));
  return Number.isNaN(date.getTime()) ? text2(String(timestamp)) : date.toISOString();
}
__name(renderMoment, "renderMoment");

// src/reporters/page/script.ts
var SCRIPT = `
'use strict';
const all = [...document.querySelectorAll('.scenario')];
const search = document.querySelector('#search');
const buttons = [...document.querySelectorAll('button[data-status]')];
const note = document.querySelector('.hidden-note');
let status = 'all';

function show() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let hidden = 0;
  for (const one of all) {
    const fits = (status === 'all' || one.dataset.status === status) && words.every((word) => one.dataset.text.includes(word));
    one.hidden = !fits;
    if (!fits) hidden++;
  }
  for (const suite of document.querySelectorAll('section.suite')) {
    suite.hidden = !suite.querySelector('.scenario:not([hidden])');
  }
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.status === status));
  note.textContent = hidden === 0 ? '' : hidden + ' of ' + all.length + ' scenarios hidden';
}

function fill(one) {
  const body = one.querySelector('.body');
  if (body.childElementCount === 0) body.innerHTML = document.getElementById(one.id + '-body').textContent;
}

function move(step) {
  const shown = all.filter((one) => !one.hidden);
  const at = shown.findIndex((one) => one.contains(document.activeElement));
  const next = shown[Math.min(Math.max(at + step, 0), shown.length - 1)];
  next?.querySelector('summary').focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function reveal() {
  const one = document.getElementById(location.hash.slice(1));
  if (one?.classList.contains('scenario')) { one.open = true; one.scrollIntoView(); }
}

for (const one of all) one.addEventListener('toggle', () => one.open && fill(one));
for (const button of buttons) button.addEventListener('click', () => { status = button.dataset.status; show(); });
search.addEventListener('input', show);
document.querySelector('#theme').addEventListener('click', () => {
  const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark'
    || (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'light' : 'dark';
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') { search.value = ''; status = 'all'; show(); search.blur(); return; }
  if (event.target === search) return;
  if (event.key === '/') { event.preventDefault(); search.focus(); }
  else if (event.key === 'j') move(1);
  else if (event.key === 'k') move(-1);
});
addEventListener('hashchange', reveal);
show();
if (location.hash) reveal();
else { const bad = all.find((one) => one.dataset.status === 'error' || one.dataset.status === 'failed'); if (bad) bad.open = true; }
`;

// src/reporters/page/style.ts
var STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #373e47); --soft: light-dark(#f6f8fa, #1c2128);
  --dim: light-dark(#59636e, #9198a1); --good: light-dark(#1a7f37, #3fb950); --bad: light-dark(#cf222e, #f85149);
  --odd: light-dark(#9a6700, #d29922); --link: light-dark(#0969da, #4493f8); }
:root[data-theme=light] { color-scheme: light; }
:root[data-theme=dark] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1200px; padding: 1rem 1.5rem 4rem; font: 15px/1.5 system-ui, sans-serif;
  background: light-dark(#fff, #0d1117); color: light-dark(#1f2328, #e6edf3); }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; color: var(--dim); }
h3 { font-size: .95rem; margin: 1rem 0 .3rem; }
.facts, .place, .dim, .hidden-note { color: var(--dim); }
header { border-left: 6px solid var(--good); padding-left: 1rem; }
header.failed, header.error { border-color: var(--bad); }
header.cancelled { border-color: var(--odd); }
.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem; padding: .75rem 0;
  background: light-dark(#fff, #0d1117); }
.bar input { flex: 1 1 14rem; }
input, button { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line);
  border-radius: 6px; padding: .3rem .7rem; }
button { cursor: pointer; }
button[aria-pressed=true] { border-color: var(--link); box-shadow: inset 0 0 0 1px var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
.scenario { border: 1px solid var(--line); border-radius: 6px; margin: .35rem 0; scroll-margin: 4.5rem 0 1rem; }
.scenario > summary { display: flex; gap: .75rem; align-items: baseline; padding: .45rem .75rem; cursor: pointer; list-style: none; border-radius: 6px; }
.scenario > summary:hover { background: var(--soft); }
.scenario > summary::-webkit-details-marker { display: none; }
.scenario > summary .name { font-weight: 600; }
.scenario > summary .why { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--dim); }
.scenario[open] > summary { border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; }
.body { padding: .25rem .9rem 1rem; }
.wide { overflow-x: auto; }
.badge { display: inline-block; min-width: 4.6rem; text-align: center; border-radius: 1rem; padding: 0 .55rem; font-size: .8rem; white-space: nowrap;
  color: light-dark(#fff, #0d1117); background: var(--dim); }
.badge.passed { background: var(--good); }
.badge.failed, .badge.error, .badge.notEvaluated { background: var(--bad); }
.badge.flaky, .badge.cancelled { background: var(--odd); }
table { border-collapse: collapse; width: 100%; min-width: 44rem; margin: .4rem 0; font-size: .88rem; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: .35rem .5rem; overflow-wrap: anywhere; min-width: 4.5rem; }
tr:last-child > td { border-bottom: 0; }
td:first-child { white-space: nowrap; width: 1%; }
td > pre { margin: 0; }
th { color: var(--dim); font-weight: 500; white-space: nowrap; }
pre, code { font: .85rem/1.45 ui-monospace, SFMono-Regular, Menlo, monospace; }
pre { background: var(--soft); border-radius: 6px; padding: .6rem .8rem; margin: .4rem 0; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.cause { border-left: 4px solid var(--bad); padding-left: .75rem; margin: .75rem 0; }
.cause > h3 { margin-top: 0; }
.cause > p { margin: .3rem 0; }
ul.items, ul.differences { margin: .3rem 0; padding-left: 1.2rem; }
svg { display: block; width: 100%; min-width: 44rem; margin: .5rem 0 0; font: 12px system-ui, sans-serif; fill: currentColor; }
.legend { margin: 0 0 .75rem; font-size: .8rem; color: var(--dim); }
svg .lane { fill: var(--soft); }
svg .name, svg .kind { fill: var(--dim); }
svg .kind { font-weight: 600; }
svg .latency { paint-order: stroke; stroke: light-dark(#fff, #0d1117); stroke-width: 3px; }
svg .span { fill: var(--dim); opacity: .55; }
svg .span.passed { fill: var(--good); }
svg .span.failed, svg .span.error { fill: var(--bad); }
svg .dot { fill: var(--link); }
svg .tick { fill: var(--dim); }
svg .deadline { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 4 3; }
svg .arrow { stroke: var(--link); stroke-width: 1.5; fill: none; }
svg .axis { stroke: var(--line); }
@media (max-width: 45rem) {
  body { padding: 1rem .75rem 3rem; }
  .scenario > summary { flex-wrap: wrap; gap: .2rem .6rem; }
  .scenario > summary .name { flex: 1 1 60%; }
  .scenario > summary .why { flex: 1 1 100%; white-space: normal; order: 1; }
  .scenario > summary .place { order: 2; overflow-wrap: anywhere; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11px; }
  .bar, .scenario:not([open]) .body { display: none; }
  .badge { print-color-adjust: exact; }
  svg { print-color-adjust: exact; min-width: 0; }
  table { min-width: 0; }
  .wide { overflow: visible; }
  tr, svg, .cause { break-inside: avoid; }
}
`;

// src/reporters/html.ts
var html = defineReporter({
  name: "html",
  file: "report.html",
  start: /* @__PURE__ */ __name((output) => ({
    on() {
    },
    end(result) {
      output.write(renderPage(result));
    }
  }), "start")
});
var POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash("sha256").update(SCRIPT).digest("base64")}'`
].join("; ");
function renderPage(result) {
  const scenarios = byImportance(result.scenarios).map((scenario, index) => ({
    scenario,
    id: `s${index + 1}`
  }));
  const suites = Map.groupBy(scenarios, ({ scenario }) => scenario.suite);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>flowproof: ${text2(verdictSentence(result))}</title>
<style>${STYLE}</style>
</head>
<body>
${renderHeader(result)}
${renderBar(result)}
<main>
${Array.from(suites, ([suite, members]) => renderSuite(suite, members)).join("\n")}
</main>
${renderServices(result)}
${scenarios.map(({ scenario, id }) => `<script type="text/html" id="${id}-body">${renderScenarioBody(scenario)}</script>`).join("\n")}
<script>${SCRIPT}</script>
</body>
</html>
`;
}
__name(renderPage, "renderPage");
function renderHeader(result) {
  const { environment, seed, startedAt, durationMs, tool, detail = [], warnings, status } = result;
  const kafka = environment.kafka ? [`Kafka ${[environment.kafka.provider, environment.kafka.version ?? ""].join(" ").trim()}`] : [];
  const facts = [
    renderCounts(result),
    renderLength(durationMs),
    `environment ${environment.name}`,
    ...kafka,
    `seed ${seed}`,
    startedAt,
    `flowproof ${tool}`
  ];
  return `<header class="${status}">
<h1>${text2(verdictSentence(result))}</h1>
<p class="facts">${facts.filter((fact) => fact !== "").map(text2).join(" · ")}</p>
${lines(detail)}${lines(warnings)}
</header>`;
}
__name(renderHeader, "renderHeader");
function renderBar({ counts }) {
  const statuses = [
    ["all", counts.total],
    ["error", counts.errors],
    ["failed", counts.failed],
    ["cancelled", counts.cancelled],
    ["flaky", counts.flaky],
    ["skipped", counts.skipped],
    ["passed", counts.passed]
  ];
  const buttons = statuses.filter(([status, count]) => status === "all" || count > 0).map(
    ([status, count]) => `<button type="button" data-status="${status}" aria-pressed="false">${status} ${count}</button>`
  );
  return `<div class="bar" role="search">
<input id="search" type="search" placeholder="Search ( / )" aria-label="Search scenarios" autocomplete="off">
${buttons.join("\n")}
<button type="button" id="theme" aria-label="Switch between light and dark">◐</button>
<span class="hidden-note" aria-live="polite"></span>
</div>`;
}
__name(renderBar, "renderBar");
function renderSuite(suite, members) {
  return `<section class="suite"><h2>${text2(suite)}</h2>
${members.map(renderScenario).join("\n")}
</section>`;
}
__name(renderSuite, "renderSuite");
function renderScenario({ scenario, id }) {
  const { suite, status, durationMs, message = "", file, line, attempts } = scenario;
  const name = scenarioTitle(scenario).slice(`${suite} › `.length);
  return `<details class="scenario" id="${id}" data-status="${status}" data-text="${text2(searchText(scenario))}">
<summary>${badge(status)}<span class="name">${text2(name)}</span><span class="why">${text2(message)}</span>${attempts > 1 ? `<span class="dim">attempt ${attempts}</span>` : ""}<span class="place">${text2(`${file}:${line}`)}</span><span class="dim">${renderLength(durationMs)}</span></summary>
<div class="body"></div>
</details>`;
}
__name(renderScenario, "renderScenario");
function searchText({ suite, name, file, tags, message = "", tasks }) {
  const ofTasks = tasks.flatMap((task) => [task.name, ...task.topics, task.message ?? ""]);
  return [suite, name, file, ...tags, message, ...ofTasks].join(" ").toLowerCase();
}
__name(searchText, "searchText");
function renderServices({ environment: { services } }) {
  if (services.length === 0) return "";
  const parts = services.map(({ name, status, readyMs, lastLines }) => {
    const ready = readyMs === void 0 ? "" : ` · ready after ${renderLength(readyMs)}`;
    return `<details><summary>${text2(name)} <span class="dim">${text2(status + ready)}</span></summary>${lines(lastLines)}</details>`;
  });
  return `<h2>Services, with the last lines of their logs</h2>
${box("div", "services", parts.join("\n"))}`;
}
__name(renderServices, "renderServices");

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
    [...ownFailure(result), ...Array.from(suites.values(), (scenarios) => renderSuite2(scenarios, result))]
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
  const [message = result.status, ...lines2] = finding?.lines ?? [];
  const detail = [...result.span ? [renderLocation(result.span)] : [], ...lines2];
  const testcase = element("testcase", { name: "run", classname: "flowproof" }, [
    problem("error", message, detail)
  ]);
  return [element("testsuite", { name: "flowproof", tests: 1, failures: 0, errors: 1 }, [testcase])];
}
__name(ownFailure, "ownFailure");
function renderSuite2(scenarios, { startedAt, environment, seed }) {
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
      ...scenarios.map(renderScenario2)
    ]
  );
}
__name(renderSuite2, "renderSuite");
function renderScenario2(scenario) {
  const iteration = scenario.iteration > 0 ? ` (iteration ${scenario.iteration + 1})` : "";
  return element(
    "testcase",
    { name: scenario.name + iteration, classname: scenario.suite, time: seconds(scenario.durationMs) },
    [...outcome(scenario), element("system-out", {}, xmlText(transcript(scenario).join("\n")))]
  );
}
__name(renderScenario2, "renderScenario");
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
function transcript({ file, line, attempts, tasks }) {
  const lines2 = tasks.map(
    (task) => [`${task.status} ${task.name}`, renderLength(task.durationMs), describeWork(task), describeLatency(task)].filter((part) => part !== "").join(" · ")
  );
  return [`${file}:${line}`, ...attempts > 1 ? [`attempt ${attempts}`] : [], ...lines2];
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

// src/reporters/markup/overview.ts
function renderHeader2(result) {
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
__name(renderHeader2, "renderHeader");
function renderOverview(scenarios, linkOf) {
  if (scenarios.length === 0) return "";
  const hasReasons = scenarios.some(({ message }) => message !== void 0);
  const rows = scenarios.map((scenario) => [
    icon(scenario.status),
    text(scenario.suite),
    text(scenarioTitle(scenario).slice(scenario.suite.length + " › ".length)),
    renderLength(scenario.durationMs),
    ...hasReasons ? [text(cut(scenario.message ?? "", MAX_REASON_CHARACTERS))] : [],
    renderPlace(scenario, linkOf)
  ]);
  return table(["", "Suite", "Scenario", "Duration", ...hasReasons ? ["Why"] : [], "File"], rows);
}
__name(renderOverview, "renderOverview");
var MAX_REASON_CHARACTERS = 160;
function renderSuites(scenarios) {
  const suites = Map.groupBy(scenarios, ({ suite }) => suite);
  if (suites.size < 2) return "";
  const rows = Array.from(suites, ([suite, members]) => {
    const of = /* @__PURE__ */ __name((...statuses) => String(members.filter(({ status }) => statuses.includes(status)).length), "of");
    return [
      icon(byImportance(members)[0]?.status ?? "passed"),
      text(suite),
      String(members.length),
      of("failed", "error"),
      of("skipped", "cancelled"),
      of("passed", "flaky")
    ];
  });
  return table(["", "Suite", "Scenarios", "Not passed", "Not finished", "Passed"], rows);
}
__name(renderSuites, "renderSuites");

// src/reporters/summary.ts
var MAX_OPEN_ROWS = 50;
var summary = defineReporter({
  name: "summary",
  file: "summary.md",
  start: /* @__PURE__ */ __name((output, { maxBytes = Number.POSITIVE_INFINITY, linkOf = /* @__PURE__ */ __name(() => void 0, "linkOf"), diagrams = "failed" }) => ({
    on() {
    },
    end(result) {
      output.write(renderSummary(result, { maxBytes, linkOf, diagrams }));
    }
  }), "start")
});
function renderSummary(result, options) {
  const { maxBytes, linkOf } = options;
  const fits = /* @__PURE__ */ __name((markdown) => Buffer.byteLength(markdown) <= maxBytes, "fits");
  for (const markdown of levels(result, options)) if (fits(markdown)) return markdown;
  const bad = notPassed(result);
  return largest(bad.length, (count) => renderShort(result, bad.slice(0, count), linkOf), fits);
}
__name(renderSummary, "renderSummary");
function* levels(result, { linkOf, diagrams }) {
  const bad = notPassed(result);
  const good = result.scenarios.filter(({ status }) => status === "passed");
  const rows = renderOverview(good, linkOf);
  const isFolded = bad.length > 0 || good.length > MAX_OPEN_ROWS;
  const upTo = /* @__PURE__ */ __name((drawn) => [
    renderHeader2(result),
    renderOverview(bad, linkOf),
    ...bad.map((scenario) => renderNotPassed(scenario, { linkOf, drawn })),
    renderSuites(result.scenarios)
  ], "upTo");
  const whole = /* @__PURE__ */ __name((drawn) => {
    const folded = good.map((scenario) => renderFolded(scenario, drawn));
    return [...upTo(drawn), ...renderPassed([rows, ...folded], good.length, isFolded)];
  }, "whole");
  yield document(whole(diagrams));
  if (diagrams === "all")
    yield document([...whole("failed"), renderLeftOut(["the diagrams of the scenarios that passed"])]);
  yield document([
    ...upTo("failed"),
    ...renderPassed([rows], good.length, isFolded),
    renderLeftOut(["the tasks of the scenarios that passed"])
  ]);
  yield document([...upTo("failed"), renderLeftOut(passedScenarios(result))]);
  yield renderShort(result, bad, linkOf);
}
__name(levels, "levels");
function renderNotPassed(scenario, { linkOf, drawn }) {
  if (needsAttention(scenario)) return renderSection(scenario, { detail: "full", linkOf });
  return scenario.tasks.length > 0 ? renderFolded(scenario, drawn) : "";
}
__name(renderNotPassed, "renderNotPassed");
function renderPassed(blocks, count, isFolded) {
  if (count === 0) return [];
  if (!isFolded) return blocks;
  return [`<details><summary>✅ ${renderCount(count, "scenario")} passed</summary>`, ...blocks, "</details>"];
}
__name(renderPassed, "renderPassed");
function renderShort(result, scenarios, linkOf) {
  const rest = notPassed(result).length - scenarios.length;
  return document([
    renderHeader2(result),
    renderOverview(scenarios, linkOf),
    ...scenarios.filter(needsAttention).map((scenario) => renderSection(scenario, { detail: "short", linkOf })),
    renderLeftOut([
      ...passedScenarios(result),
      ...rest > 0 ? [`${renderCount(rest, "scenario")} that did not pass`] : [],
      "the tasks and checks of the others"
    ])
  ]);
}
__name(renderShort, "renderShort");
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
var reporters = { console, json, ndjson, summary, annotations, junit, ctrf, html };

export {
  findingsOf,
  reporters
};
