import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  mergeReports
} from "./part-load-merge-reports.js";
import {
  openReportFiles,
  reporters,
  writeFinalReports
} from "./part-reporters-page-timeline.js";
import "./part-model-merge-runs.js";
import {
  explainFailure,
  renderProblem,
  reportJsonSchema
} from "./part-reporters-markup-scenario-section.js";
import {
  version
} from "./part-package.js";
import {
  loadProject,
  nearest,
  projectConfig,
  scenarioFile
} from "./part-yaml.js";
import "./part-expr-random.js";
import "./part-formats-avro-parse.js";
import "./part-formats-codec-fixed-width.js";
import "./part-formats-codec-show.js";
import "./part-base-duration.js";
import "./part-model-fold-task.js";
import "./part-model-compact.js";
import "./part-model-run-event.js";
import "./part-model-latency.js";
import "./part-model-json.js";
import {
  external_exports
} from "./part-zod.js";
import "./part-base-clock.js";
import "./part-formats-codec-text.js";
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
  const options6 = Object.fromEntries(
    Object.entries(table).map(([name, { type, multiple = false }]) => [name, { type, multiple }])
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: options6,
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

// src/cli/merge.ts
import { join, relative, resolve } from "node:path";
var options2 = {
  output: { type: "string", value: "<folder>", help: "where the reports go; default flowproof-report" }
};
var merge = {
  name: "merge",
  summary: "makes one report of the report.json of several shards",
  operands: "<report.json, folders or globs>",
  options: options2,
  async run(args, { cwd, stdout }) {
    const { values, positionals } = parseArguments(args, options2);
    const result = mergeReports(positionals, cwd);
    const directory = resolve(cwd, values.output ?? "flowproof-report");
    writeFinalReports(result, directory);
    const reportPath = relative(cwd, join(directory, reporters.json.file));
    reporters.console.start({ write: /* @__PURE__ */ __name((text) => void stdout.write(text), "write") }, { reportPath }).end?.(result);
    return result.exitCode;
  }
};

// src/cli/run.ts
import { relative as relative2 } from "node:path";
var options3 = {
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
  options: options3,
  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, options3);
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
        return [startConsole(terminal, relative2(cwd, files.reportPath)), ...files.reporters];
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
var options4 = {};
var schema = {
  name: "schema",
  summary: "prints the JSON Schema of a file kind: scenario, config or report",
  operands: "<scenario | config | report>",
  options: options4,
  async run(args, { stdout }) {
    const { positionals } = parseArguments(args, options4);
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
var options5 = {
  config: { type: "string", value: "<file>", help: "flowproof.yaml; default: found from here upwards" },
  env: { type: "string", value: "<name>", help: "check with this environment of flowproof.yaml" },
  var: { type: "string", multiple: true, value: "<k=v>", help: "a variable; may be given several times" }
};
var validate = {
  name: "validate",
  summary: "checks scenario files and flowproof.yaml; needs no Kafka",
  operands: "[files, folders or globs]",
  options: options5,
  async run(args, { cwd, env, stdout }) {
    const { values, positionals } = parseArguments(args, options5);
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
function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
__name(plural, "plural");

// src/cli/main.ts
var commands = [run, validate, broker, merge, schema];
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
function renderCommandHelp({ name, operands, summary, options: options6 }) {
  const table = Object.keys(options6).length > 0 ? `

${renderOptions(options6)}` : "";
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
