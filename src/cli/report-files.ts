import { createWriteStream, mkdirSync, openSync, rmSync, type WriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { describeError } from '../base/errors.ts';
import type { RunEvent } from '../model/run-event.ts';
import type { RunResult } from '../model/run-result.ts';
import { reporters } from '../reporters/index.ts';
import type { Diagrams } from '../reporters/markup/scenario-section.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { tryWrite } from './try-write.ts';

/** The reports that are written into the output directory, as they happen and at the end. */
export interface ReportFiles extends AsyncDisposable {
  readonly reporters: readonly Reporter[];
  /** Path of the one that a person opens. */
  readonly reportPath: string;
}

/** Which reports are written, and how. */
export interface ReportChoice {
  /** Default: those that programs and people read most. */
  readonly names?: readonly string[] | undefined;
  readonly diagrams?: Diagrams | undefined;
}

const { json, ndjson, summary, annotations, junit, ctrf, html } = reporters;
const USUAL = [ndjson, junit, ctrf, html].map(({ name }) => name);

/** `report.json` always, as all others can be made of it. */
function chosen({ names = USUAL }: ReportChoice) {
  const others = [ndjson, summary, annotations, junit, ctrf, html];
  return [json, ...others.filter(({ name }) => names.includes(name))];
}

/** The file that a person opens: the page, unless other reports were asked for. */
export function reportToOpen(choice: ReportChoice = {}): string {
  return chosen(choice).find((kind) => kind === html)?.file ?? json.file;
}

function optionsOf({ diagrams }: ReportChoice): { readonly diagrams?: Diagrams } {
  return diagrams === undefined ? {} : { diagrams };
}

/**
 * Writes the reports that are made of a run result into `directory`, which is made.
 * @throws UsageError USAGE_CANNOT_WRITE
 */
export function writeFinalReports(result: RunResult, directory: string, choice: ReportChoice = {}): void {
  tryWrite(directory, () => mkdirSync(directory, { recursive: true }));
  for (const kind of chosen(choice)) {
    if (kind === ndjson) continue; // its events are gone
    const pieces: string[] = [];
    kind.start({ write: (piece) => void pieces.push(piece) }, optionsOf(choice)).end?.(result);
    const path = join(directory, kind.file);
    tryWrite(path, () => writeFileSync(path, pieces.join('')));
  }
}

/**
 * Opens the reports and logs/<service>.log in `directory`, which is made; logs of an earlier run are removed. Disposing
 * waits until all is on the disk.
 * @param warn is told once of each file that cannot be written to its end; no verdict depends on it
 * @throws UsageError USAGE_CANNOT_WRITE when one cannot even be begun
 */
export function openReportFiles(
  directory: string,
  warn: (message: string) => void,
  choice: ReportChoice = {},
): ReportFiles {
  tryWrite(directory, () => {
    mkdirSync(directory, { recursive: true });
    rmSync(join(directory, 'logs'), { recursive: true, force: true });
  });
  const streams = new Map<string, WriteStream>();
  const open = (file: string): WriteStream => {
    const known = streams.get(file) ?? openStream(join(directory, file), warn);
    streams.set(file, known);
    return known;
  };
  const files = chosen(choice).map((kind) => kind.start(open(kind.file), optionsOf(choice)));
  return {
    reporters: [...files, serviceLogs(directory, open)],
    reportPath: join(directory, reportToOpen(choice)),
    async [Symbol.asyncDispose]() {
      await Promise.allSettled([...streams.values()].map((stream) => finished(stream.end())));
    },
  };
}

/** Opened at once, so that a file that cannot be written is found before anything runs. */
function openStream(path: string, warn: (message: string) => void): WriteStream {
  const fd = tryWrite(path, () => openSync(path, 'w'));
  return createWriteStream(path, { fd }).on('error', (cause) =>
    warn(`the report "${path}" is not whole: ${describeError(cause)}`),
  );
}

/** Every line of every service, and of a Kafka in a container, with its time since the start of the run in milliseconds. */
function serviceLogs(directory: string, open: (file: string) => WriteStream): Reporter {
  const write = (name: string, { atMs, line }: { atMs: number; line: string }, stream = ''): void => {
    mkdirSync(join(directory, 'logs'), { recursive: true });
    const file = `${name.replaceAll(/[^\w.-]/g, '_')}.log`;
    open(join('logs', file)).write(`${atMs.toFixed(1).padStart(10)} ${stream}${line}\n`);
  };
  const unsaved = new Set<string>();
  return {
    name: 'service logs',
    on(event: RunEvent) {
      if (event.type === 'service-started' && event.savesLog === false) unsaved.add(event.service);
      if (event.type === 'service-logged' && !unsaved.has(event.service))
        write(event.service, event, `${event.stream} `);
      else if (event.type === 'kafka-logged') write(event.cluster, event);
    },
  };
}
