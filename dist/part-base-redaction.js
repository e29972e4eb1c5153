import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/redaction.ts
var REDACTED = "***";
var MIN_ENCODED_CHARACTERS = 6;
var PIECE_CHARACTERS = 4;
var CUT = "…";
var MIN_LINE_CHARACTERS = 8;
function createTextRedactor(secrets) {
  const forms = [...new Set(secrets.filter((secret) => secret.trim() !== "").flatMap(formsOf))];
  if (forms.length === 0) return (text) => text;
  const pattern = forms.sort((a, b) => b.length - a.length).map(RegExp.escape);
  const anyForm = new RegExp(pattern.join("|"), "g");
  const redactCuts = createCutRedactor(forms);
  return (text) => {
    const whole = text.replace(anyForm, REDACTED);
    return whole.includes(CUT) ? redactCuts(whole) : whole;
  };
}
__name(createTextRedactor, "createTextRedactor");
function createCutRedactor(forms) {
  let pieces;
  const longest = /* @__PURE__ */ __name((piece, lengthIn) => {
    pieces ??= piecesOf(forms);
    return pieces.has(piece) ? Math.max(...forms.map(lengthIn)) : 0;
  }, "longest");
  const beforeCut = /* @__PURE__ */ __name((text) => {
    const body = text.trimEnd();
    const length = longest(body.slice(-PIECE_CHARACTERS), (form) => beginningIn(body, form));
    return length === 0 ? text : body.slice(0, -length) + REDACTED + text.slice(body.length);
  }, "beforeCut");
  const afterCut = /* @__PURE__ */ __name((text) => {
    const length = longest(text.slice(0, PIECE_CHARACTERS), (form) => endIn(text, form));
    return length === 0 ? text : REDACTED + text.slice(length);
  }, "afterCut");
  return (text) => {
    const parts = text.split(CUT);
    return parts.map((part, index) => index < parts.length - 1 ? beforeCut(part) : part).map((part, index) => index > 0 ? afterCut(part) : part).join(CUT);
  };
}
__name(createCutRedactor, "createCutRedactor");
function beginningIn(text, form) {
  const piece = text.slice(-PIECE_CHARACTERS);
  if (piece.length < PIECE_CHARACTERS) return 0;
  for (let at = text.length - PIECE_CHARACTERS; at >= 0; at--) {
    at = form.lastIndexOf(piece, at);
    if (at >= 0 && text.endsWith(form.slice(0, at + PIECE_CHARACTERS))) return at + PIECE_CHARACTERS;
  }
  return 0;
}
__name(beginningIn, "beginningIn");
function endIn(text, form) {
  const piece = text.slice(0, PIECE_CHARACTERS);
  if (piece.length < PIECE_CHARACTERS) return 0;
  for (let at = form.indexOf(piece); at >= 0; at = form.indexOf(piece, at + 1))
    if (text.startsWith(form.slice(at))) return form.length - at;
  return 0;
}
__name(endIn, "endIn");
function piecesOf(forms) {
  const all = /* @__PURE__ */ new Set();
  for (const form of forms) {
    for (let at = 0; at + PIECE_CHARACTERS <= form.length; at++)
      all.add(form.slice(at, at + PIECE_CHARACTERS));
  }
  return all;
}
__name(piecesOf, "piecesOf");
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
  const pieces = lines.length > 1 ? lines.filter((line) => line.length >= MIN_LINE_CHARACTERS) : [];
  return [
    ...[secret, secret.trim(), ...pieces].flatMap((text) => [text, ...jsonForms(text), ...htmlForms(text)]),
    ...urlForms(secret),
    ...base64Forms(secret),
    ...hexForms(secret)
  ];
}
__name(formsOf, "formsOf");
function jsonForms(secret) {
  const plain = inJson(secret);
  const escaped = /* @__PURE__ */ __name((what) => plain.replace(what, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`), "escaped");
  return [
    plain,
    // JSON in JSON, in a message that quotes it, and once more
    inJson(plain),
    inJson(inJson(plain)),
    inJson(inJson(inJson(plain))),
    plain.replaceAll("/", "\\/"),
    // PHP
    escaped(/[<>&\u2028\u2029]/g),
    // Go
    escaped(/[^ -~]/g)
    // Python
  ];
}
__name(jsonForms, "jsonForms");
function inJson(text) {
  return JSON.stringify(text).slice(1, -1);
}
__name(inJson, "inJson");
function htmlForms(secret) {
  const escaped = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  return [escaped, escaped.replaceAll("'", "&#39;"), escaped.replaceAll("'", "&#x27;")];
}
__name(htmlForms, "htmlForms");
function hexForms(secret) {
  const bytes = [...Buffer.from(secret, "utf8")].map((byte) => byte.toString(16).padStart(2, "0"));
  const forms = [bytes.join(""), bytes.join(" ")].filter((form) => form.length >= MIN_ENCODED_CHARACTERS);
  return forms.flatMap((form) => [form, form.toUpperCase()]);
}
__name(hexForms, "hexForms");
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
  CUT,
  beginningIn,
  createRedactor,
  inJson
};
