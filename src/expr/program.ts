import { z } from 'zod';
import type { SourceSpan } from '../base/source-span.ts';

/** A piece of jq or JavaScript that is written in a file. */
export class Program {
  readonly language: 'jq' | 'js';
  /** Without the space around it. */
  readonly text: string;
  /** As it is written, for messages: `${{ .now }}`, or the text itself. */
  readonly source: string;
  /** Where `text` begins in its scalar. */
  readonly start: number;
  /** What keeps it from being a program at all, such as an end that is missing. */
  readonly fault: string | undefined;
  /** Of `text`, or of the scalar when that is all that is known; whoever read the file sets it. */
  span: SourceSpan | undefined;

  constructor({ language = 'jq', text, source = text, start = 0, fault }: ProgramParts) {
    this.language = language;
    this.text = text;
    this.source = source;
    this.start = start;
    this.fault = fault;
  }

  toString(): string {
    return this.source;
  }
  toJSON(): string {
    return this.source;
  }
}

interface ProgramParts {
  readonly language?: 'jq' | 'js';
  readonly text: string;
  readonly source?: string;
  readonly start?: number;
  readonly fault?: string | undefined;
}

/** A field whose whole text is a jq program, such as a path. */
export function jqProgram(): z.ZodPipe<z.ZodString, z.ZodTransform<Program, string>> {
  return z
    .string()
    .min(1)
    .transform((text) => new Program({ text }))
    .meta({ examples: ['.record.value.id'] });
}

/** A field whose whole text is a JavaScript expression. */
export function jsProgram(): z.ZodPipe<z.ZodString, z.ZodTransform<Program, string>> {
  return z
    .string()
    .min(1)
    .transform((text) => new Program({ language: 'js', text }));
}

/** A key or index on the way into a parsed value. */
export type ProgramPath = readonly (string | number)[];

/** A program with the way to it, from the value that was parsed, as that value is written in YAML. */
export interface PlacedProgram {
  readonly program: Program;
  readonly path: ProgramPath;
  /** Is it the last key of the path, rather than the value there? */
  readonly at: 'key' | 'value';
}

/** The method of a parsed value that is no longer of the shape in which it was written: it lists its programs itself. */
export const PROGRAMS = Symbol('programs');
export interface HoldsPrograms {
  readonly [PROGRAMS]: readonly PlacedProgram[];
}

/** Does it list its programs itself? Such a value is opaque: it is no map, and templates in it are its own affair. */
export function holdsPrograms(value: unknown): value is HoldsPrograms {
  return typeof value === 'object' && value !== null && PROGRAMS in value;
}

/** Every program in a parsed value (a task, a condition, variables), in order. `path` is the way to the value itself. */
export function listPrograms(value: unknown, path: ProgramPath = []): readonly PlacedProgram[] {
  if (value instanceof Program) return [{ program: value, path, at: 'value' }];
  if (holdsPrograms(value)) return value[PROGRAMS].map((one) => ({ ...one, path: [...path, ...one.path] }));
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly [string | number, unknown][] = Array.isArray(value)
    ? value.map((one, index) => [index, one])
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => listPrograms(inner, [...path, key]));
}
