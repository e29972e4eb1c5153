import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  keepYoungHeapSmall
} from "./part-base-young-heap.js";
import "./part-shared.js";

// src/action/main.ts
keepYoungHeapSmall();
process.noDeprecation = true;
var [{ runAction }, { runStep }] = await Promise.all([import("./part-action-run-action.js"), import("./part-action-run-step.js")]);
await runStep(runAction);
