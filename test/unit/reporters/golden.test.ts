import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../src/model/json.ts';
import { runResult } from '../../../src/model/run-result.ts';
import { reporters } from '../../../src/reporters/index.ts';
import {
  foldEvents,
  goldenFile,
  goldenRuns,
  readGoldenEvents,
  renderReport,
} from '../../support/golden-runs.ts';

describe.each(goldenRuns)('the run "%s"', (run) => {
  const events = readGoldenEvents(run);

  test.each(Object.values(reporters))('is reported in $file', async (kind) => {
    await expect(renderReport(kind, events, {})).toMatchFileSnapshot(goldenFile(run, kind.file));
  });

  test('has a result that is valid, as text too', () => {
    const result = foldEvents(events);
    expect(runResult.parse(result)).toEqual(result);
    expect(runResult.parse(parseJson(renderReport(reporters.json, events, {})))).toEqual(result);
  });

  test('has a valid result after each of its events', () => {
    for (let count = 0; count < events.length; count++) {
      const result = runResult.parse(foldEvents(events.slice(0, count)));
      expect(['cancelled', 'error']).toContain(result.status);
    }
  });
});
