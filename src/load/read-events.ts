import { readFileSync } from 'node:fs';
import { createRunFold } from '../model/fold-run.ts';
import { parseJson } from '../model/json.ts';
import { runEvent } from '../model/run-event.ts';
import type { RunResult } from '../model/run-result.ts';

/**
 * The result of an `events.ndjson`, also of a run that was killed: its last line may then be cut, and what had not ended
 * is `cancelled`.
 */
export function readEvents(path: string): RunResult {
  const fold = createRunFold();
  const lines = readFileSync(path, 'utf8').split('\n');
  // The last one is empty, or was being written.
  for (const line of lines.slice(0, -1)) fold.on(runEvent.parse(parseJson(line)));
  return fold.result();
}
