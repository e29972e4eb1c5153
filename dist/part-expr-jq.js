import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  isRandomName,
  randomNames,
  randomOf
} from "./part-expr-random.js";
import {
  evaluateSimple,
  leadsSomewhere,
  parseSimple,
  splitAtPipe
} from "./part-expr-simple-path.js";
import {
  Program,
  scanJq,
  scriptError
} from "./part-expr-template-text.js";
import {
  renderDuration
} from "./part-base-duration.js";
import {
  exactNumber,
  isJsonObject,
  parseJson,
  renderJson
} from "./part-model-json.js";
import {
  ScenarioError,
  describeError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/expr/forbidden.ts
var FORBIDDEN = /* @__PURE__ */ new Set([
  "input",
  "inputs",
  "halt",
  "halt_error",
  "import",
  "include",
  "modulemeta",
  "get_search_list",
  "env",
  "$ENV",
  "input_filename",
  "input_line_number",
  "debug",
  "stderr"
]);
function forbiddenWord(program) {
  const tokens = [...scanJq(program)].filter(({ kind }) => kind !== "space" && kind !== "comment");
  const found = tokens.find(
    (token, index) => (token.kind === "word" || token.kind === "variable") && FORBIDDEN.has(token.text) && !isKey(token, tokens[index - 1], tokens[index + 1])
  );
  return found?.text;
}
__name(forbiddenWord, "forbiddenWord");
function isKey(token, before, after) {
  return token.kind === "word" && token.inside.at(-1) === "{" && (before?.text === "{" || before?.text === ",") && (after?.text === ":" || after?.text === "," || after?.text === "}");
}
__name(isKey, "isKey");

// src/expr/share-fields.ts
function shareFields(inputs) {
  const [first, ...others] = inputs;
  if (!isJsonObject(first) || others.length === 0) return { shared: null, own: inputs };
  const keys = Object.keys(first);
  const objects = inputs.filter(
    (input) => isJsonObject(input) && hasKeys(input, keys)
  );
  if (objects.length < inputs.length) return { shared: null, own: inputs };
  const isShared = new Set(keys.filter((key) => objects.every((input) => input[key] === first[key])));
  const shared = Object.fromEntries(
    keys.map((key) => [key, isShared.has(key) ? first[key] ?? null : null])
  );
  const own = objects.map(
    (input) => Object.fromEntries(Object.entries(input).filter(([key]) => !isShared.has(key)))
  );
  return { shared, own };
}
__name(shareFields, "shareFields");
function hasKeys(input, keys) {
  const own = Object.keys(input);
  return own.length === keys.length && own.every((key, index) => key === keys[index]);
}
__name(hasKeys, "hasKeys");

// src/expr/jq-wire.ts
function wrap(program) {
  const inputs = ". as $flowproof_shared | inputs | .[0] as $flowproof_number | ($flowproof_shared + .[1])";
  return `${inputs} | [$flowproof_number, (label $flowproof | try ((${program}

) | {v: .}) catch ({e: .}, break $flowproof))]`;
}
__name(wrap, "wrap");
function wrapPresence(program) {
  return `. as $flowproof_root | try ([path(${program}

)] | all(. as $flowproof_path | ($flowproof_path | length) == 0 or ($flowproof_path[-1] as $flowproof_last |
($flowproof_root | getpath($flowproof_path[:-1])) | if type == "object" then has($flowproof_last)
elif type == "array" and ($flowproof_last | type) == "number" then $flowproof_last < length and $flowproof_last >= -length
else type != "null" end))) catch true`;
}
__name(wrapPresence, "wrapPresence");
function renderInputs(inputs) {
  const { shared, own } = shareFields(inputs);
  return [render(shared), ...own.map((input, index) => `[${index},${render(input)}]`)].join("\n");
}
__name(renderInputs, "renderInputs");
function readLines(stdout) {
  const outcomes = /* @__PURE__ */ new Map();
  for (const line of stdout.split("\n")) {
    const parsed = line === "" ? void 0 : parseJson(line);
    if (!Array.isArray(parsed)) continue;
    const [number, ...results] = parsed;
    outcomes.set(Number(number), readOutcome(results));
  }
  return outcomes;
}
__name(readLines, "readLines");
function readOutcome(results) {
  const outputs = [];
  for (const result of results) {
    if (!isJsonObject(result)) continue;
    if ("e" in result) return { outputs, error: describeThrown(result.e ?? null) };
    outputs.push(result.v ?? null);
  }
  return { outputs };
}
__name(readOutcome, "readOutcome");
function describeThrown(thrown) {
  return typeof thrown === "string" ? thrown : `(not a string): ${renderJson(thrown)}`;
}
__name(describeThrown, "describeThrown");
var LONE_SURROGATE = /\\ud[89a-f]/;
function render(value) {
  const text = renderJson(value);
  return LONE_SURROGATE.test(text) ? renderJson(wellFormed(value)) : text;
}
__name(render, "render");
function wellFormed(value) {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)])
  );
}
__name(wellFormed, "wellFormed");

// src/expr/check-program.ts
async function findFault(program, jq) {
  const { text, source, span } = program;
  const place = span ? { span } : {};
  if (program.fault !== void 0)
    return new ScenarioError("EXPRESSION_SYNTAX", `${program.fault}: ${source}`, {
      ...place,
      hint: "write ${{ <jq> }}, or $${{ for the text itself"
    });
  if (program.language === "js") {
    const error = scriptError(text);
    return error === void 0 ? void 0 : new ScenarioError("EXPRESSION_SYNTAX", `no JavaScript expression: ${error}: ${source}`, place);
  }
  return jq.isSimple(text) ? void 0 : findJqFault(program, jq);
}
__name(findFault, "findFault");
async function findJqFault({ text, span }, jq) {
  const forbidden = forbiddenWord(text);
  if (forbidden !== void 0) {
    return new ScenarioError(
      "EXPRESSION_FORBIDDEN",
      `"${forbidden}" is not allowed in an expression: ${text}`,
      {
        ...span ? { span: narrow(span, text, { offset: text.indexOf(forbidden), length: forbidden.length }) } : {},
        hint: "an expression reads its context only: no files, no environment, no other input"
      }
    );
  }
  const complaint = await jq.compile(text) ?? await jq.compile(wrap(text));
  if (complaint === void 0) return void 0;
  const { message, place } = readComplaint(complaint, text);
  return new ScenarioError("EXPRESSION_SYNTAX", `jq cannot read "${text}": ${message}`, {
    ...span ? { span: place ? narrow(span, text, place) : span } : {}
  });
}
__name(findJqFault, "findJqFault");
var COMPLAINT = /^jq: error: (.*?)(?: at <top-level>, line (\d+), column (\d+):?)?$/;
function readComplaint(stderr, text) {
  const [first = "", , carets = ""] = stderr.split("\n");
  const [, message = first, line, column] = COMPLAINT.exec(first) ?? [];
  const before = text.split("\n").slice(0, Number(line) - 1);
  if (column === void 0 || before.length < Number(line) - 1) return { message, place: void 0 };
  const offset = before.join("\n").length + (before.length > 0 ? 1 : 0) + Number(column) - 1;
  return { message, place: offset < text.length ? { offset, length: carets.trim().length || 1 } : void 0 };
}
__name(readComplaint, "readComplaint");
function narrow(span, text, { offset, length }) {
  const isVerbatim = span.line === span.endLine && span.endColumn - span.column === text.length;
  if (!isVerbatim) return span;
  const column = span.column + offset;
  return { ...span, column, endColumn: Math.min(column + length, span.endColumn) };
}
__name(narrow, "narrow");

// src/expr/jq-thread.ts
import { Worker } from "node:worker_threads";
var ENDED = { kind: "broken", reason: "the run has ended" };
var JqThread = class {
  static {
    __name(this, "JqThread");
  }
  #limits;
  #worker;
  #ready;
  /** Of the one question that is being answered. */
  #settle;
  #last = Promise.resolve();
  #isDisposed = false;
  constructor(limits) {
    this.#limits = limits;
  }
  ask(question) {
    const answer = this.#last.then(() => this.#ask(question));
    this.#last = answer;
    return answer;
  }
  /** Whoever still waits for an answer gets none. */
  async [Symbol.asyncDispose]() {
    this.#isDisposed = true;
    this.#settle?.(ENDED);
    await this.#stop();
  }
  async #ask(question) {
    if (this.#isDisposed) return ENDED;
    const worker = this.#start();
    worker.ref();
    const { promise, resolve } = Promise.withResolvers();
    this.#settle = resolve;
    await Promise.race([this.#ready, promise]);
    const timer = setTimeout(() => resolve({ kind: "timeout", reason: "" }), this.#limits.timeLimitMs);
    worker.postMessage(question);
    const answer = await promise;
    clearTimeout(timer);
    this.#settle = void 0;
    if (answer.kind === "timeout" || answer.kind === "broken") await this.#stop();
    else worker.unref();
    return answer;
  }
  #start() {
    if (this.#worker) return this.#worker;
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const worker = new Worker(new URL(`./jq-worker.${extension}`, import.meta.url), {
      workerData: { memoryLimitBytes: this.#limits.memoryLimitBytes }
    });
    const { promise, resolve } = Promise.withResolvers();
    worker.on(
      "message",
      (message) => message.kind === "ready" ? resolve() : this.#settle?.(message)
    );
    const end = /* @__PURE__ */ __name((reason) => {
      if (this.#worker !== worker) return;
      this.#worker = void 0;
      this.#settle?.({ kind: "broken", reason });
    }, "end");
    worker.on("error", (cause) => end(describeError(cause)));
    worker.on("exit", () => end("the thread has ended"));
    this.#worker = worker;
    this.#ready = promise;
    return worker;
  }
  async #stop() {
    const worker = this.#worker;
    this.#worker = void 0;
    await worker?.terminate();
  }
};

// src/expr/js-wire.ts
var MARK = "\0bigint:";
var MARKED = /^\0bigint:(-?\d+)$/;
function renderMarked(value) {
  return JSON.stringify(
    value,
    (_key, inner) => typeof inner === "bigint" ? `${MARK}${inner}` : inner
  );
}
__name(renderMarked, "renderMarked");
function parseMarked(text) {
  return JSON.parse(text, (_key, inner) => {
    const [, digits] = typeof inner === "string" && MARKED.exec(inner) || [];
    return digits === void 0 ? inner : exactNumber(BigInt(digits));
  });
}
__name(parseMarked, "parseMarked");
function askScript(program, contexts) {
  const [first] = contexts;
  const { shared, own } = shareFields(contexts);
  return {
    kind: "js",
    program,
    names: isJsonObject(first) ? Object.keys(first).filter((name) => IDENTIFIER.test(name)) : [],
    mark: MARK,
    shared: renderMarked(shared),
    inputs: own.map((context, index) => ({
      context: renderMarked(context),
      randomKey: randomOf(contexts[index] ?? null)?.fork() ?? []
    }))
  };
}
__name(askScript, "askScript");
var IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
function readScriptResult(result) {
  if ("error" in result) return { outputs: [], error: result.error };
  return { outputs: result.text === void 0 ? [] : [parseMarked(result.text)] };
}
__name(readScriptResult, "readScriptResult");

// src/expr/random-uses.ts
function findRandomUses(program) {
  if (!program.includes("random")) return void 0;
  const tokens = [...scanJq(program)];
  const fields = [];
  let isOpen = false;
  let rewritten = "";
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const name = nameAfter(tokens, index);
    const before = tokens[index - 1];
    isOpen ||= token.text.includes("random") && (name === void 0 || before?.kind === "variable");
    if (name === void 0 || isContinued(before)) continue;
    const count = fields.filter((one) => one.name === name).length;
    const field = count === 0 ? name : `${name}#${count + 1}`;
    fields.push({ field, name });
    if (count === 0) continue;
    const end = token.start + token.text.length + name.length + 1;
    rewritten += `${program.slice(at, token.start)}${readField(field, name)}`;
    at = end;
  }
  const others = isOpen ? randomNames.filter((name) => !fields.some((one) => one.name === name)) : [];
  return {
    program: rewritten + program.slice(at),
    fields: [...fields, ...others.map((name) => ({ field: name, name }))]
  };
}
__name(findRandomUses, "findRandomUses");
function readField(field, name) {
  return `(.random | if type == "object" and has("${field}") then .["${field}"] else .${name} end)`;
}
__name(readField, "readField");
function nameAfter(tokens, index) {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const name = token?.text === ".random" && next?.kind === "field" ? next.text.slice(1) : "";
  return isRandomName(name) ? name : void 0;
}
__name(nameAfter, "nameAfter");
function isContinued(before) {
  return before !== void 0 && (before.kind === "field" || before.kind === "variable" || before.kind === "word" || /^[\])}?".]$/.test(before.text));
}
__name(isContinued, "isContinued");
function drawRandom(input, { fields }) {
  const random = randomOf(input);
  if (!random) return input;
  const values = Object.fromEntries(fields.map(({ field, name }) => [field, random.draw(name)]));
  return { ...input, random: values };
}
__name(drawRandom, "drawRandom");

// src/expr/jq.ts
var LIMITS = { timeLimitMs: 5e3, memoryLimitBytes: 2 ** 30 };
var BATCH = 1e3;
var BATCH_CHARACTERS = 4e6;
function createJq(limits = {}) {
  return new JqEngine({ ...LIMITS, ...limits });
}
__name(createJq, "createJq");
var JqEngine = class {
  static {
    __name(this, "JqEngine");
  }
  #limits;
  #thread;
  /** Of programs by their text; undefined for one that only jq can evaluate. */
  #simple = /* @__PURE__ */ new Map();
  constructor(limits) {
    this.#limits = limits;
    this.#thread = new JqThread(limits);
  }
  async check(program) {
    const given = typeof program === "string" ? new Program({ text: program }) : program;
    const fault = await findFault(given, this.#syntax);
    if (fault) throw fault;
  }
  async evaluate(program, inputs) {
    if (typeof program === "object" && program.language === "js")
      return inParts(inputs, (part) => this.#askScript(program.text, part));
    const text = textOf(program);
    const uses = findRandomUses(text);
    return this.#evaluate(uses ? inputs.map((input) => drawRandom(input, uses)) : inputs, {
      natively: /* @__PURE__ */ __name((simple, input) => wrapOutput(evaluateSimple(simple, input)), "natively"),
      simple: this.#simpleOf(text),
      program: uses?.program ?? text
    });
  }
  async exists(program, inputs) {
    if (typeof program === "object" && program.language === "js") return inputs.map(() => true);
    const text = textOf(program);
    const outcomes = await this.#evaluate(inputs, {
      natively: /* @__PURE__ */ __name((simple, input) => wrapOutput(leadsSomewhere(simple, input)), "natively"),
      simple: this.#simpleOf(text),
      program: wrapPresence(text)
    });
    return outcomes.map(({ outputs }) => outputs[0] !== false);
  }
  async search(pattern, flags, texts) {
    let fault;
    const found = await inParts(texts, async (part) => {
      const message = await this.#thread.ask({ kind: "search", pattern, flags, texts: part });
      if (message.kind === "search") return message.answer;
      fault = this.#describe(message);
      return [];
    });
    return fault ?? found;
  }
  [Symbol.asyncDispose]() {
    return this.#thread[Symbol.asyncDispose]();
  }
  #simpleOf(text) {
    if (!this.#simple.has(text)) this.#simple.set(text, parseSimple(text));
    return this.#simple.get(text);
  }
  async #evaluate(inputs, how) {
    const { simple, natively } = how;
    const known = inputs.map((input) => simple && natively(simple, input));
    const open = inputs.filter((_, index) => known[index] === void 0);
    const rest = (await this.#pipe(how.program, open)).values();
    return known.map((outcome) => outcome ?? rest.next().value ?? { outputs: [] });
  }
  /** Follows the path that a program begins with here, so that jq is sent what it leads to and not all of the context. */
  async #pipe(program, inputs) {
    const piped = splitAtPipe(program);
    const ask = /* @__PURE__ */ __name((text, some) => inParts(some, (part) => this.#askJq(text, part)), "ask");
    if (!piped) return ask(program, inputs);
    const starts = inputs.map((input) => evaluateSimple(piped.path, input));
    const short = (await ask(
      piped.rest,
      starts.filter((start) => start !== void 0)
    )).values();
    const long = (await ask(
      program,
      inputs.filter((_, index) => starts[index] === void 0)
    )).values();
    return starts.map((start) => (start === void 0 ? long : short).next().value ?? { outputs: [] });
  }
  async #askJq(program, inputs) {
    const input = renderInputs(inputs);
    if (input.length > BATCH_CHARACTERS && inputs.length > 1) {
      const middle = Math.ceil(inputs.length / 2);
      const first = await this.#askJq(program, inputs.slice(0, middle));
      return [...first, ...await this.#askJq(program, inputs.slice(middle))];
    }
    const message = await this.#thread.ask({ kind: "jq", program: wrap(program), input });
    if (message.kind !== "jq") return this.#fail(inputs, message);
    const { stdout, stderr } = message.answer;
    const outcomes = readLines(stdout);
    const error = stderr.split("\n")[0] || "it stopped without a result";
    return inputs.map((_, index) => outcomes.get(index) ?? { outputs: [], error });
  }
  async #askScript(program, inputs) {
    const message = await this.#thread.ask(askScript(program, inputs));
    return message.kind === "js" ? message.answer.map(readScriptResult) : this.#fail(inputs, message);
  }
  #fail(inputs, none) {
    return inputs.map(() => ({ outputs: [], error: this.#describe(none) }));
  }
  #describe(none) {
    return none.kind === "timeout" ? `it did not end within ${renderDuration(this.#limits.timeLimitMs)}` : `the engine stopped: ${none.reason}`;
  }
  #syntax = {
    isSimple: /* @__PURE__ */ __name((text) => this.#simpleOf(text) !== void 0, "isSimple"),
    compile: /* @__PURE__ */ __name(async (program) => {
      const message = await this.#thread.ask({ kind: "jq", program, input: "" });
      return message.kind === "jq" && message.answer.exitCode === COMPILE_ERROR ? message.answer.stderr : void 0;
    }, "compile")
  };
};
var COMPILE_ERROR = 3;
async function inParts(inputs, ask) {
  const results = [];
  for (let at = 0; at < inputs.length; at += BATCH)
    results.push(...await ask(inputs.slice(at, at + BATCH)));
  return results;
}
__name(inParts, "inParts");
function textOf(program) {
  return typeof program === "string" ? program : program.text;
}
__name(textOf, "textOf");
function wrapOutput(output) {
  return output === void 0 ? void 0 : { outputs: [output] };
}
__name(wrapOutput, "wrapOutput");

export {
  createJq
};
