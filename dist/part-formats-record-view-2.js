import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  recordContext,
  viewHeaders
} from "./part-formats-record-view.js";
import "./part-formats-codec-text.js";
import "./part-formats-codec-unfit.js";
import "./part-shared.js";
export {
  recordContext,
  viewHeaders
};
