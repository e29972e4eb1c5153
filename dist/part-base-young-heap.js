import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/young-heap.ts
import v8 from "node:v8";
function keepYoungHeapSmall() {
  v8.setFlagsFromString("--semi-space-growth-factor=1");
}
__name(keepYoungHeapSmall, "keepYoungHeapSmall");

export {
  keepYoungHeapSmall
};
