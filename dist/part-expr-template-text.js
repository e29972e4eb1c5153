import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  external_exports
} from "./part-zod.js";
import {
  __name
} from "./part-shared.js";

// src/expr/program.ts
var Program = class {
  static {
    __name(this, "Program");
  }
  language;
  /** Without the space around it. */
  text;
  /** As it is written, for messages: `${{ .now }}`, or the text itself. */
  source;
  /** Where `text` begins in its scalar. */
  start;
  /** What keeps it from being a program at all, such as an end that is missing. */
  fault;
  /** Of `text`, or of the scalar when that is all that is known; whoever read the file sets it. */
  span;
  constructor({ language = "jq", text, source = text, start = 0, fault }) {
    this.language = language;
    this.text = text;
    this.source = source;
    this.start = start;
    this.fault = fault;
  }
  toString() {
    return this.source;
  }
  toJSON() {
    return this.source;
  }
};
function jqProgram() {
  return external_exports.string().min(1).transform((text) => new Program({ text })).meta({ examples: [".record.value.id"] });
}
__name(jqProgram, "jqProgram");
function jsProgram() {
  return external_exports.string().min(1).transform((text) => new Program({ language: "js", text }));
}
__name(jsProgram, "jsProgram");
var PROGRAMS = /* @__PURE__ */ Symbol("programs");
function holdsPrograms(value) {
  return typeof value === "object" && value !== null && PROGRAMS in value;
}
__name(holdsPrograms, "holdsPrograms");
function listPrograms(value, path = []) {
  if (value instanceof Program) return [{ program: value, path, at: "value" }];
  if (holdsPrograms(value)) return value[PROGRAMS].map((one) => ({ ...one, path: [...path, ...one.path] }));
  if (typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value) ? value.map((one, index) => [index, one]) : Object.entries(value);
  return entries.flatMap(([key, inner]) => listPrograms(inner, [...path, key]));
}
__name(listPrograms, "listPrograms");

// src/expr/jq-tokens.ts
var PIECE = /(?<space>\s+)|(?<comment>#(?:\\(?:\r\n|[\s\S])|[^\n\\])*)|(?<field>\.[A-Za-z_]\w*)|(?<variable>\$(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)|(?<word>@?(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|(?<symbol>[\s\S])/y;
var IN_STRING = /(?<text>(?:\\[^(]|[^"\\])+)|(?<symbol>\\\(|"|[\s\S])/y;
var CLOSES = { ")": ["(", "\\("], "]": ["["], "}": ["{"] };
function* scanJq(text, start = 0) {
  let inside = [];
  for (let at = start; at < text.length; ) {
    const pattern = inside.at(-1) === '"' ? IN_STRING : PIECE;
    pattern.lastIndex = at;
    const groups = Object.entries(pattern.exec(text)?.groups ?? {});
    const [kind, piece = text.slice(at)] = groups.find(([, found]) => found !== void 0) ?? ["symbol"];
    yield { kind, text: piece, start: at, inside };
    if (kind === "symbol") inside = step(inside, piece);
    at += piece.length;
  }
}
__name(scanJq, "scanJq");
function step(inside, symbol) {
  const top = inside.at(-1);
  if (symbol === '"') return top === '"' ? inside.slice(0, -1) : [...inside, symbol];
  if (["(", "[", "{", "\\("].includes(symbol)) return [...inside, symbol];
  return top !== void 0 && CLOSES[symbol]?.includes(top) ? inside.slice(0, -1) : inside;
}
__name(step, "step");

// src/expr/template-text.ts
import { Script } from "node:vm";
var START = /\$?\$\{\{/g;
var JAVASCRIPT = /^\s*js:/;
function isTemplate(text) {
  return text.includes("${{");
}
__name(isTemplate, "isTemplate");
function cutTemplate(text) {
  const parts = [];
  let plain = "";
  let at = 0;
  for (const match of text.matchAll(START)) {
    if (match.index < at) continue;
    plain += text.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0] === "$${{") {
      plain += "${{";
      continue;
    }
    if (plain !== "") parts.push(plain);
    plain = "";
    const end = endOfExpression(text, at);
    parts.push(readExpression(text, { start: match.index, bodyStart: at, end }));
    at = end === void 0 ? text.length : end + 2;
  }
  plain += text.slice(at);
  return plain === "" ? parts : [...parts, plain];
}
__name(cutTemplate, "cutTemplate");
function endOfExpression(text, start) {
  return JAVASCRIPT.test(text.slice(start)) ? endOfJavaScript(text, start) : endOfJq(text, start);
}
__name(endOfExpression, "endOfExpression");
function endOfJq(text, start) {
  for (const token of scanJq(text, start)) {
    const isFree = token.inside.at(-1) !== "{" && !token.inside.includes('"');
    if (token.text === "}" && isFree && text[token.start + 1] === "}") return token.start;
  }
  return void 0;
}
__name(endOfJq, "endOfJq");
function endOfJavaScript(text, start) {
  const bodyStart = text.indexOf(":", start) + 1;
  for (let end = text.indexOf("}}", start); end !== -1; end = text.indexOf("}}", end + 1)) {
    if (scriptError(text.slice(bodyStart, end)) === void 0) return end;
  }
  const first = text.indexOf("}}", start);
  return first === -1 ? void 0 : first;
}
__name(endOfJavaScript, "endOfJavaScript");
function scriptError(text) {
  try {
    new Script(`(
${text}
)`);
    new Script(`[
${text}
]`);
    return void 0;
  } catch (cause) {
    return cause.message;
  }
}
__name(scriptError, "scriptError");
function readExpression(text, { start, bodyStart, end }) {
  const body = text.slice(bodyStart, end);
  const source = text.slice(start, end === void 0 ? void 0 : end + 2);
  const prefix = JAVASCRIPT.exec(body)?.[0] ?? "";
  const language = prefix === "" ? "jq" : "js";
  const program = body.slice(prefix.length);
  const lead = program.length - program.trimStart().length;
  return new Program({
    language,
    text: program.trim(),
    source,
    start: bodyStart + prefix.length + lead,
    fault: faultOf(program, end)
  });
}
__name(readExpression, "readExpression");
function faultOf(program, end) {
  if (end === void 0) return 'an expression without its end "}}"';
  return program.trim() === "" ? "an expression without a program" : void 0;
}
__name(faultOf, "faultOf");

export {
  Program,
  jqProgram,
  jsProgram,
  PROGRAMS,
  holdsPrograms,
  listPrograms,
  scanJq,
  isTemplate,
  cutTemplate,
  scriptError
};
