import { readFile } from 'node:fs/promises';
import { extname, relative, resolve } from 'node:path';
import { ScenarioError } from '../base/errors.ts';
import { renderLocation, type SourceSpan } from '../base/source-span.ts';
import { checkOfSchema, type FormatName } from '../formats/index.ts';
import type { FileFault, NamedFile, ReadText } from '../model/named-file.ts';
import { faultOfFile, type ScenarioFiles } from '../tasks/scenario-files.ts';
import { spanOfPath } from './finding.ts';
import type { LoadedConfig, WrittenConfig } from './load-config.ts';
import { parseDocuments } from './parse-documents.ts';
import type { PlannedDocument } from './plan-scenario.ts';
import { findRepository } from './project-files.ts';
import { createSourceText, type SourceText, spanOfRange } from './source-text.ts';

/** Named files, where their paths start from, and the text that names them. */
interface Naming {
  readonly named: readonly NamedFile[];
  readonly files: ScenarioFiles;
  readonly written: WrittenConfig;
}

/** The files that scenarios name, by the paths from their documents. */
export function filesOfScenario({ scenario, document }: PlannedDocument): Naming {
  const named = scenario.tasks.flatMap((task) =>
    task.files.map((one) => ({ ...one, path: ['tasks', task.id, ...one.path] })),
  );
  return { named, files: scenario.files, written: document };
}

const FORMATS: Readonly<Record<string, FormatName>> = {
  '.avsc': 'avro',
  '.json': 'json-schema',
  '.proto': 'protobuf',
};

/** The schemas that flowproof.yaml registers. */
export function filesOfConfig({ config, directory, written }: LoadedConfig): readonly Naming[] {
  const { schemas = {} } = config.schemaRegistry ?? {};
  const named = Object.entries(schemas).map(([subject, schema]): NamedFile => {
    const path = ['schemaRegistry', 'schemas', subject];
    const options = typeof schema === 'string' ? { file: schema } : schema;
    const format = FORMATS[extname(options.file)];
    return {
      file: options.file,
      path: typeof schema === 'string' ? path : [...path, 'file'],
      ...(format ? { check: checkOfSchema(format, options) } : {}),
    };
  });
  const files = { directory, repository: findRepository(directory) };
  return written ? [{ named, files, written }] : [];
}

/** Named files that are not there, or outside of the repository. */
export function missingFiles({ named, files, written: { root, source } }: Naming): readonly ScenarioError[] {
  return named.flatMap(({ file, path }) => {
    const message = faultOfFile(file, files);
    if (message === undefined) return [];
    const code = message.endsWith('outside of the repository') ? 'FILE_OUTSIDE' : 'FILE_NOT_READABLE';
    const hint = 'paths are relative to this file, and stay inside the repository';
    return [
      new ScenarioError(code, message, { span: spanOfPath({ path, at: 'value' }, root, source), hint }),
    ];
  });
}

/** What is wrong inside of named files that are there, with its place in them; `keep` gets their texts. */
export async function brokenFiles(
  { named, files, written: { root, source } }: Naming,
  { cwd, keep }: { readonly cwd: string; readonly keep: (source: SourceText) => void },
): Promise<readonly ScenarioError[]> {
  const read = readOnce(files.directory);
  const found = await Promise.all(
    named.map(async ({ file, path, check }): Promise<ScenarioError[]> => {
      const fault = faultOfFile(file, files) === undefined ? await check?.(read) : undefined;
      if (!fault) return [];
      const text = createSourceText(relative(cwd, resolve(files.directory, fault.file)), fault.text);
      keep(text);
      const namedAt = `it is named at ${renderLocation(spanOfPath({ path, at: 'value' }, root, source))}`;
      const hint = fault.hint === undefined ? namedAt : `${fault.hint}; ${namedAt}`;
      return [new ScenarioError('SCHEMA_INVALID', fault.message, { span: spanOf(fault, text), hint })];
    }),
  );
  return found.flat();
}

/** Schemas name each other, and are looked at more than once. */
function readOnce(directory: string): ReadText {
  const texts = new Map<string, Promise<string>>();
  return (file) => {
    const path = resolve(directory, file);
    const text = texts.get(path) ?? readFile(path, 'utf8');
    texts.set(path, text);
    return text;
  };
}

function spanOf({ at }: FileFault, source: SourceText): SourceSpan {
  if (typeof at === 'number') return spanOfRange(source, [at, at + 1]);
  const [root] = parseDocuments(source).documents; // JSON is YAML
  return root ? spanOfPath({ path: at, at: 'value' }, root, source) : spanOfRange(source, [0, 1]);
}
