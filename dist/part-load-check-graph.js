import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  ProblemList,
  checkShape,
  createSourceText,
  findRepository,
  findSoundPart,
  keyRange,
  listWords,
  loadConfig,
  locateFinding,
  mapOf,
  parseDocuments,
  parseOverrides,
  readVariables,
  secretTexts,
  selectFiles,
  spanOfPath,
  spanOfRange,
  valueRange
} from "./part-yaml.js";
import {
  SCENARIO_START,
  faultOfFile,
  kindOf,
  kindsOf,
  planTask,
  scenarioFile,
  taskKindNames
} from "./part-csv-parse.js";
import {
  clustersOf,
  findTemplates,
  isEnvironmentReference
} from "./part-model-service-config.js";
import {
  createJq
} from "./part-expr-jq.js";
import {
  listPrograms,
  scanJq
} from "./part-expr-template-text.js";
import {
  checkOfSchema
} from "./part-msgpack-msgpack.js";
import {
  didYouMean,
  nearest
} from "./part-base-did-you-mean.js";
import {
  renderLocation
} from "./part-base-source-span.js";
import {
  isJsonObject
} from "./part-model-json.js";
import {
  ScenarioError,
  UsageError
} from "./part-base-errors.js";
import {
  __callDispose,
  __name,
  __using
} from "./part-shared.js";

// src/load/load-project.ts
import { dirname as dirname2, relative as relative2 } from "node:path";

// src/load/broken-files.ts
import { readFile } from "node:fs/promises";
import { extname, relative, resolve } from "node:path";
function filesOfScenario({ scenario, document }) {
  const named = scenario.tasks.flatMap(
    (task) => task.files.map((one) => ({ ...one, path: ["tasks", task.id, ...one.path] }))
  );
  return { named, files: scenario.files, written: document };
}
__name(filesOfScenario, "filesOfScenario");
var FORMATS = {
  ".avsc": "avro",
  ".json": "json-schema",
  ".proto": "protobuf"
};
function filesOfConfig({ config, directory, written }) {
  const { schemas = {} } = config.schemaRegistry ?? {};
  const named = Object.entries(schemas).map(([subject, schema]) => {
    const path = ["schemaRegistry", "schemas", subject];
    const options = typeof schema === "string" ? { file: schema } : schema;
    const format = FORMATS[extname(options.file)];
    return {
      file: options.file,
      path: typeof schema === "string" ? path : [...path, "file"],
      ...format ? { check: checkOfSchema(format, options) } : {}
    };
  });
  const files = { directory, repository: findRepository(directory) };
  return written ? [{ named, files, written }] : [];
}
__name(filesOfConfig, "filesOfConfig");
function missingFiles({ named, files, written: { root, source } }) {
  return named.flatMap(({ file, path }) => {
    const message = faultOfFile(file, files);
    if (message === void 0) return [];
    const code = message.endsWith("outside of the repository") ? "FILE_OUTSIDE" : "FILE_NOT_READABLE";
    const hint = "paths are relative to this file, and stay inside the repository";
    return [
      new ScenarioError(code, message, { span: spanOfPath({ path, at: "value" }, root, source), hint })
    ];
  });
}
__name(missingFiles, "missingFiles");
async function brokenFiles({ named, files, written: { root, source } }, { cwd, keep }) {
  const read = readOnce(files.directory);
  const found = await Promise.all(
    named.map(async ({ file, path, check }) => {
      const fault = faultOfFile(file, files) === void 0 ? await check?.(read) : void 0;
      if (!fault) return [];
      const text = createSourceText(relative(cwd, resolve(files.directory, fault.file)), fault.text);
      keep(text);
      const namedAt = `it is named at ${renderLocation(spanOfPath({ path, at: "value" }, root, source))}`;
      const hint = fault.hint === void 0 ? namedAt : `${fault.hint}; ${namedAt}`;
      return [new ScenarioError("SCHEMA_INVALID", fault.message, { span: spanOf(fault, text), hint })];
    })
  );
  return found.flat();
}
__name(brokenFiles, "brokenFiles");
function readOnce(directory) {
  const texts = /* @__PURE__ */ new Map();
  return (file) => {
    const path = resolve(directory, file);
    const text = texts.get(path) ?? readFile(path, "utf8");
    texts.set(path, text);
    return text;
  };
}
__name(readOnce, "readOnce");
function spanOf({ at }, source) {
  if (typeof at === "number") return spanOfRange(source, [at, at + 1]);
  const [root] = parseDocuments(source).documents;
  return root ? spanOfPath({ path: at, at: "value" }, root, source) : spanOfRange(source, [0, 1]);
}
__name(spanOf, "spanOf");

// src/load/unknown-roots.ts
var ROOTS = [
  ...["record", "response", "row", "result"],
  ...["variables", "env", "source", "index", "run", "now", "nowMs", "random"],
  ...["records", "table", "count"]
  // of `expect.checks`
];
var PARENTS = {
  ...Object.fromEntries(
    ["value", "key", "headers", "header", "topic", "partition", "offset", "timestamp"].map(
      (name) => [name, "record"]
    )
  ),
  ...Object.fromEntries(["status", "body", "text"].map((name) => [name, "response"])),
  ...Object.fromEntries(["code", "stdout", "stderr"].map((name) => [name, "result"]))
};
function unknownRoots(programs) {
  return programs.flatMap((program) => {
    const [first] = scanJq(program.text);
    const name = first?.kind === "field" ? first.text.slice(1) : void 0;
    if (program.language !== "jq" || name === void 0 || isRoot(name)) return [];
    return [
      new ScenarioError("EXPRESSION_UNKNOWN_NAME", `nothing is called ".${name}" here, so it is null`, {
        ...program.span ? { span: program.span } : {},
        hint: hintFor(name)
      })
    ];
  });
}
__name(unknownRoots, "unknownRoots");
function isRoot(name) {
  return ROOTS.includes(name);
}
__name(isRoot, "isRoot");
function hintFor(name) {
  const near = PARENTS[name] === void 0 ? nearest(name, ROOTS) : `${PARENTS[name]}.${name}`;
  return near === void 0 ? `an expression begins with one of .${ROOTS.join(", .")}` : `did you mean ".${near}"?`;
}
__name(hintFor, "hintFor");

// src/load/check-programs.ts
async function checkPrograms(planned, config, jq) {
  const ofConfig = config ? locate(listPrograms(findTemplates(config.root.value)), config) : [];
  const ofScenarios = planned.flatMap((one) => locate(programsOf(one), one.document));
  const faults = await Promise.all([...ofConfig, ...ofScenarios].map((placed) => faultOf(placed, jq)));
  return {
    problems: faults.filter((fault) => fault !== void 0),
    warnings: unknownRoots(ofScenarios.filter(readsContext).map(({ program }) => program))
  };
}
__name(checkPrograms, "checkPrograms");
function readsContext({ path }) {
  return !(path[2] === "compare" && path[3] === "ignore");
}
__name(readsContext, "readsContext");
function locate(placed, written) {
  for (const one of placed) one.program.span = spanOfProgram(one, written);
  return placed;
}
__name(locate, "locate");
var CUT_BY_YAML = 'if ": " is a part of the expression, put all of it in quotes';
async function faultOf({ program, at }, jq) {
  try {
    await jq.check(program);
    return void 0;
  } catch (cause) {
    if (!(cause instanceof ScenarioError)) throw cause;
    const { code, message, span, hint } = cause;
    if (at !== "key" || hint !== void 0) return cause;
    return new ScenarioError(code, message, { ...span ? { span } : {}, hint: CUT_BY_YAML, cause });
  }
}
__name(faultOf, "faultOf");
function programsOf({ scenario, entries }) {
  return [...listPrograms(scenario.variables, ["variables"]), ...listPrograms(entries, ["tasks"])];
}
__name(programsOf, "programsOf");
function spanOfProgram({ program, path, at }, { root, source }) {
  const [start, end] = at === "key" ? keyRange(root, path) : valueRange(root, path);
  const found = source.text.slice(start, end).indexOf(program.source);
  if (found < 0) return spanOfPath({ path, at }, root, source);
  const from = start + found + program.source.lastIndexOf(program.text);
  return spanOfRange(source, [from, from + program.text.length]);
}
__name(spanOfProgram, "spanOfProgram");

// src/load/choose-kafka.ts
function chooseKafka(config, choice) {
  const { clusters, ...single } = config.kafka ?? {};
  if (!clusters) return { ...config, kafka: chooseCluster(single, choice) };
  const chosen = Object.entries(clusters).map(([name, cluster], index) => [
    name,
    chooseCluster(cluster, index === 0 ? choice : {})
  ]);
  return { ...config, kafka: { clusters: Object.fromEntries(chosen) } };
}
__name(chooseKafka, "chooseKafka");
function chooseCluster(config, { kafka, bootstrap }) {
  const provider = kafka ?? (bootstrap ? "external" : config.provider) ?? "embedded";
  if (provider !== "external") {
    if (bootstrap) throw misplacedAddress(provider);
    return { ...config, provider, bootstrap: void 0 };
  }
  const brokers = bootstrap ?? config.bootstrap ?? [];
  checkAddresses(brokers);
  return { ...config, provider, bootstrap: [...brokers] };
}
__name(chooseCluster, "chooseCluster");
function misplacedAddress(provider) {
  return new UsageError(
    "USAGE_BAD_VALUE",
    `"--bootstrap" beside the ${provider} Kafka, which has its own address`,
    {
      hint: 'write "--kafka external", or leave "--bootstrap" out'
    }
  );
}
__name(misplacedAddress, "misplacedAddress");
function checkAddresses(brokers) {
  if (brokers.length === 0) {
    throw new UsageError("USAGE_BAD_VALUE", "an external Kafka without an address", {
      hint: 'write "--bootstrap host:port", or set "kafka.bootstrap" in flowproof.yaml'
    });
  }
  const wrong = brokers.find((address) => !isAddress(address));
  if (wrong === void 0) return;
  throw new UsageError("USAGE_BAD_VALUE", `"${wrong}" is no address of a broker`, {
    hint: "write host:port, such as localhost:9092; several are separated by commas"
  });
}
__name(checkAddresses, "checkAddresses");
function isAddress(text) {
  const [, port] = /^(?:[^\s:/]+|\[[0-9A-Fa-f:.]+\]):(\d{1,5})$/.exec(text.trim()) ?? [];
  return text.includes("${{") || port !== void 0 && Number(port) > 0 && Number(port) < 65536;
}
__name(isAddress, "isAddress");

// src/load/plan-scenario.ts
import { basename, dirname } from "node:path";

// src/load/check-graph.ts
function checkGraph(tasks, { ids, isOrderKnown }) {
  const unknown = tasks.flatMap((task) => unknownIds(task, ids));
  if (!isOrderKnown) return unknown;
  const cycle = findCycle(tasks);
  const wrong = cycle ? [...unknown, describeCycle(cycle)] : unknown;
  if (wrong.length > 0) return wrong;
  return tasks.flatMap((task) => [...checkEach(task, tasks), ...checkReferences(task, tasks)]);
}
__name(checkGraph, "checkGraph");
function unknownIds(task, ids) {
  const links = task.links.filter(({ task: id }) => id !== SCENARIO_START);
  const named = [...links, ...task.each, ...task.references].filter(({ path }) => path !== void 0);
  const unknown = named.filter(({ task: id }) => !ids.has(id)).map(({ task: id, path = [] }) => {
    const others = [...ids].filter((one) => one !== task.id);
    const all = others.length > 0 ? `the tasks are ${others.join(", ")}` : "there is no other task";
    const hint = didYouMean(id, ids) ?? all;
    return {
      code: "GRAPH_UNKNOWN_TASK",
      message: `unknown task "${id}"`,
      hint,
      path: ["tasks", task.id, ...path],
      at: "value"
    };
  });
  return task.id === SCENARIO_START ? [reservedId(), ...unknown] : unknown;
}
__name(unknownIds, "unknownIds");
function reservedId() {
  return {
    code: "SCHEMA_BAD_VALUE",
    message: '"start" cannot be the id of a task',
    hint: 'in "after" it means the start of the scenario: use another id',
    path: ["tasks", "start"],
    at: "key"
  };
}
__name(reservedId, "reservedId");
function findCycle(tasks) {
  const stuck = findStuck(tasks);
  const trail = /* @__PURE__ */ new Map();
  for (let task = stuck.values().next().value; task; ) {
    if (trail.has(task)) return [...trail.values()].slice([...trail.keys()].indexOf(task));
    const link = parentsOf(task).find(({ task: id }) => stuck.has(id));
    trail.set(task, { task, path: link?.path });
    task = stuck.get(link?.task ?? "");
  }
  return void 0;
}
__name(findCycle, "findCycle");
function findStuck(tasks) {
  const ids = new Set(tasks.map((task) => task.id));
  const waitedFor = new Map(
    tasks.map((task) => [
      task.id,
      new Set(
        parentsOf(task).map((one) => one.task).filter((id) => ids.has(id))
      )
    ])
  );
  const successors = Map.groupBy(
    tasks.flatMap((task) => parentsOf(task).map((one) => ({ from: one.task, to: task.id }))),
    ({ from }) => from
  );
  const stuck = new Map(tasks.map((task) => [task.id, task]));
  const ready = [...waitedFor].filter(([, parents]) => parents.size === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== void 0; id = ready.pop()) {
    stuck.delete(id);
    for (const { to } of successors.get(id) ?? []) {
      const left = waitedFor.get(to);
      if (left?.delete(id) && left.size === 0) ready.push(to);
    }
  }
  return stuck;
}
__name(findStuck, "findStuck");
function describeCycle(cycle) {
  const start = Math.max(
    cycle.findIndex(({ path }) => path !== void 0),
    0
  );
  const ids = [...cycle.slice(start), ...cycle.slice(0, start + 1)].map(({ task }) => task.id);
  return {
    code: "GRAPH_CYCLE",
    message: cycle.length === 1 ? `the task "${ids[0]}" waits for itself` : `tasks wait for each other: ${ids.map((id) => `"${id}"`).join(" for ")}`,
    hint: 'a task without "after" waits for the one written before it; "after: start" begins a branch of its own',
    path: ["tasks", ids[0] ?? "", ...cycle[start]?.path ?? []],
    at: "value"
  };
}
__name(describeCycle, "describeCycle");
function parentsOf({
  links,
  each
}) {
  return [...links, ...each];
}
__name(parentsOf, "parentsOf");
function checkEach(task, tasks) {
  return task.each.flatMap(({ task: id, path = [] }) => {
    const parent = tasks.find((one) => one.id === id);
    if (!parent || kindOf(parent).emits !== void 0) return [];
    return [
      {
        code: "GRAPH_UNREACHABLE",
        message: `the task "${id}" (${parent.kind}) brings forth nothing that "${task.id}" could run for`,
        hint: `write "after: ${id}", or name a task with records, responses or rows`,
        path: ["tasks", task.id, ...path],
        at: "value"
      }
    ];
  });
}
__name(checkEach, "checkEach");
function checkReferences(task, tasks) {
  return task.references.flatMap(({ task: id, path, needs }) => {
    const message = brokenReference({ task, id, needs, tasks });
    const hint = needs === "ended" ? `write "after: ${id}", or name another task` : "name a task that comes before";
    return message === void 0 ? [] : [
      {
        code: "GRAPH_UNREACHABLE",
        message,
        hint,
        path: ["tasks", task.id, ...path],
        at: "value"
      }
    ];
  });
}
__name(checkReferences, "checkReferences");
function brokenReference({
  task,
  id,
  needs,
  tasks
}) {
  if (id === task.id) return `the task "${id}" names itself`;
  if (ancestorsOf(id, tasks).has(task.id)) return `the task "${id}" starts only when "${task.id}" has ended`;
  if (needs === "ended" && !ancestorsOf(task.id, tasks).has(id))
    return `the task "${id}" need not have ended when "${task.id}" starts`;
  return void 0;
}
__name(brokenReference, "brokenReference");
function ancestorsOf(id, tasks) {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const found = /* @__PURE__ */ new Set();
  const open = [id];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const task = byId.get(next);
    for (const link of task ? parentsOf(task) : []) {
      if (found.has(link.task)) continue;
      found.add(link.task);
      open.push(link.task);
    }
  }
  return found;
}
__name(ancestorsOf, "ancestorsOf");

// src/load/check-overlap.ts
import { isDeepStrictEqual } from "node:util";
function checkOverlap(tasks) {
  const consumers = tasks.filter(({ kind, spec }) => kind === "consume" && spec !== void 0).map((task) => ({ task, spec: task.spec }));
  return consumers.flatMap((second, index) => {
    if (second.spec.from !== void 0) return [];
    const first = consumers.slice(0, index).find((one) => mayMatchTheSame(one, second));
    const topic = first && sharedTopic(first, second);
    if (!first || topic === void 0) return [];
    return [
      {
        code: "CONSUMERS_OVERLAP",
        message: `the tasks "${first.task.id}" and "${second.task.id}" match the same records of "${topic}"`,
        hint: `write "from: { behind: ${first.task.id} }" to go on behind it, or "from: scenario-start" if both are meant to`,
        path: ["tasks", second.task.id, "consume"]
      }
    ];
  });
}
__name(checkOverlap, "checkOverlap");
function mayMatchTheSame(first, second) {
  const conditions = [first.spec.where, second.spec.where];
  const isSame = conditions.some((one) => one === void 0) || isDeepStrictEqual(...conditions);
  const { partitions: left } = first.spec;
  const { partitions: right } = second.spec;
  const sharesPartition = !left || !right || left.some((one) => right.includes(one));
  return isSame && sharesPartition && sharedTopic(first, second) !== void 0;
}
__name(mayMatchTheSame, "mayMatchTheSame");
function sharedTopic(first, second) {
  const names = new Set(second.task.topics.consumed.map(String));
  return first.task.topics.consumed.map(String).find((topic) => names.has(topic));
}
__name(sharedTopic, "sharedTopic");

// src/load/plan-scenario.ts
function planScenario(written, reading) {
  const { source } = written;
  const { problems } = reading;
  const sound = readSound(written, problems);
  if (!sound) return { warnings: [] };
  const document = { ...written, root: sound.root };
  const locate2 = /* @__PURE__ */ __name((found, at = "value") => locateFinding({ ...found, at }, sound.root, source), "locate");
  const entries = entriesOf(written.root);
  problems.add(...checkKinds(entries, sound.removed).map((found) => locate2(found, "key")));
  const tasks = planTasks(sound.value, { document, entries });
  const isOrderKnown = !sound.removed.some(leavesOrderOpen);
  const ids = new Set(entries.keys());
  problems.add(...checkGraph(tasks, { ids, isOrderKnown }).map((found) => locate2(found, found.at)));
  return {
    planned: {
      scenario: assemble(sound.value, { tasks, document, reading }),
      entries: sound.value.tasks,
      document
    },
    warnings: checkOverlap(tasks).map((found) => locate2(found, "key"))
  };
}
__name(planScenario, "planScenario");
function readSound({ root, source }, problems) {
  const shaped = checkShape(scenarioFile, root, source);
  problems.add(...shaped.problems);
  if (shaped.value !== void 0) return { value: shaped.value, root, removed: [] };
  return findSoundPart(scenarioFile, withName(root, source));
}
__name(readSound, "readSound");
function withName(root, source) {
  const { range = root.range, value } = root.entries?.get("scenario")?.node ?? {};
  if (!root.entries || typeof value === "string" && value !== "") return root;
  const name = renderLocation(spanOfRange(source, root.range));
  const entry = { keyRange: range, node: { value: name, range, weight: 1, depth: 0 } };
  return { ...mapOf(new Map(root.entries).set("scenario", entry)), range: root.range };
}
__name(withName, "withName");
function entriesOf(root) {
  return root.entries?.get("tasks")?.node.entries ?? /* @__PURE__ */ new Map();
}
__name(entriesOf, "entriesOf");
function leavesOrderOpen([tasks, , key]) {
  return tasks === "tasks" && (key === void 0 || key === "after" || key === "each");
}
__name(leavesOrderOpen, "leavesOrderOpen");
function checkKinds(entries, removed) {
  if (entries.size === 0) {
    const hint = 'write at least one, such as "first: { wait: 1s }"';
    return [{ code: "SCHEMA_BAD_VALUE", message: "a scenario without tasks", hint, path: ["tasks"] }];
  }
  return [...entries].flatMap(([id, { node }]) => {
    if (!isJsonObject(node.value)) return [];
    const kinds = kindsOf(node.value);
    const isMisspelt = removed.some((path2) => path2.length === 3 && path2[1] === id);
    if (kinds.length === 1 || kinds.length === 0 && isMisspelt) return [];
    const hint = kinds.length === 0 ? `add one of ${listWords(taskKindNames, "or")}` : "make two tasks of it, one after the other";
    const message = kinds.length === 0 ? `the task "${id}" does nothing: it has no kind` : `the task "${id}" has ${kinds.length} kinds: ${listWords(kinds, "and")}`;
    const path = kinds[1] === void 0 ? ["tasks", id] : ["tasks", id, kinds[1]];
    return [{ code: "SCHEMA_KIND_COUNT", message, hint, path }];
  });
}
__name(checkKinds, "checkKinds");
function planTasks(file, {
  document: { root, source },
  entries
}) {
  const ids = Object.keys(file.tasks);
  return Object.entries(file.tasks).map(
    ([id, entry], index) => planTask(id, entry, {
      kind: kindsOf(entries.get(id)?.node.value)[0],
      // a task that is left is a map
      previous: ids[index - 1],
      stopOnFailedCheck: file.stopOnFailedCheck ?? false,
      spanOf: /* @__PURE__ */ __name((path) => spanOfPath({ path: ["tasks", id, ...path], at: path.length === 0 ? "key" : "value" }, root, source), "spanOf")
    })
  );
}
__name(planTasks, "planTasks");
function assemble(file, {
  tasks,
  document: { root, source, path, repository },
  reading
}) {
  const suite = file.suite ?? basename(dirname(path));
  const { suites = {} } = reading;
  const written = root.entries?.get("variables")?.node;
  const found = readVariables(written, source, reading);
  const isReference = /* @__PURE__ */ __name((name) => isJsonObject(written?.value) && isEnvironmentReference(written.value[name]), "isReference");
  return {
    name: file.scenario,
    suite,
    description: file.description,
    tags: file.tags ?? [],
    timeoutMs: file.timeout,
    services: file.services,
    parallel: file.parallel ?? false,
    fresh: file.fresh ?? suites[suite]?.fresh ?? false,
    retries: file.retries,
    iterations: file.iterations,
    variables: Object.fromEntries(
      Object.entries(file.variables ?? {}).map(([name, value]) => [
        name,
        isReference(name) ? found[name] : value
      ])
    ),
    tasks,
    stamp: file.stamp ?? true,
    files: { directory: dirname(path), repository },
    span: spanOfPath({ path: ["scenario"], at: "value" }, root, source)
  };
}
__name(assemble, "assemble");

// src/load/shard.ts
function takeShard(scenarios, { index, of }, earlier) {
  const durationOf = earlier ? durationsIn(earlier) : () => 1;
  const loads = Array.from({ length: of }, () => 0);
  const parts = /* @__PURE__ */ new Map();
  for (const scenario of scenarios.toSorted((a, b) => durationOf(b) - durationOf(a))) {
    const part = loads.indexOf(Math.min(...loads));
    loads[part] = (loads[part] ?? 0) + durationOf(scenario);
    parts.set(scenario, part);
  }
  return scenarios.filter((scenario) => parts.get(scenario) === index - 1);
}
__name(takeShard, "takeShard");
function durationsIn({ scenarios }) {
  const durations = /* @__PURE__ */ new Map();
  for (const { suite, name, durationMs } of scenarios) {
    const title = JSON.stringify([suite, name]);
    durations.set(title, (durations.get(title) ?? 0) + durationMs);
  }
  const total = durations.values().reduce((sum, ms) => sum + ms, 0);
  const average = durations.size > 0 ? total / durations.size : 1;
  return ({ suite, name }) => durations.get(JSON.stringify([suite, name])) ?? average;
}
__name(durationsIn, "durationsIn");

// src/load/select-scenarios.ts
function selectScenarios(scenarios, { tags = [], grep, shard, earlier }) {
  const pattern = grep === void 0 ? void 0 : parsePattern(grep);
  const part = shard === void 0 ? void 0 : parseShard(shard);
  const found = scenarios.filter((scenario) => hasTags(scenario, tags)).filter(({ suite, name }) => pattern?.test(`${suite} › ${name}`) ?? true);
  if (found.length === 0) throw nothingSelected(scenarios, { tags, grep });
  return part ? takeShard(found, part, earlier) : found;
}
__name(selectScenarios, "selectScenarios");
function hasTags({ tags: own }, wanted) {
  const excluded = wanted.filter((tag) => tag.startsWith("!")).map((tag) => tag.slice(1));
  const included = wanted.filter((tag) => !tag.startsWith("!"));
  return !own.some((tag) => excluded.includes(tag)) && (included.length === 0 || own.some((tag) => included.includes(tag)));
}
__name(hasTags, "hasTags");
function parsePattern(grep) {
  try {
    return new RegExp(grep, "iu");
  } catch (cause) {
    throw new UsageError("USAGE_BAD_VALUE", `"${grep}" is no regular expression`, {
      hint: "put a backslash before characters such as ( and [",
      cause
    });
  }
}
__name(parsePattern, "parsePattern");
function parseShard(shard) {
  const [index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(shard) ?? []).slice(1).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new UsageError("USAGE_BAD_VALUE", `"${shard}" is no shard`, {
    hint: "write which part of how many: 1/4 to 4/4"
  });
}
__name(parseShard, "parseShard");
function nothingSelected(scenarios, { tags, grep }) {
  const asked = [
    ...(tags ?? []).map((tag) => `has the tag "${tag}"`),
    ...grep === void 0 ? [] : [`matches "${grep}"`]
  ];
  const known = [...new Set(scenarios.flatMap((scenario) => scenario.tags))].toSorted();
  const ofTags = known.length > 0 ? `the tags are ${listWords(known, "and")}` : "no scenario has tags";
  const names = scenarios.map(({ suite, name }) => `${suite} › ${name}`);
  return new UsageError("USAGE_NOTHING_SELECTED", `no scenario ${listWords(asked, "and")}`, {
    hint: grep === void 0 ? ofTags : `the scenarios are ${listWords(names, "and")}`
  });
}
__name(nothingSelected, "nothingSelected");

// src/load/unknown-names.ts
function unknownNames({ scenario, document: { root, source } }, config) {
  const services = [
    ...(scenario.services ?? []).map((service, index) => ({ service, path: ["services", index] })),
    ...scenario.tasks.flatMap(
      (task) => task.services.map(({ service, path }) => ({ service, path: ["tasks", task.id, ...path] }))
    )
  ].map(({ service, path }) => ({ kind: "service", name: service, path }));
  const clusters = scenario.tasks.flatMap(({ id, kind, spec }) => {
    const { cluster } = spec ?? {};
    return typeof cluster === "string" ? [{ kind: "cluster", name: cluster, path: ["tasks", id, kind, "cluster"] }] : [];
  });
  const known = {
    service: Object.keys(config.services ?? {}),
    cluster: [...clustersOf(config.kafka ?? {}).keys()]
  };
  return [...services, ...clusters].filter(({ kind, name }) => !known[kind].includes(name)).map(({ kind, name, path }) => {
    const all = known[kind].length > 0 ? `the ${kind}s are ${known[kind].join(", ")}` : "flowproof.yaml has none";
    const hint = didYouMean(name, known[kind]) ?? all;
    const span = spanOfPath({ path, at: "value" }, root, source);
    return new ScenarioError("SCHEMA_BAD_VALUE", `unknown ${kind} "${name}"`, { span, hint });
  });
}
__name(unknownNames, "unknownNames");

// src/load/load-project.ts
async function loadProject(options) {
  var _stack = [];
  try {
    const { cwd, env } = options;
    const overrides = parseOverrides(options.variables);
    const problems = new ProblemList();
    const reading = { env, problems, secretNames: /* @__PURE__ */ new Set() };
    const loaded = await loadConfig({
      ...reading,
      cwd,
      file: options.config,
      environment: options.environment
    });
    const { directory, config, environment } = loaded;
    const paths = await selectPaths(options, { directory, scenarios: config.scenarios, problems });
    const documents = (await Promise.all(paths.map((path) => readDocuments(path, cwd, problems)))).flat();
    const plans = documents.map((document) => planScenario(document, { ...reading, suites: config.suites }));
    const planned = plans.map((plan) => plan.planned).filter((one) => one !== void 0);
    const scenarios = planned.map(({ scenario }) => scenario);
    problems.add(...repeatedNames(scenarios));
    problems.add(...planned.flatMap((one) => unknownNames(one, config)));
    const own = __using(_stack, createJq(), true);
    const programs = await checkPrograms(planned, loaded.written, options.jq ?? own);
    problems.add(...programs.problems);
    for (const naming of [...filesOfConfig(loaded), ...planned.map(filesOfScenario)])
      problems.add(
        ...missingFiles(naming),
        ...await brokenFiles(naming, { cwd, keep: /* @__PURE__ */ __name((one) => problems.keep(one), "keep") })
      );
    problems.throwIfAny();
    if (scenarios.length === 0) throw nothingIn(paths, cwd);
    const variables = { ...loaded.variables, ...environment.variables };
    return {
      directory,
      config: chooseKafka(config, options),
      environment,
      variables,
      overrides,
      secrets: secretTexts(reading.secretNames, [
        loaded.variables,
        environment.variables,
        overrides,
        ...scenarios.map((scenario) => scenario.variables)
      ]),
      scenarios: selectScenarios(scenarios, options),
      warnings: [...plans.flatMap(({ warnings }) => warnings), ...programs.warnings],
      spanOf: loaded.spanOf
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(loadProject, "loadProject");
async function selectPaths({ cwd, files }, {
  directory,
  scenarios,
  problems
}) {
  try {
    return await selectFiles({ cwd, files, directory, scenarios });
  } catch (cause) {
    problems.throwIfAny();
    throw cause;
  }
}
__name(selectPaths, "selectPaths");
async function readDocuments(path, cwd, problems) {
  const source = await problems.read(path, relative2(cwd, path));
  if (!source) return [];
  const parsed = parseDocuments(source);
  problems.add(...parsed.problems);
  const repository = findRepository(dirname2(path));
  return parsed.documents.map((root) => ({ root, source, path, repository }));
}
__name(readDocuments, "readDocuments");
function repeatedNames(scenarios) {
  const byName = Map.groupBy(scenarios, ({ suite, name }) => JSON.stringify([suite, name]));
  return [...byName.values()].flatMap(
    ([first, ...others]) => others.map(
      ({ suite, name, span }) => new ScenarioError("SCENARIO_DUPLICATE_NAME", `a second scenario "${name}" in the suite "${suite}"`, {
        span,
        hint: first && `the first is at ${renderLocation(first.span)}: give each its own name`
      })
    )
  );
}
__name(repeatedNames, "repeatedNames");
function nothingIn(paths, cwd) {
  const files = paths.map((path) => `"${relative2(cwd, path)}"`).join(", ");
  return new UsageError("USAGE_NOTHING_SELECTED", `no scenario in ${files}`, {
    hint: 'a scenario begins with "scenario: <name>"'
  });
}
__name(nothingIn, "nothingIn");

export {
  loadProject
};
