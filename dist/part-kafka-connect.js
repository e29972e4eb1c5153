import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  connectKafka
} from "./part-platformatic-kafka.js";
import "./part-debug.js";
import "./part-base-did-you-mean.js";
import "./part-base-clock.js";
import "./part-zod.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  connectKafka
};
