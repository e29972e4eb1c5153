import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  createRedactor
} from "./part-base-redaction.js";
import {
  checkOutcome,
  runEvent
} from "./part-model-run-event.js";
import {
  runStatus,
  scenarioStatus,
  taskStatus
} from "./part-model-status.js";
import {
  __name
} from "./part-shared.js";

// src/model/redact-event.ts
var shape = {
  words: /* @__PURE__ */ new Set([
    ...runEvent.options.map((event) => event.shape.type.value),
    ...taskStatus.options,
    ...scenarioStatus.options,
    ...runStatus.options,
    ...checkOutcome.shape.status.options,
    ...["embedded", "docker", "external", "stdout", "stderr", "base64"]
  ]),
  freeKeys: /* @__PURE__ */ new Set(["key", "value", "expected", "actual"])
};
function createEventRedactor(secrets) {
  return createRedactor(secrets, shape);
}
__name(createEventRedactor, "createEventRedactor");

export {
  createEventRedactor
};
