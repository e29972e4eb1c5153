import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  runResult
} from "./part-model-run-result.js";
import {
  parseJson
} from "./part-model-json.js";
import {
  UsageError,
  describeError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/load/read-report.ts
import { readFileSync } from "node:fs";
function readReport(path) {
  return parseReport(readText(path), path);
}
__name(readReport, "readReport");
function parseReport(text, name) {
  const hint = "it has to be a report.json that flowproof wrote";
  let value;
  try {
    value = parseJson(text);
  } catch (cause) {
    throw new UsageError("USAGE_BAD_VALUE", `"${name}" is no JSON: ${describeError(cause)}`, { hint, cause });
  }
  const { data, error } = runResult.safeParse(value);
  if (data) return data;
  const [issue] = error.issues;
  const place = issue?.path.join(".") ?? "";
  throw new UsageError("USAGE_BAD_VALUE", `"${name}" is no report: ${place}: ${issue?.message}`, { hint });
}
__name(parseReport, "parseReport");
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new UsageError("USAGE_FILE_NOT_FOUND", `cannot read "${path}": ${describeError(cause)}`, { cause });
  }
}
__name(readText, "readText");

export {
  readReport,
  parseReport
};
