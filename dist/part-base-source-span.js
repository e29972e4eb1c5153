import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/source-span.ts
function renderLocation(span) {
  return `${span.file}:${span.line}:${span.column}`;
}
__name(renderLocation, "renderLocation");

export {
  renderLocation
};
