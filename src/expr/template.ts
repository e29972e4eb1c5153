import { z } from 'zod';
import type { Json, JsonObject } from '../model/json.ts';
import type { Jq } from './jq.ts';
export class Template {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  toString(): string {
    return this.source;
  }
}
export function parseTemplate(text: string): string | Template {
  return text.includes('${{') ? new Template(text) : text;
}
export type Resolved<T> = T extends Template
  ? never
  : T extends readonly (infer U)[]
    ? readonly Resolved<U>[]
    : T extends object
      ? { [K in keyof T]: Resolved<T[K]> }
      : T;
export function input<S extends z.ZodType>(schema: S) {
  return z.union([
    z
      .string()
      .regex(/\$\{\{/)
      .transform((s) => new Template(s)),
    schema,
  ]);
}
export function freeform() {
  return z.unknown().transform((v): Json | Template => deep(v) as Json);
}
function deep(v: unknown): unknown {
  if (typeof v === 'string') return parseTemplate(v);
  if (Array.isArray(v)) return v.map(deep);
  if (typeof v === 'object' && v !== null)
    return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, deep(x)]));
  return v;
}
export async function resolve<T>(
  value: T,
  context: JsonObject | (() => JsonObject),
  jq: Jq,
): Promise<Resolved<T>> {
  const walk = async (v: unknown): Promise<unknown> => {
    if (v instanceof Template) {
      const m = /^\$\{\{(.*)\}\}$/.exec(v.source);
      const [o] = await jq.evaluate(m?.[1] ?? '.', [typeof context === 'function' ? context() : context]);
      return o?.outputs[0];
    }
    if (Array.isArray(v)) return Promise.all(v.map(walk));
    if (typeof v === 'object' && v !== null)
      return Object.fromEntries(
        await Promise.all(Object.entries(v).map(async ([k, x]) => [k, await walk(x)])),
      );
    return v;
  };
  return (await walk(value)) as Resolved<T>;
}
