import type { FileFault, ReadText } from '../../model/named-file.ts';
import type { Dependency, SchemaLanguage } from './schema-language.ts';
import type { SchemaOptions } from './schema-options.ts';
import { Unfit } from './unfit.ts';

/** What of a format's options names files. */
export type SchemaFiles = { readonly file: string } & Pick<SchemaOptions, 'references'>;

/**
 * What is wrong with a schema file, or with one that it refers to. Where a part is in a registry, only what can be told
 * without it.
 */
export async function findFileFault(
  language: SchemaLanguage<object>,
  { file, references = [] }: SchemaFiles,
  read: ReadText,
): Promise<FileFault | undefined> {
  const isWhole = references.every((one) => typeof one === 'string');
  const dependencies: Dependency[] = [];
  for (const path of references.filter((one) => typeof one === 'string')) {
    const text = await read(path);
    const fault = await faultOf({ file: path, text, dependencies, isWhole }, language, read);
    if (fault) return fault;
    dependencies.push({ name: language.referenceName(path, text), text });
  }
  return await faultOf({ file, text: await read(file), dependencies, isWhole }, language, read);
}

interface OneFile {
  readonly file: string;
  readonly text: string;
  readonly dependencies: readonly Dependency[];
  /** Is all there that it needs? */
  readonly isWhole: boolean;
}

async function faultOf(
  { file, text, dependencies, isWhole }: OneFile,
  language: SchemaLanguage<object>,
  read: ReadText,
): Promise<FileFault | undefined> {
  try {
    const imports = await language.readImports?.({ text, file }, read);
    await language.compile({ text, dependencies: [...dependencies, ...(imports?.dependencies ?? [])] }, {});
    return undefined;
  } catch (cause) {
    if (!(cause instanceof Unfit)) throw cause;
    const {
      message = cause.message,
      at = placeOfName(cause.message, text),
      file: own = file,
    } = cause.fault ?? {};
    if (!isWhole && typeof cause.fault?.at !== 'number') return undefined;
    return { file: own, text: own === file ? text : await read(own), message, hint: cause.hint, at };
  }
}

/** Of the first name in quotes that stands in the text too. */
function placeOfName(message: string, text: string): number {
  const names = Array.from(message.matchAll(/"([^"]+)"/g), ([, name = '']) => text.indexOf(name));
  return names.find((at) => at >= 0) ?? 0;
}
