import { renderCount } from '../../base/count.ts';
import type { CheckOutcome } from '../../model/check-outcome.ts';
import { placeOf } from '../../model/record.ts';
import type { ScenarioResult, TaskResult } from '../../model/run-result.ts';
import type { ScenarioStatus } from '../../model/status.ts';
import {
  type CheckStanding,
  describeLatency,
  describeWork,
  needsAttention,
  renderLength,
  renderSide,
  scenarioTitle,
  standingOf,
} from '../wording.ts';
import { code, type Html, list, pre, table, text } from './html.ts';
import { renderSequence } from './sequence.ts';

/** Longer lists are cut, and say so. */
const MAX_ROWS = 50;

/** The address of a line of a file, for a link; undefined when there is none. */
export type LinkOf = (file: string, line: number) => string | undefined;

/** Whose flow is drawn: that of scenarios that did not pass, or of all. */
export type Diagrams = 'failed' | 'all';

/** How much a section says: `short` leaves out the tables and the evidence. */
export interface SectionOptions {
  readonly detail: 'full' | 'short';
  readonly linkOf: LinkOf;
}

const ICONS: Readonly<Record<ScenarioStatus, string>> = {
  passed: '✅',
  failed: '❌',
  error: '⚠️',
  flaky: '🟡',
  skipped: '⏭️',
  cancelled: '⏹️',
};

/** The sign of a status in Markdown. */
export function icon(status: ScenarioStatus | 'notEvaluated'): string {
  return status === 'notEvaluated' ? ICONS.failed : ICONS[status];
}

/** A scenario that has to be explained: why, then the flow, then what else there is, folded away. */
export function renderSection(scenario: ScenarioResult, { detail, linkOf }: SectionOptions): Html {
  const bad = scenario.tasks.filter(needsAttention);
  const isTold = bad.some((task) => task.message === scenario.message);
  const blocks = joined([
    `<h3>${icon(scenario.status)} ${text(scenarioTitle(scenario))}</h3>`,
    `<p>${renderPlace(scenario, linkOf)} · ${renderLength(scenario.durationMs)}${attempts(scenario)}</p>`,
    ...(scenario.message === undefined || isTold ? [] : [`<p><b>${text(scenario.message)}</b></p>`]),
    ...bad.map((task) => renderReason(task, detail)),
  ]);
  if (detail === 'short') return blocks;
  const tables = joined([renderTasks(scenario), renderChecks(checksOf(scenario).filter(isFine))]);
  const folded =
    tables === '' ? '' : `<details><summary>Tasks and passed checks</summary>\n${tables}\n</details>`;
  return [blocks, renderSequence(scenario), folded].filter((block) => block !== '').join('\n\n');
}

/** One HTML block. */
function joined(parts: readonly Html[]): Html {
  return parts.filter((part) => part !== '').join('\n');
}

/** A scenario that needs no explanation, folded away; its flow is drawn when those of `all` are. */
export function renderFolded(scenario: ScenarioResult, drawn: Diagrams): Html {
  const title = `${icon(scenario.status)} ${text(scenarioTitle(scenario))} · ${renderLength(scenario.durationMs)}`;
  const head = `<details><summary>${title}${attempts(scenario)}</summary>`;
  const tables = joined([renderTasks(scenario), renderChecks(checksOf(scenario)), '</details>']);
  const sequence = drawn === 'all' ? renderSequence(scenario) : '';
  return sequence === '' ? `${head}\n${tables}` : [head, sequence, tables].join('\n\n');
}

/** `file:line`, as a link when it has an address. */
export function renderPlace({ file, line }: ScenarioResult, linkOf: LinkOf): Html {
  const link = linkOf(file, line);
  const place = code(`${file}:${line}`);
  return link === undefined ? place : `<a href="${encodeURI(link).replaceAll('&', '&amp;')}">${place}</a>`;
}

function attempts(scenario: ScenarioResult): Html {
  return scenario.attempts > 1 ? ` · attempt ${scenario.attempts}` : '';
}

function renderReason(task: TaskResult, detail: 'full' | 'short'): Html {
  const { message, detail: lines = [], diagnosis } = task;
  const said = [
    `<p><b>${text(task.name)}</b>${message === undefined ? '' : `: ${text(message)}`}</p>`,
    diagnosis ? `<p><b>Cause:</b> ${text(diagnosis.cause)}</p>` : '',
  ];
  if (detail === 'short') return joined(said);
  const { evidence = [], hints = [] } = diagnosis ?? {};
  return joined([
    ...said,
    lines.length > 0 ? pre(lines.slice(0, MAX_ROWS)) : '',
    list(evidence.map(text)),
    hints.length > 0 ? '<p><b>Look at:</b></p>' : '',
    list(hints.map(text)),
    renderChecks(checksOfTask(task).filter((one) => !isFine(one))),
  ]);
}

/** A check, and how it stands in its task. */
interface StandingCheck {
  readonly check: CheckOutcome;
  readonly standing: CheckStanding;
}

function checksOf({ tasks }: ScenarioResult): StandingCheck[] {
  return tasks.flatMap(checksOfTask);
}

function checksOfTask(task: TaskResult): StandingCheck[] {
  return task.checks.map((check) => ({ check, standing: standingOf(check, task) }));
}

/** Nothing that has to be explained. */
function isFine({ standing }: StandingCheck): boolean {
  return standing === 'passed' || standing === 'skipped';
}

function renderTasks({ tasks }: ScenarioResult): Html {
  if (tasks.length === 0) return '';
  const rows = tasks
    .slice(0, MAX_ROWS)
    .map((task) => [
      icon(task.status),
      text(task.name),
      text(describeWork(task)),
      text(describeLatency(task).replace(/^latency /, '')),
      renderLength(task.durationMs),
    ]);
  return table(['', 'Task', 'Work', 'Latency', 'Duration'], rows) + leftOut(tasks.length, 'task');
}

function renderChecks(all: readonly StandingCheck[]): Html {
  if (all.length === 0) return '';
  const shown = all.slice(0, MAX_ROWS);
  const headings = ['', 'Check', 'Expected', 'Actual', 'Record'];
  return table(headings, shown.map(checkRow)) + leftOut(all.length, 'check') + renderDifferences(shown);
}

function checkRow({ check, standing }: StandingCheck): Html[] {
  const isEvaluated = check.status !== 'notEvaluated';
  const { record, operator, evaluated, failed } = check;
  const place = record ? code(placeOf(record)) : '';
  const share = failed > 0 && evaluated > 1 ? ` ${failed} of ${evaluated}` : '';
  const sign = operator === 'equals' ? [] : [text(operator)];
  const expected = check.expected === undefined ? [] : [code(renderSide(check.expected))];
  return [
    icon(standing),
    text(check.name),
    [...sign, ...expected].join(' '),
    isEvaluated ? code(renderSide(check.actual)) : 'never evaluated',
    place + share,
  ];
}

function renderDifferences(checks: readonly StandingCheck[]): Html {
  const items = checks.flatMap(({ check: { difference = [] } }) =>
    difference.map(({ path, expected, actual }) => {
      const sides = `expected ${code(renderSide(expected))}, actual ${code(renderSide(actual))}`;
      return `${code(path)}: ${sides}`;
    }),
  );
  if (items.length === 0) return '';
  return `\n<p><b>Differences:</b></p>\n${list(items.slice(0, MAX_ROWS))}${leftOut(items.length, 'difference')}`;
}

function leftOut(total: number, noun: string): Html {
  return total > MAX_ROWS ? `\n<p>and ${renderCount(total - MAX_ROWS, `more ${noun}`)}</p>` : '';
}
