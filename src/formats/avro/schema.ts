import type { Json } from '../../model/json.ts';

/** A schema of Apache Avro 1.12, parsed: names resolved, so that recursive types are cycles of objects. */
export type AvroType =
  | AvroPrimitive
  | AvroRecord
  | AvroEnum
  | AvroFixed
  | { readonly kind: 'array'; readonly items: AvroType }
  | { readonly kind: 'map'; readonly values: AvroType }
  | { readonly kind: 'union'; readonly branches: readonly AvroType[] };

export const PRIMITIVES = ['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'] as const;

export interface AvroPrimitive {
  readonly kind: (typeof PRIMITIVES)[number];
  readonly logical?: LogicalType | undefined;
}

interface Named {
  /** With namespace. */
  readonly name: string;
  /** Full names too. */
  readonly aliases: readonly string[];
}

export interface AvroRecord extends Named {
  readonly kind: 'record';
  /** Filled after the record has its name, for types that contain themselves. */
  fields: readonly AvroField[];
}

export interface AvroField {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: AvroType;
  /** As JSON of the schema writes it: undefined is none, null is one. */
  readonly default: Json | undefined;
}

export interface AvroEnum extends Named {
  readonly kind: 'enum';
  readonly symbols: readonly string[];
  readonly default: string | undefined;
}

export interface AvroFixed extends Named {
  readonly kind: 'fixed';
  readonly sizeBytes: number;
  readonly logical?: LogicalType | undefined;
}

export type TimeUnit = 'millis' | 'micros' | 'nanos';

/** What a value means beyond its bytes. Logical types that this does not know are ignored, as the specification says. */
export type LogicalType =
  | { readonly name: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly name: 'uuid' | 'date' | 'duration' }
  | { readonly name: 'time' | 'timestamp' | 'local-timestamp'; readonly unit: TimeUnit };

/** How a type is called in unions and errors: its kind, or its full name. */
export function nameOf(type: AvroType): string {
  return 'name' in type ? type.name : type.kind;
}

/** The part of a full name after the namespace. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
