import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  run
} from "./part-platformatic-kafka.js";
import "./part-zod.js";
import "./part-base-clock.js";
import "./part-formats-codec-fixed-width.js";
import "./part-base-errors.js";
import "./part-shared.js";
export {
  run
};
