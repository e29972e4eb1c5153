import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  mergeRuns
} from "./part-model-merge-runs.js";
import {
  readReport
} from "./part-load-read-report.js";
import {
  UsageError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/load/merge-reports.ts
import { globSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
function mergeReports(named, cwd) {
  const paths = named.flatMap(
    (one) => isFolder(resolve(cwd, one)) ? find(join(one, "**/report.json"), cwd) : find(one, cwd)
  );
  const [first, ...rest] = [...new Set(paths)].toSorted().map(readReport);
  if (first) return mergeRuns([first, ...rest]);
  throw new UsageError(
    "USAGE_NOTHING_SELECTED",
    `no report.json in ${named.map((one) => `"${one}"`).join(", ")}`,
    {
      hint: "name the report.json of each shard, a folder that holds them, or a glob"
    }
  );
}
__name(mergeReports, "mergeReports");
function find(pattern, cwd) {
  return globSync(pattern, { cwd }).map((path) => resolve(cwd, path));
}
__name(find, "find");
function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
__name(isFolder, "isFolder");

export {
  mergeReports
};
