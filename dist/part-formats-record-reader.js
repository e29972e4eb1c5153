import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  openReader
} from "./part-msgpack-msgpack.js";
import "./part-base-did-you-mean.js";
import "./part-formats-codec-fixed-width.js";
import "./part-formats-record-view.js";
import "./part-formats-codec-text.js";
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
  openReader
};
