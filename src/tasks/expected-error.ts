import { z } from 'zod';
import { FlowproofError } from '../base/errors.ts';
import { resolve } from '../expr/resolve.ts';
import { input, type Resolved } from '../expr/template.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import { compact } from '../model/compact.ts';
import type { Json } from '../model/json.ts';
import type { TaskContext, TaskOutcome } from './define-task.ts';

/** `expect.error` of a task: that it is refused is what is wanted. */
export const expectedError = z.strictObject({
  contains: input(z.string().min(1)).optional().describe('a part of its sentence, whatever the letter case'),
  code: input(z.string().min(1)).optional().describe('its code, such as KAFKA_RECORD_TOO_LARGE'),
});
type WrittenError = z.output<typeof expectedError>;
type ExpectedError = Resolved<WrittenError>;

/** Runs what must be refused, and judges the error. What is no RunError goes on. */
export async function expectError(
  written: WrittenError,
  {
    kind,
    context,
    act,
  }: { readonly kind: string; readonly context: TaskContext; readonly act: () => Promise<TaskOutcome> },
): Promise<TaskOutcome> {
  const expected = await resolve(written, () => context.expressionContext(), context.jq);
  const outcome = (actual: Json, message: string | undefined): TaskOutcome => ({
    allowsNone: true,
    checks: [checkOf(expected, { actual, message, span: context.spanOf([kind, 'expect', 'error']) })],
  });
  try {
    await act();
  } catch (cause) {
    if (!(cause instanceof FlowproofError) || context.signal.aborted) throw cause;
    return outcome(`${cause.code}: ${cause.message}`, faultOf(expected, cause));
  }
  return outcome(null, 'expected an error, but it went well');
}

function faultOf({ contains, code }: ExpectedError, error: FlowproofError): string | undefined {
  if (code !== undefined && error.code !== code)
    return `expected the error code ${code}, got ${error.code}: ${error.message}`;
  if (contains !== undefined && !error.message.toLowerCase().includes(contains.toLowerCase()))
    return `expected an error with "${contains}", got "${error.message}"`;
  return undefined;
}

function checkOf(
  expected: ExpectedError,
  {
    actual,
    message,
    span,
  }: { readonly actual: Json; readonly message: string | undefined; readonly span: CheckOutcome['span'] },
): CheckOutcome {
  return {
    name: 'an error is expected',
    status: message === undefined ? 'passed' : 'failed',
    operator: 'error',
    expected: expected.contains ?? expected.code ?? 'any error',
    actual,
    evaluated: 1,
    failed: message === undefined ? 0 : 1,
    ...compact({ message, span }),
  };
}
