import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  jsonSchemas
} from "./part-load-json-schema.js";
import "./part-model-run-result.js";
import "./part-csv-parse.js";
import "./part-msgpack-msgpack.js";
import "./part-base-did-you-mean.js";
import "./part-formats-codec-fixed-width.js";
import "./part-formats-codec-text.js";
import "./part-expr-template-text.js";
import "./part-base-duration.js";
import "./part-model-compact.js";
import "./part-model-run-event.js";
import "./part-model-latency.js";
import "./part-base-clock.js";
import "./part-formats-avro-parse.js";
import "./part-formats-codec-show.js";
import "./part-formats-codec-unfit.js";
import "./part-zod.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-shared.js";
export {
  jsonSchemas
};
