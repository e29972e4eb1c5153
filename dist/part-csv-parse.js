import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  Template,
  duration,
  findTemplates,
  fixedText,
  freeform,
  input,
  readResult,
  variable
} from "./part-model-service-config.js";
import {
  parseSimple,
  sidesOf
} from "./part-expr-simple-path.js";
import {
  PROGRAMS,
  Program,
  holdsPrograms,
  jqProgram,
  jsProgram,
  listPrograms
} from "./part-expr-template-text.js";
import {
  parseDuration,
  renderDuration,
  roundMs
} from "./part-base-duration.js";
import {
  compileJsonSchema,
  encodeUnframed,
  filesOfFormat,
  formatSpec,
  nameFormat,
  openFormat,
  openReader
} from "./part-msgpack-msgpack.js";
import {
  didYouMean,
  nearest
} from "./part-base-did-you-mean.js";
import {
  CHARSETS,
  randomText
} from "./part-formats-codec-fixed-width.js";
import {
  recordContext,
  viewHeaders
} from "./part-formats-record-view.js";
import {
  readUtf8,
  renderBase64
} from "./part-formats-codec-text.js";
import {
  compact
} from "./part-model-compact.js";
import {
  Latencies,
  placeOf
} from "./part-model-record.js";
import {
  sleep
} from "./part-base-clock.js";
import {
  findJsonFault
} from "./part-formats-avro-parse.js";
import {
  Unfit
} from "./part-formats-codec-unfit.js";
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
  describeError
} from "./part-base-errors.js";
import {
  renderCount
} from "./part-base-count.js";
import {
  __callDispose,
  __name,
  __using
} from "./part-shared.js";

// src/expr/resolve.ts
async function resolve(value, context, jq) {
  const [resolved] = await resolveEach(value, [context], jq);
  return resolved;
}
__name(resolve, "resolve");
async function resolveEach(value, contexts, jq) {
  const results = /* @__PURE__ */ new Map();
  for (const template of listTemplates(value)) {
    if (!results.has(template)) results.set(template, await evaluateTemplate(template, contexts, jq));
  }
  return contexts.map(
    (_, index) => results.size === 0 ? value : replaceTemplates(value, (template) => results.get(template)?.[index])
  );
}
__name(resolveEach, "resolveEach");
function isContainer(value) {
  return typeof value === "object" && value !== null && !holdsPrograms(value) && !(value instanceof Program);
}
__name(isContainer, "isContainer");
function listTemplates(value) {
  if (value instanceof Template) return [value];
  return isContainer(value) ? Object.values(value).flatMap(listTemplates) : [];
}
__name(listTemplates, "listTemplates");
function replaceTemplates(value, resultOf) {
  if (value instanceof Template) return resultOf(value);
  if (!isContainer(value)) return value;
  if (Array.isArray(value)) return value.map((one) => replaceTemplates(one, resultOf));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaceTemplates(inner, resultOf)])
  );
}
__name(replaceTemplates, "replaceTemplates");
async function evaluateTemplate(template, contexts, jq) {
  const columns = [];
  for (const part2 of template.parts)
    columns.push(typeof part2 === "string" ? part2 : await evaluateProgram(part2, contexts, jq));
  const [only] = columns;
  const isAlone = columns.length === 1 && typeof only === "object";
  return contexts.map((_, index) => {
    const value = isAlone ? only[index] ?? null : columns.map((column) => typeof column === "string" ? column : renderText(column[index] ?? null)).join("");
    return checkResult(template, value);
  });
}
__name(evaluateTemplate, "evaluateTemplate");
function renderText(value) {
  return typeof value === "string" ? value : renderJson(value);
}
__name(renderText, "renderText");
async function evaluateProgram(program, contexts, jq) {
  if (program.fault !== void 0) throw failure(program, program.fault);
  const given = contexts.map((context) => typeof context === "function" ? context() : context);
  const outcomes = await jq.evaluate(program, given);
  return given.map((context, index) => soleResult(program, outcomes[index], context));
}
__name(evaluateProgram, "evaluateProgram");
function soleResult(program, outcome, context) {
  const { outputs = [], error } = outcome ?? {};
  const [result] = outputs;
  if (error !== void 0) throw failure(program, error, context);
  if (result === void 0) throw failure(program, "it gave no result", context);
  if (outputs.length > 1) {
    const hint = "write [ ] around it for a list, or first( ) for the first";
    throw failure(program, `it gave ${outputs.length} results, not one`, context, hint);
  }
  return result;
}
__name(soleResult, "soleResult");
function failure(program, why, context, hint) {
  const keys = context && `the context has ${listKeys(context)}`;
  return new RunError("EXPRESSION_FAILED", `the expression "${program.source}" failed: ${why}`, {
    ...program.span ? { span: program.span } : {},
    hint: [hint, keys].filter((one) => one !== void 0).join("; ") || void 0
  });
}
__name(failure, "failure");
function listKeys(context) {
  return Object.entries(context).map(([key, value]) => isJsonObject(value) ? `.${key} ${listInner(value)}` : `.${key}`).join(", ");
}
__name(listKeys, "listKeys");
var MOST_KEYS = 12;
function listInner(value) {
  const keys = Object.keys(value);
  const shown = keys.slice(0, MOST_KEYS).join(", ");
  return `{${shown}${keys.length > MOST_KEYS ? ", …" : ""}}`;
}
__name(listInner, "listInner");
function checkResult(template, value) {
  if (template.schema === void 0) return value;
  const read = readResult(template.schema, value);
  if (read.success) return read.data;
  const program = template.parts.find((part2) => part2 instanceof Program);
  const wanted = [...new Set(read.error.issues.flatMap(describeIssue))].join(" or ");
  throw new RunError(
    "EXPRESSION_FAILED",
    `"${template.source}" gave ${renderJson(value)}, expected ${wanted}`,
    {
      ...program?.span ? { span: program.span } : {}
    }
  );
}
__name(checkResult, "checkResult");
function describeIssue(issue) {
  const at = issue.path.length === 0 ? "" : ` at .${issue.path.map(String).join(".")}`;
  switch (issue.code) {
    case "invalid_union":
      return issue.errors.flatMap((issues) => issues.flatMap(describeIssue)).map((one) => `${one}${at}`);
    case "invalid_type":
      return [`${issue.expected}${at}`];
    case "invalid_value":
      return issue.values.map((allowed) => `${JSON.stringify(allowed)}${at}`);
    default:
      return [`${issue.message.replace(/^(?:Invalid|Too \w+): (?:expected )?/, "")}${at}`];
  }
}
__name(describeIssue, "describeIssue");

// src/checks/date-format.ts
var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
function digits(count2) {
  return count2 === 1 ? "\\d{1,2}" : `\\d{${count2}}`;
}
__name(digits, "digits");
function numberField(part2) {
  return (count2) => ({ text: digits(count2), read: /* @__PURE__ */ __name((text8) => ({ [part2]: Number(text8) }), "read") });
}
__name(numberField, "numberField");
function offsetField(text8) {
  return () => ({ text: text8, read: /* @__PURE__ */ __name((found) => ({ offsetMinutes: readOffset(found) }), "read") });
}
__name(offsetField, "offsetField");
function year(count2) {
  return count2 === 2 ? { text: "\\d{2}", read: /* @__PURE__ */ __name((text8) => ({ year: 2e3 + Number(text8) }), "read") } : { text: "\\d{4}", read: /* @__PURE__ */ __name((text8) => ({ year: Number(text8) }), "read") };
}
__name(year, "year");
var FIELDS = {
  y: year,
  u: year,
  M: /* @__PURE__ */ __name((count2) => count2 < 3 ? numberField("month")(count2) : {
    text: "[A-Za-z]{3,9}",
    read: /* @__PURE__ */ __name((text8) => ({ month: MONTHS.indexOf(text8.slice(0, 3).toLowerCase()) + 1 }), "read")
  }, "M"),
  d: numberField("day"),
  E: /* @__PURE__ */ __name(() => ({ text: "[A-Za-z]{3,9}", read: /* @__PURE__ */ __name(() => ({}), "read") }), "E"),
  H: numberField("hour"),
  h: /* @__PURE__ */ __name((count2) => ({ text: digits(count2), read: /* @__PURE__ */ __name((text8) => ({ hour: Number(text8) % 12 }), "read") }), "h"),
  a: /* @__PURE__ */ __name(() => ({ text: "[AaPp][Mm]", read: /* @__PURE__ */ __name((text8) => ({ isAfternoon: /^p/i.test(text8) }), "read") }), "a"),
  m: numberField("minute"),
  s: numberField("second"),
  S: /* @__PURE__ */ __name((count2) => ({
    text: count2 === 1 ? "\\d{1,9}" : `\\d{${count2}}`,
    read: /* @__PURE__ */ __name((text8) => ({ nanosecond: BigInt(text8.padEnd(9, "0").slice(0, 9)) }), "read")
  }), "S"),
  X: offsetField("Z|[-+]\\d{2}(?::?\\d{2})?"),
  x: offsetField("[-+]\\d{2}(?::?\\d{2})?"),
  Z: offsetField("[-+]\\d{2}:?\\d{2}")
};
function readOffset(text8) {
  const [, sign, hours = "0", minutes = "0"] = /^([-+])(\d{2}):?(\d{2})?$/.exec(text8) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
__name(readOffset, "readOffset");
var PIECE = /'((?:[^']|'')*)'|([A-Za-z])\2*|[[\]]|[\s\S]/g;
function compileDateFormat(pattern) {
  const pieces = Array.from(pattern.matchAll(PIECE), readPiece);
  if (pieces.includes(void 0)) return void 0;
  const expression = compile(
    pieces.map((piece) => typeof piece === "object" ? `(${piece.text})` : piece).join("")
  );
  const fields = pieces.filter((piece) => typeof piece === "object");
  return expression && ((text8) => readParts(fields, expression.exec(text8)));
}
__name(compileDateFormat, "compileDateFormat");
function readPiece([piece, quoted, letter]) {
  if (letter !== void 0) return FIELDS[letter]?.(piece.length);
  if (piece === "[") return "(?:";
  if (piece === "]") return ")?";
  const text8 = quoted === "" ? "'" : quoted?.replaceAll("''", "'") ?? piece;
  return RegExp.escape(text8);
}
__name(readPiece, "readPiece");
function compile(source) {
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return void 0;
  }
}
__name(compile, "compile");
var LEAST = {
  year: 1970,
  month: 1,
  day: 1,
  hour: 0,
  minute: 0,
  second: 0,
  nanosecond: 0n,
  offsetMinutes: 0
};
function readParts(fields, match2) {
  if (!match2) return void 0;
  const read = fields.map(
    (field, index) => match2[index + 1] === void 0 ? {} : field.read(match2[index + 1] ?? "")
  );
  const { isAfternoon = false, ...parts2 } = Object.assign({}, LEAST, ...read);
  return isAfternoon ? { ...parts2, hour: parts2.hour + 12 } : parts2;
}
__name(readParts, "readParts");

// src/checks/date.ts
var NS_PER_MS = 1000000n;
var MS_PER_MINUTE = 6e4;
var ISO = "yyyy-MM-dd[['T'][ ]HH:mm[:ss[.S]][X]]";
var EPOCH_FORMATS = { epochSeconds: 1e3, epochMillis: 1 };
var NOW = /^now(?:\s*([-+])\s*(\S+))?$/;
function isDateFormat(format) {
  return format === "iso" || format in EPOCH_FORMATS || readerOf(format) !== void 0;
}
__name(isDateFormat, "isDateFormat");
function parseDate(value, format = "iso") {
  const unitMs = EPOCH_FORMATS[format];
  if (typeof value === "bigint") return value * BigInt(unitMs ?? 1) * NS_PER_MS;
  if (typeof value === "number") return epochMoment(value * (unitMs ?? 1));
  if (typeof value !== "string") return void 0;
  if (unitMs !== void 0)
    return /^-?\d+(\.\d+)?$/.test(value) ? epochMoment(Number(value) * unitMs) : void 0;
  const parts2 = readerOf(format === "iso" ? ISO : format)?.(value);
  return parts2 && momentOf(parts2);
}
__name(parseDate, "parseDate");
function parseExpectedDate(value, nowMs, format) {
  const [isNow, sign, amount] = typeof value === "string" && NOW.exec(value) || [];
  if (isNow === void 0)
    return (format === void 0 ? void 0 : parseDate(value, format)) ?? parseDate(value);
  const ms = amount === void 0 ? 0 : parseDuration(amount);
  return ms === void 0 ? void 0 : epochMoment(nowMs + (sign === "-" ? -ms : ms));
}
__name(parseExpectedDate, "parseExpectedDate");
function epochMoment(ms) {
  const microseconds = Math.round(ms * 1e3);
  return Number.isFinite(microseconds) ? BigInt(microseconds) * 1000n : void 0;
}
__name(epochMoment, "epochMoment");
var readers = /* @__PURE__ */ new Map();
function readerOf(format) {
  if (!readers.has(format)) readers.set(format, compileDateFormat(format));
  return readers.get(format);
}
__name(readerOf, "readerOf");
function momentOf(parts2) {
  const { year: year2, month, day, hour, minute, second, nanosecond, offsetMinutes } = parts2;
  const date = new Date(Date.UTC(2e3, month - 1, day, hour, minute, second));
  date.setUTCFullYear(year2, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? BigInt(date.getTime() - offsetMinutes * MS_PER_MINUTE) * NS_PER_MS + nanosecond : void 0;
}
__name(momentOf, "momentOf");
function compareDates(actual, expected, { nowMs, format }) {
  const [left = 0n, right = 0n] = [parseDate(actual, format), parseExpectedDate(expected, nowMs, format)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
__name(compareDates, "compareDates");

// src/checks/define-operator.ts
var optionNames = ["ignoreCase", "trim", "tolerance", "format"];
function defineOperator(operator) {
  return { options: [], ...operator };
}
__name(defineOperator, "defineOperator");

// src/checks/after.ts
var after = defineOperator({
  about: "it is after the other moment",
  types: ["date"],
  negation: "beforeOrEqual",
  phrase: "after",
  expects: /* @__PURE__ */ __name(() => "date", "expects"),
  options: ["format"],
  test: /* @__PURE__ */ __name((actual, expected, context) => compareDates(actual, expected, context) > 0, "test")
});

// src/checks/after-or-equal.ts
var afterOrEqual = defineOperator({
  about: "it is after, or the same moment",
  types: ["date"],
  negation: "before",
  phrase: "after or equal",
  expects: /* @__PURE__ */ __name(() => "date", "expects"),
  options: ["format"],
  test: /* @__PURE__ */ __name((actual, expected, context) => compareDates(actual, expected, context) >= 0, "test")
});

// src/checks/before.ts
var before = defineOperator({
  about: "it is before the other moment",
  types: ["date"],
  negation: "afterOrEqual",
  phrase: "before",
  expects: /* @__PURE__ */ __name(() => "date", "expects"),
  options: ["format"],
  test: /* @__PURE__ */ __name((actual, expected, context) => compareDates(actual, expected, context) < 0, "test")
});

// src/checks/before-or-equal.ts
var beforeOrEqual = defineOperator({
  about: "it is before, or the same moment",
  types: ["date"],
  negation: "after",
  phrase: "before or equal",
  expects: /* @__PURE__ */ __name(() => "date", "expects"),
  options: ["format"],
  test: /* @__PURE__ */ __name((actual, expected, context) => compareDates(actual, expected, context) <= 0, "test")
});

// src/checks/match-elements.ts
function matchInOrder(actual, expected, isLike) {
  let next = 0;
  return expected.map((wanted) => {
    const index = actual.findIndex((found, at) => at >= next && isLike(found, wanted));
    if (index === -1) return void 0;
    next = index + 1;
    return index;
  });
}
__name(matchInOrder, "matchInOrder");
function matchAnyOrder(actual, expected, isLike) {
  const pairs = { indexOf: expected.map(() => void 0), takenBy: /* @__PURE__ */ new Map() };
  for (const start2 of expected.keys()) {
    const takers = /* @__PURE__ */ new Map();
    const queue = [start2];
    for (const wanted of queue) {
      const free = actual.findIndex((found, index) => {
        if (takers.has(index) || !isLike(found, expected[wanted] ?? null)) return false;
        takers.set(index, wanted);
        const holder = pairs.takenBy.get(index);
        if (holder !== void 0) queue.push(holder);
        return holder === void 0;
      });
      if (free === -1) continue;
      exchange(pairs, takers, free);
      break;
    }
  }
  return pairs.indexOf;
}
__name(matchAnyOrder, "matchAnyOrder");
function exchange({ indexOf, takenBy }, takers, free) {
  let index = free;
  while (index !== void 0) {
    const taker = takers.get(index);
    if (taker === void 0) return;
    const before2 = indexOf[taker];
    indexOf[taker] = index;
    takenBy.set(index, taker);
    index = before2;
  }
}
__name(exchange, "exchange");

// src/checks/same-value.ts
function isSameValue(actual, expected, how = {}) {
  if (typeof actual === "string" && typeof expected === "string")
    return plainText(actual, how) === plainText(expected, how);
  if (isNumber(actual) && isNumber(expected)) return isNear(actual, expected, how.tolerance ?? 0);
  if (Array.isArray(actual) && Array.isArray(expected)) return isSameList(actual, expected, how);
  if (isJsonObject(actual) && isJsonObject(expected)) return isSameMap(actual, expected, how);
  return actual === expected;
}
__name(isSameValue, "isSameValue");
function isNumber(value) {
  return typeof value === "number" || typeof value === "bigint";
}
__name(isNumber, "isNumber");
function plainText(text8, { ignoreCase, trim }) {
  const trimmed = trim ? text8.trim() : text8;
  return ignoreCase ? trimmed.toLowerCase() : trimmed;
}
__name(plainText, "plainText");
function isNear(a, b, tolerance) {
  if (!(a < b) && !(a > b)) return true;
  if (tolerance === 0) return false;
  if (typeof a === "bigint" && typeof b === "bigint") return Number(a > b ? a - b : b - a) <= tolerance;
  const [x, y] = [Number(a), Number(b)];
  return Math.abs(x - y) <= tolerance + Number.EPSILON * Math.max(Math.abs(x), Math.abs(y));
}
__name(isNear, "isNear");
function isSameList(actual, expected, how) {
  if (how.partial ? actual.length < expected.length : actual.length !== expected.length) return false;
  if (how.unordered || how.partial)
    return matchElements(actual, expected, how).every((index) => index !== void 0);
  return actual.every((one, index) => isSameValue(one, expected[index] ?? null, how));
}
__name(isSameList, "isSameList");
function isSameMap(actual, expected, how) {
  const keys = Object.keys(expected);
  if (!how.partial && keys.length !== Object.keys(actual).length) return false;
  return keys.every(
    (key) => Object.hasOwn(actual, key) && isSameValue(actual[key] ?? null, expected[key] ?? null, how)
  );
}
__name(isSameMap, "isSameMap");
function matchElements(actual, expected, how) {
  const match2 = how.unordered ? matchAnyOrder : matchInOrder;
  return match2(actual, expected, (found, wanted) => isSameValue(found, wanted, how));
}
__name(matchElements, "matchElements");

// src/checks/close-to.ts
var closeTo = defineOperator({
  about: "it is no further away than `tolerance`",
  types: ["number"],
  negation: true,
  phrase: "close to",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  options: ["tolerance"],
  faultOf: /* @__PURE__ */ __name((_expected, { tolerance }) => tolerance === void 0 ? 'closeTo needs a "tolerance" beside it' : void 0, "faultOf"),
  test: /* @__PURE__ */ __name((actual, expected, { tolerance = 0 }) => isNear(actual, expected, tolerance), "test")
});

// src/checks/difference.ts
var MOST = 100;
function findDifferences(actual, expected, how = {}) {
  return [...walk(actual, expected, { how, path: "" })].slice(0, MOST);
}
__name(findDifferences, "findDifferences");
function* walk(actual, expected, { how, path }) {
  if (isSameValue(actual, expected, how)) return;
  if (Array.isArray(actual) && Array.isArray(expected)) yield* walkLists(actual, expected, { how, path });
  else if (isJsonObject(actual) && isJsonObject(expected)) yield* walkMaps(actual, expected, { how, path });
  else yield { path: path === "" ? "." : path, expected, actual };
}
__name(walk, "walk");
function* walkMaps(actual, expected, { how, path }) {
  for (const [key, wanted] of Object.entries(expected)) {
    const at = path + keyStep(key, path);
    if (!Object.hasOwn(actual, key)) yield { path: at, expected: wanted };
    else yield* walk(actual[key] ?? null, wanted, { how, path: at });
  }
  if (how.partial) return;
  for (const [key, found] of Object.entries(actual)) {
    if (!Object.hasOwn(expected, key)) yield { path: path + keyStep(key, path), actual: found };
  }
}
__name(walkMaps, "walkMaps");
function* walkLists(actual, expected, { how, path }) {
  const root = path === "" ? "." : path;
  if (how.unordered || how.partial) return yield* walkBags(actual, expected, { how, path: root });
  for (let index = 0; index < Math.max(actual.length, expected.length); index++) {
    const at = `${root}[${index}]`;
    const [found, wanted] = [actual[index], expected[index]];
    if (found !== void 0 && wanted !== void 0) yield* walk(found, wanted, { how, path: at });
    else yield { path: at, ...sides(found, wanted) };
  }
}
__name(walkLists, "walkLists");
function* walkBags(actual, expected, { how, path }) {
  const matched = matchElements(actual, expected, how);
  for (const [index, wanted] of expected.entries())
    if (matched[index] === void 0) yield { path: `${path}[${index}]`, expected: wanted };
  if (how.partial) return;
  const taken = new Set(matched);
  for (const [index, found] of actual.entries())
    if (!taken.has(index)) yield { path: `${path}[${index}]`, actual: found };
}
__name(walkBags, "walkBags");
function sides(actual, expected) {
  return { ...expected === void 0 ? {} : { expected }, ...actual === void 0 ? {} : { actual } };
}
__name(sides, "sides");
function keyStep(key, path) {
  if (/^[A-Za-z_]\w*$/.test(key)) return `.${key}`;
  return `${path === "" ? "." : ""}[${JSON.stringify(key)}]`;
}
__name(keyStep, "keyStep");

// src/checks/contains.ts
var IN_PART = { partial: true, unordered: true };
var contains = defineOperator({
  about: "the text has the other in it; the list has such an element; the map has all entries of the other, whose maps and lists may have more",
  types: ["string", "list", "map"],
  negation: true,
  phrase: "to contain",
  expects: /* @__PURE__ */ __name((type) => type === "list" ? "any" : type, "expects"),
  options: ["ignoreCase", "trim", "tolerance"],
  test(actual, expected, how) {
    if (typeof actual === "string") return plainText(actual, how).includes(plainText(String(expected), how));
    if (Array.isArray(actual)) return actual.some((one) => isSameValue(one, expected, how));
    return isSameValue(actual, expected, { ...how, ...IN_PART });
  },
  differences: /* @__PURE__ */ __name((actual, expected, how) => isJsonObject(actual) ? findDifferences(actual, expected, { ...how, ...IN_PART }) : [], "differences")
});

// src/checks/ends-with.ts
var endsWith = defineOperator({
  about: "it ends with the other text",
  types: ["string"],
  negation: true,
  phrase: "to end with",
  expects: /* @__PURE__ */ __name(() => "string", "expects"),
  options: ["ignoreCase", "trim"],
  test: /* @__PURE__ */ __name((actual, expected, how) => plainText(actual, how).endsWith(plainText(expected, how)), "test")
});

// src/checks/equals.ts
var equals = defineOperator({
  about: "both are the same, structured ones in full; dates when they are the same moment; the order of a map's keys does not matter",
  types: ["string", "number", "list", "map", "boolean", "date", "any"],
  typeFrom: "expected",
  negation: true,
  phrase: "",
  expects: /* @__PURE__ */ __name((type) => type, "expects"),
  options: ["ignoreCase", "trim", "tolerance", "format"],
  test: /* @__PURE__ */ __name((actual, expected, context) => context.type === "date" ? parseDate(actual, context.format) === parseExpectedDate(expected, context.nowMs, context.format) : isSameValue(actual, expected, context), "test"),
  differences: findDifferences
});

// src/checks/exists.ts
var exists = defineOperator({
  about: "the path leads to something, be it null; with a condition: an element of the list meets it",
  types: ["any", "list"],
  negation: true,
  phrase: "to exist",
  isFlag: true,
  takesNothing: true,
  expects: /* @__PURE__ */ __name((type) => type === "any" ? "boolean" : "any", "expects"),
  beforehand: "condition",
  test: /* @__PURE__ */ __name((actual, _expected, { known }) => known ? known.includes(true) : actual !== void 0, "test")
});

// src/checks/for-all.ts
var forAll = defineOperator({
  about: "every element meets the condition; an empty list has none that does not",
  types: ["list"],
  negation: true,
  phrase: "that for all elements",
  expects: /* @__PURE__ */ __name(() => "any", "expects"),
  beforehand: "condition",
  test: /* @__PURE__ */ __name((_list, _condition, { known = [] }) => !known.includes(false), "test")
});

// src/checks/greater-or-equal.ts
var greaterOrEqual = defineOperator({
  about: "it is greater or equal",
  types: ["number"],
  negation: "lessThan",
  phrase: "greater or equal",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  test: /* @__PURE__ */ __name((actual, expected) => actual >= expected, "test")
});

// src/checks/greater-than.ts
var greaterThan = defineOperator({
  about: "it is greater, however large both are",
  types: ["number"],
  negation: "lessOrEqual",
  phrase: "greater than",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  test: /* @__PURE__ */ __name((actual, expected) => actual > expected, "test")
});

// src/checks/has-key.ts
var hasKey = defineOperator({
  about: "it has the key, be its value null",
  types: ["map"],
  negation: true,
  phrase: "to have the key",
  expects: /* @__PURE__ */ __name(() => "string", "expects"),
  options: ["ignoreCase", "trim"],
  test: /* @__PURE__ */ __name((actual, key, how) => Object.keys(actual).some((one) => plainText(one, how) === plainText(key, how)), "test")
});

// src/checks/has-length.ts
var hasLength = defineOperator({
  about: "it has so many characters (as Unicode counts them), or elements",
  types: ["string", "list"],
  negation: true,
  phrase: "to have the length",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  options: ["trim"],
  faultOf: /* @__PURE__ */ __name((length) => Number.isInteger(length) && Number(length) >= 0 ? void 0 : "a length is a whole number from 0 on", "faultOf"),
  test: /* @__PURE__ */ __name((actual, length, { trim }) => (typeof actual === "string" ? [...trim ? actual.trim() : actual] : actual).length === length, "test")
});

// src/checks/has-value.ts
var hasValue = defineOperator({
  about: "one of its keys has the value",
  types: ["map"],
  negation: true,
  phrase: "to have the value",
  expects: /* @__PURE__ */ __name(() => "any", "expects"),
  options: ["ignoreCase", "trim", "tolerance"],
  test: /* @__PURE__ */ __name((actual, expected, how) => Object.values(actual).some((one) => isSameValue(one, expected, how)), "test")
});

// src/checks/is-false.ts
var isFalse = defineOperator({
  about: "it is `false`",
  types: ["boolean"],
  negation: "isTrue",
  phrase: "false",
  isFlag: true,
  expects: /* @__PURE__ */ __name(() => "boolean", "expects"),
  faultOf: /* @__PURE__ */ __name((expected) => expected === true ? void 0 : "isFalse takes true only; the opposite is isTrue", "faultOf"),
  test: /* @__PURE__ */ __name((actual) => actual === false, "test")
});

// src/checks/is-null.ts
var isNull = defineOperator({
  about: "it is null, or there is nothing; `isNull: false` is the negation",
  types: ["any", "string", "number", "date", "list", "map", "boolean"],
  negation: true,
  phrase: "null",
  isFlag: true,
  takesNothing: true,
  expects: /* @__PURE__ */ __name(() => "boolean", "expects"),
  test: /* @__PURE__ */ __name((actual) => (actual ?? null) === null, "test")
});

// src/checks/is-true.ts
var isTrue = defineOperator({
  about: "it is `true`",
  types: ["boolean"],
  negation: "isFalse",
  phrase: "true",
  isFlag: true,
  expects: /* @__PURE__ */ __name(() => "boolean", "expects"),
  faultOf: /* @__PURE__ */ __name((expected) => expected === true ? void 0 : "isTrue takes true only; the opposite is isFalse", "faultOf"),
  test: /* @__PURE__ */ __name((actual) => actual === true, "test")
});

// src/checks/less-or-equal.ts
var lessOrEqual = defineOperator({
  about: "it is less or equal",
  types: ["number"],
  negation: "greaterThan",
  phrase: "less or equal",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  test: /* @__PURE__ */ __name((actual, expected) => actual <= expected, "test")
});

// src/checks/less-than.ts
var lessThan = defineOperator({
  about: "it is less",
  types: ["number"],
  negation: "greaterOrEqual",
  phrase: "less than",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  test: /* @__PURE__ */ __name((actual, expected) => actual < expected, "test")
});

// src/checks/matches.ts
var matches = defineOperator({
  about: "the regular expression of JavaScript, with the `u` flag, occurs in it",
  types: ["string"],
  negation: true,
  phrase: "to match",
  expects: /* @__PURE__ */ __name(() => "string", "expects"),
  options: ["ignoreCase", "trim"],
  beforehand: "search",
  faultOf(pattern, options2) {
    try {
      new RegExp(String(pattern), patternFlags(options2));
      return void 0;
    } catch (cause) {
      return describeError(cause);
    }
  },
  test: /* @__PURE__ */ __name((_text, _pattern, { known = [] }) => known[0] === true, "test")
});
function patternFlags({ ignoreCase }) {
  return ignoreCase ? "iu" : "u";
}
__name(patternFlags, "patternFlags");

// src/checks/same-elements.ts
var sameElements = defineOperator({
  about: "it has the same elements, as often, in any order",
  types: ["list"],
  negation: true,
  phrase: "the same elements as",
  expects: /* @__PURE__ */ __name(() => "list", "expects"),
  options: ["ignoreCase", "trim", "tolerance"],
  test: /* @__PURE__ */ __name((actual, expected, how) => isSameValue(actual, expected, { ...how, unordered: true }), "test"),
  differences: /* @__PURE__ */ __name((actual, expected, how) => findDifferences(actual, expected, { ...how, unordered: true }), "differences")
});

// src/checks/starts-with.ts
var startsWith = defineOperator({
  about: "it starts with the other text",
  types: ["string"],
  negation: true,
  phrase: "to start with",
  expects: /* @__PURE__ */ __name(() => "string", "expects"),
  options: ["ignoreCase", "trim"],
  test: /* @__PURE__ */ __name((actual, expected, how) => plainText(actual, how).startsWith(plainText(expected, how)), "test")
});

// src/checks/subset.ts
var subset = defineOperator({
  about: "every element is one of the other list",
  types: ["list"],
  negation: true,
  phrase: "a subset of",
  expects: /* @__PURE__ */ __name(() => "list", "expects"),
  options: ["ignoreCase", "trim", "tolerance"],
  test: /* @__PURE__ */ __name((actual, expected, how) => actual.every((one) => expected.some((allowed) => isSameValue(one, allowed, how))), "test")
});

// src/checks/index.ts
var operators = {
  equals,
  isNull,
  exists,
  contains,
  matches,
  startsWith,
  endsWith,
  hasLength,
  greaterThan,
  greaterOrEqual,
  lessThan,
  lessOrEqual,
  closeTo,
  before,
  beforeOrEqual,
  after,
  afterOrEqual,
  forAll,
  sameElements,
  subset,
  hasKey,
  hasValue,
  isTrue,
  isFalse
};
var operatorNames = Object.keys(operators);

// src/checks/value-type.ts
var checkTypes = ["string", "number", "date", "list", "map", "boolean", "any"];
function typeOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "bigint") return "number";
  return typeof value === "object" ? "map" : typeof value;
}
__name(typeOf, "typeOf");
function isOfType(value, type, format) {
  if (type === "any") return true;
  return type === "date" ? parseDate(value, format) !== void 0 : typeOf(value) === type;
}
__name(isOfType, "isOfType");

// src/tasks/condition/choose-form.ts
function chooseForm(title, forms, choose) {
  const union = external_exports.union(forms).meta({ title });
  const tryAll = union._zod.run;
  const parse2 = /* @__PURE__ */ __name((payload, context) => (choose(payload.value)?._zod.run ?? tryAll)(payload, context), "parse");
  union._zod.parse = parse2;
  union._zod.run = parse2;
  return union;
}
__name(chooseForm, "chooseForm");

// src/checks/check-fault.ts
function findCheckFault(check, isKnown) {
  return faultOfUse(check) ?? faultOfOptions(check) ?? (isKnown ? faultOfExpected(check) : void 0);
}
__name(findCheckFault, "findCheckFault");
function faultOfUse({ operator: name3, type, not: not2 }) {
  const { types, negation } = operators[name3];
  if (type !== void 0 && !types.includes(type)) {
    const others = operatorNames.filter(
      (one) => operators[one].types.includes(type)
    );
    return {
      key: "operator",
      message: `"${name3}" is no operator for the type ${type}`,
      hint: `${type} has ${others.join(", ")}`
    };
  }
  if (not2 && negation !== true)
    return { key: "not", message: `"${name3}" cannot be turned round`, hint: `write "${negation}" instead` };
  return void 0;
}
__name(faultOfUse, "faultOfUse");
function faultOfOptions(check) {
  const { options: options2 } = operators[check.operator];
  const useless = optionNames.find((name3) => check[name3] !== void 0 && !options2.includes(name3));
  if (useless !== void 0)
    return {
      key: useless,
      message: `"${useless}" means nothing to "${check.operator}"`,
      hint: options2.length > 0 ? `it knows ${options2.join(", ")}` : "it knows no options"
    };
  if (check.format === void 0 || isDateFormat(check.format)) return void 0;
  const hint = "write iso, epochMillis, epochSeconds, or a pattern such as dd.MM.yyyy HH:mm:ss";
  return { key: "format", message: `"${check.format}" is no format of dates`, hint };
}
__name(faultOfOptions, "faultOfOptions");
function faultOfExpected(check) {
  const { operator: name3, expected } = check;
  const operator = operators[name3];
  if (expected === void 0)
    return operator.isFlag ? void 0 : { key: "operator", message: `"${name3}" without anything to compare with`, hint: 'add "expected: …"' };
  if (name3 === "equals" && expected === null) return void 0;
  const wanted = wantedTypes(operator, check);
  if (!wanted.some((type) => isExpected(type, expected, check.format)))
    return {
      key: "expected",
      message: `"${name3}" needs ${wanted.map((type) => `a ${type}`).join(" or ")} to compare with, got ${typeOf(expected)}`
    };
  const fault = operator.faultOf?.(expected, check);
  return fault === void 0 ? void 0 : { key: "expected", message: fault };
}
__name(faultOfExpected, "faultOfExpected");
function wantedTypes({ types, expects }, { type, format }) {
  if (type !== void 0) return [expects(type)];
  if (format !== void 0 && types.includes("date")) return [expects("date")];
  return [...new Set(types.map(expects))];
}
__name(wantedTypes, "wantedTypes");
function isExpected(type, expected, format) {
  return type === "date" ? parseExpectedDate(expected, 0, format) !== void 0 : isOfType(expected, type);
}
__name(isExpected, "isExpected");

// src/model/schema-fault.ts
var TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];
var HOLD_SCHEMAS = /* @__PURE__ */ new Set([
  ...["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "items", "prefixItems", "additionalItems"],
  ...["contains", "propertyNames", "additionalProperties", "unevaluatedItems", "unevaluatedProperties"]
]);
var HOLD_MAPS = /* @__PURE__ */ new Set([
  ...["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"]
]);
function findSchemaFault(schema) {
  for (const { schema: one, path } of schemasIn(schema)) {
    const { type = [] } = one;
    const isList = Array.isArray(type);
    for (const [index, name3] of (isList ? type : [type]).entries()) {
      if (TYPES.includes(name3)) continue;
      const hint = typeof name3 === "string" ? didYouMean(name3, TYPES) : void 0;
      return {
        path: [...path, "type", ...isList ? [index] : []],
        message: `${JSON.stringify(name3)} is no type of JSON Schema`,
        hint: hint ?? `the types are ${TYPES.join(", ")}`
      };
    }
  }
  return void 0;
}
__name(findSchemaFault, "findSchemaFault");
function* schemasIn(schema, path = []) {
  if (Array.isArray(schema))
    for (const [index, one] of schema.entries()) yield* schemasIn(one, [...path, index]);
  if (!isJsonObject(schema)) return;
  yield { schema, path };
  for (const [keyword, value] of Object.entries(schema)) {
    if (HOLD_SCHEMAS.has(keyword)) yield* schemasIn(value, [...path, keyword]);
    if (!HOLD_MAPS.has(keyword) || !isJsonObject(value)) continue;
    for (const [name3, one] of Object.entries(value))
      if (isJsonObject(one)) yield* schemasIn(one, [...path, keyword, name3]);
  }
}
__name(schemasIn, "schemasIn");

// src/tasks/condition/list-files.ts
function listFiles(value, path = []) {
  if (typeof value !== "object" || value === null) return [];
  if (holdsPrograms(value)) {
    const { files = [] } = value;
    return files.map((one) => ({ ...one, path: [...path, ...one.path] }));
  }
  const entries = Array.isArray(value) ? value.map((one, index) => [index, one]) : Object.entries(value);
  return entries.flatMap(([key, inner]) => listFiles(inner, [...path, key]));
}
__name(listFiles, "listFiles");

// src/tasks/condition/read-schema.ts
import { posix } from "node:path";

// src/model/named-file.ts
async function findFaultInJson(file, read) {
  const text8 = await read(file);
  const fault = findJsonFault(text8);
  return fault && { file, text: text8, message: `no JSON: ${fault.message}`, at: fault.offset };
}
__name(findFaultInJson, "findFaultInJson");

// src/tasks/condition/read-schema.ts
async function readSchema(file, readFile4) {
  const directory = posix.dirname(file);
  const schema = await readJson(file, readFile4);
  const found = /* @__PURE__ */ new Map();
  const queue = filesOf(schema).map((name3) => posix.normalize(name3));
  for (const name3 of queue) {
    if (found.has(name3)) continue;
    const referred = await readJson(posix.join(directory, name3), readFile4);
    found.set(name3, referred);
    queue.push(...filesOf(referred).map((next) => posix.join(posix.dirname(name3), next)));
  }
  return { schema, references: Array.from(found, ([name3, referred]) => ({ name: name3, schema: referred })) };
}
__name(readSchema, "readSchema");
async function findFaultInSchema(file, read, seen = /* @__PURE__ */ new Set([file])) {
  const fault = await findFaultInJson(file, read);
  if (fault) return fault;
  const text8 = await read(file);
  const schema = parseJson(text8);
  const nonsense = findSchemaFault(schema);
  if (nonsense) return { file, text: text8, message: nonsense.message, hint: nonsense.hint, at: nonsense.path };
  for (const { schema: one, path } of schemasIn(schema)) {
    for (const name3 of filesOf({ $ref: one.$ref ?? null })) {
      const next = posix.join(posix.dirname(file), name3);
      if (seen.has(next)) continue;
      seen.add(next);
      if (!await isThere(next, read))
        return { file, text: text8, message: `"${next}" cannot be read`, at: [...path, "$ref"] };
      const inner = await findFaultInSchema(next, read, seen);
      if (inner) return inner;
    }
  }
  return void 0;
}
__name(findFaultInSchema, "findFaultInSchema");
function isThere(file, read) {
  return read(file).then(
    () => true,
    () => false
  );
}
__name(isThere, "isThere");
async function readJson(file, readFile4) {
  const text8 = await readFile4(file);
  try {
    return parseJson(text8);
  } catch (cause) {
    throw new RunError("FILE_NOT_READABLE", `"${file}" is no JSON: ${describeError(cause)}`, { cause });
  }
}
__name(readJson, "readJson");
var URI = /^[a-z][a-z0-9+.-]*:/i;
function filesOf(schema) {
  if (Array.isArray(schema)) return schema.flatMap(filesOf);
  if (!isJsonObject(schema)) return [];
  const [file = ""] = typeof schema.$ref === "string" ? schema.$ref.split("#") : [];
  const own = file === "" || URI.test(file) ? [] : [file];
  return [...own, ...Object.values(schema).flatMap(filesOf)];
}
__name(filesOf, "filesOf");

// src/tasks/condition/written-text.ts
var PLAIN = /^[A-Za-z_.][\w.:/@-]*(?: [\w.:/@-]+)*$/;
var LOOKS_LIKE_ANOTHER_TYPE = /^(?:true|false|null|~|\.inf|\.nan)$/i;
function writtenText(value) {
  if (value === void 0) return "";
  if (typeof value === "string")
    return PLAIN.test(value) && !LOOKS_LIKE_ANOTHER_TYPE.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writtenText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Template || value instanceof Program) return value.source;
  if (holdsPrograms(value) && "name" in value) return String(value.name);
  const entries = Object.entries(value).map(([key, inner]) => `${writtenText(key)}: ${writtenText(inner)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
__name(writtenText, "writtenText");

// src/tasks/condition/normalize.ts
function create(name3, test, programs, files = []) {
  return { name: name3, ...test, files, [PROGRAMS]: programs };
}
__name(create, "create");
function normalizePredicate(program) {
  return create(program.source, { test: "predicate", program }, listPrograms(program));
}
__name(normalizePredicate, "normalizePredicate");
function normalizeAny(test, conditions, name3) {
  const given = name3 ?? `${test} of ${conditions.map((one) => one.name).join(", ")}`;
  return create(given, { test, conditions }, listPrograms(conditions, [test]), listFiles(conditions, [test]));
}
__name(normalizeAny, "normalizeAny");
function normalizeNot({
  name: name3,
  not: not2
}) {
  return create(
    name3 ?? `not ${not2.name}`,
    { test: "not", condition: not2 },
    listPrograms(not2, ["not"]),
    listFiles(not2, ["not"])
  );
}
__name(normalizeNot, "normalizeNot");
function normalizeSchema({
  name: name3,
  schema,
  jq
}, context) {
  const fault = typeof schema === "string" ? void 0 : findSchemaFault(schema);
  if (fault) report(context, { ...fault, path: ["schema", ...fault.path] });
  const about = jq ? `${jq.source} ` : "";
  const by = typeof schema === "string" ? schema : String(schema.title ?? schema.$id ?? "given here");
  return create(
    name3 ?? `${about}schema ${by}`,
    { test: "schema", program: jq, schema },
    listPrograms(jq ?? [], ["jq"]),
    typeof schema === "string" ? [{ file: schema, path: ["schema"], check: /* @__PURE__ */ __name((read) => findFaultInSchema(schema, read), "check") }] : []
  );
}
__name(normalizeSchema, "normalizeSchema");
var OPTIONS = ["type", "not", ...optionNames];
function optionsOf(written) {
  const entries = Object.entries(written).filter(([key]) => OPTIONS.includes(key));
  return Object.fromEntries(entries);
}
__name(optionsOf, "optionsOf");
function normalizeFull(written, context) {
  const { jq, js, name: name3 } = written;
  const program = jq ?? js ?? new Program({ text: "." });
  if (jq === void 0 === (js === void 0)) {
    const message = jq ? 'both "jq" and "js"' : "a condition without a left side";
    const hint = jq ? "write one of them" : EXAMPLE;
    report(context, { path: jq ? ["js"] : [], message, hint, at: "key" });
  }
  const side = { program, path: [jq ? "jq" : "js"], at: "value" };
  const { expected } = written;
  if (written.operator === void 0 && expected === void 0)
    return normalizeBare(written, { context, side });
  const operator = written.operator ?? "equals";
  const check = createCheck(operator, expected, optionsOf(written));
  reportFault(check, { context, pathOf: /* @__PURE__ */ __name((key) => [key], "pathOf") });
  const operands = listPrograms(expected, ["expected"]);
  const words = [program.source, check.not ? "not" : "", operator, writtenText(expected)];
  return create(
    name3 ?? words.filter((word) => word !== "").join(" "),
    { test: "operators", program, operators: [check] },
    [side, ...operands],
    listFiles(expected, ["expected"])
  );
}
__name(normalizeFull, "normalizeFull");
function normalizeBare(written, { context, side }) {
  const useless = OPTIONS.find((key) => key !== "not" && written[key] !== void 0);
  if (useless !== void 0)
    report(context, {
      path: [useless],
      message: `"${useless}" without an operator`,
      hint: 'add "operator: …"'
    });
  const { program } = side;
  const predicate2 = create(written.name ?? program.source, { test: "predicate", program }, [side]);
  if (!written.not) return predicate2;
  return create(written.name ?? `not ${program.source}`, { test: "not", condition: predicate2 }, [side]);
}
__name(normalizeBare, "normalizeBare");
function normalizePath(written, context) {
  const path = pathOf(written, context);
  const program = new Program({ text: path ?? "." });
  if (path === void 0) return normalizePredicate(program);
  const right = written[path];
  const isMap = isOperatorMap(right);
  const outer = optionsOf(written);
  const inner = isMap ? optionsOf(right) : {};
  const given = isMap ? operatorNames.filter((one) => right[one] !== void 0).map((one) => [one, right[one]]) : [["equals", right]];
  if (given.length === 0)
    report(context, {
      path: [path],
      message: "a map without an operator",
      hint: "write { equals: … } for a map"
    });
  const checks = given.map(([operator, expected]) => createCheck(operator, expected, { ...outer, ...inner }));
  for (const check of checks)
    reportFault(check, {
      context,
      pathOf: /* @__PURE__ */ __name((key) => {
        if (key === "expected" || key === "operator") return isMap ? [path, check.operator] : [path];
        return key in inner ? [path, key] : [key];
      }, "pathOf")
    });
  return create(
    written.name ?? `${path}: ${writtenText(right)}`,
    // of the schema
    { test: "operators", program, operators: checks },
    [{ program, path: [path], at: "key" }, ...listPrograms(right, [path])],
    listFiles(right, [path])
  );
}
__name(normalizePath, "normalizePath");
function isOperatorMap(right) {
  return typeof right === "object" && right !== null && Object.getPrototypeOf(right) === Object.prototype;
}
__name(isOperatorMap, "isOperatorMap");
function pathOf(written, context) {
  const keys = Object.keys(written).filter(
    (key) => key !== "name" && !OPTIONS.includes(key)
  );
  const paths = keys.filter((key) => key.startsWith("."));
  const unknown = keys.filter((key) => !key.startsWith("."));
  for (const key of unknown) reportUnknown(key, context);
  if (unknown.length > 0 || paths.length === 1) return paths[0];
  const message = paths.length === 0 ? "a condition without a path" : `a condition with ${paths.length} paths`;
  report(context, { path: paths.slice(1, 2), message, hint: EXAMPLE, at: "key" });
  return paths[0];
}
__name(pathOf, "pathOf");
var EXAMPLE = 'write one jq path a condition, such as ".record.value.id: 42"';
var FORMS = ["name", "jq", "js", "operator", "expected", "any", "all", "schema", ...OPTIONS];
function reportUnknown(key, context) {
  const hint = didYouMean(key, FORMS) ?? 'a path begins with a dot, such as ".record.value.id: 42"';
  report(context, {
    path: [key],
    message: `unknown key "${key}"`,
    hint,
    code: "SCHEMA_UNKNOWN_KEY",
    at: "key"
  });
}
__name(reportUnknown, "reportUnknown");
function createCheck(operator, expected, options2) {
  const { beforehand } = operators[operator];
  const isCondition = beforehand === "condition" && typeof expected === "object";
  return isCondition ? { operator, ...options2, condition: expected } : { operator, ...options2, ...expected === void 0 ? {} : { expected } };
}
__name(createCheck, "createCheck");
function reportFault(check, { context, pathOf: at }) {
  const isKnown = check.condition === void 0 && listPrograms(check.expected).length === 0;
  const fault = findCheckFault(check, isKnown);
  if (!fault) return;
  const { key, message, hint } = fault;
  const isValue = key === "expected" || key === "operator" || key === "type" || key === "format";
  report(context, { path: at(key), message, hint, at: isValue ? "value" : "key" });
}
__name(reportFault, "reportFault");
function report(context, { path, message, ...params }) {
  if (context.issues.some(({ code }) => code !== "custom")) return;
  context.issues.push({ code: "custom", path: [...path], message, params, input: void 0 });
}
__name(report, "report");

// src/tasks/condition/condition.ts
var name = fixedText().optional().describe("shown in reports; default its source text");
var options = {
  type: external_exports.enum(checkTypes).optional().describe("the type that both sides must have; default that of the expected value"),
  not: external_exports.boolean().optional().describe("turns the operator round; default false"),
  ignoreCase: external_exports.boolean().optional().describe("upper and lower case are the same, at any depth; default false"),
  trim: external_exports.boolean().optional().describe("white space around texts is nothing; default false"),
  tolerance: external_exports.number().min(0).optional().describe("how far apart numbers may be; default 0"),
  format: external_exports.string().min(1).optional().describe(
    "of dates on the left side: iso, epochMillis, epochSeconds, or a pattern such as dd.MM.yyyy HH:mm"
  )
};
var condition = external_exports.lazy(() => anyForm);
var conditionList = external_exports.array(condition);
var predicate = jqProgram().meta({ description: "a jq predicate: every output must be true", examples: [".record.value.total > 10"] }).transform(normalizePredicate);
function rightSide(operator) {
  const { isFlag, beforehand } = operators[operator];
  if (beforehand === "condition") return isFlag ? external_exports.union([external_exports.boolean(), condition]) : condition;
  return isFlag ? input(external_exports.boolean()) : freeform();
}
__name(rightSide, "rightSide");
function aboutOf(operator) {
  const { about, types } = operators[operator];
  return `of ${types.join(", ")}: holds when ${about}`;
}
__name(aboutOf, "aboutOf");
var ofElements = ["exists", "forAll"];
function inFull(operator, expected, example) {
  return external_exports.strictObject({
    name,
    jq: jqProgram().optional().describe("the left side"),
    js: jsProgram().optional().describe("the left side, as a JavaScript expression"),
    operator,
    expected: expected.optional().describe("the right side"),
    ...options
  }).meta({ description: "a check in full", examples: [example] }).transform(normalizeFull);
}
__name(inFull, "inFull");
var full = inFull(
  external_exports.enum(operatorNames).optional().describe("default equals; without a right side either: is true"),
  freeform(),
  { jq: ".record.value.total", operator: "greaterThan", expected: 10 }
);
var fullOfElements = inFull(
  external_exports.enum(ofElements).describe("with a condition on the elements of a list"),
  rightSide("exists"),
  { jq: ".record.value.items", operator: "forAll", expected: ".price > 0" }
);
var operatorMap = external_exports.strictObject({
  ...Object.fromEntries(
    operatorNames.map((one) => [one, rightSide(one).optional().describe(aboutOf(one))])
  ),
  ...options
}).describe("one operator or several, all of which must hold");
var equalValue = external_exports.union([
  external_exports.string(),
  external_exports.number(),
  external_exports.bigint().meta({ type: "integer" }),
  external_exports.boolean(),
  external_exports.null(),
  external_exports.array(external_exports.unknown())
]).transform(findTemplates);
var rightOfPath = chooseForm(
  "Right side",
  [equalValue, operatorMap],
  (value) => isJsonObject(value) ? operatorMap : void 0
);
var byPath = external_exports.object({ name, ...options }).catchall(rightOfPath).meta({
  description: "one jq path: equality with a value, or a map of operators",
  examples: [{ ".record.value.PLANTYPE": "Free" }, { ".record.value.total": { greaterThan: 10 } }]
}).transform(normalizePath);
var list = external_exports.array(condition).min(1);
var any = external_exports.strictObject({ name, any: list.describe("conditions, of which at least one must hold") }).meta({ description: "at least one holds", examples: [{ any: [".record.value.a", ".record.value.b"] }] }).transform(({ any: conditions, name: given }) => normalizeAny("any", conditions, given));
var all = external_exports.strictObject({ name, all: list.describe("conditions, all of which must hold") }).meta({ description: "all hold", examples: [{ all: [".record.value.a", ".record.value.b"] }] }).transform(({ all: conditions, name: given }) => normalizeAny("all", conditions, given));
var not = external_exports.strictObject({ name, not: condition.describe("a condition that must not hold") }).meta({ description: "does not hold", examples: [{ not: { ".record.value.plan": "Free" } }] }).transform(normalizeNot);
var bySchema = external_exports.strictObject({
  name,
  schema: external_exports.union([external_exports.string().min(1), external_exports.record(external_exports.string(), external_exports.custom())]).describe("a file with a JSON Schema, or the schema itself"),
  jq: jqProgram().optional().describe("what must be valid; default the value of the record, the body of the response, the row")
}).meta({
  description: "it is valid by a JSON Schema",
  examples: [{ schema: "order.json" }, { schema: { required: ["id"] }, jq: ".record.value.order" }]
}).transform(normalizeSchema);
var anyForm = chooseForm(
  "Condition",
  [predicate, byPath, full, fullOfElements, bySchema, any, all, not],
  (value) => {
    if (typeof value === "string") return predicate;
    return isJsonObject(value) ? formOf(value) : void 0;
  }
);
function formOf(value) {
  if ("any" in value) return any;
  if ("all" in value) return all;
  if ("not" in value && typeof value.not !== "boolean") return not;
  if ("schema" in value) return bySchema;
  const isFull = ["jq", "js", "operator", "expected"].some((key) => key in value);
  if (!isFull) return byPath;
  return ofElements.includes(value.operator) && typeof value.expected !== "boolean" ? fullOfElements : full;
}
__name(formOf, "formOf");

// src/tasks/compare.ts
import { readFile } from "node:fs/promises";

// src/tasks/define-task.ts
var TaskSkipped = class {
  static {
    __name(this, "TaskSkipped");
  }
  because;
  constructor(because) {
    this.because = because;
  }
};
function defineTask(kind) {
  return kind;
}
__name(defineTask, "defineTask");

// src/tasks/scenario-files.ts
import { realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve as resolve2, sep } from "node:path";
function faultOfFile(written, { directory, repository }) {
  const path = resolve2(directory, written);
  if (isAbsolute(written) || !isInside(repository, path))
    return `the file "${written}" is outside of the repository`;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return `the file "${written}" does not exist`;
  if (!stats.isFile()) return `"${written}" is no file`;
  return isInside(realpathSync(repository), realpathSync(path)) ? void 0 : `the file "${written}" is outside of the repository`;
}
__name(faultOfFile, "faultOfFile");
function resolveFile(written, files) {
  const fault = faultOfFile(written, files);
  if (fault === void 0) return resolve2(files.directory, written);
  throw new RunError("FILE_NOT_READABLE", fault, {
    hint: `paths are relative to the scenario's file and stay inside ${files.repository}`
  });
}
__name(resolveFile, "resolveFile");
function isInside(directory, path) {
  const inside = relative(directory, path);
  return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
__name(isInside, "isInside");

// src/tasks/compare.ts
var fileReference = external_exports.strictObject({ file: input(external_exports.string().min(1)).describe("a JSON file") });
var spec = external_exports.strictObject({
  actual: freeform().describe("what came"),
  expected: external_exports.union([fileReference, freeform()]).describe("what was expected, or { file: golden.json }"),
  ignore: external_exports.array(jqProgram()).optional().describe("jq paths that are taken out of both sides"),
  ordered: input(external_exports.boolean()).optional().describe("the order of lists counts; default false"),
  mode: input(external_exports.enum(["equal", "contains"])).optional().describe("contains: the actual value may have more keys and elements; default equal"),
  tolerance: input(external_exports.number().min(0)).optional().describe("how far apart numbers may be; default 0")
});
var MOST_NAMED = 3;
var compare = defineTask({
  kind: "compare",
  summary: "compares two values and reports the differences, path by path",
  examples: [
    { actual: "${{ .source.read.records }}", expected: { file: "golden.json" }, ignore: [".[].timestamp"] }
  ],
  emits: void 0,
  spec,
  files: /* @__PURE__ */ __name(({ expected }) => isFile(expected) && typeof expected.file === "string" ? [
    {
      file: expected.file,
      path: ["expected", "file"],
      check: /* @__PURE__ */ __name((read) => findFaultInJson(String(expected.file), read), "check")
    }
  ] : [], "files"),
  async run(written, context) {
    const given = await resolve(written, () => context.expressionContext(), context.jq);
    const actual = given.actual;
    const expected = isFile(written.expected) ? await readGolden(given.expected.file, context) : given.expected;
    const [left, right] = await withoutIgnored([actual, expected], given.ignore ?? [], context);
    return { checks: [compareSides(left ?? null, right ?? null, { given, context })] };
  }
});
function isFile(expected) {
  if (typeof expected !== "object" || expected === null || Object.keys(expected).join() !== "file")
    return false;
  const { file } = expected;
  return file instanceof Template || typeof file === "string" && file !== "";
}
__name(isFile, "isFile");
async function readGolden(file, context) {
  const text8 = await readFile(resolveFile(file, context.files), "utf8");
  try {
    return parseJson(text8);
  } catch (cause) {
    throw new RunError("FILE_NOT_READABLE", `"${file}" is no JSON: ${describeError(cause)}`, { cause });
  }
}
__name(readGolden, "readGolden");
async function withoutIgnored(sides2, ignore, { jq }) {
  if (ignore.length === 0) return sides2;
  const program = ignore.map((path) => `del(${path.text})`).join(" | ");
  const outcomes = await jq.evaluate(program, sides2);
  return outcomes.map(({ outputs, error }, index) => {
    if (error !== void 0)
      throw new RunError(
        "EXPRESSION_FAILED",
        `cannot take ${ignore.join(", ")} out of the ${index === 0 ? "actual" : "expected"} value: ${error}`
      );
    return outputs[0] ?? null;
  });
}
__name(withoutIgnored, "withoutIgnored");
function compareSides(actual, expected, { given, context }) {
  const { ordered = false, mode = "equal", tolerance } = given;
  const how = { unordered: !ordered, partial: mode === "contains", ...compact({ tolerance }) };
  const passed = isSameValue(actual, expected, how);
  const difference = passed ? void 0 : findDifferences(actual, expected, how);
  const named = difference?.slice(0, MOST_NAMED).map(({ path, expected: wanted, actual: found }) => {
    if (found === void 0) return `${path} is missing`;
    return wanted === void 0 ? `${path} is there unexpectedly` : `${path}: expected ${renderJson(wanted)}, got ${renderJson(found)}`;
  });
  const more = (difference?.length ?? 0) > MOST_NAMED ? `; and ${(difference?.length ?? 0) - MOST_NAMED} more` : "";
  return {
    name: mode === "contains" ? "actual contains expected" : "actual equals expected",
    status: passed ? "passed" : "failed",
    operator: mode === "contains" ? "contains" : "equals",
    expected,
    actual,
    evaluated: 1,
    failed: passed ? 0 : 1,
    ...compact({
      message: named && `${named.join("; ")}${more}`,
      difference: difference && [...difference],
      span: context.spanOf(["compare", "expected"])
    })
  };
}
__name(compareSides, "compareSides");

// src/model/qualified-name.ts
function qualifiedName(cluster, name3) {
  return cluster === void 0 ? name3 : `${cluster}:${name3}`;
}
__name(qualifiedName, "qualifiedName");
function plainTopic(topic) {
  return topic.slice(topic.indexOf(":") + 1);
}
__name(plainTopic, "plainTopic");

// src/tasks/cluster-topic.ts
var clusterName = fixedText().describe("one of kafka.clusters; default: the first");
function topicAt(cluster, topic) {
  if (cluster === void 0) return topic;
  return topic instanceof Template ? new Template(qualifiedName(cluster, topic.source), topic.schema) : qualifiedName(cluster, topic);
}
__name(topicAt, "topicAt");

// src/tasks/consume/rules.ts
var DEFAULT_LIMIT_MS = 6e4;
var DEFAULT_SETTLE_MS = 300;
function windowRules({ stop: stop3, fail: fail3, expect }, { startedAtMs, sinceMs }) {
  const hasWindow = stop3?.after !== void 0 || stop3?.atEnd === true;
  const required = requiredRecords({ stop: stop3, expect });
  const enough = stop3?.records ?? (hasWindow ? void 0 : enoughRecords(expect));
  const limitMs = fail3?.after ?? (stop3?.after === void 0 ? DEFAULT_LIMIT_MS : void 0);
  return {
    required,
    enough: enough === 0 ? void 0 : enough,
    atMost: countRange(expect?.count).max,
    settleMs: isWholeJudged(expect) ? stop3?.settle ?? DEFAULT_SETTLE_MS : 0,
    deadlineAtMs: limitMs === void 0 || sinceMs === void 0 ? void 0 : sinceMs + limitMs,
    closesAtMs: stop3?.after === void 0 ? void 0 : startedAtMs + stop3.after,
    closesAtDeadline: !hasWindow && (enough === void 0 || enough > required || enough === 0),
    ...limitMs === void 0 ? {} : { limitMs }
  };
}
__name(windowRules, "windowRules");
function requiredRecords({ stop: stop3, expect }) {
  const { min } = countRange(expect?.count);
  const inSequence = expect?.sequence?.equals.length ?? 1;
  return Math.max(stop3?.records ?? 0, min ?? (stop3?.records === void 0 ? inSequence : 0));
}
__name(requiredRecords, "requiredRecords");
function enoughRecords(expect) {
  const { min, max } = countRange(expect?.count);
  if (min !== void 0 || max !== void 0) return max;
  const { sequence } = expect ?? {};
  if (sequence === void 0) return 1;
  return sequence.mode === "inOrder" ? void 0 : sequence.equals.length;
}
__name(enoughRecords, "enoughRecords");
function isWholeJudged(expect) {
  const { count: count2, unique, ordered, sequence } = expect ?? {};
  return [count2, unique, ordered, sequence].some((one) => one !== void 0);
}
__name(isWholeJudged, "isWholeJudged");
function countRange(count2) {
  if (count2 === void 0) return {};
  return typeof count2 === "number" ? { min: count2, max: count2 } : { min: count2.min ?? 0, max: count2.max };
}
__name(countRange, "countRange");
function allowsNone(count2) {
  const { min } = countRange(count2);
  return min === 0;
}
__name(allowsNone, "allowsNone");

// src/tasks/consume/topic-selector.ts
var PATTERN = /^(?:([^/:]+):)?\/(.+)\/$/;
function selectTopics(written) {
  return {
    names: written.filter((text8) => patternOf(text8) === void 0),
    patterns: written.flatMap((text8) => {
      const [, cluster, pattern] = PATTERN.exec(text8) ?? [];
      return pattern === void 0 ? [] : [{ text: text8, cluster, name: new RegExp(`^(?:${pattern})$`, "u") }];
    })
  };
}
__name(selectTopics, "selectTopics");
function patternOf(text8) {
  return PATTERN.exec(text8)?.[2];
}
__name(patternOf, "patternOf");
function selects({ names, patterns }, topic) {
  const colon = topic.indexOf(":");
  const owner = colon < 0 ? void 0 : topic.slice(0, colon);
  const isMatch = /* @__PURE__ */ __name(({ cluster, name: name3 }) => cluster === owner && name3.test(plainTopic(topic)), "isMatch");
  return names.includes(topic) || patterns.some(isMatch);
}
__name(selects, "selects");
function describeTopics({ names, patterns }) {
  return [...names, ...patterns.map(({ text: text8 }) => text8)].map((one) => `"${one}"`).join(", ");
}
__name(describeTopics, "describeTopics");

// src/tasks/consume/conclude.ts
var WORTH_TELLING_LAG_MS = 15;
var LONGEST_GRACE_MS = 5e3;
async function conclude(reader, spec6, context) {
  const checks = (await Promise.all(reader.expectations.map((one) => one.outcomes()))).flat();
  const failure2 = await missingTopic(reader, spec6) ?? endFailure(reader, spec6);
  const facts = consumeFacts(reader, spec6);
  if (reader.latest) context.reach(reader.latest.atMs);
  const outcome = {
    failure: failure2 && {
      message: failure2.message,
      span: context.spanOf(["consume", ...failure2.path])
    },
    detail: failure2 ? describeSeen(reader, facts) : void 0,
    checks,
    allowsNone: allowsNone(spec6.expect?.count),
    consume: facts,
    latencyMs: reader.latencies,
    seen: {
      misses: reader.sieve.misses.all,
      unreadable: reader.sieve.unreadable,
      topics: reader.topics.names,
      partitions: spec6.partitions,
      hasConditions: (spec6.where?.length ?? 0) > 0,
      compare: /* @__PURE__ */ __name((records) => reader.compare(records), "compare")
    },
    nextOffsets: reader.progress.nextOffsets
  };
  if (reader.window.end?.why === "deadline")
    return { ...outcome, afterwards: /* @__PURE__ */ __name(() => lookForLate(reader, { facts, outcome, context }), "afterwards") };
  await reader[Symbol.asyncDispose]();
  return outcome;
}
__name(conclude, "conclude");
async function missingTopic(reader, spec6) {
  if (spec6.missing === "allow" || reader.sieve.read > 0) return void 0;
  const [missing] = await reader.missingTopics();
  if (missing === void 0 || reader.window.end?.why === "deadline") return void 0;
  return {
    message: `topic "${missing}" does not exist`,
    path: [spec6.topic === void 0 ? "topics" : "topic"]
  };
}
__name(missingTopic, "missingTopic");
function endFailure(reader, spec6) {
  const { end, matched } = reader.window;
  const path = spec6.expect?.count === void 0 ? ["stop"] : ["expect", "count"];
  const { min, max } = countRange(spec6.expect?.count);
  switch (end?.why) {
    case "deadline":
      return {
        message: "Consumer reached the Timeout fail condition",
        path: spec6.fail ? ["fail", "after"] : []
      };
    case "undecodable":
      return { message: describeUnreadable(reader), path: spec6.format ? ["format"] : [] };
    case "too-many": {
      const match2 = reader.latest;
      const limit = min === max ? `exactly ${max}` : `at most ${max}`;
      return {
        message: `expected ${limit} matching records, got one more: ${match2 ? placeOf(match2.view) : ""}`,
        path
      };
    }
    case "too-few": {
      const wanted = requiredRecords(spec6);
      return {
        message: `expected ${renderCount(wanted, "record")} before the window ended, got ${matched}`,
        path
      };
    }
    default:
      return void 0;
  }
}
__name(endFailure, "endFailure");
function describeUnreadable(reader) {
  const [first] = reader.sieve.unreadable;
  return first ? `record ${placeOf({ ...first.record, offset: exactNumber(first.record.offset) })} could not be read: ${first.reason}` : "";
}
__name(describeUnreadable, "describeUnreadable");
function consumeFacts(reader, spec6) {
  const { end, matched } = reader.window;
  const lagMs = roundMs(reader.loopLagMs);
  return {
    awaited: requiredRecords(spec6),
    matched,
    read: reader.sieve.read,
    filtered: reader.sieve.filtered,
    undecodable: reader.sieve.undecodable,
    ...reader.limitMs === void 0 ? {} : { limitMs: reader.limitMs },
    elapsedMs: roundMs((end?.atMs ?? reader.sinceMs) - reader.sinceMs),
    offsets: reader.progress.all.map(({ topic, partition, from: from2, to }) => ({
      topic,
      partition,
      from: exactNumber(from2),
      to: exactNumber(to)
    })),
    ...lagMs > WORTH_TELLING_LAG_MS ? { loopLagMs: lagMs } : {}
  };
}
__name(consumeFacts, "consumeFacts");
function describeSeen(reader, facts) {
  const topics = describeTopics(reader.topics);
  const limit = facts.limitMs === void 0 ? "" : `, limit ${renderDuration(facts.limitMs)}`;
  return [
    `awaited ${renderCount(facts.awaited, "record")} on ${topics}${limit}, elapsed ${Math.round(facts.elapsedMs)} ms`,
    `${facts.matched} of ${renderCount(facts.awaited, "record")}; ${facts.read} read, ${facts.filtered} filtered out${facts.undecodable > 0 ? `, ${facts.undecodable} could not be read` : ""}`,
    ...facts.loopLagMs === void 0 ? [] : [
      `flowproof's own process was up to ${Math.round(facts.loopLagMs)} ms late in this window: the machine was busy`
    ]
  ];
}
__name(describeSeen, "describeSeen");
async function lookForLate(reader, {
  facts,
  outcome,
  context
}) {
  var _stack = [];
  try {
    const _reader = __using(_stack, reader, true);
    const limitMs = facts.limitMs ?? 0;
    const deadlineMs = reader.sinceMs + limitMs;
    const match2 = await reader.findLate(deadlineMs + Math.min(2 * limitMs, LONGEST_GRACE_MS)).catch((cause) => {
      if (context.signal.aborted) return void 0;
      throw cause;
    });
    if (!match2) return {};
    const record2 = reader.viewMatch(match2, reader.sinceMs);
    const late = { record: record2, latencyMs: record2.latencyMs ?? 0, byMs: roundMs(match2.atMs - deadlineMs) };
    const sentence = `it came after ${Math.round(late.latencyMs)} ms, ${Math.round(late.byMs)} ms late: ${placeOf(record2)}`;
    return { consume: { ...facts, late }, detail: [...outcome.detail ?? [], sentence] };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(lookForLate, "lookForLate");

// src/tasks/consume/arrivals.ts
var MOST_QUEUED_BYTES = 64 * 1024 * 1024;
var Arrivals = class {
  static {
    __name(this, "Arrivals");
  }
  #clock;
  #signal;
  #queue = [];
  #queuedBytes = 0;
  #room;
  #wake = /* @__PURE__ */ __name(() => void 0, "#wake");
  #isInterrupted = false;
  #moment;
  #onAbort = /* @__PURE__ */ __name(() => this.#wake(), "#onAbort");
  constructor(clock, signal) {
    this.#clock = clock;
    this.#signal = signal;
    signal.addEventListener("abort", this.#onAbort);
  }
  /** Takes a fetch; in order of arrival. A promise when very much waits to be read: it resolves when there is room again. */
  push(incoming) {
    this.#queue.push(incoming);
    this.#queuedBytes += incoming.sizeBytes;
    this.#wake();
    if (this.#queuedBytes <= MOST_QUEUED_BYTES) return void 0;
    this.#room ??= Promise.withResolvers();
    return this.#room.promise;
  }
  /** Makes a pending `next` return, as the moment to wait for has changed. */
  interrupt() {
    this.#isInterrupted = true;
    this.#wake();
  }
  /**
   * The next fetch that arrived up to `momentMs`, or that the moment has passed; without a moment, the next fetch. The
   * same moment may be asked for again and again; it is best asked for before it comes.
   * @throws the signal's reason when it is aborted
   */
  async next(momentMs) {
    this.#arm(momentMs);
    for (; ; ) {
      this.#signal.throwIfAborted();
      const next = this.#take(momentMs);
      if (next) return next;
      await new Promise((resolve3) => {
        this.#wake = resolve3;
      });
    }
  }
  [Symbol.dispose]() {
    this.#moment?.timer[Symbol.dispose]();
    this.#signal.removeEventListener("abort", this.#onAbort);
    for (const incoming of this.#queue.splice(0)) incoming.drop();
  }
  #take(momentMs) {
    const first = this.#queue[0];
    const readUntilMs = this.#moment?.readUntilMs;
    if (first && (momentMs === void 0 || first.arrivedAtMs <= (readUntilMs ?? momentMs))) {
      this.#queue.shift();
      this.#makeRoom(first);
      return {
        kind: "arrival",
        arrival: { fetched: first.take(), atMs: Math.min(first.arrivedAtMs, momentMs ?? first.arrivedAtMs) }
      };
    }
    if (readUntilMs !== void 0 && momentMs !== void 0) return { kind: "passed", momentMs };
    if (!this.#isInterrupted) return void 0;
    this.#isInterrupted = false;
    return { kind: "interrupted" };
  }
  #makeRoom(taken) {
    this.#queuedBytes -= taken.sizeBytes;
    if (!this.#room || this.#queuedBytes > MOST_QUEUED_BYTES / 2) return;
    this.#room.resolve();
    this.#room = void 0;
  }
  #arm(momentMs) {
    if (this.#moment?.atMs === momentMs) return;
    this.#moment?.timer[Symbol.dispose]();
    this.#moment = momentMs === void 0 ? void 0 : this.#startTimer(momentMs);
  }
  #startTimer(atMs) {
    const isPast = this.#clock.nowMs() > atMs;
    const moment = {
      atMs,
      timer: this.#clock.at(atMs, () => {
        void this.#clock.poll().then(() => {
          Object.assign(moment, { readUntilMs: isPast ? atMs : this.#clock.nowMs() });
          this.#wake();
        });
      })
    };
    return moment;
  }
};

// src/tasks/consume/expect/latency.ts
var RANKS = ["p50", "p95", "max"];
function expectLatency(spec6, context) {
  const latencies = new Latencies();
  return {
    async offer(records) {
      for (const { latencyMs } of records) if (typeof latencyMs === "number") latencies.add(latencyMs);
    },
    outcomes() {
      const { summary } = latencies;
      return RANKS.flatMap((name3) => {
        const limitMs = spec6[name3];
        if (limitMs === void 0) return [];
        const actualMs = summary && roundMs(summary[name3]);
        return [outcomeOf({ name: name3, limitMs, actualMs, count: latencies.count, context })];
      });
    }
  };
}
__name(expectLatency, "expectLatency");
function outcomeOf({
  name: name3,
  limitMs,
  actualMs,
  count: count2,
  context
}) {
  const isMet = actualMs !== void 0 && actualMs <= limitMs;
  return {
    name: `latency ${name3}`,
    status: actualMs === void 0 ? "notEvaluated" : isMet ? "passed" : "failed",
    operator: "lessOrEqual",
    expected: limitMs,
    evaluated: count2,
    failed: isMet ? 0 : 1,
    ...compact({
      actual: actualMs,
      message: isMet ? void 0 : `expected at most ${renderDuration(limitMs)}, got ${actualMs} ms over ${count2} records`,
      span: context.spanOf(["consume", "expect", "latency", name3])
    })
  };
}
__name(outcomeOf, "outcomeOf");

// src/tasks/consume/expect/expectation.ts
function placeOf2({ topic, partition, offset }) {
  return `${String(topic)}[${String(partition)}]@${String(offset)}`;
}
__name(placeOf2, "placeOf");
function recordOf({ topic, partition, offset }) {
  return { topic: String(topic), partition: Number(partition), offset };
}
__name(recordOf, "recordOf");

// src/tasks/consume/expect/ordered.ts
function expectOrdered(spec6, context) {
  const { by, per = "partition", direction = "ascending", strict = false } = spec6;
  const last = /* @__PURE__ */ new Map();
  let evaluated = 0;
  let failed2 = 0;
  let first;
  const note2 = /* @__PURE__ */ __name((record2, value) => {
    evaluated++;
    const group2 = groupOf(record2, per);
    const before2 = last.get(group2);
    last.set(group2, { value, record: record2 });
    const fault = before2 && faultOf(before2.value, value, { direction, strict });
    if (!before2 || fault === void 0) return;
    failed2++;
    first ??= {
      actual: value,
      record: recordOf(record2),
      message: `${renderJson(value)} in ${placeOf2(record2)} ${fault} ${renderJson(before2.value)} in ${placeOf2(before2.record)}`
    };
  }, "note");
  return {
    async offer(records) {
      const contexts = context.expressionContexts(records.map((record2) => ({ record: record2 })));
      const outcomes = await context.jq.evaluate(by, contexts);
      for (const [index, record2] of records.entries()) note2(record2, outcomes[index]?.outputs[0] ?? null);
    },
    outcomes: /* @__PURE__ */ __name(() => [
      {
        name: `ordered by ${by} per ${per}`,
        status: failed2 > 0 ? "failed" : evaluated > 0 ? "passed" : "notEvaluated",
        operator: strict ? `strictly ${direction}` : direction,
        evaluated,
        failed: failed2,
        ...first,
        ...compact({ span: context.spanOf(["consume", "expect", "ordered"]) })
      }
    ], "outcomes")
  };
}
__name(expectOrdered, "expectOrdered");
function groupOf({ topic, partition, key }, per) {
  if (per === "all") return "";
  return renderJson(per === "key" ? key ?? null : [topic ?? null, partition ?? null]);
}
__name(groupOf, "groupOf");
function faultOf(before2, value, { direction, strict }) {
  const order = compare2(before2, value);
  if (order === void 0) return "cannot be compared with";
  if (order === 0) return strict ? "is not different from" : void 0;
  const goesUp = order < 0;
  if (goesUp === (direction === "ascending")) return void 0;
  return direction === "ascending" ? "comes after the greater" : "comes after the smaller";
}
__name(faultOf, "faultOf");
function compare2(a, b) {
  const isNumber2 = /* @__PURE__ */ __name((value) => typeof value === "number" || typeof value === "bigint", "isNumber");
  const areComparable = isNumber2(a) && isNumber2(b) || typeof a === "string" && typeof b === "string";
  if (!areComparable) return void 0;
  const [left, right] = [a, b];
  return left < right ? -1 : left > right ? 1 : 0;
}
__name(compare2, "compare");

// src/tasks/consume/expect/sequence.ts
import { isDeepStrictEqual } from "node:util";
var MOST_KEPT = 1e4;
var MOST_SHOWN = 20;
function expectSequence(spec6, context) {
  const { of, equals: equals2, mode = "exact" } = spec6;
  const values = [];
  const holds = /* @__PURE__ */ __name(() => HOLDS[mode](values, equals2), "holds");
  return {
    async offer(records) {
      const contexts = context.expressionContexts(records.map((record2) => ({ record: record2 })));
      const outcomes = await context.jq.evaluate(of, contexts);
      if (values.length < MOST_KEPT) values.push(...outcomes.map(({ outputs }) => outputs[0] ?? null));
    },
    isComplete: /* @__PURE__ */ __name(() => mode === "inOrder" && holds(), "isComplete"),
    outcomes: /* @__PURE__ */ __name(() => {
      const passed = holds();
      const status = passed ? "passed" : values.length > 0 ? "failed" : "notEvaluated";
      return [
        {
          name: `sequence of ${of}`,
          status,
          operator: mode === "exact" ? "equals" : mode === "inOrder" ? "contains in order" : "same elements",
          expected: equals2,
          actual: values.slice(0, MOST_SHOWN),
          evaluated: values.length,
          failed: passed ? 0 : 1,
          ...compact({
            message: passed ? void 0 : describe(values, equals2),
            span: context.spanOf(["consume", "expect", "sequence"])
          })
        }
      ];
    }, "outcomes")
  };
}
__name(expectSequence, "expectSequence");
var HOLDS = {
  exact: /* @__PURE__ */ __name((values, equals2) => isDeepStrictEqual(values, equals2), "exact"),
  inOrder(values, equals2) {
    let next = 0;
    for (const value of values) if (next < equals2.length && isDeepStrictEqual(value, equals2[next])) next++;
    return next === equals2.length;
  },
  anyOrder: /* @__PURE__ */ __name((values, equals2) => isDeepStrictEqual(sorted(values), sorted(equals2)), "anyOrder")
};
function sorted(values) {
  return values.map((value) => renderJson(value)).toSorted();
}
__name(sorted, "sorted");
function describe(values, equals2) {
  const show = /* @__PURE__ */ __name((list2) => `${renderJson(list2.slice(0, MOST_SHOWN))}${list2.length > MOST_SHOWN ? ` and ${list2.length - MOST_SHOWN} more` : ""}`, "show");
  return `expected ${show(equals2)}, got ${show(values)}`;
}
__name(describe, "describe");

// src/tasks/consume/expect/unique.ts
function expectUnique(of, context) {
  const places = /* @__PURE__ */ new Map();
  let evaluated = 0;
  let failed2 = 0;
  let first;
  const note2 = /* @__PURE__ */ __name((record2, value) => {
    evaluated++;
    const key = renderJson(value);
    const earlier2 = places.get(key);
    if (earlier2 === void 0) {
      places.set(key, placeOf2(record2));
      return;
    }
    failed2++;
    first ??= {
      actual: value,
      record: recordOf(record2),
      message: `${key} came twice: in ${earlier2} and in ${placeOf2(record2)}`
    };
  }, "note");
  return {
    async offer(records) {
      const contexts = context.expressionContexts(records.map((record2) => ({ record: record2 })));
      const outcomes = await context.jq.evaluate(of, contexts);
      for (const [index, record2] of records.entries()) {
        const [value] = outcomes[index]?.outputs ?? [];
        if (value !== void 0) note2(record2, value);
      }
    },
    outcomes: /* @__PURE__ */ __name(() => [
      {
        name: `unique: ${of}`,
        status: failed2 > 0 ? "failed" : evaluated > 0 ? "passed" : "notEvaluated",
        operator: "unique",
        evaluated,
        failed: failed2,
        ...first,
        ...compact({ span: context.spanOf(["consume", "expect", "unique"]) })
      }
    ], "outcomes")
  };
}
__name(expectUnique, "expectUnique");

// src/checks/apply-operator.ts
function applyOperator(written, actual, circumstances) {
  const check = normalize(written);
  const operator = operators[check.operator];
  if ((actual ?? null) === null && !operator.takesNothing)
    return check.not ? { passed: true } : failed(check, actual);
  const type = typeFor(operator, check, { actual, known: circumstances.known });
  if (!areSidesRight(check, actual, { type, nowMs: circumstances.nowMs }))
    return failed(check, actual, { areTypesWrong: true });
  const expected = check.expected ?? null;
  const fault = operator.faultOf?.(expected, check);
  if (fault !== void 0) return { passed: false, message: `${failed(check, actual).message}: ${fault}` };
  const holds = operator.test(actual, expected, { ...check, ...circumstances, type: type ?? "any" });
  if (holds !== check.not) return { passed: true };
  const difference = check.not ? [] : differencesOf(operator, check, actual);
  return { ...failed(check, actual), ...difference.length > 0 ? { difference } : {} };
}
__name(applyOperator, "applyOperator");
function areSidesRight({ operator: name3, expected = null, format }, actual, { type, nowMs }) {
  const operator = operators[name3];
  const value = actual ?? null;
  if (value !== null && (type === void 0 || !isOfType(value, type, format))) return false;
  const wanted = operator.expects(type ?? "any");
  return wanted === "date" ? parseExpectedDate(expected, nowMs, format) !== void 0 : isOfType(expected, wanted);
}
__name(areSidesRight, "areSidesRight");
function differencesOf({ differences }, check, actual) {
  const isStructured = typeof actual === "object" && actual !== null;
  return isStructured ? differences?.(actual, check.expected ?? null, check) ?? [] : [];
}
__name(differencesOf, "differencesOf");
function normalize(check) {
  const not2 = check.not === true;
  if (check.operator === "equals" && (check.expected ?? null) === null)
    return { ...check, not: not2, operator: "isNull", expected: true };
  if (!("isFlag" in operators[check.operator])) return { ...check, not: not2 };
  const isTurned = check.expected === false;
  return { ...check, not: isTurned ? !not2 : not2, expected: isTurned ? true : check.expected ?? true };
}
__name(normalize, "normalize");
function typeFor({ types, typeFrom = "actual" }, { type, format, expected }, { actual, known }) {
  if (type !== void 0) return type;
  if (format !== void 0 && types.includes("date")) return "date";
  if (types.length === 1) return types[0];
  if (known) return "list";
  const decisive = (typeFrom === "expected" ? expected : actual) ?? null;
  return types.find((one) => isOfType(decisive, one));
}
__name(typeFor, "typeFor");
function failed(check, actual, { areTypesWrong = false } = {}) {
  const { phrase, isFlag } = operators[check.operator];
  const { expected = null } = check;
  const isYes = isFlag && expected === true;
  const types = areTypesWrong ? typeNames(check, actual) : { left: "", right: "" };
  const wanted = isYes ? "" : `${showValue(expected)}${types.right}`;
  const words = [check.not ? "not" : "", phrase, wanted].filter((word) => word !== "").join(" ");
  return { passed: false, message: `expected ${words}, got ${showValue(actual)}${types.left}` };
}
__name(failed, "failed");
function typeNames({ operator, type, format, expected = null }, actual) {
  const isDateWanted = type === "date" || format !== void 0 || operators[operator].types[0] === "date";
  const isDate = /* @__PURE__ */ __name((moment) => isDateWanted && moment !== void 0, "isDate");
  const left = actual ?? null;
  return {
    left: actual === void 0 ? "" : ` (${isDate(parseDate(left, format)) ? "date" : typeOf(left)})`,
    right: ` (${isDate(parseExpectedDate(expected, 0, format)) ? "date" : typeOf(expected)})`
  };
}
__name(typeNames, "typeNames");
var LONGEST = 200;
function showValue(value) {
  if (value === void 0) return "nothing: the path is missing";
  return shorten(renderJson(value), LONGEST);
}
__name(showValue, "showValue");

// src/tasks/condition/judge-operators.ts
async function judgeOperators({ program, operators: checks }, cases, tools) {
  const left = await leftSides(program, cases, tools.jq);
  const columns = await Promise.all(checks.map((check) => judgeCheck(check, { left, cases, tools })));
  return cases.map((_, index) => {
    const each = columns.flatMap((column) => column[index] ?? []);
    return each.find((one) => !one.passed) ?? each[0] ?? { passed: true, operator: "equals" };
  });
}
__name(judgeOperators, "judgeOperators");
async function leftSides(program, cases, jq) {
  const inputs = cases.map(({ input: input2 }) => input2);
  const outcomes = await jq.evaluate(program, inputs);
  const nulls = [...outcomes.keys()].filter((index) => isNull2(outcomes[index]));
  const found = await jq.exists(
    program,
    nulls.map((index) => inputs[index] ?? null)
  );
  const missing = new Set(nulls.filter((_, index) => !found[index]));
  return outcomes.map((outcome, index) => missing.has(index) ? { value: void 0 } : leftSide(outcome));
}
__name(leftSides, "leftSides");
function isNull2(outcome) {
  return outcome?.error === void 0 && outcome?.outputs.length === 1 && outcome.outputs[0] === null;
}
__name(isNull2, "isNull");
function leftSide({ outputs, error }) {
  if (error !== void 0) return { value: void 0, fault: `an error: ${error}` };
  if (outputs.length > 1)
    return {
      value: outputs,
      fault: `${outputs.length} results, where one was expected: ${showValue(outputs)}`
    };
  return { value: outputs[0] };
}
__name(leftSide, "leftSide");
async function judgeCheck(written, column) {
  const { left, cases, tools } = column;
  const contexts = cases.map(({ context }) => context);
  const { condition: condition2, ...rest } = written;
  const resolved = await resolveEach(rest, contexts, tools.jq);
  const checks = resolved.map(
    (check) => condition2 ? { ...check, expected: condition2.name } : check
    // its templates are resolved
  );
  const nowMs = tools.clock.wallMs();
  const known = await findOut(written, { ...column, checks });
  return left.map(({ value, fault }, index) => {
    const check = checks[index] ?? { operator: written.operator };
    const operator = check.not === true ? `not ${check.operator}` : check.operator;
    const sides2 = { operator, expected: check.expected, actual: value };
    const beforehand = known[index];
    const trouble = fault ?? (typeof beforehand === "string" ? `no answer: ${beforehand}` : void 0);
    if (trouble !== void 0)
      return {
        ...sides2,
        passed: false,
        message: `expected ${operator} ${showExpected(check)}, got ${trouble}`
      };
    const circumstances = { nowMs, known: typeof beforehand === "string" ? void 0 : beforehand };
    return { ...sides2, ...applyOperator(check, value, circumstances) };
  });
}
__name(judgeCheck, "judgeCheck");
function showExpected({ expected }) {
  return expected === void 0 ? "" : showValue(expected);
}
__name(showExpected, "showExpected");
async function findOut({ condition: condition2, operator: name3 }, column) {
  const { beforehand } = operators[name3];
  if (beforehand === "search") return searchEach(column);
  return beforehand === "condition" && condition2 ? judgeElements(condition2, column) : [];
}
__name(findOut, "findOut");
async function judgeElements(condition2, { left, cases, tools }) {
  const lists = left.map(({ value, fault }) => Array.isArray(value) && fault === void 0 ? value : []);
  const elements = lists.flatMap(
    (list2, index) => list2.map((input2) => ({ input: input2, context: cases[index]?.context ?? {} }))
  );
  const verdicts = (await tools.judgeCases(condition2, elements, tools)).values();
  return lists.map((list2) => list2.map(() => verdicts.next().value?.passed === true));
}
__name(judgeElements, "judgeElements");
async function searchEach({
  left,
  checks,
  tools
}) {
  const found = [];
  const patterns = new Set(checks.map(({ expected }) => expected));
  for (const pattern of patterns) {
    const indexes = [...checks.keys()].filter((index) => checks[index]?.expected === pattern);
    const verdicts = await search(pattern, { left, indexes, check: checks[indexes[0] ?? 0], jq: tools.jq });
    for (const [at, index] of indexes.entries())
      found[index] = typeof verdicts === "string" ? verdicts : [verdicts[at] === true];
  }
  return found;
}
__name(searchEach, "searchEach");
async function search(pattern, about) {
  const { check, indexes, left, jq } = about;
  const isPattern2 = typeof pattern === "string" && operators.matches.faultOf?.(pattern, check ?? {}) === void 0;
  if (!isPattern2) return [];
  const texts = indexes.map((index) => left[index]?.value);
  const plain = texts.map((text8) => typeof text8 === "string" ? plainText(text8, { trim: check?.trim }) : "");
  return jq.search(pattern, patternFlags(check ?? {}), plain);
}
__name(search, "search");

// src/tasks/condition/judge-schema.ts
var SUBJECTS = {
  record: ".record.value",
  response: ".response.body",
  row: ".row",
  result: ".result"
};
async function judgeSchema(condition2, cases, { jq, formats }) {
  const validate = await validatorOf(condition2, formats);
  const inputs = cases.map(({ input: input2 }) => input2);
  const outcomes = await jq.evaluate(condition2.program ?? subjectOf(inputs[0] ?? null), inputs);
  return outcomes.map(({ outputs, error }) => {
    const sides2 = { operator: "schema", expected: nameOf(condition2), actual: outputs[0] };
    const expected = `expected to be valid by ${nameOf(condition2)}`;
    if (error !== void 0)
      return { ...sides2, passed: false, message: `${expected}, got an error: ${error}` };
    if (outputs.length === 0) return { ...sides2, passed: false, message: `${expected}, got no result` };
    const [violation] = outputs.flatMap(validate);
    if (!violation) return { ...sides2, passed: true };
    const got = showValue(outputs.length === 1 ? outputs[0] : outputs);
    return { ...sides2, passed: false, message: `${expected}, got ${got}: ${describe2(violation)}` };
  });
}
__name(judgeSchema, "judgeSchema");
function subjectOf(input2) {
  const found = Object.entries(SUBJECTS).find(([what]) => isJsonObject(input2) && what in input2);
  return found?.[1] ?? ".";
}
__name(subjectOf, "subjectOf");
function nameOf({ schema }) {
  return typeof schema === "string" ? `"${schema}"` : "the schema";
}
__name(nameOf, "nameOf");
function describe2({ path, message }) {
  return path === "" ? message : `${path}: ${message}`;
}
__name(describe2, "describe");
var validators = /* @__PURE__ */ new WeakMap();
function validatorOf(condition2, formats) {
  const known = validators.get(condition2) ?? createValidator(condition2, formats);
  validators.set(condition2, known);
  return known;
}
__name(validatorOf, "validatorOf");
async function createValidator({ schema }, formats) {
  if (typeof schema !== "string") return compileJsonSchema(schema);
  const read = await readSchema(schema, (path) => formats.readFile(path));
  return compileJsonSchema(read.schema, read.references);
}
__name(createValidator, "createValidator");

// src/tasks/condition/judge.ts
function judge(condition2, contexts, surroundings) {
  const cases = contexts.map((context) => ({ input: context, context }));
  return judgeCases(condition2, cases, surroundings);
}
__name(judge, "judge");
async function judgeCases(condition2, cases, surroundings) {
  switch (condition2.test) {
    case "predicate": {
      const inputs = cases.map(({ input: input2 }) => input2);
      const outcomes = await surroundings.jq.evaluate(condition2.program, inputs);
      const { language, text: text8 } = condition2.program;
      const simple = language === "jq" ? parseSimple(text8) : void 0;
      return outcomes.map((outcome, index) => {
        const judged = judgePredicate(outcome);
        const sides2 = judged.passed ? void 0 : sidesOf(simple, inputs[index] ?? null);
        return sides2 ? describeComparison(sides2) : judged;
      });
    }
    case "operators":
      return judgeOperators(condition2, cases, { ...surroundings, judgeCases });
    case "schema":
      return judgeSchema(condition2, cases, surroundings);
    case "not": {
      const inner = await judgeCases(condition2.condition, cases, surroundings);
      return inner.map((one) => turnRound(one, condition2));
    }
    default: {
      const each = await Promise.all(condition2.conditions.map((one) => judgeCases(one, cases, surroundings)));
      return cases.map(
        (_, index) => combine(
          condition2,
          each.flatMap((of) => of[index] ?? [])
        )
      );
    }
  }
}
__name(judgeCases, "judgeCases");
function judgePredicate({ outputs, error }) {
  const sides2 = { operator: "is true", expected: true };
  const wrong = outputs.find((output) => output !== true);
  if (wrong !== void 0)
    return { ...sides2, passed: false, actual: wrong, message: `expected true, got ${showValue(wrong)}` };
  if (error !== void 0)
    return { ...sides2, passed: false, message: `expected true, got an error: ${error}` };
  return outputs.length === 0 ? { ...sides2, passed: false, message: "expected true, got no result" } : { ...sides2, passed: true, actual: true };
}
__name(judgePredicate, "judgePredicate");
function describeComparison({ operator, left, right }) {
  const expected = operator === "==" ? showValue(right) : `${operator} ${showValue(right)}`;
  return {
    passed: false,
    operator: operator === "==" ? "equals" : operator,
    expected: right,
    actual: left,
    message: `expected ${expected}, got ${showValue(left)}`
  };
}
__name(describeComparison, "describeComparison");
function turnRound(inner, { condition: condition2 }) {
  const { message: _message, difference: _difference, ...sides2 } = inner;
  const operator = `not ${inner.operator}`;
  if (!inner.passed) return { ...sides2, operator, passed: true };
  const actual = inner.actual === void 0 ? "" : `: got ${showValue(inner.actual)}`;
  return { ...sides2, operator, passed: false, message: `expected not to hold: ${condition2.name}${actual}` };
}
__name(turnRound, "turnRound");
function combine({ test, conditions }, each) {
  const isFailed = /* @__PURE__ */ __name((one) => one?.passed !== true, "isFailed");
  const failed2 = conditions.filter((_, index) => isFailed(each[index]));
  const passed = test === "all" ? failed2.length === 0 : failed2.length < conditions.length;
  if (passed) return { passed, operator: test };
  const reasons = conditions.flatMap(
    ({ name: name3 }, index) => isFailed(each[index]) ? [`${name3}: ${each[index]?.message ?? "it does not hold"}`] : []
  );
  const first = each.find(isFailed);
  return {
    passed,
    operator: test,
    expected: first?.expected,
    actual: first?.actual,
    message: `${test === "any" ? "none holds" : "not all hold"}: ${reasons.join("; ")}`
  };
}
__name(combine, "combine");

// src/tasks/check-tally.ts
var CheckTally = class {
  static {
    __name(this, "CheckTally");
  }
  #checks;
  #counts;
  #spanOf;
  constructor(checks, spanOf) {
    this.#checks = checks;
    this.#counts = checks.map(() => ({ evaluated: 0, failed: 0, shown: void 0 }));
    this.#spanOf = spanOf;
  }
  /** Evaluates every check on every context, in order. */
  async add(contexts, surroundings) {
    if (contexts.length === 0) return;
    const judged = await Promise.all(this.#checks.map((check) => judge(check, contexts, surroundings)));
    for (const [index, judgements] of judged.entries()) {
      const count2 = this.#counts[index];
      if (count2) note(count2, judgements, contexts);
    }
  }
  /** One entry a check, in their order. */
  outcomes() {
    return this.#checks.map((check, index) => {
      const { evaluated, failed: failed2, shown } = this.#counts[index] ?? {
        evaluated: 0,
        failed: 0,
        shown: void 0
      };
      const status = shown === void 0 ? "notEvaluated" : failed2 > 0 ? "failed" : "passed";
      const { expected, actual, message, difference } = shown?.judgement ?? {};
      return {
        name: check.name,
        status,
        operator: shown?.judgement.operator ?? operatorOf(check),
        evaluated,
        failed: failed2,
        ...compact({
          expected,
          actual,
          message,
          difference: difference && [...difference],
          record: placeOf3(shown?.context),
          span: this.#spanOf(index)
        })
      };
    });
  }
};
function note(count2, judgements, contexts) {
  const failures = judgements.filter((one) => !one.passed).length;
  const firstFailed = judgements.findIndex((one) => !one.passed);
  const index = firstFailed >= 0 ? firstFailed : judgements.length - 1;
  const judgement = judgements[index];
  if (judgement && (count2.failed === 0 || !count2.shown))
    count2.shown = { judgement, context: contexts[index] ?? {} };
  count2.evaluated += judgements.length;
  count2.failed += failures;
}
__name(note, "note");
function describeFailedCheck(check) {
  if (check.status === "notEvaluated") return `check "${check.name}" was never evaluated: no record`;
  const share = check.evaluated > 1 ? ` (${check.failed} of ${check.evaluated})` : "";
  return `check "${check.name}" failed: ${check.message ?? "it does not hold"}${share}`;
}
__name(describeFailedCheck, "describeFailedCheck");
function operatorOf(check) {
  if (check.test !== "operators") return check.test === "predicate" ? "is true" : check.test;
  return check.operators[0]?.operator ?? "equals";
}
__name(operatorOf, "operatorOf");
function placeOf3(context) {
  const record2 = context?.record;
  if (!isJsonObject(record2)) return void 0;
  const { topic, partition, offset } = record2;
  return typeof topic === "string" && typeof partition === "number" && (typeof offset === "number" || typeof offset === "bigint") ? { topic, partition, offset } : void 0;
}
__name(placeOf3, "placeOf");

// src/tasks/record-collection.ts
var MOST_KEPT2 = 1e4;
var RecordCollection = class {
  static {
    __name(this, "RecordCollection");
  }
  #records = [];
  #table = /* @__PURE__ */ new Map();
  #count = 0;
  /** Copies for views, until there is something new: nothing is, of many records, once all that are kept are there. */
  #seen = {
    records: [],
    table: void 0
  };
  add(record2) {
    this.#count++;
    if (this.#records.length < MOST_KEPT2) this.#records.push(record2);
    const { key = null, value = null } = record2;
    if (key === null) return;
    const name3 = typeof key === "object" ? renderJson(key) : String(key);
    if (this.#table.size < MOST_KEPT2 || this.#table.has(name3)) {
      this.#table.set(name3, value);
      this.#seen.table = void 0;
    }
  }
  get count() {
    return this.#count;
  }
  /** Those that are kept, in order. */
  get records() {
    return this.#records;
  }
  /** What is known now; later records do not change it. */
  view() {
    if (this.#seen.records.length < this.#records.length) this.#seen.records = [...this.#records];
    this.#seen.table ??= Object.fromEntries(this.#table);
    return { records: this.#seen.records, table: this.#seen.table, count: this.#count };
  }
};

// src/tasks/consume/expect/whole.ts
function expectWhole(conditions, context) {
  const collection = new RecordCollection();
  return {
    async offer(records) {
      for (const record2 of records) collection.add(record2);
    },
    async outcomes() {
      const tally = new CheckTally(
        conditions,
        (index) => context.spanOf(["consume", "expect", "checks", index])
      );
      await tally.add(context.expressionContexts([collection.view()]), context);
      return tally.outcomes();
    }
  };
}
__name(expectWhole, "expectWhole");

// src/tasks/consume/expect/open-expectations.ts
function openExpectations({ expect = {} }, context) {
  const { unique, ordered, sequence, latency, checks } = expect;
  return [
    unique && expectUnique(unique, context),
    ordered && expectOrdered(ordered, context),
    sequence && expectSequence(sequence, context),
    latency && expectLatency(latency, context),
    checks && expectWhole(checks, context)
  ].filter((one) => one !== void 0);
}
__name(openExpectations, "openExpectations");

// src/tasks/consume/limit.ts
function openLimit(options2) {
  const { since, context } = options2;
  if (since === void 0) return fromMoment(context.startedAtMs);
  return typeof since === "string" ? fromTask(since, options2) : new RecordLimit(since, options2);
}
__name(openLimit, "openLimit");
function fromMoment(sinceMs) {
  return {
    isKnown: true,
    sinceMs,
    known: /* @__PURE__ */ __name(async () => void 0, "known"),
    prepare: /* @__PURE__ */ __name(async () => void 0, "prepare"),
    meet: /* @__PURE__ */ __name(() => sinceMs, "meet"),
    [Symbol.dispose]: () => void 0
  };
}
__name(fromMoment, "fromMoment");
function fromTask(task, { limitMs, window, context, onChange }) {
  let sinceMs;
  const known = context.momentOf(task).then((momentMs) => {
    sinceMs = momentMs;
    if (limitMs !== void 0) window.startDeadline(momentMs + limitMs);
  });
  known.then(onChange, onChange);
  return {
    get isKnown() {
      return sinceMs !== void 0;
    },
    get sinceMs() {
      return sinceMs ?? context.startedAtMs;
    },
    known: /* @__PURE__ */ __name(() => known, "known"),
    prepare: /* @__PURE__ */ __name(async () => void 0, "prepare"),
    meet: /* @__PURE__ */ __name(() => sinceMs, "meet"),
    [Symbol.dispose]: () => void 0
  };
}
__name(fromTask, "fromTask");
var RecordLimit = class {
  static {
    __name(this, "RecordLimit");
  }
  isKnown = true;
  sinceMs;
  #options;
  #on;
  #following;
  /** Moments of records that have no counterpart yet, by value. */
  #awaited = /* @__PURE__ */ new Map();
  #keys = /* @__PURE__ */ new Map();
  /** The evaluation of what the other task brought so far. */
  #caughtUp = Promise.resolve();
  constructor(since, options2) {
    this.#options = options2;
    this.#on = since.on;
    this.sinceMs = options2.context.startedAtMs;
    this.#following = options2.context.follow(since.task, (event) => {
      this.#caughtUp = this.#caughtUp.then(() => this.#await(event));
    });
  }
  async known() {
    await this.#caughtUp;
  }
  async prepare(records) {
    await this.#caughtUp;
    const keys = await this.#evaluate(records);
    this.#keys = new Map(records.map((record2, index) => [record2, keys[index]]));
  }
  meet(record2) {
    const key = this.#keys.get(record2);
    const moments = key === void 0 ? void 0 : this.#awaited.get(key);
    const momentMs = moments?.shift();
    if (key !== void 0 && moments?.length === 0) this.#awaited.delete(key);
    this.#setDeadline();
    return momentMs;
  }
  [Symbol.dispose]() {
    this.#following[Symbol.dispose]();
  }
  async #await({ value, atMs }) {
    const [key] = await this.#evaluate([value]);
    if (key === void 0) return;
    this.#awaited.set(key, [...this.#awaited.get(key) ?? [], atMs]);
    this.#setDeadline();
    this.#options.onChange();
  }
  /** Values as text, undefined where there is none. */
  async #evaluate(records) {
    const { context } = this.#options;
    const contexts = context.expressionContexts(records.map((record2) => ({ record: record2 })));
    const outcomes = await context.jq.evaluate(this.#on, contexts);
    return outcomes.map(({ outputs: [value] }) => keyOf(value));
  }
  #setDeadline() {
    const { limitMs, window } = this.#options;
    if (limitMs === void 0) return;
    const moments = [...this.#awaited.values()].flatMap(([first]) => first ?? []);
    window.setDeadline(moments.length === 0 ? void 0 : Math.min(...moments) + limitMs);
  }
};
function keyOf(value) {
  return value === void 0 || value === null ? void 0 : renderJson(value);
}
__name(keyOf, "keyOf");

// src/tasks/consume/progress.ts
var Progress = class {
  static {
    __name(this, "Progress");
  }
  #partitions;
  #from = /* @__PURE__ */ new Map();
  #next = /* @__PURE__ */ new Map();
  #matched = /* @__PURE__ */ new Map();
  /** @param partitions those that are read; undefined: all */
  constructor(partitions) {
    this.#partitions = partitions;
  }
  start(from2) {
    this.#from = from2;
  }
  note({ topic, partition, nextOffset }) {
    put(this.#next, topic, partition, nextOffset);
  }
  match({ topic, partition, offset }) {
    put(this.#matched, topic, partition, offset + 1n);
  }
  hasSeen(topic) {
    return this.#next.has(topic);
  }
  hasReached(goal) {
    const all2 = [...goal].flatMap(
      ([topic, offsets]) => offsets.map((offset, partition) => ({ topic, partition, offset }))
    );
    return all2.filter(({ partition }) => this.#isRead(partition)).every(({ topic, partition, offset }) => this.#position(topic, partition) >= offset);
  }
  /** One entry for each partition that is read. */
  get all() {
    return this.#known.filter(({ partition }) => this.#isRead(partition));
  }
  /** One entry for each partition of the topics. */
  get #known() {
    const topics = /* @__PURE__ */ new Set([...this.#from.keys(), ...this.#next.keys()]);
    return [...topics].flatMap((topic) => {
      const moved = [...this.#next.get(topic)?.keys() ?? []].map((partition) => partition + 1);
      const count2 = Math.max(this.#from.get(topic)?.length ?? 0, ...moved);
      return Array.from({ length: count2 }, (_, partition) => ({
        topic,
        partition,
        from: this.#from.get(topic)?.[partition] ?? 0n,
        to: this.#position(topic, partition)
      }));
    });
  }
  /** Offset after the last match; the start where there is none. */
  get nextOffsets() {
    const next = /* @__PURE__ */ new Map();
    for (const { topic, partition, from: from2 } of this.#known) {
      const offsets = next.get(topic) ?? [];
      offsets[partition] = this.#matched.get(topic)?.get(partition) ?? from2;
      next.set(topic, offsets);
    }
    return next;
  }
  #isRead(partition) {
    return this.#partitions?.includes(partition) ?? true;
  }
  #position(topic, partition) {
    return this.#next.get(topic)?.get(partition) ?? this.#from.get(topic)?.[partition] ?? 0n;
  }
};
function put(map, topic, ...[partition, offset]) {
  const partitions = map.get(topic) ?? /* @__PURE__ */ new Map();
  map.set(topic, partitions.set(partition, offset));
}
__name(put, "put");

// src/tasks/condition/match.ts
async function match(conditions, contexts, surroundings) {
  const judged = await Promise.all(conditions.map((condition2) => judge(condition2, contexts, surroundings)));
  return contexts.map((_, index) => {
    const first = judged.findIndex((of) => !of[index]?.passed);
    const met = judged.filter((of) => of[index]?.passed).length;
    if (first < 0) return { matched: true, met };
    const message = judged[first]?.[index]?.message ?? "it does not hold";
    return { matched: false, met, failed: { name: conditions[first]?.name ?? "", message } };
  });
}
__name(match, "match");

// src/tasks/consume/near-misses.ts
var KEPT = 5;
var NearMisses = class {
  static {
    __name(this, "NearMisses");
  }
  /** The nearest first; of equally near ones the latest. */
  #nearest = [];
  get all() {
    return this.#nearest;
  }
  add(miss) {
    const last = this.#nearest[KEPT - 1];
    if (last && miss.met < last.met) return;
    const at = this.#nearest.findIndex((one) => one.met <= miss.met);
    this.#nearest = this.#nearest.toSpliced(at < 0 ? this.#nearest.length : at, 0, miss).slice(0, KEPT);
  }
};

// src/tasks/consume/sieve.ts
var NO_MATCH = { matched: false, met: 0 };
var MOST_UNREADABLE = 20;
var RecordSieve = class _RecordSieve {
  static {
    __name(this, "RecordSieve");
  }
  misses = new NearMisses();
  /** Records that were given to it, and how many of them were let through no further. */
  read = 0;
  filtered = 0;
  undecodable = 0;
  /** The first ones. */
  unreadable = [];
  #spec;
  #context;
  #format;
  constructor(spec6, context, format) {
    this.#spec = spec6;
    this.#context = context;
    this.#format = format;
  }
  static async open(spec6, context) {
    return new _RecordSieve(spec6, context, await openReader(spec6.format, context.formats));
  }
  async sift(records) {
    const { candidates, unreadable } = await this.#view(records);
    const own = this.#spec.sameTrace === true ? candidates.filter((one) => this.#isOwn(one)) : candidates;
    const verdicts = await this.#judge(own);
    const matched = own.filter((_, index) => verdicts[index]?.matched);
    const of = this.#spec.where?.length ?? 0;
    for (const [index, { view }] of own.entries()) {
      const { met, failed: failed2 } = verdicts[index] ?? NO_MATCH;
      if (failed2) this.misses.add({ record: view, met, of, failed: failed2 });
    }
    this.read += records.length;
    this.filtered += candidates.length - matched.length;
    this.undecodable += unreadable.length;
    this.unreadable.push(...unreadable.slice(0, MOST_UNREADABLE - this.unreadable.length));
    return { matched, unreadable };
  }
  /** Would these records, which are not of the window, match? Those that can be read, each with what it lacks. */
  async compare(records) {
    const { candidates } = await this.#view(records);
    const verdicts = await this.#judge(candidates);
    return candidates.map(({ view }, index) => ({ record: view, ...verdicts[index] ?? NO_MATCH }));
  }
  /** `sameTrace`: does its trace begin with a record of this scenario? https://www.w3.org/TR/trace-context/#traceparent-header */
  #isOwn({ view }) {
    return view.headers.some(
      ({ key, value }) => key === "traceparent" && value?.split("-")[1] === this.#context.traceId
    );
  }
  async #view(records) {
    const candidates = [];
    const unreadable = [];
    await this.#format.prepare(records, this.#context.signal);
    for (const record2 of records) {
      const viewed = this.#format.view(record2);
      if ("view" in viewed)
        candidates.push({ record: record2, view: viewed.view, context: recordContext(viewed.view) });
      else unreadable.push({ record: record2, reason: viewed.unreadable });
    }
    return { candidates, unreadable };
  }
  #judge(candidates) {
    const contexts = this.#context.expressionContexts(candidates.map(({ context }) => ({ record: context })));
    return match(this.#spec.where ?? [], contexts, this.#context);
  }
};

// src/tasks/consume/follow-topics.ts
var LOOK_EVERY_MS = 200;
async function matchingTopics(selector, { kafka }, signal) {
  if (selector.patterns.length === 0) return [];
  const all2 = await kafka.listTopics(signal);
  return all2.filter((topic) => !selector.names.includes(topic) && selects(selector, topic));
}
__name(matchingTopics, "matchingTopics");
async function followTopics(selector, {
  known,
  surroundings,
  signal,
  onFound
}) {
  if (selector.patterns.length === 0) return;
  const seen = new Set(known);
  while (!signal.aborted) {
    await sleep(surroundings.clock, LOOK_EVERY_MS, signal).catch(() => void 0);
    if (signal.aborted) return;
    const now = await matchingTopics(selector, surroundings, signal).catch(() => []);
    const fresh = now.filter((topic) => !seen.has(topic));
    for (const topic of fresh) seen.add(topic);
    if (fresh.length > 0) onFound(fresh);
  }
}
__name(followTopics, "followTopics");

// src/tasks/consume/incoming.ts
function incomingOf(fetched) {
  const { topic, partition, arrivedAtMs } = fetched;
  return {
    topic,
    partition,
    arrivedAtMs,
    sizeBytes: sizeOf(fetched),
    take: /* @__PURE__ */ __name(() => fetched, "take"),
    drop: /* @__PURE__ */ __name(() => void 0, "drop")
  };
}
__name(incomingOf, "incomingOf");
function mapIncoming(incoming, change2) {
  return { ...incoming, take: /* @__PURE__ */ __name(() => change2(incoming.take()), "take") };
}
__name(mapIncoming, "mapIncoming");
var RECORD_BYTES = 500;
function sizeOf({ records }) {
  return records.reduce(
    (sum, { key, value }) => sum + RECORD_BYTES + (key?.length ?? 0) + (value?.length ?? 0),
    0
  );
}
__name(sizeOf, "sizeOf");

// src/tasks/consume/source.ts
async function openSource(options2, context) {
  const { from: from2, isOnTape } = options2;
  const start2 = startOf(options2, context);
  if (isOnTape && from2 === "scenario-start") return openTape(options2, { context, from: start2 });
  if (isOnTape && typeof from2 === "object" && "behind" in from2)
    return openTape(options2, { context, from: mergeLater(start2, from2.behind) });
  const names = [...options2.topics.names, ...await matchingTopics(options2.topics, context, context.signal)];
  const positions = from2 === "scenario-start" ? start2 : await positionsOf(from2, names, context);
  const isAhead = typeof from2 === "object" && "offset" in from2 && from2.offset > 0;
  const ends = isAhead ? await context.kafka.offsets(names, "end", context.signal) : positions;
  return openWatch(options2, { context, names, from: positions, readFrom: earlier(positions, ends) });
}
__name(openSource, "openSource");
function startOf({ topics }, { startPositions }) {
  return new Map([...startPositions].filter(([topic]) => selects(topics, topic)));
}
__name(startOf, "startOf");
async function positionsOf(from2, names, { kafka, signal }) {
  if (typeof from2 === "object" && "timeMs" in from2) return kafka.offsets(names, from2, signal);
  const start2 = await kafka.offsets(names, "start", signal);
  if (from2 === "beginning") return start2;
  if ("behind" in from2) return mergeLater(start2, from2.behind);
  if (from2.offset >= 0) return fromOffset(start2, from2.offset);
  return fromEnd(start2, await kafka.offsets(names, "end", signal), from2.offset);
}
__name(positionsOf, "positionsOf");
function openTape(options2, { context, from: from2 }) {
  const tape = context.tape[options2.isolation];
  const subscription = tape.subscribe(options2.topics, accepting(options2, from2));
  if (!context.repeats) tape.release(options2.topics);
  return { from: from2, [Symbol.asyncDispose]: async () => subscription[Symbol.dispose]() };
}
__name(openTape, "openTape");
function openWatch(options2, {
  context,
  names,
  from: from2,
  readFrom
}) {
  if (!context.repeats) context.tape[options2.isolation].release(options2.topics);
  const ended = new AbortController();
  const watches = [];
  const onFetch = accepting(options2, from2);
  const watch = /* @__PURE__ */ __name((topics, positions) => {
    if (topics.length === 0) return;
    const one = context.kafka.watch({
      topics,
      positions,
      isolation: options2.isolation,
      onFetch: /* @__PURE__ */ __name((fetched) => onFetch(incomingOf(fetched)), "onFetch")
    });
    one.done.catch((cause) => context.fail(cause));
    watches.push(one);
  }, "watch");
  watch(names, readFrom);
  void followTopics(options2.topics, {
    known: names,
    surroundings: context,
    signal: AbortSignal.any([context.signal, ended.signal]),
    onFound: /* @__PURE__ */ __name((topics) => watch(topics, /* @__PURE__ */ new Map()), "onFound")
  });
  return {
    from: from2,
    async [Symbol.asyncDispose]() {
      ended.abort();
      await Promise.all(watches.map((one) => one[Symbol.asyncDispose]()));
    }
  };
}
__name(openWatch, "openWatch");
function accepting({ partitions, onFetch }, from2) {
  return (incoming) => {
    if (partitions && !partitions.includes(incoming.partition)) return incoming.drop();
    const position = from2.get(incoming.topic)?.[incoming.partition] ?? 0n;
    return onFetch(mapIncoming(incoming, (fetched) => startingAt(position, fetched)));
  };
}
__name(accepting, "accepting");
function startingAt(position, fetched) {
  const isInside2 = fetched.records.every(({ offset }) => offset >= position);
  return isInside2 ? fetched : { ...fetched, records: fetched.records.filter(({ offset }) => offset >= position) };
}
__name(startingAt, "startingAt");
function earlier(a, b) {
  const least = /* @__PURE__ */ __name((topic, offsets) => offsets.map((offset, partition) => {
    const other = b.get(topic)?.[partition];
    return other !== void 0 && other < offset ? other : offset;
  }), "least");
  return new Map([...a].map(([topic, offsets]) => [topic, least(topic, offsets)]));
}
__name(earlier, "earlier");
function mergeLater(a, b) {
  const merge = /* @__PURE__ */ __name((topic, offsets) => offsets.map((offset, partition) => {
    const other = b.get(topic)?.[partition] ?? 0n;
    return other > offset ? other : offset;
  }), "merge");
  return new Map([...b, ...[...a].map(([topic, offsets]) => [topic, merge(topic, offsets)])]);
}
__name(mergeLater, "mergeLater");
function fromOffset(start2, offset) {
  const asked = BigInt(offset);
  return new Map(
    [...start2].map(([topic, offsets]) => [topic, offsets.map((first) => first > asked ? first : asked)])
  );
}
__name(fromOffset, "fromOffset");
function fromEnd(start2, end, back) {
  const position = /* @__PURE__ */ __name((topic, partition, first) => {
    const asked = (end.get(topic)?.[partition] ?? first) + BigInt(back);
    return asked > first ? asked : first;
  }, "position");
  return new Map(
    [...start2].map(([topic, offsets]) => [
      topic,
      offsets.map((first, partition) => position(topic, partition, first))
    ])
  );
}
__name(fromEnd, "fromEnd");

// src/tasks/consume/window.ts
var ConsumeWindow = class {
  static {
    __name(this, "ConsumeWindow");
  }
  #matched = 0;
  #settledAtMs;
  /** When the last required record arrived. */
  #requiredAtMs;
  #end;
  #rules;
  constructor(rules) {
    this.#rules = rules;
  }
  /** Matching records that counted. */
  get matched() {
    return this.#matched;
  }
  /** How and when it ended, once it has. */
  get end() {
    return this.#end;
  }
  /** The next moment at which it ends if nothing else arrives; absent: only a record or the end offsets end it. */
  get nextMomentMs() {
    if (this.#end) return void 0;
    const { closesAtMs, closesAtDeadline, deadlineAtMs } = this.#rules;
    const closesWith = closesAtDeadline && this.#settledAtMs === void 0 ? deadlineAtMs : void 0;
    const moments = [this.#pendingDeadline, this.#settledAtMs, closesAtMs, closesWith].filter(
      (at) => at !== void 0
    );
    return moments.length > 0 ? Math.min(...moments) : void 0;
  }
  /** The deadline of the records that are still awaited has changed; undefined: nothing says by when. */
  setDeadline(atMs) {
    this.#rules = { ...this.#rules, deadlineAtMs: atMs };
  }
  /** The moment that `since` names has become known: all awaited records are held to its deadline, those that came too. */
  startDeadline(atMs) {
    this.setDeadline(atMs);
    if (this.#requiredAtMs !== void 0 && this.#requiredAtMs > atMs && this.#rules.required > 0)
      this.#finish("deadline", atMs);
  }
  /** What came is all that is awaited, however many records that are: ends the task after settling. */
  satisfy(atMs) {
    if (this.#end) return;
    if (this.#rules.settleMs > 0) this.#settledAtMs ??= atMs + this.#rules.settleMs;
    else this.#finish("enough", atMs);
  }
  /** A matching record that arrived at `atMs`, in order of arrival. Says whether it counted: not after the end. */
  offer(atMs) {
    this.#endBefore(atMs);
    if (this.#end) return false;
    this.#matched += 1;
    const { enough, atMost, required } = this.#rules;
    if (this.#matched === required) this.#requiredAtMs = atMs;
    if (atMost !== void 0 && this.#matched > atMost) this.#finish("too-many", atMs);
    else if (enough !== void 0 && this.#matched === enough) this.satisfy(atMs);
    return true;
  }
  /** Every record that arrived up to `atMs` has been offered: ends the window if a moment has come by then. */
  advance(atMs) {
    this.#endBefore(atMs);
    if (!this.#end && this.nextMomentMs === atMs) this.#endAt(atMs);
  }
  /** Every record below the end offsets read at the task's start has been offered (`stop.atEnd`). */
  reachEnd(atMs) {
    this.#endBefore(atMs);
    if (!this.#end) this.#finish(this.#matched < this.#rules.required ? "too-few" : "closed", atMs);
  }
  /** A record that arrived at `atMs` could not be read, and the task fails on that. */
  offerUndecodable(atMs) {
    this.#endBefore(atMs);
    if (!this.#end) this.#finish("undecodable", atMs);
  }
  /** The deadline judges the required records only, and never settling. */
  get #pendingDeadline() {
    return this.#matched < this.#rules.required ? this.#rules.deadlineAtMs : void 0;
  }
  #endBefore(atMs) {
    const next = this.nextMomentMs;
    if (next !== void 0 && next < atMs) this.#endAt(next);
  }
  #endAt(atMs) {
    if (this.#settledAtMs === atMs) this.#finish("enough", atMs);
    else if (this.#pendingDeadline === atMs) this.#finish("deadline", atMs);
    else this.#finish(this.#matched < this.#rules.required ? "too-few" : "closed", atMs);
  }
  #finish(why, atMs) {
    this.#end = { why, atMs };
  }
};

// src/tasks/consume/reader.ts
var SAME_TURN_MS = 20;
var MOST_AT_ONCE = 500;
var ConsumeReader = class _ConsumeReader {
  static {
    __name(this, "ConsumeReader");
  }
  window;
  limitMs;
  topics;
  sieve;
  expectations;
  progress;
  #spec;
  #context;
  #arrivals;
  #limit;
  #latencies = new Latencies();
  /** Counted, but not told to anyone yet, as it is not known where their latency counts from. */
  #untold = [];
  #latest;
  /** The first match after the window's end. */
  #late;
  #source;
  #goal;
  constructor(spec6, context, sieve) {
    const { startedAtMs, clock, signal } = context;
    const sinceMs = spec6.fail?.since === void 0 ? startedAtMs : void 0;
    const { limitMs, ...rules } = windowRules(spec6, { startedAtMs, sinceMs });
    this.#spec = spec6;
    this.#context = context;
    this.sieve = sieve;
    const { topic = "", topics = [topic], cluster } = spec6;
    this.topics = context.selector ?? selectTopics(topics.map((one) => qualifiedName(cluster, one)));
    this.window = new ConsumeWindow(rules);
    this.limitMs = limitMs;
    this.expectations = openExpectations(spec6, context);
    this.progress = new Progress(spec6.partitions);
    this.#arrivals = new Arrivals(clock, signal);
    this.#limit = openLimit({
      since: spec6.fail?.since,
      limitMs,
      window: this.window,
      context,
      onChange: /* @__PURE__ */ __name(() => this.#arrivals.interrupt(), "onChange")
    });
  }
  /** Opens the source; records that arrived since the scenario started are there at once. */
  static async open(spec6, context) {
    const reader = new _ConsumeReader(spec6, context, await RecordSieve.open(spec6, context));
    const { stop: stop3, partitions, isolation = "read_committed" } = spec6;
    if (stop3?.atEnd === true)
      reader.#goal = await context.kafka.offsets(reader.topics.names, "end", context.signal);
    reader.#source = await openSource(
      {
        topics: reader.topics,
        isOnTape: context.selector !== void 0,
        partitions,
        isolation,
        from: startOf2(spec6, context),
        onFetch: /* @__PURE__ */ __name((incoming) => reader.#arrivals.push(incoming), "onFetch")
      },
      context
    );
    reader.progress.start(reader.#source.from);
    return reader;
  }
  /** Reads until the window has ended. @throws the signal's reason when it is aborted, TaskSkipped */
  async run() {
    this.#checkGoal(this.#context.clock.nowMs());
    while (!this.window.end) {
      const next = await this.#arrivals.next(this.window.nextMomentMs);
      if (next.kind === "passed") this.window.advance(next.momentMs);
      else if (next.kind === "arrival") await this.#take(next.arrival);
      else await this.#checkLimit();
    }
    if (!this.#limit.isKnown) await Promise.race([this.#limit.known(), rejectOnAbort(this.#context.signal)]);
    await this.#tell();
  }
  /** The first record after the window's end that would have matched, waited for until a moment. */
  async findLate(untilMs) {
    while (!this.#late) {
      const next = await this.#arrivals.next(untilMs);
      if (next.kind === "passed") return void 0;
      if (next.kind !== "arrival") continue;
      const { matched } = await this.sieve.sift(next.arrival.fetched.records);
      const [first] = matched;
      if (first) this.#late = { ...first, atMs: next.arrival.atMs };
    }
    return this.#late;
  }
  /** Would these records, which are not of the window, match? Those that can be read, each with what it lacks. */
  compare(records) {
    return this.sieve.compare(records);
  }
  /** Where the limit counts from, as far as one moment can say it. */
  get sinceMs() {
    return this.#limit.sinceMs;
  }
  get latest() {
    return this.#latest;
  }
  get latencies() {
    return this.#latencies.summary;
  }
  /**
   * The worst delay of our own event loop from the moment on that the limit counts from, in milliseconds. A stall that
   * made us read the trigger's acknowledgement late counts too: it is noticed in the same turn.
   */
  get loopLagMs() {
    return this.#context.lag.worstSince(this.sinceMs - SAME_TURN_MS);
  }
  /** The topics, of those with a name, that have never been seen. */
  async missingTopics() {
    const { names } = this.topics;
    const there = await this.#context.kafka.offsets(names, "start", this.#context.signal);
    return names.filter((topic) => !there.has(topic) && !this.progress.hasSeen(topic));
  }
  async [Symbol.asyncDispose]() {
    this.#limit[Symbol.dispose]();
    this.#arrivals[Symbol.dispose]();
    await this.#source?.[Symbol.asyncDispose]();
  }
  /** A view with its moment and, where it is known from when it counts, its latency. */
  viewMatch({ view, atMs }, sinceMs) {
    const latencyMs = sinceMs === void 0 ? void 0 : Math.max(0, roundMs(atMs - sinceMs));
    return {
      ...view,
      momentMs: this.#context.sinceRunStart(atMs),
      ...latencyMs === void 0 ? {} : { latencyMs }
    };
  }
  /** Some of its records at a time: what is made of each of them takes many times its own memory. */
  async #take({ fetched, atMs }) {
    const { records } = fetched;
    let failsAt;
    for (let from2 = 0; from2 < records.length; from2 += MOST_AT_ONCE) {
      const { matched, unreadable } = await this.sieve.sift(records.slice(from2, from2 + MOST_AT_ONCE));
      if (this.#spec.undecodable !== "skip") failsAt ??= unreadable[0]?.record.offset;
      await this.#limit.prepare(matched.map(({ context }) => context));
      for (const candidate of matched) {
        if (failsAt !== void 0 && candidate.record.offset > failsAt) break;
        this.#offer({ ...candidate, atMs });
      }
      if (this.#limit.isKnown) await this.#tell();
    }
    this.progress.note(fetched);
    if (failsAt !== void 0) this.window.offerUndecodable(atMs);
    if (this.expectations.some((one) => one.isComplete?.())) this.window.satisfy(atMs);
    this.#checkGoal(atMs);
  }
  #offer(match2) {
    if (!this.window.offer(match2.atMs)) {
      this.#late ??= match2;
      return;
    }
    this.#latest = match2;
    this.progress.match(match2.record);
    this.#untold.push({ ...match2, sinceMs: this.#limit.meet(match2.context) });
  }
  async #checkLimit() {
    if (this.#limit.isKnown) await this.#tell();
    else await Promise.race([this.#limit.known(), Promise.resolve()]);
  }
  /** Tells the report, the checks, the children and the expectations of the matches that counted. */
  async #tell() {
    const counted = this.#untold;
    this.#untold = [];
    if (counted.length === 0) return;
    const views = counted.map((match2) => this.viewMatch(match2, match2.sinceMs ?? this.#commonSince));
    for (const record2 of views) {
      if (record2.latencyMs !== void 0) this.#latencies.add(record2.latencyMs);
      this.#context.emit({ type: "record-consumed", record: record2 });
    }
    const contexts = views.map(recordContext);
    for (const expectation2 of this.expectations) await expectation2.offer(contexts);
    await this.#context.publish(
      contexts.map((value, index) => ({ what: "record", value, atMs: counted[index]?.atMs ?? 0 }))
    );
  }
  /** Of matches that counted before it was known: the one moment there is, unless each record has its own. */
  get #commonSince() {
    return typeof this.#spec.fail?.since === "object" ? void 0 : this.#limit.sinceMs;
  }
  /** `stop.atEnd`: have all partitions been read up to the end offsets of the task's start? */
  #checkGoal(atMs) {
    if (this.#goal && this.progress.hasReached(this.#goal)) this.window.reachEnd(atMs);
  }
};
function startOf2({ from: from2 = "scenario-start" }, context) {
  if (typeof from2 === "string" || "offset" in from2) return from2;
  if ("behind" in from2) return { behind: context.offsetsAfter(from2.behind) ?? /* @__PURE__ */ new Map() };
  if ("ago" in from2) return { timeMs: context.clock.wallMs() - from2.ago };
  return { timeMs: from2.time };
}
__name(startOf2, "startOf");
function rejectOnAbort(signal) {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
__name(rejectOnAbort, "rejectOnAbort");

// src/model/instant.ts
var ISO2 = external_exports.iso.datetime({ offset: true });
var instant = external_exports.union([external_exports.string(), external_exports.int().min(0)]).transform((value, context) => {
  if (typeof value === "number") return value;
  const iso = ISO2.safeParse(value);
  if (iso.success) return Date.parse(iso.data);
  context.addIssue({
    code: "custom",
    message: `"${value}" is not a moment`,
    params: { hint: "write ISO 8601 with a zone, such as 2026-01-02T03:04:05Z, or epoch milliseconds" }
  });
  return external_exports.NEVER;
}).meta({ title: "Moment", examples: ["2026-01-02T03:04:05Z", 1652012999698] });

// src/expr/with-inputs.ts
function withInputs(schema) {
  const changed = change(schema);
  const about = schema.meta();
  return about ? changed.meta(about) : changed;
}
__name(withInputs, "withInputs");
var SCALARS = /* @__PURE__ */ new Set(["string", "number", "boolean", "enum", "literal"]);
function change(schema) {
  if (schema instanceof external_exports.ZodOptional) return withInputs(schema.unwrap()).optional();
  if (schema instanceof external_exports.ZodArray)
    return external_exports.core.clone(schema, { ...schema.def, element: withInputs(schema.element) });
  if (schema instanceof external_exports.ZodUnion)
    return external_exports.core.clone(schema, {
      ...schema.def,
      options: schema.options.map((one) => withInputs(one))
    });
  if (schema instanceof external_exports.ZodObject) {
    const shape = Object.entries(schema.shape).map(([key, inner]) => [key, withInputs(inner)]);
    return external_exports.core.clone(schema, { ...schema.def, shape: Object.fromEntries(shape) });
  }
  return SCALARS.has(schema.type) ? input(schema) : schema;
}
__name(change, "change");

// src/tasks/record-format.ts
var part = withInputs(formatSpec).optional();
var recordFormat = external_exports.strictObject({ key: part, value: part });

// src/tasks/consume/spec.ts
var text = external_exports.string().min(1);
var count = input(external_exports.int().min(0));
var topicName = text.superRefine((name3, context) => {
  const pattern = patternOf(name3);
  if (pattern === void 0 || isPattern(pattern)) return;
  context.addIssue({
    code: "custom",
    message: `"${name3}" is no regular expression`,
    params: { hint: "what stands between the slashes is a JavaScript pattern, such as /orders-.+/" }
  });
}).describe("a name, or /pattern/ of whole names");
function isPattern(text8) {
  try {
    return new RegExp(text8, "u").flags === "u";
  } catch {
    return false;
  }
}
__name(isPattern, "isPattern");
var from = external_exports.union([
  input(external_exports.enum(["scenario-start", "beginning"])),
  external_exports.strictObject({ offset: input(external_exports.int()).describe("below zero: that many before the end offset") }),
  external_exports.strictObject({
    time: input(instant).describe("the first record at or after a time: ISO 8601, or epoch milliseconds")
  }),
  external_exports.strictObject({ ago: input(duration).describe("records of the last so long") }),
  external_exports.strictObject({ behind: text.describe("after the record that this consume task matched last") })
]).meta({
  description: "default scenario-start: the end offsets taken before the first task started",
  examples: [
    "beginning",
    { offset: -10 },
    { ago: "1d" },
    { time: "2026-01-02T03:04:05Z" },
    { behind: "first" }
  ]
});
var stop = external_exports.strictObject({
  records: input(external_exports.int().min(1)).optional().describe("ends after this many matching records; fewer fail"),
  after: input(duration).optional().describe("closes the window, since the task's start"),
  atEnd: input(external_exports.boolean()).optional().describe("ends at the end offsets read when the task started; default false"),
  settle: input(duration).optional().describe("with `expect`: how long to go on after the last awaited record; default 300ms")
});
var fail = external_exports.strictObject({
  after: input(duration).describe(
    "the deadline of the last awaited record; default 60s unless stop.after is given"
  ),
  since: external_exports.union([
    text,
    external_exports.strictObject({
      task: text.describe("the task with the other records"),
      on: jqProgram().describe("pairs each record with that of the other task that has the same value")
    })
  ]).optional().describe("the task whose latest acknowledgement (or END) it counts from; default this task's start")
});
var expectation = external_exports.strictObject({
  count: external_exports.union([
    count,
    external_exports.strictObject({
      min: count.optional().describe("fewer fail"),
      max: count.optional().describe("more fail, at once")
    })
  ]).optional().meta({
    description: "how many matching records: exactly, or from min to max; 0 asserts silence for stop.after",
    examples: [3, { min: 1, max: 5 }]
  }),
  unique: jqProgram().optional().describe("no two records give the same value"),
  ordered: external_exports.strictObject({
    by: jqProgram().describe("the value that goes up, or down"),
    per: input(external_exports.enum(["partition", "key", "all"])).optional().describe("default partition"),
    direction: input(external_exports.enum(["ascending", "descending"])).optional().describe("default ascending"),
    strict: input(external_exports.boolean()).optional().describe("equal neighbours fail; default false")
  }).optional().meta({
    description: "the records come in the order of a value",
    examples: [{ by: ".record.value.sequence", per: "key" }]
  }),
  sequence: external_exports.strictObject({
    of: jqProgram().describe("the value of each record"),
    equals: external_exports.array(freeform()).min(1).describe("the values that are expected"),
    mode: input(external_exports.enum(["exact", "inOrder", "anyOrder"])).optional().describe("inOrder lets others stand between, anyOrder looks at no order; default exact")
  }).optional().meta({
    description: "the values that the records give one after the other",
    examples: [{ of: ".record.value.event", equals: ["created", "paid", "shipped"] }]
  }),
  latency: external_exports.strictObject({
    p50: input(duration).optional().describe("of half of the records"),
    p95: input(duration).optional().describe("of 95 of 100 records"),
    max: input(duration).optional().describe("of every record")
  }).optional().meta({
    description: "limits of latencies, by nearest rank",
    examples: [{ p50: "50ms", p95: "300ms", max: "500ms" }]
  }),
  checks: conditionList.optional().describe("conditions over .records, .table and .count")
});
var consumeSpec = external_exports.strictObject({
  topic: input(topicName).optional().meta({ description: "a name, or /pattern/ of whole names", examples: ["orders", "/orders-.+/"] }),
  topics: external_exports.array(input(topicName)).min(1).optional().describe("several topics"),
  cluster: clusterName.optional(),
  from: from.optional(),
  partitions: external_exports.array(input(external_exports.int().min(0))).min(1).optional().meta({ description: "default all", examples: [[0, 1]] }),
  where: conditionList.optional().meta({
    description: "all of them must hold for a record to match",
    examples: [
      [".record.value.userId == 12345"],
      [{ any: [{ ".record.key": "a" }, { ".record.key": "b" }] }]
    ]
  }),
  sameTrace: input(external_exports.boolean()).optional().describe("only records whose traceparent header belongs to this scenario; default false"),
  format: recordFormat.optional().describe("default auto"),
  isolation: external_exports.enum(["read_committed", "read_uncommitted"]).optional().describe("default read_committed"),
  undecodable: input(external_exports.enum(["fail", "skip"])).optional().describe("default fail; skipped ones are counted and shown"),
  missing: input(external_exports.enum(["fail", "allow"])).optional().describe("a topic that never existed while the task ran; default fail"),
  stop: stop.optional().meta({
    description: "when the task ends",
    examples: [{ records: 3 }, { after: "10s" }, { atEnd: true }]
  }),
  fail: fail.optional().meta({
    description: "by when the awaited records must be there",
    examples: [{ after: "500ms", since: "pageview" }]
  }),
  expect: expectation.optional().meta({
    description: "about the whole; judged when the task ends",
    examples: [{ count: 3, unique: ".record.value.id" }, { latency: { p95: "300ms" } }]
  })
}).superRefine(({ topic, topics, stop: ending, expect }, context) => {
  if (topic === void 0 === (topics === void 0)) {
    context.addIssue({
      code: "custom",
      message: topic === void 0 ? "no topic to consume" : 'both "topic" and "topics"',
      params: { hint: 'write one of the two: "topic: name" or "topics: [a, b]"' }
    });
  }
  if (expect?.count === 0 && ending?.after === void 0 && ending?.atEnd !== true) {
    context.addIssue({
      code: "custom",
      path: ["expect", "count"],
      message: "silence, but for how long",
      params: { hint: 'add "stop: { after: 1s }"' }
    });
  }
});

// src/tasks/consume.ts
var consume = defineTask({
  kind: "consume",
  summary: "watches topics for records and judges what comes, and when",
  examples: [{ topic: "upsell_events", where: [".record.value.userId == 12345"], fail: { after: "500ms" } }],
  emits: "record",
  spec: consumeSpec,
  topics: /* @__PURE__ */ __name(({ topic, topics = topic ? [topic] : [], cluster }) => ({
    consumed: topics.map((one) => topicAt(cluster, one)),
    produced: []
  }), "topics"),
  files: /* @__PURE__ */ __name(({ format }) => filesOfFormat(format), "files"),
  references: /* @__PURE__ */ __name(({ from: start2, fail: limit }) => [
    ...typeof start2 === "object" && "behind" in start2 ? [{ task: start2.behind, path: ["from", "behind"], needs: "ended" }] : [],
    ...limit?.since === void 0 ? [] : typeof limit.since === "string" ? [{ task: limit.since, path: ["fail", "since"], needs: "moment" }] : [{ task: limit.since.task, path: ["fail", "since", "task"], needs: "moment" }]
  ], "references"),
  limitMs: /* @__PURE__ */ __name(({ fail: fail3 }) => fail3?.since === void 0 && typeof fail3?.after === "number" ? fail3.after : void 0, "limitMs"),
  async run(given, context) {
    const evaluated = await resolve(given, () => context.expressionContext(), context.jq);
    const reader = await ConsumeReader.open(evaluated, context);
    try {
      await reader.run();
      return await conclude(reader, evaluated, context);
    } catch (cause) {
      await reader[Symbol.asyncDispose]();
      throw cause;
    }
  }
});

// src/tasks/csv.ts
import { createReadStream } from "node:fs";

// node_modules/csv-parse/lib/index.js
import { Transform } from "stream";

// node_modules/csv-parse/lib/utils/is_object.js
var is_object = /* @__PURE__ */ __name(function(obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
}, "is_object");

// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class _CsvError extends Error {
  static {
    __name(this, "CsvError");
  }
  constructor(code, message, options2, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== void 0) {
      Error.captureStackTrace(this, _CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value) ? value.toString(options2.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
      }
    }
  }
};

// node_modules/csv-parse/lib/api/normalize_columns_array.js
var normalize_columns_array = /* @__PURE__ */ __name(function(columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === void 0 || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal"
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`
      ]);
    }
  }
  return normalizedColumns;
}, "normalize_columns_array");

// node_modules/csv-parse/lib/utils/ResizeableBuffer.js
var ResizeableBuffer = class {
  static {
    __name(this, "ResizeableBuffer");
  }
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
};
var ResizeableBuffer_default = ResizeableBuffer;

// node_modules/csv-parse/lib/api/init_state.js
var init_state = /* @__PURE__ */ __name(function(options2) {
  const timchars = [
    // Basic Latin
    32,
    // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    9,
    // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    10,
    // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    13,
    // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    12,
    // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    11,
    // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    160,
    // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    5760,
    // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    8192,
    // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    8193,
    // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    8194,
    // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    8195,
    // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    8196,
    // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    8197,
    // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    8198,
    // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    8199,
    // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    8200,
    // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    8201,
    // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    8202,
    // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    8232,
    // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    8233,
    // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    8239,
    // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    8287,
    // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    12288,
    // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    65279
    // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options2.encoding
    );
    if (codepoint !== 63 && encoded.length === 1 && encoded[0] === 63) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options2.cast_function,
    commenting: false,
    delimiterBufPrevious: void 0,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: void 0,
    enabled: options2.from_line === 1,
    escaping: false,
    escapeIsQuote: Buffer.isBuffer(options2.escape) && Buffer.isBuffer(options2.quote) && Buffer.compare(options2.escape, options2.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options2.columns) ? options2.columns.length : void 0,
    field: new ResizeableBuffer_default(20),
    firstLineToHeaders: options2.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options2.comment !== null ? options2.comment.length : 0,
      ...options2.delimiter ? options2.delimiter.map((delimiter) => delimiter.length) : [],
      // Auto discovery of delimiter is limited to 1 character
      options2.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options2.quote !== null ? options2.quote.length : 0,
      ...timchars.map((t) => t.length)
    ),
    previousBuf: void 0,
    quoting: false,
    stop: false,
    rawBuffer: new ResizeableBuffer_default(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength: options2.record_delimiter.length === 0 ? 0 : Math.max(...options2.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options2.encoding)[0],
      Buffer.from("	", options2.encoding)[0]
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars,
    timcharFirstBytes
  };
}, "init_state");

// node_modules/csv-parse/lib/utils/underscore.js
var underscore = /* @__PURE__ */ __name(function(str) {
  return str.replace(/([A-Z])/g, function(_, match2) {
    return "_" + match2.toLowerCase();
  });
}, "underscore");

// node_modules/csv-parse/lib/api/normalize_options.js
var normalize_options = /* @__PURE__ */ __name(function(opts) {
  const options2 = {};
  for (const opt in opts) {
    options2[underscore(opt)] = opts[opt];
  }
  if (options2.encoding === void 0 || options2.encoding === true) {
    options2.encoding = "utf8";
  } else if (options2.encoding === null || options2.encoding === false) {
    options2.encoding = null;
  } else if (typeof options2.encoding !== "string" && options2.encoding !== null) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options2.encoding)}`
      ],
      options2
    );
  }
  if (options2.bom === void 0 || options2.bom === null || options2.bom === false) {
    options2.bom = false;
  } else if (options2.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options2.bom)}`
      ],
      options2
    );
  }
  options2.cast_function = null;
  if (options2.cast === void 0 || options2.cast === null || options2.cast === false || options2.cast === "") {
    options2.cast = void 0;
  } else if (typeof options2.cast === "function") {
    options2.cast_function = options2.cast;
    options2.cast = true;
  } else if (options2.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options2.cast)}`
      ],
      options2
    );
  }
  if (options2.cast_date === void 0 || options2.cast_date === null || options2.cast_date === false || options2.cast_date === "") {
    options2.cast_date = false;
  } else if (options2.cast_date === true) {
    options2.cast_date = function(value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options2.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options2.cast_date)}`
      ],
      options2
    );
  }
  options2.cast_first_line_to_header = void 0;
  if (options2.columns === true) {
    options2.cast_first_line_to_header = void 0;
  } else if (typeof options2.columns === "function") {
    options2.cast_first_line_to_header = options2.columns;
    options2.columns = true;
  } else if (Array.isArray(options2.columns)) {
    options2.columns = normalize_columns_array(options2.columns);
  } else if (options2.columns === void 0 || options2.columns === null || options2.columns === false) {
    options2.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options2.columns)}`
      ],
      options2
    );
  }
  if (options2.group_columns_by_name === void 0 || options2.group_columns_by_name === null || options2.group_columns_by_name === false) {
    options2.group_columns_by_name = false;
  } else if (options2.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options2.group_columns_by_name)}`
      ],
      options2
    );
  } else if (options2.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated."
      ],
      options2
    );
  }
  if (options2.comment === void 0 || options2.comment === null || options2.comment === false || options2.comment === "") {
    options2.comment = null;
  } else {
    if (typeof options2.comment === "string") {
      options2.comment = Buffer.from(options2.comment, options2.encoding);
    }
    if (!Buffer.isBuffer(options2.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options2.comment)}`
        ],
        options2
      );
    }
  }
  if (options2.comment_no_infix === void 0 || options2.comment_no_infix === null || options2.comment_no_infix === false) {
    options2.comment_no_infix = false;
  } else if (options2.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options2.comment_no_infix)}`
      ],
      options2
    );
  }
  if (options2.delimiter_auto === void 0 || options2.delimiter_auto === null || options2.delimiter_auto === false) {
    options2.delimiter_auto = false;
  } else if (options2.delimiter_auto === true) {
    options2.delimiter_auto = {};
  } else if (!is_object(options2.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options2.delimiter_auto)}`
      ],
      options2
    );
  }
  if (options2.delimiter_auto) {
    if (options2.delimiter_auto.preferred === void 0)
      options2.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["	".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4
      };
    else if (!is_object(options2.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options2.delimiter_auto.preferred)}`
        ],
        options2
      );
    }
    if (options2.delimiter_auto.score === void 0)
      options2.delimiter_auto.score = (info, options3) => {
        return (info.total - info.std) * (options3.preferred[info.char_code] || 1);
      };
    else if (typeof options2.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options2.delimiter_auto.score)}`
        ],
        options2
      );
    }
    if (options2.delimiter_auto.size === void 0)
      options2.delimiter_auto.size = 2048;
    else if (typeof options2.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options2.delimiter_auto.size)}`
        ],
        options2
      );
    }
  }
  const delimiter_json = JSON.stringify(options2.delimiter);
  if (options2.delimiter_auto !== false) {
    options2.delimiter = [];
  }
  if (!Array.isArray(options2.delimiter)) {
    if (options2.delimiter === void 0 || options2.delimiter === null || options2.delimiter === false) {
      options2.delimiter = Buffer.from(",", options2.encoding);
    }
    options2.delimiter = [options2.delimiter];
  }
  options2.delimiter = options2.delimiter.map(function(delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options2.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`
        ],
        options2
      );
    }
    return delimiter;
  });
  if (options2.escape === void 0 || options2.escape === true) {
    options2.escape = Buffer.from('"', options2.encoding);
  } else if (typeof options2.escape === "string") {
    options2.escape = Buffer.from(options2.escape, options2.encoding);
  } else if (options2.escape === null || options2.escape === false) {
    options2.escape = null;
  }
  if (options2.escape !== null) {
    if (!Buffer.isBuffer(options2.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options2.escape)}`
      );
    }
  }
  if (options2.from === void 0 || options2.from === null) {
    options2.from = 1;
  } else {
    if (typeof options2.from === "string" && /\d+/.test(options2.from)) {
      options2.from = parseInt(options2.from);
    }
    if (Number.isInteger(options2.from)) {
      if (options2.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options2.from)}`
      );
    }
  }
  if (options2.from_line === void 0 || options2.from_line === null) {
    options2.from_line = 1;
  } else {
    if (typeof options2.from_line === "string" && /\d+/.test(options2.from_line)) {
      options2.from_line = parseInt(options2.from_line);
    }
    if (Number.isInteger(options2.from_line)) {
      if (options2.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`
      );
    }
  }
  if (options2.ignore_last_delimiters === void 0 || options2.ignore_last_delimiters === null) {
    options2.ignore_last_delimiters = false;
  } else if (typeof options2.ignore_last_delimiters === "number") {
    options2.ignore_last_delimiters = Math.floor(options2.ignore_last_delimiters);
    if (options2.ignore_last_delimiters === 0) {
      options2.ignore_last_delimiters = false;
    }
  } else if (typeof options2.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options2.ignore_last_delimiters)}`
      ],
      options2
    );
  }
  if (options2.ignore_last_delimiters === true && options2.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option"
      ],
      options2
    );
  }
  if (options2.info === void 0 || options2.info === null || options2.info === false) {
    options2.info = false;
  } else if (options2.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options2.info)}`
    );
  }
  if (options2.max_record_size === void 0 || options2.max_record_size === null || options2.max_record_size === false) {
    options2.max_record_size = 0;
  } else if (Number.isInteger(options2.max_record_size) && options2.max_record_size >= 0) {
  } else if (typeof options2.max_record_size === "string" && /\d+/.test(options2.max_record_size)) {
    options2.max_record_size = parseInt(options2.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options2.max_record_size)}`
    );
  }
  if (options2.objname === void 0 || options2.objname === null || options2.objname === false) {
    options2.objname = void 0;
  } else if (Buffer.isBuffer(options2.objname)) {
    if (options2.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options2.encoding === null) {
    } else {
      options2.objname = options2.objname.toString(options2.encoding);
    }
  } else if (typeof options2.objname === "string") {
    if (options2.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
  } else if (typeof options2.objname === "number") {
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options2.objname}`
    );
  }
  if (options2.objname !== void 0) {
    if (typeof options2.objname === "number") {
      if (options2.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field"
        );
      }
    } else {
      if (options2.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index"
        );
      }
    }
  }
  if (options2.on_record === void 0 || options2.on_record === null) {
    options2.on_record = void 0;
  } else if (typeof options2.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options2.on_record)}`
      ],
      options2
    );
  }
  if (options2.on_skip !== void 0 && options2.on_skip !== null && typeof options2.on_skip !== "function") {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options2.on_skip)}`
    );
  }
  if (options2.quote === null || options2.quote === false || options2.quote === "") {
    options2.quote = null;
  } else {
    if (options2.quote === void 0 || options2.quote === true) {
      options2.quote = Buffer.from('"', options2.encoding);
    } else if (typeof options2.quote === "string") {
      options2.quote = Buffer.from(options2.quote, options2.encoding);
    }
    if (!Buffer.isBuffer(options2.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options2.quote)}`
      );
    }
  }
  if (options2.raw === void 0 || options2.raw === null || options2.raw === false) {
    options2.raw = false;
  } else if (options2.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options2.raw)}`
    );
  }
  if (options2.record_delimiter === void 0) {
    options2.record_delimiter = [];
  } else if (typeof options2.record_delimiter === "string" || Buffer.isBuffer(options2.record_delimiter)) {
    if (options2.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options2.record_delimiter)}`
        ],
        options2
      );
    }
    options2.record_delimiter = [options2.record_delimiter];
  } else if (!Array.isArray(options2.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options2.record_delimiter)}`
      ],
      options2
    );
  }
  options2.record_delimiter = options2.record_delimiter.map(function(rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options2
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options2
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options2.encoding);
    }
    return rd;
  });
  if (typeof options2.relax_column_count === "boolean") {
  } else if (options2.relax_column_count === void 0 || options2.relax_column_count === null) {
    options2.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options2.relax_column_count)}`
    );
  }
  if (typeof options2.relax_column_count_less === "boolean") {
  } else if (options2.relax_column_count_less === void 0 || options2.relax_column_count_less === null) {
    options2.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options2.relax_column_count_less)}`
    );
  }
  if (typeof options2.relax_column_count_more === "boolean") {
  } else if (options2.relax_column_count_more === void 0 || options2.relax_column_count_more === null) {
    options2.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options2.relax_column_count_more)}`
    );
  }
  if (typeof options2.relax_quotes === "boolean") {
  } else if (options2.relax_quotes === void 0 || options2.relax_quotes === null) {
    options2.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options2.relax_quotes)}`
    );
  }
  if (typeof options2.skip_empty_lines === "boolean") {
  } else if (options2.skip_empty_lines === void 0 || options2.skip_empty_lines === null) {
    options2.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options2.skip_empty_lines)}`
    );
  }
  if (typeof options2.skip_records_with_empty_values === "boolean") {
  } else if (options2.skip_records_with_empty_values === void 0 || options2.skip_records_with_empty_values === null) {
    options2.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options2.skip_records_with_empty_values)}`
    );
  }
  if (typeof options2.skip_records_with_error === "boolean") {
  } else if (options2.skip_records_with_error === void 0 || options2.skip_records_with_error === null) {
    options2.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options2.skip_records_with_error)}`
    );
  }
  if (options2.rtrim === void 0 || options2.rtrim === null || options2.rtrim === false) {
    options2.rtrim = false;
  } else if (options2.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options2.rtrim)}`
    );
  }
  if (options2.ltrim === void 0 || options2.ltrim === null || options2.ltrim === false) {
    options2.ltrim = false;
  } else if (options2.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options2.ltrim)}`
    );
  }
  if (options2.trim === void 0 || options2.trim === null || options2.trim === false) {
    options2.trim = false;
  } else if (options2.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options2.trim)}`
    );
  }
  if (options2.trim === true && opts.ltrim !== false) {
    options2.ltrim = true;
  } else if (options2.ltrim !== true) {
    options2.ltrim = false;
  }
  if (options2.trim === true && opts.rtrim !== false) {
    options2.rtrim = true;
  } else if (options2.rtrim !== true) {
    options2.rtrim = false;
  }
  if (options2.to === void 0 || options2.to === null) {
    options2.to = -1;
  } else if (options2.to !== -1) {
    if (typeof options2.to === "string" && /\d+/.test(options2.to)) {
      options2.to = parseInt(options2.to);
    }
    if (Number.isInteger(options2.to)) {
      if (options2.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`
      );
    }
  }
  if (options2.to_line === void 0 || options2.to_line === null) {
    options2.to_line = -1;
  } else if (options2.to_line !== -1) {
    if (typeof options2.to_line === "string" && /\d+/.test(options2.to_line)) {
      options2.to_line = parseInt(options2.to_line);
    }
    if (Number.isInteger(options2.to_line)) {
      if (options2.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`
      );
    }
  }
  return options2;
}, "normalize_options");

// node_modules/csv-parse/lib/utils/delimiter_discover.js
var delimiter_discover = /* @__PURE__ */ __name(function(records, options2) {
  if (!options2) {
    ({ delimiter_auto: options2 } = normalize_options({ delimiter_auto: true }));
  }
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records2 = [];
      const parser = transform({ delimiter: [] });
      const push = /* @__PURE__ */ __name((record2) => records2.push(record2), "push");
      const close = /* @__PURE__ */ __name(() => {
      }, "close");
      const error = parser.parse(data, true, push, close);
      if (error !== void 0) throw error;
      return records2;
    })(records);
  }
  const info = Array(127).fill().map(() => ({ lines: [] }));
  records.map(([record2], line) => {
    for (let i = 0, l = record2.length; i < l; i++) {
      const code = record2.charCodeAt(i);
      if (info[code].lines[line] === void 0) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
  info.map((info2, i) => {
    info2.char_code = i;
    info2.std = std(info2.lines);
    info2.total = info2.lines.reduce((acc, val) => acc + val, 0);
    info2.preferred = !!options2.preferred[i];
    info2.score = options2.score(info2, options2);
  });
  const result = info.reduce(
    (acc, info2) => acc.score > info2.score ? acc : info2,
    {}
  );
  return String.fromCharCode(result.char_code);
}, "delimiter_discover");
var std = /* @__PURE__ */ __name(function(array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n
  );
}, "std");

// node_modules/csv-parse/lib/api/index.js
var isRecordEmpty = /* @__PURE__ */ __name(function(record2) {
  return record2.every(
    (field) => field == null || field.toString && field.toString().trim() === ""
  );
}, "isRecordEmpty");
var cr = 13;
var nl = 10;
var boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254])
};
var transform = /* @__PURE__ */ __name(function(original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0
  };
  const options2 = normalize_options(original_options);
  return {
    info,
    original_options,
    options: options2,
    state: init_state(options2),
    __needMoreData: /* @__PURE__ */ __name(function(i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } = this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0 ? Buffer.from("\r\n", encoding).length : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0
      );
      return numOfCharLeft < requiredLength;
    }, "__needMoreData"),
    // Central parser implementation
    parse: /* @__PURE__ */ __name(function(nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote
      } = this.state;
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === void 0) {
          delimiterBuf = nextBuf;
        } else if (delimiterBufPrevious !== void 0 && nextBuf === void 0) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        nextBuf = void 0;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto)
            )
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = void 0;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === void 0) {
        if (nextBuf === void 0) {
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== void 0 && nextBuf === void 0) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          if (end === false) {
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding2 in boms) {
            if (boms[encoding2].compare(buf, 0, boms[encoding2].length) === 0) {
              const bomLength = boms[encoding2].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              const options3 = normalize_options({
                ...this.original_options,
                encoding: encoding2
              });
              for (const key in options3) {
                this.options[key] = options3[key];
              }
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if ((chr === cr || chr === nl) && this.state.wasRowDelimiter === false) {
          this.state.wasRowDelimiter = true;
        }
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          if (escape !== null && this.state.quoting === true && this.__isEscape(buf, pos, chr) && pos + escape.length < bufLen) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable = rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment = comment !== null && this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr
              );
              const isNextChrRecordDelimiter = record_delimiter.length === 0 ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length) : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              if (escape !== null && this.__isEscape(buf, pos, chr) && this.__isQuote(buf, pos + escape.length)) {
                pos += escape.length - 1;
              } else if (!nextChr || isNextChrDelimiter || isNextChrRecordDelimiter || isNextChrComment || isNextChrTrimable) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment"
                    ],
                    this.options,
                    this.__infoField()
                  )
                );
                if (err !== void 0) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                if (relax_quotes === false) {
                  const info2 = this.__infoField();
                  const bom2 = Object.keys(boms).map(
                    (b) => boms[b].equals(this.state.field.toString()) ? b : false
                  ).filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info2.column)} at line ${info2.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom2 ? `(${bom2} bom)` : void 0
                      ],
                      this.options,
                      info2,
                      {
                        field: this.state.field
                      }
                    )
                  );
                  if (err !== void 0) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos
            );
            if (recordDelimiterLength !== 0) {
              const skipCommentLine = this.state.commenting && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
              } else {
                if (this.state.enabled === false && this.info.lines + (this.state.wasRowDelimiter === true ? 1 : 0) >= from_line) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                if (skip_empty_lines === true && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== void 0) return errField;
                this.info.bytes = this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== void 0) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (comment !== null && (comment_no_infix === false || this.state.record.length === 0 && this.state.field.length === 0)) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== void 0) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (max_record_size !== 0 && this.state.record_length + this.state.field.length > max_record_size) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`
                ],
                this.options,
                this.__infoField()
              )
            );
          }
        }
        const lappend = ltrim === false || this.state.quoting === true || this.state.field.length !== 0 || !this.__isCharTrimable(buf, pos);
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
          if (err !== void 0) return err;
        } else {
          if (this.state.wasQuoting === true || this.state.record.length !== 0 || this.state.field.length !== 0) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== void 0) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== void 0) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    }, "parse"),
    __onRecord: /* @__PURE__ */ __name(function(push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info: info2,
        from: from2,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values
      } = this.options;
      const { enabled, record: record2 } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      const recordLength = record2.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record2)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record2);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err = columns === false ? new CsvError(
          "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
          [
            "Invalid Record Length:",
            `expect ${this.state.expectedRecordLength},`,
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record: record2
          }
        ) : new CsvError(
          "CSV_RECORD_INCONSISTENT_COLUMNS",
          [
            "Invalid Record Length:",
            `columns length is ${columns.length},`,
            // rename columns
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record: record2
          }
        );
        if (relax_column_count === true || relax_column_count_less === true && recordLength < this.state.expectedRecordLength || relax_column_count_more === true && recordLength > this.state.expectedRecordLength) {
          this.info.invalid_field_length++;
          this.state.error = err;
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record2)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from2 === 1 || this.info.records >= from2) {
        const { objname } = this.options;
        if (columns !== false) {
          const obj = {};
          for (let i = 0, l = record2.length; i < l; i++) {
            if (columns[i] === void 0 || columns[i].disabled) continue;
            if (group_columns_by_name === true && Object.hasOwn(obj, columns[i].name)) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record2[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record2[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record2[i],
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
          }
          if (raw === true || info2 === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info2 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [obj[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? obj : [obj[objname], obj],
              push
            );
            if (err) {
              return err;
            }
          }
        } else {
          if (raw === true || info2 === true) {
            const extRecord = Object.assign(
              { record: record2 },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info2 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [record2[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? record2 : [record2[objname], record2],
              push
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    }, "__onRecord"),
    __firstLineToColumns: /* @__PURE__ */ __name(function(record2) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers2 = firstLineToHeaders === void 0 ? record2 : firstLineToHeaders.call(null, record2);
        if (!Array.isArray(headers2)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers2)}`
              ],
              this.options,
              this.__infoField(),
              {
                headers: headers2
              }
            )
          );
        }
        const normalizedHeaders = normalize_columns_array(headers2);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    }, "__firstLineToColumns"),
    __resetRecord: /* @__PURE__ */ __name(function() {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = void 0;
      this.state.record = [];
      this.state.record_length = 0;
    }, "__resetRecord"),
    __onField: /* @__PURE__ */ __name(function() {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== void 0) return err;
        field = f;
      }
      this.state.record.push(field);
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    }, "__onField"),
    __resetField: /* @__PURE__ */ __name(function() {
      this.state.field.reset();
      this.state.wasQuoting = false;
    }, "__resetField"),
    __push: /* @__PURE__ */ __name(function(record2, push) {
      const { on_record } = this.options;
      if (on_record !== void 0) {
        const info2 = this.__infoRecord();
        try {
          record2 = on_record.call(null, record2, info2);
        } catch (err) {
          return err;
        }
        if (record2 === void 0 || record2 === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record2);
    }, "__push"),
    // Return a tuple with the error and the casted value
    __cast: /* @__PURE__ */ __name(function(field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      if (isColumns === true && relax_column_count && this.options.columns.length <= this.state.record.length) {
        return [void 0, void 0];
      }
      if (this.state.castField !== null) {
        try {
          const info2 = this.__infoField();
          return [void 0, this.state.castField.call(null, field, info2)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [void 0, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info2 = this.__infoField();
        return [void 0, this.options.cast_date.call(null, field, info2)];
      }
      return [void 0, field];
    }, "__cast"),
    __compareBytes: /* @__PURE__ */ __name(function(sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    }, "__compareBytes"),
    // Helper to test if a character is trimable
    __isCharTrimable: /* @__PURE__ */ __name(function(buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      const first = buf[pos];
      if (first === void 0 || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    }, "__isCharTrimable"),
    __isDelimiter: /* @__PURE__ */ __name(function(buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) {
        return 0;
      } else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    }, "__isDelimiter"),
    __isEscape: /* @__PURE__ */ __name(function(buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    }, "__isEscape"),
    __isFloat: /* @__PURE__ */ __name(function(value) {
      return value - parseFloat(value) + 1 >= 0;
    }, "__isFloat"),
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: /* @__PURE__ */ __name(function(buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    }, "__isQuote"),
    __isRecordDelimiter: /* @__PURE__ */ __name(function(chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    }, "__isRecordDelimiter"),
    __autoDiscoverRecordDelimiter: /* @__PURE__ */ __name(function(buf, pos) {
      const { encoding } = this.options;
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding)
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    }, "__autoDiscoverRecordDelimiter"),
    __error: /* @__PURE__ */ __name(function(msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== void 0) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : void 0
            );
          } catch (err2) {
            return err2;
          }
        }
        return void 0;
      } else {
        return err;
      }
    }, "__error"),
    __infoDataSet: /* @__PURE__ */ __name(function() {
      return {
        ...this.info,
        columns: this.options.columns
      };
    }, "__infoDataSet"),
    __infoRecord: /* @__PURE__ */ __name(function() {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
      };
    }, "__infoRecord"),
    __infoField: /* @__PURE__ */ __name(function() {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records,
        column: isColumns === true ? columns.length > this.state.record.length ? columns[this.state.record.length].name : null : this.state.record.length,
        quoting: this.state.wasQuoting
      };
    }, "__infoField")
  };
}, "transform");

// node_modules/csv-parse/lib/index.js
var Parser = class extends Transform {
  static {
    __name(this, "Parser");
  }
  constructor(opts = {}) {
    super({ ...{ readableObjectMode: true }, ...opts, encoding: null });
    this.api = transform({
      on_skip: /* @__PURE__ */ __name((err, chunk) => {
        this.emit("skip", err, chunk);
      }, "on_skip"),
      ...opts
    });
    this.state = this.api.state;
    this.options = this.api.options;
    this.info = this.api.info;
  }
  // Implementation of `Transform._transform`
  _transform(buf, _, callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      buf,
      false,
      (record2) => {
        this.push(record2);
      },
      () => {
        this.push(null);
        this.end();
        this.on("end", this.destroy);
      }
    );
    if (err !== void 0) {
      this.state.stop = true;
    }
    callback(err);
  }
  // Implementation of `Transform._flush`
  _flush(callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      void 0,
      true,
      (record2) => {
        this.push(record2);
      },
      () => {
        this.push(null);
        this.on("end", this.destroy);
      }
    );
    callback(err);
  }
};
var parse = /* @__PURE__ */ __name(function() {
  let data, options2, callback;
  for (const i in arguments) {
    const argument = arguments[i];
    const type = typeof argument;
    if (data === void 0 && (typeof argument === "string" || Buffer.isBuffer(argument))) {
      data = argument;
    } else if (options2 === void 0 && is_object(argument)) {
      options2 = argument;
    } else if (callback === void 0 && type === "function") {
      callback = argument;
    } else {
      throw new CsvError(
        "CSV_INVALID_ARGUMENT",
        ["Invalid argument:", `got ${JSON.stringify(argument)} at index ${i}`],
        options2 || {}
      );
    }
  }
  const parser = new Parser(options2);
  if (callback) {
    const records = options2 === void 0 || options2.objname === void 0 ? [] : /* @__PURE__ */ Object.create(null);
    parser.on("readable", function() {
      let record2;
      while ((record2 = this.read()) !== null) {
        if (options2 === void 0 || options2.objname === void 0) {
          records.push(record2);
        } else {
          Object.assign(records, {
            [record2[0]]: record2[1]
            // writable: true,
            // enumerable: true,
            // configurable: true
          });
        }
      }
    });
    parser.on("error", function(err) {
      callback(err, void 0, parser.api.__infoDataSet());
    });
    parser.on("end", function() {
      callback(void 0, records, parser.api.__infoDataSet());
    });
  }
  if (data !== void 0) {
    const writer = /* @__PURE__ */ __name(function() {
      parser.write(data);
      parser.end();
    }, "writer");
    if (typeof setImmediate === "function") {
      setImmediate(writer);
    } else {
      setTimeout(writer, 0);
    }
  }
  return parser;
}, "parse");

// node_modules/aws4fetch/dist/aws4fetch.esm.mjs
var encoder = new TextEncoder();
var HOST_SERVICES = {
  appstream2: "appstream",
  cloudhsmv2: "cloudhsm",
  email: "ses",
  marketplace: "aws-marketplace",
  mobile: "AWSMobileHubService",
  pinpoint: "mobiletargeting",
  queue: "sqs",
  "git-codecommit": "codecommit",
  "mturk-requester-sandbox": "mturk-requester",
  "personalize-runtime": "personalize"
};
var UNSIGNABLE_HEADERS = /* @__PURE__ */ new Set([
  "authorization",
  "content-type",
  "content-length",
  "user-agent",
  "presigned-expires",
  "expect",
  "x-amzn-trace-id",
  "range",
  "connection"
]);
var AwsV4Signer = class {
  static {
    __name(this, "AwsV4Signer");
  }
  constructor({ method, url, headers: headers2, body: body2, accessKeyId, secretAccessKey, sessionToken, service: service2, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
    if (url == null) throw new TypeError("url is a required option");
    if (accessKeyId == null) throw new TypeError("accessKeyId is a required option");
    if (secretAccessKey == null) throw new TypeError("secretAccessKey is a required option");
    this.method = method || (body2 ? "POST" : "GET");
    this.url = new URL(url);
    this.headers = new Headers(headers2 || {});
    this.body = body2;
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    let guessedService, guessedRegion;
    if (!service2 || !region) {
      [guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
    }
    this.service = service2 || guessedService || "";
    this.region = region || guessedRegion || "us-east-1";
    this.cache = cache || /* @__PURE__ */ new Map();
    this.datetime = datetime || (/* @__PURE__ */ new Date()).toISOString().replace(/[:-]|\.\d{3}/g, "");
    this.signQuery = signQuery;
    this.appendSessionToken = appendSessionToken || this.service === "iotdevicegateway";
    this.headers.delete("Host");
    if (this.service === "s3" && !this.signQuery && !this.headers.has("X-Amz-Content-Sha256")) {
      this.headers.set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");
    }
    const params = this.signQuery ? this.url.searchParams : this.headers;
    params.set("X-Amz-Date", this.datetime);
    if (this.sessionToken && !this.appendSessionToken) {
      params.set("X-Amz-Security-Token", this.sessionToken);
    }
    this.signableHeaders = ["host", ...this.headers.keys()].filter((header) => allHeaders || !UNSIGNABLE_HEADERS.has(header)).sort();
    this.signedHeaders = this.signableHeaders.join(";");
    this.canonicalHeaders = this.signableHeaders.map((header) => header + ":" + (header === "host" ? this.url.host : (this.headers.get(header) || "").replace(/\s+/g, " "))).join("\n");
    this.credentialString = [this.datetime.slice(0, 8), this.region, this.service, "aws4_request"].join("/");
    if (this.signQuery) {
      if (this.service === "s3" && !params.has("X-Amz-Expires")) {
        params.set("X-Amz-Expires", "86400");
      }
      params.set("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
      params.set("X-Amz-Credential", this.accessKeyId + "/" + this.credentialString);
      params.set("X-Amz-SignedHeaders", this.signedHeaders);
    }
    if (this.service === "s3") {
      try {
        this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, " "));
      } catch (e) {
        this.encodedPath = this.url.pathname;
      }
    } else {
      this.encodedPath = this.url.pathname.replace(/\/+/g, "/");
    }
    if (!singleEncode) {
      this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, "/");
    }
    this.encodedPath = encodeRfc3986(this.encodedPath);
    const seenKeys = /* @__PURE__ */ new Set();
    this.encodedSearch = [...this.url.searchParams].filter(([k]) => {
      if (!k) return false;
      if (this.service === "s3") {
        if (seenKeys.has(k)) return false;
        seenKeys.add(k);
      }
      return true;
    }).map((pair) => pair.map((p) => encodeRfc3986(encodeURIComponent(p)))).sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0).map((pair) => pair.join("=")).join("&");
  }
  async sign() {
    if (this.signQuery) {
      this.url.searchParams.set("X-Amz-Signature", await this.signature());
      if (this.sessionToken && this.appendSessionToken) {
        this.url.searchParams.set("X-Amz-Security-Token", this.sessionToken);
      }
    } else {
      this.headers.set("Authorization", await this.authHeader());
    }
    return {
      method: this.method,
      url: this.url,
      headers: this.headers,
      body: this.body
    };
  }
  async authHeader() {
    return [
      "AWS4-HMAC-SHA256 Credential=" + this.accessKeyId + "/" + this.credentialString,
      "SignedHeaders=" + this.signedHeaders,
      "Signature=" + await this.signature()
    ].join(", ");
  }
  async signature() {
    const date = this.datetime.slice(0, 8);
    const cacheKey = [this.secretAccessKey, date, this.region, this.service].join();
    let kCredentials = this.cache.get(cacheKey);
    if (!kCredentials) {
      const kDate = await hmac("AWS4" + this.secretAccessKey, date);
      const kRegion = await hmac(kDate, this.region);
      const kService = await hmac(kRegion, this.service);
      kCredentials = await hmac(kService, "aws4_request");
      this.cache.set(cacheKey, kCredentials);
    }
    return buf2hex(await hmac(kCredentials, await this.stringToSign()));
  }
  async stringToSign() {
    return [
      "AWS4-HMAC-SHA256",
      this.datetime,
      this.credentialString,
      buf2hex(await hash(await this.canonicalString()))
    ].join("\n");
  }
  async canonicalString() {
    return [
      this.method.toUpperCase(),
      this.encodedPath,
      this.encodedSearch,
      this.canonicalHeaders + "\n",
      this.signedHeaders,
      await this.hexBodyHash()
    ].join("\n");
  }
  async hexBodyHash() {
    let hashHeader = this.headers.get("X-Amz-Content-Sha256") || (this.service === "s3" && this.signQuery ? "UNSIGNED-PAYLOAD" : null);
    if (hashHeader == null) {
      if (this.body && typeof this.body !== "string" && !("byteLength" in this.body)) {
        throw new Error("body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header");
      }
      hashHeader = buf2hex(await hash(this.body || ""));
    }
    return hashHeader;
  }
};
async function hmac(key, string) {
  const cryptoKey = await crypto.subtle.importKey(
    "raw",
    typeof key === "string" ? encoder.encode(key) : key,
    { name: "HMAC", hash: { name: "SHA-256" } },
    false,
    ["sign"]
  );
  return crypto.subtle.sign("HMAC", cryptoKey, encoder.encode(string));
}
__name(hmac, "hmac");
async function hash(content) {
  return crypto.subtle.digest("SHA-256", typeof content === "string" ? encoder.encode(content) : content);
}
__name(hash, "hash");
var HEX_CHARS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"];
function buf2hex(arrayBuffer) {
  const buffer = new Uint8Array(arrayBuffer);
  let out = "";
  for (let idx = 0; idx < buffer.length; idx++) {
    const n = buffer[idx];
    out += HEX_CHARS[n >>> 4 & 15];
    out += HEX_CHARS[n & 15];
  }
  return out;
}
__name(buf2hex, "buf2hex");
function encodeRfc3986(urlEncodedStr) {
  return urlEncodedStr.replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
}
__name(encodeRfc3986, "encodeRfc3986");
function guessServiceRegion(url, headers2) {
  const { hostname, pathname } = url;
  if (hostname.endsWith(".on.aws")) {
    const match3 = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
    return match3 != null ? ["lambda", match3[1] || ""] : ["", ""];
  }
  if (hostname.endsWith(".r2.cloudflarestorage.com")) {
    return ["s3", "auto"];
  }
  if (hostname.endsWith(".backblazeb2.com")) {
    const match3 = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
    return match3 != null ? ["s3", match3[1] || ""] : ["", ""];
  }
  const match2 = hostname.replace("dualstack.", "").match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
  let service2 = match2 && match2[1] || "";
  let region = match2 && match2[2];
  if (region === "us-gov") {
    region = "us-gov-west-1";
  } else if (region === "s3" || region === "s3-accelerate") {
    region = "us-east-1";
    service2 = "s3";
  } else if (service2 === "iot") {
    if (hostname.startsWith("iot.")) {
      service2 = "execute-api";
    } else if (hostname.startsWith("data.jobs.iot.")) {
      service2 = "iot-jobs-data";
    } else {
      service2 = pathname === "/mqtt" ? "iotdevicegateway" : "iotdata";
    }
  } else if (service2 === "autoscaling") {
    const targetPrefix = (headers2.get("X-Amz-Target") || "").split(".")[0];
    if (targetPrefix === "AnyScaleFrontendService") {
      service2 = "application-autoscaling";
    } else if (targetPrefix === "AnyScaleScalingPlannerFrontendService") {
      service2 = "autoscaling-plans";
    }
  } else if (region == null && service2.startsWith("s3-")) {
    region = service2.slice(3).replace(/^fips-|^external-1/, "");
    service2 = "s3";
  } else if (service2.endsWith("-fips")) {
    service2 = service2.slice(0, -5);
  } else if (region && /-\d$/.test(service2) && !/-\d$/.test(region)) {
    [service2, region] = [region, service2];
  }
  return [HOST_SERVICES[service2] || service2, region || ""];
}
__name(guessServiceRegion, "guessServiceRegion");

// src/tasks/csv/open-url.ts
var TIMEOUT_MS = 6e4;
async function openUrl(url, access, context) {
  const { href, headers: headers2 } = url.startsWith("s3://") ? await signed(url, access, context) : { href: url, headers: {} };
  if (!/^https?:\/\//.test(href))
    throw new RunError("HTTP_FAILED", `"${url}" is no URL`, { hint: "write https://… or s3://bucket/key" });
  const { sendRequest } = await import("./part-tasks-http-send-request.js");
  const answer = await sendRequest(
    { method: "GET", url: href, headers: headers2, body: void 0, timeoutMs: TIMEOUT_MS, followRedirects: true },
    context.signal
  );
  if (answer.status === 200) return answer.body;
  answer.body.destroy();
  throw new RunError("HTTP_FAILED", `GET ${url} was answered with status ${answer.status}`, {
    hint: answer.status === 403 ? "check the credentials: accessKeyId and secretAccessKey" : void 0
  });
}
__name(openUrl, "openUrl");
async function signed(url, access, { processEnv }) {
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(url) ?? [];
  const region = access.region ?? processEnv.AWS_REGION ?? processEnv.AWS_DEFAULT_REGION ?? "us-east-1";
  const endpoint = access.endpoint ?? processEnv.AWS_ENDPOINT_URL_S3 ?? processEnv.AWS_ENDPOINT_URL;
  const path = key.split("/").map(encodeStep).join("/");
  const href = endpoint ? `${endpoint.replace(/\/$/, "")}/${bucket}/${path}` : `https://${bucket}.s3.${region}.amazonaws.com/${path}`;
  const accessKeyId = access.accessKeyId ?? processEnv.AWS_ACCESS_KEY_ID;
  const secretAccessKey = access.secretAccessKey ?? processEnv.AWS_SECRET_ACCESS_KEY;
  if (bucket === "" || accessKeyId === void 0 || secretAccessKey === void 0)
    return { href: bucket === "" ? url : href, headers: {} };
  const sessionToken = access.sessionToken ?? processEnv.AWS_SESSION_TOKEN;
  const signer = new AwsV4Signer({
    url: href,
    service: "s3",
    region,
    accessKeyId,
    secretAccessKey,
    ...sessionToken === void 0 ? {} : { sessionToken }
  });
  const request = await signer.sign();
  return { href: request.url.href, headers: Object.fromEntries(request.headers) };
}
__name(signed, "signed");
function encodeStep(step) {
  const encode = /* @__PURE__ */ __name((character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`, "encode");
  return encodeURIComponent(step).replace(/[!'()*]/g, encode);
}
__name(encodeStep, "encodeStep");

// src/tasks/csv.ts
var text2 = external_exports.string().min(1);
var spec2 = external_exports.strictObject({
  file: input(text2).optional().describe("a file, relative to the scenario's"),
  url: input(text2).optional().meta({
    description: "https://… or s3://bucket/key",
    examples: ["https://example.com/stock.csv", "s3://bucket/stock.csv"]
  }),
  delimiter: input(text2).optional().describe('between columns; default ","'),
  header: input(external_exports.boolean()).optional().describe("the first line has the names of the columns; default true"),
  columns: external_exports.array(input(text2)).min(1).optional().describe("names of the columns; with a header they take the place of its own"),
  s3: external_exports.strictObject({
    endpoint: input(text2).optional().describe("of a store that is not Amazon, such as http://localhost:9000"),
    region: input(text2).optional().describe("default AWS_REGION, else us-east-1"),
    accessKeyId: input(text2).optional().describe("default AWS_ACCESS_KEY_ID"),
    secretAccessKey: input(text2).optional().describe("default AWS_SECRET_ACCESS_KEY"),
    sessionToken: input(text2).optional().describe("default AWS_SESSION_TOKEN")
  }).optional().describe("how to reach an s3:// url")
}).superRefine(({ file, url }, context) => {
  if (file === void 0 !== (url === void 0)) return;
  context.addIssue({
    code: "custom",
    message: file === void 0 ? "no file and no url" : 'both "file" and "url"',
    params: { hint: 'write one of the two: "file: rows.csv" or "url: https://…"' }
  });
});
var BATCH = 200;
var csv = defineTask({
  kind: "csv",
  summary: "streams the rows of a CSV file; children with each run once a row",
  examples: [{ file: "orders.csv", delimiter: ";" }],
  emits: "row",
  spec: spec2,
  files: /* @__PURE__ */ __name(({ file }) => typeof file === "string" ? [{ file, path: ["file"] }] : [], "files"),
  async run(given, context) {
    const {
      file,
      url,
      delimiter = ",",
      header = true,
      columns,
      s3
    } = await resolve(given, () => context.expressionContext(), context.jq);
    const name3 = file ?? url ?? "";
    const source = file === void 0 ? await openUrl(name3, { ...s3 }, context) : createReadStream(resolveFile(file, context.files));
    const names = columns ? [...columns] : header;
    const parser = parse({
      delimiter,
      bom: true,
      columns: names,
      from_line: columns && header ? 2 : 1,
      relax_column_count: false
    });
    const rows = pipe(source, parser);
    try {
      await publishRows(rows, context);
    } catch (cause) {
      context.signal.throwIfAborted();
      if (cause instanceof RunError) throw cause;
      const where = cause instanceof CsvError && "lines" in cause ? `:${String(cause.lines)}` : "";
      throw new RunError("CSV_INVALID", `cannot read "${name3}"${where}: ${describeError(cause)}`, { cause });
    } finally {
      source.destroy();
    }
    return { allowsNone: true };
  }
});
function pipe(source, parser) {
  source.on("error", (cause) => parser.destroy(cause));
  return source.pipe(parser);
}
__name(pipe, "pipe");
async function publishRows(rows, context) {
  let batch = [];
  const flush = /* @__PURE__ */ __name(async () => {
    context.signal.throwIfAborted();
    const atMs = context.clock.nowMs();
    await context.publish(batch.map((value) => ({ what: "row", value, atMs })));
    batch = [];
  }, "flush");
  for await (const row of rows) {
    batch.push(toObject(row));
    if (batch.length >= BATCH) await flush();
  }
  await flush();
}
__name(publishRows, "publishRows");
function toObject(row) {
  return Array.isArray(row) ? Object.fromEntries(row.map((value, index) => [`c${index}`, value])) : row;
}
__name(toObject, "toObject");

// src/tasks/exec.ts
import { spawn } from "node:child_process";
import { resolve as resolvePath } from "node:path";
var text3 = external_exports.string().min(1);
var DEFAULT_TIMEOUT_MS = 6e4;
var MOST_OUTPUT = 1 << 20;
var LINES_SHOWN = 20;
var spec3 = external_exports.strictObject({
  command: external_exports.union([input(text3), external_exports.array(input(external_exports.string())).min(1)]).meta({
    description: "a command line for the shell, or a program with its arguments",
    examples: ["node check.js", ["node", "check.js"]]
  }),
  stdin: freeform().optional().describe("what it reads: text as it is, anything else as JSON"),
  env: external_exports.record(text3, freeform()).optional().describe("added to the environment that it inherits"),
  cwd: input(text3).optional().describe("its working directory, relative to the scenario's file; default: its folder"),
  timeout: input(duration).optional().describe("it is ended after that, and the task fails; default 60s")
});
var exec = defineTask({
  kind: "exec",
  summary: "runs a command; .result has its code, stdout and stderr",
  examples: [{ command: ["node", "check.js"], timeout: "10s" }],
  emits: "result",
  spec: spec3,
  async run(given, context) {
    const evaluated = await resolve(given, () => context.expressionContext(), context.jq);
    const { timeout = DEFAULT_TIMEOUT_MS } = evaluated;
    const child = start(evaluated, context);
    const { code, stdout, stderr, timedOut } = await finish(child, timeout, context);
    const result = { code, stdout, stderr, ...parsedOutput(stdout) };
    await context.publish([{ what: "result", value: result, atMs: context.clock.nowMs() }]);
    const lines = stderr.trimEnd().split("\n").slice(-LINES_SHOWN);
    const span = context.spanOf(["exec", timedOut ? "timeout" : "command"]);
    if (timedOut)
      return {
        failure: { message: `the command did not end within ${renderDuration(timeout)}`, span },
        detail: lines
      };
    if (code !== 0 && !context.hasChecks)
      return { failure: { message: `the command ended with exit code ${code}`, span }, detail: lines };
    return {};
  }
});
function start(given, context) {
  const { command, env = {}, cwd, stdin } = given;
  const [program = "", ...args] = typeof command === "string" ? [command] : command;
  const added = Object.fromEntries(
    Object.entries(env).map(([name3, value]) => [name3, renderText(value)])
  );
  const child = spawn(program, args, {
    cwd: resolvePath(context.files.directory, cwd ?? "."),
    env: { ...context.processEnv, ...added },
    shell: typeof command === "string",
    // A group of its own, so that all it starts can be ended with it.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"]
  });
  child.stdin?.on("error", () => void 0);
  child.stdin?.end(stdin === void 0 ? "" : renderText(stdin));
  return child;
}
__name(start, "start");
async function finish(child, timeoutMs, { clock, signal }) {
  var _stack = [];
  try {
    const outputs = { stdout: "", stderr: "" };
    for (const name3 of ["stdout", "stderr"]) {
      child[name3]?.setEncoding("utf8").on("data", (piece) => {
        if (outputs[name3].length < MOST_OUTPUT) outputs[name3] += piece;
      });
    }
    let timedOut = false;
    const end = /* @__PURE__ */ __name(() => endGroup(child), "end");
    const _timer = __using(_stack, clock.at(clock.nowMs() + timeoutMs, () => {
      timedOut = true;
      end();
    }));
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
    try {
      const code = await new Promise((resolved, rejected) => {
        child.on("error", rejected).on("close", resolved);
      });
      signal.throwIfAborted();
      return { code, ...outputs, timedOut };
    } catch (cause) {
      signal.throwIfAborted();
      throw new RunError("EXEC_NOT_STARTED", `the command could not be started: ${cause.message}`, {
        cause
      });
    } finally {
      signal.removeEventListener("abort", end);
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
__name(finish, "finish");
function endGroup({ pid }) {
  if (pid === void 0) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (cause) {
    if (cause.code !== "ESRCH") throw cause;
  }
}
__name(endGroup, "endGroup");
function parsedOutput(stdout) {
  try {
    return { json: JSON.parse(stdout) };
  } catch {
    return {};
  }
}
__name(parsedOutput, "parsedOutput");

// src/tasks/group.ts
var text4 = external_exports.string().min(1);
var DEFAULT_WITHIN_MS = 3e4;
var LOOK_EVERY_MS2 = 100;
var MOST_SHOWN2 = 5;
var spec4 = external_exports.strictObject({
  id: input(text4).describe("the consumer group"),
  cluster: clusterName.optional(),
  topics: external_exports.array(input(text4)).min(1).optional().describe("that it must be assigned; for lag: default all of its own"),
  lag: input(external_exports.int().min(0)).optional().describe("it has at most so many records left to commit"),
  state: input(external_exports.enum(["stable", "empty", "dead"])).optional().describe("default stable with members; with lag alone any"),
  members: input(external_exports.int().min(0)).optional().describe("exactly so many members"),
  within: input(duration).optional().describe("how long to wait for it; default 30s")
});
var group = defineTask({
  kind: "group",
  summary: "waits until a consumer group is there, or has caught up",
  examples: [{ id: "users", lag: 0, within: "5s" }],
  emits: "result",
  spec: spec4,
  async run(given, context) {
    const wanted = wantedOf(await resolve(given, () => context.expressionContext(), context.jq));
    const { within = DEFAULT_WITHIN_MS } = wanted;
    const untilMs = context.clock.nowMs() + within;
    for (; ; ) {
      const seen = await look(wanted, context);
      const missing = whatIsMissing(wanted, seen);
      if (missing === void 0 || context.clock.nowMs() >= untilMs) {
        await context.publish([{ what: "result", value: seen, atMs: context.clock.nowMs() }]);
        return missing === void 0 ? {} : fail2(missing, { wanted, seen }, context);
      }
      await sleep(context.clock, LOOK_EVERY_MS2, context.signal);
    }
  }
});
async function fail2(missing, { wanted, seen }, context) {
  const { id, within = DEFAULT_WITHIN_MS } = wanted;
  return {
    failure: {
      message: `consumer group "${id}" ${missing} within ${renderDuration(within)}`,
      span: context.spanOf(["group", "id"])
    },
    diagnosis: seen.state === "dead" ? await diagnoseMissing(id, context) : void 0
  };
}
__name(fail2, "fail");
async function diagnoseMissing(id, { kafka, signal }) {
  const groups = (await kafka.describeGroups("all", signal)).filter(({ state }) => state !== "Dead");
  const similar = nearest(
    id,
    groups.map((one) => one.id)
  );
  const shown = groups.filter((one) => similar === void 0 || one.id === similar).slice(0, MOST_SHOWN2);
  return {
    ...similar === void 0 ? {} : { id: "look-alike" },
    cause: `there is no consumer group "${id}"${similar === void 0 ? "" : `, but one named "${similar}"`}`,
    evidence: shown.map(
      ({ id: name3, state, members }) => `consumer group "${name3}": ${state}, ${renderCount(members.length, "member")}`
    ),
    hints: ["the group id in the configuration of the service, and in this task"]
  };
}
__name(diagnoseMissing, "diagnoseMissing");
function wantedOf({ cluster, ...wanted }) {
  const { id, topics } = wanted;
  return {
    ...wanted,
    id: qualifiedName(cluster, id),
    topics: topics?.map((topic) => qualifiedName(cluster, topic))
  };
}
__name(wantedOf, "wantedOf");
async function look({ id, topics }, { kafka, signal }) {
  const found = (await kafka.describeGroups([id], signal)).find((one) => one.id === id);
  if (!found) return { id, state: "dead", members: 0, topics: [], lag: null };
  const assigned = new Set(found.members.flatMap(({ assignments }) => assignments.map(({ topic }) => topic)));
  return {
    id,
    state: found.state.toLowerCase(),
    members: found.members.length,
    topics: [...assigned].toSorted(),
    lag: await lagOf(found, topics, { kafka, signal })
  };
}
__name(look, "look");
async function lagOf({ committed }, topics, { kafka, signal }) {
  const own = committed.filter(({ topic }) => topics?.includes(topic) ?? true);
  if (own.length === 0) return null;
  const names = topics ?? [...new Set(own.map(({ topic }) => topic))];
  const ends = await kafka.offsets(names, "end", signal);
  const starts = await kafka.offsets(names, "start", signal);
  let lag = 0n;
  for (const [topic, offsets] of ends) {
    for (const [partition, end] of offsets.entries()) {
      const position = own.find((one) => one.topic === topic && one.partition === partition)?.offset;
      lag += end - (position ?? starts.get(topic)?.[partition] ?? 0n);
    }
  }
  return exactNumber(lag);
}
__name(lagOf, "lagOf");
function whatIsMissing(wanted, seen) {
  const asksForMore = wanted.lag !== void 0 || wanted.members !== void 0;
  const state = wanted.state ?? (asksForMore ? void 0 : "stable");
  if (state !== void 0 && seen.state !== state) return `was not ${state} (it is ${seen.state})`;
  if (wanted.state === void 0 && !asksForMore && seen.members === 0) return "had no members";
  if (wanted.members !== void 0 && seen.members !== wanted.members)
    return `had not ${wanted.members} members (it has ${seen.members})`;
  const unassigned = wanted.lag === void 0 ? wanted.topics?.find((topic) => !seen.topics.includes(topic)) : void 0;
  if (unassigned !== void 0 && state === "stable") return `was not assigned topic "${unassigned}"`;
  if (wanted.lag === void 0) return void 0;
  if (seen.lag === null) return `had committed nothing`;
  return Number(seen.lag) <= wanted.lag ? void 0 : `had not caught up (lag ${seen.lag})`;
}
__name(whatIsMissing, "whatIsMissing");

// src/tasks/http.ts
import { readFile as readFile2 } from "node:fs/promises";

// src/tasks/expected-error.ts
var expectedError = external_exports.strictObject({
  contains: input(external_exports.string().min(1)).optional().describe("a part of its sentence, whatever the letter case"),
  code: input(external_exports.string().min(1)).optional().describe("its code, such as KAFKA_RECORD_TOO_LARGE")
});
async function expectError(written, {
  kind,
  context,
  act: act2
}) {
  const expected = await resolve(written, () => context.expressionContext(), context.jq);
  const outcome = /* @__PURE__ */ __name((actual, message) => ({
    allowsNone: true,
    checks: [checkOf(expected, { actual, message, span: context.spanOf([kind, "expect", "error"]) })]
  }), "outcome");
  try {
    await act2();
  } catch (cause) {
    if (!(cause instanceof FlowproofError) || context.signal.aborted) throw cause;
    return outcome(`${cause.code}: ${cause.message}`, faultOf2(expected, cause));
  }
  return outcome(null, "expected an error, but it went well");
}
__name(expectError, "expectError");
function faultOf2({ contains: contains2, code }, error) {
  if (code !== void 0 && error.code !== code)
    return `expected the error code ${code}, got ${error.code}: ${error.message}`;
  if (contains2 !== void 0 && !error.message.toLowerCase().includes(contains2.toLowerCase()))
    return `expected an error with "${contains2}", got "${error.message}"`;
  return void 0;
}
__name(faultOf2, "faultOf");
function checkOf(expected, {
  actual,
  message,
  span
}) {
  return {
    name: "an error is expected",
    status: message === void 0 ? "passed" : "failed",
    operator: "error",
    expected: expected.contains ?? expected.code ?? "any error",
    actual,
    evaluated: 1,
    failed: message === void 0 ? 0 : 1,
    ...compact({ message, span })
  };
}
__name(checkOf, "checkOf");

// src/tasks/http/read-response.ts
var MOST_BYTES = 16 << 20;
async function readResponse({ status, headers: headers2, body: body2 }, { method, url }) {
  const pieces = [];
  let sizeBytes = 0;
  try {
    for await (const piece of body2) {
      sizeBytes += piece.length;
      if (sizeBytes > MOST_BYTES)
        throw new RunError("HTTP_FAILED", `the answer has more than ${MOST_BYTES >> 20} MiB`);
      pieces.push(piece);
    }
  } catch (cause) {
    throw new RunError("HTTP_FAILED", `${method} ${url} failed: ${describeError(cause)}`, { cause });
  }
  const text8 = Buffer.concat(pieces).toString("utf8");
  return {
    status,
    headers: headersOf(headers2),
    body: parseBody(text8, headers2["content-type"]),
    text: text8,
    sizeBytes
  };
}
__name(readResponse, "readResponse");
function headersOf(headers2) {
  return Object.fromEntries(
    Object.entries(headers2).map(([name3, value]) => [
      name3,
      Array.isArray(value) ? value.join(", ") : value ?? null
    ])
  );
}
__name(headersOf, "headersOf");
function parseBody(text8, type) {
  if (!/\bjson\b/.test(type ?? "") && !/^\s*[[{]/.test(text8)) return text8;
  try {
    return parseJson(text8);
  } catch {
    return text8;
  }
}
__name(parseBody, "parseBody");

// src/tasks/http/spec.ts
var text5 = external_exports.string().min(1);
var body = external_exports.strictObject({
  json: freeform().optional().describe("any value, sent as JSON"),
  text: freeform().optional().describe("text as it is"),
  form: external_exports.record(text5, freeform()).optional().describe("fields, sent as application/x-www-form-urlencoded"),
  html: freeform().optional().describe("text, sent as text/html"),
  xml: freeform().optional().describe("text, sent as application/xml"),
  file: input(text5).optional().describe("the bytes of a file")
}).superRefine((written, context) => {
  const kinds2 = Object.keys(written);
  if (kinds2.length === 1) return;
  context.addIssue({
    code: "custom",
    message: kinds2.length === 0 ? "a body of no kind" : `a body of ${kinds2.length} kinds: ${kinds2.join(", ")}`,
    params: { hint: "write one of json, text, form, html, xml and file" }
  });
});
var auth = external_exports.strictObject({
  basic: external_exports.strictObject({
    username: input(external_exports.string()).describe("may be empty"),
    password: input(external_exports.string()).describe("best from a variable with secret: true")
  }).optional().describe("HTTP basic authentication"),
  bearer: input(text5).optional().describe("a token"),
  header: external_exports.strictObject({
    name: input(text5).describe("of the header"),
    value: input(external_exports.string()).describe("best from a variable with secret: true")
  }).optional().describe("a header of its own")
}).superRefine((written, context) => {
  if (Object.keys(written).length === 1) return;
  context.addIssue({
    code: "custom",
    message: "not exactly one way to log in",
    params: { hint: "write one of basic, bearer and header" }
  });
});
var tls = external_exports.strictObject({
  skipVerify: input(external_exports.boolean()).optional().describe("accept any certificate; default false"),
  ca: input(text5).optional().describe("a PEM file with the authorities to trust"),
  cert: input(text5).optional().describe("a PEM file with our own certificate"),
  key: input(text5).optional().describe("a PEM file with its key")
});
var retry = external_exports.strictObject({
  until: conditionList.min(1).describe("all must hold for the answer to be taken"),
  every: input(duration).optional().describe("pause between requests; default 500ms"),
  for: input(duration).optional().describe("how long to go on; default 10s")
});
var httpSpec = external_exports.strictObject({
  method: input(external_exports.enum(["GET", "POST", "DELETE", "HEAD", "PUT", "PATCH", "OPTIONS"])).optional().describe("without it GET, or POST with a body"),
  url: input(external_exports.string().regex(/^https?:\/\//, { error: "a URL begins with http:// or https://" })).meta({
    description: "http://… or https://…",
    examples: ["http://localhost:8080/orders/42"]
  }),
  query: external_exports.record(text5, freeform()).optional().describe("added to the URL; a list gives the name several times"),
  headers: external_exports.record(text5, freeform()).optional().describe("win over those that flowproof sets itself"),
  body: body.optional().describe("what is sent, of one kind"),
  auth: auth.optional().describe("how to log in, in one way"),
  tls: tls.optional().describe("certificates of an https URL"),
  timeout: input(duration).optional().describe("of one request; default 30s"),
  followRedirects: input(external_exports.boolean()).optional().describe("default true"),
  retry: retry.optional().describe("asks again until the answer is as wanted"),
  expect: external_exports.strictObject({ error: expectedError.describe("nobody must answer; what the error says") }).optional().describe("that there is no answer")
});

// src/tasks/http.ts
var DEFAULT_TIMEOUT_MS2 = 3e4;
var DEFAULT_RETRY = { every: 500, for: 1e4 };
var http = defineTask({
  kind: "http",
  summary: "sends an HTTP request; checks see its .response",
  examples: [{ method: "POST", url: "http://localhost:8080/orders", body: { json: { id: 42 } } }],
  emits: "response",
  spec: httpSpec,
  files: /* @__PURE__ */ __name(({ body: body2, tls: tls2 }) => [
    { file: body2?.file, path: ["body", "file"] },
    ...["ca", "cert", "key"].map((name3) => ({ file: tls2?.[name3], path: ["tls", name3] }))
  ].flatMap(({ file, path }) => typeof file === "string" ? [{ file, path }] : []), "files"),
  async run(given, context) {
    const { expect, retry: retry2 } = given;
    const act2 = /* @__PURE__ */ __name(() => retry2 ? ask(given, retry2, context) : sendOnce(given, context), "act");
    return expect ? expectError(expect.error, { kind: "http", context, act: act2 }) : act2();
  }
});
async function sendOnce(given, context) {
  const response = await exchange2(given, context);
  await context.publish([{ what: "response", value: response, atMs: context.clock.nowMs() }]);
  return {};
}
__name(sendOnce, "sendOnce");
async function ask(given, retry2, context) {
  const { clock, jq, signal } = context;
  const times = await resolve({ every: retry2.every, for: retry2.for }, () => context.expressionContext(), jq);
  const { every = DEFAULT_RETRY.every, for: lasting = DEFAULT_RETRY.for } = times;
  const untilMs = clock.nowMs() + lasting;
  for (let index = 0; ; index++) {
    const tried = await tryOnce(given, { retry: retry2, index, context });
    if (tried.why === void 0 && tried.response) {
      await context.publish([{ what: "response", value: tried.response, atMs: clock.nowMs() }]);
      return {};
    }
    if (clock.nowMs() + every > untilMs) {
      if (tried.response)
        await context.publish([{ what: "response", value: tried.response, atMs: clock.nowMs() }]);
      return {
        failure: {
          message: `retry.until was not met within ${renderDuration(lasting)}, after ${index + 1} request${index === 0 ? "" : "s"}: ${tried.why}`,
          span: context.spanOf(["http", "retry", "until"])
        },
        allowsNone: true
      };
    }
    await sleep(clock, every, signal);
  }
}
__name(ask, "ask");
async function tryOnce(given, {
  retry: retry2,
  index,
  context
}) {
  try {
    const response = await exchange2(given, context);
    const contexts = context.expressionContexts([{ response, index }]);
    for (const condition2 of retry2.until) {
      const [judgement] = await judge(condition2, contexts, context);
      if (!judgement?.passed)
        return { response, why: `${condition2.name}: ${judgement?.message ?? "it does not hold"}` };
    }
    return { response };
  } catch (cause) {
    if (!(cause instanceof RunError) || cause.code !== "HTTP_FAILED") throw cause;
    return { why: cause.message };
  }
}
__name(tryOnce, "tryOnce");
async function exchange2(given, context) {
  const { clock } = context;
  const request = await prepare(given, context);
  const startedAtMs = clock.nowMs();
  const { sendRequest } = await import("./part-tasks-http-send-request.js");
  const response = await readResponse(await sendRequest(request, context.signal), request);
  return { ...response, durationMs: roundMs(clock.nowMs() - startedAtMs) };
}
__name(exchange2, "exchange");
async function prepare(given, context) {
  const { retry: _retry, ...own } = given;
  const evaluated = await resolve(own, () => context.expressionContext(), context.jq);
  const { url, query = {}, headers: headers2 = {}, auth: auth2, tls: tls2, timeout, followRedirects, method } = evaluated;
  const body2 = await bodyOf(evaluated.body, context);
  const written = Object.entries(headers2).map(
    ([name3, value]) => [name3.toLowerCase(), renderText(value)]
  );
  const readPem = /* @__PURE__ */ __name(async (file) => file === void 0 ? void 0 : readFile2(resolveFile(file, context.files)), "readPem");
  return {
    method: method ?? (body2 ? "POST" : "GET"),
    url: addQuery(url, query),
    headers: {
      "user-agent": "flowproof",
      accept: "*/*",
      "accept-encoding": "gzip, deflate, br",
      ...body2 ? { "content-type": body2.type, "content-length": String(body2.bytes.length) } : {},
      ...authHeader(auth2),
      ...Object.fromEntries(written)
    },
    body: body2?.bytes,
    timeoutMs: timeout ?? DEFAULT_TIMEOUT_MS2,
    followRedirects: followRedirects ?? true,
    tls: tls2 && {
      rejectUnauthorized: tls2.skipVerify !== true,
      ca: await readPem(tls2.ca),
      cert: await readPem(tls2.cert),
      key: await readPem(tls2.key)
    }
  };
}
__name(prepare, "prepare");
var TEXT_TYPES = { text: "text/plain", html: "text/html", xml: "application/xml" };
async function bodyOf(body2, context) {
  if (!body2) return void 0;
  if (body2.file !== void 0)
    return { type: "application/octet-stream", bytes: await readFile2(resolveFile(body2.file, context.files)) };
  if (body2.json !== void 0) return { type: "application/json", bytes: Buffer.from(renderJson(body2.json)) };
  if (body2.form !== void 0) {
    const fields = new URLSearchParams(pairsOf(body2.form));
    return { type: "application/x-www-form-urlencoded", bytes: Buffer.from(fields.toString()) };
  }
  const kind = ["text", "html", "xml"].find((one) => body2[one] !== void 0) ?? "text";
  return { type: `${TEXT_TYPES[kind]}; charset=utf-8`, bytes: Buffer.from(renderText(body2[kind] ?? "")) };
}
__name(bodyOf, "bodyOf");
function addQuery(url, query) {
  const whole = new URL(url);
  for (const [name3, value] of pairsOf(query)) whole.searchParams.append(name3, value);
  return whole.href;
}
__name(addQuery, "addQuery");
function pairsOf(fields) {
  return Object.entries(fields).flatMap(([name3, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return values.map((one) => [name3, renderText(one)]);
  });
}
__name(pairsOf, "pairsOf");
function authHeader({ basic, bearer, header } = {}) {
  if (bearer !== void 0) return { authorization: `Bearer ${bearer}` };
  if (header) return { [header.name.toLowerCase()]: header.value };
  if (!basic) return {};
  const pair = Buffer.from(`${basic.username}:${basic.password}`);
  return { authorization: `Basic ${pair.toString("base64")}` };
}
__name(authHeader, "authHeader");

// src/formats/record/writer.ts
async function openWriter(format, topic, sources) {
  const codecs = {
    key: await openFormat(format?.key, "key", sources),
    value: await openFormat(format?.value, "value", sources)
  };
  return {
    prepare(records, signal) {
      const pending = PARTS.flatMap(
        (part2) => codecs[part2].prepareEncode === void 0 ? [] : records.flatMap((given) => prepareOne(codecs[part2], { part: part2, topic, given, signal }) ?? [])
      );
      return pending.length === 0 ? void 0 : Promise.all(pending).then(() => void 0);
    },
    write(given, spanOf) {
      const headers2 = given.headers.map(writeHeader);
      const [key, value] = PARTS.map((part2) => {
        if (given[part2] === null) return void 0;
        const encode = /* @__PURE__ */ __name(() => codecs[part2].encode(given[part2], { part: part2, topic, headers: headers2 }), "encode");
        return rescue(encode, { part: part2, format: nameFormat(format?.[part2]), spanOf });
      });
      return {
        key: key?.bytes ?? null,
        value: value?.bytes ?? null,
        headers: [...headers2, ...key?.headers ?? [], ...value?.headers ?? []]
      };
    }
  };
}
__name(openWriter, "openWriter");
var PARTS = ["key", "value"];
function prepareOne(codec, { part: part2, topic, given, signal }) {
  const value = given[part2];
  return value === null ? void 0 : codec.prepareEncode?.(value, { part: part2, topic, headers: [] }, signal);
}
__name(prepareOne, "prepareOne");
function writeHeader({ key, value }) {
  return { key, value: value === null ? null : encodeUnframed(value) };
}
__name(writeHeader, "writeHeader");
function rescue(encode, { part: part2, format, spanOf }) {
  try {
    return encode();
  } catch (cause) {
    if (!(cause instanceof Unfit)) throw cause;
    const span = spanOf(part2);
    throw new RunError("FORMAT_ENCODE", `cannot write the ${part2} as ${format}: ${cause.message}`, {
      ...span ? { span } : {},
      hint: cause.hint,
      cause
    });
  }
}
__name(rescue, "rescue");

// src/tasks/produce/given-records.ts
import { createReadStream as createReadStream2 } from "node:fs";
import { readFile as readFile3 } from "node:fs/promises";
import { createInterface } from "node:readline";

// src/tasks/produce/spec.ts
var text6 = external_exports.string().min(1);
var charsets = Object.keys(CHARSETS);
var headers = external_exports.union([
  external_exports.record(external_exports.string(), freeform()),
  external_exports.array(
    external_exports.strictObject({
      key: external_exports.string().describe("the name of the header"),
      value: freeform().describe("text as it is, anything else as JSON; null is no value")
    })
  )
]).describe("a map, or a list of {key, value} when a name repeats; a value may be null");
var parts = {
  key: freeform().optional().describe("null, a scalar or structured; default null"),
  value: freeform().optional().meta({ description: "null is a tombstone", examples: [{ id: 42 }, "${{ .record.value }}"] }),
  headers: input(headers).optional().describe("a map, or a list of {key, value} when a name repeats; a value may be null"),
  partition: input(external_exports.int().min(0)).optional().describe("one that does not exist is an error; default: by the key, as the Java client does"),
  timestamp: input(instant).optional().describe("epoch milliseconds or ISO 8601; default now")
};
var record = external_exports.strictObject(parts);
var dataRecord = external_exports.strictObject({
  key: external_exports.unknown().optional(),
  value: external_exports.unknown().optional(),
  headers: headers.optional(),
  partition: external_exports.int().min(0).optional(),
  timestamp: instant.optional()
});
var computedRecords = external_exports.array(external_exports.unknown()).min(1);
var randomText2 = external_exports.strictObject({
  charset: input(external_exports.enum(charsets)).optional().describe("default alphanumeric"),
  length: input(external_exports.int().min(0).max(1e6)).optional().describe("how many characters; default 8")
});
var randomPart = external_exports.union([
  randomText2,
  external_exports.strictObject({ schema: external_exports.literal(true).describe("a value that the schema of its format allows") })
]);
var stop2 = external_exports.strictObject({
  records: input(external_exports.int().min(1)).optional().describe("ends after this many records"),
  after: input(duration).optional().describe("ends so long after the task's start")
});
var produceSpec = external_exports.strictObject({
  topic: input(text6).meta({
    description: "where they are stored; created where flowproof may do that",
    examples: ["orders"]
  }),
  cluster: clusterName.optional(),
  ...parts,
  keyFile: input(text6).optional().describe("a file whose bytes are the key, as they are"),
  valueFile: input(text6).optional().describe("a file whose bytes are the value, as they are"),
  format: recordFormat.optional().describe("default: maps and lists json, other scalars string"),
  records: external_exports.union([input(computedRecords).options[0], external_exports.array(record).min(1)]).optional().describe(
    "a batch, instead of `value`; what stands beside it applies to each record that has none of its own"
  ),
  file: input(text6).optional().describe("a batch from a file: one JSON text a line, each a map like an entry of `records`"),
  random: external_exports.strictObject({
    key: randomPart.optional().describe("a key for each record"),
    value: randomPart.optional().describe("a value for each record")
  }).optional().describe("a key or value drawn anew for every record"),
  repeat: input(external_exports.int().min(0)).optional().describe("how often; the expressions are evaluated again each time. Default 1, or until `stop`"),
  interval: input(duration).optional().describe("a stream: pause between records, or batches"),
  jitter: input(duration).optional().describe("at most this much is added to each pause"),
  batch: input(external_exports.int().min(1)).optional().describe("records a request"),
  acks: input(external_exports.enum(["all", "leader", "none"])).optional().describe("default all"),
  idempotent: input(external_exports.boolean()).optional().describe("default true with acks all"),
  compression: input(external_exports.enum(["none", "gzip", "snappy", "lz4", "zstd"])).optional().describe("of the batches that are sent; default none"),
  transaction: input(external_exports.enum(["commit", "abort"])).optional().describe("all records of the task in one transaction that ends like this"),
  stamp: input(external_exports.boolean()).optional().describe("traceparent and flowproof-run headers; default true"),
  stop: stop2.optional().describe("when the task ends, whichever comes first"),
  fail: external_exports.strictObject({ after: input(duration).describe("since the task's start") }).optional().describe("by when all must be acknowledged"),
  expect: external_exports.strictObject({ error: expectedError.describe("the broker must refuse it; what the error says") }).optional().describe("that it is refused")
}).superRefine((written, context) => {
  for (const { message, path = [], hint } of faultsOf(written))
    context.addIssue({ code: "custom", message, path: [...path], params: { hint } });
});
var SOURCES = ["value", "valueFile", "records", "file"];
function faultsOf(written) {
  const sources = SOURCES.filter((name3) => written[name3] !== void 0);
  const random = written.random;
  return [...sourceFaults(sources, random?.value !== void 0), ...pairFaults(written, random)];
}
__name(faultsOf, "faultsOf");
function sourceFaults(sources, isRandom) {
  const all2 = [...sources, ...isRandom ? ["random.value"] : []];
  const [first, second] = all2;
  if (first === void 0)
    return [
      {
        message: "nothing to produce: no value, records or file",
        hint: 'write "value: null" for a tombstone'
      }
    ];
  if (second === void 0 || isRandom && ["records", "file"].includes(first)) return [];
  const path = first === "value" ? ["value"] : [second.split(".")[0] ?? ""];
  const batches = [first, second].filter((one) => one === "records" || one === "file");
  const inBatch = batches.length === 1;
  const hint = inBatch ? "give each of the records its own value" : "say once what the value is";
  return [{ message: `"${first}" beside "${second}"`, path, hint }];
}
__name(sourceFaults, "sourceFaults");
function pairFaults(written, random) {
  const { key, keyFile, transaction, interval, jitter } = written;
  const faults = [];
  const keys = [key, keyFile, random?.key].filter((one) => one !== void 0);
  if (keys.length > 1)
    faults.push({ message: "the key is given twice", hint: "write one of key, keyFile and random.key" });
  if (transaction !== void 0 && interval !== void 0)
    faults.push({
      message: '"interval" beside "transaction"',
      path: ["interval"],
      hint: "a transaction is sent as a whole: leave the interval out"
    });
  if (jitter !== void 0 && interval === void 0)
    faults.push({ message: '"jitter" without "interval"', path: ["jitter"], hint: 'add "interval: 100ms"' });
  return faults;
}
__name(pairFaults, "pairFaults");

// src/tasks/produce/given-records.ts
var PART_NAMES = /* @__PURE__ */ new Set(["key", "value", "headers", "partition", "timestamp"]);
var BATCH2 = 500;
async function* givenRecords(options2) {
  const { given, rounds, batch = BATCH2 } = options2;
  const bytes = await readBytes(given, options2.context);
  let index = 0;
  const evaluate = /* @__PURE__ */ __name(async (records) => {
    const evaluated = await evaluateBatch(records, { ...options2, bytes, index });
    index += records.length;
    return evaluated;
  }, "evaluate");
  let waiting = [];
  for (let round = 0; round < rounds; round++) {
    for await (const record2 of writtenRecords(options2)) {
      waiting.push(record2);
      if (waiting.length < batch) continue;
      yield await evaluate(waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) yield await evaluate(waiting);
}
__name(givenRecords, "givenRecords");
async function* writtenRecords({ given, context }) {
  const { records, file } = given;
  const shared = ownParts(given);
  if (file !== void 0) {
    const name3 = await resolve(file, () => context.expressionContext(), context.jq);
    for await (const record2 of readLines(name3, context))
      yield { record: { ...shared, ...record2 }, path: ["produce", "file"] };
  } else if (records instanceof Template) {
    const computed = await resolve(
      records,
      () => context.expressionContext(),
      context.jq
    );
    for (const one of computed)
      yield {
        record: { ...shared, ...asRecord(one, `an entry of ${records.source}`) },
        path: ["produce", "records"]
      };
  } else if (records) {
    for (const [index, record2] of records.entries())
      yield { record: { ...shared, ...record2 }, path: ["produce", "records", index] };
  } else yield { record: shared, path: ["produce"] };
}
__name(writtenRecords, "writtenRecords");
function ownParts({ key, value, headers: headers2, partition, timestamp }) {
  return Object.fromEntries(
    Object.entries({ key, value, headers: headers2, partition, timestamp }).filter(([, one]) => one !== void 0)
  );
}
__name(ownParts, "ownParts");
function asRecord(value, where) {
  const keys = isJsonObject(value) ? Object.keys(value) : [];
  const isRecord = keys.some((key) => key === "value" || key === "key") && keys.every((key) => PART_NAMES.has(key));
  if (!isRecord) return { value };
  const read = readResult(dataRecord, value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new RunError("FORMAT_ENCODE", `${where} is no record: ${issue?.path.join(".")}: ${issue?.message}`, {
    hint: "a record has key, value, headers, partition and timestamp"
  });
}
__name(asRecord, "asRecord");
async function* readLines(file, context) {
  const lines = createInterface({
    input: createReadStream2(resolveFile(file, context.files)),
    crlfDelay: Infinity
  });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    yield asRecord(parseLine(line, number, file), `${file}:${number}`);
  }
}
__name(readLines, "readLines");
function parseLine(line, number, file) {
  try {
    return parseJson(number === 1 ? line.replace(/^\ufeff/, "") : line);
  } catch (cause) {
    throw new RunError("FILE_NOT_READABLE", `${file}:${number} is no JSON: ${describeError(cause)}`, {
      hint: 'write one JSON text a line, such as {"key": "a", "value": {"id": 1}}',
      cause
    });
  }
}
__name(parseLine, "parseLine");
async function readBytes({ keyFile, valueFile }, context) {
  const names = await resolve({ keyFile, valueFile }, () => context.expressionContext(), context.jq);
  const read = /* @__PURE__ */ __name((file) => readFile3(resolveFile(file, context.files)), "read");
  return {
    ...names.keyFile === void 0 ? {} : { key: await read(names.keyFile) },
    ...names.valueFile === void 0 ? {} : { value: await read(names.valueFile) }
  };
}
__name(readBytes, "readBytes");
async function evaluateBatch(written, {
  context,
  random,
  bytes,
  rounds,
  index: first
}) {
  const isSame = written.every(({ record: record2 }) => record2 === written[0]?.record);
  const isSingle = rounds === 1 && written.length === 1 && first === 0;
  const contexts = written.map(
    (_, index) => () => context.expressionContext(isSingle ? {} : { index: first + index })
  );
  const evaluated = isSame ? await resolveEach(written[0]?.record ?? {}, contexts, context.jq) : await Promise.all(
    written.map(({ record: record2 }, index) => resolve(record2, contexts[index] ?? {}, context.jq))
  );
  return evaluated.map((record2, index) => ({
    key: random.key() ?? (record2.key ?? null),
    // freeform() let nothing else in
    value: random.value() ?? (record2.value ?? null),
    headers: headerList(record2.headers),
    partition: record2.partition,
    timestamp: record2.timestamp,
    bytes,
    path: written[index]?.path ?? ["produce"]
  }));
}
__name(evaluateBatch, "evaluateBatch");
function headerList(written) {
  if (written === void 0) return [];
  if (Array.isArray(written)) return written;
  return Object.entries(written).map(([key, value]) => ({ key, value }));
}
__name(headerList, "headerList");

// src/tasks/produce/random-parts.ts
async function openRandomParts({ random, format }, topic, context) {
  const open = /* @__PURE__ */ __name(async (part2) => {
    const wanted = random?.[part2];
    if (wanted === void 0) return () => void 0;
    if ("schema" in wanted) return openSample(format?.[part2], { part: part2, topic, context });
    return () => randomText(context.random, wanted.length, wanted.charset);
  }, "open");
  return { key: await open("key"), value: await open("value") };
}
__name(openRandomParts, "openRandomParts");
async function openSample(format, { part: part2, topic, context }) {
  const codec = await openFormat(format, part2, context.formats);
  const site = { part: part2, topic, headers: [] };
  const { sample } = codec;
  if (!sample) {
    throw new RunError(
      "FORMAT_ENCODE",
      `the format "${nameFormat(format)}" has no schema to draw a ${part2} from`,
      {
        hint: `write a format with a schema, such as "format: { ${part2}: { avro: { file: order.avsc } } }"`
      }
    );
  }
  await codec.prepareEncode?.({}, site, context.signal);
  return () => sample.call(codec, context.random, site);
}
__name(openSample, "openSample");

// src/tasks/produce/stored-record.ts
function writeRecord(record2, {
  topic,
  writer,
  context,
  stamp
}) {
  const own = new Set(record2.headers.map(({ key }) => key));
  const headers2 = [...record2.headers, ...stamp().filter(({ key }) => !own.has(key))];
  const written = writer.write({ ...record2, headers: headers2 }, (part2) => context.spanOf([...record2.path, part2]));
  const { timestamp } = record2;
  return {
    ...written,
    ...record2.bytes,
    topic,
    partition: record2.partition,
    timestampMs: timestamp === void 0 ? void 0 : BigInt(timestamp)
  };
}
__name(writeRecord, "writeRecord");
function viewStored(record2, {
  outgoing,
  stored,
  context
}) {
  if (!outgoing || !stored)
    throw new RunError("KAFKA_PROTOCOL", "the broker acknowledged fewer records than were sent");
  return {
    topic: stored.topic,
    partition: stored.partition,
    offset: exactNumber(stored.offset),
    timestamp: exactNumber(stored.timestampMs),
    key: viewBytes(record2.bytes.key) ?? record2.key,
    value: viewBytes(record2.bytes.value) ?? record2.value,
    headers: viewHeaders(outgoing.headers),
    momentMs: context.sinceRunStart(stored.acknowledgedAtMs)
  };
}
__name(viewStored, "viewStored");
function viewBytes(bytes) {
  return bytes && (readUtf8(bytes) ?? renderBase64(bytes));
}
__name(viewBytes, "viewBytes");

// src/tasks/produce.ts
var produce = defineTask({
  kind: "produce",
  summary: "stores records in a topic",
  examples: [{ topic: "orders", key: "42", value: { id: 42 } }],
  emits: "record",
  spec: produceSpec,
  topics: /* @__PURE__ */ __name(({ topic, cluster }) => ({ consumed: [], produced: [topicAt(cluster, topic)] }), "topics"),
  files: /* @__PURE__ */ __name(({ file, keyFile, valueFile, format }) => [
    ...Object.entries({ file, keyFile, valueFile }).flatMap(
      ([name3, value]) => typeof value === "string" ? [{ file: value, path: [name3] }] : []
    ),
    ...filesOfFormat(format)
  ], "files"),
  async run(given, context) {
    const act2 = /* @__PURE__ */ __name(() => produceAll(given, context), "act");
    return given.expect ? expectError(given.expect.error, { kind: "produce", context, act: act2 }) : act2();
  }
});
async function produceAll(given, context) {
  var _stack = [];
  try {
    const { clock, startedAtMs } = context;
    const pace = await readPace(given, context);
    const written = topicAt(given.cluster, given.topic);
    const topic = await resolve(written, () => context.expressionContext(), context.jq);
    if (context.createTopics && given.topic instanceof Template)
      await context.kafka.createTopics([{ name: topic }], context.signal);
    const late = new AbortController();
    const { failAfterMs } = pace;
    const _deadline = __using(_stack, failAfterMs === void 0 ? void 0 : clock.at(startedAtMs + failAfterMs, () => late.abort(late)));
    const signal = AbortSignal.any([context.signal, late.signal]);
    try {
      await sendAll(given, { topic, pace, context: { ...context, signal } });
      return { allowsNone: pace.rounds === 0 };
    } catch (cause) {
      context.signal.throwIfAborted();
      if (!late.signal.aborted || failAfterMs === void 0) throw cause;
      const message = `Producer reached the Timeout fail condition: not all was acknowledged within ${renderDuration(failAfterMs)}`;
      return { failure: { message, span: context.spanOf(["produce", "fail", "after"]) } };
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
__name(produceAll, "produceAll");
async function readPace(given, context) {
  const { repeat, interval, jitter, batch, stop: stop3, fail: fail3, transaction } = given;
  const read = await resolve(
    { repeat, interval, jitter, batch, stop: stop3, fail: fail3 },
    () => context.expressionContext(),
    context.jq
  );
  const streams = read.interval !== void 0 && given.records === void 0 && given.file === void 0;
  return {
    rounds: read.repeat ?? (read.stop ? Number.POSITIVE_INFINITY : 1),
    batch: transaction ? Number.POSITIVE_INFINITY : read.batch ?? (streams ? 1 : void 0),
    intervalMs: read.interval,
    jitterMs: read.jitter ?? 0,
    mostRecords: read.stop?.records ?? Number.POSITIVE_INFINITY,
    stopsAtMs: context.startedAtMs + (read.stop?.after ?? Number.POSITIVE_INFINITY),
    failAfterMs: read.fail?.after
  };
}
__name(readPace, "readPace");
function readManner(given, { expressionContext, jq }) {
  const { format, random, stamp, acks, idempotent, compression, transaction } = given;
  const written = { format, random, stamp, acks, idempotent, compression, transaction };
  return resolve(written, () => expressionContext(), jq);
}
__name(readManner, "readManner");
async function sendAll(given, { topic, pace, context }) {
  const { clock, signal, random: draw } = context;
  const manner = await readManner(given, context);
  const random = await openRandomParts(manner, plainTopic(topic), context);
  const send = await openSender(manner, topic, context);
  const batches = givenRecords({ given, context, random, rounds: pace.rounds, batch: pace.batch });
  let sent = 0;
  for await (const batch of batches) {
    if (sent > 0 && pace.intervalMs !== void 0) {
      const pauseMs = pace.intervalMs + draw() * pace.jitterMs;
      await sleep(clock, Math.min(pauseMs, pace.stopsAtMs - clock.nowMs()), signal);
    }
    if (sent > 0 && clock.nowMs() >= pace.stopsAtMs) return;
    context.reach(await send(batch.slice(0, pace.mostRecords - sent)));
    sent += batch.length;
    if (sent >= pace.mostRecords) return;
  }
}
__name(sendAll, "sendAll");
async function openSender(manner, topic, context) {
  const { kafka, signal, clock } = context;
  const { acks, idempotent, compression, transaction, format } = manner;
  const writer = await openWriter(format, plainTopic(topic), context.formats);
  return async (records) => {
    await writer.prepare(records, signal);
    const stamp = manner.stamp === false ? () => [] : context.stamp;
    const outgoing = records.map((record2) => writeRecord(record2, { topic, writer, context, stamp }));
    const stored = await kafka.produce(outgoing, { acks, idempotent, compression, transaction, signal });
    const views = records.map(
      (record2, index) => viewStored(record2, { outgoing: outgoing[index], stored: stored[index], context })
    );
    const ackedAtMs = /* @__PURE__ */ __name((index) => stored.at(index)?.acknowledgedAtMs ?? clock.nowMs(), "ackedAtMs");
    for (const record2 of views) context.emit({ type: "record-produced", record: record2 });
    await context.publish(
      views.map((view, index) => ({ what: "record", value: recordContext(view), atMs: ackedAtMs(index) }))
    );
    return ackedAtMs(-1);
  };
}
__name(openSender, "openSender");

// src/tasks/service.ts
var name2 = input(external_exports.string().min(1)).optional();
var actions = ["pause", "resume", "stop", "kill", "start", "restart"];
var UNDONE_BY = {
  pause: "resume",
  stop: "start",
  kill: "start"
};
var spec5 = external_exports.strictObject({
  pause: name2.describe("it stands still, as a process that gets no time"),
  resume: name2.describe("it goes on after a pause"),
  stop: name2.describe("it is asked to end"),
  kill: name2.describe("it ends at once, without being asked"),
  start: name2.describe("it starts, and is waited for until it is ready"),
  restart: name2.describe("it is stopped and started"),
  for: input(duration).optional().describe("how long: then a paused service goes on, a stopped or killed one starts")
}).superRefine((written, context) => {
  const given = actions.filter((action) => written[action] !== void 0);
  const [first] = given;
  if (given.length !== 1) {
    context.addIssue({
      code: "custom",
      message: given.length === 0 ? "nothing to do with a service" : `${given.length} things to do: ${given.join(", ")}`,
      params: { hint: `write one of ${actions.join(", ")}, each in a task of its own` }
    });
  } else if (written.for !== void 0 && first && UNDONE_BY[first] === void 0) {
    context.addIssue({
      code: "custom",
      path: ["for"],
      message: `"for" beside "${first}", which nothing undoes`,
      params: { hint: "use it with pause, stop or kill" }
    });
  }
});
var service = defineTask({
  kind: "service",
  summary: "pauses, stops, kills or starts a service under test",
  examples: [{ pause: "user-service", for: "1500ms" }],
  emits: void 0,
  disturbs: true,
  spec: spec5,
  services: /* @__PURE__ */ __name((written) => actions.flatMap((action) => {
    const target = written[action];
    return typeof target === "string" ? [{ service: target, path: [action] }] : [];
  }), "services"),
  async run(given, context) {
    const evaluated = await resolve(given, () => context.expressionContext(), context.jq);
    const action = actions.find((one) => evaluated[one] !== void 0) ?? "resume";
    const target = evaluated[action] ?? "";
    await act(action, target, context);
    const undo = evaluated.for === void 0 ? void 0 : UNDONE_BY[action];
    if (undo === void 0) return {};
    try {
      await sleep(context.clock, evaluated.for ?? 0, context.signal);
    } finally {
      if (!context.signal.aborted || undo === "resume") await act(undo, target, context);
    }
    return {};
  }
});
function act(action, target, { services, signal }) {
  return action === "start" || action === "restart" ? services[action](target, signal) : services[action](target);
}
__name(act, "act");

// src/tasks/set.ts
var set = defineTask({
  kind: "set",
  summary: "gives values to variables, which later tasks see",
  examples: [{ orderId: "${{ .record.value.id }}" }],
  emits: void 0,
  spec: external_exports.record(external_exports.string().min(1), freeform()),
  async run(values, context) {
    for (const [name3, value] of Object.entries(values)) {
      const resolved = await resolve(value, () => context.expressionContext(), context.jq);
      context.setVariables({ [name3]: resolved });
    }
    return {};
  }
});

// src/tasks/wait.ts
var wait = defineTask({
  kind: "wait",
  summary: "lets time pass",
  examples: ["300ms"],
  emits: void 0,
  spec: input(duration),
  async run(given, { clock, signal, jq, expressionContext }) {
    await sleep(clock, await resolve(given, () => expressionContext(), jq), signal);
    return {};
  }
});

// src/tasks/index.ts
var tasks = { produce, consume, http, csv, set, compare, wait, group, service, exec };

// src/tasks/scenario.ts
var TASK_ID = /^[A-Za-z_][A-Za-z0-9_-]*$/;
var taskId = external_exports.string().regex(TASK_ID, { error: 'a task id is letters, digits, "_" and "-", and starts with a letter' });
var text7 = fixedText();
var link = external_exports.union([
  text7.describe('the END of this task, or "start" for the start of the scenario'),
  external_exports.strictObject({
    task: text7.describe("the END of this task"),
    delay: duration.describe("how long to wait in between")
  })
]);
var kinds = Object.fromEntries(
  Object.entries(tasks).map(([kind, { spec: spec6, summary, examples }]) => [
    kind,
    spec6.optional().meta({ description: summary, examples: [...examples] })
  ])
);
var taskEntry = external_exports.strictObject({
  name: text7.optional().describe("shown in reports; default the id"),
  after: external_exports.union([link, external_exports.array(link).min(1)]).optional().meta({
    description: "what it waits for; default: the END of the task written before it",
    examples: ["start", ["first", "second"], { task: "first", delay: "300ms" }]
  }),
  each: external_exports.union([text7, external_exports.array(text7).min(1)]).optional().describe(
    "runs once for every record, response or row of that task; of several: when each has a new one"
  ),
  if: condition.optional().meta({
    description: "runs only when it holds; otherwise it counts as ended",
    examples: ['.env.PLAN == "Free"']
  }),
  checks: conditionList.optional().meta({
    description: "evaluated on every record of the task; all must hold",
    examples: [[{ ".record.value.PLANTYPE": "Free" }, ".record.value.total > 10"]]
  }),
  stopOnFailedCheck: external_exports.boolean().optional().describe("a failed check skips what comes after this task; default: as the scenario says"),
  continueOnError: external_exports.boolean().optional().describe(
    "what comes after it runs even when it could not end, the scenario fails all the same; default false"
  ),
  ...kinds
});
var scenarioFile = external_exports.strictObject({
  scenario: text7.describe("its name, unique in its suite"),
  suite: text7.optional().describe("default: the name of the file's folder"),
  description: external_exports.string().optional().describe("shown in reports"),
  tags: external_exports.array(text7).optional().describe("for `--tag`"),
  timeout: duration.optional().describe("of the whole scenario; default 5m"),
  services: external_exports.array(text7).optional().describe("the services it needs; default all"),
  parallel: external_exports.boolean().optional().describe("may run beside scenarios that use the same topics; default false"),
  fresh: external_exports.boolean().optional().describe("restarts the services and empties the topics first; embedded and docker"),
  retries: external_exports.int().min(0).max(100).optional().describe("how often it is run again when it did not pass"),
  iterations: external_exports.int().min(1).max(1e5).optional().describe("how often it is run"),
  variables: external_exports.record(text7, variable.pipe(freeform())).optional().describe("values for `.variables`, evaluated once, in order"),
  stopOnFailedCheck: external_exports.boolean().optional().describe("a failed check skips what comes after its task; default false"),
  stamp: external_exports.boolean().optional().describe("produced records carry traceparent and flowproof-run headers; default true"),
  tasks: external_exports.record(taskId, taskEntry).describe("ordered: a task without `after` starts at the END of the one before it")
});
var SCENARIO_START = "start";
var taskKindNames = Object.keys(tasks);
function kindsOf(entry) {
  return taskKindNames.filter((kind) => entry[kind] !== void 0);
}
__name(kindsOf, "kindsOf");
function kindOf(task) {
  return tasks[task.kind];
}
__name(kindOf, "kindOf");
function planTask(id, entry, about) {
  const { kind = kindsOf(entry)[0] ?? "consume" } = about;
  const spec6 = entry[kind];
  const definition = spec6 === void 0 ? void 0 : kindOf({ kind });
  return {
    id,
    name: entry.name ?? id,
    kind,
    spec: spec6,
    topics: definition?.topics?.(spec6) ?? { consumed: [], produced: [] },
    links: linksOf(entry, about.previous),
    each: parentsOf(entry),
    condition: entry.if,
    files: [
      ...(definition?.files?.(spec6) ?? []).map((one) => ({ ...one, path: [kind, ...one.path] })),
      ...listFiles(spec6, [kind]),
      ...listFiles(entry.checks, ["checks"]),
      ...listFiles(entry.if, ["if"])
    ],
    services: (definition?.services?.(spec6) ?? []).map((one) => ({ ...one, path: [kind, ...one.path] })),
    references: (definition?.references?.(spec6) ?? []).map((one) => ({ ...one, path: [kind, ...one.path] })),
    checks: entry.checks ?? [],
    stopOnFailedCheck: entry.stopOnFailedCheck ?? about.stopOnFailedCheck,
    continueOnError: entry.continueOnError ?? false,
    disturbs: definition?.disturbs ?? false,
    spanOf: about.spanOf
  };
}
__name(planTask, "planTask");
function parentsOf({ each = [] }) {
  return typeof each === "string" ? [{ task: each, path: ["each"] }] : each.map((task, index) => ({ task, path: ["each", index] }));
}
__name(parentsOf, "parentsOf");
function linksOf(entry, previous) {
  if (entry.after === void 0)
    return previous === void 0 || entry.each !== void 0 ? [] : [{ task: previous, delayMs: 0 }];
  const isList = Array.isArray(entry.after);
  const written = Array.isArray(entry.after) ? entry.after : [entry.after];
  return written.map((one, index) => {
    const path = isList ? ["after", index] : ["after"];
    return typeof one === "string" ? { task: one, delayMs: 0, path } : { task: one.task, delayMs: one.delay, path: [...path, "task"] };
  }).filter(({ task, delayMs }) => task !== SCENARIO_START || delayMs > 0);
}
__name(linksOf, "linksOf");

export {
  resolve,
  TaskSkipped,
  faultOfFile,
  resolveFile,
  qualifiedName,
  selectTopics,
  patternOf,
  selects,
  judge,
  CheckTally,
  describeFailedCheck,
  MOST_KEPT2 as MOST_KEPT,
  RecordCollection,
  matchingTopics,
  followTopics,
  incomingOf,
  scenarioFile,
  SCENARIO_START,
  taskKindNames,
  kindsOf,
  kindOf,
  planTask
};
