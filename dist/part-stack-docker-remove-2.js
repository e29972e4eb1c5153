import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  removeAllOf
} from "./part-stack-docker-remove.js";
import "./part-stack-docker-labels.js";
import "./part-stack-docker-docker-error.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  removeAllOf
};
