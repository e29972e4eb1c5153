import { renderCount } from '../base/count.ts';
import { beginningOf } from '../base/shorten.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import { type Json, renderJson } from '../model/json.ts';
import type { RunResult, ScenarioResult, TaskResult } from '../model/run-result.ts';

/** Sentences that more than one report uses. They hold raw text of the run: each report makes it harmless its own way. */

/** A length of time as people read it, to three digits or so: `0.6 ms`, `34 ms`, `1.25 s`, `2 min 5 s`. */
export function renderLength(ms: number): string {
  if (ms < 9.95) return `${trimZeros(ms.toFixed(1))} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_995) return `${trimZeros((ms / 1000).toFixed(2))} s`;
  const seconds = Math.round(ms / 1000);
  return [`${Math.floor(seconds / 60)} min`, ...(seconds % 60 ? [`${seconds % 60} s`] : [])].join(' ');
}

/** `Retail System › Free member upsell`, with its iteration when that is not the first. */
export function scenarioTitle(scenario: Pick<ScenarioResult, 'suite' | 'name' | 'iteration'>): string {
  const iteration = scenario.iteration > 0 ? ` (iteration ${scenario.iteration + 1})` : '';
  return `${scenario.suite} › ${scenario.name}${iteration}`;
}

/** The whole run in one sentence: `1 of 3 scenarios failed`. */
export function verdictSentence({ status, counts, message }: RunResult): string {
  const all = renderCount(counts.total, 'scenario');
  if (status === 'cancelled') return `cancelled: ${counts.cancelled} of ${all} not finished`;
  if (status === 'error') return message ?? `${counts.errors} of ${all} could not be judged`;
  if (status === 'failed') return `${counts.failed} of ${all} failed`;
  return counts.flaky > 0 ? `${all} passed, ${counts.flaky} of them flaky` : `${all} passed`;
}

/** What was counted, without the zeros: `1 failed, 2 passed`. Empty when all came out the same: the verdict says that. */
export function renderCounts({ counts }: RunResult): string {
  const parts = [
    [counts.errors, counts.errors === 1 ? 'error' : 'errors'],
    [counts.failed, 'failed'],
    [counts.cancelled, 'cancelled'],
    [counts.skipped, 'skipped'],
    [counts.flaky, 'flaky'],
    [counts.passed, 'passed'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length > 1 ? said.join(', ') : '';
}

/** What a task did, as far as it got: `produced 1 record to pageviews`. Empty when its kind has nothing to say. */
export function describeWork(task: TaskResult): string {
  const topics = task.topics.join(', ');
  if (task.recordCount === 0) return topics;
  const records = renderCount(task.recordCount, 'record');
  return task.kind === 'produce' ? `produced ${records} to ${topics}` : `${records} of ${topics}`;
}

/** `latency 34 ms`, or the percentiles of several; empty without a measurement. */
export function describeLatency({ latencyMs }: TaskResult): string {
  if (!latencyMs) return '';
  if (latencyMs.count === 1) return `latency ${renderLength(latencyMs.max)}`;
  const { p50, p95, max } = latencyMs;
  return `latency p50 ${renderLength(p50)}, p95 ${renderLength(p95)}, max ${renderLength(max)}`;
}

/** One side of a check as JSON text; a path that is missing is not null. */
export function renderSide(value: Json | undefined): string {
  return value === undefined ? '(missing)' : renderJson(value);
}

/** What a check asks for: the value for equality and for a predicate, else its operator too: `greaterThan 10`. */
export function renderExpected({ operator, expected }: CheckOutcome): string {
  if (expected === undefined) return operator;
  return operator === 'equals' || operator === 'is true'
    ? renderJson(expected)
    : `${operator} ${renderJson(expected)}`;
}

/** At most `max` characters, never half of one; says how many there were. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${beginningOf(text, max).toWellFormed()}… (${text.length} characters)`;
}

/** Is this the kind of result that a report has to explain? */
export function needsAttention({ status }: { readonly status: ScenarioResult['status'] }): boolean {
  return status === 'failed' || status === 'error';
}

/** The scenarios in the order in which they matter: errors, failures, what did not finish, the rest. */
export function byImportance(scenarios: readonly ScenarioResult[]): ScenarioResult[] {
  const order = ['error', 'failed', 'cancelled', 'flaky', 'skipped', 'passed'];
  return scenarios.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

function trimZeros(digits: string): string {
  return digits.replace(/\.?0+$/, '') || '0';
}

/** `skipped`: it met no record, and need not. */
export type CheckStanding = CheckOutcome['status'] | 'skipped';

/** How a check stands in its task: one that met no record is a fault only in a task that did not pass. */
export function standingOf({ status }: CheckOutcome, task: TaskResult): CheckStanding {
  return status === 'notEvaluated' && task.status === 'passed' ? 'skipped' : status;
}
