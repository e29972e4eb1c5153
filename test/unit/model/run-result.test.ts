import { expect, test } from 'vitest';
import { z } from 'zod';
import { reportJsonSchema } from '../../../src/model/run-result.ts';
import { foldEvents, goldenRuns, readGoldenEvents } from '../../support/golden-runs.ts';

test('the JSON Schema of report.json lists what the report has', () => {
  const schema = reportJsonSchema() as {
    properties: Record<string, { properties?: object }>;
    required: string[];
  };
  const [run = ''] = goldenRuns;
  const report = foldEvents(readGoldenEvents(run));
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(report)));
  expect(schema.required).toEqual(expect.arrayContaining(['version', 'status', 'counts', 'scenarios']));
});

test('the JSON Schema takes every golden report, read as any JSON parser reads it', () => {
  const schema = z.fromJSONSchema(reportJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  for (const run of goldenRuns) {
    const text = JSON.stringify(foldEvents(readGoldenEvents(run)), (_key, value) =>
      typeof value === 'bigint' ? Number(value) : value,
    );
    expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined();
  }
});
