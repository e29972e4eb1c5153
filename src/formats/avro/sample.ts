import type { Json } from '../../model/json.ts';
import { renderBase64 } from '../codec/text.ts';
import { randomBytes, randomText, randomWhole } from '../random/random.ts';
import type { AvroType, LogicalType } from './schema.ts';

/** Types that contain themselves end here: lists and maps are empty, unions take null. */
const DEEPEST = 4;

/** A value that a schema allows. `random` gives numbers from 0 up to 1. */
export function sampleAvro(type: AvroType, random: () => number, depth = 0): Json {
  const inner = (one: AvroType): Json => sampleAvro(one, random, depth + 1);
  const count = depth >= DEEPEST ? 0 : randomWhole(random, 0, 3);
  switch (type.kind) {
    case 'null':
      return null;
    case 'boolean':
      return random() < 0.5;
    case 'int':
      return sampleWhole(type.logical, random, 2 ** 31 - 1);
    case 'long':
      return sampleWhole(type.logical, random, Number.MAX_SAFE_INTEGER);
    case 'float':
      return randomWhole(random, -10_000, 10_000) / 8;
    case 'double':
      return random() * 1000;
    case 'string':
      return type.logical ? sampleUuid(random) : randomText(random);
    case 'bytes':
      return type.logical?.name === 'decimal'
        ? sampleDecimal(type.logical, random)
        : renderBase64(randomBytes(random, 8));
    case 'fixed':
      return sampleFixed(type, random);
    case 'enum':
      return type.symbols[randomWhole(random, 0, type.symbols.length - 1)] ?? '';
    case 'array':
      return Array.from({ length: count }, () => inner(type.items));
    case 'map':
      return Object.fromEntries(
        Array.from({ length: count }, () => [randomText(random), inner(type.values)]),
      );
    case 'union':
      return sampleUnion(type.branches, { random, inner, isDeep: depth >= DEEPEST });
    case 'record':
      return Object.fromEntries(type.fields.map((field) => [field.name, inner(field.type)]));
  }
}

function sampleWhole(logical: LogicalType | undefined, random: () => number, most: number): Json {
  if (!logical) return randomWhole(random, -most, most);
  if (logical.name === 'date') return randomWhole(random, 0, 25_000);
  const seconds = logical.name === 'time' ? 86_399 : 2_000_000_000;
  const perSecond = { millis: 1e3, micros: 1e6, nanos: 1e9 }['unit' in logical ? logical.unit : 'millis'];
  return BigInt(randomWhole(random, 0, seconds)) * BigInt(perSecond);
}

function sampleUnion(
  branches: readonly AvroType[],
  { random, inner, isDeep }: { random: () => number; inner: (type: AvroType) => Json; isDeep: boolean },
): Json {
  const nothing = branches.find(({ kind }) => kind === 'null');
  const branch = isDeep && nothing ? nothing : branches[randomWhole(random, 0, branches.length - 1)];
  return branch ? inner(branch) : null;
}

function sampleDecimal(
  { precision, scale }: { precision: number; scale: number },
  random: () => number,
): Json {
  const digits = Math.min(precision, 9);
  const unscaled = randomWhole(random, 0, 10 ** digits - 1)
    .toString()
    .padStart(scale + 1, '0');
  return scale === 0 ? unscaled : `${unscaled.slice(0, -scale)}.${unscaled.slice(-scale)}`;
}

function sampleFixed(
  { sizeBytes, logical }: Extract<AvroType, { kind: 'fixed' }>,
  random: () => number,
): Json {
  if (logical?.name === 'decimal') return sampleDecimal(logical, random);
  if (logical?.name === 'uuid') return sampleUuid(random);
  if (logical?.name === 'duration') return { months: randomWhole(random, 0, 12), days: 0, milliseconds: 0 };
  return renderBase64(randomBytes(random, sizeBytes));
}

function sampleUuid(random: () => number): string {
  return Buffer.from(randomBytes(random, 16))
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
