import type { RunResult } from '../model/run-result.ts';

/** The outputs of `action.yml`. */
export const outputNames = [
  'status',
  'total',
  'passed',
  'failed',
  'errors',
  'flaky',
  'skipped',
  'duration-ms',
  'report-json',
  'junit',
  'html',
  'comment-url',
] as const;

/** The values of outputs that are known. */
export type Outputs = Readonly<Partial<Record<(typeof outputNames)[number], string | number>>>;

/** What a run itself has to give. */
export function outputsOf({ status, counts, durationMs }: RunResult): Outputs {
  return {
    status,
    total: counts.total,
    passed: counts.passed,
    failed: counts.failed,
    errors: counts.errors,
    flaky: counts.flaky,
    skipped: counts.skipped,
    'duration-ms': Math.round(durationMs),
  };
}

/**
 * Lines for the files that `GITHUB_OUTPUT` and `GITHUB_STATE` name.
 * @param unique a text that is in no value: a new random one for each call
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function renderFileCommands(
  values: Readonly<Record<string, string | number>>,
  unique: string,
): string {
  const delimiter = `flowproof-${unique}`;
  const entries = Object.entries(values).map(
    ([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`,
  );
  return entries.join('');
}
