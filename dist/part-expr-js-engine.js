import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import "./part-jitl-quickjs-singlefile-mjs-release-sync.js";
import "./part-quickjs-emscripten-core-2.js";
import "./part-quickjs-emscripten-core.js";
import {
  createRandomValues,
  isRandomName,
  randomNames
} from "./part-expr-random.js";
import {
  renderJson
} from "./part-model-json.js";
import {
  __callDispose,
  __name,
  __using
} from "./part-shared.js";

// node_modules/@jitl/quickjs-singlefile-mjs-release-sync/dist/index.mjs
var variant = { type: "sync", importFFI: /* @__PURE__ */ __name(() => import("./part-jitl-quickjs-singlefile-mjs-release-sync-3.js").then((mod) => mod.QuickJSFFI), "importFFI"), importModuleLoader: /* @__PURE__ */ __name(() => import("./part-jitl-quickjs-singlefile-mjs-release-sync-2.js").then((mod) => mod.default), "importModuleLoader") };
var src_default = variant;

// node_modules/quickjs-emscripten-core/dist/index.mjs
async function newQuickJSWASMModuleFromVariant(variantOrPromise) {
  let variant2 = smartUnwrap(await variantOrPromise), [wasmModuleLoader, QuickJSFFI, { QuickJSWASMModule: QuickJSWASMModule2 }] = await Promise.all([variant2.importModuleLoader().then(smartUnwrap), variant2.importFFI(), import("./part-quickjs-emscripten-core-4.js").then(smartUnwrap)]), wasmModule = await wasmModuleLoader();
  wasmModule.type = "sync";
  let ffi = new QuickJSFFI(wasmModule);
  return new QuickJSWASMModule2(wasmModule, ffi);
}
__name(newQuickJSWASMModuleFromVariant, "newQuickJSWASMModuleFromVariant");
function smartUnwrap(val) {
  return val && "default" in val && val.default ? val.default && "default" in val.default && val.default.default ? val.default.default : val.default : val;
}
__name(smartUnwrap, "smartUnwrap");

// src/expr/js-engine.ts
var STACK_LIMIT_BYTES = 128 * 1024;
var quickJs = await newQuickJSWASMModuleFromVariant(src_default);
function evaluateScript(question) {
  var _stack = [];
  try {
    const { inputs } = question;
    const runtime = __using(_stack, quickJs.newRuntime());
    runtime.setMaxStackSize(STACK_LIMIT_BYTES);
    const context = __using(_stack, runtime.newContext());
    let random = createRandomValues();
    const draw = __using(_stack, context.newFunction("draw", (name) => {
      const wanted = context.getString(name);
      return context.newString(isRandomName(wanted) ? renderJson(random.draw(wanted)) : "null");
    }));
    const compiled = context.evalCode(wrap(question), "expression");
    if (compiled.error) return inputs.map(() => readResult(context, compiled));
    const evaluate = __using(_stack, compiled.value);
    return inputs.map(({ context: text, randomKey }) => {
      var _stack2 = [];
      try {
        random = createRandomValues(...randomKey);
        const given = __using(_stack2, context.newString(text));
        return readResult(context, context.callFunction(evaluate, context.undefined, given, draw));
      } catch (_2) {
        var _error2 = _2, _hasError2 = true;
      } finally {
        __callDispose(_stack2, _error2, _hasError2);
      }
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
__name(evaluateScript, "evaluateScript");
function wrap({ program, names, mark, shared }) {
  return `(() => {
  const { parse, stringify } = JSON;
  const mark = ${JSON.stringify(mark)};
  const revive = (key, value) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value;
  const write = (key, value) => (typeof value === 'bigint' ? mark + value : value);
  const evaluate = (${[...names, "random"].join(", ")}) => (
${program}
);
  const freeze = (value) => {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  const shared = freeze(parse(${JSON.stringify(shared)}, revive));
  return (text, draw) => {
    const context = { ...shared, ...parse(text, revive) };
    const random = {};
    for (const name of ${JSON.stringify(randomNames)})
      Object.defineProperty(random, name, { enumerable: true, get: () => parse(draw(name)) });
    Math.random = () => random.float;
    return stringify(evaluate(...${JSON.stringify(names)}.map((name) => context[name]), random), write);
  };
})()`;
}
__name(wrap, "wrap");
function readResult(context, result) {
  var _stack2 = [];
  try {
    if (result.error) {
      var _stack = [];
      try {
        const error = __using(_stack, result.error);
        return { error: describe(context.dump(error)) };
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        __callDispose(_stack, _error, _hasError);
      }
    }
    const value = __using(_stack2, result.value);
    return context.typeof(value) === "string" ? { text: context.getString(value) } : {};
  } catch (_2) {
    var _error2 = _2, _hasError2 = true;
  } finally {
    __callDispose(_stack2, _error2, _hasError2);
  }
}
__name(readResult, "readResult");
function describe(thrown) {
  const { name, message } = thrown ?? {};
  return typeof message === "string" ? `${String(name)}: ${message}` : String(JSON.stringify(thrown));
}
__name(describe, "describe");
export {
  evaluateScript
};
