import { renderCount } from '../../base/count.ts';
import { displayWidth } from '../../base/display-width.ts';
import { renderLocation } from '../../base/source-span.ts';
import type { CheckOutcome } from '../../model/check-outcome.ts';
import { placeOf } from '../../model/record.ts';
import type { TaskResult } from '../../model/run-result.ts';
import type { ScenarioStatus } from '../../model/status.ts';
import {
  cut,
  describeLatency,
  describeWork,
  renderExpected,
  renderLength,
  renderSide,
  standingOf,
} from '../wording.ts';
import type { Paint } from './paint.ts';
import { visible } from './visible.ts';

/** Longer values are cut on the console; the reports have them whole. */
const MAX_VALUE_CHARACTERS = 240;
/** Of a message or a line of its details. */
const MAX_LINE_CHARACTERS = 1000;
/** How many paths of a structural difference are shown. */
const MAX_DIFFERENCES = 5;

/** How the lines of a scenario's tasks are laid out. */
export interface TaskLayout {
  readonly paint: Paint;
  /** Of the column of task names, in terminal columns. */
  readonly nameWidth: number;
}

/** The sign at the start of a line, coloured: `✓`, `✗`. */
export function statusMark(status: ScenarioStatus | 'notEvaluated', paint: Paint): string {
  if (status === 'passed') return paint.green('✓');
  if (status === 'flaky') return paint.yellow('✓');
  if (status === 'skipped') return paint.dim('-');
  return status === 'cancelled' ? paint.yellow('-') : paint.red('✗');
}

/**
 * All lines of a finished task:
 * ```text
 *   ✗ check-enriched  1 record of pageviews_enriched · latency 34 ms
 *       ✗ user 12345 is on the Free plan
 *           expected  "Free"
 *           actual    "Premium"
 * ```
 */
export function taskLines(task: TaskResult, { paint, nameWidth }: TaskLayout): string[] {
  return [
    headLine(task, { paint, nameWidth }),
    ...task.checks.flatMap((check) => checkLines(check, task, paint)).map(indent(6)),
    ...(task.status === 'passed' ? [] : reasonLines(task, paint).map(indent(6))),
  ];
}

function headLine(task: TaskResult, { paint, nameWidth }: TaskLayout): string {
  const facts = [
    ...(task.status === 'passed' || task.status === 'failed' ? [] : [task.status]),
    describeWork(task),
    describeLatency(task),
    ...(task.latencyMs || task.status === 'skipped' ? [] : [renderLength(task.durationMs)]),
  ];
  const said = facts.filter((fact) => fact !== '').join(' · ');
  return `  ${statusMark(task.status, paint)} ${pad(visible(task.name), nameWidth)}  ${paint.dim(visible(said))}`;
}

/** Of a task that may end without a record, such as one with `count: 0`: nothing is wrong with it. */
function unmetLine({ name }: CheckOutcome, paint: Paint): string {
  return paint.dim(`- ${visible(cut(name, MAX_VALUE_CHARACTERS))} met no record, as it may`);
}

function checkLines(check: CheckOutcome, task: TaskResult, paint: Paint): string[] {
  if (standingOf(check, task) === 'skipped') return [unmetLine(check, paint)];
  const head = `${statusMark(check.status, paint)} ${visible(cut(check.name, MAX_VALUE_CHARACTERS))}`;
  if (check.status === 'passed') return [head];
  if (check.status === 'notEvaluated')
    return [`${head} ${paint.red('was never evaluated')}`, ...place(check, paint).map(indent(4))];
  const sides = [
    `${paint.dim('expected')}  ${paint.green(shownValue(renderExpected(check)))}`,
    `${paint.dim('actual')}    ${paint.red(shownValue(renderSide(check.actual)))}`,
  ];
  return [
    head,
    ...[...sides, ...differenceLines(check, paint), ...recordLines(check, paint), ...place(check, paint)].map(
      indent(4),
    ),
  ];
}

function shownValue(text: string): string {
  return visible(cut(text, MAX_VALUE_CHARACTERS));
}

function differenceLines({ difference = [] }: CheckOutcome, paint: Paint): string[] {
  const shown = difference.slice(0, MAX_DIFFERENCES).map(({ path, expected, actual }) => {
    const sides = `expected ${short(renderSide(expected))}, actual ${short(renderSide(actual))}`;
    return `${paint.dim('differs')}   ${visible(path)}: ${visible(sides)}`;
  });
  const rest = difference.length - shown.length;
  return rest > 0 ? [...shown, paint.dim(`          and ${renderCount(rest, 'more difference')}`)] : shown;
}

function short(text: string): string {
  return cut(text, MAX_VALUE_CHARACTERS / 4);
}

function recordLines({ record, evaluated, failed }: CheckOutcome, paint: Paint): string[] {
  const where = record ? placeOf(record) : '';
  const share = evaluated > 1 ? `on ${failed} of ${evaluated} records` : '';
  const said = [where, share].filter((part) => part !== '').join(', ');
  return said === '' ? [] : [`${paint.dim('record')}    ${visible(said)}`];
}

function place({ span }: Pick<TaskResult, 'span'>, paint: Paint): string[] {
  return span ? [paint.dim(`at ${visible(renderLocation(span))}`)] : [];
}

/** Why a task did not pass: its message and details as the engine gave them, then what is known of the cause. */
function reasonLines(task: TaskResult, paint: Paint): string[] {
  const message = task.message === undefined ? [] : [visible(cut(task.message, MAX_LINE_CHARACTERS))];
  const colored = task.status === 'skipped' ? paint.dim : (line: string) => paint.red(paint.bold(line));
  const isTaskPlace = task.status !== 'skipped' && task.checks.every((check) => check.status === 'passed');
  return [
    ...message.map(colored),
    ...(task.detail ?? []).map((line) => `  ${visible(cut(line, MAX_LINE_CHARACTERS))}`),
    ...diagnosisLines(task, paint),
    ...(isTaskPlace ? place(task, paint) : []),
  ];
}

function diagnosisLines({ diagnosis }: TaskResult, paint: Paint): string[] {
  if (!diagnosis) return [];
  const { cause, evidence, hints } = diagnosis;
  return [
    `${paint.yellow('cause')}     ${visible(cause)}`,
    ...evidence.map((fact) => `${paint.dim('evidence')}  ${visible(fact)}`),
    ...hints.map((hint) => `${paint.dim('look at')}   ${visible(hint)}`),
  ];
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function indent(width: number): (line: string) => string {
  return (line) => ' '.repeat(width) + line;
}
