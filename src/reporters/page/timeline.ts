import { fitInto } from '../../base/shorten.ts';
import type { ScenarioResult, TaskResult } from '../../model/run-result.ts';
import type { TimelineEntry } from '../../model/timeline.ts';
import { renderLength } from '../wording.ts';
import { type Html, text } from './elements.ts';

const KIND_WIDTH = 56;
const NAMES_WIDTH = 250;
const CHART_WIDTH = 820;
const LANE_HEIGHT = 26;
const AXIS_HEIGHT = 24;
/** Room that a label of an arrow takes; one that would lie on another is left out, as the arrow has a tooltip. */
const LABEL_WIDTH = 52;
const TICKS = 5;
/** A deadline that is further away than the scenario took twice would press all else to the left. */
const FAR = 2;
const MAX_ARROWS = 20;

interface Lane {
  /** `task`, `topic`, `service` or `trace`. */
  readonly kind: string;
  readonly name: string;
  readonly y: number;
  /** Of its kind. */
  readonly isFirst: boolean;
}

/** Where things are in the drawing. Times are milliseconds since the trigger. */
interface Scale {
  readonly lanes: ReadonlyMap<string, Lane>;
  x(ms: number): number;
  readonly untilMs: number;
  readonly height: number;
}

/**
 * A scenario over time, as SVG: a lane for each task, topic and service, what lasted as a bar, what happened as a dot,
 * deadlines as dashed lines, and an arrow with its latency from what was produced to what arrived of it.
 */
export function renderTimeline(scenario: ScenarioResult): Html {
  const { timeline } = scenario;
  if (!timeline) return '';
  const tasks = scenario.tasks.filter(({ startedAtMs }) => startedAtMs !== undefined);
  const since = (atMs: number): number => atMs - timeline.triggerAtMs;
  const scale = createScale(tasks, timeline.entries, since);
  const parts = [
    ...[...scale.lanes.values()].map(renderLane),
    ...renderAxis(scale),
    ...tasks.map((task) => renderTask(task, { scale, since })),
    ...timeline.entries.map((entry) => renderEntry(entry, scale)),
    ...tasks.flatMap((task) => renderArrows(arrowsTo(task, { tasks, scale, since }))),
  ];
  const width = NAMES_WIDTH + CHART_WIDTH + 20;
  const label = text(`timeline of ${scenario.name}`);
  return `<div class="wide"><svg role="img" aria-label="${label}" viewBox="0 0 ${width} ${scale.height}">
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" class="dot"/></marker></defs>
${parts.filter(Boolean).join('\n')}
</svg>
<p class="legend">bar: a task · dot: a record on a topic · arrow: from what was produced to what arrived of it · dashed line: deadline</p></div>`;
}

function createScale(
  tasks: readonly TaskResult[],
  entries: readonly TimelineEntry[],
  since: (atMs: number) => number,
): Scale {
  const ends = tasks.map((task) => since((task.startedAtMs ?? 0) + task.durationMs));
  const starts = tasks.map((task) => since(task.startedAtMs ?? 0));
  const fromMs = Math.min(0, ...starts, ...entries.map(({ atMs }) => atMs));
  const lastMs = Math.max(1, ...ends, ...entries.map(({ atMs, untilMs }) => untilMs ?? atMs));
  const deadlines = tasks.flatMap(({ deadlineMs }) => (deadlineMs === undefined ? [] : since(deadlineMs)));
  const untilMs = Math.max(lastMs, ...deadlines.filter((ms) => ms <= lastMs * FAR));
  const keys = [
    ...tasks.map(({ name }) => ['task', name] as const),
    ...entries.map(({ lane, name }) => [lane, name] as const),
  ];
  const names = new Map(keys.map(([lane, name]) => [`${lane} ${name}`, name]));
  const sorted = [...names].toSorted(([a], [b]) => order(a) - order(b));
  const lanes = sorted.map(([key, name], index): [string, Lane] => {
    const [kind = ''] = key.split(' ');
    const isFirst = sorted.findIndex(([other]) => other.startsWith(`${kind} `)) === index;
    return [key, { kind, name, y: index * LANE_HEIGHT, isFirst }];
  });
  const factor = CHART_WIDTH / Math.max(untilMs - fromMs, 1);
  return {
    lanes: new Map(lanes),
    x: (ms) => Math.round((NAMES_WIDTH + (ms - fromMs) * factor) * 10) / 10,
    untilMs,
    height: lanes.length * LANE_HEIGHT + AXIS_HEIGHT,
  };
}

function order(key: string): number {
  return ['task', 'topic', 'service', 'trace'].indexOf(key.split(' ')[0] ?? '');
}

function renderLane({ kind, name, y, isFirst }: Lane): Html {
  const heading = isFirst ? `<text class="kind" x="0" y="${y + 17}">${kind}</text>` : '';
  const shown = text(fitInto(name, 26));
  return `<rect class="lane" x="${NAMES_WIDTH}" y="${y + 2}" width="${CHART_WIDTH}" height="${LANE_HEIGHT - 4}"/>${heading}<text class="name" x="${KIND_WIDTH}" y="${y + 17}"><title>${text(`${kind} ${name}`)}</title>${shown}</text>`;
}

/** Round times since the trigger, and the end. */
function renderAxis({ x, untilMs, height }: Scale): Html[] {
  const rough = untilMs / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => power * factor >= rough) ?? 10);
  const marks = Array.from({ length: Math.floor(untilMs / step) + 1 }, (_, index) => index * step);
  return marks.map(
    (ms) =>
      `<line class="axis" x1="${x(ms)}" x2="${x(ms)}" y1="0" y2="${height - AXIS_HEIGHT}"/><text class="name" x="${x(ms)}" y="${height - 6}" text-anchor="middle">${ms === 0 ? '0' : renderLength(ms)}</text>`,
  );
}

interface Drawing {
  readonly scale: Scale;
  readonly since: (atMs: number) => number;
}

function renderTask(task: TaskResult, { scale, since }: Drawing): Html {
  const lane = scale.lanes.get(`task ${task.name}`);
  if (!lane) return '';
  const from = since(task.startedAtMs ?? 0);
  const title = text(`${task.name}: ${task.status} in ${renderLength(task.durationMs)}`);
  const bar = span(from, from + task.durationMs, { lane, scale, status: task.status, title });
  const deadline = task.deadlineMs === undefined ? undefined : since(task.deadlineMs);
  if (deadline === undefined || deadline > scale.untilMs) return bar;
  const x = scale.x(deadline);
  return `${bar}<line class="deadline" x1="${x}" x2="${x}" y1="${lane.y + 1}" y2="${lane.y + LANE_HEIGHT - 1}"><title>deadline at ${renderLength(deadline)}</title></line>`;
}

function span(
  fromMs: number,
  untilMs: number,
  { lane, scale, status, title }: { lane: Lane; scale: Scale; status: string; title: Html },
): Html {
  const width = Math.max(scale.x(untilMs) - scale.x(fromMs), 2).toFixed(1);
  return `<rect class="span ${status}" x="${scale.x(fromMs)}" y="${lane.y + 6}" width="${width}" height="${LANE_HEIGHT - 12}" rx="3"><title>${title}</title></rect>`;
}

function renderEntry(entry: TimelineEntry, scale: Scale): Html {
  const lane = scale.lanes.get(`${entry.lane} ${entry.name}`);
  if (!lane || entry.lane === 'task') return '';
  const title = text(`${renderLength(entry.atMs)}: ${entry.what}`);
  if (entry.untilMs !== undefined) {
    return span(entry.atMs, entry.untilMs, { lane, scale, status: 'lasting', title });
  }
  const [x, y] = [scale.x(entry.atMs), lane.y + LANE_HEIGHT / 2];
  return entry.lane === 'topic'
    ? `<circle class="dot" cx="${x}" cy="${y}" r="4"><title>${title}</title></circle>`
    : `<rect class="tick" x="${x - 1}" y="${y - 6}" width="2" height="12"><title>${title}</title></rect>`;
}

interface Arrow {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly latencyMs: number;
}

/** From the task whose record set it off to the task that it arrived at, in order of arrival. */
function arrowsTo(
  task: TaskResult,
  { tasks, scale, since }: Drawing & { tasks: readonly TaskResult[] },
): Arrow[] {
  const lane = scale.lanes.get(`task ${task.name}`);
  if (task.kind === 'produce' || !lane) return [];
  const late = task.consume?.late ? [task.consume.late.record] : [];
  const arrows = [...task.records, ...late].flatMap(({ momentMs, latencyMs }): Arrow[] => {
    if (momentMs === undefined || latencyMs === undefined) return [];
    const sentMs = momentMs - latencyMs;
    const source = tasks.findLast(
      ({ kind, records }) =>
        kind === 'produce' &&
        records.some((record) => (record.momentMs ?? Number.POSITIVE_INFINITY) <= sentMs + 1),
    );
    const start = source && scale.lanes.get(`task ${source.name}`);
    if (!start) return [];
    const from = [scale.x(since(sentMs)), start.y + LANE_HEIGHT / 2] as const;
    return [{ from, to: [scale.x(since(momentMs)), lane.y + LANE_HEIGHT / 2], latencyMs }];
  });
  return arrows.toSorted((a, b) => a.to[0] - b.to[0]).slice(0, MAX_ARROWS);
}

function renderArrows(arrows: readonly Arrow[]): Html[] {
  let labelledTo = Number.NEGATIVE_INFINITY;
  return arrows.map(({ from: [x1, y1], to: [x2, y2], latencyMs }) => {
    const latency = renderLength(latencyMs);
    const arrow = `<path class="arrow" d="M${x1} ${y1}V${y2}H${x2}" marker-end="url(#head)"><title>${latency}</title></path>`;
    if (x2 < labelledTo) return arrow;
    labelledTo = x2 + LABEL_WIDTH;
    return `${arrow}<text class="latency" x="${x2 + 6}" y="${y2 + 4}">${latency}</text>`;
  });
}
