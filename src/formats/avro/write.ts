import { didYouMean } from '../../base/did-you-mean.ts';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { realNumber, singleNumber, wholeNumber } from '../codec/fixed-width.ts';
import { showKind } from '../codec/show.ts';
import { Sink } from '../codec/sink.ts';
import { encodeUtf8, parseBase64 } from '../codec/text.ts';
import { Unfit } from '../codec/unfit.ts';
import { within } from '../codec/within.ts';
import { defaultOf } from './defaults.ts';
import { bytesOfLogical, countOfLogical } from './logical.ts';
import {
  type AvroPrimitive,
  type AvroRecord,
  type AvroType,
  type LogicalType,
  nameOf,
  shortName,
} from './schema.ts';

/**
 * Avro's binary encoding of a value. Bytes are base64 text, times ISO text or the number underneath, unions the plain
 * value (the first branch that fits) or `{ "branch": value }` where that is not enough. A field that is left out takes
 * its default, or null where it may be null. @throws Unfit with the path in the value
 */
export function writeAvro(value: Json, type: AvroType): Uint8Array {
  const sink = new Sink();
  write(value, type, sink);
  return sink.bytes();
}

function write(value: Json, type: AvroType, sink: Sink): void {
  switch (type.kind) {
    case 'array':
      writeArray(value, type.items, sink);
      break;
    case 'map':
      writeMap(value, type.values, sink);
      break;
    case 'union':
      writeUnion(value, type.branches, sink);
      break;
    case 'record':
      writeRecord(value, type, sink);
      break;
    case 'enum':
      writeSymbol(value, type, sink);
      break;
    case 'fixed':
      writeFixed(value, type, sink);
      break;
    default:
      writePrimitive(value, type, sink);
  }
}

function writePrimitive(value: Json, { kind, logical }: AvroPrimitive, sink: Sink): void {
  switch (kind) {
    case 'null':
      if (value !== null) throw new Unfit(`expected null, got ${showKind(value)}`);
      break;
    case 'boolean':
      if (typeof value !== 'boolean') throw new Unfit(`expected true or false, got ${showKind(value)}`);
      sink.boolean(value);
      break;
    case 'int':
    case 'long':
      sink.long(wholeNumber((logical && countOfLogical(value, logical)) ?? value, kind === 'int' ? 32 : 64));
      break;
    case 'float':
      sink.float(singleNumber(value));
      break;
    case 'double':
      sink.double(realNumber(value));
      break;
    case 'bytes':
      sink.sized(bytesOf(value, logical, undefined));
      break;
    case 'string':
      if (typeof value !== 'string') throw new Unfit(`expected text, got ${showKind(value)}`);
      sink.sized(encodeUtf8(value));
  }
}

function bytesOf(value: Json, logical: LogicalType | undefined, sizeBytes: number | undefined): Uint8Array {
  if (logical) return bytesOfLogical(value, logical, sizeBytes);
  const bytes = typeof value === 'string' ? parseBase64(value) : undefined;
  if (bytes) return bytes;
  throw new Unfit(`expected base64 text, got ${showKind(value)}`);
}

function writeFixed(value: Json, type: Extract<AvroType, { kind: 'fixed' }>, sink: Sink): void {
  const bytes = bytesOf(value, type.logical, type.sizeBytes);
  if (bytes.length !== type.sizeBytes)
    throw new Unfit(`${bytes.length} bytes, where fixed "${type.name}" has ${type.sizeBytes}`);
  sink.fixed(bytes);
}

function writeSymbol(value: Json, type: Extract<AvroType, { kind: 'enum' }>, sink: Sink): void {
  const index = type.symbols.indexOf(value as string); // finds nothing for other kinds
  if (index >= 0) {
    sink.long(index);
    return;
  }
  const hint = typeof value === 'string' ? didYouMean(value, type.symbols) : undefined;
  throw new Unfit(`${showKind(value)} is no symbol of enum "${type.name}": ${type.symbols.join(', ')}`, hint);
}

function writeArray(value: Json, items: AvroType, sink: Sink): void {
  if (!Array.isArray(value)) throw new Unfit(`expected a list, got ${showKind(value)}`);
  if (value.length > 0) sink.long(value.length);
  for (const [index, item] of (value as readonly Json[]).entries())
    within(index, () => write(item, items, sink));
  sink.long(0);
}

function writeMap(value: Json, values: AvroType, sink: Sink): void {
  if (!isJsonObject(value)) throw new Unfit(`expected a map, got ${showKind(value)}`);
  const entries = Object.entries(value);
  if (entries.length > 0) sink.long(entries.length);
  for (const [key, one] of entries) {
    sink.sized(encodeUtf8(key));
    within(key, () => write(one, values, sink));
  }
  sink.long(0);
}

function writeRecord(value: Json, record: AvroRecord, sink: Sink): void {
  if (!isJsonObject(value))
    throw new Unfit(`expected a map for record "${record.name}", got ${showKind(value)}`);
  const names = record.fields.map(({ name }) => name);
  const unknown = Object.keys(value).find((key) => !names.includes(key));
  if (unknown !== undefined)
    throw new Unfit(`record "${record.name}" has no field "${unknown}"`, didYouMean(unknown, names));
  for (const field of record.fields) {
    const given = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    const written = given === undefined ? fallback(field) : given;
    if (written === undefined) throw new Unfit(`record "${record.name}" needs the field "${field.name}"`);
    within(field.name, () => write(written, field.type, sink));
  }
}

function fallback(field: AvroRecord['fields'][number]): Json | undefined {
  if (field.default !== undefined) return defaultOf(field.type, field.default);
  return field.type.kind === 'union' && field.type.branches.some(({ kind }) => kind === 'null')
    ? null
    : undefined;
}

function writeUnion(value: Json, branches: readonly AvroType[], sink: Sink): void {
  const problems: string[] = [];
  for (const { index, branch, plain } of candidates(value, branches)) {
    const size = sink.size;
    try {
      sink.long(index);
      write(plain, branch, sink);
      return;
    } catch (cause) {
      if (!(cause instanceof Unfit)) throw cause;
      sink.truncate(size);
      if (branches.filter(({ kind }) => kind !== 'null').length === 1) throw cause;
      problems.push(`${nameOf(branch)}: ${cause.message}`);
    }
  }
  throw new Unfit(
    problems.length > 0
      ? `fits no branch of the union (${problems.join('; ')})`
      : `expected ${branches.map(nameOf).join(' or ')}, got ${showKind(value)}`,
  );
}

interface Candidate {
  readonly index: number;
  readonly branch: AvroType;
  /** The value without `{ "branch": … }` around it. */
  readonly plain: Json;
}

/** The branches that may hold a value, likeliest first: the plain ones in their order, then the one that it names. */
function candidates(value: Json, branches: readonly AvroType[]): readonly Candidate[] {
  const all = branches.map((branch, index) => ({ index, branch, plain: value }));
  const plain = all.filter(({ branch }) => (branch.kind === 'null') === (value === null));
  const isBinary = ({ branch }: Candidate): boolean => branch.kind === 'bytes' || branch.kind === 'fixed';
  const [name] = isJsonObject(value) && Object.keys(value).length === 1 ? Object.keys(value) : [];
  const named = all
    .filter(({ branch }) => name !== undefined && [nameOf(branch), shortName(nameOf(branch))].includes(name))
    .map((candidate) => ({ ...candidate, plain: (value as JsonObject)[name ?? ''] ?? null })); // it has a name: an object
  return [...plain.filter((one) => !isBinary(one)), ...plain.filter(isBinary), ...named];
}
