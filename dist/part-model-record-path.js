import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  isJsonObject
} from "./part-model-json.js";
import {
  __name
} from "./part-shared.js";

// src/model/record-path.ts
var EVERY = /* @__PURE__ */ Symbol("every entry");
var START = /^\.record\.(key|value|header)(?![A-Za-z0-9_])/;
var STEP = /\.?\[(?:(-?\d+)|"([^"\\]*)")?\]\??|\.(?:([A-Za-z_]\w*)|"([^"\\]*)")\??/y;
function parseRecordPath(text) {
  const [start, part] = START.exec(text) ?? [];
  if (start === void 0) return void 0;
  const steps = [];
  for (let at = start.length; at < text.length; at = STEP.lastIndex) {
    STEP.lastIndex = at;
    const found = STEP.exec(text);
    if (!found) return void 0;
    const [, index, bracketed, name, quoted] = found;
    steps.push(index === void 0 ? bracketed ?? name ?? quoted ?? EVERY : Number(index));
  }
  return { part, steps };
}
__name(parseRecordPath, "parseRecordPath");
function replaceAt(value, steps, replace) {
  const [step, ...rest] = steps;
  if (step === void 0) return value === null ? null : replace(value);
  const isAt = /* @__PURE__ */ __name((...names) => step === EVERY || names.includes(step), "isAt");
  if (isJsonObject(value))
    return mapValues(value, (key, entry) => isAt(key) ? replaceAt(entry, rest, replace) : entry);
  if (!Array.isArray(value)) return value;
  return value.map(
    (entry, index) => isAt(index, index - value.length) ? replaceAt(entry, rest, replace) : entry
  );
}
__name(replaceAt, "replaceAt");
function mapValues(value, change) {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, change(key, entry)]));
}
__name(mapValues, "mapValues");

export {
  parseRecordPath,
  replaceAt
};
