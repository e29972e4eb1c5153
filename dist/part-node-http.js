import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __commonJS,
  __require
} from "./part-shared.js";

// node:http
var require_http = __commonJS({
  "node:http"(exports, module) {
    module.exports = __require("node:http");
  }
});

export {
  require_http
};
