import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRunFold } from '../../../src/model/fold-run.ts';
import { parseJson } from '../../../src/model/json.ts';
import { type RunEvent, runEvent } from '../../../src/model/run-event.ts';
import { runResult } from '../../../src/model/run-result.ts';
import { reporters } from '../../../src/reporters/index.ts';

const GOLDEN = join(import.meta.dirname, '../../golden');
const cases = readdirSync(GOLDEN);

describe.each(cases)('the run "%s"', (name) => {
  const source = readFileSync(join(GOLDEN, name, 'events.ndjson'), 'utf8');
  const events: RunEvent[] = source
    .trimEnd()
    .split('\n')
    .map((line) => runEvent.parse(parseJson(line)));

  test.each(Object.values(reporters))('is reported in $file', async (kind) => {
    const text = render(kind, events);
    await expect(text).toMatchFileSnapshot(join(GOLDEN, name, kind.file));
  });

  test('has a result that is valid, as text too', () => {
    const result = fold(events);
    expect(runResult.parse(result)).toEqual(result);
    expect(runResult.parse(parseJson(render(reporters.json, events)))).toEqual(result);
  });

  test('has a valid result after each of its events', () => {
    for (let count = 0; count < events.length; count++) {
      const result = runResult.parse(fold(events.slice(0, count)));
      expect(['cancelled', 'error']).toContain(result.status);
    }
  });
});

function fold(events: readonly RunEvent[]) {
  const run = createRunFold();
  for (const event of events) run.on(event);
  return run.result();
}

function render(kind: (typeof reporters)[keyof typeof reporters], events: readonly RunEvent[]): string {
  let text = '';
  const reporter = kind.start({ write: (piece) => (text += piece) }, {});
  for (const event of events) reporter.on(event);
  reporter.end?.(fold(events));
  return text;
}
