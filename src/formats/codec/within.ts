import { Unfit } from './unfit.ts';

/** Runs a step into a value; an `Unfit` out of it says where in the value it was: `.user.tags[2]: expected text, got 7`. */
export function within<T>(step: string | number, inner: () => T): T {
  try {
    return inner();
  } catch (cause) {
    throw placed(step, cause);
  }
}

/** The same for who catches by himself: what to throw instead. */
export function placed(step: string | number, cause: unknown): unknown {
  if (!(cause instanceof Unfit)) return cause;
  return new Unfit(`${renderStep(step)}${joint(cause.message)}${cause.message}`, cause.hint);
}

function renderStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

/** What is said of a place further in begins with its path. */
function joint(message: string): string {
  return /^(?:\.[A-Za-z_]|\[)/.test(message) ? '' : ': ';
}
