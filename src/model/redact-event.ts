import { createRedactor, type RedactionShape } from '../base/redaction.ts';
import { checkOutcome } from './check-outcome.ts';
import { runEvent } from './run-event.ts';
import { runStatus, scenarioStatus, taskStatus } from './status.ts';

/**
 * The words that an event is built of. A secret that is one of them ("passed") is still redacted in records and
 * checks, but an event never loses its type or status to it.
 */
const shape: RedactionShape = {
  words: new Set([
    ...runEvent.options.map((event) => event.shape.type.value),
    ...taskStatus.options,
    ...scenarioStatus.options,
    ...runStatus.options,
    ...checkOutcome.shape.status.options,
    ...['embedded', 'docker', 'external', 'stdout', 'stderr', 'base64'],
  ]),
  freeKeys: new Set(['key', 'value', 'expected', 'actual']),
};

/** Replaces secrets, and their encoded forms, by `***` in everything an event says, or a record that is shown by itself. */
export function createEventRedactor(secrets: readonly string[]): <Shown>(shown: Shown) => Shown {
  return createRedactor(secrets, shape);
}
