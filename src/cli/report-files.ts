import { createWriteStream, mkdirSync, rmSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { RunEvent } from '../model/run-event.ts';
import { reporters } from '../reporters/index.ts';
import type { Reporter } from '../reporters/reporter.ts';

/** The reports that are written into the output directory, as they happen and at the end. */
export interface ReportFiles extends AsyncDisposable {
  readonly reporters: readonly Reporter[];
  /** Path of `report.json`. */
  readonly reportPath: string;
}

/**
 * Opens report.json, events.ndjson, junit.xml, ctrf.json, report.html and logs/<service>.log in `directory`, which is made; logs of an earlier run are
 * removed. Disposing waits until all is on the disk.
 */
export function openReportFiles(directory: string): ReportFiles {
  mkdirSync(directory, { recursive: true });
  rmSync(join(directory, 'logs'), { recursive: true, force: true });
  const streams = new Map<string, WriteStream>();
  const open = (file: string): WriteStream => {
    const known = streams.get(file) ?? createWriteStream(join(directory, file));
    streams.set(file, known);
    return known;
  };
  const { json, ndjson, junit, ctrf, html } = reporters;
  const files = [json, ndjson, junit, ctrf, html].map((kind) => kind.start(open(kind.file), {}));
  return {
    reporters: [...files, serviceLogs(directory, open)],
    reportPath: join(directory, reporters.json.file),
    async [Symbol.asyncDispose]() {
      await Promise.all([...streams.values()].map((stream) => finished(stream.end())));
    },
  };
}

/** Every line of every service, and of a Kafka in a container, with its time since the start of the run in milliseconds. */
function serviceLogs(directory: string, open: (file: string) => WriteStream): Reporter {
  const write = (name: string, { atMs, line }: { atMs: number; line: string }, stream = ''): void => {
    mkdirSync(join(directory, 'logs'), { recursive: true });
    const file = `${name.replaceAll(/[^\w.-]/g, '_')}.log`;
    open(join('logs', file)).write(`${atMs.toFixed(1).padStart(10)} ${stream}${line}\n`);
  };
  return {
    name: 'service logs',
    on(event: RunEvent) {
      if (event.type === 'service-logged') write(event.service, event, `${event.stream} `);
      else if (event.type === 'kafka-logged') write(event.cluster, event);
    },
  };
}
