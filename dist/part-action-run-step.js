import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  runStep
} from "./part-github-step.js";
import "./part-action-tell-failure.js";
import "./part-base-code-frame.js";
import "./part-github-outputs.js";
import "./part-reporters-wording.js";
import "./part-base-display-width.js";
import "./part-base-source-span.js";
import "./part-base-shorten.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  runStep
};
