import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  beginningOf
} from "./part-base-shorten.js";
import {
  __name
} from "./part-shared.js";

// src/stack/services/lines.ts
var MAX_LINE_CHARACTERS = 16384;
var CUT = "…";
function splitLines(onLine) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  let begun = false;
  const handOn = /* @__PURE__ */ __name((text, goesOn) => {
    onLine(`${begun ? CUT : ""}${text}${goesOn ? CUT : ""}`);
    begun = goesOn;
  }, "handOn");
  const shorten = /* @__PURE__ */ __name((line) => {
    let left = line;
    while (left.length > MAX_LINE_CHARACTERS) {
      const beginning = beginningOf(left, MAX_LINE_CHARACTERS);
      handOn(beginning, true);
      left = left.slice(beginning.length);
    }
    return left;
  }, "shorten");
  const add = /* @__PURE__ */ __name((text) => {
    const pieces = (rest + text).split(/\r\n|\n|\r(?!$)/);
    const last = pieces.pop() ?? "";
    for (const line of pieces) handOn(shorten(line), false);
    rest = shorten(last);
  }, "add");
  return {
    get rest() {
      return rest;
    },
    write: /* @__PURE__ */ __name((chunk) => add(decoder.decode(chunk, { stream: true })), "write"),
    end() {
      add(decoder.decode());
      const last = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
      if (rest !== "") handOn(last, false);
      rest = "";
    }
  };
}
__name(splitLines, "splitLines");

export {
  splitLines
};
