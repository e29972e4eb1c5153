import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  QuickJSAsyncWASMModule
} from "./part-quickjs-emscripten-core-2.js";
import "./part-quickjs-emscripten-core.js";
import "./part-shared.js";
export {
  QuickJSAsyncWASMModule
};
