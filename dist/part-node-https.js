import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __commonJS,
  __require
} from "./part-shared.js";

// node:https
var require_https = __commonJS({
  "node:https"(exports, module) {
    module.exports = __require("node:https");
  }
});

export {
  require_https
};
