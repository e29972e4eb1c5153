import { resolve } from '../expr/resolve.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Surroundings } from './define-task.ts';

/**
 * Evaluates a scenario's variables in order and yields each by itself, so that the next one may read it.
 * @throws RunError EXPRESSION_FAILED
 */
export async function* resolveVariables(
  variables: Readonly<Record<string, unknown>>,
  context: () => JsonObject,
  { jq }: Pick<Surroundings, 'jq'>,
): AsyncGenerator<JsonObject> {
  for (const [name, value] of Object.entries(variables)) {
    const resolved = await resolve(value, context, jq);
    yield { [name]: resolved as Json }; // freeform() let nothing else in
  }
}
