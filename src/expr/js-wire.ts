import { exactNumber, isJsonObject, type Json } from '../model/json.ts';
import type { JqOutcome } from './jq-wire.ts';
import type { JsQuestion, JsResult } from './js-engine.ts';
import { randomOf } from './random.ts';
import { shareFields } from './share-fields.ts';

/**
 * How values come to a JavaScript expression and back: as JSON text in which integers beyond 2^53 are texts with a mark,
 * as an engine of JavaScript reads all numbers as doubles.
 */
const MARK = '\u0000bigint:';
const MARKED = /^\0bigint:(-?\d+)$/;

function renderMarked(value: Json): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'bigint' ? `${MARK}${inner}` : inner,
  );
}

/** The value of text that the engine has written; small integers are numbers again. */
function parseMarked(text: string): Json {
  return JSON.parse(text, (_key, inner: unknown) => {
    const [, digits] = (typeof inner === 'string' && MARKED.exec(inner)) || [];
    return digits === undefined ? inner : exactNumber(BigInt(digits));
  });
}

/** Asks for a program's result in each context. It sees the keys of the first one, as all have the same. */
export function askScript(program: string, contexts: readonly Json[]): JsQuestion {
  const [first] = contexts;
  const { shared, own } = shareFields(contexts);
  return {
    kind: 'js',
    program,
    names: isJsonObject(first) ? Object.keys(first).filter((name) => IDENTIFIER.test(name)) : [],
    mark: MARK,
    shared: renderMarked(shared),
    inputs: own.map((context, index) => ({
      context: renderMarked(context),
      randomKey: randomOf(contexts[index] ?? null)?.fork() ?? [],
    })),
  };
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** What is undefined (or a function) is no result. */
export function readScriptResult(result: JsResult): JqOutcome {
  if ('error' in result) return { outputs: [], error: result.error };
  return { outputs: result.text === undefined ? [] : [parseMarked(result.text)] };
}
