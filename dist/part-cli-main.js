import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  tryWrite
} from "./part-cli-try-write.js";
import {
  explainFailure,
  renderProblem
} from "./part-base-code-frame.js";
import "./part-base-display-width.js";
import {
  version
} from "./part-package.js";
import {
  REDACTED
} from "./part-base-redaction.js";
import {
  nearest
} from "./part-base-did-you-mean.js";
import "./part-base-source-span.js";
import {
  systemClock
} from "./part-base-clock.js";
import {
  renderJson
} from "./part-model-json.js";
import {
  ScenarioError,
  UsageError
} from "./part-base-errors.js";
import {
  renderCount
} from "./part-base-count.js";
import {
  __callDispose,
  __name,
  __using
} from "./part-shared.js";

// src/cli/main.ts
import { readFileSync as readFileSync3 } from "node:fs";

// src/cli/arguments.ts
import { parseArgs } from "node:util";
function parseArguments(args, table) {
  const options8 = Object.fromEntries(
    Object.entries(table).map(([name, { type, multiple = false }]) => [name, { type, multiple }])
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: options8,
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

// src/cli/init.ts
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
var options2 = {};
var SCHEMAS = ".flowproof";
var REPORTS = "flowproof-report/";
var CONFIG = `# yaml-language-server: $schema=${SCHEMAS}/config.schema.json
# What the scenarios run on. With nothing said, Kafka is embedded: no Docker and no Java is needed.
scenarios: scenarios/**/*.yaml

kafka:
  topics:
    orders: { partitions: 3 }

# Your services: started once the topics exist, stopped when the run ends.
# services:
#   billing:
#     command: node services/billing.js
#     env: { KAFKA_BOOTSTRAP: "\${{ .kafka.bootstrap }}" }
#     ready: { group: billing }
`;
var SCENARIO = `# yaml-language-server: $schema=../${SCHEMAS}/scenario.schema.json
# Produces an order, and watches the topic for it: within a second, with the data that went in.
scenario: An order is there
tags: [first]

tasks:
  order:
    produce:
      topic: orders
      key: "\${{ .random.uuid }}"
      value: { total: 99.5, items: [book, pen] }

  seen:
    consume:
      topic: orders
      fail: { after: 1s, since: order }
    checks:
      - .record.value.total: { greaterThan: 50 }
      - .record.value.items: { contains: book }
      - name: it is the order that was sent
        jq: .record.key == .source.order.record.key
`;
var WORKFLOW = `name: flowproof
on: [push, pull_request]
permissions: { contents: read, pull-requests: write }
jobs:
  scenarios:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: flowproof/flowproof@v0
`;
var init = {
  name: "init",
  summary: "writes a first scenario, flowproof.yaml and a workflow; files that are there stay as they are",
  operands: "",
  options: options2,
  async run(args, { cwd, stdout }) {
    parseArguments(args, options2);
    const { jsonSchemas } = await import("./part-load-json-schema.js");
    const { scenario, config } = jsonSchemas();
    const files = {
      "flowproof.yaml": CONFIG,
      "scenarios/first.yaml": SCENARIO,
      ".github/workflows/flowproof.yaml": WORKFLOW,
      [join(SCHEMAS, "scenario.schema.json")]: `${JSON.stringify(scenario, null, 2)}
`,
      [join(SCHEMAS, "config.schema.json")]: `${JSON.stringify(config, null, 2)}
`
    };
    for (const [name, text] of Object.entries(files)) {
      const isThere = existsSync(join(cwd, name));
      if (!isThere) write(join(cwd, name), text);
      stdout.write(`${isThere ? "kept   " : "wrote  "} ${name}
`);
    }
    ignoreReports(cwd);
    stdout.write("\nnow: flowproof run\n");
    return 0;
  }
};
function write(path, text) {
  tryWrite(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  });
}
__name(write, "write");
function ignoreReports(cwd) {
  const path = join(cwd, ".gitignore");
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (text.split(/\r?\n/).includes(REPORTS)) return;
  const line = `${text === "" || text.endsWith("\n") ? "" : "\n"}${REPORTS}
`;
  tryWrite(path, () => appendFileSync(path, line));
}
__name(ignoreReports, "ignoreReports");

// src/cli/merge.ts
import { join as join2, relative, resolve } from "node:path";

// src/cli/report-options.ts
var DEFAULT_OUTPUT = "flowproof-report";
var FINAL_REPORTS = [
  "json",
  "summary",
  "annotations",
  "junit",
  "ctrf",
  "html"
];
var FILE_REPORTS = [...FINAL_REPORTS, "ndjson"];
function reportOptions(names) {
  return {
    output: { type: "string", value: "<folder>", help: `where the reports go; default ${DEFAULT_OUTPUT}` },
    reporter: {
      type: "string",
      multiple: true,
      value: "<name>",
      oneOf: names,
      help: `which reports; may be given several times: ${names.join(", ")}; default: all but summary and annotations`
    },
    diagrams: {
      type: "string",
      value: "<which>",
      oneOf: ["failed", "all"],
      help: "whose flows the summary draws: failed or all; default failed"
    }
  };
}
__name(reportOptions, "reportOptions");
function reportChoice(values) {
  return { names: values.reporter, diagrams: values.diagrams };
}
__name(reportChoice, "reportChoice");

// src/cli/merge.ts
var options3 = reportOptions(FINAL_REPORTS);
var merge = {
  name: "merge",
  summary: "makes one report of the report.json of several shards",
  operands: "<report.json, folders or globs>",
  options: options3,
  async run(args, terminal) {
    const { cwd } = terminal;
    const { values, positionals } = parseArguments(args, options3);
    const [{ mergeReports }, { reportToOpen, writeFinalReports }, { startConsole }] = await Promise.all([
      import("./part-load-merge-reports-2.js"),
      import("./part-cli-report-files-2.js"),
      import("./part-cli-console.js")
    ]);
    const result = mergeReports(positionals, cwd);
    const directory = resolve(cwd, values.output ?? DEFAULT_OUTPUT);
    const choice = reportChoice(values);
    writeFinalReports(result, directory, choice);
    startConsole(terminal, relative(cwd, join2(directory, reportToOpen(choice)))).end?.(result);
    return result.exitCode;
  }
};

// src/cli/run.ts
import { relative as relative2 } from "node:path";
var options4 = {
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
  ...reportOptions(FILE_REPORTS)
};
var MAX_SEED = 2 ** 32 - 1;
var run = {
  name: "run",
  summary: "starts Kafka and the services, runs the scenarios, writes the reports",
  operands: "[files, folders or globs]",
  options: options4,
  async run(args, terminal) {
    var _stack = [];
    try {
      const { values, positionals } = parseArguments(args, options4);
      const { cwd, env, stderr, signal } = terminal;
      if (values["dry-run"]) return listScenarios(values, positionals, terminal);
      const [{ run: runProject }, { openReportFiles }, { startConsole }] = await Promise.all([
        import("./index.js"),
        import("./part-cli-report-files-2.js"),
        import("./part-cli-console.js")
      ]);
      const opened = __using(_stack, new AsyncDisposableStack(), true);
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
          const directory = values.output ?? DEFAULT_OUTPUT;
          const warn = /* @__PURE__ */ __name((message) => void stderr.write(`${message}
`), "warn");
          const files = opened.use(openReportFiles(directory, warn, reportChoice(values)));
          return [startConsole(terminal, relative2(cwd, files.reportPath)), ...files.reporters];
        }, "reporters")
      });
      return result.exitCode;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
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
  const { loadProject } = await import("./part-load-load-project.js");
  const { scenarios } = await loadProject({
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

// src/cli/schema.ts
var options5 = {};
var schema = {
  name: "schema",
  summary: "prints the JSON Schema of a file kind: scenario, config or report",
  operands: "<scenario | config | report>",
  options: options5,
  async run(args, { stdout }) {
    const { positionals } = parseArguments(args, options5);
    const { jsonSchemas } = await import("./part-load-json-schema.js");
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

// src/cli/tail.ts
import { once as once2 } from "node:events";
var options6 = {
  bootstrap: { type: "string", value: "<host:port>", help: "the cluster; default localhost:9092" },
  where: {
    type: "string",
    multiple: true,
    value: "<jq>",
    help: "only records for which this is true, such as '.record.value.id == 42'"
  },
  config: {
    type: "string",
    value: "<file>",
    help: 'flowproof.yaml, whose "redact" counts here too; default: found from here upwards'
  },
  env: { type: "string", value: "<name>", help: "an environment of flowproof.yaml" },
  beginning: { type: "boolean", help: "from the first record on, not only new ones" }
};
var tail = {
  name: "tail",
  summary: "prints the records of a topic as a scenario would see them, until it is interrupted",
  operands: "<topic>",
  options: options6,
  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, options6);
    const [topic] = positionals;
    if (topic === void 0 || positionals.length > 1)
      throw new UsageError("USAGE_BAD_VALUE", "tail takes one topic", { hint: "flowproof tail orders" });
    await follow(topic, { ...values, bootstrap: values.bootstrap ?? "localhost:9092" }, terminal);
    return 0;
  }
};
async function follow(topic, wanted, terminal) {
  var _stack = [];
  try {
    const { stdout, stderr, signal } = terminal;
    const render = await createRecordRenderer(wanted, terminal);
    const [{ connectKafka }, { createJq }, { openReader }, { recordContext }] = await Promise.all([
      import("./part-kafka-connect.js"),
      import("./part-expr-jq-2.js"),
      import("./part-formats-record-reader.js"),
      import("./part-formats-record-view-2.js")
    ]);
    const jq = __using(_stack, createJq(), true);
    const programs = wanted.where ?? [];
    for (const program of programs) await jq.check(program).catch(refuse);
    const kafka = __using(_stack, connectKafka({ bootstrap: wanted.bootstrap, clock: systemClock }), true);
    const reader = await openReader(void 0, {
      registry: void 0,
      readFile: /* @__PURE__ */ __name((path) => Promise.reject(new UsageError("USAGE_BAD_VALUE", `cannot read ${path}`)), "readFile")
    });
    const positions = await kafka.offsets([topic], wanted.beginning ? "start" : "end", signal);
    if (!positions.has(topic))
      stderr.write(`the topic "${topic}" is not there yet; its records are shown once it is
`);
    const watch = __using(_stack, kafka.watch({
      topics: [topic],
      positions,
      isolation: "read_committed",
      async onFetch({ records }) {
        for (const record of records) {
          const viewed = reader.view(record);
          const seen = "view" in viewed ? recordContext(viewed.view) : { unreadable: viewed.unreadable };
          const verdicts = await Promise.all(
            programs.map((program) => jq.evaluate(program, [{ record: seen }]))
          );
          if (verdicts.every(([outcome]) => outcome?.outputs.length === 1 && outcome.outputs[0] === true))
            stdout.write(`${render(viewed)}
`);
        }
      }
    }), true);
    if (!signal.aborted) await Promise.race([once2(signal, "abort"), once2(stdout, "error"), watch.done]);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(follow, "follow");
async function createRecordRenderer({ config, env: environment }, { cwd, env }) {
  const [{ loadRedaction }, { createRecordRedactor }, { createEventRedactor }, { recordContext }] = await Promise.all([
    import("./part-load-load-redaction.js"),
    import("./part-model-record-places-2.js"),
    import("./part-model-redact-event-2.js"),
    import("./part-formats-record-view-2.js")
  ]);
  const { rules, secrets } = await loadRedaction({ cwd, env, config, environment });
  const redactRecord = createRecordRedactor(rules);
  const redactSecrets = createEventRedactor(secrets);
  return (viewed) => {
    if ("view" in viewed) return renderJson(redactSecrets(recordContext(redactRecord(viewed.view))));
    const { unreadable } = viewed;
    return renderJson({ unreadable: rules.records === true ? REDACTED : redactSecrets(unreadable) });
  };
}
__name(createRecordRenderer, "createRecordRenderer");
function refuse(cause) {
  if (cause instanceof ScenarioError)
    throw new UsageError("USAGE_BAD_VALUE", cause.message, { hint: cause.hint });
  throw cause;
}
__name(refuse, "refuse");

// src/cli/validate.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { resolve as resolve2 } from "node:path";
var options7 = {
  config: { type: "string", value: "<file>", help: "flowproof.yaml; default: found from here upwards" },
  env: { type: "string", value: "<name>", help: "check with this environment of flowproof.yaml" },
  var: { type: "string", multiple: true, value: "<k=v>", help: "a variable; may be given several times" }
};
var validate = {
  name: "validate",
  summary: "checks scenario files and flowproof.yaml; needs no Kafka",
  operands: "[files, folders or globs]",
  options: options7,
  async run(args, { cwd, env, stdout }) {
    const { values, positionals } = parseArguments(args, options7);
    const { loadProject } = await import("./part-load-load-project.js");
    const { scenarios, warnings } = await loadProject({
      cwd,
      env,
      config: values.config,
      files: positionals,
      environment: values.env,
      variables: values.var ?? []
    });
    for (const warning of warnings)
      stdout.write(`warning: ${renderProblem(warning, sourceOf(warning, cwd))}

`);
    const files = new Set(scenarios.map((scenario) => scenario.span.file)).size;
    stdout.write(
      `${renderCount(scenarios.length, "scenario")} in ${renderCount(files, "file")}: ${renderVerdict(warnings.length)}
`
    );
    return 0;
  }
};
function sourceOf({ span }, cwd) {
  return span && readFileSync2(resolve2(cwd, span.file), "utf8");
}
__name(sourceOf, "sourceOf");
function renderVerdict(warnings) {
  return warnings === 0 ? "no problems" : `no problems, ${renderCount(warnings, "warning")}`;
}
__name(renderVerdict, "renderVerdict");

// src/cli/main.ts
var commands = [run, validate, init, broker, tail, merge, schema];
var INTERRUPTED = 130;
var OUTPUT_LOST = 3;
async function main() {
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) {
    process.on(
      name,
      () => interrupted.signal.aborted ? process.exit(INTERRUPTED) : interrupted.abort(`interrupted by ${name}`)
    );
  }
  const { env, stdout, stderr } = process;
  stdout.once("error", loseOutput).on("error", ignore);
  stderr.on("error", ignore);
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
function loseOutput(cause) {
  if (cause.code === "EPIPE") return;
  process.stderr.write(`cannot write the output: ${cause.message}
`);
  process.on("exit", () => {
    process.exitCode ||= OUTPUT_LOST;
  });
}
__name(loseOutput, "loseOutput");
function ignore() {
}
__name(ignore, "ignore");
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
function renderCommandHelp({ name, operands, summary, options: options8 }) {
  const table = Object.keys(options8).length > 0 ? `

${renderOptions(options8)}` : "";
  return `flowproof ${name}: ${summary}

Usage: flowproof ${name} ${operands}${table}
`;
}
__name(renderCommandHelp, "renderCommandHelp");
function readIfThere(file) {
  try {
    return readFileSync3(file, "utf8");
  } catch {
    return void 0;
  }
}
__name(readIfThere, "readIfThere");
await main();
