import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** What decides how a value looks on the wire: the version of the message, and whether lengths are compact (KIP-482). */
export interface Dialect {
  readonly version: number;
  readonly flexible: boolean;
}

/** Reads a `T` and writes a `D` (the same but for fields that a writer may leave out). */
export interface Codec<T, D = T> {
  read(reader: Reader): T;
  write(writer: Writer, value: D): void;
}

/** A type of the protocol, as it stands in the table of a message. */
export interface Field<T, D = T, Optional extends boolean = false> {
  /** Made once for each version of a message, so that reading and writing decide nothing. */
  codec(dialect: Dialect): Codec<T, D>;
  /** What a reader finds in versions that lack the field. */
  readonly absent: T;
  /** May be left out by who writes; then it is written as `absent`. */
  readonly optional: Optional;
  /** First and last version that have the field; absent: all. */
  readonly from?: number;
  readonly to?: number;
  /** Tagged fields follow the others and are left out when they are `absent`. */
  readonly tag?: number;
}

/** A type that has a null on the wire. */
export interface NullableField<T, D = T> extends Field<T, D> {
  nullableCodec(dialect: Dialect): Codec<T | null, D | null>;
}

/** The table of a message or of a structure in it: names in the order of the wire. */
export type Fields = { readonly [name: string]: Field<unknown, never, boolean> };

/** What reading a table gives: every field is there. */
export type ValueOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer _D, boolean> ? T : never;
};

type DraftOfField<F> = F extends Field<infer _T, infer D, boolean> ? D : never;
type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K]['optional'] extends false ? never : K }[keyof F];

/** What writing a table takes: optional fields may be missing. */
export type DraftOf<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>>]: DraftOfField<F[K]>;
} & { readonly [K in OptionalKeys<F>]?: DraftOfField<F[K]> | undefined };

/** A field that a writer may leave out. */
export function optional<T, D>(field: Field<T, D, boolean>, absent: T & D): Field<T, D, true> {
  return { ...field, absent, optional: true };
}

/** A field of this version and later ones. With `absent`, a writer may leave it out. */
export function since<T, D>(version: number, field: Field<T, D, boolean>): Field<T, D>;
export function since<T, D>(version: number, field: Field<T, D, boolean>, absent: T & D): Field<T, D, true>;
export function since<T, D>(version: number, field: Field<T, D, boolean>, ...absent: [] | [T & D]) {
  return limited(field, { from: version }, absent);
}

/** A field of versions up to this one. */
export function until<T, D>(version: number, field: Field<T, D, boolean>): Field<T, D>;
export function until<T, D>(version: number, field: Field<T, D, boolean>, absent: T & D): Field<T, D, true>;
export function until<T, D>(version: number, field: Field<T, D, boolean>, ...absent: [] | [T & D]) {
  return limited(field, { to: version }, absent);
}

/** A field of the versions from one to another, both included. */
export function between<T, D>(from: number, to: number, field: Field<T, D, boolean>): Field<T, D>;
export function between<T, D>(
  from: number,
  to: number,
  field: Field<T, D, boolean>,
  absent: T & D,
): Field<T, D, true>;
export function between<T, D>(
  from: number,
  to: number,
  field: Field<T, D, boolean>,
  ...absent: [] | [T & D]
) {
  return limited(field, { from, to }, absent);
}

/** A tagged field (KIP-482) of this version and later ones; never written when it is missing or `absent`. */
export function tagged<T, D>(
  tag: number,
  version: number,
  field: Field<T, D, boolean>,
  absent: T = field.absent,
): Field<T, D, true> {
  return { ...field, tag, from: version, absent, optional: true };
}

/** The same type with a null. */
export function nullable<T, D>(field: NullableField<T, D>): Field<T | null, D | null> {
  return { codec: (dialect) => field.nullableCodec(dialect), absent: null, optional: false };
}

function limited<T, D>(
  field: Field<T, D, boolean>,
  limits: { readonly from?: number; readonly to?: number },
  absent: readonly T[],
): Field<T, D, boolean> {
  const [value] = absent;
  return {
    ...field,
    ...limits,
    absent: value === undefined ? field.absent : value,
    optional: absent.length > 0,
  };
}
