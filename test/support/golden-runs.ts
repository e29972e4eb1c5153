import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRunFold } from '../../src/model/fold-run.ts';
import { parseJson } from '../../src/model/json.ts';
import { type RunEvent, runEvent } from '../../src/model/run-event.ts';
import type { RunResult } from '../../src/model/run-result.ts';
import type { Reporter, ReporterKind } from '../../src/reporters/reporter.ts';

const GOLDEN = join(import.meta.dirname, '../golden');

/** The names of all recorded runs. */
export const goldenRuns: readonly string[] = readdirSync(GOLDEN).toSorted();

/** The path of one of a recorded run's files. */
export function goldenFile(run: string, file: string): string {
  return join(GOLDEN, run, file);
}

/** The events of a recorded run. */
export function readGoldenEvents(run: string): RunEvent[] {
  const lines = readFileSync(goldenFile(run, 'events.ndjson'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => runEvent.parse(parseJson(line)));
}

/** The run result of events. */
export function foldEvents(events: readonly RunEvent[]): RunResult {
  const fold = createRunFold();
  for (const event of events) fold.on(event);
  return fold.result();
}

/** Gives a reporter all events and their result, as a run does. */
export function replay(events: readonly RunEvent[], reporter: Reporter): void {
  for (const event of events) reporter.on(event);
  reporter.end?.(foldEvents(events));
}

/** The text that a reporter writes for events. */
export function renderReport<Options>(
  kind: ReporterKind<Options>,
  events: readonly RunEvent[],
  options: Options,
): string {
  let text = '';
  replay(events, kind.start({ write: (piece) => (text += piece) }, options));
  return text;
}
