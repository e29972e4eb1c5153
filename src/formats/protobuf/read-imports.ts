import { dirname, posix } from 'node:path';
import type { Dependency, LocalImports } from '../codec/schema-language.ts';
import { Unfit } from '../codec/unfit.ts';
import { parseProto } from './source/parse-proto.ts';
import { isWellKnown } from './well-known.ts';

/**
 * Reads what a .proto file imports. A path is looked for beside the importing file and then in each folder above it, as
 * it is relative to a root that no one names. What is not found is left out: it may be given as a reference.
 */
export async function readImports(
  { text, file }: { readonly text: string; readonly file: string | undefined },
  readFile: (path: string) => Promise<string>,
): Promise<LocalImports> {
  const found = new Map<string, Dependency>();
  const visit = async (source: string, folder: string, path?: string): Promise<readonly string[]> => {
    const paths = importsOf(source, path).filter((one) => !isWellKnown(one));
    for (const path of paths.filter((one) => !found.has(one))) {
      const imported = await readFirst(candidates(path, folder), readFile);
      if (!imported) continue;
      found.set(path, { name: path, text: imported.text, uses: [] });
      const uses = await visit(imported.text, dirname(imported.path), imported.path);
      found.delete(path);
      found.set(path, { name: path, text: imported.text, uses }); // after what it uses
    }
    return paths.filter((path) => found.has(path));
  };
  const uses = await visit(text, file === undefined ? '.' : dirname(file));
  return { uses, dependencies: [...found.values()] };
}

/** @throws Unfit that knows its file */
function importsOf(source: string, file: string | undefined): readonly string[] {
  try {
    return parseProto('', source).dependency;
  } catch (cause) {
    if (!(cause instanceof Unfit) || !cause.fault || file === undefined) throw cause;
    throw new Unfit(`${file}: ${cause.message}`, cause.hint, { ...cause.fault, file });
  }
}

/** `protos/acme/a.proto`, then `protos/a.proto`, then `a.proto`. */
function candidates(path: string, folder: string): readonly string[] {
  const steps = folder === '.' ? [] : folder.split('/');
  return steps.map((_, index) => posix.join(...steps.slice(0, steps.length - index), path)).concat(path);
}

async function readFirst(
  paths: readonly string[],
  readFile: (path: string) => Promise<string>,
): Promise<{ readonly path: string; readonly text: string } | undefined> {
  for (const path of paths) {
    const text = await readFile(path).catch(() => undefined); // the next folder, or the compiler says that it is missing
    if (text !== undefined) return { path, text };
  }
  return undefined;
}
