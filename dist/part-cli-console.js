import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  reporters
} from "./part-reporters-page-timeline.js";
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
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/cli/console.ts
function startConsole({ stdout, env }, reportPath) {
  const color = stdout.isTTY === true && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb";
  return reporters.console.start(
    { write: /* @__PURE__ */ __name((text) => void stdout.write(text), "write") },
    { color, reportPath, ...stdout.isTTY && color ? { terminal: { columns: /* @__PURE__ */ __name(() => stdout.columns, "columns") } } : {} }
  );
}
__name(startConsole, "startConsole");
export {
  startConsole
};
