import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  loadProject
} from "./part-load-check-graph.js";
import "./part-yaml.js";
import "./part-csv-parse.js";
import "./part-model-service-config.js";
import "./part-expr-jq.js";
import "./part-expr-random.js";
import "./part-expr-simple-path.js";
import "./part-expr-template-text.js";
import "./part-base-duration.js";
import "./part-model-record-path.js";
import "./part-msgpack-msgpack.js";
import "./part-base-did-you-mean.js";
import "./part-formats-codec-fixed-width.js";
import "./part-formats-record-view.js";
import "./part-formats-codec-text.js";
import "./part-model-compact.js";
import "./part-base-source-span.js";
import "./part-model-record.js";
import "./part-base-clock.js";
import "./part-formats-avro-parse.js";
import "./part-formats-codec-show.js";
import "./part-formats-codec-unfit.js";
import "./part-zod.js";
import "./part-base-shorten.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  loadProject
};
