import { z } from 'zod';
import { projectConfig } from '../model/project-config.ts';
import { reportJsonSchema } from '../model/run-result.ts';
import { scenarioFile } from '../tasks/scenario.ts';

/** The JSON Schemas (draft 2020-12) of the files that people write, for their editors, and of the report. */
export function jsonSchemas(): Readonly<Record<'scenario' | 'config' | 'report', Record<string, unknown>>> {
  return {
    scenario: editorSchema(scenarioFile, 'A scenario of flowproof'),
    config: editorSchema(projectConfig, 'flowproof.yaml'),
    report: reportJsonSchema(),
  };
}

/** What is written, not what it is parsed to; what cannot be said in JSON Schema is left open. */
function editorSchema(schema: z.ZodType, title: string): Record<string, unknown> {
  const options = { io: 'input', unrepresentable: 'any', override: help } as const;
  return { title, ...z.toJSONSchema(schema, options) };
}

/** What zod leaves out where text is parsed to something else: examples are as one writes them. */
function help({
  zodSchema,
  jsonSchema,
}: Parameters<NonNullable<z.core.JSONSchemaGeneratorParams['override']>>[0]): void {
  const { examples } = z.globalRegistry.get(zodSchema) ?? {};
  if (examples !== undefined) jsonSchema.examples = examples as unknown[];
  addDefault(jsonSchema);
}

const DEFAULT = /\bdefault (?:"([^"]+)"|([\w-]+))(?=$|[;,:])/;
const DURATION = /^\d+(?:ms|s|m|h|d)$/;

/** The default that a description ends a part with (`default 300ms`), for editors; what is no value of the place is prose. */
function addDefault(jsonSchema: z.core.JSONSchema.BaseSchema): void {
  const [, quoted, word] = DEFAULT.exec(jsonSchema.description ?? '') ?? [];
  if (quoted !== undefined) jsonSchema.default = quoted;
  if (word === undefined) return;
  const branches = branchesOf(jsonSchema);
  const allows = (type: string): boolean => branches.some((one) => one.type === type);
  const isChoice = branches.some((one) => one.enum?.includes(word) || one.const === word);
  if (allows('boolean') && /^(?:true|false)$/.test(word)) jsonSchema.default = word === 'true';
  else if ((allows('integer') || allows('number')) && /^\d+$/.test(word)) jsonSchema.default = Number(word);
  else if (isChoice || DURATION.test(word)) jsonSchema.default = word;
}

/** A schema and all that it may be instead. */
function branchesOf(schema: z.core.JSONSchema.BaseSchema): readonly z.core.JSONSchema.BaseSchema[] {
  return [schema, ...(schema.anyOf ?? []).flatMap((one) => branchesOf(one as z.core.JSONSchema.BaseSchema))];
}
