import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  UsageError,
  describeError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/cli/try-write.ts
var REASONS = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "a file is in its place",
  EISDIR: "a folder is in its place"
};
function tryWrite(path, write) {
  try {
    return write();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new UsageError(
      "USAGE_CANNOT_WRITE",
      `cannot write "${path}": ${REASONS[code] ?? describeError(cause)}`,
      {
        hint: "choose a folder that can be written",
        cause
      }
    );
  }
}
__name(tryWrite, "tryWrite");

export {
  tryWrite
};
