import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  Unfit
} from "./part-formats-codec-unfit.js";
import {
  __name
} from "./part-shared.js";

// src/formats/codec/text.ts
var UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function readUtf8(bytes) {
  try {
    return UTF8.decode(bytes);
  } catch {
    return void 0;
  }
}
__name(readUtf8, "readUtf8");
function decodeUtf8(bytes) {
  const text = readUtf8(bytes);
  if (text === void 0) throw new Unfit("the bytes are not UTF-8");
  return text;
}
__name(decodeUtf8, "decodeUtf8");
function encodeUtf8(text) {
  return Buffer.from(text, "utf8");
}
__name(encodeUtf8, "encodeUtf8");
function renderBase64(bytes) {
  return Buffer.from(bytes).toString("base64");
}
__name(renderBase64, "renderBase64");
var BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;
function parseBase64(text) {
  return BASE64.test(text) ? Buffer.from(text, "base64") : void 0;
}
__name(parseBase64, "parseBase64");

export {
  readUtf8,
  decodeUtf8,
  encodeUtf8,
  renderBase64,
  parseBase64
};
