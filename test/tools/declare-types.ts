import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** A type that is said by a zod schema, in a declaration. */
const INFERRED = /^export type (\w+) = z\.infer<typeof (\w+)>;$/gm;
/** What a declaration imports from a file of ours. */
const OUR_IMPORT = /(?<=(?:from |import\()['"])\.[^'"]+\.ts(?=['"])/g;

/** Gives the declaration of a source file, by its path below src/. */
type Read = (path: string) => string;

/**
 * The type declarations of the library by file name: what TypeScript emits for the entries and for the files that those
 * declarations import. Types said by zod schemas are spelled out, since users of the package have no zod.
 * @param entries paths below src/
 */
export function declareTypes(entries: readonly string[], root: string): ReadonlyMap<string, string> {
  const src = join(root, 'src');
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-types-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const emitted = emitDeclarations(
      entries.map((path) => join(src, path)),
      { root, folder },
    );
    const read: Read = (path) => emitted(join(src, path));
    const ofSchemas = reachable(entries, read).filter((path) => read(path).match(INFERRED));
    const spelledOut = spellOut(ofSchemas, read, { root, folder });
    const readSpelledOut: Read = (path) => spelledOut.get(path) ?? read(path);
    return new Map(
      reachable(entries, readSpelledOut).map((path) => [
        path.replace(/ts$/, 'd.ts'),
        readSpelledOut(path).replaceAll(OUR_IMPORT, (specifier) => specifier.replace(/ts$/, 'js')),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Places {
  /** The repository. */
  readonly root: string;
  /** A temporary one. */
  readonly folder: string;
}

/** Has TypeScript declare what files export. The result gives the declaration of any file that they import, too. */
function emitDeclarations(files: readonly string[], { root, folder }: Places): Read {
  const out = join(folder, 'out');
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      stripInternal: true,
      rootDir: '/',
      outDir: out,
      typeRoots: [join(root, 'node_modules/@types')],
    },
    include: [],
    files,
  };
  const path = join(folder, 'tsconfig.json');
  writeFileSync(path, JSON.stringify(config));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/lib/tsc.js'), '-p', path], {
    stdio: 'inherit',
  });
  return (file) => readFileSync(join(out, file.replace(/ts$/, 'd.ts')), 'utf8');
}

/** The files that are needed to read the declarations of the entries, each after one that imports it. */
function reachable(entries: readonly string[], read: Read): readonly string[] {
  const found = new Set(entries);
  // A Set goes on with what is added while it is walked.
  for (const path of found)
    for (const [specifier] of read(path).matchAll(OUR_IMPORT)) found.add(join(dirname(path), specifier));
  return [...found];
}

/**
 * Declarations with nothing but the types that the schemas of these files say. TypeScript spells the type of a value out
 * that it had to infer.
 */
function spellOut(
  paths: readonly string[],
  read: Read,
  { root, folder }: Places,
): ReadonlyMap<string, string> {
  const src = join(root, 'src');
  const asked = (path: string): string => join(folder, 'in', path);
  for (const path of paths) {
    const types = [...read(path).matchAll(INFERRED)];
    const values = types.map(([, type, schema]) => `export const ${type} = schemas.${schema}.parse(null);\n`);
    mkdirSync(dirname(asked(path)), { recursive: true });
    writeFileSync(asked(path), `import * as schemas from '${join(src, path)}';\n${values.join('')}`);
  }
  const emitted = emitDeclarations(paths.map(asked), { root, folder: join(folder, 'in') });
  const ofPath = (path: string): [string, string] => {
    const types = emitted(asked(path)).replaceAll(/^export declare const (\w+):/gm, 'export type $1 =');
    const home = dirname(join(src, path));
    const local = types.replaceAll(OUR_IMPORT, (specifier) =>
      `./${relative(home, resolve(dirname(asked(path)), specifier))}`.replace('./../', '../'),
    );
    return [path, local];
  };
  return new Map(paths.map(ofPath));
}
