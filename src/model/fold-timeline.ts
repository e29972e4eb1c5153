import { roundMs } from '../base/duration.ts';
import { createCriticalPath } from './critical-path.ts';
import type { RunEvent, RunEventOf, TaskPlan } from './run-event.ts';
import type { Timeline, TimelineEntry } from './timeline.ts';

/** More than these are not kept: a timeline is for reading. */
const MAX_ENTRIES = 300;
const MAX_LINES_PER_SERVICE = 40;
const MAX_LINE_CHARACTERS = 200;

/** Makes the timeline of one attempt of a scenario. */
export interface TimelineFold {
  /** Every event of the run while the scenario goes on, and its own after that. */
  on(event: RunEvent): void;
  result(): Timeline;
}

type Span = RunEventOf<'span-received'>['span'];

/** A moment of the run with what happened then; `atMs` since the run's start. */
type Moment = TimelineEntry;

/** Starts with the attempt's first event. */
export function createTimelineFold(started: RunEventOf<'scenario-started'>): TimelineFold {
  const moments: Moment[] = [];
  const linesOf = new Map<string, number>();
  const path = createCriticalPath(started.tasks);
  let triggerAtMs: number | undefined;

  const addLine = (service: string): boolean => {
    const count = (linesOf.get(service) ?? 0) + 1;
    linesOf.set(service, count);
    return count <= MAX_LINES_PER_SERVICE;
  };
  return {
    on(event) {
      if (event.type === 'record-produced') triggerAtMs ??= event.record.momentMs ?? event.atMs;
      if (event.type === 'service-logged' && !addLine(event.service)) return;
      if ('task' in event) path.on(event);
      if (moments.length < MAX_ENTRIES) moments.push(...momentsOf(event, started));
    },
    result() {
      const trigger = triggerAtMs ?? started.atMs;
      const since = (atMs: number): number => roundMs(atMs - trigger);
      const entries = moments.map(({ atMs, untilMs, ...rest }) => ({
        atMs: since(atMs),
        ...(untilMs === undefined ? {} : { untilMs: since(untilMs) }),
        ...rest,
      }));
      return {
        triggerAtMs: trigger,
        entries: entries.toSorted((a, b) => a.atMs - b.atMs),
        criticalPath: path.result(trigger),
      };
    },
  };
}

function momentsOf(event: RunEvent, { scenario, tasks, traceId }: RunEventOf<'scenario-started'>): Moment[] {
  if ('scenario' in event && event.scenario !== scenario) return [];
  switch (event.type) {
    case 'task-started':
      return [taskMoment(event, tasks, 'started')];
    case 'task-finished':
      return [taskMoment(event, tasks, event.status), ...lateMoment(event)];
    case 'record-produced':
      return [recordMoment(event, `was produced by ${event.task}`)];
    case 'record-consumed':
      return [recordMoment(event, `arrived at ${event.task}`)];
    case 'service-logged':
      return [serviceMoment(event, event.line.slice(0, MAX_LINE_CHARACTERS))];
    case 'service-exited':
      return [
        serviceMoment(event, event.expected ? 'was stopped' : `exited (${event.code ?? event.signal})`),
      ];
    case 'span-received':
      return isOfTrace(event.span, traceId) ? [spanMoment(event)] : [];
    default:
      return [];
  }
}

function taskMoment(
  { atMs, task }: { readonly atMs: number; readonly task: string },
  tasks: readonly TaskPlan[],
  what: string,
): Moment {
  return { atMs, lane: 'task', name: tasks.find((plan) => plan.id === task)?.name ?? task, what };
}

function recordMoment(event: RunEventOf<'record-produced' | 'record-consumed'>, what: string): Moment {
  const { topic, partition, offset, momentMs } = event.record;
  return {
    atMs: momentMs ?? event.atMs,
    lane: 'topic',
    name: topic,
    what: `record ${partition}@${offset} ${what}`,
  };
}

function lateMoment({ task, consume }: RunEventOf<'task-finished'>): Moment[] {
  const late = consume?.late;
  if (late?.record.momentMs === undefined) return [];
  const { topic, partition, offset, momentMs } = late.record;
  const what = `record ${partition}@${offset} arrived at ${task}, ${Math.round(late.byMs)} ms late`;
  return [{ atMs: momentMs, lane: 'topic', name: topic, what }];
}

function serviceMoment(event: RunEventOf<'service-logged' | 'service-exited'>, what: string): Moment {
  return { atMs: event.atMs, lane: 'service', name: event.service, what };
}

/** A batch of records is handled in a trace of its own, which links to theirs. */
function isOfTrace({ traceId, linkedTraceIds }: Span, wanted: string | undefined): boolean {
  return wanted === undefined || traceId === wanted || linkedTraceIds.includes(wanted);
}

function spanMoment({ span }: RunEventOf<'span-received'>): Moment {
  const failed = span.error === undefined ? '' : `, failed: ${span.error}`;
  return {
    atMs: span.startedAtMs,
    untilMs: span.endedAtMs,
    lane: 'trace',
    name: span.service,
    what: `${span.name}${failed}`,
  };
}
