import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  ProblemList,
  loadConfig,
  secretTexts
} from "./part-yaml.js";
import "./part-model-service-config.js";
import "./part-expr-template-text.js";
import "./part-base-duration.js";
import "./part-model-record-path.js";
import "./part-base-did-you-mean.js";
import "./part-zod.js";
import "./part-base-shorten.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/load/load-redaction.ts
async function loadRedaction(choice) {
  const problems = new ProblemList();
  const secretNames = /* @__PURE__ */ new Set();
  const loaded = await loadConfig({ ...choice, file: choice.config, problems, secretNames });
  problems.throwIfAny("VARIABLE_NOT_SET");
  const levels = [loaded.variables, loaded.environment.variables];
  return { rules: loaded.config.redact ?? {}, secrets: secretTexts(secretNames, levels) };
}
__name(loadRedaction, "loadRedaction");
export {
  loadRedaction
};
