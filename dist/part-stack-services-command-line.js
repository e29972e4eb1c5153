import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/stack/services/command-line.ts
var NEEDS_SHELL = /[|&;<>()$`\\*?[\]{}~#!\n]|^\s*\w+=/;
var WORD = /(?:[^\s'"]|'[^']*'|"[^"]*")+/g;
var QUOTED = /'([^']*)'|"([^"]*)"/g;
function parseCommand(text) {
  const unquoted = text.replaceAll(/'[^']*'/g, "").replaceAll(/"[^"$`\\!]*"/g, "");
  const [file, ...args] = (text.match(WORD) ?? []).map((word) => word.replaceAll(QUOTED, "$1$2"));
  const isPlain = file !== void 0 && !NEEDS_SHELL.test(unquoted) && !/['"]/.test(unquoted);
  return isPlain ? { file, args } : { file: "/bin/sh", args: ["-c", text] };
}
__name(parseCommand, "parseCommand");

export {
  parseCommand
};
