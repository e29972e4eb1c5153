import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  roundMs
} from "./part-base-duration.js";
import {
  createTaskFold
} from "./part-model-fold-task.js";
import {
  compact
} from "./part-model-compact.js";
import {
  byPlace,
  countStatuses
} from "./part-model-scenario-list.js";
import {
  __name
} from "./part-shared.js";

// src/model/critical-path.ts
function createCriticalPath(tasks) {
  const ends = /* @__PURE__ */ new Map();
  const starts = /* @__PURE__ */ new Map();
  return {
    on: /* @__PURE__ */ __name((event) => noteEnd(ends, starts, event), "on"),
    result: /* @__PURE__ */ __name((trigger) => pathOf(tasks, ends, trigger), "result")
  };
}
__name(createCriticalPath, "createCriticalPath");
function noteEnd(ends, starts, event) {
  if (event.type === "task-started") starts.set(event.task, event.atMs);
  else if (event.type === "record-produced" || event.type === "record-consumed") {
    const atMs = event.record.momentMs ?? event.atMs;
    ends.set(event.task, { atMs: Math.max(atMs, ends.get(event.task)?.atMs ?? atMs), reached: true });
  } else if (event.type === "task-finished") {
    const end = endOf(event, starts.get(event.task));
    if (end && (!end.reached || event.consume?.late || !ends.has(event.task))) ends.set(event.task, end);
  }
}
__name(noteEnd, "noteEnd");
function endOf({ status, durationMs, consume }, startedAtMs) {
  if (startedAtMs === void 0 || status === "skipped") return void 0;
  if (consume?.late) {
    return { atMs: consume.late.record.momentMs ?? startedAtMs + consume.late.latencyMs, reached: true };
  }
  const wasShort = consume !== void 0 && consume.matched < consume.awaited;
  return { atMs: startedAtMs + durationMs, reached: !wasShort };
}
__name(endOf, "endOf");
function pathOf(tasks, ends, trigger) {
  const momentOf = /* @__PURE__ */ __name((id2) => ends.get(id2)?.atMs ?? Number.NEGATIVE_INFINITY, "momentOf");
  const latest = /* @__PURE__ */ __name((ids) => ids.filter((id2) => ends.has(id2)).toSorted((a, b) => momentOf(b) - momentOf(a))[0], "latest");
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const steps = [];
  let id = latest(tasks.filter(({ kind }) => kind === "consume").map((task) => task.id));
  while (id !== void 0) {
    const task = byId.get(id);
    if (!task) break;
    if (task.kind === "consume") steps.unshift(task);
    id = latest(task.after);
  }
  const last = steps.at(-1);
  const wholeMs = last ? momentOf(last.id) - trigger : 0;
  let fromMs = 0;
  return steps.map(({ id: task, topics }) => {
    const untilMs = Math.max(fromMs, momentOf(task) - trigger);
    const tookMs = untilMs - fromMs;
    const step = {
      task,
      topics,
      fromMs: roundMs(fromMs),
      tookMs: roundMs(tookMs),
      share: wholeMs > 0 ? Math.round(100 * tookMs / wholeMs) / 100 : 0,
      reached: ends.get(task)?.reached ?? false
    };
    fromMs = untilMs;
    return step;
  });
}
__name(pathOf, "pathOf");

// src/model/fold-timeline.ts
var MAX_ENTRIES = 300;
var MAX_LINES_PER_SERVICE = 40;
var MAX_LINE_CHARACTERS = 200;
function createTimelineFold(started) {
  const moments = [];
  const linesOf = /* @__PURE__ */ new Map();
  const path = createCriticalPath(started.tasks);
  let triggerAtMs;
  const addLine = /* @__PURE__ */ __name((service) => {
    const count = (linesOf.get(service) ?? 0) + 1;
    linesOf.set(service, count);
    return count <= MAX_LINES_PER_SERVICE;
  }, "addLine");
  return {
    on(event) {
      if (event.type === "record-produced") triggerAtMs ??= event.record.momentMs ?? event.atMs;
      if (event.type === "service-logged" && !addLine(event.service)) return;
      if ("task" in event) path.on(event);
      if (moments.length < MAX_ENTRIES) moments.push(...momentsOf(event, started));
    },
    result() {
      const trigger = triggerAtMs ?? started.atMs;
      const since = /* @__PURE__ */ __name((atMs) => roundMs(atMs - trigger), "since");
      const entries = moments.map(({ atMs, untilMs, ...rest }) => ({
        atMs: since(atMs),
        ...untilMs === void 0 ? {} : { untilMs: since(untilMs) },
        ...rest
      }));
      return {
        triggerAtMs: trigger,
        entries: entries.toSorted((a, b) => a.atMs - b.atMs),
        criticalPath: path.result(trigger)
      };
    }
  };
}
__name(createTimelineFold, "createTimelineFold");
function momentsOf(event, { scenario, tasks, traceId }) {
  if ("scenario" in event && event.scenario !== scenario) return [];
  switch (event.type) {
    case "task-started":
      return [taskMoment(event, tasks, "started")];
    case "task-finished":
      return [taskMoment(event, tasks, event.status), ...lateMoment(event)];
    case "record-produced":
      return [recordMoment(event, `was produced by ${event.task}`)];
    case "record-consumed":
      return [recordMoment(event, `arrived at ${event.task}`)];
    case "service-logged":
      return [serviceMoment(event, event.line.slice(0, MAX_LINE_CHARACTERS))];
    case "service-exited":
      return [
        serviceMoment(event, event.expected ? "was stopped" : `exited (${event.code ?? event.signal})`)
      ];
    case "span-received":
      return isOfTrace(event.span, traceId) ? [spanMoment(event)] : [];
    default:
      return [];
  }
}
__name(momentsOf, "momentsOf");
function taskMoment({ atMs, task }, tasks, what) {
  return { atMs, lane: "task", name: tasks.find((plan) => plan.id === task)?.name ?? task, what };
}
__name(taskMoment, "taskMoment");
function recordMoment(event, what) {
  const { topic, partition, offset, momentMs } = event.record;
  return {
    atMs: momentMs ?? event.atMs,
    lane: "topic",
    name: topic,
    what: `record ${partition}@${offset} ${what}`
  };
}
__name(recordMoment, "recordMoment");
function lateMoment({ task, consume }) {
  const late = consume?.late;
  if (late?.record.momentMs === void 0) return [];
  const { topic, partition, offset, momentMs } = late.record;
  const what = `record ${partition}@${offset} arrived at ${task}, ${Math.round(late.byMs)} ms late`;
  return [{ atMs: momentMs, lane: "topic", name: topic, what }];
}
__name(lateMoment, "lateMoment");
function serviceMoment(event, what) {
  return { atMs: event.atMs, lane: "service", name: event.service, what };
}
__name(serviceMoment, "serviceMoment");
function isOfTrace({ traceId, linkedTraceIds }, wanted) {
  return wanted === void 0 || traceId === wanted || linkedTraceIds.includes(wanted);
}
__name(isOfTrace, "isOfTrace");
function spanMoment({ span }) {
  const failed = span.error === void 0 ? "" : `, failed: ${span.error}`;
  return {
    atMs: span.startedAtMs,
    untilMs: span.endedAtMs,
    lane: "trace",
    name: span.service,
    what: `${span.name}${failed}`
  };
}
__name(spanMoment, "spanMoment");

// src/model/fold-scenario.ts
function createScenarioFold(started) {
  const tasks = new Map(started.tasks.map((plan) => [plan.id, createTaskFold(plan)]));
  const timeline = createTimelineFold(started);
  let finished;
  let decider;
  return {
    on(event) {
      if (!finished || event.type === "span-received") timeline.on(event);
      if (event.type === "scenario-finished") finished = event;
      if (event.type === "task-finished" && isBad(event.status)) decider ??= event;
      if ("task" in event) tasks.get(event.task)?.on(event);
    },
    result(nowMs) {
      const unfinished = { nowMs, notStarted: finished ? "skipped" : "cancelled" };
      return {
        ...planned(started),
        status: finished ? withRetries(finished.status, started.attempt) : "cancelled",
        attempts: started.attempt,
        startedAtMs: started.atMs,
        durationMs: finished?.durationMs ?? nowMs - started.atMs,
        ...compact({ message: finished?.message ?? decider?.message, diagnosis: decider?.diagnosis }),
        tasks: [...tasks.values()].map((task) => task.result(unfinished)),
        timeline: timeline.result()
      };
    }
  };
}
__name(createScenarioFold, "createScenarioFold");
function notStarted(plan, status) {
  return { ...planned(plan), status, attempts: 0, startedAtMs: 0, durationMs: 0, tasks: [] };
}
__name(notStarted, "notStarted");
function planned(plan) {
  const { suite, name, description, tags, iteration, span } = plan;
  return { suite, name, ...compact({ description }), file: span.file, line: span.line, tags, iteration };
}
__name(planned, "planned");
function isBad(status) {
  return status === "failed" || status === "error";
}
__name(isBad, "isBad");
function withRetries(status, attempt) {
  return status === "passed" && attempt > 1 ? "flaky" : status;
}
__name(withRetries, "withRetries");

// src/model/fold-services.ts
var LINES_PER_SERVICE = 20;
function createServicesFold() {
  const services = /* @__PURE__ */ new Map();
  const change = /* @__PURE__ */ __name((name, changes) => {
    const before = services.get(name) ?? { name, status: "starting", lastLines: [] };
    services.set(name, { ...before, ...changes });
  }, "change");
  const addLine = /* @__PURE__ */ __name((name, line) => change(name, { lastLines: [...services.get(name)?.lastLines ?? [], line].slice(-LINES_PER_SERVICE) }), "addLine");
  return {
    on(event) {
      if (event.type === "service-started") change(event.service, { status: "starting" });
      else if (event.type === "service-ready")
        change(event.service, { status: "ready", readyMs: event.tookMs });
      else if (event.type === "service-logged") addLine(event.service, event.line);
      else if (event.type === "service-exited")
        change(event.service, { status: event.expected ? "stopped" : "exited", exitCode: event.code });
    },
    result: /* @__PURE__ */ __name(() => [...services.values()], "result")
  };
}
__name(createServicesFold, "createServicesFold");

// src/model/fold-run.ts
var INTERRUPTED = 130;
function createRunFold() {
  const known = { nowMs: 0, warnings: [] };
  const services = createServicesFold();
  const attempts = /* @__PURE__ */ new Map();
  const latest = /* @__PURE__ */ new Map();
  return {
    on(event) {
      known.nowMs = event.atMs;
      services.on(event);
      note(known, event);
      if (event.type === "scenario-started") {
        const fold = createScenarioFold(event);
        attempts.set(event.scenario, fold);
        latest.set(identity(event), fold);
      } else if ("scenario" in event) attempts.get(event.scenario)?.on(event);
      else for (const fold of latest.values()) fold.on(event);
    },
    result() {
      const scenarios = scenarioResults(known, latest);
      return {
        ...identityOfRun(known),
        ...verdict(known),
        durationMs: known.finished?.durationMs ?? known.nowMs,
        counts: countStatuses(scenarios),
        environment: {
          name: known.started?.environment ?? "default",
          ...compact({ kafka: kafka(known) }),
          services: services.result()
        },
        ...compact({
          message: known.failure?.message,
          detail: known.failure?.detail,
          span: known.failure?.span
        }),
        warnings: [...known.warnings],
        scenarios
      };
    }
  };
}
__name(createRunFold, "createRunFold");
function note(known, event) {
  if (event.type === "run-started") known.started = event;
  else if (event.type === "kafka-ready") known.kafka ??= event;
  else if (event.type === "warning-given") known.warnings.push(event.message);
  else if (event.type === "run-failed") known.failure ??= event;
  else if (event.type === "run-finished") known.finished = event;
}
__name(note, "note");
function identityOfRun({
  started
}) {
  return {
    version: 1,
    tool: started?.version ?? "",
    runId: started?.runId ?? "",
    seed: started?.seed ?? 0,
    startedAt: started?.startedAt ?? ""
  };
}
__name(identityOfRun, "identityOfRun");
function verdict({ finished, failure }) {
  if (finished) return { status: finished.status, exitCode: finished.exitCode };
  return failure ? { status: "error", exitCode: 3 } : { status: "cancelled", exitCode: INTERRUPTED };
}
__name(verdict, "verdict");
function kafka({ kafka: ready }) {
  if (!ready) return void 0;
  return { provider: ready.provider, bootstrap: ready.bootstrap, ...compact({ version: ready.version }) };
}
__name(kafka, "kafka");
function scenarioResults(known, latest) {
  const unreached = verdict(known).status === "cancelled" ? "cancelled" : "skipped";
  const waiting = (known.started?.scenarios ?? []).filter((plan) => !latest.has(identity(plan))).map((plan) => notStarted(plan, unreached));
  return [...[...latest.values()].map((fold) => fold.result(known.nowMs)), ...waiting].sort(byPlace);
}
__name(scenarioResults, "scenarioResults");
function identity(plan) {
  return JSON.stringify([plan.span.file, plan.suite, plan.name, plan.iteration]);
}
__name(identity, "identity");

export {
  createRunFold
};
