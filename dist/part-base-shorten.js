import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/shorten.ts
function beginningOf(text, most) {
  const isInside = (text.codePointAt(most - 1) ?? 0) > 65535;
  return text.slice(0, isInside ? most - 1 : most);
}
__name(beginningOf, "beginningOf");
function shorten(text, most) {
  return text.length <= most ? text : `${beginningOf(text, most)}…`;
}
__name(shorten, "shorten");
function fitInto(text, most) {
  return text.length <= most ? text : `${beginningOf(text, most - 1)}…`;
}
__name(fitInto, "fitInto");

export {
  beginningOf,
  shorten,
  fitInto
};
