import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  explainFailure,
  openReportFiles,
  renderProblem,
  reporters
} from "./part-reporters-console.js";
import {
  checkOutcome,
  consumeFacts,
  diagnosis,
  recordView,
  runStatus,
  scenarioStatus,
  sourceSpan,
  taskStatus,
  version
} from "./part-model-run-event.js";
import {
  loadProject,
  nearest,
  projectConfig,
  scenarioFile
} from "./part-yaml.js";
import "./part-expr-random.js";
import "./part-base-duration.js";
import "./part-base-clock.js";
import "./part-formats-avro-parse.js";
import {
  external_exports
} from "./part-zod.js";
import "./part-formats-codec-fixed-width.js";
import "./part-formats-codec-text.js";
import "./part-formats-codec-show.js";
import "./part-model-json.js";
import "./part-formats-codec-unfit.js";
import {
  UsageError
} from "./part-base-errors.js";
import {
  __callDispose,
  __name,
  __using
} from "./part-shared.js";

// src/cli/main.ts
import { readFileSync } from "node:fs";

// src/cli/arguments.ts
import { parseArgs } from "node:util";
function parseArguments(args, table) {
  const options5 = Object.fromEntries(
    Object.entries(table).map(([name, { type, multiple = false }]) => [name, { type, multiple }])
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: options5,
    strict: false,
    tokens: true
  });
  for (const token of tokens) {
    if (token.kind === "option") checkOption(token, table);
  }
  return { values, positionals };
}
__name(parseArguments, "parseArguments");
function checkOption(token, table) {
  const { name, rawName, value } = token;
  const option = table[name];
  if (!option) {
    const near = nearest(name, Object.keys(table));
    throw new UsageError("USAGE_UNKNOWN_OPTION", `unknown option "${rawName}"`, {
      hint: near === void 0 ? 'see "flowproof --help"' : `did you mean "--${near}"?`
    });
  }
  if (option.type === "boolean" && value !== void 0) {
    throw new UsageError("USAGE_BAD_VALUE", `option "${rawName}" takes no value`, {
      hint: `write "${rawName}" alone`
    });
  }
  const isNextOption = value?.startsWith("--") === true && token.inlineValue !== true;
  if (option.type === "string" && (value === void 0 || value === "" || isNextOption)) {
    throw new UsageError("USAGE_BAD_VALUE", `option "${rawName}" needs a value`, {
      hint: `write "${rawName} ${option.value ?? "<value>"}"`
    });
  }
  if (option.oneOf && value !== void 0 && !option.oneOf.includes(value)) {
    throw new UsageError("USAGE_BAD_VALUE", `"${value}" is no value of option "${rawName}"`, {
      hint: `one of: ${option.oneOf.join(", ")}`
    });
  }
}
__name(checkOption, "checkOption");
function parseWhole(name, value, range) {
  if (value === void 0) return void 0;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= range.min && number <= range.max) return number;
  throw new UsageError("USAGE_BAD_VALUE", `"${value}" is no value of option "--${name}"`, {
    hint: `a whole number from ${range.min} to ${range.max}`
  });
}
__name(parseWhole, "parseWhole");
function renderOptions(table) {
  const rows = Object.entries(table).map(
    ([name, option]) => [`--${name}${option.value ? ` ${option.value}` : ""}`, option.help]
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}
__name(renderOptions, "renderOptions");

// src/cli/broker.ts
import { once } from "node:events";
var options = {
  port: { type: "string", value: "<number>", help: "the port to listen on; default 9092" },
  "registry-port": {
    type: "string",
    value: "<number>",
    help: "starts the schema registry too, on this port; 0 is a free one"
  },
  host: { type: "string", value: "<address>", help: "the address to listen on; default 127.0.0.1" },
  partitions: {
    type: "string",
    value: "<number>",
    help: "partitions of topics that are created on first use; default 1"
  }
};
var DEFAULT_PORT = 9092;
var broker = {
  name: "broker",
  summary: "starts the embedded Kafka broker and keeps it up until it is interrupted",
  operands: "",
  options,
  async run(args, { stdout, signal }) {
    var _stack = [];
    try {
      const { values } = parseArguments(args, options);
      const port = parseWhole("port", values.port, { min: 0, max: 65535 }) ?? DEFAULT_PORT;
      const registryPort = parseWhole("registry-port", values["registry-port"], { min: 0, max: 65535 });
      const numPartitions = parseWhole("partitions", values.partitions, { min: 1, max: 1e4 }) ?? 1;
      const { EmbeddedKafka } = await import("./part-broker-embedded-kafka.js");
      const host = values.host ?? "127.0.0.1";
      const kafka = __using(_stack, await EmbeddedKafka.start({ host, port, numPartitions }), true);
      const registry = __using(_stack, registryPort === void 0 ? void 0 : await startRegistry(host, registryPort), true);
      if (registry) stdout.write(`the schema registry is ready at ${registry.url}
`);
      stdout.write(`Kafka is ready at ${kafka.bootstrap} (interrupt to stop)
`);
      if (!signal.aborted) await once(signal, "abort");
      return 0;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
};
async function startRegistry(host, port) {
  const { EmbeddedRegistry: Registry } = await import("./part-registry-embedded-registry.js");
  return await Registry.start({ host, port });
}
__name(startRegistry, "startRegistry");

// src/cli/run.ts
import { relative } from "node:path";
var options2 = {
  config: { type: "string", value: "<file>", help: "flowproof.yaml; default: found from here upwards" },
  env: { type: "string", value: "<name>", help: "an environment of flowproof.yaml" },
  kafka: {
    type: "string",
    value: "<provider>",
    oneOf: ["embedded", "docker", "external"],
    help: "embedded, docker or external; default: of flowproof.yaml"
  },
  bootstrap: {
    type: "string",
    value: "<host:port>",
    help: "brokers of an external cluster, separated by commas"
  },
  var: { type: "string", multiple: true, value: "<k=v>", help: "a variable; may be given several times" },
  tag: {
    type: "string",
    multiple: true,
    value: "<tag>",
    help: 'only scenarios with this tag, or without it: "!slow"; may be given several times'
  },
  grep: { type: "string", value: "<pattern>", help: 'only scenarios whose "suite › name" matches' },
  shard: { type: "string", value: "<k/n>", help: "only the k-th of n parts" },
  iterations: { type: "string", value: "<number>", help: "how often each scenario is run; default 1" },
  retries: {
    type: "string",
    value: "<number>",
    help: "how often one is run again that did not pass; default 0"
  },
  concurrency: { type: "string", value: "<number>", help: "how many at a time, or auto; default auto" },
  "fail-fast": { type: "boolean", help: "start no more scenarios once one has failed" },
  "dry-run": { type: "boolean", help: "only list what would run" },
  seed: {
    type: "string",
    value: "<number>",
    help: "of random values; default: drawn, and printed in the report"
  },
  keep: { type: "boolean", help: "leave containers up at the end, and say how to remove them" },
  output: { type: "string", value: "<folder>", help: "where the reports go; default flowproof-report" }
};
var DEFAULT_OUTPUT = "flowproof-report";
var MAX_SEED = 2 ** 32 - 1;
var run = {
  name: "run",
  summary: "starts Kafka and the services, runs the scenarios, writes the reports",
  operands: "[files, folders or globs]",
  options: options2,
  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, options2);
    const { cwd, env, signal } = terminal;
    if (values["dry-run"]) return listScenarios(values, positionals, terminal);
    let files;
    const { run: runProject } = await import("./index.js");
    const result = await runProject({
      cwd,
      env,
      signal,
      config: values.config,
      files: positionals,
      environment: values.env,
      kafka: values.kafka,
      // one of these, checked above
      bootstrap: values.bootstrap?.split(","),
      variables: values.var ?? [],
      tags: values.tag,
      grep: values.grep,
      shard: values.shard,
      ...readNumbers(values),
      keep: values.keep,
      // Opened only once all files are found to be right: a mistake leaves an earlier report alone.
      reporters: /* @__PURE__ */ __name(() => {
        files = openReportFiles(values.output ?? DEFAULT_OUTPUT);
        return [startConsole(terminal, relative(cwd, files.reportPath)), ...files.reporters];
      }, "reporters")
    });
    await files?.[Symbol.asyncDispose]();
    return result.exitCode;
  }
};
function readNumbers(values) {
  const { concurrency } = values;
  return {
    seed: parseWhole("seed", values.seed, { min: 0, max: MAX_SEED }),
    iterations: parseWhole("iterations", values.iterations, { min: 1, max: 1e5 }),
    retries: parseWhole("retries", values.retries, { min: 0, max: 100 }),
    concurrency: concurrency === "auto" ? concurrency : parseWhole("concurrency", concurrency, { min: 1, max: 1e3 }),
    failFast: values["fail-fast"]
  };
}
__name(readNumbers, "readNumbers");
async function listScenarios(values, files, { cwd, env, stdout }) {
  const { loadProject: loadProject2 } = await import("./part-load-load-project.js");
  const { scenarios } = await loadProject2({
    cwd,
    env,
    files,
    config: values.config,
    environment: values.env,
    variables: values.var ?? [],
    tags: values.tag,
    grep: values.grep,
    shard: values.shard
  });
  readNumbers(values);
  for (const { suite, name, span, tags, tasks } of scenarios) {
    const shown = tags.length > 0 ? ` [${tags.join(", ")}]` : "";
    stdout.write(`${suite} › ${name}${shown}  ${span.file}:${span.line}
`);
    for (const task of tasks) stdout.write(`  ${task.name} (${task.kind})
`);
  }
  return 0;
}
__name(listScenarios, "listScenarios");
function startConsole({ stdout, env }, reportPath) {
  const color = stdout.isTTY === true && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb";
  return reporters.console.start(
    { write: /* @__PURE__ */ __name((text) => void stdout.write(text), "write") },
    { color, reportPath, ...stdout.isTTY && color ? { terminal: { columns: /* @__PURE__ */ __name(() => stdout.columns, "columns") } } : {} }
  );
}
__name(startConsole, "startConsole");

// src/model/timeline.ts
var timelineEntry = external_exports.object({
  atMs: external_exports.number(),
  untilMs: external_exports.number().optional().describe("of what lasts: a span"),
  lane: external_exports.enum(["task", "topic", "service", "trace"]),
  name: external_exports.string().describe("of the task, topic or service"),
  what: external_exports.string().describe("what happened, in the past tense")
});
var hop = external_exports.object({
  task: external_exports.string(),
  topics: external_exports.array(external_exports.string()),
  fromMs: external_exports.number(),
  tookMs: external_exports.number(),
  share: external_exports.number().describe("of the whole path, from 0 to 1"),
  reached: external_exports.boolean().describe("its record came, late or not; else it was waited for in vain")
});
var timeline = external_exports.object({
  triggerAtMs: external_exports.number().describe("since the start of the run"),
  entries: external_exports.array(timelineEntry).describe("in order of time; the first ones when there are very many"),
  criticalPath: external_exports.array(hop).describe("from the trigger to the last awaited record, one entry per consume task")
});

// src/model/run-result.ts
var count = external_exports.number().int();
var latencySummary = external_exports.object({ count, p50: external_exports.number(), p95: external_exports.number(), max: external_exports.number() });
var taskResult = external_exports.object({
  id: external_exports.string(),
  name: external_exports.string(),
  kind: external_exports.string(),
  after: external_exports.array(external_exports.string()),
  topics: external_exports.array(external_exports.string()),
  status: taskStatus,
  startedAtMs: external_exports.number().optional().describe("since the start of the run; absent when it never started"),
  durationMs: external_exports.number(),
  deadlineMs: external_exports.number().optional().describe("since the start of the run"),
  message: external_exports.string().optional(),
  detail: external_exports.array(external_exports.string()).optional(),
  latencyMs: latencySummary.optional(),
  records: external_exports.array(recordView),
  recordCount: count.describe("all that were produced or matched; `records` keeps the first ones"),
  checks: external_exports.array(checkOutcome),
  consume: consumeFacts.optional(),
  diagnosis: diagnosis.optional(),
  span: sourceSpan.optional().describe("the task; or what failed in it")
});
var scenarioResult = external_exports.object({
  suite: external_exports.string(),
  name: external_exports.string(),
  description: external_exports.string().optional(),
  file: external_exports.string(),
  line: count,
  tags: external_exports.array(external_exports.string()),
  status: scenarioStatus,
  attempts: count,
  iteration: count,
  startedAtMs: external_exports.number(),
  durationMs: external_exports.number(),
  message: external_exports.string().optional(),
  diagnosis: diagnosis.optional().describe("of the task that decided it"),
  tasks: external_exports.array(taskResult),
  timeline: timeline.optional().describe("absent when it never started")
});
var runResult = external_exports.object({
  version: external_exports.literal(1),
  tool: external_exports.string().describe("flowproof's version"),
  runId: external_exports.string(),
  status: runStatus,
  exitCode: count,
  seed: count,
  startedAt: external_exports.string().describe("ISO 8601"),
  durationMs: external_exports.number(),
  counts: external_exports.object({
    total: count,
    passed: count,
    failed: count,
    errors: count,
    flaky: count,
    skipped: count,
    cancelled: count
  }),
  environment: external_exports.object({
    name: external_exports.string(),
    kafka: external_exports.object({ provider: external_exports.string(), version: external_exports.string().optional(), bootstrap: external_exports.string() }).optional(),
    services: external_exports.array(
      external_exports.object({
        name: external_exports.string(),
        status: external_exports.enum(["starting", "ready", "exited", "stopped"]),
        readyMs: external_exports.number().optional(),
        exitCode: external_exports.number().int().nullable().optional(),
        lastLines: external_exports.array(external_exports.string()).describe("at most 20")
      })
    )
  }),
  message: external_exports.string().optional().describe("why the run as a whole could not do its work"),
  detail: external_exports.array(external_exports.string()).optional(),
  warnings: external_exports.array(external_exports.string()),
  scenarios: external_exports.array(scenarioResult)
});
function reportJsonSchema() {
  return external_exports.toJSONSchema(runResult, {
    io: "input",
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === "bigint") jsonSchema.type = "integer";
    }
  });
}
__name(reportJsonSchema, "reportJsonSchema");

// src/load/json-schema.ts
function jsonSchemas() {
  return {
    scenario: editorSchema(scenarioFile, "A scenario of flowproof"),
    config: editorSchema(projectConfig, "flowproof.yaml"),
    report: reportJsonSchema()
  };
}
__name(jsonSchemas, "jsonSchemas");
function editorSchema(schema2, title) {
  return { title, ...external_exports.toJSONSchema(schema2, { io: "input", unrepresentable: "any" }) };
}
__name(editorSchema, "editorSchema");

// src/cli/schema.ts
var options3 = {};
var schema = {
  name: "schema",
  summary: "prints the JSON Schema of a file kind: scenario, config or report",
  operands: "<scenario | config | report>",
  options: options3,
  async run(args, { stdout }) {
    const { positionals } = parseArguments(args, options3);
    const schemas = jsonSchemas();
    const [kind = "scenario"] = positionals;
    const found = schemas[kind];
    if (!found)
      throw new UsageError("USAGE_BAD_VALUE", `"${kind}" is no file kind`, {
        hint: `one of: ${Object.keys(schemas).join(", ")}`
      });
    stdout.write(`${JSON.stringify(found, null, 2)}
`);
    return 0;
  }
};

// src/cli/validate.ts
var options4 = {
  config: { type: "string", value: "<file>", help: "flowproof.yaml; default: found from here upwards" },
  env: { type: "string", value: "<name>", help: "check with this environment of flowproof.yaml" },
  var: { type: "string", multiple: true, value: "<k=v>", help: "a variable; may be given several times" }
};
var validate = {
  name: "validate",
  summary: "checks scenario files and flowproof.yaml; needs no Kafka",
  operands: "[files, folders or globs]",
  options: options4,
  async run(args, { cwd, env, stdout }) {
    const { values, positionals } = parseArguments(args, options4);
    const { scenarios, warnings } = await loadProject({
      cwd,
      env,
      config: values.config,
      files: positionals,
      environment: values.env,
      variables: values.var ?? []
    });
    for (const warning of warnings) stdout.write(`${renderProblem(warning)}
`);
    const files = new Set(scenarios.map((scenario) => scenario.span.file)).size;
    stdout.write(`${plural(scenarios.length, "scenario")} in ${plural(files, "file")}: no problems
`);
    return 0;
  }
};
function plural(count2, noun) {
  return `${count2} ${noun}${count2 === 1 ? "" : "s"}`;
}
__name(plural, "plural");

// src/cli/main.ts
var commands = [run, validate, broker, schema];
var INTERRUPTED = 130;
async function main() {
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) {
    process.on(
      name,
      () => interrupted.signal.aborted ? process.exit(INTERRUPTED) : interrupted.abort(`interrupted by ${name}`)
    );
  }
  const { env, stdout, stderr } = process;
  try {
    process.exitCode = await dispatch(process.argv.slice(2), {
      cwd: process.cwd(),
      env,
      stdout,
      stderr,
      signal: interrupted.signal
    });
  } catch (cause) {
    const { text, exitCode } = explainFailure(cause, readIfThere);
    stderr.write(text);
    process.exitCode = exitCode;
  }
}
__name(main, "main");
async function dispatch([name, ...args], terminal) {
  if (name === void 0 || name === "--help" || name === "-h" || name === "help")
    return print(terminal, renderHelp());
  if (name === "--version" || name === "-v") return print(terminal, `${version}
`);
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const near = nearest(
      name,
      commands.map((one) => one.name)
    );
    throw new UsageError("USAGE_UNKNOWN_COMMAND", `unknown command "${name}"`, {
      hint: near === void 0 ? `one of: ${commands.map((one) => one.name).join(", ")}` : `did you mean "flowproof ${near}"?`
    });
  }
  if (args.includes("--help") || args.includes("-h")) return print(terminal, renderCommandHelp(command));
  return command.run(args, terminal);
}
__name(dispatch, "dispatch");
function print({ stdout }, text) {
  stdout.write(text);
  return 0;
}
__name(print, "print");
function renderHelp() {
  const width = Math.max(...commands.map((command) => command.name.length));
  const rows = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `flowproof ${version}: proves event flows on Kafka

Usage: flowproof <command> [options]

${rows.join("\n")}

flowproof <command> --help tells more.
`;
}
__name(renderHelp, "renderHelp");
function renderCommandHelp({ name, operands, summary, options: options5 }) {
  const table = Object.keys(options5).length > 0 ? `

${renderOptions(options5)}` : "";
  return `flowproof ${name}: ${summary}

Usage: flowproof ${name} ${operands}${table}
`;
}
__name(renderCommandHelp, "renderCommandHelp");
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return void 0;
  }
}
__name(readIfThere, "readIfThere");
await main();
