import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  shorten
} from "./part-base-shorten.js";
import {
  isJsonObject,
  renderJson
} from "./part-model-json.js";
import {
  __name
} from "./part-shared.js";

// src/formats/codec/show.ts
var LONGEST_SHOWN = 40;
function showValue(value) {
  return shorten(renderJson(value), LONGEST_SHOWN);
}
__name(showValue, "showValue");
function showKind(value) {
  if (Array.isArray(value)) return "a list";
  return isJsonObject(value) ? "a map" : showValue(value);
}
__name(showKind, "showKind");

export {
  showValue,
  showKind
};
