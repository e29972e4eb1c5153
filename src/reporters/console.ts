import { displayWidth } from '../base/display-width.ts';
import { renderLocation } from '../base/source-span.ts';
import { createTaskFold, type TaskFold } from '../model/fold-task.ts';
import type { RunEvent, RunEventOf } from '../model/run-event.ts';
import type { RunResult } from '../model/run-result.ts';
import { defineReporter } from './reporter.ts';
import { createLiveScreen, type Terminal } from './terminal/live-screen.ts';
import { createPaint, type Paint } from './terminal/paint.ts';
import { createPlainScreen } from './terminal/screen.ts';
import { statusMark, taskLines } from './terminal/task-lines.ts';
import { visible } from './terminal/visible.ts';
import {
  byImportance,
  cut,
  needsAttention,
  renderCounts,
  renderLength,
  scenarioTitle,
  verdictSentence,
} from './wording.ts';

/** Longer task names do not widen the column of names. */
const MAX_NAME_WIDTH = 40;
const MAX_MESSAGE_CHARACTERS = 500;

/** What the console may do, and what it may say at the end. */
export interface ConsoleOptions {
  /** ANSI colours; default no. */
  readonly color: boolean;
  /** Present when the output is a terminal: what goes on is then shown as it goes on. */
  readonly terminal: Terminal | undefined;
  /** Where `report.json` is, as the user would type it. */
  readonly reportPath: string | undefined;
}

/**
 * Standard output while a run goes on. Scenarios that run at the same time are printed one after the other: the first
 * one live, the others when it is their turn.
 */
export const console = defineReporter<ConsoleOptions>({
  name: 'console',
  file: 'console.txt',
  start(output, { color = false, terminal, reportPath }) {
    const paint = createPaint({ color });
    const screen = terminal ? createLiveScreen(output, terminal, paint) : createPlainScreen(output);
    const transcript = createTranscript(paint, (lines) => screen.print(lines));
    return {
      on(event) {
        transcript.on(event);
        screen.on(event);
      },
      end(result) {
        transcript.flush();
        screen[Symbol.dispose]();
        screen.print(closingLines(result, { paint, reportPath }));
      },
    };
  },
});

/** An attempt of a scenario whose lines are not all printed yet. */
interface OpenScenario {
  readonly started: RunEventOf<'scenario-started'>;
  readonly tasks: ReadonlyMap<string, TaskFold>;
  readonly nameWidth: number;
  readonly waiting: string[];
  isFinished: boolean;
}

function createTranscript(paint: Paint, print: (lines: readonly string[]) => void) {
  /** In the order in which they started; the first one is printed live. */
  const open = new Map<string, OpenScenario>();

  const flush = (): void => {
    for (const [id, scenario] of open) {
      print(scenario.waiting.splice(0));
      if (!scenario.isFinished) return;
      open.delete(id);
    }
  };
  const onScenario = (event: RunEvent & { scenario: string }): void => {
    if (event.type === 'scenario-started') open.set(event.scenario, openScenario(event, paint));
    const scenario = open.get(event.scenario);
    if (!scenario) return;
    if ('task' in event) scenario.tasks.get(event.task)?.on(event);
    scenario.waiting.push(...linesOfScenario(event, scenario, paint));
    scenario.isFinished ||= event.type === 'scenario-finished';
    flush();
  };

  return {
    on: (event: RunEvent): void =>
      'scenario' in event ? onScenario(event) : print(linesOfRun(event, paint)),
    /** What a run that ended early left over. */
    flush(): void {
      for (const scenario of open.values()) print(scenario.waiting.splice(0));
    },
  };
}

function openScenario(started: RunEventOf<'scenario-started'>, paint: Paint): OpenScenario {
  const widths = started.tasks.map(({ name }) => Math.min(displayWidth(visible(name)), MAX_NAME_WIDTH));
  const attempt = started.attempt > 1 ? ` (attempt ${started.attempt})` : '';
  const title = paint.bold(visible(scenarioTitle(started) + attempt));
  return {
    started,
    tasks: new Map(started.tasks.map((plan) => [plan.id, createTaskFold(plan)])),
    nameWidth: Math.max(0, ...widths),
    waiting: ['', `${title}  ${paint.dim(visible(`${started.span.file}:${started.span.line}`))}`],
    isFinished: false,
  };
}

function linesOfScenario(
  event: RunEvent & { scenario: string },
  scenario: OpenScenario,
  paint: Paint,
): string[] {
  if (event.type === 'task-finished') {
    const result = scenario.tasks.get(event.task)?.result({ nowMs: event.atMs, notStarted: 'skipped' });
    return result ? taskLines(result, { paint, nameWidth: scenario.nameWidth }) : [];
  }
  return event.type === 'scenario-finished' ? finishLines(event, scenario, paint) : [];
}

/** The scenario's own message only when none of its tasks has said it. */
function finishLines(
  { status, durationMs, message, atMs }: RunEventOf<'scenario-finished'>,
  { tasks }: OpenScenario,
  paint: Paint,
): string[] {
  const said = `${status} in ${renderLength(durationMs)}`;
  const told = [...tasks.values()].map((task) => task.result({ nowMs: atMs, notStarted: 'skipped' }).message);
  const why = message === undefined || told.includes(message) ? '' : `: ${sentence(message)}`;
  return [`  ${status === 'passed' ? paint.dim(said) : said}${why}`];
}

function linesOfRun(event: RunEvent, paint: Paint): string[] {
  const mark = (status: 'passed' | 'failed'): string => statusMark(status, paint);
  switch (event.type) {
    case 'run-started':
      return [
        paint.dim(
          visible(`flowproof ${event.version} · environment ${event.environment} · seed ${event.seed}`),
        ),
      ];
    case 'image-progressed':
      return [paint.dim(`  ${visible(event.image)}: ${visible(event.text)}`)];
    case 'kafka-ready': {
      const kafka = [event.provider, ...(event.version === undefined ? [] : [event.version])].join(' ');
      const said = `${kafka} at ${event.bootstrap}, ready after ${renderLength(event.tookMs)}`;
      return [`${mark('passed')} kafka  ${paint.dim(visible(said))}`];
    }
    case 'service-ready': {
      const said = `ready after ${renderLength(event.tookMs)} (${event.probe})`;
      return [`${mark('passed')} ${visible(event.service)}  ${paint.dim(visible(said))}`];
    }
    case 'service-exited':
      return event.expected ? [] : [`${mark('failed')} ${visible(event.service)}  ${exitOf(event)}`];
    case 'warning-given':
      return [`${paint.yellow('!')} ${visible(event.message)}`, ...hintLines(event, paint)];
    case 'run-failed': {
      const place = event.span ? `${renderLocation(event.span)}: ` : '';
      return [
        '',
        `${mark('failed')} ${visible(place)}${paint.red(paint.bold(visible(event.message)))}`,
        ...(event.detail ?? []).map((line) => `  ${paint.dim('│')} ${visible(line)}`),
        ...hintLines(event, paint),
      ];
    }
    default:
      return [];
  }
}

function exitOf({ code, signal }: RunEventOf<'service-exited'>): string {
  return visible(code === null ? `was ended by ${signal ?? 'a signal'}` : `exited with code ${code}`);
}

function hintLines({ hint }: { readonly hint?: string | undefined }, paint: Paint): string[] {
  return hint === undefined ? [] : [`  ${paint.dim(visible(hint))}`];
}

/** The verdict, what it is made of, and where to read more. */
function closingLines(
  result: RunResult,
  { paint, reportPath }: { readonly paint: Paint; readonly reportPath: string | undefined },
): string[] {
  const verdict = paint.bold(visible(verdictSentence(result)));
  const facts = [renderCounts(result), renderLength(result.durationMs)].filter((fact) => fact !== '');
  return [
    '',
    ...recapLines(result, paint),
    `${statusMark(result.status, paint)} ${verdict} ${paint.dim(`· ${facts.join(' · ')}`)}`,
    ...(reportPath === undefined ? [] : [`  ${paint.dim('report')}  ${visible(reportPath)}`]),
  ];
}

/** With more than one scenario, the bad ones once more: their own lines may have scrolled away. */
function recapLines(result: RunResult, paint: Paint): string[] {
  const bad = byImportance(result.scenarios).filter(needsAttention);
  if (result.scenarios.length < 2 || bad.length === 0) return [];
  const lines = bad.map((scenario) => {
    const place = paint.dim(visible(`${scenario.file}:${scenario.line}`));
    const why = scenario.message === undefined ? '' : `  ${sentence(scenario.message)}`;
    return `${statusMark(scenario.status, paint)} ${visible(scenarioTitle(scenario))}  ${place}${why}`;
  });
  return [...lines, ''];
}

/** A message that may quote a record. */
function sentence(message: string): string {
  return visible(cut(message, MAX_MESSAGE_CHARACTERS));
}
