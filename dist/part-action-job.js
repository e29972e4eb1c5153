import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  UNFINISHED,
  readJob
} from "./part-action-job-name.js";
import "./part-github-read-inputs.js";
import "./part-load-read-report.js";
import "./part-model-run-result.js";
import "./part-model-run-event.js";
import "./part-model-status.js";
import "./part-model-record.js";
import "./part-zod.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  UNFINISHED,
  readJob
};
