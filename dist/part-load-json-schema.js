import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  reportJsonSchema
} from "./part-model-run-result.js";
import {
  scenarioFile
} from "./part-csv-parse.js";
import {
  projectConfig
} from "./part-model-service-config.js";
import "./part-expr-simple-path.js";
import "./part-expr-template-text.js";
import "./part-base-duration.js";
import "./part-model-record-path.js";
import "./part-msgpack-msgpack.js";
import "./part-base-did-you-mean.js";
import "./part-formats-codec-fixed-width.js";
import "./part-formats-record-view.js";
import "./part-formats-codec-text.js";
import "./part-model-compact.js";
import "./part-model-run-event.js";
import "./part-model-status.js";
import "./part-model-record.js";
import "./part-base-clock.js";
import "./part-formats-avro-parse.js";
import "./part-formats-codec-show.js";
import "./part-formats-codec-unfit.js";
import {
  external_exports
} from "./part-zod.js";
import "./part-base-shorten.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-base-count.js";
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
  const options = { io: "input", unrepresentable: "any", override: help };
  return { title, ...external_exports.toJSONSchema(schema, options) };
}
__name(editorSchema, "editorSchema");
function help({
  zodSchema,
  jsonSchema
}) {
  const { examples } = external_exports.globalRegistry.get(zodSchema) ?? {};
  if (examples !== void 0) jsonSchema.examples = examples;
  addDefault(jsonSchema);
}
__name(help, "help");
var DEFAULT = /\bdefault (?:"([^"]+)"|([\w-]+))(?=$|[;,:])/;
var DURATION = /^\d+(?:ms|s|m|h|d)$/;
function addDefault(jsonSchema) {
  const [, quoted, word] = DEFAULT.exec(jsonSchema.description ?? "") ?? [];
  if (quoted !== void 0) jsonSchema.default = quoted;
  if (word === void 0) return;
  const branches = branchesOf(jsonSchema);
  const allows = /* @__PURE__ */ __name((type) => branches.some((one) => one.type === type), "allows");
  const isChoice = branches.some((one) => one.enum?.includes(word) || one.const === word);
  if (allows("boolean") && /^(?:true|false)$/.test(word)) jsonSchema.default = word === "true";
  else if ((allows("integer") || allows("number")) && /^\d+$/.test(word)) jsonSchema.default = Number(word);
  else if (isChoice || DURATION.test(word)) jsonSchema.default = word;
}
__name(addDefault, "addDefault");
function branchesOf(schema) {
  return [schema, ...(schema.anyOf ?? []).flatMap((one) => branchesOf(one))];
}
__name(branchesOf, "branchesOf");
export {
  jsonSchemas
};
