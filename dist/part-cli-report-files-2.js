import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  openReportFiles,
  reportToOpen,
  writeFinalReports
} from "./part-cli-report-files.js";
import "./part-cli-try-write.js";
import "./part-reporters-page-timeline.js";
import "./part-reporters-markup-scenario-section.js";
import "./part-reporters-wording.js";
import "./part-base-display-width.js";
import "./part-model-fold-task.js";
import "./part-model-compact.js";
import "./part-base-source-span.js";
import "./part-model-record.js";
import "./part-base-clock.js";
import "./part-zod.js";
import "./part-base-shorten.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  openReportFiles,
  reportToOpen,
  writeFinalReports
};
