import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/redaction.ts
var REDACTED = "***";
var MIN_ENCODED_CHARACTERS = 6;
var MIN_LINE_CHARACTERS = 8;
function createTextRedactor(secrets) {
  const forms = [...new Set(secrets.filter((secret) => secret.trim() !== "").flatMap(formsOf))];
  if (forms.length === 0) return (text) => text;
  const pattern = forms.sort((a, b) => b.length - a.length).map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const anyForm = new RegExp(pattern.join("|"), "g");
  return (text) => text.replace(anyForm, REDACTED);
}
__name(createTextRedactor, "createTextRedactor");
function createRedactor(secrets, shape) {
  const redactText = createTextRedactor(secrets);
  const isSecret = new Set(secrets);
  const redactFree = /* @__PURE__ */ __name((value) => {
    if (typeof value === "string") return redactText(value);
    if (typeof value === "number" || typeof value === "bigint")
      return isSecret.has(value.toString()) ? REDACTED : value;
    return mapEntries(value, (key, entry) => [redactText(key), redactFree(entry)]);
  }, "redactFree");
  const redactShaped = /* @__PURE__ */ __name((value) => {
    if (typeof value === "string") return shape.words.has(value) ? value : redactText(value);
    return mapEntries(value, (key, entry) => [
      key,
      shape.freeKeys.has(key) ? redactFree(entry) : redactShaped(entry)
    ]);
  }, "redactShaped");
  return (value) => isSecret.size === 0 ? value : redactShaped(value);
}
__name(createRedactor, "createRedactor");
function mapEntries(value, change) {
  if (Array.isArray(value)) return value.map((entry) => change("", entry)[1]);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => change(key, entry)));
}
__name(mapEntries, "mapEntries");
function formsOf(secret) {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  return [
    secret,
    secret.trim(),
    ...lines.length > 1 ? lines.filter((line) => line.length >= MIN_LINE_CHARACTERS) : [],
    JSON.stringify(secret).slice(1, -1),
    ...urlForms(secret),
    ...base64Forms(secret)
  ];
}
__name(formsOf, "formsOf");
function urlForms(secret) {
  const forms = [
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams({ "": secret }).toString().slice(1)
  ];
  return forms.flatMap((form) => [form, form.replace(/%../g, (hex) => hex.toLowerCase())]);
}
__name(urlForms, "urlForms");
function base64Forms(secret) {
  const bytes = Buffer.from(secret, "utf8");
  const forms = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const first = Math.ceil(before * 8 / 6);
    const end = Math.floor((before + bytes.length) * 8 / 6);
    return encoded.slice(first, end);
  });
  const whole = bytes.toString("base64");
  return [...forms, whole, whole.replaceAll("=", "")].filter((form) => form.length >= MIN_ENCODED_CHARACTERS).flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}
__name(base64Forms, "base64Forms");

export {
  REDACTED,
  createRedactor
};
