import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { describeError, RunError } from '../../base/errors.ts';
import { resolve, resolveEach } from '../../expr/resolve.ts';
import { type Resolved, readResult, Template } from '../../expr/template.ts';
import type { GivenParts } from '../../formats/record/writer.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../model/json.ts';
import type { SpecPath, TaskContext } from '../define-task.ts';
import { resolveFile } from '../scenario-files.ts';
import type { RandomParts } from './random-parts.ts';
import { dataRecord, type ProduceSpec } from './spec.ts';

/** A record with all its templates evaluated. */
export interface GivenRecord extends GivenParts {
  readonly partition: number | undefined;
  /** Epoch milliseconds. */
  readonly timestamp: number | undefined;
  /** Of `keyFile` and `valueFile`: the bytes as they are, instead of what the format makes. */
  readonly bytes: { readonly key?: Uint8Array; readonly value?: Uint8Array };
  /** Where it is written. */
  readonly path: SpecPath;
}

/** What a record may be made of, templates included. */
type WrittenRecord = Pick<ProduceSpec, 'key' | 'value' | 'headers' | 'partition' | 'timestamp'>;

const PART_NAMES: ReadonlySet<string> = new Set(['key', 'value', 'headers', 'partition', 'timestamp']);
/** Records that are evaluated together. */
const BATCH = 500;

export interface RecordOptions {
  readonly given: ProduceSpec;
  readonly context: TaskContext;
  readonly random: RandomParts;
  /** How many rounds; Infinity when only `stop` ends it. */
  readonly rounds: number;
  /** How many records at most are asked for at a time. */
  readonly batch: number | undefined;
}

/** The records of a produce task, in batches, each evaluated only when it is asked for. `.index` counts them from 0. */
export async function* givenRecords(options: RecordOptions): AsyncGenerator<readonly GivenRecord[]> {
  const { given, rounds, batch = BATCH } = options;
  const bytes = await readBytes(given, options.context);
  let index = 0;
  const evaluate = async (records: readonly Written[]): Promise<readonly GivenRecord[]> => {
    const evaluated = await evaluateBatch(records, { ...options, bytes, index });
    index += records.length;
    return evaluated;
  };
  let waiting: Written[] = [];
  for (let round = 0; round < rounds; round++) {
    for await (const record of writtenRecords(options)) {
      waiting.push(record);
      if (waiting.length < batch) continue;
      yield await evaluate(waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) yield await evaluate(waiting);
}

interface Written {
  readonly record: WrittenRecord;
  readonly path: SpecPath;
}

/** The records of one round as they are written. */
async function* writtenRecords({ given, context }: RecordOptions): AsyncGenerator<Written> {
  const { records, file } = given;
  const shared = ownParts(given);
  if (file !== undefined) {
    const name = await resolve(file, () => context.expressionContext(), context.jq);
    for await (const record of readLines(name, context))
      yield { record: { ...shared, ...record }, path: ['produce', 'file'] };
  } else if (records instanceof Template) {
    const computed: readonly unknown[] = await resolve(
      records,
      () => context.expressionContext(),
      context.jq,
    );
    for (const one of computed)
      yield {
        record: { ...shared, ...asRecord(one as Json, `an entry of ${records.source}`) },
        path: ['produce', 'records'],
      };
  } else if (records) {
    for (const [index, record] of (records as readonly WrittenRecord[]).entries())
      yield { record: { ...shared, ...record }, path: ['produce', 'records', index] };
  } else yield { record: shared, path: ['produce'] };
}

function ownParts({ key, value, headers, partition, timestamp }: ProduceSpec): WrittenRecord {
  return Object.fromEntries(
    Object.entries({ key, value, headers, partition, timestamp }).filter(([, one]) => one !== undefined),
  );
}

/** A map of nothing but the parts of a record is one; anything else is a value. `where` it is data, for the error. */
function asRecord(value: Json, where: string): WrittenRecord {
  const keys = isJsonObject(value) ? Object.keys(value) : [];
  const isRecord =
    keys.some((key) => key === 'value' || key === 'key') && keys.every((key) => PART_NAMES.has(key));
  if (!isRecord) return { value };
  const read = readResult(dataRecord, value);
  if (read.success) return read.data as WrittenRecord; // data, with no template in it
  const [issue] = read.error.issues;
  throw new RunError('FORMAT_ENCODE', `${where} is no record: ${issue?.path.join('.')}: ${issue?.message}`, {
    hint: 'a record has key, value, headers, partition and timestamp',
  });
}

async function* readLines(file: string, context: TaskContext): AsyncGenerator<WrittenRecord> {
  const lines = createInterface({
    input: createReadStream(resolveFile(file, context.files)),
    crlfDelay: Infinity,
  });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    yield asRecord(parseLine(line, number, file), `${file}:${number}`);
  }
}

function parseLine(line: string, number: number, file: string): Json {
  try {
    return parseJson(number === 1 ? line.replace(/^\ufeff/, '') : line);
  } catch (cause) {
    throw new RunError('FILE_NOT_READABLE', `${file}:${number} is no JSON: ${describeError(cause)}`, {
      hint: 'write one JSON text a line, such as {"key": "a", "value": {"id": 1}}',
      cause,
    });
  }
}

async function readBytes(
  { keyFile, valueFile }: ProduceSpec,
  context: TaskContext,
): Promise<GivenRecord['bytes']> {
  const names = await resolve({ keyFile, valueFile }, () => context.expressionContext(), context.jq);
  const read = (file: string): Promise<Buffer> => readFile(resolveFile(file, context.files));
  return {
    ...(names.keyFile === undefined ? {} : { key: await read(names.keyFile) }),
    ...(names.valueFile === undefined ? {} : { value: await read(names.valueFile) }),
  };
}

async function evaluateBatch(
  written: readonly Written[],
  {
    context,
    random,
    bytes,
    rounds,
    index: first,
  }: RecordOptions & { readonly bytes: GivenRecord['bytes']; readonly index: number },
): Promise<readonly GivenRecord[]> {
  const isSame = written.every(({ record }) => record === written[0]?.record);
  // A single record in a child keeps the number of the event that it is for.
  const isSingle = rounds === 1 && written.length === 1 && first === 0;
  const contexts = written.map(
    (_, index) => () => context.expressionContext(isSingle ? {} : { index: first + index }),
  );
  // A stream repeats one record: then each expression is evaluated over all of the batch at once.
  const evaluated: readonly Resolved<WrittenRecord>[] = isSame
    ? await resolveEach(written[0]?.record ?? {}, contexts, context.jq)
    : await Promise.all(
        written.map(({ record }, index) => resolve(record, contexts[index] ?? {}, context.jq)),
      );
  return evaluated.map((record, index) => ({
    key: random.key() ?? ((record.key ?? null) as Json), // freeform() let nothing else in
    value: random.value() ?? ((record.value ?? null) as Json),
    headers: headerList(record.headers as JsonObject | undefined),
    partition: record.partition,
    timestamp: record.timestamp,
    bytes,
    path: written[index]?.path ?? ['produce'],
  }));
}

function headerList(
  written: JsonObject | readonly { key: string; value: Json }[] | undefined,
): GivenRecord['headers'] {
  if (written === undefined) return [];
  if (Array.isArray(written)) return written;
  return Object.entries(written).map(([key, value]) => ({ key, value: value as Json }));
}
