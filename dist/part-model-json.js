import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/model/json.ts
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
__name(isJsonObject, "isJsonObject");
function parseJson(text) {
  return LONG_DIGITS.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}
__name(parseJson, "parseJson");
function renderJson(value, indent) {
  return JSON.stringify(value, writeDigits, indent);
}
__name(renderJson, "renderJson");
function exactNumber(value) {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}
__name(exactNumber, "exactNumber");
var LONG_DIGITS = /\d{16}/;
var INTEGER = /^-?\d+$/;
var { rawJSON } = JSON;
function keepDigits(_key, value, context) {
  const isLong = typeof value === "number" && !Number.isSafeInteger(value) && INTEGER.test(context.source ?? "");
  return isLong ? BigInt(context.source ?? "") : value;
}
__name(keepDigits, "keepDigits");
function writeDigits(_key, value) {
  return typeof value === "bigint" ? rawJSON(value.toString()) : value;
}
__name(writeDigits, "writeDigits");

export {
  isJsonObject,
  parseJson,
  renderJson,
  exactNumber
};
