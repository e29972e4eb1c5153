import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/count.ts
function renderCount(count, noun) {
  return `${count} ${noun}${Number(count) === 1 ? "" : "s"}`;
}
__name(renderCount, "renderCount");

export {
  renderCount
};
