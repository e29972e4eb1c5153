import { describeError } from '../../base/errors.ts';
import { findJsonFault } from '../../model/json-fault.ts';
import { Unfit } from './unfit.ts';

/** What to throw for a text that `parseJson` has refused. @param what how the sentence begins */
export function notJson(what: string, text: string, cause: unknown): Unfit {
  const { message = '', offset: at = 0 } = findJsonFault(text) ?? {};
  return new Unfit(`${what}: ${describeError(cause)}`, undefined, { message: `no JSON: ${message}`, at });
}
