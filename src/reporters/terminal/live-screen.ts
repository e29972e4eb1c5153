import { type Clock, systemClock } from '../../base/clock.ts';
import { displayWidth, splitCells } from '../../base/display-width.ts';
import type { RunEvent } from '../../model/run-event.ts';
import type { Output } from '../reporter.ts';
import { renderLength, scenarioTitle } from '../wording.ts';
import type { Paint } from './paint.ts';
import type { Screen } from './screen.ts';
import { visible } from './visible.ts';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
/** More would not fit on a small terminal, where lines that have scrolled away cannot be drawn again. */
const MAX_LINES = 6;

/** What the console must know of a terminal to draw over its own lines. */
export interface Terminal {
  /** Default: the process's own. */
  readonly clock?: Clock | undefined;
  /** Characters in a line, at this moment. */
  columns(): number;
}

/** Something that goes on: a service that is starting, a task that runs. */
interface Activity {
  readonly title: string;
  readonly startedAtMs: number;
  readonly deadlineMs?: number | undefined;
}

/**
 * Lines that stay above, and below them one line for each service and task that goes on: a spinner, how long, and of how
 * long at most. They are drawn again ten times a second, by `\e[<n>A` (up n lines) and `\e[J` (clear to the end).
 */
export function createLiveScreen(output: Output, terminal: Terminal, paint: Paint): Screen {
  const { clock = systemClock } = terminal;
  const activities = createActivities();
  let drawn = 0;
  let frame = 0;
  let timer: Disposable | undefined;
  /** The moment of the run's start on the clock. */
  let originMs = clock.nowMs();

  const redraw = (kept: readonly string[]): void => {
    const nowMs = clock.nowMs() - originMs;
    const all = activities.list().map((activity) => describe(activity, nowMs));
    const shown =
      all.length > MAX_LINES
        ? [...all.slice(0, MAX_LINES - 1), `and ${all.length - MAX_LINES + 1} more`]
        : all;
    const spinner = FRAMES[frame % FRAMES.length];
    const live = shown.map((line) => paint.dim(fitLine(`${spinner} ${line}`, terminal.columns())));
    const clear = drawn > 0 ? `\u001b[${drawn}A\u001b[J` : '';
    drawn = live.length;
    const text = clear + [...kept, ...live].map((line) => `${line}\n`).join('');
    if (text !== '') output.write(text);
  };
  const tick = (): void => {
    timer?.[Symbol.dispose]();
    timer = undefined;
    if (activities.list().length === 0) return;
    timer = clock.at(clock.nowMs() + FRAME_MS, () => {
      frame++;
      redraw([]);
      tick();
    });
  };

  return {
    print(lines) {
      if (lines.length > 0) redraw(lines);
    },
    on(event) {
      originMs = clock.nowMs() - event.atMs;
      if (!activities.on(event)) return;
      redraw([]);
      tick();
    },
    [Symbol.dispose]() {
      activities.clear();
      tick();
      redraw([]);
    },
  };
}

/** What goes on at the moment, in the order in which it began. */
function createActivities() {
  const running = new Map<string, Activity>();
  const titles = new Map<string, string>();

  const begin = (key: string, activity: Activity): boolean => Boolean(running.set(key, activity));
  const addTitles = (event: RunEvent & { type: 'scenario-started' }): void => {
    for (const { id, name } of event.tasks)
      titles.set(keyOf(event.scenario, id), `${scenarioTitle(event)}: ${name}`);
  };

  return {
    list: () => [...running.values()],
    clear: () => running.clear(),
    /** Says whether anything began or ended. */
    on(event: RunEvent): boolean {
      switch (event.type) {
        case 'service-started':
          return begin(event.service, { title: `${event.service} is starting`, startedAtMs: event.atMs });
        case 'service-ready':
        case 'service-exited':
          return running.delete(event.service);
        case 'scenario-started':
          addTitles(event);
          return false;
        case 'task-started': {
          const key = keyOf(event.scenario, event.task);
          const title = titles.get(key) ?? event.task;
          return begin(key, { title, startedAtMs: event.atMs, deadlineMs: event.deadlineMs });
        }
        case 'task-finished':
          return running.delete(keyOf(event.scenario, event.task));
        case 'run-finished':
          running.clear();
          return true;
        default:
          return false;
      }
    },
  };
}

function keyOf(scenario: string, task: string): string {
  return JSON.stringify([scenario, task]);
}

function describe({ title, startedAtMs, deadlineMs }: Activity, nowMs: number): string {
  const elapsed = renderLength(Math.max(nowMs - startedAtMs, 0));
  const limit = deadlineMs === undefined ? '' : ` of ${renderLength(Math.max(deadlineMs - startedAtMs, 0))}`;
  return `${visible(title)}  ${elapsed}${limit}`;
}

/** The text cut so that it never wraps. */
function fitLine(text: string, columns: number): string {
  if (displayWidth(text) < columns) return text;
  let room = columns - 2;
  let fitting = '';
  for (const cell of splitCells(text)) {
    room -= cell.width;
    if (room < 0) break;
    fitting += cell.text;
  }
  return `${fitting}…`;
}
