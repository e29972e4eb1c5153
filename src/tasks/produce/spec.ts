import { z } from 'zod';
import { freeform, input } from '../../expr/template.ts';
import { CHARSETS, type Charset } from '../../formats/random/random.ts';
import { duration } from '../../model/duration.ts';
import { instant } from '../../model/instant.ts';
import { clusterName } from '../cluster-topic.ts';
import { expectedError } from '../expected-error.ts';
import { recordFormat } from '../record-format.ts';

const text = z.string().min(1);
const charsets = Object.keys(CHARSETS) as [Charset, ...Charset[]]; // zod wants a non-empty tuple

const headers = z
  .union([
    z.record(z.string(), freeform()),
    z.array(
      z.strictObject({
        key: z.string().describe('the name of the header'),
        value: freeform().describe('text as it is, anything else as JSON; null is no value'),
      }),
    ),
  ])
  .describe('a map, or a list of {key, value} when a name repeats; a value may be null');

/** What a record is made of. */
const parts = {
  key: freeform().optional().describe('null, a scalar or structured; default null'),
  value: freeform()
    .optional()
    .meta({ description: 'null is a tombstone', examples: [{ id: 42 }, '${{ .record.value }}'] }),
  headers: input(headers)
    .optional()
    .describe('a map, or a list of {key, value} when a name repeats; a value may be null'),
  partition: input(z.int().min(0))
    .optional()
    .describe('one that does not exist is an error; default: by the key, as the Java client does'),
  timestamp: input(instant).optional().describe('epoch milliseconds or ISO 8601; default now'),
};

const record = z.strictObject(parts);

/** A record of a file, or of an expression's result. */
export const dataRecord = z.strictObject({
  key: z.unknown().optional(),
  value: z.unknown().optional(),
  headers: headers.optional(),
  partition: z.int().min(0).optional(),
  timestamp: instant.optional(),
});

/** What an expression may give for `records`: records, or values. */
const computedRecords = z.array(z.unknown()).min(1);

const randomText = z.strictObject({
  charset: input(z.enum(charsets)).optional().describe('default alphanumeric'),
  length: input(z.int().min(0).max(1_000_000)).optional().describe('how many characters; default 8'),
});
const randomPart = z.union([
  randomText,
  z.strictObject({ schema: z.literal(true).describe('a value that the schema of its format allows') }),
]);

const stop = z.strictObject({
  records: input(z.int().min(1)).optional().describe('ends after this many records'),
  after: input(duration).optional().describe("ends so long after the task's start"),
});

/** `produce:` as it is written (language.md §2). */
export const produceSpec = z
  .strictObject({
    topic: input(text).meta({
      description: 'where they are stored; created where flowproof may do that',
      examples: ['orders'],
    }),
    cluster: clusterName.optional(),
    ...parts,
    keyFile: input(text).optional().describe('a file whose bytes are the key, as they are'),
    valueFile: input(text).optional().describe('a file whose bytes are the value, as they are'),
    format: recordFormat.optional().describe('default: maps and lists json, other scalars string'),
    records: z
      .union([input(computedRecords).options[0], z.array(record).min(1)])
      .optional()
      .describe(
        'a batch, instead of `value`; what stands beside it applies to each record that has none of its own',
      ),
    file: input(text)
      .optional()
      .describe('a batch from a file: one JSON text a line, each a map like an entry of `records`'),
    random: z
      .strictObject({
        key: randomPart.optional().describe('a key for each record'),
        value: randomPart.optional().describe('a value for each record'),
      })
      .optional()
      .describe('a key or value drawn anew for every record'),
    repeat: input(z.int().min(0))
      .optional()
      .describe('how often; the expressions are evaluated again each time. Default 1, or until `stop`'),
    interval: input(duration).optional().describe('a stream: pause between records, or batches'),
    jitter: input(duration).optional().describe('at most this much is added to each pause'),
    batch: input(z.int().min(1)).optional().describe('records a request'),
    acks: input(z.enum(['all', 'leader', 'none']))
      .optional()
      .describe('default all'),
    idempotent: input(z.boolean()).optional().describe('default true with acks all'),
    compression: input(z.enum(['none', 'gzip', 'snappy', 'lz4', 'zstd']))
      .optional()
      .describe('of the batches that are sent; default none'),
    transaction: input(z.enum(['commit', 'abort']))
      .optional()
      .describe('all records of the task in one transaction that ends like this'),
    stamp: input(z.boolean()).optional().describe('traceparent and flowproof-run headers; default true'),
    stop: stop.optional().describe('when the task ends, whichever comes first'),
    fail: z
      .strictObject({ after: input(duration).describe("since the task's start") })
      .optional()
      .describe('by when all must be acknowledged'),
    expect: z
      .strictObject({ error: expectedError.describe('the broker must refuse it; what the error says') })
      .optional()
      .describe('that it is refused'),
  })
  .superRefine((written, context) => {
    for (const { message, path = [], hint } of faultsOf(written))
      context.addIssue({ code: 'custom', message, path: [...path], params: { hint } });
  });
export type ProduceSpec = z.output<typeof produceSpec>;

interface Fault {
  readonly message: string;
  readonly path?: readonly string[];
  readonly hint: string;
}

/** The ways to say what the value is, of which there must be one. */
const SOURCES = ['value', 'valueFile', 'records', 'file'] as const;

function faultsOf(written: Readonly<Record<string, unknown>>): readonly Fault[] {
  const sources = SOURCES.filter((name) => written[name] !== undefined);
  const random = written.random as { readonly value?: unknown; readonly key?: unknown } | undefined; // of the schema
  return [...sourceFaults(sources, random?.value !== undefined), ...pairFaults(written, random)];
}

function sourceFaults(sources: readonly string[], isRandom: boolean): readonly Fault[] {
  const all = [...sources, ...(isRandom ? ['random.value'] : [])];
  const [first, second] = all;
  if (first === undefined)
    return [
      {
        message: 'nothing to produce: no value, records or file',
        hint: 'write "value: null" for a tombstone',
      },
    ];
  if (second === undefined || (isRandom && ['records', 'file'].includes(first))) return [];
  const path = first === 'value' ? ['value'] : [second.split('.')[0] ?? ''];
  const batches = [first, second].filter((one) => one === 'records' || one === 'file');
  const inBatch = batches.length === 1;
  const hint = inBatch ? 'give each of the records its own value' : 'say once what the value is';
  return [{ message: `"${first}" beside "${second}"`, path, hint }];
}

function pairFaults(
  written: Readonly<Record<string, unknown>>,
  random: { readonly key?: unknown } | undefined,
): readonly Fault[] {
  const { key, keyFile, transaction, interval, jitter } = written;
  const faults: Fault[] = [];
  const keys = [key, keyFile, random?.key].filter((one) => one !== undefined);
  if (keys.length > 1)
    faults.push({ message: 'the key is given twice', hint: 'write one of key, keyFile and random.key' });
  if (transaction !== undefined && interval !== undefined)
    faults.push({
      message: '"interval" beside "transaction"',
      path: ['interval'],
      hint: 'a transaction is sent as a whole: leave the interval out',
    });
  if (jitter !== undefined && interval === undefined)
    faults.push({ message: '"jitter" without "interval"', path: ['jitter'], hint: 'add "interval: 100ms"' });
  return faults;
}
