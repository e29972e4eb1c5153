import { readFileSync } from 'node:fs';
import { describeError, UsageError } from '../base/errors.ts';
import { parseJson } from '../model/json.ts';
import { type RunResult, runResult } from '../model/run-result.ts';

/**
 * Reads a `report.json`. It may come from a stranger: nothing in it is trusted but its shape.
 * @throws UsageError USAGE_FILE_NOT_FOUND, USAGE_BAD_VALUE
 */
export function readReport(path: string): RunResult {
  return parseReport(readText(path), path);
}

/** The run result in a text. @param name of the file, for the error @throws UsageError USAGE_BAD_VALUE */
export function parseReport(text: string, name: string): RunResult {
  const hint = 'it has to be a report.json that flowproof wrote';
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (cause) {
    throw new UsageError('USAGE_BAD_VALUE', `"${name}" is no JSON: ${describeError(cause)}`, { hint, cause });
  }
  const { data, error } = runResult.safeParse(value);
  if (data) return data;
  const [issue] = error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new UsageError('USAGE_BAD_VALUE', `"${name}" is no report: ${place}: ${issue?.message}`, { hint });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError('USAGE_FILE_NOT_FOUND', `cannot read "${path}": ${describeError(cause)}`, { cause });
  }
}
