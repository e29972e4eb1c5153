#!/usr/bin/env node
import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  keepYoungHeapSmall
} from "./part-base-young-heap.js";
import "./part-shared.js";

// src/cli/launch.ts
import nodeModule from "node:module";
var NEEDED = 24;
if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(`flowproof needs Node ${NEEDED} or later; this is ${process.version}
`);
  process.exitCode = 2;
} else {
  keepYoungHeapSmall();
  nodeModule.enableCompileCache();
  process.noDeprecation = true;
  await import("./part-cli-main.js");
}
