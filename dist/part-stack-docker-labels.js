import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/stack/docker/labels.ts
var RUN_LABEL = "dev.flowproof.run";
var SERVICE_LABEL = "dev.flowproof.service";
function ofRun(runId) {
  return { label: [`${RUN_LABEL}=${runId}`] };
}
__name(ofRun, "ofRun");

export {
  RUN_LABEL,
  SERVICE_LABEL,
  ofRun
};
