import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  createEventRedactor
} from "./part-model-redact-event.js";
import "./part-base-redaction.js";
import "./part-model-run-event.js";
import "./part-model-status.js";
import "./part-model-record.js";
import "./part-zod.js";
import "./part-shared.js";
export {
  createEventRedactor
};
