import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/stack/services/lines.ts
var MAX_LINE_CHARACTERS = 16384;
function splitLines(onLine) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  const add = /* @__PURE__ */ __name((text) => {
    const pieces = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = pieces.pop() ?? "";
    for (const line of pieces) cut(line);
    while (rest.length > MAX_LINE_CHARACTERS) {
      onLine(rest.slice(0, MAX_LINE_CHARACTERS));
      rest = rest.slice(MAX_LINE_CHARACTERS);
    }
  }, "add");
  const cut = /* @__PURE__ */ __name((line) => {
    for (let from = 0; from === 0 || from < line.length; from += MAX_LINE_CHARACTERS)
      onLine(line.slice(from, from + MAX_LINE_CHARACTERS));
  }, "cut");
  return {
    get rest() {
      return rest;
    },
    write: /* @__PURE__ */ __name((chunk) => add(decoder.decode(chunk, { stream: true })), "write"),
    end() {
      add(decoder.decode());
      const last = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
      if (rest !== "") onLine(last);
      rest = "";
    }
  };
}
__name(splitLines, "splitLines");

export {
  splitLines
};
