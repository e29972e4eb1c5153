import { holdsPrograms } from '../../expr/program.ts';
import type { NamedFile } from '../../model/named-file.ts';

type Path = readonly (string | number)[];

/** Every file that conditions in a parsed value name, in order; `path` is the way to the value itself. */
export function listFiles(value: unknown, path: Path = []): readonly NamedFile[] {
  if (typeof value !== 'object' || value === null) return [];
  if (holdsPrograms(value)) {
    const { files = [] } = value as { readonly files?: readonly NamedFile[] }; // a condition has some, a template none
    return files.map((one) => ({ ...one, path: [...path, ...one.path] }));
  }
  const entries: readonly [string | number, unknown][] = Array.isArray(value)
    ? value.map((one, index) => [index, one])
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => listFiles(inner, [...path, key]));
}
