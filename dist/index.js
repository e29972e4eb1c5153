import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  run
} from "./part-platformatic-kafka.js";
import "./part-stack-services-output.js";
import "./part-stack-services-command-line.js";
import "./part-stack-services-lines.js";
import "./part-stack-services-launched.js";
import "./part-debug.js";
import "./part-model-run-event.js";
import "./part-yaml.js";
import "./part-expr-random.js";
import "./part-zod.js";
import "./part-base-clock.js";
import "./part-formats-codec-fixed-width.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-shared.js";
export {
  run
};
