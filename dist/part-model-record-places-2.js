import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  createRecordPlaces,
  createRecordRedactor,
  withoutContent
} from "./part-model-record-places.js";
import "./part-model-record-path.js";
import "./part-base-redaction.js";
import "./part-model-json.js";
import "./part-shared.js";
export {
  createRecordPlaces,
  createRecordRedactor,
  withoutContent
};
