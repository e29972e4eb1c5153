import { posix } from 'node:path';
import { describeError, RunError } from '../../base/errors.ts';
import { isJsonObject, type Json, parseJson } from '../../model/json.ts';
import { type FileFault, findFaultInJson, type ReadText } from '../../model/named-file.ts';
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

/** The first file of a schema, and of those that its `$ref`s name, that is no JSON. Those that are missing are left to `readSchema`. */
export async function findFaultInSchema(file: string, read: ReadText): Promise<FileFault | undefined> {
  const files: string[] = [];
  const isRight = await readSchema(file, (path) => {
    files.push(path);
    return read(path);
  }).then(
    () => true,
    () => false, // because of the file that was read last
  );
  const last = files.at(-1);
  return isRight || last === undefined ? undefined : await findFaultInJson(last, read).catch(() => undefined);
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
