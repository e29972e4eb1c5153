import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  EmbeddedRegistry
} from "./part-registry-languages-json-obstacles.js";
import "./part-formats-avro-parse.js";
import "./part-formats-codec-show.js";
import "./part-formats-codec-unfit.js";
import "./part-node-http.js";
import "./part-zod.js";
import "./part-base-shorten.js";
import "./part-model-json.js";
import {
  RunError
} from "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  EmbeddedRegistry,
  RunError
};
