import variant from '@jitl/quickjs-singlefile-mjs-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type VmCallResult,
} from 'quickjs-emscripten-core';
import { renderJson } from '../model/json.ts';
import { createRandomValues, isRandomName, randomNames } from './random.ts';

/** A JavaScript expression over contexts. */
export interface JsQuestion {
  readonly kind: 'js';
  readonly program: string;
  /** The variables that it sees, all of them keys of every context. */
  readonly names: readonly string[];
  /** What a text begins with that stands for an integer beyond 2^53. */
  readonly mark: string;
  /** What all contexts have in common. */
  readonly shared: string;
  readonly inputs: readonly JsInput[];
}
export interface JsInput {
  /** JSON text as js-wire.ts renders it, without what is shared. */
  readonly context: string;
  /** Key of the stream that `random` draws from. */
  readonly randomKey: readonly (string | number)[];
}

/** The result as js-wire.ts reads it; nothing when there is none; or what was thrown. */
export type JsResult = { readonly text?: string } | { readonly error: string };

/** Deeper recursion would end the thread rather than the expression. */
const STACK_LIMIT_BYTES = 128 * 1024;

const quickJs = await newQuickJSWASMModuleFromVariant(variant);

/**
 * Evaluates an expression in an engine that is itself a WebAssembly program: files, network, process and timers are
 * not there to be reached. Nothing is left for the next question.
 */
export function evaluateScript(question: JsQuestion): readonly JsResult[] {
  const { inputs } = question;
  using runtime = quickJs.newRuntime();
  runtime.setMaxStackSize(STACK_LIMIT_BYTES);
  using context = runtime.newContext();
  let random = createRandomValues();
  using draw = context.newFunction('draw', (name) => {
    const wanted = context.getString(name);
    return context.newString(isRandomName(wanted) ? renderJson(random.draw(wanted)) : 'null');
  });
  const compiled = context.evalCode(wrap(question), 'expression');
  if (compiled.error) return inputs.map(() => readResult(context, compiled));
  using evaluate = compiled.value;
  return inputs.map(({ context: text, randomKey }) => {
    random = createRandomValues(...randomKey);
    using given = context.newString(text);
    return readResult(context, context.callFunction(evaluate, context.undefined, given, draw));
  });
}

/**
 * The expression as a function of the context's JSON text. What contexts share is frozen, so that none changes it for
 * the next. Even `Math.random` is drawn from the stream of the run.
 */
function wrap({ program, names, mark, shared }: JsQuestion): string {
  return `(() => {
  const { parse, stringify } = JSON;
  const mark = ${JSON.stringify(mark)};
  const revive = (key, value) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value;
  const write = (key, value) => (typeof value === 'bigint' ? mark + value : value);
  const evaluate = (${[...names, 'random'].join(', ')}) => (
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

function readResult(context: QuickJSContext, result: VmCallResult<QuickJSHandle>): JsResult {
  if (result.error) {
    using error = result.error;
    return { error: describe(context.dump(error)) };
  }
  using value = result.value;
  return context.typeof(value) === 'string' ? { text: context.getString(value) } : {};
}

/** `TypeError: cannot read property 'x' of undefined`; whatever else was thrown, as it is. */
function describe(thrown: unknown): string {
  const { name, message } = (thrown ?? {}) as { readonly name?: unknown; readonly message?: unknown }; // anything can be thrown
  return typeof message === 'string' ? `${String(name)}: ${message}` : String(JSON.stringify(thrown));
}
