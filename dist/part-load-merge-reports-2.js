import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  mergeReports
} from "./part-load-merge-reports.js";
import "./part-model-merge-runs.js";
import "./part-load-read-report.js";
import "./part-model-run-result.js";
import "./part-model-scenario-list.js";
import "./part-model-run-event.js";
import "./part-model-status.js";
import "./part-model-record.js";
import "./part-zod.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  mergeReports
};
