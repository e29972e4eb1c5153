import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  createJq
} from "./part-expr-jq.js";
import "./part-expr-random.js";
import "./part-expr-simple-path.js";
import "./part-expr-template-text.js";
import "./part-base-duration.js";
import "./part-zod.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  createJq
};
