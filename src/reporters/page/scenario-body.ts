import { renderCount } from '../../base/count.ts';
import type { CheckOutcome } from '../../model/check-outcome.ts';
import { renderJson } from '../../model/json.ts';
import type { RecordView } from '../../model/record.ts';
import { placeOf } from '../../model/record.ts';
import type { ScenarioResult, TaskResult } from '../../model/run-result.ts';
import {
  describeLatency,
  describeWork,
  renderExpected,
  renderLength,
  renderSide,
  standingOf,
} from '../wording.ts';
import { badge, box, type Html, lines, table, text } from './elements.ts';
import { renderTimeline } from './timeline.ts';

/** All that is known of a scenario: why, when, what each task did, its checks and records, and everything in order. */
export function renderScenarioBody(scenario: ScenarioResult): Html {
  const { description, tags, message, tasks, timeline } = scenario;
  const isTold = tasks.some((task) => task.message === message);
  const entries = timeline?.entries ?? [];
  return [
    ...(description === undefined ? [] : [box('p', 'dim', text(description))]),
    ...(tags.length > 0 ? [box('p', 'dim', text(`tags: ${tags.join(', ')}`))] : []),
    ...(message === undefined || isTold ? [] : [box('p', 'cause', text(message))]),
    ...tasks
      .filter(({ status, message: why }) => why !== undefined && status !== 'skipped')
      .map(renderReason),
    renderTimeline(scenario),
    table(['', 'Task', 'Kind', 'Work', 'Latency', 'Duration'], tasks.map(taskRow)),
    ...tasks.flatMap(renderChecks),
    ...tasks.flatMap(renderRecords),
    entries.length === 0
      ? ''
      : `<details><summary>Everything in order, with the lines of the services</summary>${table(
          ['Since the trigger', 'Lane', 'Name', 'What'],
          entries.map(({ atMs, lane, name, what }) => [renderLength(atMs), lane, text(name), text(what)]),
        )}</details>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function renderReason({ name, message = '', detail = [], diagnosis }: TaskResult): Html {
  const { evidence = [], hints = [] } = diagnosis ?? {};
  return box(
    'div',
    'cause',
    [
      `<h3>${text(name)}: ${text(message)}</h3>`,
      diagnosis ? `<p><b>Cause:</b> ${text(diagnosis.cause)}</p>` : '',
      lines(detail),
      list(evidence),
      hints.length > 0 ? '<p><b>Look at:</b></p>' : '',
      list(hints),
    ].join('\n'),
  );
}

function list(items: readonly string[]): Html {
  return box('ul', 'items', items.map((item) => `<li>${text(item)}</li>`).join(''));
}

function taskRow(task: TaskResult): Html[] {
  return [
    badge(task.status),
    text(task.name),
    text(task.kind),
    text(describeWork(task)),
    text(describeLatency(task).replace(/^latency /, '')),
    renderLength(task.durationMs),
  ];
}

function renderChecks(task: TaskResult): Html[] {
  const { name, checks } = task;
  if (checks.length === 0) return [];
  const headings = ['', 'Check', 'Expected', 'Actual', 'Record'];
  return [
    `<h3>Checks of ${text(name)}</h3>`,
    table(
      headings,
      checks.map((check) => checkRow(check, task)),
    ),
  ];
}

function checkRow(check: CheckOutcome, task: TaskResult): Html[] {
  const { status, name, record, difference = [], failed, evaluated } = check;
  const share = failed > 0 && evaluated > 1 ? ` (${failed} of ${evaluated})` : '';
  const differences = difference.map(
    ({ path, expected, actual }) =>
      `<li><code>${text(path)}</code>: expected <code>${text(renderSide(expected))}</code>, actual <code>${text(renderSide(actual))}</code></li>`,
  );
  const actual = status === 'notEvaluated' ? '' : `<code>${text(renderSide(check.actual))}</code>`;
  return [
    badge(standingOf(check, task)),
    text(name),
    `<code>${text(renderExpected(check))}</code>`,
    actual + box('ul', 'differences', differences.join('')),
    record ? `<code>${text(placeOf(record))}</code>${share}` : share,
  ];
}

function renderRecords({ name, records, recordCount }: TaskResult): Html[] {
  if (records.length === 0) return [];
  const more = recordCount - records.length;
  return [
    `<h3>${text(name)}: ${renderCount(recordCount, 'record')}</h3>`,
    table(['Record', 'Key', 'Value', 'Headers', 'Latency'], records.map(recordRow)),
    ...(more > 0 ? [box('p', 'dim', `and ${renderCount(more, 'more record')}`)] : []),
  ];
}

function recordRow(record: RecordView): Html[] {
  const { timestamp, key, value, headers, latencyMs } = record;
  const place = `<code>${text(placeOf(record))}</code><br>${box('span', 'dim', renderMoment(timestamp))}`;
  return [
    place,
    `<code>${text(renderJson(key))}</code>`,
    lines(renderJson(value, 2).slice(0, 20_000).split('\n').slice(0, 200)),
    headers.map((header) => `<code>${text(header.key)}: ${text(header.value ?? 'null')}</code>`).join('<br>'),
    latencyMs === undefined ? '' : renderLength(latencyMs),
  ];
}

/** Records may carry any number as their time. */
function renderMoment(timestamp: number | bigint): Html {
  const date = new Date(Number(timestamp));
  return Number.isNaN(date.getTime()) ? text(String(timestamp)) : date.toISOString();
}
