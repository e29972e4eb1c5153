import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  parseRecordPath,
  replaceAt
} from "./part-model-record-path.js";
import {
  REDACTED
} from "./part-base-redaction.js";
import {
  isJsonObject
} from "./part-model-json.js";
import {
  __name
} from "./part-shared.js";

// src/model/record-places.ts
function createRecordPlaces({ paths = [], headers = [] }) {
  const parsed = paths.flatMap((path) => parseRecordPath(path) ?? []);
  const inContent = parsed.flatMap(({ part, steps }) => part === "header" ? [] : [{ part, steps }]);
  const inHeaders = parsed.flatMap(({ part, steps: [name] }) => part === "header" ? [name] : []);
  const names = new Set(headers.map((name) => name.toLowerCase()));
  const isHidden = /* @__PURE__ */ __name((header) => names.has(header.toLowerCase()) || inHeaders.some((name) => typeof name !== "string" || name === header), "isHidden");
  const find = /* @__PURE__ */ __name((record, into) => {
    for (const { part, steps } of inContent)
      replaceAt(record[part], steps, (found) => {
        into.add(found);
        return found;
      });
    for (const { key, value } of record.headers) if (isHidden(key)) into.add(value);
  }, "find");
  return {
    find,
    findInContext({ record, response }, into) {
      if (isJsonObject(record)) find(record, into);
      const received = isJsonObject(response) && isJsonObject(response.headers) ? response.headers : {};
      for (const [name, value] of Object.entries(received))
        if (names.has(name.toLowerCase())) into.add(value);
    },
    takeOut(record) {
      const takeOutOf = /* @__PURE__ */ __name((half) => inContent.filter(({ part }) => part === half).reduce((content, { steps }) => replaceAt(content, steps, () => REDACTED), record[half]), "takeOutOf");
      return {
        ...record,
        key: takeOutOf("key"),
        value: takeOutOf("value"),
        headers: record.headers.map(
          (header) => isHidden(header.key) && header.value !== null ? { key: header.key, value: REDACTED } : header
        )
      };
    }
  };
}
__name(createRecordPlaces, "createRecordPlaces");
function createRecordRedactor(rules) {
  const places = createRecordPlaces(rules);
  return rules.records === true ? withoutContent : (record) => places.takeOut(record);
}
__name(createRecordRedactor, "createRecordRedactor");
function withoutContent(record) {
  return {
    ...record,
    key: REDACTED,
    value: REDACTED,
    headers: record.headers.map(() => ({ key: REDACTED, value: REDACTED }))
  };
}
__name(withoutContent, "withoutContent");

export {
  createRecordPlaces,
  createRecordRedactor,
  withoutContent
};
