#!/usr/bin/env node
import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  keepYoungHeapSmall
} from "./part-base-young-heap.js";
import "./part-shared.js";

// src/cli/launch.ts
import nodeModule from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
var NEEDED = 24;
var CARRIERS = ["run", "broker"];
if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(`flowproof needs Node ${NEEDED} or later; this is ${process.version}
`);
  process.exitCode = 2;
} else {
  if (CARRIERS.includes(process.argv[2])) {
    keepYoungHeapSmall();
    nodeModule.enableCompileCache(join(tmpdir(), "node-compile-cache", "flowproof-carriers"));
  } else nodeModule.enableCompileCache();
  process.noDeprecation = true;
  await import("./part-cli-main.js");
}
