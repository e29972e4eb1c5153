import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  QuickJSAsyncWASMModule
} from "./part-quickjs-emscripten-core-4.js";
import "./part-quickjs-emscripten-core-3.js";
import "./part-shared.js";
export {
  QuickJSAsyncWASMModule
};
