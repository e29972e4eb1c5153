import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  connectRuntime,
  explainNoRuntime,
  socketOf
} from "./part-stack-docker-runtime.js";
import "./part-readable-stream.js";
import "./part-stack-docker-docker-error.js";
import "./part-debug.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  connectRuntime,
  explainNoRuntime,
  socketOf
};
