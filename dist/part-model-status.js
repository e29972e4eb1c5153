import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  external_exports
} from "./part-zod.js";

// src/model/status.ts
var taskStatus = external_exports.enum(["passed", "failed", "error", "skipped", "cancelled"]);
var scenarioStatus = external_exports.enum(["passed", "failed", "error", "flaky", "skipped", "cancelled"]);
var runStatus = external_exports.enum(["passed", "failed", "error", "cancelled"]);

export {
  taskStatus,
  scenarioStatus,
  runStatus
};
