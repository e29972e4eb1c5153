import { createRandomValues, withRandom } from '../expr/random.ts';
import type { JsonObject } from '../model/json.ts';

/**
 * Gives contexts their `.random`. All that one of these gives draw from one stream, in the order in which expressions
 * are evaluated; the key says what for, so that no timing of anything else changes what they draw.
 */
export function createRandomContext(
  ...key: readonly (string | number)[]
): (context: JsonObject) => JsonObject {
  const random = createRandomValues(...key);
  return (context) => withRandom(context, random);
}
