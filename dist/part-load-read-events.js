import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  createRunFold
} from "./part-model-fold-timeline.js";
import "./part-base-duration.js";
import "./part-model-fold-task.js";
import "./part-model-compact.js";
import "./part-model-scenario-list.js";
import {
  runEvent
} from "./part-model-run-event.js";
import "./part-model-status.js";
import "./part-model-record.js";
import "./part-zod.js";
import {
  parseJson
} from "./part-model-json.js";
import {
  __name
} from "./part-shared.js";

// src/load/read-events.ts
import { readFileSync } from "node:fs";
function readEvents(path) {
  const fold = createRunFold();
  const lines = readFileSync(path, "utf8").split("\n");
  for (const line of lines.slice(0, -1)) fold.on(runEvent.parse(parseJson(line)));
  return fold.result();
}
__name(readEvents, "readEvents");
export {
  readEvents
};
