import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  readUtf8,
  renderBase64
} from "./part-formats-codec-text.js";
import {
  __name
} from "./part-shared.js";

// src/formats/record/view.ts
function viewHeaders(headers) {
  return headers.map(({ key, value }) => {
    if (value === null) return { key, value };
    const text = readUtf8(value);
    return text === void 0 ? { key, value: renderBase64(value), encoding: "base64" } : { key, value: text };
  });
}
__name(viewHeaders, "viewHeaders");
function recordContext(view) {
  const header = Object.fromEntries(view.headers.map(({ key, value }) => [key, value]));
  return { ...view, header };
}
__name(recordContext, "recordContext");

export {
  viewHeaders,
  recordContext
};
