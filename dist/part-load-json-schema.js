import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  reportJsonSchema
} from "./part-model-run-result.js";
import {
  projectConfig,
  scenarioFile
} from "./part-csv-parse.js";
import {
  external_exports
} from "./part-zod.js";
import {
  __name
} from "./part-shared.js";

// src/load/json-schema.ts
function jsonSchemas() {
  return {
    scenario: editorSchema(scenarioFile, "A scenario of flowproof"),
    config: editorSchema(projectConfig, "flowproof.yaml"),
    report: reportJsonSchema()
  };
}
__name(jsonSchemas, "jsonSchemas");
function editorSchema(schema, title) {
  return { title, ...external_exports.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) };
}
__name(editorSchema, "editorSchema");

export {
  jsonSchemas
};
