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
  return { title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
}
