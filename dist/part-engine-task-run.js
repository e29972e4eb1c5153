import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  createRunFold
} from "./part-model-fold-timeline.js";
import {
  version
} from "./part-package.js";
import {
  connectKafka,
  createSecurity,
  readTls
} from "./part-platformatic-kafka.js";
import {
  askRegistry
} from "./part-kafka-schema-registry-http.js";
import {
  ServiceOutput
} from "./part-stack-services-output.js";
import {
  parseCommand
} from "./part-stack-services-command-line.js";
import {
  HOST_FROM_CONTAINERS
} from "./part-stack-services-launched.js";
import {
  splitLines
} from "./part-stack-services-lines.js";
import {
  loadProject
} from "./part-load-check-graph.js";
import {
  CheckTally,
  MOST_KEPT,
  RecordCollection,
  SCENARIO_START,
  TaskSkipped,
  describeFailedCheck,
  followTopics,
  incomingOf,
  judge,
  kindOf,
  matchingTopics,
  patternOf,
  qualifiedName,
  resolve,
  resolveFile,
  selectTopics,
  selects
} from "./part-csv-parse.js";
import {
  Template,
  clustersOf,
  freeform,
  isContainer,
  parsePattern,
  pathOfCluster,
  readyConfig,
  serviceConfig
} from "./part-model-service-config.js";
import {
  createJq
} from "./part-expr-jq.js";
import {
  createRandomValues,
  seededRandom,
  withRandom
} from "./part-expr-random.js";
import {
  renderDuration,
  roundMs
} from "./part-base-duration.js";
import {
  createRecordPlaces,
  withoutContent
} from "./part-model-record-places.js";
import {
  createEventRedactor
} from "./part-model-redact-event.js";
import {
  CUT,
  REDACTED,
  beginningIn,
  inJson
} from "./part-base-redaction.js";
import {
  didYouMean,
  editsBetween,
  nearest
} from "./part-base-did-you-mean.js";
import {
  require_https
} from "./part-node-https.js";
import {
  MARKER_VARIABLE,
  RunRecord,
  endTree,
  markerOfRun,
  removeContainers,
  runFolder,
  signalTree,
  sweepLeftovers
} from "./part-stack-processes-run-file.js";
import {
  compact
} from "./part-model-compact.js";
import {
  renderLocation
} from "./part-base-source-span.js";
import {
  ALTERNATIVE
} from "./part-model-run-event.js";
import {
  placeOf
} from "./part-model-record.js";
import {
  sleep,
  systemClock
} from "./part-base-clock.js";
import {
  require_http
} from "./part-node-http.js";
import {
  external_exports
} from "./part-zod.js";
import {
  shorten
} from "./part-base-shorten.js";
import {
  exactNumber,
  isJsonObject,
  parseJson,
  renderJson
} from "./part-model-json.js";
import {
  FlowproofError,
  RunError,
  UsageError,
  describeError
} from "./part-base-errors.js";
import {
  renderCount
} from "./part-base-count.js";
import {
  __callDispose,
  __name,
  __toESM,
  __using
} from "./part-shared.js";

// src/index.ts
import { randomInt, randomUUID } from "node:crypto";
import { readFile as readFile3 } from "node:fs/promises";

// src/engine/bus.ts
function createBus({ clock, startedAtMs, redact, sinks }) {
  const live = new Set(sinks);
  let seq = 0;
  const emit = /* @__PURE__ */ __name((draft) => {
    const event = redact({ ...draft, seq: seq++, atMs: roundMs(clock.nowMs() - startedAtMs) });
    for (const sink of [...live]) {
      try {
        sink.on(event);
      } catch (cause) {
        live.delete(sink);
        emit({ type: "warning-given", message: `the ${sink.name} report stopped: ${describeError(cause)}` });
      }
    }
  }, "emit");
  return emit;
}
__name(createBus, "createBus");

// src/engine/run-memory.ts
var MAX_LINES_PER_SERVICE = 500;
var MAX_SPANS = 5e3;
var RunMemory = class {
  static {
    __name(this, "RunMemory");
  }
  name = "diagnosis";
  #services = /* @__PURE__ */ new Map();
  #spans = [];
  /** Are spans received at all? */
  expectsSpans;
  constructor({ expectsSpans = false } = {}) {
    this.expectsSpans = expectsSpans;
  }
  on(event) {
    switch (event.type) {
      case "service-started":
        this.#service(event.service).state = "running";
        break;
      case "service-exited":
        Object.assign(this.#service(event.service), {
          state: event.expected ? "stopped" : "exited",
          exitCode: event.code,
          signal: event.signal
        });
        break;
      case "service-logged":
        keepLatest(
          this.#service(event.service).lines,
          { atMs: event.atMs, line: event.line },
          MAX_LINES_PER_SERVICE
        );
        break;
      case "span-received":
        keepLatest(this.#spans, event.span, MAX_SPANS);
        break;
      default:
    }
  }
  /** All services, with their lines from a moment of the run on; times are since then. */
  servicesSince(sinceMs) {
    return [...this.#services].map(([name, { state, exitCode, signal, lines }]) => ({
      name,
      state,
      exitCode,
      signal,
      lines: lines.filter(({ atMs }) => atMs >= sinceMs).map(({ atMs, line }) => ({ atMs: atMs - sinceMs, line }))
    }));
  }
  /** Spans of a trace that ended after a moment of the run, the longest first. */
  spansSince(sinceMs, traceId) {
    const isOfTrace = /* @__PURE__ */ __name(({ traceId: own, linkedTraceIds }) => own === traceId || linkedTraceIds.includes(traceId), "isOfTrace");
    return this.#spans.filter((span) => span.endedAtMs >= sinceMs && isOfTrace(span)).map(({ name, service, startedAtMs, endedAtMs, error }) => ({
      name,
      service,
      startedAtMs: startedAtMs - sinceMs,
      tookMs: endedAtMs - startedAtMs,
      error
    })).toSorted((a, b) => b.tookMs - a.tookMs);
  }
  #service(name) {
    const known = this.#services.get(name) ?? { state: "running", lines: [] };
    this.#services.set(name, known);
    return known;
  }
};
function keepLatest(items, item, max) {
  items.push(item);
  if (items.length > max) items.shift();
}
__name(keepLatest, "keepLatest");

// src/engine/run-scenarios.ts
import { availableParallelism } from "node:os";

// src/tasks/shared-topics.ts
function sharedTopics({
  tasks,
  parallel,
  fresh
}) {
  if (fresh) return "everything";
  if (parallel) return void 0;
  const topics = tasks.flatMap((task) => [...task.topics.consumed, ...task.topics.produced]);
  const isOpen = topics.some((topic) => topic instanceof Template || patternOf(String(topic)) !== void 0);
  const disturbs = tasks.some((task) => task.disturbs);
  return isOpen || disturbs ? "everything" : new Set(topics.map(String));
}
__name(sharedTopics, "sharedTopics");

// src/tasks/consume/fetch-store.ts
import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/tasks/consume/packed-fetch.ts
import { deserialize, serialize } from "node:v8";
var NULL = -1;
function packFetch({ records, ...about }) {
  const parts = records.flatMap(({ key, value }) => [key, value]);
  const packed = {
    ...about,
    offsets: BigInt64Array.from(records, ({ offset }) => offset),
    timestampsMs: BigInt64Array.from(records, ({ timestampMs }) => timestampMs),
    lengths: Int32Array.from(parts, (part) => part?.length ?? NULL),
    bytes: Buffer.concat(parts.filter((part) => part !== null)),
    headers: new Map(
      [...records.entries()].flatMap(
        ([index, { headers }]) => headers.length > 0 ? [[index, headers]] : []
      )
    )
  };
  return serialize(packed);
}
__name(packFetch, "packFetch");
function unpackFetch(content) {
  const { offsets, timestampsMs, lengths, bytes, headers, ...about } = deserialize(content);
  let at = 0;
  const part = /* @__PURE__ */ __name((number) => {
    const length = lengths[number] ?? NULL;
    if (length === NULL) return null;
    at += length;
    return bytes.subarray(at - length, at);
  }, "part");
  const records = Array.from(offsets, (offset, index) => {
    const key = part(2 * index);
    const value = part(2 * index + 1);
    const { topic, partition } = about;
    const timestampMs = timestampsMs[index] ?? 0n;
    return { topic, partition, offset, timestampMs, key, value, headers: headers.get(index) ?? [] };
  });
  return { ...about, records };
}
__name(unpackFetch, "unpackFetch");

// src/tasks/consume/fetch-store.ts
var MOST_BYTES = 8 * 1024 * 1024;
var FetchStore = class {
  static {
    __name(this, "FetchStore");
  }
  #mostBytes;
  #heldBytes = 0;
  #file = new SpillFile();
  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }
  keep(fetched) {
    const incoming = incomingOf(fetched);
    const { sizeBytes } = incoming;
    const hasRoom = this.#heldBytes + sizeBytes <= this.#mostBytes;
    const place = hasRoom ? void 0 : this.#file.write(packFetch(fetched));
    if (place)
      return new KeptFetch({
        ...incoming,
        take: /* @__PURE__ */ __name(() => unpackFetch(this.#file.read(place)), "take"),
        drop: /* @__PURE__ */ __name(() => void 0, "drop")
      });
    this.#heldBytes += sizeBytes;
    const free = /* @__PURE__ */ __name(() => {
      this.#heldBytes -= sizeBytes;
    }, "free");
    return new KeptFetch({ ...incoming, drop: free });
  }
  [Symbol.dispose]() {
    this.#file[Symbol.dispose]();
  }
};
var KeptFetch = class {
  static {
    __name(this, "KeptFetch");
  }
  #content;
  #holders = 0;
  constructor(content) {
    this.#content = content;
  }
  get topic() {
    return this.#content.topic;
  }
  /** For one more holder: it takes the records or drops them. */
  hold() {
    this.#holders++;
    let isHeld = true;
    const drop = /* @__PURE__ */ __name(() => {
      if (isHeld && --this.#holders === 0) this.#content.drop();
      isHeld = false;
    }, "drop");
    const take = /* @__PURE__ */ __name(() => {
      const fetched = this.#content.take();
      drop();
      return fetched;
    }, "take");
    return { ...this.#content, take, drop };
  }
};
var SpillFile = class {
  static {
    __name(this, "SpillFile");
  }
  #descriptor;
  #position = 0;
  #isUsable = true;
  /** undefined when it cannot be written: then there is no room on the disk, and memory has to do. */
  write(content) {
    if (!this.#isUsable) return void 0;
    const place = { position: this.#position, length: content.length };
    try {
      this.#descriptor ??= openNameless();
      for (let done = 0; done < content.length; )
        done += writeSync(this.#descriptor, content, done, content.length - done, place.position + done);
    } catch {
      this.#isUsable = false;
      return void 0;
    }
    this.#position += content.length;
    return place;
  }
  read({ position, length }) {
    const content = Buffer.allocUnsafeSlow(length);
    if (this.#descriptor === void 0) throw new RangeError("the file is closed");
    for (let done = 0; done < length; ) {
      const count = readSync(this.#descriptor, content, done, length - done, position + done);
      if (count === 0) throw new RangeError("the file is shorter than what was written to it");
      done += count;
    }
    return content;
  }
  [Symbol.dispose]() {
    if (this.#descriptor !== void 0) closeSync(this.#descriptor);
    this.#descriptor = void 0;
    this.#isUsable = false;
  }
};
function openNameless() {
  const path = join(tmpdir(), `flowproof-${process.pid}-${crypto.randomUUID()}`);
  const descriptor = openSync(path, "wx+", 384);
  unlinkSync(path);
  return descriptor;
}
__name(openNameless, "openNameless");

// src/tasks/consume/tape.ts
var RecordTape = class {
  static {
    __name(this, "RecordTape");
  }
  #kept = [];
  #store;
  #readersToCome;
  #listeners = /* @__PURE__ */ new Set();
  /** @param readers of each task that will read; the same objects subscribe and are released */
  constructor(readers, store = new FetchStore()) {
    this.#readersToCome = new Set(readers);
    this.#store = store;
  }
  /** Takes a fetch from the watch. */
  append(fetched) {
    const listeners = [...this.#listeners].filter(({ topics }) => selects(topics, fetched.topic));
    const isToCome = this.#isToCome(fetched.topic);
    if (!isToCome && listeners.length === 0) return;
    const fetch = this.#store.keep(fetched);
    if (isToCome) this.#kept.push({ fetch, own: fetch.hold() });
    for (const { listener } of listeners) listener(fetch.hold());
  }
  /** Hands `listener` all that was kept of these topics, then what arrives, until disposed. */
  subscribe(topics, listener) {
    const entry = { topics, listener };
    this.#listeners.add(entry);
    for (const { fetch } of this.#kept) if (selects(topics, fetch.topic)) listener(fetch.hold());
    return { [Symbol.dispose]: () => this.#listeners.delete(entry) };
  }
  /** This reader will not subscribe any more: what only it was to read is dropped. */
  release(topics) {
    this.#readersToCome.delete(topics);
    const { kept = [], dropped = [] } = Object.groupBy(
      this.#kept,
      ({ fetch }) => this.#isToCome(fetch.topic) ? "kept" : "dropped"
    );
    this.#kept = kept;
    for (const { own } of dropped) own.drop();
  }
  [Symbol.dispose]() {
    this.#listeners.clear();
    this.#store[Symbol.dispose]();
  }
  #isToCome(topic) {
    return [...this.#readersToCome].some((topics) => selects(topics, topic));
  }
};

// src/tasks/consume/open-watches.ts
var ISOLATIONS = ["read_committed", "read_uncommitted"];
async function openWatches(scenario, options) {
  const { kafka, signal } = options;
  const producedBy = await namesOf(scenario, "produced", options);
  const written = await namesOf(scenario, "consumed", options);
  const produced = [...new Set([...producedBy.values()].flat())];
  if (options.createTopics && produced.length > 0) {
    await kafka.createTopics(
      produced.map((name) => ({ name })),
      signal
    );
  }
  const selectorOf = new Map([...written].map(([task, topics]) => [task, selectTopics(topics)]));
  const consumedBy = /* @__PURE__ */ new Map();
  for (const [task, selector] of selectorOf)
    consumedBy.set(task, [...selector.names, ...await matchingTopics(selector, options, signal)]);
  const isOpen = scenario.tasks.some(({ id, topics }) => topics.consumed.length > 0 && !written.has(id));
  const others = isOpen ? await kafka.listTopics(signal) : [];
  const names = /* @__PURE__ */ new Set([...[...consumedBy.values()].flat(), ...others]);
  const startPositions = await kafka.offsets([...names], "end", signal);
  const broken = new AbortController();
  const ended = new AbortController();
  const watches = ISOLATIONS.map((isolation) => {
    const tasks = scenario.tasks.filter(
      (task) => task.kind === "consume" && isolationOf(task.spec) === isolation && selectorOf.has(task.id)
    );
    const selectors = tasks.map((task) => selectorOf.get(task.id)).filter((one) => one !== void 0);
    const topics = [...new Set(tasks.flatMap((task) => consumedBy.get(task.id) ?? []))];
    return new TapeWatch({ isolation, topics, selectors, startPositions, options, broken, ended });
  });
  const [committed, uncommitted2] = watches.map(({ tape }) => tape);
  return {
    startPositions,
    selectorOf,
    consumedBy,
    producedBy,
    tape: { read_committed: committed, read_uncommitted: uncommitted2 },
    get interruptions() {
      return watches.flatMap((watch) => watch.interruptions);
    },
    signal: AbortSignal.any([signal, broken.signal]),
    release(task) {
      const selector = selectorOf.get(task);
      if (selector) for (const { tape } of watches) tape.release(selector);
    },
    fail: /* @__PURE__ */ __name((cause) => broken.abort(cause), "fail"),
    [Symbol.asyncDispose]: async () => {
      ended.abort();
      await Promise.all(watches.map((watch) => watch[Symbol.asyncDispose]()));
    }
  };
}
__name(openWatches, "openWatches");
function isolationOf(spec) {
  return spec.isolation ?? "read_committed";
}
__name(isolationOf, "isolationOf");
async function namesOf(scenario, side, { context, jq }) {
  const names = /* @__PURE__ */ new Map();
  for (const { id, topics } of scenario.tasks) {
    if (topics[side].length === 0) continue;
    try {
      names.set(id, (await resolve(topics[side], context, jq)).map(String));
    } catch (cause) {
      if (!(cause instanceof RunError) || cause.code !== "EXPRESSION_FAILED") throw cause;
    }
  }
  return names;
}
__name(namesOf, "namesOf");
var TapeWatch = class {
  static {
    __name(this, "TapeWatch");
  }
  tape;
  #watches = [];
  #parts;
  constructor(parts) {
    this.#parts = parts;
    this.tape = new RecordTape(parts.selectors);
    this.#watch(parts.topics, parts.startPositions);
    const all = {
      names: parts.selectors.flatMap(({ names }) => names),
      patterns: parts.selectors.flatMap(({ patterns }) => patterns)
    };
    void followTopics(all, {
      known: parts.topics,
      surroundings: parts.options,
      signal: AbortSignal.any([parts.options.signal, parts.ended.signal]),
      onFound: /* @__PURE__ */ __name((topics) => this.#watch(topics, /* @__PURE__ */ new Map()), "onFound")
    });
  }
  get interruptions() {
    return this.#watches.flatMap((watch) => watch.interruptions);
  }
  async [Symbol.asyncDispose]() {
    await Promise.all(this.#watches.map((watch) => watch[Symbol.asyncDispose]()));
    this.tape[Symbol.dispose]();
  }
  #watch(topics, positions) {
    if (topics.length === 0) return;
    const { isolation, options, broken } = this.#parts;
    const watch = options.kafka.watch({
      topics,
      positions,
      isolation,
      onFetch: /* @__PURE__ */ __name((fetched) => this.tape.append(fetched), "onFetch")
    });
    watch.done.catch((cause) => broken.abort(cause));
    this.#watches.push(watch);
  }
};

// src/tasks/random-context.ts
function createRandomContext(...key) {
  const random = createRandomValues(...key);
  return (context) => withRandom(context, random);
}
__name(createRandomContext, "createRandomContext");

// src/tasks/resolve-variables.ts
async function* resolveVariables(variables, context, { jq }) {
  for (const [name, value] of Object.entries(variables)) {
    const resolved = await resolve(value, context, jq);
    yield { [name]: resolved };
  }
}
__name(resolveVariables, "resolveVariables");

// src/engine/abort.ts
var ScenarioTimeout = class {
  static {
    __name(this, "ScenarioTimeout");
  }
  limitMs;
  constructor(limitMs) {
    this.limitMs = limitMs;
  }
};
function errorVerdict({ message, hint }) {
  return { status: "error", message, ...hint === void 0 ? {} : { detail: [hint] } };
}
__name(errorVerdict, "errorVerdict");
function abortVerdict(reason) {
  if (reason instanceof ScenarioTimeout) {
    return {
      status: "failed",
      message: `the scenario reached its timeout of ${renderDuration(reason.limitMs)} while this task was waiting`
    };
  }
  if (reason instanceof FlowproofError) return errorVerdict(reason);
  return { status: "cancelled", message: typeof reason === "string" ? reason : "the run was cancelled" };
}
__name(abortVerdict, "abortVerdict");

// src/engine/diagnosis/look-up.ts
var MAX_TOPICS = 500;
async function takeEndOffsets(kafka, signal) {
  try {
    const topics = await kafka.listTopics(signal);
    return topics.length > MAX_TOPICS ? /* @__PURE__ */ new Map() : await kafka.offsets(topics, "end", signal);
  } catch {
    return /* @__PURE__ */ new Map();
  }
}
__name(takeEndOffsets, "takeEndOffsets");
async function takeGroups(kafka, signal) {
  try {
    return await kafka.describeGroups("all", signal);
  } catch {
    return void 0;
  }
}
__name(takeGroups, "takeGroups");
async function readRange(kafka, { topic, from, to }, signal, isolation = "read_committed") {
  var _stack = [];
  try {
    const records = [];
    const missing = new Set(to.flatMap((end, partition) => end > (from[partition] ?? 0n) ? [partition] : []));
    if (missing.size === 0) return [];
    const done = Promise.withResolvers();
    const watch = __using(_stack, kafka.watch({
      topics: [topic],
      positions: /* @__PURE__ */ new Map([[topic, from]]),
      isolation,
      onFetch(fetched) {
        const end = to[fetched.partition] ?? 0n;
        records.push(...fetched.records.filter((record) => record.offset < end));
        if (fetched.nextOffset >= least(end, fetched.endOffset)) missing.delete(fetched.partition);
        if (missing.size === 0) done.resolve();
      }
    }), true);
    const stop = /* @__PURE__ */ __name(() => done.resolve(), "stop");
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    await Promise.race([done.promise, watch.done.catch(stop)]);
    signal.removeEventListener("abort", stop);
    return records;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(readRange, "readRange");
function least(a, b) {
  return a < b ? a : b;
}
__name(least, "least");

// src/engine/graph.ts
async function runGraph(tasks, options) {
  const ends = /* @__PURE__ */ new Map();
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const endOf2 = /* @__PURE__ */ __name((id) => {
    const known = ends.get(id);
    const task = byId.get(id);
    if (known || !task) return known ?? Promise.resolve({ how: "ended" });
    const end = runAfterLinks(task, endOf2, options);
    ends.set(id, end);
    return end;
  }, "endOf");
  await Promise.all(tasks.map((task) => endOf2(task.id)));
}
__name(runGraph, "runGraph");
async function runAfterLinks(task, endOf2, { clock, signal, run: run2, skip }) {
  const parents = await Promise.all(
    task.links.map(async ({ task: parent, delayMs }) => {
      const end = await endOf2(parent);
      if (end.how === "ended" && delayMs > 0) await sleep(clock, delayMs, signal).catch(() => void 0);
      return end;
    })
  );
  const stopped = parents.find((end) => end.how === "stopped");
  if (!stopped) return run2(task);
  skip(task, stopped.because);
  return stopped;
}
__name(runAfterLinks, "runAfterLinks");

// src/engine/scenario-state.ts
import { createHash } from "node:crypto";

// src/engine/each-queue.ts
var MOST_WAITING = 500;
var EachQueue = class {
  static {
    __name(this, "EachQueue");
  }
  #waiting;
  #closed = /* @__PURE__ */ new Set();
  #isCancelled = false;
  /** Has the child begun to take events? Until then nobody is held up by it. */
  #isTaken = false;
  #change = Promise.withResolvers();
  constructor(parents) {
    this.#waiting = new Map(parents.map((parent) => [parent, []]));
  }
  /** Takes events of a parent; resolves when there is room for more. */
  async push(parent, events) {
    const waiting = this.#waiting.get(parent);
    if (!waiting || this.#isCancelled) return;
    waiting.push(...events);
    this.#signal();
    while (this.#isFull(waiting)) await this.#change.promise;
  }
  /** The parents of a join are never held up: one may have to end before the other can bring anything. */
  #isFull(waiting) {
    return this.#isTaken && !this.#isCancelled && this.#waiting.size === 1 && waiting.length >= MOST_WAITING;
  }
  /** The parent has ended, or never will have any events. */
  close(parent) {
    this.#closed.add(parent);
    this.#signal();
  }
  /** No more events are wanted: those that wait are dropped, and no parent is held up. */
  cancel() {
    this.#isCancelled = true;
    for (const waiting of this.#waiting.values()) waiting.length = 0;
    this.#signal();
  }
  /** The next firing; undefined when there will be none. */
  async next() {
    this.#isTaken = true;
    for (; ; ) {
      if (this.#isCancelled) return void 0;
      const parents = [...this.#waiting];
      if (parents.every(([, waiting]) => waiting.length > 0)) {
        this.#signal();
        return new Map(
          parents.flatMap(([parent, waiting]) => waiting.splice(0, 1).map((event) => [parent, event]))
        );
      }
      if (parents.some(([parent, waiting]) => waiting.length === 0 && this.#closed.has(parent))) {
        this.cancel();
        return void 0;
      }
      await this.#change.promise;
    }
  }
  #signal() {
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }
};

// src/engine/source-log.ts
var SourceLog = class {
  static {
    __name(this, "SourceLog");
  }
  #collection = new RecordCollection();
  /** Of the records that are kept. */
  #moments = [];
  #listeners = /* @__PURE__ */ new Set();
  #latest = {};
  #others = 0;
  #startedAt;
  #endedAt;
  /** Until something changes, so that the contexts of a batch share it. */
  #view;
  start(wallMs) {
    this.#startedAt ??= new Date(wallMs).toISOString();
    this.#view = void 0;
  }
  end(wallMs) {
    this.#endedAt = new Date(wallMs).toISOString();
    this.#view = void 0;
  }
  add(event) {
    this.#latest = { [event.what]: event.value };
    this.#view = void 0;
    if (event.what === "record") {
      this.#collection.add(event.value);
      if (this.#moments.length < MOST_KEPT) this.#moments.push(event.atMs);
    } else this.#others++;
    for (const listener of this.#listeners) listener(event);
  }
  /** Hands `listener` the records that are kept, then each event as it comes, until disposed. */
  follow(listener) {
    for (const [index, value] of this.#collection.records.entries())
      listener({ what: "record", value, atMs: this.#moments[index] ?? 0 });
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
  }
  get recordCount() {
    return this.#collection.count;
  }
  /** `.source.<task>`. */
  view() {
    this.#view ??= {
      ...this.#latest,
      ...this.#collection.view(),
      ...this.#others > 0 ? { count: this.#others } : {},
      startedAt: this.#startedAt ?? null,
      endedAt: this.#endedAt ?? null
    };
    return this.#view;
  }
};

// src/engine/scenario-state.ts
var WEIGHT = ["error", "failed", "cancelled"];
var ScenarioState = class {
  static {
    __name(this, "ScenarioState");
  }
  scenario;
  id;
  deps;
  /** A moment of the clock. */
  startedAtMs;
  /** Measures from the start of the scenario on; whoever runs it disposes it. */
  lag;
  /** From 0. */
  iteration;
  /** Of all records that it produces, as W3C Trace Context has it. */
  traceId;
  /** `.variables`. */
  variables = {};
  /** What is found out after a task's verdict stands, only to explain it. */
  explanations = [];
  /** End offsets of all topics when the scenario started. */
  endOffsets = Promise.resolve(/* @__PURE__ */ new Map());
  #tasks;
  #stamped = 0;
  #sourceView = {};
  constructor(scenario, attempt, deps) {
    this.scenario = scenario;
    this.id = attempt.id;
    this.iteration = attempt.iteration;
    this.deps = deps;
    this.startedAtMs = deps.clock.nowMs();
    this.lag = deps.clock.measureLag();
    this.traceId = digest(deps.run.id, attempt.id).slice(0, 32);
    this.#tasks = new Map(scenario.tasks.map((task) => [task.id, createTaskState(task, scenario)]));
  }
  /** What is known of a task. */
  of(task) {
    const found = this.#tasks.get(task);
    if (!found) throw new TypeError(`no task "${task}"`);
    return found;
  }
  /** The JSON that expressions read, language.md §1. */
  expressionContext(added = {}) {
    const { clock, env, run: run2 } = this.deps;
    const nowMs = clock.wallMs();
    return {
      variables: this.variables,
      env,
      run: { id: run2.id, iteration: this.iteration, seed: run2.seed, startedAt: run2.startedAt },
      now: new Date(nowMs).toISOString(),
      nowMs,
      source: this.#source(),
      ...added
    };
  }
  /** `.source`: the same object until something in it changes, so that the contexts of many records share it. */
  #source() {
    const views = [...this.#tasks].map(([id, { log: log2 }]) => [id, log2.view()]);
    if (views.some(([id, view]) => this.#sourceView[id] !== view))
      this.#sourceView = Object.fromEntries(views);
    return this.#sourceView;
  }
  /** The headers of one more produced record; none when the scenario does not want any. */
  stamp() {
    if (!this.scenario.stamp) return [];
    const spanId = digest(this.traceId, String(this.#stamped++)).slice(0, 16);
    return [
      { key: "traceparent", value: `00-${this.traceId}-${spanId}-01` },
      { key: "flowproof-run", value: this.deps.run.id }
    ];
  }
  /** The task has come to its END, or never will: its successors and children may go on, or are told. */
  end(task, end) {
    const state = this.of(task);
    state.end = end;
    state.log.end(this.deps.clock.wallMs());
    if (end.how === "ended") state.moment.resolve(state.latestMs ?? this.deps.clock.nowMs());
    else state.moment.reject(new TaskSkipped(task));
    for (const child of state.children) this.of(child).queue.close(task);
  }
  /** Notes a task's verdict and emits it. */
  finish(task, verdict) {
    this.of(task.id).verdict = verdict;
    this.deps.emit({ type: "task-finished", scenario: this.id, task: task.id, ...verdict });
  }
  /** The scenario could not start, or not go on: every task without a verdict gets this one. */
  breakOff(verdict) {
    for (const task of this.scenario.tasks) {
      if (!this.of(task.id).verdict) this.finish(task, { ...verdict, durationMs: 0 });
    }
  }
  /** Of the whole scenario, with the message of the first task, as written, that decided it. */
  verdict() {
    const all = this.scenario.tasks.map((task) => this.of(task.id).verdict ?? { status: "skipped" });
    const status = WEIGHT.find((one) => all.some((verdict) => verdict.status === one)) ?? "passed";
    const decider = all.find((verdict) => verdict.status === status);
    return { status, ...status !== "passed" && decider?.message ? { message: decider.message } : {} };
  }
};
function digest(...texts) {
  return createHash("sha256").update(texts.join(" ")).digest("hex");
}
__name(digest, "digest");
function createTaskState(task, { tasks }) {
  const moment = Promise.withResolvers();
  moment.promise.catch(() => void 0);
  return {
    log: new SourceLog(),
    moment,
    latestMs: void 0,
    queue: new EachQueue(task.each.map((parent) => parent.task)),
    children: tasks.filter((child) => child.each.some((parent) => parent.task === task.id)).map((child) => child.id),
    nextOffsets: void 0,
    end: void 0,
    verdict: void 0
  };
}
__name(createTaskState, "createTaskState");

// src/engine/diagnosis/phrases.ts
var LONGEST_VALUE = 80;
var LONGEST_LINE = 240;
var WORD_OF_TROUBLE = /(?:error|exception)\b|\b(?:fatal|panic|traceback|failed|failure|unhandled|refused|denied|timed out)\b/i;
var MAX_LINES = 5;
function quoted(names) {
  return names.map((name) => `"${name}"`).join(", ");
}
__name(quoted, "quoted");
function shortJson(value) {
  return shorten(renderJson(value), LONGEST_VALUE);
}
__name(shortJson, "shortJson");
function ownerOf({ service, id }) {
  return service === void 0 ? `the service of group "${id}"` : `service "${service}"`;
}
__name(ownerOf, "ownerOf");
function suspect({ readers, inputs }) {
  const [only, second] = readers;
  if (only && !second) return ownerOf(only);
  return inputs.length > 0 ? `the service that reads ${quoted(inputs)}` : "the service that writes it";
}
__name(suspect, "suspect");
function suspectService({ readers, services }) {
  const names = new Set(readers.map((reader) => reader.service));
  return services.find((service) => names.has(service.name));
}
__name(suspectService, "suspectService");
function lastWords(service) {
  if (!service) return [];
  const trouble = service.lines.filter(({ line }) => WORD_OF_TROUBLE.test(line));
  const said = Map.groupBy(trouble.length > 0 ? trouble : service.lines, ({ line }) => line.trim());
  return [...said].slice(-MAX_LINES).map(([line, [first, ...again]]) => {
    const times = again.length > 0 ? ` ${renderCount(again.length + 1, "time")}, first` : "";
    return `${service.name} said${times} after ${Math.round(first?.atMs ?? 0)} ms: ${shorten(line, LONGEST_LINE)}`;
  });
}
__name(lastWords, "lastWords");
function hasTrouble(service) {
  return service?.lines.some(({ line }) => WORD_OF_TROUBLE.test(line)) ?? false;
}
__name(hasTrouble, "hasTrouble");
function lookAt(facts) {
  const service = suspectService(facts);
  if (service) return [`the log of service "${service.name}" in the time of this scenario`];
  return facts.inputs.length > 0 ? [`the log of the service that reads ${quoted(facts.inputs)}`] : [];
}
__name(lookAt, "lookAt");
var MAX_MOVED = 3;
function describeMoved({ moved, readers, otherGroups, areGroupsKnown }) {
  const read = new Set([...readers, ...otherGroups].flatMap(({ topics }) => topics));
  return moved.slice(0, MAX_MOVED).map(({ topic, records, sample }) => {
    const unread = areGroupsKnown && !read.has(topic) ? ", and no consumer group reads it" : "";
    const shown = sample ? `: ${placeOf(sample)} is ${shortJson(sample.value)}` : "";
    return `topic "${topic}" got ${renderCount(records, "record")} in this time${unread}${shown}`;
  });
}
__name(describeMoved, "describeMoved");
var MAX_SPANS2 = 3;
function slowestSpan({ spans }) {
  const [slowest] = spans;
  return slowest ? `; span "${slowest.name}" of ${slowest.service} took ${Math.round(slowest.tookMs)} ms` : "";
}
__name(slowestSpan, "slowestSpan");
function slowSpans({ spans }) {
  return spans.slice(0, MAX_SPANS2).map(({ name, service, startedAtMs, tookMs, error }) => {
    const failed = error === void 0 ? "" : `, failed: ${error}`;
    return `span "${name}" of ${service}: from ${Math.round(startedAtMs)} ms, took ${Math.round(tookMs)} ms${failed}`;
  });
}
__name(slowSpans, "slowSpans");

// src/engine/diagnosis/crash.ts
function describeCrash(services, topics) {
  const dead = services.find(({ state }) => state === "exited");
  if (!dead) return void 0;
  return {
    cause: `service "${dead.name}" ${endOf(dead)} while the scenario waited for ${quoted(topics)}`,
    evidence: lastWords(dead),
    hints: [`the last lines of service "${dead.name}": it ended on the record it was given`]
  };
}
__name(describeCrash, "describeCrash");
function endOf({ exitCode, signal }) {
  return exitCode === null || exitCode === void 0 ? `was ended by ${signal ?? "a signal"}` : `exited with code ${exitCode}`;
}
__name(endOf, "endOf");
function diagnoseCrash(task, { state, open }) {
  const { memory, run: run2 } = state.deps;
  const services = memory.servicesSince(state.startedAtMs - run2.startedAtMs);
  const found = describeCrash(services, open.consumedBy.get(task.id) ?? []);
  return found && { id: "crashed", ...found, evidence: [...found.evidence], hints: [...found.hints] };
}
__name(diagnoseCrash, "diagnoseCrash");

// src/engine/diagnosis/facts.ts
function defineCause(cause) {
  return cause;
}
__name(defineCause, "defineCause");

// src/engine/causes/already-there.ts
var alreadyThere = defineCause({
  id: "already-there",
  find({ before, topics }) {
    const record = before.at(-1);
    if (!record) return void 0;
    return {
      cause: `a matching record was on ${quoted(topics)} before the scenario began: ${placeOf(record)}`,
      evidence: [`its time stamp is ${new Date(Number(record.timestamp)).toISOString()}`],
      hints: [
        'whether the service had answered an earlier run already and now knows the record; "from: beginning" reads what was there before'
      ]
    };
  }
});

// src/engine/causes/broker-away.ts
var SHARE = 0.1;
var brokerAway = defineCause({
  id: "broker-away",
  find({ interruptions, consume }) {
    const awayMs = interruptions.reduce((sum, { forMs }) => sum + forMs, 0);
    if (awayMs === 0 || awayMs < SHARE * consume.elapsedMs) return void 0;
    const times = renderCount(interruptions.length, "time");
    return {
      cause: `the broker was away for ${Math.round(awayMs)} ms of the ${Math.round(consume.elapsedMs)} ms window`,
      evidence: [`${times}: ${[...new Set(interruptions.map(({ reason }) => reason))].join("; ")}`],
      hints: ["the broker's own log, and the network between it and this machine"]
    };
  }
});

// src/engine/diagnosis/groups.ts
var REBALANCING = /* @__PURE__ */ new Set(["PreparingRebalance", "CompletingRebalance"]);
function groupsOf(sources) {
  const groups = sources.groups ?? sources.later;
  const all = (groups ?? []).map((group2) => describe(group2, sources));
  const readsInput = /* @__PURE__ */ __name(({ topics, service }) => topics.some((topic) => sources.inputs.includes(topic)) || // A service of this run that has nothing to read: what it would read is not known.
  service !== void 0 && topics.length === 0 && sources.inputs.length > 0, "readsInput");
  return {
    areGroupsKnown: groups !== void 0,
    readers: all.filter(readsInput),
    otherGroups: all.filter((group2) => !readsInput(group2))
  };
}
__name(groupsOf, "groupsOf");
function describe(group2, sources) {
  const { later, inputs, serviceOf } = sources;
  const assignments = group2.members.flatMap((member) => member.assignments);
  const assigned = assignments.filter(({ topic }) => inputs.includes(topic));
  const after = later?.find(({ id }) => id === group2.id);
  return {
    id: group2.id,
    service: serviceOf.get(group2.id),
    state: group2.state,
    members: group2.members.length,
    // Until a rebalance of the classic protocol ends, nobody reads, though Kafka still names the old assignment.
    assignedPartitions: REBALANCING.has(group2.state) ? 0 : assigned.reduce((sum, { partitions }) => sum + partitions.length, 0),
    topics: [...new Set([...assignments, ...group2.committed].map(({ topic }) => topic))],
    hasCommitted: group2.committed.some(({ topic, offset }) => inputs.includes(topic) && offset > 0n),
    lag: inputs.reduce((sum, topic) => sum + lagOn(topic, group2, sources), 0n),
    hasMoved: after && committedOn(inputs, after) > committedOn(inputs, group2)
  };
}
__name(describe, "describe");
function lagOn(topic, { committed, members }, { ends, starts }) {
  const assigned = members.flatMap(({ assignments }) => assignments.filter((one) => one.topic === topic));
  const own = committed.filter((one) => one.topic === topic);
  const partitions = /* @__PURE__ */ new Set([
    ...assigned.flatMap((one) => one.partitions),
    ...own.map(({ partition }) => partition)
  ]);
  return [...partitions].reduce((sum, partition) => {
    const end = ends.get(topic)?.[partition] ?? 0n;
    const done = own.find((one) => one.partition === partition)?.offset;
    const from = done ?? starts.get(topic)?.[partition] ?? 0n;
    return sum + (end > from ? end - from : 0n);
  }, 0n);
}
__name(lagOn, "lagOn");
function committedOn(topics, { committed }) {
  return committed.filter(({ topic }) => topics.includes(topic)).reduce((sum, { offset }) => sum + offset, 0n);
}
__name(committedOn, "committedOn");

// src/engine/diagnosis/follow-flow.ts
function followFlow(sources, { moved, seen }) {
  let { inputs } = sources;
  let found = groupsOf(sources);
  const passed = [];
  const earlier = [];
  while (!seen && found.readers.length > 0 && found.readers.every(hasGotThrough)) {
    const next = nextTopic(
      found.otherGroups,
      moved.filter(({ topic }) => !passed.includes(topic))
    );
    if (next === void 0) break;
    passed.push(next);
    earlier.push(...found.readers);
    inputs = [next];
    found = groupsOf({ ...sources, inputs });
  }
  return { inputs, passed, earlier, ...found };
}
__name(followFlow, "followFlow");
function hasGotThrough({ lag, assignedPartitions, hasCommitted, service }) {
  return lag === 0n && (assignedPartitions > 0 || hasCommitted && service === void 0);
}
__name(hasGotThrough, "hasGotThrough");
function nextTopic(groups, moved) {
  const read = moved.filter(({ topic }) => groups.some(({ topics }) => topics.includes(topic)));
  const [first] = read.toSorted((a, b) => timeOf(a) - timeOf(b));
  return first?.topic;
}
__name(nextTopic, "nextTopic");
function timeOf({ sample }) {
  return Number(sample?.timestamp ?? 0);
}
__name(timeOf, "timeOf");

// src/engine/causes/caught-up.ts
var caughtUp = defineCause({
  id: "caught-up",
  find(facts) {
    const { readers, topics, inputs, passed, earlier, consume } = facts;
    const done = readers.find(hasGotThrough);
    const { matched, awaited, read, late: late2 } = consume;
    if (!done || read > matched || late2 || matched >= awaited) return void 0;
    const what = matched === 0 ? "nothing" : `only ${matched} of ${renderCount(awaited, "record")}`;
    const service = suspectService(facts);
    const said = hasTrouble(service) ? ", and its log speaks of trouble" : "";
    const [from, to] = [quoted(inputs), quoted(topics)];
    return {
      cause: passed.length > 0 ? `the flow came as far as ${from}: ${ownerOf(done)} has read it to its end${said}, but ${what} came on ${to}` : `${ownerOf(done)} read ${from} to its end and wrote ${what} to ${to}${said}`,
      evidence: [...lastWords(service), ...matched === 0 ? describeMoved(facts) : []],
      hints: [
        "whether it decided not to answer this record",
        ...earlier.map((one) => `whether it is ${ownerOf(one)} that should have written to ${to}`),
        ...lookAt(facts)
      ]
    };
  }
});

// src/engine/causes/crashed.ts
var crashed = defineCause({
  id: "crashed",
  find: /* @__PURE__ */ __name(({ services, topics }) => describeCrash(services, topics), "find")
});

// src/engine/causes/duplicate.ts
var duplicate = defineCause({
  id: "duplicate",
  find(facts) {
    const twice = sameRecord(facts) ?? sameValue(facts);
    if (!twice) return void 0;
    return {
      ...twice,
      hints: [
        "whether the service commits its offset after it has written, and what happens to it when it is restarted in between",
        ...lookAt(facts)
      ]
    };
  }
});
function sameRecord(facts) {
  const { matches, consume } = facts;
  const [first, again] = repeated(matches) ?? [];
  if (consume.matched <= consume.awaited || !first || !again) return void 0;
  return {
    cause: `${suspect(facts)} wrote the same record twice: ${placeOf(first)} and ${placeOf(again)}`,
    evidence: ["both have the same key and value"]
  };
}
__name(sameRecord, "sameRecord");
function sameValue(facts) {
  const { failedCheck } = facts;
  if (failedCheck?.operator !== "unique") return void 0;
  return {
    cause: `${suspect(facts)} wrote a value twice: ${failedCheck.message ?? failedCheck.name}`,
    evidence: []
  };
}
__name(sameValue, "sameValue");
function repeated(matches) {
  const seen = /* @__PURE__ */ new Map();
  for (const record of matches) {
    const content = renderJson([record.key, record.value]);
    const first = seen.get(content);
    if (first) return [first, record];
    seen.set(content, record);
  }
  return void 0;
}
__name(repeated, "repeated");

// src/engine/causes/earlier-hop.ts
var earlierHop = defineCause({
  id: "earlier-hop",
  find({ hops, topics }) {
    const broken = hops.find(({ kind: kind2, records }) => kind2 === "consume" && records === 0);
    if (!broken) return void 0;
    return {
      cause: `the flow broke before: ${quoted(broken.topics)} got nothing either, so ${quoted(topics)} could not`,
      evidence: [],
      hints: [`task "${broken.id}" first: this failure is probably its consequence`]
    };
  }
});

// src/engine/causes/filtered.ts
var filtered = defineCause({
  id: "filtered",
  find(facts) {
    const { misses, consume } = facts;
    const [nearest2] = misses;
    if (!nearest2 || consume.matched >= consume.awaited) return void 0;
    const { failed, met, of, record } = nearest2;
    return {
      cause: `${placeOf(record)} came but did not match: condition "${failed.name}": ${failed.message}`,
      evidence: [
        `it met ${met} of ${renderCount(of, "condition")}; it is ${shortJson(record.value)}`,
        ...isEncodedTwice(record.value) ? ["its value is a JSON string with JSON inside: it was encoded twice"] : [],
        ...misses.slice(1, 3).map(
          (miss) => `${placeOf(miss.record)} met ${miss.met}: "${miss.failed.name}": ${miss.failed.message}`
        )
      ],
      hints: [
        `whether ${suspect(facts)} wrote the wrong value, or "where" asks for the wrong one`,
        ...lookAt(facts)
      ]
    };
  }
});
function isEncodedTwice(value) {
  const inner = typeof value === "string" ? tryParse(value) : void 0;
  return typeof (typeof inner === "string" ? tryParse(inner) : inner) === "object";
}
__name(isEncodedTwice, "isEncodedTwice");
function tryParse(text) {
  try {
    return parseJson(text);
  } catch {
    return void 0;
  }
}
__name(tryParse, "tryParse");

// src/engine/causes/late.ts
var late = defineCause({
  id: "late",
  find(facts) {
    const { consume, readers, topics } = facts;
    if (!consume.late) return slowAsAWhole(facts);
    const { latencyMs, byMs, record } = consume.late;
    const [only, second] = readers;
    const who = only && !second ? `${ownerOf(only)} was too slow: ` : "";
    return {
      cause: `${who}the record on ${quoted(topics)} came after ${Math.round(latencyMs)} ms, ${Math.round(byMs)} ms past the limit of ${consume.limitMs ?? 0} ms${slowestSpan(facts)}`,
      evidence: [`it is ${placeOf(record)}`, ...slowSpans(facts), ...lastWords(suspectService(facts))],
      hints: lookAt(facts)
    };
  }
});
function slowAsAWhole(facts) {
  const { failedCheck } = facts;
  if (!failedCheck?.name.startsWith("latency ")) return void 0;
  return {
    cause: `${suspect(facts)} was too slow: ${failedCheck.name}: ${failedCheck.message ?? ""}`,
    evidence: slowSpans(facts),
    hints: lookAt(facts)
  };
}
__name(slowAsAWhole, "slowAsAWhole");

// src/engine/diagnosis/similar.ts
var LONG = 8;
function looksLike(name, wanted) {
  if (name === wanted) return false;
  const allowed = Math.min(name.length, wanted.length) < LONG ? 1 : 2;
  const isNear = Math.abs(name.length - wanted.length) <= LONG && editsBetween(name, wanted) <= allowed;
  return isNear || words(name) === words(wanted);
}
__name(looksLike, "looksLike");
function words(name) {
  return name.toLowerCase().split(/[^a-z0-9]+/).toSorted().join(" ");
}
__name(words, "words");

// src/engine/causes/look-alike.ts
var lookAlike = defineCause({
  id: "look-alike",
  find({ readers, otherGroups, inputs }) {
    if (readers.length > 0) return void 0;
    const living = otherGroups.filter(({ members, service }) => members > 0 || service !== void 0);
    for (const group2 of living) {
      const topic = group2.topics.find((one) => inputs.some((input) => looksLike(one, input)));
      if (topic === void 0) continue;
      return {
        cause: `${ownerOf(group2)} reads "${topic}", not ${quoted(inputs)}`,
        evidence: [`consumer group "${group2.id}" is ${group2.state} on "${topic}"`],
        hints: ["the topic name in the configuration of the service"]
      };
    }
    return void 0;
  }
});

// src/engine/causes/no-topic.ts
var noTopic = defineCause({
  id: "no-topic",
  find({ topics, allTopics, consume }) {
    const missing = topics.filter((topic) => !allTopics.includes(topic) && !topic.startsWith("__"));
    if (missing.length === 0 || allTopics.length === 0 || consume.read > 0) return void 0;
    const similar = allTopics.filter((topic) => missing.some((name) => looksLike(topic, name)));
    return {
      cause: `there is no topic ${quoted(missing)}, and nobody wrote to it`,
      evidence: similar.length > 0 ? [`topics with a similar name exist: ${quoted(similar.slice(0, 3))}`] : [],
      hints: ["the topic name in this task, and in the configuration of the service that should write to it"]
    };
  }
});

// src/engine/causes/nobody-reads.ts
var nobodyReads = defineCause({
  id: "nobody-reads",
  find({ inputs, readers, topics, allTopics, areGroupsKnown }) {
    if (!areGroupsKnown || inputs.length === 0 || readers.length > 0) return void 0;
    const similar = allTopics.filter((topic) => inputs.some((input) => looksLike(topic, input)));
    return {
      cause: `no consumer group reads ${quoted(inputs)}, so nothing came on ${quoted(topics)}`,
      evidence: [],
      hints: [
        `is the service that reads ${quoted(inputs)} running, with the right topic and group?`,
        ...similar.length > 0 ? [`topics with a similar name exist: ${quoted(similar.slice(0, 3))}`] : []
      ]
    };
  }
});

// src/engine/causes/not-assigned.ts
var notAssigned = defineCause({
  id: "not-assigned",
  find({ readers, inputs }) {
    const idle = readers.find(({ members, assignedPartitions }) => members > 0 && assignedPartitions === 0);
    if (!idle || readers.some(({ assignedPartitions }) => assignedPartitions > 0)) return void 0;
    return {
      cause: `${ownerOf(idle)} runs, but its group "${idle.id}" has no partitions of ${quoted(inputs)} assigned`,
      evidence: [`consumer group "${idle.id}": ${idle.state}, ${renderCount(idle.members, "member")}`],
      hints: ["whether the group is rebalancing, and what its members subscribe to"]
    };
  }
});

// src/engine/causes/not-running.ts
var notRunning = defineCause({
  id: "not-running",
  find({ readers, services, topics }) {
    const away = readers.find((reader) => isAway(reader, services));
    if (!away || readers.some((reader) => reader.assignedPartitions > 0 && !isAway(reader, services)))
      return void 0;
    const service = services.find(({ name }) => name === away.service);
    const why = service?.state === "stopped" ? "it was stopped" : "its group has no members";
    return {
      cause: `${ownerOf(away)} is not running: ${why}, so nothing came on ${quoted(topics)}`,
      evidence: [
        `consumer group "${away.id}": ${away.state}, lag ${away.lag}`,
        ...service === void 0 ? [] : [`its process is ${service.state}`]
      ],
      hints: [`why ${ownerOf(away)} was stopped, has left its group, or never joined it`]
    };
  }
});
function isAway(reader, services) {
  const { members, service } = reader;
  const isEmpty = members === 0 && !hasGotThrough(reader);
  return isEmpty || services.some(({ name, state }) => name === service && state === "stopped");
}
__name(isAway, "isAway");

// src/engine/causes/other-partition.ts
var otherPartition = defineCause({
  id: "other-partition",
  find(facts) {
    const { elsewhere, partitions = [] } = facts;
    const [record] = elsewhere;
    if (!record) return void 0;
    const read = partitions.length === 1 ? "partition" : "partitions";
    return {
      cause: `${suspect(facts)} wrote to another partition: ${placeOf(record)} would have matched, the task reads ${read} ${partitions.join(", ")} only`,
      evidence: [],
      hints: [
        'the key of the record, which decides its partition, and "partitions" of this task',
        ...lookAt(facts)
      ]
    };
  }
});

// src/engine/causes/other-topic.ts
var otherTopic = defineCause({
  id: "other-topic",
  find(facts) {
    const { moved, topics } = facts;
    const candidates = moved.filter(({ wouldMatch }) => wouldMatch !== false);
    const similar = candidates.find(({ topic: topic2 }) => topics.some((wanted) => looksLike(topic2, wanted)));
    const found = similar ?? candidates.find(({ wouldMatch }) => wouldMatch);
    if (!found) return void 0;
    const { topic, records, sample } = found;
    return {
      cause: `${suspect(facts)} wrote to "${topic}" instead of ${quoted(topics)}: it got ${renderCount(records, "record")}`,
      evidence: sample ? [`${placeOf(sample)} is ${shortJson(sample.value)}`] : [],
      hints: ["the topic name in the configuration of the service, and in this task", ...lookAt(facts)]
    };
  }
});

// src/engine/causes/starved.ts
var starved = defineCause({
  id: "starved",
  find({ consume: { loopLagMs = 0, late: late2, limitMs = 0 } }) {
    const wasDecisive = late2 ? loopLagMs >= late2.byMs : loopLagMs >= limitMs;
    if (loopLagMs === 0 || !wasDecisive || limitMs === 0) return void 0;
    return {
      cause: `this machine was starved: flowproof's own process stood still for ${Math.round(loopLagMs)} ms of a ${limitMs} ms limit`,
      evidence: late2 ? [`the record came ${Math.round(late2.byMs)} ms after the deadline`] : [],
      hints: ["what else ran on this machine; a runner with more cores, or fewer scenarios at a time"]
    };
  }
});

// src/engine/causes/stuck.ts
var stuck = defineCause({
  id: "stuck",
  find(facts) {
    const { readers, topics, inputs, consume } = facts;
    if (consume.late) return void 0;
    const behind = readers.find(({ lag, assignedPartitions }) => lag > 0n && assignedPartitions > 0);
    if (!behind) return void 0;
    const moving = behind.hasMoved ? "moving, but too slowly" : "not moving";
    return {
      cause: `${ownerOf(behind)} has not got through ${quoted(inputs)} (lag ${behind.lag}, ${moving}), so nothing came on ${quoted(topics)}`,
      evidence: lastWords(suspectService(facts)),
      hints: [
        `what ${ownerOf(behind)} was doing with the record it has not committed; one that commits rarely may have read it all the same`,
        ...behind.service === void 0 ? ["whether it still runs: a member that died is missed only when its session times out"] : [],
        ...lookAt(facts)
      ]
    };
  }
});

// src/engine/causes/tombstone.ts
var tombstone = defineCause({
  id: "tombstone",
  find(facts) {
    const [miss] = facts.misses;
    if (miss?.record.value !== null) return void 0;
    return {
      cause: `${suspect(facts)} wrote a tombstone: ${placeOf(miss.record)} has key ${shortJson(miss.record.key)} and no value`,
      evidence: [`condition "${miss.failed.name}": ${miss.failed.message}`],
      hints: ["whether the service deletes what it should have changed", ...lookAt(facts)]
    };
  }
});

// src/engine/causes/too-many.ts
var SHOWN = 3;
var tooMany = defineCause({
  id: "too-many",
  find(facts) {
    const { consume, matches, topics } = facts;
    const latest = matches.at(-1);
    if (consume.matched <= consume.awaited || !latest) return void 0;
    const [who, to] = [suspect(facts), quoted(topics)];
    return {
      cause: consume.awaited === 0 ? `${who} wrote to ${to} where silence was expected: ${placeOf(latest)}` : `${who} wrote more to ${to} than the ${renderCount(consume.awaited, "record")} expected: ${placeOf(latest)}`,
      evidence: matches.slice(-SHOWN).map((record) => `${placeOf(record)} is ${shortJson(record.value)}`),
      hints: ['whether "where" lets through records that are not meant', ...lookAt(facts)]
    };
  }
});

// src/engine/causes/uncommitted.ts
var uncommitted = defineCause({
  id: "uncommitted",
  find(facts) {
    const [first] = facts.hidden;
    if (!first) return void 0;
    const how = first.isAborted ? "that was aborted" : "that is still open";
    return {
      cause: `${suspect(facts)} wrote ${placeOf(first.record)} in a transaction ${how}`,
      evidence: lastWords(suspectService(facts)),
      hints: [
        'what the service did after it wrote; "isolation: read_uncommitted" reads such records',
        ...lookAt(facts)
      ]
    };
  }
});

// src/engine/causes/unreadable.ts
var unreadable = defineCause({
  id: "unreadable",
  find(facts) {
    const [first] = facts.unreadable;
    if (!first) return void 0;
    return {
      cause: `${suspect(facts)} wrote another format: ${placeOf(first.record)} could not be read`,
      evidence: facts.unreadable.slice(0, 3).map(({ record, reason }) => `${placeOf(record)}: ${reason}`),
      hints: ['"format" of this task, or the serializer of the service', ...lookAt(facts)]
    };
  }
});

// src/engine/causes/wrong-data.ts
var wrongData = defineCause({
  id: "wrong-data",
  find(facts) {
    const { failedCheck } = facts;
    if (failedCheck?.status !== "failed") return void 0;
    const { name, message = "it does not hold", record, failed, evaluated } = failedCheck;
    const where = record ? ` in ${placeOf(record)}` : "";
    return {
      cause: `${suspect(facts)} wrote something else than "${name}" asks for${where}: ${message}`,
      evidence: evaluated > 1 ? [`the check failed on ${failed} of ${evaluated} records`] : [],
      hints: ["the whole record in the report, and what the service made it of", ...lookAt(facts)]
    };
  }
});

// src/engine/causes/wrong-order.ts
var ORDER = /^(?:ordered by|sequence of) /;
var wrongOrder = defineCause({
  id: "wrong-order",
  find(facts) {
    const { failedCheck } = facts;
    if (!failedCheck || !ORDER.test(failedCheck.name)) return void 0;
    return {
      cause: `${suspect(facts)} wrote in another order: ${failedCheck.message ?? failedCheck.name}`,
      evidence: [],
      hints: [
        "whether the service handles records beside each other, or writes with a key that spreads them over partitions",
        ...lookAt(facts)
      ]
    };
  }
});

// src/engine/causes/index.ts
var causes = [
  brokerAway,
  crashed,
  starved,
  late,
  uncommitted,
  unreadable,
  duplicate,
  tooMany,
  wrongOrder,
  wrongData,
  tombstone,
  filtered,
  otherPartition,
  otherTopic,
  earlierHop,
  lookAlike,
  notRunning,
  notAssigned,
  stuck,
  nobodyReads,
  noTopic,
  alreadyThere,
  caughtUp
];

// src/engine/diagnosis/elsewhere.ts
var LOOK_BACK = 50n;
var SAMPLE = 20n;
var MAX_MOVED2 = 10;
var MAX_HIDDEN = 200n;
async function movedTopics({
  outcome,
  sources: { state, open },
  after,
  signal
}) {
  const own = new Set([...open.consumedBy.values(), ...open.producedBy.values()].flat());
  const before = await state.endOffsets;
  const moved = [...after].flatMap(([topic, to]) => {
    const from = before.get(topic) ?? to.map(() => 0n);
    const records = to.reduce((sum, end, partition) => sum + end - (from[partition] ?? 0n), 0n);
    return own.has(topic) || records <= 0n || before.size === 0 ? [] : [{ topic, from, to, records }];
  });
  return Promise.all(
    moved.slice(0, MAX_MOVED2).map(async ({ topic, from, to, records }) => {
      const until = to.map((end, partition) => least(end, (from[partition] ?? 0n) + SAMPLE));
      const read = await readRange(state.deps.kafka, { topic, from, to: until }, signal);
      const compared = await outcome.seen.compare(read).catch(() => []);
      const best = compared.find((one) => one.matched) ?? compared[0];
      const wouldMatch = outcome.seen.hasConditions ? best?.matched : void 0;
      return { topic, records, sample: best?.record, wouldMatch };
    })
  );
}
__name(movedTopics, "movedTopics");
async function matchesElsewhere({
  outcome,
  topics,
  sources: { state, open },
  after,
  signal
}) {
  const { compare, partitions } = outcome.seen;
  if (!partitions || outcome.consume.matched > 0) return [];
  return matchesOf(topics, compare, (topic) => {
    const from = open.startPositions.get(topic) ?? [];
    const to = (after.get(topic) ?? []).map((end, partition) => {
      const start = from[partition] ?? 0n;
      return partitions.includes(partition) ? start : least(end, start + SAMPLE);
    });
    return readRange(state.deps.kafka, { topic, from, to }, signal);
  });
}
__name(matchesElsewhere, "matchesElsewhere");
async function matchesOf(topics, compare, read) {
  const found = await Promise.all(
    topics.map(async (topic) => {
      const compared = await compare(await read(topic)).catch(() => []);
      return compared.filter(({ matched }) => matched).map(({ record }) => record);
    })
  );
  return found.flat();
}
__name(matchesOf, "matchesOf");
async function matchesBefore({
  outcome,
  topics,
  sources: { state, open },
  signal
}) {
  if (outcome.consume.matched > 0) return [];
  return matchesOf(topics, outcome.seen.compare, (topic) => {
    const to = open.startPositions.get(topic) ?? [];
    const from = to.map((end) => end > LOOK_BACK ? end - LOOK_BACK : 0n);
    return readRange(state.deps.kafka, { topic, from, to }, signal);
  });
}
__name(matchesBefore, "matchesBefore");
async function hiddenMatches({
  outcome: { consume, seen },
  topics,
  sources: { state, open },
  after,
  signal
}) {
  if (consume.matched >= consume.awaited || consume.late) return [];
  const read = /* @__PURE__ */ __name((isolation) => matchesOf(topics, seen.compare, (topic) => {
    const from = open.startPositions.get(topic) ?? [];
    const to = (after.get(topic) ?? []).map(
      (end, partition) => least(end, (from[partition] ?? 0n) + MAX_HIDDEN)
    );
    return readRange(state.deps.kafka, { topic, from, to }, signal, isolation);
  }), "read");
  const [all, committed] = await Promise.all([read("read_uncommitted"), read("read_committed")]);
  const isCommitted = new Set(committed.map(placeOf));
  const passed = /* @__PURE__ */ __name((record) => consume.offsets?.some(
    ({ topic, partition, to }) => topic === record.topic && partition === record.partition && to > record.offset
  ) ?? false, "passed");
  return all.filter((record) => !isCommitted.has(placeOf(record))).map((record) => ({ record, isAborted: passed(record) }));
}
__name(hiddenMatches, "hiddenMatches");

// src/engine/diagnosis/hops.ts
function hopsOf({ task, state, open }) {
  return earlierTasks(task, state).flatMap((one) => {
    const topics = [...open.consumedBy.get(one.id) ?? [], ...open.producedBy.get(one.id) ?? []];
    if (topics.length === 0) return [];
    const { record, count } = state.of(one.id).log.view();
    const latencyMs = isJsonObject(record) ? record.latencyMs : void 0;
    return [
      {
        id: one.id,
        kind: one.kind,
        topics,
        records: Number(count),
        latencyMs: typeof latencyMs === "number" ? latencyMs : void 0
      }
    ];
  });
}
__name(hopsOf, "hopsOf");
function isOfTheSame({ topics, records }, own, { consume }) {
  return records === 0 && consume.read > 0 && topics.every((topic) => own.includes(topic));
}
__name(isOfTheSame, "isOfTheSame");
function earlierTasks(task, state) {
  const { tasks } = state.scenario;
  const own = new Set(ancestors(task, state));
  const isBeside = /* @__PURE__ */ __name((one) => ancestors(one, state).some((parent) => own.has(parent)), "isBeside");
  return tasks.slice(0, tasks.indexOf(task)).filter((one) => own.has(one) || isBeside(one));
}
__name(earlierTasks, "earlierTasks");
function ancestors(task, state) {
  const found = /* @__PURE__ */ new Set();
  const visit = /* @__PURE__ */ __name((one) => {
    for (const link of one.links) {
      const parent = state.scenario.tasks.find((other) => other.id === link.task);
      if (!parent || found.has(parent)) continue;
      visit(parent);
      found.add(parent);
    }
  }, "visit");
  visit(task);
  return [...found];
}
__name(ancestors, "ancestors");
function inputsOf(sources) {
  const own = new Set(sources.open.consumedBy.get(sources.task.id));
  const nearest2 = hopsOf(sources).findLast(({ topics }) => topics.some((topic) => !own.has(topic)));
  return nearest2?.topics.filter((topic) => !own.has(topic)) ?? [];
}
__name(inputsOf, "inputsOf");

// src/engine/diagnosis/collect.ts
var LOOK_LIMIT_MS = 2e3;
async function collectFacts(outcome, sources) {
  var _stack = [];
  try {
    const { task, state, open } = sources;
    const { clock, kafka, memory, run: run2 } = state.deps;
    const limit = new AbortController();
    const _timer = __using(_stack, clock.at(clock.nowMs() + LOOK_LIMIT_MS, () => limit.abort()));
    const topics = open.consumedBy.get(task.id) ?? outcome.seen.topics;
    const inputs = inputsOf(sources);
    const [after, later] = await Promise.all([
      takeEndOffsets(kafka, limit.signal),
      takeGroups(kafka, limit.signal)
    ]);
    const looking = { outcome, topics, sources, after, signal: limit.signal };
    const [moved, elsewhere, hidden, before] = await Promise.all([
      movedTopics(looking),
      matchesElsewhere(looking),
      hiddenMatches(looking),
      matchesBefore(looking)
    ]);
    const groupSources = {
      groups: sources.groups,
      later,
      inputs,
      ends: after,
      starts: await state.endOffsets,
      serviceOf: state.deps.serviceOfGroup
    };
    const sinceMs = state.startedAtMs - run2.startedAtMs;
    return {
      topics,
      consume: outcome.consume,
      failedCheck: outcome.failedCheck,
      hops: hopsOf(sources).filter((hop) => !isOfTheSame(hop, topics, outcome)),
      ...followFlow(groupSources, { moved, seen: outcome.consume.read > 0 }),
      moved,
      allTopics: [...after.keys()],
      services: memory.servicesSince(sinceMs),
      spans: await untilSpans(state, limit.signal),
      misses: outcome.seen.misses,
      unreadable: outcome.seen.unreadable.map(({ record, reason }) => ({
        record: { topic: record.topic, partition: record.partition, offset: exactNumber(record.offset) },
        reason
      })),
      partitions: outcome.seen.partitions,
      elsewhere,
      hidden,
      before,
      matches: state.of(task.id).log.view().records,
      // what it published
      interruptions: interruptionsOf(sources)
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
__name(collectFacts, "collectFacts");
var SPANS_MS = 600;
var LOOK_EVERY_MS = 50;
async function untilSpans({ deps, traceId, startedAtMs }, signal) {
  const { clock, memory, run: run2 } = deps;
  const untilMs = clock.nowMs() + (memory.expectsSpans ? SPANS_MS : 0);
  for (; ; ) {
    const spans = memory.spansSince(startedAtMs - run2.startedAtMs, traceId);
    if (spans.length > 0 || clock.nowMs() >= untilMs || signal.aborted) return spans;
    await sleep(clock, LOOK_EVERY_MS, signal).catch(() => void 0);
  }
}
__name(untilSpans, "untilSpans");
function interruptionsOf({ open }) {
  return open.interruptions.map(({ fromMs, toMs, reason }) => ({ forMs: toMs - fromMs, reason }));
}
__name(interruptionsOf, "interruptionsOf");

// src/engine/diagnosis/diagnose.ts
var MAX_ALTERNATIVES = 2;
async function diagnose({ consume, seen, failure }, failed, sources) {
  if (!consume || !seen) return void 0;
  const failedCheck = failure ? void 0 : failed;
  return explainFacts(await collectFacts({ consume, seen, failedCheck }, sources));
}
__name(diagnose, "diagnose");
function explainFacts(facts) {
  const found = causes.flatMap((cause2) => {
    const finding = cause2.find(facts);
    return finding ? [{ id: cause2.id, ...finding }] : [];
  });
  const [first, ...others] = found;
  const alternatives = others.slice(0, MAX_ALTERNATIVES).map(({ cause: cause2 }) => `${ALTERNATIVE}${cause2}`);
  if (!first) {
    return {
      cause: `${whatCame(facts)}; why is not known`,
      evidence: commonEvidence(facts),
      hints: ["the log of the service that writes it"]
    };
  }
  const { id, cause, evidence, hints } = first;
  return {
    id,
    cause,
    evidence: [.../* @__PURE__ */ new Set([...evidence, ...commonEvidence(facts)])],
    hints: [.../* @__PURE__ */ new Set([...hints, ...alternatives])]
  };
}
__name(explainFacts, "explainFacts");
function whatCame({ consume: { matched, awaited }, topics }) {
  if (matched === 0) return `nothing came on ${quoted(topics)}`;
  return `${matched} of ${renderCount(awaited, "record")} came on ${quoted(topics)}`;
}
__name(whatCame, "whatCame");
function commonEvidence(facts) {
  const { hops, consume, readers, moved, passed, earlier } = facts;
  return [
    ...describeMoved({ ...facts, moved: moved.filter(({ topic }) => passed.includes(topic)) }),
    ...hops.filter(({ kind: kind2 }) => kind2 === "consume").map(describeHop),
    ...(consume.late ? [] : consume.offsets ?? []).map(
      ({ topic, partition, from, to }) => from === to ? `nothing was written to ${topic}[${partition}]: its end offset stayed ${to}` : `${topic}[${partition}] moved from offset ${from} to ${to}`
    ),
    ...[...earlier, ...readers].map(describeGroup)
  ];
}
__name(commonEvidence, "commonEvidence");
function describeHop({ topics, records, latencyMs }) {
  if (records === 0) return `${quoted(topics)} got no record`;
  const after = latencyMs === void 0 ? "" : ` after ${Math.round(latencyMs)} ms`;
  return `${quoted(topics)} got ${records === 1 ? "its record" : renderCount(records, "record")}${after}`;
}
__name(describeHop, "describeHop");
function describeGroup({ id, state, members, assignedPartitions, lag }) {
  const assigned = `${renderCount(assignedPartitions, "partition")} of its input`;
  return `consumer group "${id}": ${state}, ${renderCount(members, "member")} with ${assigned}, lag ${lag}`;
}
__name(describeGroup, "describeGroup");

// src/engine/merge-outcomes.ts
function mergeOutcomes(runs) {
  const merged = /* @__PURE__ */ new Map();
  for (const check of runs.flat()) {
    const known = merged.get(check.name);
    merged.set(check.name, known ? merge(known, check) : check);
  }
  return [...merged.values()];
}
__name(mergeOutcomes, "mergeOutcomes");
function merge(a, b) {
  const shown = a.status === "failed" || b.status === "notEvaluated" ? a : b;
  return { ...shown, evaluated: a.evaluated + b.evaluated, failed: a.failed + b.failed };
}
__name(merge, "merge");

// src/engine/task-context.ts
import { readFile } from "node:fs/promises";
var MOST_REPORTED = 1e3;
function createTaskContext(parts) {
  const { task, state, open, firing } = parts;
  const { clock, jq, kafka, formats, emit } = state.deps;
  const own = state.of(task.id);
  const giveRandom = createRandomContext(...seedOf(parts), "values");
  const giveRandomToMany = createRandomContext(...seedOf(parts), "many");
  let reported = 0;
  const context = {
    clock,
    jq,
    kafka,
    formats: {
      ...formats,
      readFile: /* @__PURE__ */ __name(async (path) => readFile(resolveFile(path, state.scenario.files), "utf8"), "readFile")
    },
    startedAtMs: parts.startedAtMs,
    sinceRunStart: /* @__PURE__ */ __name((atMs) => roundMs(atMs - state.deps.run.startedAtMs), "sinceRunStart"),
    signal: open.signal,
    lag: state.lag,
    tape: open.tape,
    startPositions: open.startPositions,
    selector: open.selectorOf.get(task.id),
    repeats: task.each.length > 0,
    createTopics: state.deps.createTopics,
    services: state.deps.services,
    files: state.scenario.files,
    processEnv: state.deps.processEnv,
    hasChecks: task.checks.length > 0,
    random: seededRandom(...seedOf(parts), "task"),
    traceId: state.traceId,
    stamp: /* @__PURE__ */ __name(() => state.stamp(), "stamp"),
    fail: /* @__PURE__ */ __name((cause) => open.fail(cause), "fail"),
    publish: /* @__PURE__ */ __name((events) => publish(events, parts, context), "publish"),
    reach: /* @__PURE__ */ __name((atMs) => {
      own.latestMs = atMs;
    }, "reach"),
    momentOf: /* @__PURE__ */ __name((id) => {
      const fired = firing?.get(id);
      return fired ? Promise.resolve(fired.atMs) : state.of(id).moment.promise;
    }, "momentOf"),
    follow: /* @__PURE__ */ __name((id, listener) => state.of(id).log.follow(listener), "follow"),
    offsetsAfter: /* @__PURE__ */ __name((id) => state.of(id).nextOffsets, "offsetsAfter"),
    expressionContext: /* @__PURE__ */ __name((added = {}) => {
      state.deps.see(state.id, added);
      return giveRandom(expressionContext(parts, added));
    }, "expressionContext"),
    expressionContexts: /* @__PURE__ */ __name((added) => {
      for (const one of added) state.deps.see(state.id, one);
      const shared = giveRandomToMany(expressionContext(parts, {}));
      return added.map((one) => ({ ...shared, ...one }));
    }, "expressionContexts"),
    setVariables: /* @__PURE__ */ __name((values) => {
      state.variables = { ...state.variables, ...values };
    }, "setVariables"),
    spanOf: /* @__PURE__ */ __name((path) => task.spanOf(path), "spanOf"),
    emit: /* @__PURE__ */ __name((fact) => {
      if (reported++ < MOST_REPORTED) emit({ ...fact, scenario: state.id, task: task.id });
    }, "emit")
  };
  return context;
}
__name(createTaskContext, "createTaskContext");
function seedOf({ state, task, index }) {
  const { suite, name } = state.scenario;
  return [state.deps.run.seed, suite, name, state.iteration, task.id, index];
}
__name(seedOf, "seedOf");
async function publish(events, { task, state, tally }, context) {
  if (events.length === 0) return;
  const { log: log2, children } = state.of(task.id);
  for (const event of events) log2.add(event);
  const added = events.map(({ what, value }, index) => ({ [what]: value, index }));
  await tally.add(context.expressionContexts(added), context);
  await Promise.all(children.map((child) => state.of(child).queue.push(task.id, events)));
}
__name(publish, "publish");
function expressionContext({ state, added: own, firing, index }, added) {
  const context = state.expressionContext({ index, ...own, ...added });
  if (!firing) return context;
  const source = Object.fromEntries(
    [...firing].map(([parent, { what, value }]) => [
      parent,
      { ...state.of(parent).log.view(), [what]: value }
    ])
  );
  return { ...context, source: { ...context.source, ...source } };
}
__name(expressionContext, "expressionContext");

// src/engine/task-run.ts
var TaskRun = class {
  static {
    __name(this, "TaskRun");
  }
  #task;
  #state;
  #open;
  #tally;
  #ownChecks = [];
  #startedAtMs;
  #allowsNone = false;
  #blow;
  /** The outcome that the report shows: the first that failed, else the last. */
  #shown;
  constructor(task, state, open) {
    this.#task = task;
    this.#state = state;
    this.#open = open;
    this.#tally = new CheckTally(task.checks, (index) => task.spanOf(["checks", index]));
  }
  /** Runs it to its END. The last event of the task may come later, with the state's explanations. Rejects on bugs only. */
  async play() {
    if (this.#task.each.length === 0) await this.#runOnce({ added: {}, index: 0 });
    else await this.#runForEach();
    return this.#conclude();
  }
  async #runForEach() {
    var _stack = [];
    try {
      const { queue } = this.#state.of(this.#task.id);
      const _stop = __using(_stack, onAbort(this.#open.signal, () => queue.cancel()));
      for (let index = 0; ; index++) {
        const firing = await queue.next();
        if (!firing) break;
        await this.#runOnce({ added: contextOf(firing), index, firing });
        if (this.#blow && this.#blow.status !== "failed") queue.cancel();
      }
      if (this.#open.signal.aborted) this.#strike(abortVerdict(this.#open.signal.reason));
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  /** One run; `added` is what its expressions see beside the rest. */
  async #runOnce(run2) {
    const { clock } = this.#state.deps;
    const startedAtMs = clock.nowMs();
    const context = createTaskContext({
      ...run2,
      task: this.#task,
      state: this.#state,
      open: this.#open,
      startedAtMs,
      tally: this.#tally
    });
    try {
      if (!await this.#isWanted(context.expressionContext())) return;
      this.#start(startedAtMs);
      const kind2 = kindOf(this.#task);
      const outcome = await kind2.run(this.#task.spec, context);
      if (kind2.emits === void 0) await this.#tally.add(context.expressionContexts([{}]), context);
      this.#note(outcome);
    } catch (cause) {
      this.#strike(this.#blowOf(cause));
    }
  }
  /** Does its `if` hold? */
  async #isWanted(context) {
    const { condition } = this.#task;
    if (!condition) return true;
    const [judgement] = await judge(condition, [context], this.#state.deps);
    return judgement?.passed === true;
  }
  #start(startedAtMs) {
    if (this.#startedAtMs !== void 0) return;
    this.#startedAtMs = startedAtMs;
    const { clock, emit, run: run2 } = this.#state.deps;
    const limitMs = kindOf(this.#task).limitMs?.(this.#task.spec);
    this.#state.of(this.#task.id).log.start(clock.wallMs());
    emit({
      type: "task-started",
      scenario: this.#state.id,
      task: this.#task.id,
      ...limitMs === void 0 ? {} : { deadlineMs: roundMs(startedAtMs + limitMs - run2.startedAtMs) }
    });
  }
  #note(outcome) {
    const { failure, detail, checks = [], allowsNone = false, nextOffsets } = outcome;
    this.#allowsNone ||= allowsNone;
    this.#ownChecks.push([...checks]);
    if (nextOffsets) this.#state.of(this.#task.id).nextOffsets = nextOffsets;
    if (failure && !this.#blow) this.#shown = outcome;
    if (failure) this.#strike({ status: "failed", ...failure, detail });
    if (!this.#blow) this.#shown = outcome;
  }
  /** Errors weigh more than failures; of equals the first counts. */
  #strike(blow) {
    if (!this.#blow || blow.status === "error" && this.#blow.status === "failed") this.#blow = blow;
  }
  #blowOf(cause) {
    const { signal } = this.#open;
    if (signal.aborted) return abortVerdict(signal.reason);
    if (cause instanceof TaskSkipped)
      return { status: "skipped", message: this.#describeSkip(cause.because) };
    if (!(cause instanceof FlowproofError)) throw cause;
    return { ...errorVerdict(cause), span: cause.span };
  }
  #describeSkip(because) {
    const cause = this.#state.scenario.tasks.find((one) => one.id === because);
    return `skipped: task "${cause?.name ?? because}" did not end`;
  }
  #conclude() {
    const { id, each, stopOnFailedCheck, continueOnError } = this.#task;
    const stuck2 = each.map((parent) => this.#state.of(parent.task).end).find((end) => end?.how === "stopped");
    if (this.#startedAtMs === void 0 && !this.#blow) {
      this.#skip(stuck2);
      return stuck2 ?? { how: "ended" };
    }
    const checks = [...this.#tally.outcomes(), ...mergeOutcomes(this.#ownChecks)];
    const failed = checks.find((check) => this.#isFailed(check));
    for (const check of checks)
      this.#state.deps.emit({ type: "check-evaluated", scenario: this.#state.id, task: id, check });
    const hadToStop = this.#blow !== void 0 || stopOnFailedCheck && failed !== void 0;
    this.#state.explanations.push(this.#explain(failed));
    if (hadToStop && !continueOnError) return { how: "stopped", because: id };
    return stuck2 ?? { how: "ended" };
  }
  #skip(stuck2) {
    const { each, condition } = this.#task;
    const message = stuck2?.how === "stopped" ? this.#describeSkip(stuck2.because) : condition ? 'skipped: its "if" did not hold' : `skipped: ${each.map((parent) => `"${parent.task}"`).join(", ")} brought nothing to run it for`;
    this.#state.finish(this.#task, { status: "skipped", durationMs: 0, message });
  }
  #isFailed(check) {
    return check.status === "failed" || check.status === "notEvaluated" && !this.#allowsNone && !this.#blow;
  }
  /** A task that waits for records is broken off when a service ends. */
  #diagnoseError() {
    const isWaiting = this.#blow?.status === "error" && this.#task.kind === "consume";
    return isWaiting ? diagnoseCrash(this.#task, { state: this.#state, open: this.#open }) : void 0;
  }
  /** Of a task whose events are records. */
  get #recordCount() {
    const { emits } = kindOf(this.#task);
    return emits === "record" ? this.#state.of(this.#task.id).log.recordCount : void 0;
  }
  /** Waits for what is found out after the verdict, adds the diagnosis, and emits the task's end. */
  async #explain(failed) {
    const { clock } = this.#state.deps;
    const durationMs = roundMs(clock.nowMs() - (this.#startedAtMs ?? clock.nowMs()));
    const isFailure = this.#blow ? this.#blow.status === "failed" : failed !== void 0;
    const hasFailed = isFailure && this.#shown?.consume !== void 0;
    const groups = hasFailed ? takeGroups(this.#state.deps.kafka, this.#open.signal) : void 0;
    const found = { ...this.#shown, ...await this.#shown?.afterwards?.() };
    const blow = this.#blow ?? (failed && { status: "failed", message: describeFailedCheck(failed), span: failed.span });
    const sources = { task: this.#task, state: this.#state, open: this.#open, groups: await groups };
    const diagnosis = hasFailed ? await diagnose(found, failed, sources) : found.diagnosis ?? this.#diagnoseError();
    const detail = blow?.status === "failed" && found.detail ? found.detail : blow?.detail;
    this.#state.finish(this.#task, {
      status: blow?.status ?? "passed",
      durationMs,
      ...compact({
        message: blow?.message,
        detail: detail && [...detail],
        span: blow?.span,
        consume: found.consume,
        recordCount: this.#recordCount,
        latencyMs: found.latencyMs,
        diagnosis
      })
    });
  }
};
function skipTask(task, state, because) {
  const cause = state.scenario.tasks.find((one) => one.id === because);
  state.of(task.id).queue.cancel();
  state.finish(task, {
    status: "skipped",
    durationMs: 0,
    message: `skipped: task "${cause?.name ?? because}" did not end`
  });
}
__name(skipTask, "skipTask");
function contextOf(firing) {
  return Object.assign({}, ...[...firing.values()].map(({ what, value }) => ({ [what]: value })));
}
__name(contextOf, "contextOf");
function onAbort(signal, action) {
  if (signal.aborted) action();
  signal.addEventListener("abort", action);
  return { [Symbol.dispose]: () => signal.removeEventListener("abort", action) };
}
__name(onAbort, "onAbort");

// src/engine/run-scenario.ts
async function runScenario(scenario, attempt, deps) {
  var _stack = [];
  try {
    const { clock, emit } = deps;
    const startedAtMs = clock.nowMs();
    const limitMs = scenario.timeoutMs ?? deps.defaultTimeoutMs;
    const timeout = new AbortController();
    const _timer = __using(_stack, clock.at(startedAtMs + limitMs, () => timeout.abort(new ScenarioTimeout(limitMs))));
    const state = new ScenarioState(scenario, attempt, deps);
    announce(state, attempt);
    const _lag = __using(_stack, state.lag);
    await runTasks(state, AbortSignal.any([deps.signal, timeout.signal]));
    const verdict = state.verdict();
    emit({
      type: "scenario-finished",
      scenario: attempt.id,
      durationMs: roundMs(clock.nowMs() - startedAtMs),
      ...verdict
    });
    return verdict.status;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
__name(runScenario, "runScenario");
async function runTasks(state, signal) {
  const { scenario, deps } = state;
  try {
    var _stack = [];
    try {
      if (scenario.fresh) await deps.refresh(signal);
      state.variables = deps.variables;
      const giveRandom = createRandomContext(deps.run.seed, scenario.suite, scenario.name, state.iteration);
      const context = /* @__PURE__ */ __name(() => giveRandom(state.expressionContext()), "context");
      for await (const variables of resolveVariables(scenario.variables, context, deps)) {
        state.variables = { ...state.variables, ...variables };
      }
      state.variables = { ...state.variables, ...deps.overrides };
      state.endOffsets = takeEndOffsets(deps.kafka, signal);
      const open = __using(_stack, await openWatches(scenario, {
        ...deps,
        signal,
        context: /* @__PURE__ */ __name(() => state.expressionContext(), "context")
      }), true);
      await runGraph(scenario.tasks, {
        clock: deps.clock,
        signal: open.signal,
        run: /* @__PURE__ */ __name(async (task) => {
          const end = await new TaskRun(task, state, open).play();
          open.release(task.id);
          state.end(task.id, end);
          return end;
        }, "run"),
        skip: /* @__PURE__ */ __name((task, because) => {
          skipTask(task, state, because);
          open.release(task.id);
          state.end(task.id, { how: "stopped", because });
        }, "skip")
      });
      await Promise.all(state.explanations);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (cause) {
    if (signal.aborted) state.breakOff(abortVerdict(signal.reason));
    else if (cause instanceof FlowproofError) state.breakOff(errorVerdict(cause));
    else throw cause;
  }
}
__name(runTasks, "runTasks");
function announce({ scenario, deps, traceId }, { id, iteration, attempt }) {
  deps.emit({
    type: "scenario-started",
    scenario: id,
    suite: scenario.suite,
    name: scenario.name,
    ...scenario.description === void 0 ? {} : { description: scenario.description },
    tags: [...scenario.tags],
    attempt,
    iteration,
    traceId,
    span: scenario.span,
    tasks: scenario.tasks.map((task) => ({
      id: task.id,
      name: task.name,
      kind: task.kind,
      after: [...task.links, ...task.each].map((link) => link.task).filter((id2) => id2 !== SCENARIO_START),
      topics: [...task.topics.produced, ...task.topics.consumed].map(String),
      span: task.spanOf([])
    }))
  });
}
__name(announce, "announce");

// src/engine/schedule.ts
async function runScheduled(planned, {
  concurrency,
  goesOn,
  run: run2
}) {
  const waiting = [...planned];
  const running = /* @__PURE__ */ new Map();
  const failures = [];
  while (goesOn() && failures.length === 0) {
    const next = running.size < concurrency ? findNext(waiting, [...running.keys()]) : void 0;
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      const done = run2(next).catch((cause) => void failures.push(cause)).finally(() => running.delete(next));
      running.set(next, done);
    } else if (running.size > 0) await Promise.race(running.values());
    else break;
  }
  await Promise.all(running.values());
  if (failures.length > 0) throw failures[0];
}
__name(runScheduled, "runScheduled");
function findNext(waiting, running) {
  const before = [...running];
  for (const item of waiting) {
    if (!before.some((other) => conflict(item, other))) return item;
    before.push(item);
  }
  return void 0;
}
__name(findNext, "findNext");
function conflict(a, b) {
  if (a.topics === void 0 || b.topics === void 0) return false;
  if (a.topics === "everything" || b.topics === "everything") return true;
  return !a.topics.isDisjointFrom(b.topics);
}
__name(conflict, "conflict");

// src/engine/run-scenarios.ts
var EXIT_CODES = { passed: 0, failed: 1, error: 3, cancelled: 130 };
function planRun(scenarios, { iterations }) {
  const planned = scenarios.flatMap(
    (scenario) => Array.from({ length: scenario.iterations ?? iterations }, (_, iteration) => ({ scenario, iteration }))
  );
  return planned.map((one, index) => ({ ...one, id: `s${index + 1}`, topics: sharedTopics(one.scenario) }));
}
__name(planRun, "planRun");
async function runScenarios(planned, options, deps) {
  const statuses = [];
  const hasFailed = /* @__PURE__ */ __name(() => statuses.some((status) => status === "failed" || status === "error"), "hasFailed");
  await runScheduled(planned, {
    concurrency: options.concurrency === "auto" ? availableParallelism() : options.concurrency,
    goesOn: /* @__PURE__ */ __name(() => !deps.signal.aborted && !(options.failFast && hasFailed()), "goesOn"),
    run: /* @__PURE__ */ __name(async (one) => void statuses.push(await runAttempts(one, options, deps)), "run")
  });
  return verdictOf(
    deps.signal.aborted && statuses.length < planned.length ? [...statuses, "cancelled"] : statuses
  );
}
__name(runScenarios, "runScenarios");
async function runAttempts({ scenario, iteration, id }, options, deps) {
  const mostAttempts = 1 + (scenario.retries ?? options.retries);
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? id : `${id}.${attempt}`;
    const status = await runScenario(scenario, { id: name, iteration, attempt }, deps);
    const isBad = status === "failed" || status === "error";
    if (!isBad || attempt === mostAttempts || deps.signal.aborted) return status;
  }
}
__name(runAttempts, "runAttempts");
function verdictOf(statuses) {
  const status = ["error", "failed", "cancelled"].find((one) => statuses.includes(one)) ?? "passed";
  return { status, exitCode: EXIT_CODES[status] };
}
__name(verdictOf, "verdictOf");

// src/model/hidden-values.ts
var MIN_ANYWHERE = 4;
var HiddenValues = class {
  static {
    __name(this, "HiddenValues");
  }
  /** Each as it is, and as it stands inside a JSON string. */
  #forms = /* @__PURE__ */ new Set();
  /** Of a map or a list every scalar inside; null and the empty text say nothing. */
  add(value) {
    if (typeof value === "object" && value !== null) {
      for (const entry of Object.values(value)) this.add(entry);
      return;
    }
    const text = String(value ?? "");
    if (text.trim() === "") return;
    this.#forms.add(text).add(inJson(text));
  }
  /** The text with `***` for each of them, and for the beginning of one that was cut. */
  hideInText(text) {
    const found = [...this.#forms].filter((form) => text.includes(form));
    if (found.length > 0) {
      const pattern = found.toSorted((a, b) => b.length - a.length).map(patternOf2);
      return this.#hideCut(text.replace(new RegExp(pattern.join("|"), "gu"), REDACTED));
    }
    return this.#hideCut(text);
  }
  /** The same for every scalar and every key inside a value. */
  hideInJson(value) {
    if (value === null) return null;
    if (typeof value === "string") return this.hideInText(value);
    if (typeof value !== "object") return this.#forms.has(String(value)) ? REDACTED : value;
    if (Array.isArray(value)) return value.map((entry) => this.hideInJson(entry));
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [this.hideInText(key), this.hideInJson(entry)])
    );
  }
  #hideCut(text) {
    if (this.#forms.size === 0 || !text.includes(CUT)) return text;
    const pieces = text.split(CUT);
    const last = pieces.pop() ?? "";
    return [...pieces.map((piece) => this.#hideBeginning(piece)), last].join(CUT);
  }
  #hideBeginning(piece) {
    let longest = 0;
    for (const form of this.#forms) longest = Math.max(longest, beginningIn(piece, form));
    return longest === 0 ? piece : piece.slice(0, -longest) + REDACTED;
  }
};
function patternOf2(form) {
  const literal = RegExp.escape(form);
  return form.length >= MIN_ANYWHERE ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}
__name(patternOf2, "patternOf");

// src/model/redact-check.ts
var PLAIN_MESSAGE = "it does not hold";
var LITERAL = /(?<=^\.[^"]*?: ).*$|"(?:[^"\\]|\\.)*"|(?<=[=<>]\s*)-?\d[\d.eE+-]*/gs;
function withoutSides(check) {
  const { expected, actual, difference, message, ...rest } = check;
  const sides = new HiddenValues();
  for (const side of [expected, actual]) sides.add(side);
  return {
    ...rest,
    name: sides.hideInText(check.name).replace(LITERAL, REDACTED),
    ...compact({ message: message && PLAIN_MESSAGE })
  };
}
__name(withoutSides, "withoutSides");
function hideInCheck(check, hidden) {
  const hideSide = /* @__PURE__ */ __name((side) => side === void 0 ? void 0 : hidden.hideInJson(side), "hideSide");
  return {
    ...check,
    name: hidden.hideInText(check.name),
    ...compact({
      expected: hideSide(check.expected),
      actual: hideSide(check.actual),
      message: check.message && hidden.hideInText(check.message),
      difference: check.difference?.map(({ path, expected, actual }) => ({
        path: hidden.hideInText(path),
        ...compact({ expected: hideSide(expected), actual: hideSide(actual) })
      }))
    })
  };
}
__name(hideInCheck, "hideInCheck");

// src/model/redact-diagnosis.ts
var PLAIN = {
  "wrong-data": "what came is not what a check asks for",
  "wrong-order": "what came is in another order than was expected",
  duplicate: "something came twice that should have come once",
  filtered: "records came, but none of them met all conditions",
  tombstone: "what came is a tombstone",
  "other-topic": "what was awaited came on another topic",
  unreadable: "what came has another format than the one that the task reads"
};
function withoutValues(diagnosis) {
  const { id = "", cause, evidence, hints } = diagnosis;
  const plain = PLAIN[id];
  return {
    ...diagnosis,
    cause: plain ?? cause,
    evidence: plain === void 0 ? evidence : [],
    hints: hints.filter((hint) => !hint.startsWith(ALTERNATIVE))
  };
}
__name(withoutValues, "withoutValues");

// src/model/redact-data.ts
var DataRedactor = class {
  static {
    __name(this, "DataRedactor");
  }
  #rules;
  #places;
  #scenarios = /* @__PURE__ */ new Map();
  /** What may quote a record, or what a check compared, is replaced by what quotes nothing. */
  #isPlain;
  constructor(rules = {}) {
    this.#rules = rules;
    this.#places = createRecordPlaces(rules);
    this.#isPlain = rules.records === true || rules.checks === true;
  }
  /**
   * Tells it what an expression of a scenario sees (`record`, `response`): messages may quote records that no event
   * shows, as they did not match.
   */
  see(scenario, seen) {
    this.#places.findInContext(seen, this.#of(scenario).hidden);
  }
  /** The event without what the rules leave out. */
  redact(event) {
    switch (event.type) {
      case "record-produced":
      case "record-consumed":
        return { ...event, record: this.#redactRecord(event.record, this.#of(event.scenario)) };
      case "check-evaluated":
        return this.#redactCheck(event);
      case "task-finished":
        return this.#redactTask(event);
      case "scenario-finished": {
        const message = event.message && this.#of(event.scenario).ofTasks.get(event.message);
        this.#scenarios.delete(event.scenario);
        return { ...event, ...compact({ message }) };
      }
      default:
        return event;
    }
  }
  #of(scenario) {
    const known = this.#scenarios.get(scenario);
    if (known) return known;
    const fresh = { hidden: new HiddenValues(), ofChecks: /* @__PURE__ */ new Map(), ofTasks: /* @__PURE__ */ new Map() };
    this.#scenarios.set(scenario, fresh);
    return fresh;
  }
  #redactRecord(record, { hidden }) {
    this.#places.find(record, hidden);
    return this.#rules.records === true ? withoutContent(record) : this.#places.takeOut(record);
  }
  #redactCheck(event) {
    const { check } = event;
    const { hidden, ofChecks } = this.#of(event.scenario);
    if (this.#rules.checks !== true) return { ...event, check: hideInCheck(check, hidden) };
    const plain = withoutSides(check);
    ofChecks.set(check.name, plain.name);
    if (check.message && plain.message) ofChecks.set(check.message, plain.message);
    return { ...event, check: hideInCheck(plain, hidden) };
  }
  #redactTask(event) {
    const { message, detail, consume, diagnosis } = event;
    const known = this.#of(event.scenario);
    const late2 = consume?.late;
    const redactedLate = late2 && { ...late2, record: this.#redactRecord(late2.record, known) };
    const shown = message && this.#redactMessage(message, known);
    if (message && shown) known.ofTasks.set(message, shown);
    return {
      ...event,
      ...compact({
        message: shown,
        detail: detail?.map((line) => this.#redactText(line, known)),
        consume: redactedLate && { ...consume, late: redactedLate },
        diagnosis: diagnosis && this.#redactDiagnosis(diagnosis, known)
      })
    };
  }
  /** Where no check is quoted, what follows the colon may quote what was read. */
  #redactMessage(message, known) {
    const end = this.#isPlain && !message.startsWith('check "') ? message.indexOf(": ") : -1;
    return this.#redactText(end < 0 ? message : `${message.slice(0, end)}: ${REDACTED}`, known);
  }
  #redactDiagnosis(diagnosis, known) {
    const plain = this.#isPlain ? withoutValues(diagnosis) : diagnosis;
    return {
      ...plain,
      cause: this.#redactText(plain.cause, known),
      evidence: plain.evidence.map((line) => this.#redactText(line, known)),
      hints: plain.hints.map((line) => this.#redactText(line, known))
    };
  }
  /** A sentence of a task. The longest quotation first: a message may contain the name of its check. */
  #redactText(text, { hidden, ofChecks }) {
    const quotations = [...ofChecks].toSorted(([a], [b]) => b.length - a.length);
    const plain = quotations.reduce(
      (rest, [quoted2, instead]) => rest.replaceAll(quoted2, () => instead),
      text
    );
    return hidden.hideInText(plain);
  }
};

// src/stack/blame.ts
var FORMS = ["compose", "build", "image", "provider"];
var KEYS = {
  DOCKER_IMAGE_NOT_FOUND: ["image", "build", "compose", "provider"],
  DOCKER_BUILD_FAILED: ["build", "compose"],
  DOCKER_PORT_TAKEN: ["port", "compose"],
  DOCKER_DENIED: FORMS,
  DOCKER_DISK_FULL: FORMS,
  DOCKER_FAILED: FORMS,
  DOCKER_MISSING: FORMS,
  DOCKER_NOT_RUNNING: FORMS,
  KAFKA_AUTHENTICATION: ["sasl"],
  KAFKA_PORT_TAKEN: ["port"],
  KAFKA_TLS: ["tls", "bootstrap"],
  KAFKA_UNREACHABLE: ["bootstrap", "image", "provider"],
  SCHEMA_REGISTRY_DENIED: ["auth", "url"],
  SCHEMA_REGISTRY_PORT_TAKEN: ["port"],
  SCHEMA_REGISTRY_REFUSED: ["url"],
  SCHEMA_REGISTRY_UNREACHABLE: ["url", "image", "provider"],
  SERVICE_NOT_READY: ["ready", "compose"],
  SERVICE_NOT_STARTED: ["command"]
};
async function blame(part, work) {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof RunError ? withSetting(cause, part) : cause;
  }
}
__name(blame, "blame");
function withSetting(error, { path, config }) {
  if (error.setting) return error;
  const key = KEYS[error.code]?.find((one) => Reflect.get(config, one) !== void 0);
  const { code, message, hint, detail, cause } = error;
  return new RunError(code, message, {
    hint,
    detail,
    cause,
    setting: key === void 0 ? path : [...path, key]
  });
}
__name(withSetting, "withSetting");

// src/kafka/joined-clusters.ts
var JoinedClusters = class {
  static {
    __name(this, "JoinedClusters");
  }
  #clusters;
  #first;
  /** @param clusters at least one */
  constructor(clusters) {
    const [first] = clusters.values();
    if (!first) throw new RunError("KAFKA_UNREACHABLE", "no Kafka cluster is configured");
    this.#clusters = clusters;
    this.#first = first;
  }
  /** Of the first cluster. */
  get bootstrap() {
    return this.#first.kafka.bootstrap;
  }
  /** Of the first cluster. */
  describeCluster(signal) {
    return this.#first.kafka.describeCluster(signal);
  }
  async listTopics(signal) {
    return this.#ofAll(
      ({ kafka }) => kafka.listTopics(signal),
      (name, qualify) => qualify(name)
    );
  }
  async offsets(topics, at, signal) {
    const found = await this.#share(
      topics,
      (topic) => topic,
      async (kafka, placed) => {
        const positions = await kafka.offsets(
          placed.map(({ plain }) => plain),
          at,
          signal
        );
        return placed.flatMap(({ asked, plain }) => {
          const offsets = positions.get(plain);
          return offsets ? [[asked, offsets]] : [];
        });
      }
    );
    return new Map(found.flat());
  }
  watch({ topics, positions, onFetch, ...options }) {
    const watches = [...this.#place(topics, (topic) => topic)].map(([{ kafka }, placed]) => {
      const askedOf = Map.groupBy(placed, ({ plain }) => plain);
      return kafka.watch({
        ...options,
        topics: [...askedOf.keys()],
        positions: new Map(placed.map(({ asked, plain }) => [plain, positions.get(asked) ?? []])),
        onFetch: /* @__PURE__ */ __name((fetched) => handOn(fetched, askedOf.get(fetched.topic) ?? [], onFetch), "onFetch")
      });
    });
    return {
      done: Promise.all(watches.map(({ done }) => done)).then(() => void 0),
      get interruptions() {
        return watches.flatMap(({ interruptions }) => interruptions);
      },
      [Symbol.asyncDispose]: async () => {
        await Promise.all(watches.map((watch) => watch[Symbol.asyncDispose]()));
      }
    };
  }
  async produce(records, options) {
    const indexed = records.map((record, index) => ({ record, index }));
    const stored = new Array(records.length);
    await this.#share(
      indexed,
      ({ record }) => record.topic,
      async (kafka, placed) => {
        const plain = placed.map(({ item, plain: topic }) => ({ ...item.record, topic }));
        for (const [at, one] of (await kafka.produce(plain, options)).entries()) {
          const index = placed[at]?.item.index;
          if (index !== void 0) stored[index] = one;
        }
      }
    );
    return stored;
  }
  /** Creates them where topics may be created on demand; elsewhere they are expected to be there. */
  async createTopics(topics, signal) {
    const own = [...this.#place(topics, ({ name }) => name)].filter(([{ createsTopics }]) => createsTopics);
    await Promise.all(
      own.map(
        ([{ kafka }, placed]) => kafka.createTopics(
          placed.map(({ item, plain }) => ({ ...item, name: plain })),
          signal
        )
      )
    );
  }
  async deleteTopics(names, signal) {
    await this.#share(
      names,
      (name) => name,
      (kafka, placed) => kafka.deleteTopics(
        placed.map(({ plain }) => plain),
        signal
      )
    );
  }
  async describeGroups(groups, signal) {
    if (groups === "all") {
      return this.#ofAll(
        ({ kafka }) => kafka.describeGroups("all", signal),
        (group2, qualify) => nameGroup(group2, qualify)
      );
    }
    const described = await Promise.all(
      groups.map(async (asked) => {
        const { kafka, plain, prefix } = this.#groupPlace(asked);
        const found = await kafka.describeGroups([plain], signal);
        return found.map((group2) => nameGroup(group2, (name) => qualifiedName(prefix, name)));
      })
    );
    return described.flat();
  }
  async [Symbol.asyncDispose]() {
  }
  /** What every cluster tells, named so that it can be asked for. */
  async #ofAll(ask, name) {
    const answers = await Promise.all(
      [...this.#clusters].map(async ([id, cluster]) => {
        const prefix = cluster === this.#first ? void 0 : id;
        return (await ask(cluster)).map((item) => name(item, (plain) => qualifiedName(prefix, plain)));
      })
    );
    return answers.flat();
  }
  /** Does something at each cluster with what belongs there. */
  async #share(items, nameOf, act) {
    return Promise.all([...this.#place(items, nameOf)].map(([{ kafka }, placed]) => act(kafka, placed)));
  }
  #place(items, nameOf) {
    const shares = /* @__PURE__ */ new Map();
    for (const item of items) {
      const asked = nameOf(item);
      const { cluster, plain } = this.#topicPlace(asked);
      const share = shares.get(cluster) ?? [];
      shares.set(cluster, share);
      share.push({ item, asked, plain });
    }
    return shares;
  }
  /** @throws RunError KAFKA_UNREACHABLE for a cluster that is not configured */
  #topicPlace(asked) {
    const colon = asked.indexOf(":");
    if (colon < 0) return { cluster: this.#first, plain: asked };
    const name = asked.slice(0, colon);
    const cluster = this.#clusters.get(name);
    if (cluster) return { cluster, plain: asked.slice(colon + 1) };
    const near = nearest(name, this.#clusters.keys());
    throw new RunError("KAFKA_UNREACHABLE", `no cluster "${name}" is configured`, {
      hint: near ? `did you mean "${near}"?` : `kafka.clusters has ${[...this.#clusters.keys()].join(", ")}`
    });
  }
  /** Names of groups may hold colons, so only that of a cluster before the first one counts. */
  #groupPlace(asked) {
    const colon = asked.indexOf(":");
    const name = asked.slice(0, Math.max(colon, 0));
    const cluster = this.#clusters.get(name);
    if (!cluster) return { kafka: this.#first.kafka, plain: asked };
    return { kafka: cluster.kafka, plain: asked.slice(colon + 1), prefix: name };
  }
};
function handOn(fetched, placed, onFetch) {
  const taken = placed.map(({ asked }) => onFetch({ ...fetched, topic: asked })).filter((one) => one !== void 0);
  if (taken.length > 0) return Promise.all(taken).then(() => void 0);
}
__name(handOn, "handOn");
function nameGroup(group2, qualify) {
  return {
    ...group2,
    id: qualify(group2.id),
    members: group2.members.map((member) => ({
      ...member,
      assignments: member.assignments.map((one) => ({ ...one, topic: qualify(one.topic) }))
    })),
    committed: group2.committed.map((one) => ({ ...one, topic: qualify(one.topic) }))
  };
}
__name(nameGroup, "nameGroup");

// src/stack/kafka/connection.ts
async function connectionOf({ sasl, tls, client }, { clock, directory, env, evaluate }) {
  const secured = await evaluate({ sasl, tls });
  return {
    clock,
    security: createSecurity(secured, { directory, env, clock }),
    connectTimeoutMs: client?.connectTimeout,
    requestTimeoutMs: client?.requestTimeout,
    patienceMs: client?.patience
  };
}
__name(connectionOf, "connectionOf");

// src/stack/kafka/external-cluster.ts
var LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(?=:|$)/;
function nameExternal({ bootstrap = [] }) {
  if (bootstrap.length === 0) {
    throw new UsageError("USAGE_BAD_VALUE", "an external Kafka cluster without its address", {
      hint: "set kafka.bootstrap in flowproof.yaml, or give --bootstrap host:port"
    });
  }
  const fromContainers = bootstrap.map((address) => address.replace(LOCAL, HOST_FROM_CONTAINERS));
  return {
    provider: "external",
    bootstrap: /* @__PURE__ */ __name((place) => (place === "host" ? bootstrap : fromContainers).join(","), "bootstrap"),
    [Symbol.asyncDispose]: async () => void 0
  };
}
__name(nameExternal, "nameExternal");

// src/stack/kafka/clusters.ts
var START_LIMIT_MS = 9e4;
var RETRY_MS = 50;
var Clusters = class _Clusters {
  static {
    __name(this, "Clusters");
  }
  /** Our connection to all of them: names without a cluster are those of the first. */
  kafka;
  #connected;
  #parts;
  constructor(connected, parts) {
    this.#connected = connected;
    this.#parts = parts;
    const named = [...connected].map(
      ([name, one]) => [name, { kafka: one.kafka, createsTopics: mayCreateTopics(one) }]
    );
    this.kafka = new JoinedClusters(new Map(named));
  }
  /** Starts all at the same time. @throws RunError KAFKA_*, DOCKER_*; UsageError; the signal's reason */
  static async start(config, deps) {
    var _stack = [];
    try {
      const parts = __using(_stack, new AsyncDisposableStack(), true);
      const started = await Promise.all(
        [...clustersOf(config)].map(async ([name, one]) => {
          const part = { path: pathOfCluster(config, name), config: one };
          return [name, await blame(part, startOne(name, one, { ...deps, parts }))];
        })
      );
      return new _Clusters(new Map(started), parts.move());
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
  /** Are topics created on demand, on some cluster at least? Only where that is allowed, on clusters that are not the run's own. */
  get createsTopics() {
    return [...this.#connected.values()].some(mayCreateTopics);
  }
  /** By name. */
  get connections() {
    return new Map([...this.#connected].map(([name, { kafka }]) => [name, kafka]));
  }
  /** Aborted when one of them ends though nobody stopped it. */
  get signals() {
    return [...this.#connected.values()].flatMap(({ cluster }) => cluster.signal ?? []);
  }
  /** Addresses of the first cluster for a program in that place. */
  bootstrap(place) {
    return this.#first().cluster.bootstrap(place);
  }
  /** `.kafka` of the expressions that a program in that place reads: the first cluster, and each by its name. */
  addresses(place) {
    const named = [...this.#connected].map(([name, { cluster }]) => [
      name,
      addressOf(cluster.bootstrap(place))
    ]);
    return { ...addressOf(this.#first().cluster.bootstrap(place)), ...Object.fromEntries(named) };
  }
  /** Deletes all records of the clusters that are the run's own: each topic is deleted, and created again as it was. */
  async emptyTopics(signal) {
    for (const { config, cluster, kafka } of this.#connected.values()) {
      if (cluster.provider === "external") continue;
      const partitions = await kafka.offsets(await kafka.listTopics(signal), "end", signal);
      const configs = new Map(configuredTopics(config).map(({ name, config: settings }) => [name, settings]));
      await kafka.deleteTopics([...partitions.keys()], signal);
      await kafka.createTopics(
        [...partitions].map(([name, ends]) => ({
          name,
          partitions: ends.length,
          config: configs.get(name) ?? {}
        })),
        signal
      );
    }
  }
  async [Symbol.asyncDispose]() {
    await this.#parts.disposeAsync();
  }
  #first() {
    const [first] = this.#connected.values();
    if (!first) throw new RunError("KAFKA_UNREACHABLE", "no Kafka cluster is configured");
    return first;
  }
};
function mayCreateTopics({ cluster, config }) {
  return cluster.provider !== "external" || config.createTopics === true;
}
__name(mayCreateTopics, "mayCreateTopics");
async function startOne(name, config, deps) {
  const { clock, emit, signal, parts } = deps;
  const startedAtMs = clock.nowMs();
  const cluster = parts.use(await startCluster(name, config, deps));
  const { provider, version: version2 } = cluster;
  const bootstrap = cluster.bootstrap("host");
  const kafka = parts.use(connectKafka({ bootstrap, ...await connectionOf(config, deps) }));
  await untilAnswers(name, { config, cluster, kafka }, { clock, signal });
  const tookMs = Math.round(clock.nowMs() - startedAtMs);
  emit({
    type: "kafka-ready",
    cluster: name,
    provider,
    bootstrap,
    ...version2 === void 0 ? {} : { version: version2 },
    tookMs
  });
  await kafka.createTopics(configuredTopics(config), signal);
  return { config, cluster, kafka };
}
__name(startOne, "startOne");
function configuredTopics({ topics = {} }) {
  return Object.entries(topics).map(([name, given]) => ({ name, ...given }));
}
__name(configuredTopics, "configuredTopics");
async function startCluster(name, config, deps) {
  if (config.provider === "external") return nameExternal(config);
  if (config.provider === "docker" && deps.docker) {
    const { startInDocker } = await import("./part-stack-kafka-docker-cluster.js");
    return startInDocker(name, config, { ...deps, docker: deps.docker });
  }
  const { startEmbedded } = await import("./part-stack-kafka-embedded-cluster.js");
  return startEmbedded(config, deps.servesContainers);
}
__name(startCluster, "startCluster");
async function untilAnswers(name, { cluster, kafka }, { clock, signal }) {
  const either = AbortSignal.any([signal, ...cluster.signal ? [cluster.signal] : []]);
  const untilMs = clock.nowMs() + START_LIMIT_MS;
  for (; ; ) {
    try {
      await kafka.describeCluster(either);
      return;
    } catch (cause) {
      either.throwIfAborted();
      if (cluster.provider !== "docker" || !(cause instanceof RunError)) throw cause;
      if (clock.nowMs() > untilMs) {
        throw new RunError(
          cause.code,
          `Kafka cluster "${name}" did not answer within ${renderDuration(START_LIMIT_MS)}: ${cause.message}`,
          { hint: "the output of its container tells more", cause }
        );
      }
    }
    await sleep(clock, RETRY_MS, either);
  }
}
__name(untilAnswers, "untilAnswers");
function addressOf(bootstrap) {
  const [first = ""] = bootstrap.split(",");
  const colon = first.lastIndexOf(":");
  return { bootstrap, host: first.slice(0, colon), port: Number(first.slice(colon + 1)) };
}
__name(addressOf, "addressOf");

// src/stack/processes/guardian.ts
import { spawn } from "node:child_process";
var SCRIPT = `
trap '' HUP INT TERM
groups=
while read -r verb group; do
  case $verb in
    add) groups="$groups $group" ;;
    remove) rest=; for one in $groups; do [ "$one" = "$group" ] || rest="$rest $one"; done; groups=$rest ;;
    done) exit 0 ;;
  esac
done
end() {
  for group in $groups; do kill -s "$1" -- "-$group"; done
  for environ in $(grep -lsF "$marker" /proc/[0-9]*/environ); do
    pid=\${environ#/proc/}; kill -s "$1" "\${pid%/environ}"
  done
}
marker=$1
end TERM; end CONT; sleep 1; end KILL
`;
var Guardian = class {
  static {
    __name(this, "Guardian");
  }
  #child;
  /** @param marker beginning of the marker's value of all processes of this run */
  constructor(marker) {
    this.#child = spawn("/bin/sh", ["-c", SCRIPT, "flowproof-guardian", `${MARKER_VARIABLE}=${marker}`], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
      cwd: "/"
    });
    this.#child.on("error", () => void 0);
    this.#child.stdin?.on("error", () => void 0);
    this.#child.unref();
  }
  add(group2) {
    this.#child.stdin?.write(`add ${group2}
`);
  }
  /** The group has ended; its number may be given to others. */
  remove(group2) {
    this.#child.stdin?.write(`remove ${group2}
`);
  }
  async [Symbol.asyncDispose]() {
    this.#child.stdin?.end("done\n");
  }
};

// src/stack/processes/keeper.ts
var Keeper = class _Keeper {
  static {
    __name(this, "Keeper");
  }
  /** Ids of earlier runs that were killed, and of which something still ran. */
  sweptRuns;
  #marker;
  #record;
  #guardian;
  constructor(runId, { folder, sweptRuns }) {
    this.sweptRuns = sweptRuns;
    this.#marker = markerOfRun(runId);
    this.#record = new RunRecord(folder, runId);
    this.#guardian = new Guardian(this.#marker);
  }
  /** Call it before anything is started. */
  static async open(runId, { folder = runFolder(), ...deps }) {
    return new _Keeper(runId, { folder, sweptRuns: await sweepLeftovers(folder, deps) });
  }
  /** What every process of a service carries in the variable FLOWPROOF_SERVICE. */
  markerOf(service) {
    return `${this.#marker}${encodeURIComponent(service)}:`;
  }
  /** A process was started, as the leader of a group. */
  started(pid) {
    this.#record.started(pid);
    this.#guardian.add(pid);
  }
  /** Nothing of its group runs any more. */
  ended(pid) {
    this.#record.ended(pid);
    this.#guardian.remove(pid);
  }
  /** The run is about to make something in Docker, which carries its label. */
  usesDocker() {
    this.#record.usesDocker();
  }
  async [Symbol.asyncDispose]() {
    await this.#guardian[Symbol.asyncDispose]();
    this.#record[Symbol.dispose]();
  }
};

// src/stack/registry/schema-registry.ts
import { readFile as readFile2 } from "node:fs/promises";
import { extname, resolve as resolve2 } from "node:path";

// src/kafka/schema-registry.ts
var kind = external_exports.enum(["AVRO", "JSON", "PROTOBUF"]);
var schemaBody = external_exports.object({
  schema: external_exports.string(),
  schemaType: kind.default("AVRO"),
  references: external_exports.array(external_exports.object({ name: external_exports.string(), subject: external_exports.string(), version: external_exports.int() })).nullish()
});
var versionBody = schemaBody.extend({ subject: external_exports.string(), version: external_exports.int(), id: external_exports.int() });
var idBody = external_exports.object({ id: external_exports.int() });
var problemBody = external_exports.object({ error_code: external_exports.int().optional(), message: external_exports.string().optional() });
function connectSchemaRegistry(access) {
  const ask = /* @__PURE__ */ __name((path, signal, body) => askRegistry(access, { path, signal, ...body ? { body: renderSchema(body) } : {} }), "ask");
  const byId = /* @__PURE__ */ new Map();
  const byVersion = /* @__PURE__ */ new Map();
  return {
    url: access.url,
    async schemaById(id, signal) {
      const known = byId.get(id);
      if (known) return known;
      const answer2 = await ask(`/schemas/ids/${id}`, signal);
      if (answer2.status === 404) return void 0;
      const schema = { id, ...toSchema(accept(answer2, { access, body: schemaBody })) };
      byId.set(id, schema);
      return schema;
    },
    async schemaOf(subject, version2, signal) {
      const key = `${version2} ${subject}`;
      const known = byVersion.get(key);
      if (known) return known;
      const answer2 = await ask(`/subjects/${encodeURIComponent(subject)}/versions/${version2}`, signal);
      if (answer2.status === 404) return void 0;
      const found = toVersion(accept(answer2, { access, body: versionBody }));
      if (version2 !== "latest") byVersion.set(key, found);
      return found;
    },
    async lookUp(subject, schema, signal) {
      const answer2 = await ask(`/subjects/${encodeURIComponent(subject)}`, signal, schema);
      return answer2.status === 404 ? void 0 : toVersion(accept(answer2, { access, body: versionBody }));
    },
    async register(subject, schema, signal) {
      const answer2 = await ask(`/subjects/${encodeURIComponent(subject)}/versions`, signal, schema);
      const { id } = accept(answer2, { access, body: idBody, what: `subject "${subject}"` });
      const found = await this.lookUp(subject, schema, signal);
      if (found) return { ...found, id };
      throw new RunError(
        "SCHEMA_REGISTRY_REFUSED",
        `the schema registry at ${access.url} registered a schema under "${subject}" and then did not find it`
      );
    }
  };
}
__name(connectSchemaRegistry, "connectSchemaRegistry");
function renderSchema({ kind: schemaType, text, references }) {
  return {
    schema: text,
    ...schemaType === "AVRO" ? {} : { schemaType },
    ...references.length === 0 ? {} : { references: references.map(({ name, subject, version: version2 }) => ({ name, subject, version: version2 })) }
  };
}
__name(renderSchema, "renderSchema");
function toSchema({ schema, schemaType, references }) {
  return { kind: schemaType, text: schema, references: references ?? [] };
}
__name(toSchema, "toSchema");
function toVersion({ subject, version: version2, id, ...schema }) {
  return { subject, version: version2, id, ...toSchema(schema) };
}
__name(toVersion, "toVersion");
function accept({ status, body }, expected) {
  const at = `the schema registry at ${expected.access.url}`;
  if (status >= 400) {
    const problem = problemBody.safeParse(body).data;
    const why = problem?.message ?? "without saying why";
    const code = problem?.error_code ?? status;
    throw new RunError(
      "SCHEMA_REGISTRY_REFUSED",
      `${at} refuses ${expected.what ?? "the request"} (${code}): ${why}`,
      {
        hint: status === 409 ? "the schema is not compatible with earlier versions of the subject; change it, or the subject's compatibility" : void 0
      }
    );
  }
  const parsed = expected.body.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new RunError("SCHEMA_REGISTRY_REFUSED", `${at} answers in a form that no registry does`, {
    cause: parsed.error
  });
}
__name(accept, "accept");

// src/stack/registry/schema-registry.ts
async function startSchemaRegistry(config, deps) {
  var _stack = [];
  try {
    const parts = __using(_stack, new AsyncDisposableStack(), true);
    const running = parts.use(await startOne2(config, deps));
    const client = connectSchemaRegistry({ url: running.url("host"), ...await accessOf(config, deps) });
    for (const [subject, given] of Object.entries(config.schemas ?? {})) {
      const { file, references = [] } = typeof given === "string" ? { file: given } : given;
      await client.register(
        subject,
        { kind: kindOf2(file), text: await readSchema(file, deps), references },
        deps.signal
      );
    }
    const started = parts.move();
    return {
      client,
      signal: running.signal,
      addresses: /* @__PURE__ */ __name((place) => ({ url: running.url(place) }), "addresses"),
      [Symbol.asyncDispose]: () => started.disposeAsync()
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(startSchemaRegistry, "startSchemaRegistry");
async function startOne2(config, deps) {
  if (config.url !== void 0) return nameExternal2(String(await deps.evaluate(config.url)));
  if (config.provider === "docker" && deps.docker) {
    const { startRegistryInDocker } = await import("./part-stack-registry-docker-registry.js");
    return await startRegistryInDocker(config, { ...deps, docker: deps.docker });
  }
  const { EmbeddedRegistry } = await import("./part-registry-embedded-registry.js");
  const registry = await EmbeddedRegistry.start({
    port: config.port,
    host: deps.servesContainers ? "0.0.0.0" : "127.0.0.1"
  });
  return {
    url: /* @__PURE__ */ __name((place) => `http://${place === "host" ? "127.0.0.1" : HOST_FROM_CONTAINERS}:${registry.port}`, "url"),
    [Symbol.asyncDispose]: () => registry[Symbol.asyncDispose]()
  };
}
__name(startOne2, "startOne");
var LOCAL2 = /^(https?:\/\/)(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/;
function nameExternal2(url) {
  const fromContainers = url.replace(LOCAL2, `$1${HOST_FROM_CONTAINERS}`);
  return {
    url: /* @__PURE__ */ __name((place) => place === "host" ? url : fromContainers, "url"),
    [Symbol.asyncDispose]: async () => void 0
  };
}
__name(nameExternal2, "nameExternal");
async function accessOf({ auth, tls }, { directory, evaluate }) {
  const secured = await evaluate({ auth, tls });
  return {
    auth: secured.auth,
    tls: secured.tls === void 0 ? void 0 : readTls(secured.tls, directory, "schemaRegistry.tls")
  };
}
__name(accessOf, "accessOf");
var KINDS = {
  ".avsc": "AVRO",
  ".json": "JSON",
  ".proto": "PROTOBUF"
};
function kindOf2(file) {
  const kind2 = KINDS[extname(file)];
  if (kind2) return kind2;
  throw new UsageError("USAGE_BAD_VALUE", `schemaRegistry.schemas: "${file}" is of no known kind`, {
    hint: "its name must end in .avsc (Avro), .json (JSON Schema) or .proto (Protobuf)"
  });
}
__name(kindOf2, "kindOf");
async function readSchema(file, { directory }) {
  try {
    return await readFile2(resolve2(directory, file), "utf8");
  } catch (cause) {
    throw new UsageError("USAGE_FILE_NOT_FOUND", `schemaRegistry.schemas: file "${file}" cannot be read`, {
      hint: "paths are relative to flowproof.yaml",
      cause
    });
  }
}
__name(readSchema, "readSchema");

// src/stack/services/service.ts
import { resolve as resolve3 } from "node:path";

// src/probes/port.ts
import { connect } from "node:net";

// src/probes/probe.ts
var POLL_MS = 25;
async function poll(context, look) {
  for (; ; ) {
    context.signal.throwIfAborted();
    const obstacle = await look();
    if (obstacle === void 0) return;
    context.signal.throwIfAborted();
    context.saw(obstacle);
    await sleep(context.clock, POLL_MS, context.signal);
  }
}
__name(poll, "poll");

// src/probes/port.ts
var port = {
  title: /* @__PURE__ */ __name((number) => `port ${number} is open`, "title"),
  wait: /* @__PURE__ */ __name((number, context) => poll(context, () => {
    const address = context.addressOf(number);
    return refusalOf(address, context.signal);
  }), "wait")
};
var FORWARDED_MS = 100;
function refusalOf({ host, port: number, isForwarded = false }, signal) {
  return new Promise((resolve4) => {
    const socket = connect({ host, port: number, signal });
    const accept2 = /* @__PURE__ */ __name(() => {
      socket.destroy();
      resolve4(void 0);
    }, "accept");
    socket.once("connect", () => {
      if (!isForwarded) return accept2();
      socket.setTimeout(FORWARDED_MS, accept2);
      socket.once("data", accept2);
      socket.once("end", () => resolve4("nobody listens behind it yet"));
    });
    socket.once("error", (cause) => resolve4(sentenceOf(cause)));
  });
}
__name(refusalOf, "refusalOf");
function sentenceOf(cause) {
  return cause instanceof AggregateError ? describeError(cause.errors[0]) : cause.message;
}
__name(sentenceOf, "sentenceOf");

// src/stack/services/evaluate-config.ts
async function evaluateConfig(schema, config, {
  service,
  evaluate
}) {
  const checked = schema.safeParse(await evaluate(config));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new RunError(
    "SERVICE_NOT_STARTED",
    `service "${service}" could not be started: an expression in its ${issue?.path.join(".")} gives something else: ${issue?.message}`,
    { hint: "every expression there must give a text, a number or a boolean" }
  );
}
__name(evaluateConfig, "evaluateConfig");

// src/stack/services/launch-process.ts
import { spawn as spawn3 } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";

// src/stack/services/run-command.ts
import { spawn as spawn2 } from "node:child_process";
function runCommand(command, options) {
  const { file, args } = parseCommand(command);
  return new Promise((resolve4, reject) => {
    const child = spawn2(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"], killSignal: "SIGKILL" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      const lines = splitLines((line) => {
        if (line.trim() !== "") output = line;
      });
      stream.on("data", (chunk) => lines.write(chunk));
      stream.on("end", () => lines.end());
    }
    child.on("error", reject);
    child.on("close", (code) => resolve4({ code, output }));
  });
}
__name(runCommand, "runCommand");

// src/stack/services/launch-process.ts
var LAST_OUTPUT_MS = 500;
async function launchProcess(plan, { clock, keeper, output }) {
  const { service, cwd } = plan;
  checkFolder(plan);
  const marker = keeper.markerOf(service);
  const env = { ...plan.env, [MARKER_VARIABLE]: marker };
  const { file, args } = parseCommand(plan.command);
  const child = spawn3(file, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const ended = untilEnded(child);
  const pid = child.pid ?? await refuse(plan, file, child);
  keeper.started(pid);
  const drained = Promise.all([pipe(child.stdout, "stdout", output), pipe(child.stderr, "stderr", output)]);
  const tree = { groups: [pid], marker };
  const exited = ended.then(async (exit) => {
    var _stack = [];
    try {
      const late2 = Promise.withResolvers();
      const _limit = __using(_stack, clock.at(clock.nowMs() + LAST_OUTPUT_MS, late2.resolve));
      await Promise.race([drained, late2.promise]);
      child.stdout.destroy();
      child.stderr.destroy();
      return exit;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  });
  const end = /* @__PURE__ */ __name(async (graceMs) => {
    await endTree(tree, { clock, graceMs });
    keeper.ended(pid);
    await exited;
  }, "end");
  return {
    pid,
    exited,
    hasHealthCheck: false,
    unhealth: /* @__PURE__ */ __name(async () => void 0, "unhealth"),
    detach: /* @__PURE__ */ __name(() => void 0, "detach"),
    stop: /* @__PURE__ */ __name(() => end(plan.graceMs), "stop"),
    kill: /* @__PURE__ */ __name(() => end(0), "kill"),
    pause: /* @__PURE__ */ __name(async () => signalTree(tree, "SIGSTOP"), "pause"),
    resume: /* @__PURE__ */ __name(async () => signalTree(tree, "SIGCONT"), "resume"),
    addressOf: /* @__PURE__ */ __name((port2, from) => processAddress(port2, from), "addressOf"),
    exec: /* @__PURE__ */ __name((command, signal) => runCommand(command, { cwd, env, signal }), "exec")
  };
}
__name(launchProcess, "launchProcess");
function processAddress(port2, from) {
  return { host: from === "host" ? "localhost" : HOST_FROM_CONTAINERS, port: port2 };
}
__name(processAddress, "processAddress");
function checkFolder({ service, cwd }) {
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new RunError(
    "SERVICE_NOT_STARTED",
    `service "${service}" could not be started: there is no folder "${cwd}"`,
    {
      hint: `correct services.${service}.cwd; it is relative to flowproof.yaml`
    }
  );
}
__name(checkFolder, "checkFolder");
async function refuse({ service, command }, file, child) {
  const [cause] = await once(child, "error");
  const reason = cause.code === "ENOENT" ? `there is no program "${file}"` : cause.code === "EACCES" ? `"${file}" may not be executed` : cause.message;
  throw new RunError("SERVICE_NOT_STARTED", `service "${service}" could not be started: ${reason}`, {
    hint: `check services.${service}.command: "${command}"`,
    cause
  });
}
__name(refuse, "refuse");
function untilEnded(child) {
  return new Promise((resolve4) => child.once("exit", (code, signal) => resolve4({ code, signal })));
}
__name(untilEnded, "untilEnded");
function pipe(stream, name, output) {
  return new Promise((resolve4) => {
    stream.on("data", (chunk) => output.write(name, chunk));
    stream.on("error", () => void 0);
    stream.once("close", () => {
      output.end(name);
      resolve4();
    });
  });
}
__name(pipe, "pipe");

// src/probes/exec.ts
var exec = {
  title: /* @__PURE__ */ __name((command) => `\`${command}\` succeeds`, "title"),
  wait: /* @__PURE__ */ __name((command, context) => poll(context, async () => {
    try {
      const { code, output } = await context.exec(command, context.signal);
      return code === 0 ? void 0 : `it ends with code ${code}${output === "" ? "" : ` (${output})`}`;
    } catch (cause) {
      return describeError(cause);
    }
  }), "wait")
};

// src/probes/group.ts
var group = {
  title: /* @__PURE__ */ __name((ids) => ids.map((id) => `group "${id}" is stable`).join(", "), "title"),
  wait: /* @__PURE__ */ __name((ids, context) => poll(context, async () => {
    try {
      const found = await context.kafka.describeGroups(ids, context.signal);
      const obstacles = ids.map(
        (id) => obstacleOf(
          id,
          found.find((one) => one.id === id)
        )
      );
      return obstacles.find((obstacle) => obstacle !== void 0);
    } catch (cause) {
      return describeError(cause);
    }
  }), "wait")
};
function obstacleOf(id, found) {
  if (found === void 0 || found.state === "Dead") return `there is no group "${id}"`;
  if (found.members.length === 0) return `group "${id}" has no members`;
  if (found.state !== "Stable") return `group "${id}" is in state ${found.state}`;
  const isAssigned = found.members.some(
    (member) => member.assignments.some(({ partitions }) => partitions.length > 0)
  );
  return isAssigned ? void 0 : `no member of group "${id}" has a partition`;
}
__name(obstacleOf, "obstacleOf");

// src/probes/healthy.ts
var healthy = {
  title: /* @__PURE__ */ __name(() => "its health check is green", "title"),
  wait: /* @__PURE__ */ __name((_config, context) => poll(context, () => context.unhealth()), "wait")
};

// src/probes/http.ts
var import_node_http = __toESM(require_http(), 1);
var import_node_https = __toESM(require_https(), 1);
var ANSWER_MS = 5e3;
var http = {
  title: /* @__PURE__ */ __name(({ url, status }) => `${url} answers ${status ?? "2xx"}`, "title"),
  wait: /* @__PURE__ */ __name((expected, context) => poll(context, async () => {
    try {
      const status = await requestStatus(expected.url, context.signal);
      return isExpected(status, expected) ? void 0 : `it answers ${status}`;
    } catch (cause) {
      return describeError(cause);
    }
  }), "wait")
};
function isExpected(status, expected) {
  return expected.status === void 0 ? status >= 200 && status < 300 : status === expected.status;
}
__name(isExpected, "isExpected");
function requestStatus(url, signal) {
  return new Promise((resolve4, reject) => {
    const get = url.startsWith("https:") ? import_node_https.get : import_node_http.get;
    const request = get(url, { agent: false, signal, timeout: ANSWER_MS }, (response) => {
      resolve4(response.statusCode ?? 0);
      response.destroy();
    });
    request.once("timeout", () => request.destroy(new Error(`no answer in ${ANSWER_MS} ms`)));
    request.once("error", reject);
  });
}
__name(requestStatus, "requestStatus");

// src/probes/log.ts
import { stripVTControlCharacters } from "node:util";
var log = {
  title: /* @__PURE__ */ __name((pattern) => `a line matches ${String(pattern)}`, "title"),
  wait: /* @__PURE__ */ __name((pattern, { output, signal, saw }) => new Promise((resolve4, reject) => {
    saw("no line matched");
    const stop = /* @__PURE__ */ __name(() => {
      listening[Symbol.dispose]();
      signal.removeEventListener("abort", onAbort2);
    }, "stop");
    const onAbort2 = /* @__PURE__ */ __name(() => {
      stop();
      reject(signal.reason);
    }, "onAbort");
    const listening = output.listen((text) => {
      pattern.lastIndex = 0;
      if (!pattern.test(stripVTControlCharacters(text))) return;
      stop();
      resolve4();
    });
    signal.addEventListener("abort", onAbort2, { once: true });
    if (signal.aborted) onAbort2();
  }), "wait")
};

// src/probes/index.ts
var probes = { exec, group, healthy, http, log, port };

// src/probes/until-ready.ts
async function untilReady(probe, config, options) {
  var _stack = [];
  try {
    const { clock, timeoutMs } = options;
    const over = new AbortController();
    const _deadline = __using(_stack, clock.at(clock.nowMs() + timeoutMs, () => over.abort()));
    let obstacle = "no answer came";
    const signal = AbortSignal.any([options.signal, over.signal]);
    const saw = /* @__PURE__ */ __name((seen) => {
      obstacle = seen;
    }, "saw");
    try {
      await probe.wait(config, { ...options, signal, saw });
    } catch (cause) {
      if (options.signal.aborted || !over.signal.aborted) throw cause;
      throw new RunError(
        "SERVICE_NOT_READY",
        `service "${options.service}" was not ready within ${renderDuration(timeoutMs)}: waited until ${probe.title(config)}, but ${obstacle}`,
        {
          detail: options.lastLines(),
          hint: `look at its last lines; if it only needs longer, raise services.${options.service}.ready.timeout`
        }
      );
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
__name(untilReady, "untilReady");

// src/stack/services/readiness.ts
var DEFAULT_TIMEOUT_MS = 6e4;
async function becomeReady(ready, options) {
  const limited = { ...options, timeoutMs: ready?.timeout ?? DEFAULT_TIMEOUT_MS };
  const wait = /* @__PURE__ */ __name(async (probe, config) => {
    await untilReady(probe, config, limited);
    return probe.title(config);
  }, "wait");
  if (ready?.log !== void 0) return wait(probes.log, parsePattern(ready.log));
  if (ready?.http !== void 0) return wait(probes.http, ready.http);
  if (ready?.port !== void 0) return wait(probes.port, ready.port);
  if (ready?.exec !== void 0) return wait(probes.exec, ready.exec);
  if (ready?.group !== void 0) return wait(probes.group, ready.group);
  if (ready?.healthy || options.hasHealthCheck) return wait(probes.healthy, true);
  options.signal.throwIfAborted();
  return "it runs";
}
__name(becomeReady, "becomeReady");

// src/stack/services/service.ts
var DEFAULT_GRACE_MS = 3e3;
var NOT_FOUND = 127;
var Service = class {
  static {
    __name(this, "Service");
  }
  name;
  #config;
  #deps;
  #publishedPorts = /* @__PURE__ */ new Map();
  #running;
  constructor(name, config, deps) {
    this.name = name;
    this.#config = config;
    this.#deps = deps;
  }
  /**
   * Starts it and waits until it is ready.
   * @throws RunError SERVICE_NOT_STARTED, SERVICE_NOT_READY, SERVICE_EXITED, DOCKER_*; the signal's reason
   */
  start(signal) {
    return blame(this.#part, this.#start(signal));
  }
  async #start(signal) {
    const { clock, emit } = this.#deps;
    const service = this.name;
    this.#checkStopped();
    const output = new ServiceOutput(
      (stream, line) => emit({ type: "service-logged", service, stream, line })
    );
    const launched = await this.#launch(output, signal);
    const startedAtMs = clock.nowMs();
    emit({
      type: "service-started",
      service,
      ...compact({ pid: launched.pid, savesLog: this.#config.logs?.save })
    });
    const gone = this.#watch(launched, output);
    const probe = await becomeReady(await this.#evaluateReady(), {
      ...this.#deps,
      ...launched,
      service,
      output,
      lastLines: /* @__PURE__ */ __name(() => output.lastLines, "lastLines"),
      addressOf: /* @__PURE__ */ __name((port2) => launched.addressOf(port2, "host"), "addressOf"),
      signal: AbortSignal.any([signal, gone])
    });
    emit({ type: "service-ready", service, tookMs: Math.round(clock.nowMs() - startedAtMs), probe });
  }
  /** Stops it if it runs; resolves when nothing of it runs any more. */
  stop() {
    return this.#end((launched) => launched.stop());
  }
  /** Stops it, but leaves containers running that are to be kept. */
  async leave() {
    if (!this.#deps.docker?.isKept || this.#place() === "host") return this.stop();
    if (!this.#running) return;
    this.#running.isStopping = true;
    this.#running.launched.detach();
  }
  /** Ends it without asking, if it runs. */
  kill() {
    return this.#end((launched) => launched.kill());
  }
  async pause() {
    await this.#launched().pause();
  }
  async resume() {
    await this.#launched().resume();
  }
  /** `.services.<name>` of an expression that a program in that place reads. */
  addresses(from) {
    const { ports = [] } = this.#config;
    const isProcess = this.#place() === "host";
    const addressOf2 = isProcess ? processAddress : this.#running?.launched.addressOf;
    const known = addressOf2 === void 0 ? [] : ports.map((port2) => ({ port: port2, at: addressOf2(port2, from) }));
    const [first] = known;
    return {
      ...first === void 0 ? {} : { url: `http://${first.at.host}:${first.at.port}` },
      port: Object.fromEntries(known.map(({ port: port2, at }) => [port2, at.port]))
    };
  }
  get #part() {
    return { path: ["services", this.name], config: this.#config };
  }
  #place() {
    return isContainer(this.#config) ? "container" : "host";
  }
  async #launch(output, signal) {
    const { directory, docker, env, evaluate } = this.#deps;
    const service = this.name;
    const place = this.#place();
    const { ready: _ready, ...rest } = this.#config;
    const config = await evaluateConfig(serviceConfig, rest, {
      service,
      evaluate: /* @__PURE__ */ __name((value) => evaluate(value, place), "evaluate")
    });
    signal.throwIfAborted();
    const graceMs = config.grace ?? DEFAULT_GRACE_MS;
    if (place === "container" && docker) {
      const { launchInDocker } = await import("./part-stack-services-launch-in-docker.js");
      const plan = {
        service,
        config,
        graceMs,
        readyTimeoutMs: this.#config.ready?.timeout ?? DEFAULT_TIMEOUT_MS,
        publishedPorts: this.#publishedPorts
      };
      return launchInDocker(plan, { ...this.#deps, docker, output, signal });
    }
    await this.#checkPorts(signal);
    return launchProcess(
      {
        service,
        command: config.command ?? "",
        cwd: resolve3(directory, config.cwd ?? "."),
        env: { ...env, ...config.env },
        graceMs
      },
      { ...this.#deps, output }
    );
  }
  /** Only now are the ports known by which a container is reached. A command runs in its place, the rest is asked from here. */
  async #evaluateReady() {
    const { ready } = this.#config;
    if (ready === void 0) return void 0;
    const place = ready.exec === void 0 ? "host" : this.#place();
    return evaluateConfig(readyConfig, ready, {
      service: this.name,
      evaluate: /* @__PURE__ */ __name((value) => this.#deps.evaluate(value, place), "evaluate")
    });
  }
  /** A port that answers before the service has started would look as if it were ready. */
  async #checkPorts(signal) {
    const { ports = [], ready } = this.#config;
    for (const port2 of /* @__PURE__ */ new Set([...ports, ...ready?.port === void 0 ? [] : [ready.port]])) {
      if (await refusalOf({ host: "localhost", port: port2 }, signal) !== void 0) continue;
      throw new RunError(
        "SERVICE_NOT_STARTED",
        `service "${this.name}" could not be started: another program listens on its port ${port2}`,
        { hint: `end that program (\`lsof -i :${port2}\` shows it), or give the service another port` }
      );
    }
  }
  /** The signal is aborted when the service ends though nobody stops it. */
  #watch(launched, output) {
    const { emit, fail } = this.#deps;
    const running = { launched, hasEnded: false, isStopping: false };
    const gone = new AbortController();
    this.#running = running;
    void launched.exited.then((exit) => {
      running.hasEnded = true;
      emit({ type: "service-exited", service: this.name, ...exit, expected: running.isStopping });
      if (running.isStopping) return;
      const error = withSetting(exitError(this.name, exit, output), this.#part);
      gone.abort(error);
      fail(error);
    });
    return gone.signal;
  }
  async #end(how) {
    const running = this.#running;
    if (!running) return;
    running.isStopping = true;
    await how(running.launched);
    this.#running = void 0;
  }
  #checkStopped() {
    if (!this.#running || this.#running.hasEnded) return;
    throw new RunError("SERVICE_NOT_STARTED", `service "${this.name}" runs already`, {
      hint: "stop it first, or restart it"
    });
  }
  #launched() {
    if (this.#running && !this.#running.hasEnded) return this.#running.launched;
    throw new RunError("SERVICE_NOT_STARTED", `service "${this.name}" does not run`, {
      hint: "start it first"
    });
  }
};
function exitError(service, { code, signal }, output) {
  const how = signal === null ? `exited with code ${code ?? "unknown"}` : `was ended by ${signal}`;
  return new RunError("SERVICE_EXITED", `service "${service}" ${how}`, {
    detail: output.lastLines,
    hint: hintFor(service, code)
  });
}
__name(exitError, "exitError");
function hintFor(service, code) {
  if (code === NOT_FOUND) return `check services.${service}.command: its program was not found`;
  return code === 0 ? "a service has to go on running, in the foreground, until it is stopped" : void 0;
}
__name(hintFor, "hintFor");

// src/stack/services/services.ts
var Services = class {
  static {
    __name(this, "Services");
  }
  /** Aborted with a RunError when a service ends though nobody stopped it. */
  signal;
  #services;
  #configs;
  #failure = new AbortController();
  /** None of them runs yet. @param configs their `dependsOn` name each other without a cycle */
  constructor(configs, deps) {
    this.signal = this.#failure.signal;
    this.#configs = configs;
    const fail = /* @__PURE__ */ __name((error) => this.#failure.abort(error), "fail");
    this.#services = new Map(
      Object.entries(configs).map(([name, config]) => [name, new Service(name, config, { ...deps, fail })])
    );
  }
  /**
   * Starts all of them, each once those that it depends on are ready; the others at the same time. The first that fails
   * ends the wait for all.
   * @throws RunError as a service's start does; the signal's reason
   */
  async startAll(signal) {
    const either = AbortSignal.any([signal, this.signal]);
    await inOrder(this.#names(), {
      before: /* @__PURE__ */ __name((name) => this.#configs[name]?.dependsOn ?? [], "before"),
      visit: /* @__PURE__ */ __name(async (name) => {
        try {
          either.throwIfAborted();
          await this.#find(name).start(either);
        } catch (cause) {
          this.#failure.abort(cause);
        }
      }, "visit")
    });
    either.throwIfAborted();
  }
  /** Stops all of them, each once those that depend on it have stopped. */
  stopAll() {
    return this.#endAll((service) => service.stop());
  }
  /** `.services` of the expressions that a program in that place reads. */
  addresses(from) {
    return Object.fromEntries([...this.#services].map(([name, service]) => [name, service.addresses(from)]));
  }
  pause(service) {
    return this.#find(service).pause();
  }
  resume(service) {
    return this.#find(service).resume();
  }
  stop(service) {
    return this.#find(service).stop();
  }
  kill(service) {
    return this.#find(service).kill();
  }
  start(service, signal) {
    return this.#find(service).start(signal);
  }
  async restart(service, signal) {
    await this.stop(service);
    await this.start(service, signal);
  }
  async [Symbol.asyncDispose]() {
    await this.#endAll((service) => service.leave());
  }
  async #endAll(end) {
    await inOrder(this.#names(), {
      before: /* @__PURE__ */ __name((name) => this.#names().filter((other) => this.#configs[other]?.dependsOn?.includes(name)), "before"),
      visit: /* @__PURE__ */ __name((name) => end(this.#find(name)), "visit")
    });
  }
  #find(name) {
    const found = this.#services.get(name);
    if (found) return found;
    const near = didYouMean(name, this.#names());
    throw new RunError("SERVICE_NOT_STARTED", `there is no service "${name}"`, {
      hint: near === void 0 ? `the services are: ${this.#names().join(", ")}` : `did you mean "${near}"?`
    });
  }
  #names() {
    return [...this.#services.keys()];
  }
};
async function inOrder(names, { before, visit }) {
  const visits = /* @__PURE__ */ new Map();
  const visitOnce = /* @__PURE__ */ __name((name) => {
    const begun = visits.get(name);
    if (begun) return begun;
    const visiting = Promise.all(before(name).map(visitOnce)).then(() => visit(name));
    visits.set(name, visiting);
    return visiting;
  }, "visitOnce");
  await Promise.all(names.map(visitOnce));
}
__name(inOrder, "inOrder");

// src/traces/receiver.ts
var import_node_http2 = __toESM(require_http(), 1);
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

// src/traces/span.ts
var NANOSECONDS = 1e6;
var ERROR_STATUS = 2;
function epochMs(unixNano) {
  return Number(unixNano / 1000n) / (NANOSECONDS / 1e3);
}
__name(epochMs, "epochMs");
var BadExport = class extends Error {
  static {
    __name(this, "BadExport");
  }
  name = "BadExport";
};

// src/traces/otlp-json.ts
function parseOtlpJson(text) {
  const root = asMap(parse(text));
  return listOf(root.resourceSpans).flatMap((resourceSpans) => {
    const service = serviceName(resourceSpans);
    return listOf(resourceSpans.scopeSpans).flatMap((scopeSpans) => listOf(scopeSpans.spans)).map((span) => readSpan(span, service));
  });
}
__name(parseOtlpJson, "parseOtlpJson");
function parse(text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadExport("the body is not JSON", { cause });
  }
}
__name(parse, "parse");
function readSpan(span, service) {
  const status = asMap(span.status ?? {});
  const parentSpanId = textOf(span.parentSpanId);
  return {
    traceId: textOf(span.traceId).toLowerCase(),
    spanId: textOf(span.spanId).toLowerCase(),
    ...parentSpanId === "" ? {} : { parentSpanId: parentSpanId.toLowerCase() },
    linkedTraceIds: listOf(span.links).map((link) => textOf(link.traceId).toLowerCase()),
    name: textOf(span.name),
    service,
    startedAtMs: timeOf2(span.startTimeUnixNano),
    endedAtMs: timeOf2(span.endTimeUnixNano),
    ...isError(status.code) ? { error: textOf(status.message) } : {}
  };
}
__name(readSpan, "readSpan");
function serviceName(resourceSpans) {
  const attributes = listOf(asMap(resourceSpans.resource ?? {}).attributes);
  const found = attributes.find((attribute) => attribute.key === "service.name");
  return textOf(asMap(found?.value ?? {}).stringValue) || "unknown";
}
__name(serviceName, "serviceName");
function isError(code) {
  return code === ERROR_STATUS || code === "STATUS_CODE_ERROR";
}
__name(isError, "isError");
function timeOf2(value) {
  const text = String(value ?? "0");
  if (!/^\d{1,20}$/.test(text)) throw new BadExport(`"${text.slice(0, 40)}" is no time in nanoseconds`);
  return epochMs(BigInt(text));
}
__name(timeOf2, "timeOf");
function textOf(value) {
  return typeof value === "string" ? value : "";
}
__name(textOf, "textOf");
function listOf(value) {
  if (value === void 0 || value === null) return [];
  if (!Array.isArray(value)) throw new BadExport("a list of OTLP is no list");
  return value.map(asMap);
}
__name(listOf, "listOf");
function asMap(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new BadExport("a message of OTLP is no map");
  }
  return value;
}
__name(asMap, "asMap");

// src/traces/protobuf-fields.ts
var VARINT = 0;
var FIXED64 = 1;
var LENGTH = 2;
var FIXED32 = 5;
var LONGEST_VARINT_BYTES = 10;
function readFields(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = /* @__PURE__ */ new Map();
  let at = 0;
  const take = /* @__PURE__ */ __name((count) => {
    if (count > bytes.length - at) throw new BadExport("a field of the protobuf message is cut off");
    at += count;
    return at - count;
  }, "take");
  const varint = /* @__PURE__ */ __name(() => {
    let value = 0n;
    for (let index = 0; index < LONGEST_VARINT_BYTES; index++) {
      const byte = view.getUint8(take(1));
      value |= BigInt(byte & 127) << BigInt(7 * index);
      if (byte < 128) return value;
    }
    throw new BadExport("a number of the protobuf message is too long");
  }, "varint");
  const readers = {
    [VARINT]: varint,
    [FIXED64]: () => view.getBigUint64(take(8), true),
    [LENGTH]: () => {
      const length = Number(varint());
      const start = take(length);
      return bytes.subarray(start, start + length);
    },
    [FIXED32]: () => BigInt(view.getUint32(take(4), true))
  };
  while (at < bytes.length) {
    const tag = varint();
    const read = readers[Number(tag & 7n)];
    if (!read) throw new BadExport("the body is no protobuf message");
    const number = Number(tag >> 3n);
    const values = fields.get(number);
    const value = read();
    if (values) values.push(value);
    else fields.set(number, [value]);
  }
  return fields;
}
__name(readFields, "readFields");
function messagesOf(fields, number) {
  return bytesOf(fields, number).map(readFields);
}
__name(messagesOf, "messagesOf");
function lastBytes(fields, number) {
  return Buffer.from(bytesOf(fields, number).at(-1) ?? []);
}
__name(lastBytes, "lastBytes");
function lastNumber(fields, number) {
  const value = fields.get(number)?.at(-1) ?? 0n;
  if (typeof value !== "bigint") throw new BadExport(`field ${number} of the protobuf message is no number`);
  return value;
}
__name(lastNumber, "lastNumber");
function bytesOf(fields, number) {
  return (fields.get(number) ?? []).map((value) => {
    if (typeof value === "bigint")
      throw new BadExport(`field ${number} of the protobuf message has no length`);
    return value;
  });
}
__name(bytesOf, "bytesOf");

// src/traces/otlp-protobuf.ts
var REQUEST = { resourceSpans: 1 };
var RESOURCE_SPANS = { resource: 1, scopeSpans: 2 };
var RESOURCE = { attributes: 1 };
var SCOPE_SPANS = { spans: 2 };
var SPAN = {
  traceId: 1,
  spanId: 2,
  parentSpanId: 4,
  name: 5,
  start: 7,
  end: 8,
  links: 13,
  status: 15
};
var LINK = { traceId: 1 };
var STATUS = { message: 2, code: 3 };
var KEY_VALUE = { key: 1, value: 2 };
var ANY_VALUE = { string: 1 };
function parseOtlpProtobuf(bytes) {
  return messagesOf(readFields(bytes), REQUEST.resourceSpans).flatMap((resourceSpans) => {
    const service = serviceName2(resourceSpans);
    return messagesOf(resourceSpans, RESOURCE_SPANS.scopeSpans).flatMap((scopeSpans) => messagesOf(scopeSpans, SCOPE_SPANS.spans)).map((span) => readSpan2(span, service));
  });
}
__name(parseOtlpProtobuf, "parseOtlpProtobuf");
function readSpan2(span, service) {
  const hex = /* @__PURE__ */ __name((number) => lastBytes(span, number).toString("hex"), "hex");
  const [status] = messagesOf(span, SPAN.status);
  const isError2 = status !== void 0 && lastNumber(status, STATUS.code) === BigInt(ERROR_STATUS);
  const parentSpanId = hex(SPAN.parentSpanId);
  return {
    traceId: hex(SPAN.traceId),
    spanId: hex(SPAN.spanId),
    ...parentSpanId === "" ? {} : { parentSpanId },
    linkedTraceIds: messagesOf(span, SPAN.links).map((link) => lastBytes(link, LINK.traceId).toString("hex")),
    name: lastBytes(span, SPAN.name).toString("utf8"),
    service,
    startedAtMs: epochMs(lastNumber(span, SPAN.start)),
    endedAtMs: epochMs(lastNumber(span, SPAN.end)),
    ...isError2 ? { error: lastBytes(status, STATUS.message).toString("utf8") } : {}
  };
}
__name(readSpan2, "readSpan");
function serviceName2(resourceSpans) {
  const attributes = messagesOf(resourceSpans, RESOURCE_SPANS.resource).flatMap(
    (resource) => messagesOf(resource, RESOURCE.attributes)
  );
  const found = attributes.find((one) => lastBytes(one, KEY_VALUE.key).toString() === "service.name");
  const [value] = found ? messagesOf(found, KEY_VALUE.value) : [];
  return value && lastBytes(value, ANY_VALUE.string).toString("utf8") || "unknown";
}
__name(serviceName2, "serviceName");

// src/traces/receiver.ts
var MAX_BODY_BYTES = 16 * 1024 * 1024;
var HTTP = { ok: 200, badRequest: 400, notFound: 404, tooLarge: 413, unsupported: 415 };
var unzip = promisify(gunzip);
async function startTraceReceiver({
  onSpan,
  host = "127.0.0.1",
  port: port2 = 0
}) {
  const server = (0, import_node_http2.createServer)((request, response) => {
    handle(request, onSpan).then(
      (type) => answer(response, HTTP.ok, { type, body: type === JSON_TYPE ? "{}" : "" }),
      (cause) => answer(response, statusOf(cause), { type: "text/plain", body: messageOf(cause) })
    );
  });
  await listen(server, port2, host);
  const { port: bound } = server.address();
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  };
}
__name(startTraceReceiver, "startTraceReceiver");
var JSON_TYPE = "application/json";
var PROTOBUF_TYPE = "application/x-protobuf";
async function handle(request, onSpan) {
  const path = request.url?.split("?")[0];
  if (request.method !== "POST" || !/^\/v1\/(traces|metrics|logs)$/.test(path ?? "")) {
    throw new Refusal(HTTP.notFound, "only POST /v1/traces is here");
  }
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== JSON_TYPE && type !== PROTOBUF_TYPE) {
    throw new Refusal(HTTP.unsupported, `content type must be ${PROTOBUF_TYPE} or ${JSON_TYPE}`);
  }
  const bytes = await readBody(request);
  if (path === "/v1/traces") {
    const spans = type === JSON_TYPE ? parseOtlpJson(bytes.toString("utf8")) : parseOtlpProtobuf(bytes);
    for (const span of spans) onSpan(span);
  }
  return type;
}
__name(handle, "handle");
async function readBody(request) {
  const chunks = [];
  let sizeBytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_BODY_BYTES) throw new Refusal(HTTP.tooLarge, "the export is larger than 16 MiB");
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (request.headers["content-encoding"] !== "gzip") return body;
  try {
    return await unzip(body, { maxOutputLength: MAX_BODY_BYTES });
  } catch (cause) {
    throw new BadExport("the body is not gzip, or larger than 16 MiB", { cause });
  }
}
__name(readBody, "readBody");
var Refusal = class extends Error {
  static {
    __name(this, "Refusal");
  }
  name = "Refusal";
  status;
  constructor(status, message) {
    super(message);
    this.status = status;
  }
};
function statusOf(cause) {
  return cause instanceof Refusal ? cause.status : HTTP.badRequest;
}
__name(statusOf, "statusOf");
function messageOf(cause) {
  return cause instanceof Refusal || cause instanceof BadExport ? cause.message : "the export could not be read";
}
__name(messageOf, "messageOf");
function answer(response, status, { type, body }) {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) }).end(body);
}
__name(answer, "answer");
function listen(server, port2, host) {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port2, host, () => {
      server.off("error", fail);
      done();
    });
  });
}
__name(listen, "listen");

// src/stack/traces.ts
function startTraces({ clock, emit, startedAtMs }) {
  const startedAtEpochMs = clock.wallMs() - clock.nowMs() + startedAtMs;
  const sinceStart = /* @__PURE__ */ __name((epochMs2) => roundMs(epochMs2 - startedAtEpochMs), "sinceStart");
  const onSpan = /* @__PURE__ */ __name(({ startedAtMs: from, endedAtMs: to, ...span }) => emit({
    type: "span-received",
    span: {
      ...span,
      linkedTraceIds: [...span.linkedTraceIds],
      startedAtMs: sinceStart(from),
      endedAtMs: sinceStart(to)
    }
  }), "onSpan");
  return startTraceReceiver({ onSpan });
}
__name(startTraces, "startTraces");
function traceVariables({ url }) {
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
    OTEL_TRACES_EXPORTER: "otlp",
    OTEL_BSP_SCHEDULE_DELAY: "100"
  };
}
__name(traceVariables, "traceVariables");

// src/stack/stack.ts
async function startStack(options) {
  var _stack = [];
  try {
    const { config, signal } = options;
    const parts = __using(_stack, new AsyncDisposableStack(), true);
    const configs = config.services ?? {};
    const keeper = parts.use(await openKeeper(options));
    const docker = parts.use(await openDocker(options, keeper));
    const servesContainers = Object.values(configs).some(isContainer) || config.schemaRegistry?.provider === "docker";
    const clusters = parts.use(
      await Clusters.start(config.kafka ?? {}, {
        ...options,
        docker,
        servesContainers,
        evaluate: /* @__PURE__ */ __name((value) => options.evaluate(value, {}), "evaluate")
      })
    );
    const registry = parts.use(await openRegistry(options, { clusters, docker, servesContainers }));
    const traces = config.traces === true ? parts.use(await startTraces(options)) : void 0;
    const services = parts.use(
      new Services(configs, {
        ...options,
        env: { ...options.env, ...traces && traceVariables(traces) },
        kafka: clusters.kafka,
        keeper,
        docker,
        evaluate: /* @__PURE__ */ __name((value, place) => options.evaluate(value, {
          ...traces && { traces: { url: traces.url } },
          kafka: clusters.addresses(place),
          ...registry && { schemaRegistry: registry.addresses(place) },
          services: services.addresses(place)
        }), "evaluate")
      })
    );
    await services.startAll(signal);
    const started = parts.move();
    return {
      kafka: clusters.kafka,
      clusters: clusters.connections,
      registry: registry?.client,
      services,
      async refresh(within) {
        await services.stopAll();
        await clusters.emptyTopics(within);
        await services.startAll(within);
      },
      signal: AbortSignal.any([
        services.signal,
        ...clusters.signals,
        ...registry?.signal ? [registry.signal] : []
      ]),
      serviceOfGroup: groupsOf2(configs),
      createTopics: clusters.createsTopics,
      [Symbol.asyncDispose]: () => started.disposeAsync()
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(startStack, "startStack");
async function openKeeper({ runId, clock, emit, env }) {
  const keeper = await Keeper.open(runId, { clock, removeContainers: /* @__PURE__ */ __name((run2) => removeContainers(run2, env), "removeContainers") });
  for (const swept of keeper.sweptRuns) {
    emit({ type: "warning-given", message: `ended what run ${swept} left behind when it was killed` });
  }
  return keeper;
}
__name(openKeeper, "openKeeper");
async function openRegistry(options, { clusters, ...deps }) {
  const { schemaRegistry } = options.config;
  if (schemaRegistry === void 0) return void 0;
  const starting = startSchemaRegistry(schemaRegistry, {
    ...options,
    ...deps,
    bootstrap: /* @__PURE__ */ __name((place) => clusters.bootstrap(place), "bootstrap"),
    evaluate: /* @__PURE__ */ __name((value) => options.evaluate(value, {}), "evaluate")
  });
  return await blame({ path: ["schemaRegistry"], config: schemaRegistry }, starting);
}
__name(openRegistry, "openRegistry");
async function openDocker(options, keeper) {
  const { config, runId, env, emit, keep = false } = options;
  const [need] = needsOfDocker(config);
  if (!need) return void 0;
  const { RunDocker: Docker } = await import("./part-stack-docker-run-docker.js");
  const opening = Docker.open({ runId, env, isKept: keep, onConnect: /* @__PURE__ */ __name(() => keeper.usesDocker(), "onConnect") });
  const docker = await blame(need, opening);
  if (keep) {
    emit({ type: "warning-given", message: "containers stay after the run", hint: docker.howToRemove });
  }
  return docker;
}
__name(openDocker, "openDocker");
function needsOfDocker({
  kafka = {},
  schemaRegistry,
  services = {}
}) {
  const clusters = [...clustersOf(kafka)].filter(([, { provider }]) => provider === "docker");
  return [
    ...clusters.map(([name, { provider }]) => ({ path: pathOfCluster(kafka, name), config: { provider } })),
    ...schemaRegistry?.provider === "docker" ? [{ path: ["schemaRegistry"], config: schemaRegistry }] : [],
    ...Object.entries(services).filter(([, service]) => isContainer(service)).map(([name, config]) => ({ path: ["services", name], config }))
  ];
}
__name(needsOfDocker, "needsOfDocker");
function groupsOf2(services) {
  return new Map(
    Object.entries(services).flatMap(
      ([name, { ready }]) => (ready?.group ?? []).map((group2) => [group2, name])
    )
  );
}
__name(groupsOf2, "groupsOf");

// src/index.ts
var DEFAULT_TIMEOUT_MS2 = 3e5;
var MAX_SEED = 2 ** 32;
async function run(options) {
  var _stack = [];
  try {
    const jq = __using(_stack, createJq(), true);
    const project = await loadProject({
      ...options,
      jq,
      files: options.files ?? [],
      variables: options.variables ?? []
    });
    const reporters = options.reporters?.({ secrets: project.secrets }) ?? [];
    const fold = createRunFold();
    const startedAtMs = systemClock.nowMs();
    const memory = new RunMemory({ expectsSpans: project.config.traces === true });
    const data = new DataRedactor(project.config.redact);
    const redactSecrets = createEventRedactor(project.secrets);
    const emit = createBus({
      clock: systemClock,
      startedAtMs,
      redact: /* @__PURE__ */ __name((event) => redactSecrets(data.redact(event)), "redact"),
      sinks: [{ name: "run result", on: fold.on }, memory, ...reporters]
    });
    const about = {
      id: randomUUID(),
      seed: options.seed ?? randomInt(MAX_SEED),
      startedAt: (/* @__PURE__ */ new Date()).toISOString(),
      startedAtMs
    };
    const running = {
      iterations: options.iterations ?? 1,
      retries: options.retries ?? project.config.defaults?.retries ?? 0,
      concurrency: options.concurrency ?? project.config.defaults?.concurrency ?? "auto",
      failFast: options.failFast ?? false
    };
    const planned = planRun(project.scenarios, running);
    announce2(emit, { project, planned, about });
    const verdict = await runOnStack(project, { options, running, planned, emit, data, about, memory, jq });
    emit({ type: "run-finished", ...verdict, durationMs: Math.round(systemClock.nowMs() - startedAtMs) });
    const result = fold.result();
    for (const reporter of reporters) endReporter(reporter, result, emit);
    return result;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(run, "run");
function announce2(emit, {
  project,
  planned,
  about: { id, seed, startedAt }
}) {
  emit({
    type: "run-started",
    runId: id,
    version,
    seed,
    startedAt,
    environment: project.environment.name,
    scenarios: planned.map(({ scenario: { suite, name, description, tags, span }, iteration }) => ({
      suite,
      name,
      ...compact({ description }),
      tags: [...tags],
      iteration,
      span
    }))
  });
  for (const { message, hint, span } of project.warnings) {
    const place = span ? `${renderLocation(span)}: ` : "";
    emit({ type: "warning-given", message: `${place}${message}`, ...compact({ hint }) });
  }
}
__name(announce2, "announce");
function endReporter(reporter, result, emit) {
  try {
    reporter.end?.(result);
  } catch (cause) {
    emit({ type: "warning-given", message: `the ${reporter.name} report failed: ${describeError(cause)}` });
  }
}
__name(endReporter, "endReporter");
async function runOnStack(project, context) {
  const { options, emit, jq } = context;
  try {
    var _stack = [];
    try {
      const variables = await projectVariables(project, context, jq);
      const stack = __using(_stack, await startStack({
        config: withoutUnneeded(project),
        directory: project.directory,
        env: options.env,
        clock: systemClock,
        emit,
        signal: options.signal,
        runId: context.about.id,
        keep: options.keep,
        startedAtMs: context.about.startedAtMs,
        evaluate: /* @__PURE__ */ __name((value, added) => resolve(freeform().parse(value), { ...variables, ...added }, jq), "evaluate")
      }), true);
      const verdict = await runScenarios(context.planned, context.running, {
        clock: systemClock,
        kafka: stack.kafka,
        formats: { registry: stack.registry, readFile: /* @__PURE__ */ __name((path) => readFile3(path, "utf8"), "readFile") },
        jq,
        emit,
        see: /* @__PURE__ */ __name((scenario, seen) => context.data.see(scenario, seen), "see"),
        signal: AbortSignal.any([options.signal, stack.signal]),
        defaultTimeoutMs: project.config.defaults?.timeout ?? DEFAULT_TIMEOUT_MS2,
        ...variables,
        overrides: project.overrides,
        run: context.about,
        processEnv: options.env,
        createTopics: stack.createTopics,
        serviceOfGroup: stack.serviceOfGroup,
        services: stack.services,
        refresh: /* @__PURE__ */ __name((signal) => stack.refresh(signal), "refresh"),
        memory: context.memory
      });
      if (stack.signal.aborted) return failRun(stack.signal.reason, project, emit);
      return verdict;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (cause) {
    if (options.signal.aborted) return verdictOf(["cancelled"]);
    return failRun(cause, project, emit);
  }
}
__name(runOnStack, "runOnStack");
function withoutUnneeded({ config, scenarios }) {
  const { services = {} } = config;
  const needed = new Set(scenarios.flatMap((scenario) => scenario.services ?? Object.keys(services)));
  for (const name of needed) for (const other of services[name]?.dependsOn ?? []) needed.add(other);
  const kept = Object.entries(services).filter(([name]) => needed.has(name));
  return { ...config, services: Object.fromEntries(kept) };
}
__name(withoutUnneeded, "withoutUnneeded");
async function projectVariables({ variables: written, environment, overrides }, { about }, jq) {
  const env = {};
  const variables = {};
  const { id, seed, startedAt } = about;
  const giveRandom = createRandomContext(seed, "project");
  const context = /* @__PURE__ */ __name(() => giveRandom({ variables, env, run: { id, seed, startedAt }, now: startedAt }), "context");
  for await (const one of resolveVariables(parseTemplates(environment.variables), context, { jq }))
    Object.assign(env, one);
  for await (const one of resolveVariables(parseTemplates(written), context, { jq }))
    Object.assign(variables, one);
  return { variables: { ...variables, ...overrides }, env };
}
__name(projectVariables, "projectVariables");
function parseTemplates(variables) {
  return freeform().parse(variables);
}
__name(parseTemplates, "parseTemplates");
function failRun(cause, { spanOf }, emit) {
  if (!(cause instanceof RunError)) throw cause;
  const { message, hint, setting } = cause;
  const span = setting && spanOf(setting);
  const detail = cause.detail.length > 0 ? [...cause.detail] : void 0;
  emit({ type: "run-failed", message, ...compact({ span, hint, detail }) });
  return verdictOf(["error"]);
}
__name(failRun, "failRun");

export {
  run
};
