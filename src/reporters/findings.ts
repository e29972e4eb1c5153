import type { Finding } from '../base/annotation.ts';
import { renderLocation } from '../base/source-span.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import { placeOf } from '../model/record.ts';
import type { RunResult, ScenarioResult, TaskResult } from '../model/run-result.ts';
import {
  cut,
  needsAttention,
  renderExpected,
  renderSide,
  scenarioTitle,
  verdictSentence,
} from './wording.ts';

/** Longer lines are records. */
const MAX_LINE_CHARACTERS = 2000;

/** All that went wrong: the run's own failure, then the first finding of each scenario, then the second of each, and so on. */
export function findingsOf(result: RunResult): Finding[] {
  const ofRun = result.status === 'error' && result.message !== undefined ? [runFinding(result)] : [];
  const bad = result.scenarios.filter(needsAttention);
  // Errors before failures: where the tool could not work, the failures may follow from that.
  const ranked = bad
    .toSorted((a, b) => a.status.localeCompare(b.status))
    .flatMap((scenario) => scenarioFindings(scenario).map((finding, rank) => ({ finding, rank })));
  return [...ofRun, ...ranked.toSorted((a, b) => a.rank - b.rank).map(({ finding }) => finding)];
}

function runFinding(result: RunResult): Finding {
  const lines = [verdictSentence(result), ...(result.detail ?? [])];
  return { title: 'flowproof could not do its work', lines, span: result.span };
}

/** What went wrong in one scenario: at least one finding when it failed or could not be judged. */
export function scenarioFindings(scenario: ScenarioResult): Finding[] {
  const title = scenarioTitle(scenario);
  const findings = scenario.tasks.filter(needsAttention).flatMap((task) => taskFindings(task, title));
  if (findings.length > 0) return findings;
  const { file, line } = scenario;
  const span = { file, line, column: 1, endLine: line, endColumn: 1 };
  return [{ title, lines: [scenario.message ?? scenario.status], span }];
}

/** The findings of a scenario as lines of raw text, none longer than a report without layout can bear. */
export function explainScenario(scenario: ScenarioResult): string[] {
  return scenarioFindings(scenario).flatMap(({ title, lines, span }) => [
    span ? `${renderLocation(span)}: ${title}` : title,
    ...lines.map((line) => `  ${cut(line, MAX_LINE_CHARACTERS)}`),
  ]);
}

/** One for each failed check; one for the task itself when no check failed, or when records were missing too. */
function taskFindings(task: TaskResult, scenario: string): Finding[] {
  const title = `${scenario}: ${task.name}`;
  const failed = task.checks.filter((check) => check.status === 'failed');
  const checks = failed.map((check) => checkFinding(check, title, task));
  const isShort = task.consume !== undefined && task.consume.matched < task.consume.awaited;
  if (checks.length > 0 && !isShort) return checks;
  const cause = task.diagnosis ? [task.diagnosis.cause] : [];
  const lines = [task.message ?? task.status, ...(task.detail ?? []), ...cause];
  return [{ title, lines, span: task.span }, ...checks];
}

function checkFinding(check: CheckOutcome, title: string, task: TaskResult): Finding {
  const { record, difference = [] } = check;
  const lines = [
    `check failed: ${check.name}`,
    `expected  ${renderExpected(check)}`,
    `actual    ${renderSide(check.actual)}`,
    ...difference.map(
      ({ path, expected, actual }) =>
        `${path}: expected ${renderSide(expected)}, actual ${renderSide(actual)}`,
    ),
    ...(record ? [`record    ${placeOf(record)}`] : []),
  ];
  return { title, lines, span: check.span ?? task.span };
}
