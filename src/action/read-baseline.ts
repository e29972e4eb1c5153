import { resolve } from 'node:path';
import { describeError } from '../base/errors.ts';
import type { Step } from '../github/step.ts';
import { readReport } from '../load/read-report.ts';
import type { RunResult } from '../model/run-result.ts';

/** The earlier report; undefined without one, and with a warning when it cannot be read. @param path from `cwd` */
export function readBaseline(
  path: string | undefined,
  { cwd, step }: { readonly cwd: string; readonly step: Step },
): RunResult | undefined {
  if (path === undefined) return undefined;
  try {
    return readReport(resolve(cwd, path));
  } catch (cause) {
    step.warn(`flowproof works without the baseline: ${describeError(cause)}`);
    return undefined;
  }
}
