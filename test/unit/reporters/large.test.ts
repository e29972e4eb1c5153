import { expect, test } from 'vitest';
import type { RunResult } from '../../../src/model/run-result.ts';
import { reporters } from '../../../src/reporters/index.ts';
import { foldEvents, readGoldenEvents } from '../../support/golden-runs.ts';

const LARGE = 'x'.repeat(10_000_000);

/** A run whose every record, header and check holds ten megabytes. */
function withLargeValues(result: RunResult): RunResult {
  const scenarios = result.scenarios.map((scenario) => ({
    ...scenario,
    message: LARGE,
    tasks: scenario.tasks.map((task) => ({
      ...task,
      detail: [LARGE],
      records: task.records.map((record) => ({
        ...record,
        value: LARGE,
        headers: [{ key: LARGE, value: LARGE }],
      })),
      checks: task.checks.map((check) => ({ ...check, expected: LARGE, actual: LARGE })),
    })),
  }));
  return { ...result, scenarios };
}

const { summary, annotations, junit, ctrf, html, console } = reporters;

test.each([summary, annotations, junit, ctrf, html, console])(
  'values of ten megabytes do not make $file large',
  (kind) => {
    let size = 0;
    const reporter = kind.start({ write: (text) => (size += text.length) }, {});
    reporter.end?.(withLargeValues(foldEvents(readGoldenEvents('check-failed'))));
    expect(size).toBeLessThan(200_000);
  },
);
