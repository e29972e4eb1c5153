import { renderHarmless } from '../base/harmless-text.ts';
import { renderWorkflowCommand } from '../base/workflow-command.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import type { RunResult, ScenarioResult, TaskResult } from '../model/run-result.ts';
import { defineReporter } from './reporter.ts';
import {
  cut,
  needsAttention,
  renderCount,
  renderExpected,
  renderSide,
  scenarioTitle,
  verdictSentence,
} from './wording.ts';

/** GitHub's limits, and where the scenario files are in the repository. */
export interface AnnotationsOptions {
  /** How many errors a step may show; default all. */
  readonly maxErrors: number;
  /** Longest message; default whole. */
  readonly maxCharacters: number;
  /** The path of a file as the repository has it; undefined when the file is not in it. Default: the path as it is. */
  readonly fileOf: (file: string) => string | undefined;
}

/** One side of a check may be a whole record; the other one has to be seen too. */
const MAX_LINE_CHARACTERS = 1000;

/** One thing that went wrong, at its place. */
interface Finding {
  readonly title: string;
  readonly lines: readonly string[];
  readonly span?: TaskResult['span'];
}

/**
 * Workflow commands that mark the failing checks and deadlines in the scenario files: the most important ones first, and
 * one line for those that GitHub would not show.
 */
export const annotations = defineReporter<AnnotationsOptions>({
  name: 'annotations',
  file: 'annotations.txt',
  start(output, options) {
    const { maxErrors = Number.POSITIVE_INFINITY, maxCharacters = Number.POSITIVE_INFINITY } = options;
    const { fileOf = (file: string) => file } = options;
    return {
      on() {},
      end(result) {
        const findings = findingsOf(result);
        const shown = findings.slice(0, maxErrors);
        for (const finding of shown) output.write(`${renderFinding(finding, { fileOf, maxCharacters })}\n`);
        const rest = findings.length - shown.length;
        if (rest > 0) output.write(`${renderRest(rest)}\n`);
      },
    };
  },
});

/** The run's own failure first; then the first finding of each scenario, then the second of each, and so on. */
function findingsOf(result: RunResult): Finding[] {
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
  return { title: 'flowproof could not do its work', lines };
}

function scenarioFindings(scenario: ScenarioResult): Finding[] {
  const title = scenarioTitle(scenario);
  const findings = scenario.tasks.filter(needsAttention).flatMap((task) => taskFindings(task, title));
  if (findings.length > 0) return findings;
  const { file, line } = scenario;
  const span = { file, line, column: 1, endLine: line, endColumn: 1 };
  return [{ title, lines: [scenario.message ?? scenario.status], span }];
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
    ...(record ? [`record    ${record.topic}[${record.partition}]@${record.offset}`] : []),
  ];
  return { title, lines, span: check.span ?? task.span };
}

function renderFinding(
  { title, lines, span }: Finding,
  { fileOf, maxCharacters }: Pick<AnnotationsOptions, 'fileOf' | 'maxCharacters'>,
): string {
  const text = lines.map((line) => renderHarmless(cut(line, MAX_LINE_CHARACTERS))).join('\n');
  const message = shorten(text, maxCharacters);
  const place = span ? placeOf(span, fileOf) : {};
  return renderWorkflowCommand('error', { ...place, title: renderHarmless(title) }, message);
}

/** GitHub ignores columns unless an annotation begins and ends in one line. */
function placeOf(
  { file, line, column, endLine, endColumn }: NonNullable<TaskResult['span']>,
  fileOf: AnnotationsOptions['fileOf'],
): Record<string, string | number> {
  const path = fileOf(file);
  if (path === undefined) return {};
  if (endLine !== line) return { file: path, line, endLine };
  return { file: path, line, col: column, endLine, endColumn };
}

function shorten(message: string, maxCharacters: number): string {
  return message.length <= maxCharacters ? message : cut(message, maxCharacters - 40);
}

function renderRest(count: number): string {
  const message = `${renderCount(count, 'more failure')}: the job summary and the report have them all`;
  return renderWorkflowCommand('notice', { title: 'flowproof' }, message);
}
