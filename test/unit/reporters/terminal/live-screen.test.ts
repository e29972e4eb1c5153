import { describe, expect, test } from 'vitest';
import type { Clock } from '../../../../src/base/clock.ts';
import type { RunEvent } from '../../../../src/model/run-event.ts';
import { reporters } from '../../../../src/reporters/index.ts';
import { foldEvents, goldenRuns, readGoldenEvents, renderReport } from '../../../support/golden-runs.ts';

/** A clock that stands still until it is told to go on. */
function createManualClock() {
  let nowMs = 1000;
  let timers: { atMs: number; action: () => void }[] = [];
  const clock: Clock = {
    nowMs: () => nowMs,
    wallMs: () => nowMs,
    at(atMs, action) {
      const timer = { atMs, action };
      timers.push(timer);
      return {
        [Symbol.dispose]() {
          timers = timers.filter((other) => other !== timer);
        },
      };
    },
    poll: async () => undefined,
    measureLag: () => ({ worstSince: () => 0, [Symbol.dispose]: () => undefined }),
  };
  const goTo = (atMs: number): void => {
    const due = timers.filter((timer) => timer.atMs <= atMs).toSorted((a, b) => a.atMs - b.atMs)[0];
    nowMs = due ? due.atMs : atMs;
    if (!due) return;
    timers = timers.filter((other) => other !== due);
    due.action();
    goTo(atMs);
  };
  return { clock, goTo, waiting: () => timers.length };
}

/** A line end or one of ECMA-48's control sequences. */
const SEQUENCE = new RegExp(`(\\n|${String.fromCharCode(27)}\\[\\d*[A-Za-z])`);

/** Just enough of a terminal: line ends, "up n lines", "clear to the end", and styles, which it forgets. */
function createTerminal() {
  let lines: string[] = [''];
  let row = 0;
  const write = (text: string): void => {
    for (const piece of text.split(SEQUENCE)) {
      const [, count, letter] = /^[^ ]\[(\d*)([A-Za-z])$/.exec(piece) ?? [];
      if (piece === '\n') row++;
      else if (letter === 'A') row -= Number(count);
      else if (letter === 'J') lines = lines.slice(0, row);
      else if (letter === undefined) lines[row] = (lines[row] ?? '') + piece;
      lines[row] ??= '';
    }
  };
  return { write, text: () => lines.join('\n') };
}

function startOnTerminal(columns = 100) {
  const { clock, goTo, waiting } = createManualClock();
  const terminal = createTerminal();
  const options = { terminal: { clock, columns: () => columns }, color: true };
  const reporter = reporters.console.start(terminal, options);
  const originMs = clock.nowMs();
  const tell = (event: RunEvent): void => {
    goTo(originMs + event.atMs);
    reporter.on(event);
  };
  return { ...terminal, reporter, tell, goTo: (ms: number) => goTo(originMs + ms), waiting };
}

describe.each(goldenRuns)('at the end of the run "%s"', (run) => {
  test('a terminal shows what a log has, and nothing waits for a timer any more', () => {
    const events = readGoldenEvents(run);
    const screen = startOnTerminal();
    for (const event of events) screen.tell(event);
    screen.reporter.end?.(foldEvents(events));
    expect(screen.text()).toBe(renderReport(reporters.console, events, {}));
    expect(screen.waiting()).toBe(0);
  });
});

describe('while a run goes on', () => {
  const events = readGoldenEvents('slow-promotions');
  const until = (type: RunEvent['type'], count: number) => {
    const index = events.map((event, at) => (event.type === type ? at : -1)).filter((at) => at >= 0)[
      count - 1
    ];
    return events.slice(0, (index ?? 0) + 1);
  };

  test('the last lines say which services start', () => {
    const screen = startOnTerminal();
    for (const event of until('service-started', 2)) screen.tell(event);
    screen.goTo(320);
    expect(screen.text().split('\n').slice(-3)).toEqual([
      '⠸ user-service is starting  301 ms',
      '⠸ promotions is starting  300 ms',
      '',
    ]);
  });

  test('the last line says how long a task has run, and of how long at most', () => {
    const screen = startOnTerminal();
    for (const event of until('task-started', 3)) screen.tell(event);
    screen.goTo(762 + 250);
    expect(screen.text()).toMatch(
      /user 12345 is on the Free plan\n\S Retail System › Free member upsell: Check Upsell {2}200 ms of 500 ms\n$/,
    );
  });

  test('a line is never wider than the terminal', () => {
    const screen = startOnTerminal(30);
    for (const event of until('task-started', 3)) screen.tell(event);
    const live = screen.text().split('\n').at(-2) ?? '';
    expect(live).toMatch(/…$/);
    expect(live.length).toBeLessThan(30);
  });

  test('more than six activities are counted', () => {
    const screen = startOnTerminal();
    for (let index = 0; index < 9; index++)
      screen.tell({ type: 'service-started', seq: index, atMs: 1, service: `service-${index}` });
    expect(screen.text().trimEnd().split('\n')).toHaveLength(6);
    expect(screen.text()).toContain('and 4 more');
  });

  test('a run that ends early leaves no spinner', () => {
    const screen = startOnTerminal();
    const some = until('task-started', 3);
    for (const event of some) screen.tell(event);
    screen.reporter.end?.(foldEvents(some));
    expect(screen.text()).toBe(renderReport(reporters.console, some, {}));
    expect(screen.waiting()).toBe(0);
  });
});
