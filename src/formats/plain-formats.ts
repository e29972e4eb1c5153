import { boolean } from './boolean.ts';
import { bytes } from './bytes.ts';
import type { PlainFormat } from './codec/codec.ts';
import { double } from './double.ts';
import { float } from './float.ts';
import { integer } from './integer.ts';
import { json } from './json.ts';
import { long } from './long.ts';
import { msgpack } from './msgpack.ts';
import { short } from './short.ts';
import { string } from './string.ts';
import { uuid } from './uuid.ts';

/** The formats that need no schema and no options, the likeliest reading of unknown bytes first. */
export const plainFormats = {
  json,
  uuid,
  string,
  boolean,
  short,
  integer,
  float,
  long,
  double,
  msgpack,
  bytes,
} as const satisfies Record<string, PlainFormat>;
export type PlainFormatName = keyof typeof plainFormats;
