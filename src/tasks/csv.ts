import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { describeError, RunError } from '../base/errors.ts';
import { resolve } from '../expr/resolve.ts';
import { input } from '../expr/template.ts';
import type { JsonObject } from '../model/json.ts';
import { openUrl } from './csv/open-url.ts';
import { defineTask, type TaskContext, type TaskOutcome } from './define-task.ts';
import { resolveFile } from './scenario-files.ts';

const text = z.string().min(1);

const spec = z
  .strictObject({
    file: input(text).optional().describe("a file, relative to the scenario's"),
    url: input(text)
      .optional()
      .meta({
        description: 'https://… or s3://bucket/key',
        examples: ['https://example.com/stock.csv', 's3://bucket/stock.csv'],
      }),
    delimiter: input(text).optional().describe('between columns; default ","'),
    header: input(z.boolean())
      .optional()
      .describe('the first line has the names of the columns; default true'),
    columns: z
      .array(input(text))
      .min(1)
      .optional()
      .describe('names of the columns; with a header they take the place of its own'),
    s3: z
      .strictObject({
        endpoint: input(text)
          .optional()
          .describe('of a store that is not Amazon, such as http://localhost:9000'),
        region: input(text).optional().describe('default AWS_REGION, else us-east-1'),
        accessKeyId: input(text).optional().describe('default AWS_ACCESS_KEY_ID'),
        secretAccessKey: input(text).optional().describe('default AWS_SECRET_ACCESS_KEY'),
        sessionToken: input(text).optional().describe('default AWS_SESSION_TOKEN'),
      })
      .optional()
      .describe('how to reach an s3:// url'),
  })
  .superRefine(({ file, url }, context) => {
    if ((file === undefined) !== (url === undefined)) return;
    context.addIssue({
      code: 'custom',
      message: file === undefined ? 'no file and no url' : 'both "file" and "url"',
      params: { hint: 'write one of the two: "file: rows.csv" or "url: https://…"' },
    });
  });

/** Rows that are handed on together. */
const BATCH = 200;

/** `csv` (language.md §6): streams the rows of a file; `each: <this task>` runs once a row. */
export const csv = defineTask({
  kind: 'csv',
  summary: 'streams the rows of a CSV file; children with each run once a row',
  examples: [{ file: 'orders.csv', delimiter: ';' }],
  emits: 'row',
  spec,
  files: ({ file }) => (typeof file === 'string' ? [{ file, path: ['file'] }] : []),
  async run(given, context): Promise<TaskOutcome> {
    const {
      file,
      url,
      delimiter = ',',
      header = true,
      columns,
      s3,
    } = await resolve(given, () => context.expressionContext(), context.jq);
    const name = file ?? url ?? '';
    const source =
      file === undefined
        ? await openUrl(name, { ...s3 }, context)
        : createReadStream(resolveFile(file, context.files));
    const names = columns ? [...columns] : header;
    const parser = parse({
      delimiter,
      bom: true,
      columns: names,
      from_line: columns && header ? 2 : 1,
      relax_column_count: false,
    });
    const rows = pipe(source, parser);
    try {
      await publishRows(rows, context);
    } catch (cause) {
      context.signal.throwIfAborted();
      if (cause instanceof RunError) throw cause;
      const where = cause instanceof CsvError && 'lines' in cause ? `:${String(cause.lines)}` : '';
      throw new RunError('CSV_INVALID', `cannot read "${name}"${where}: ${describeError(cause)}`, { cause });
    } finally {
      source.destroy();
    }
    return { allowsNone: true };
  },
});

function pipe(source: Readable, parser: ReturnType<typeof parse>): AsyncIterable<Row> {
  source.on('error', (cause) => parser.destroy(cause));
  return source.pipe(parser) as AsyncIterable<Row>;
}

type Row = JsonObject | readonly string[];

/** Never more than a batch at a time: the children decide how fast it goes. */
async function publishRows(rows: AsyncIterable<Row>, context: TaskContext): Promise<void> {
  let batch: JsonObject[] = [];
  const flush = async (): Promise<void> => {
    context.signal.throwIfAborted();
    const atMs = context.clock.nowMs();
    await context.publish(batch.map((value) => ({ what: 'row', value, atMs })));
    batch = [];
  };
  for await (const row of rows) {
    batch.push(toObject(row));
    if (batch.length >= BATCH) await flush();
  }
  await flush();
}

/** Without names, columns are `c0`, `c1`, …. */
function toObject(row: Row): JsonObject {
  return Array.isArray(row)
    ? Object.fromEntries(row.map((value, index) => [`c${index}`, value]))
    : (row as JsonObject); // of `columns`
}
