import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  isJsonObject
} from "./part-model-json.js";
import {
  __name
} from "./part-shared.js";

// src/expr/simple-path.ts
var STEP = /\.([A-Za-z_]\w*)|\.?\["([^"\\]*)"\]|\."([^"\\]*)"|\.?\[(-?\d{1,9})\]/y;
var COMPARISON = /^\s*(==|!=|<=|>=|<|>)\s*(null|true|false|-?\d{1,9}(?:\.\d{1,6})?|"[^"\\]*")$/;
function parseSimple(program) {
  const text = program.trim();
  const steps = [];
  STEP.lastIndex = 0;
  let at = 0;
  for (let match = STEP.exec(text); match; match = STEP.exec(text)) {
    if (at === 0 && !match[0].startsWith(".")) return void 0;
    const name = match[1] ?? match[2] ?? match[3];
    steps.push(name ?? Number(match[4]));
    at = STEP.lastIndex;
  }
  if (at === 0 && text.startsWith(".")) at = 1;
  const rest = text.slice(at);
  if (at > 0 && rest === "") return { steps };
  const [, operator, written] = COMPARISON.exec(rest) ?? [];
  if (at === 0 || operator === void 0 || written === void 0) return void 0;
  const literal = JSON.parse(written.replace(/^(-?)0+(?=\d)/, "$1"));
  const isOrder = operator !== "==" && operator !== "!=";
  return isOrder && typeof literal === "string" ? void 0 : { steps, comparison: { operator, literal } };
}
__name(parseSimple, "parseSimple");
function splitAtPipe(program) {
  const at = program.indexOf("|");
  if (at === -1 || program[at + 1] === "=") return void 0;
  const start = program.slice(0, at);
  const path = start.includes("\n") ? void 0 : parseSimple(start);
  return path && !path.comparison ? { path, rest: program.slice(at + 1) } : void 0;
}
__name(splitAtPipe, "splitAtPipe");
function evaluateSimple({ steps, comparison }, input) {
  let value = input;
  for (const step of steps) {
    const next = stepInto(value, step);
    if (next === void 0) return void 0;
    value = next;
  }
  return comparison ? compare(value, comparison) : asJqGives(value);
}
__name(evaluateSimple, "evaluateSimple");
function sidesOf(program, input) {
  if (!program?.comparison) return void 0;
  const { operator, literal } = program.comparison;
  const left = evaluateSimple({ steps: program.steps }, input);
  return left === void 0 ? void 0 : { operator, left, right: literal };
}
__name(sidesOf, "sidesOf");
function leadsSomewhere({ steps, comparison }, input) {
  if (comparison || steps.length === 0) return true;
  const parent = evaluateSimple({ steps: steps.slice(0, -1) }, input);
  const last = steps.at(-1);
  if (parent === void 0 || parent === null) return parent === null ? false : void 0;
  if (typeof last === "string") return isJsonObject(parent) ? Object.hasOwn(parent, last) : void 0;
  return Array.isArray(parent) ? parent.at(last ?? 0) !== void 0 : void 0;
}
__name(leadsSomewhere, "leadsSomewhere");
function stepInto(value, step) {
  if (value === null) return null;
  if (typeof step === "number") return Array.isArray(value) ? value.at(step) ?? null : void 0;
  if (!isJsonObject(value)) return void 0;
  return Object.hasOwn(value, step) ? value[step] ?? null : null;
}
__name(stepInto, "stepInto");
function compare(value, { operator, literal }) {
  const order = orderOf(value, literal);
  switch (operator) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}
__name(compare, "compare");
function orderOf(value, literal) {
  const byType = rank(value) - rank(literal);
  if (byType !== 0 || literal === null || typeof literal === "boolean") return byType;
  if (typeof literal === "string") return value.toWellFormed() === literal ? 0 : 1;
  const number = value;
  if (number < literal) return -1;
  return number > literal ? 1 : 0;
}
__name(orderOf, "orderOf");
function rank(value) {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 2 : 1;
  if (typeof value === "number" || typeof value === "bigint") return 3;
  if (typeof value === "string") return 4;
  return Array.isArray(value) ? 5 : 6;
}
__name(rank, "rank");
function asJqGives(value) {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number") return Number.isInteger(value) ? wholeNumber(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(asJqGives);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toWellFormed(), asJqGives(inner)])
  );
}
__name(asJqGives, "asJqGives");
var LARGEST_WRITTEN_OUT = 1e21;
function wholeNumber(value) {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  return Math.abs(value) < LARGEST_WRITTEN_OUT ? BigInt(value) : value;
}
__name(wholeNumber, "wholeNumber");

export {
  parseSimple,
  splitAtPipe,
  evaluateSimple,
  sidesOf,
  leadsSomewhere
};
