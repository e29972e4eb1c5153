import { posix } from 'node:path';
import { describeError, RunError } from '../../base/errors.ts';
import { isJsonObject, type Json, parseJson } from '../../model/json.ts';
import { type FileFault, findFaultInJson, type ReadText } from '../../model/named-file.ts';
import { findSchemaFault, schemasIn } from '../../model/schema-fault.ts';
import type { NamedSchema } from '../../model/validate-json.ts';

/**
 * A JSON Schema with the files that its `$ref`s name, and those that these name, relative to the file that they stand in.
 * @throws RunError FILE_NOT_READABLE
 */
export async function readSchema(
  file: string,
  readFile: ReadText,
): Promise<{ readonly schema: Json; readonly references: readonly NamedSchema[] }> {
  const directory = posix.dirname(file);
  const schema = await readJson(file, readFile);
  const found = new Map<string, Json>();
  const queue = filesOf(schema).map((name) => posix.normalize(name));
  for (const name of queue) {
    if (found.has(name)) continue;
    const referred = await readJson(posix.join(directory, name), readFile);
    found.set(name, referred);
    queue.push(...filesOf(referred).map((next) => posix.join(posix.dirname(name), next)));
  }
  return { schema, references: Array.from(found, ([name, referred]) => ({ name, schema: referred })) };
}

/**
 * What is wrong with the file of a schema, or with the first of those that its `$ref`s name: it is no JSON, says what means
 * nothing, or refers to a file that is not there.
 */
export async function findFaultInSchema(
  file: string,
  read: ReadText,
  seen: Set<string> = new Set([file]),
): Promise<FileFault | undefined> {
  const fault = await findFaultInJson(file, read);
  if (fault) return fault;
  const text = await read(file);
  const schema = parseJson(text);
  const nonsense = findSchemaFault(schema);
  if (nonsense) return { file, text, message: nonsense.message, hint: nonsense.hint, at: nonsense.path };
  for (const { schema: one, path } of schemasIn(schema)) {
    for (const name of filesOf({ $ref: one.$ref ?? null })) {
      const next = posix.join(posix.dirname(file), name);
      if (seen.has(next)) continue;
      seen.add(next);
      if (!(await isThere(next, read)))
        return { file, text, message: `"${next}" cannot be read`, at: [...path, '$ref'] };
      const inner = await findFaultInSchema(next, read, seen);
      if (inner) return inner;
    }
  }
  return undefined;
}

function isThere(file: string, read: ReadText): Promise<boolean> {
  return read(file).then(
    () => true,
    () => false,
  );
}

async function readJson(file: string, readFile: ReadText): Promise<Json> {
  const text = await readFile(file);
  try {
    return parseJson(text);
  } catch (cause) {
    throw new RunError('FILE_NOT_READABLE', `"${file}" is no JSON: ${describeError(cause)}`, { cause });
  }
}

const URI = /^[a-z][a-z0-9+.-]*:/i;

/** The files in the `$ref`s of a schema: neither a part of itself (`#/$defs/id`) nor an address. */
function filesOf(schema: Json): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(filesOf);
  if (!isJsonObject(schema)) return [];
  const [file = ''] = typeof schema.$ref === 'string' ? schema.$ref.split('#') : [];
  const own = file === '' || URI.test(file) ? [] : [file];
  return [...own, ...Object.values(schema).flatMap(filesOf)];
}
