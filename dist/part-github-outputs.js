import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/github/outputs.ts
function outputsOf({ status, counts, durationMs }) {
  return {
    status,
    total: counts.total,
    passed: counts.passed,
    failed: counts.failed,
    errors: counts.errors,
    flaky: counts.flaky,
    skipped: counts.skipped,
    "duration-ms": Math.round(durationMs)
  };
}
__name(outputsOf, "outputsOf");
function renderFileCommands(values, unique) {
  const delimiter = `flowproof-${unique}`;
  const entries = Object.entries(values).map(
    ([name, value]) => `${name}<<${delimiter}
${value}
${delimiter}
`
  );
  return entries.join("");
}
__name(renderFileCommands, "renderFileCommands");

// src/github/limits.ts
var SUMMARY_BYTES = 1024 * 1024;
var ERRORS_PER_STEP = 10;
var ANNOTATION_CHARACTERS = 4096;
var COMMENT_CHARACTERS = 65536;
var COMMENTS_PER_PAGE = 100;
var ANNOTATIONS_PER_REQUEST = 50;
var CHECK_TEXT_CHARACTERS = 65535;

// src/action/publication.ts
var ANNOTATION_LIMITS = { maxErrors: ERRORS_PER_STEP, maxCharacters: ANNOTATION_CHARACTERS };
function linkFrom(step, cwd) {
  return (file, line) => {
    const path = step.fileInRepository(file, cwd);
    return path === void 0 ? void 0 : step.linkTo(path, line);
  };
}
__name(linkFrom, "linkFrom");

export {
  outputsOf,
  renderFileCommands,
  SUMMARY_BYTES,
  ANNOTATION_CHARACTERS,
  COMMENT_CHARACTERS,
  COMMENTS_PER_PAGE,
  ANNOTATIONS_PER_REQUEST,
  CHECK_TEXT_CHARACTERS,
  ANNOTATION_LIMITS,
  linkFrom
};
