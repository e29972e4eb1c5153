import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  nameOf,
  parseAvro,
  shortName
} from "./part-formats-avro-parse.js";
import {
  Unfit
} from "./part-formats-codec-unfit.js";
import {
  require_http
} from "./part-node-http.js";
import {
  external_exports
} from "./part-zod.js";
import {
  isJsonObject,
  parseJson,
  renderJson
} from "./part-model-json.js";
import {
  RunError,
  describeError
} from "./part-base-errors.js";
import {
  __name,
  __toESM
} from "./part-shared.js";

// src/registry/embedded-registry.ts
var import_node_http = __toESM(require_http(), 1);

// src/registry/registry-error.ts
var RegistryError = class extends Error {
  static {
    __name(this, "RegistryError");
  }
  name = "RegistryError";
  code;
  constructor(code, message) {
    super(message);
    this.code = code;
  }
  /** The HTTP status: the first three digits of the code. */
  get status() {
    return Number(String(this.code).slice(0, 3));
  }
};
var refusals = {
  subjectNotFound: /* @__PURE__ */ __name((subject) => new RegistryError(40401, `Subject '${subject}' not found.`), "subjectNotFound"),
  versionNotFound: /* @__PURE__ */ __name((version) => new RegistryError(40402, `Version ${version} not found.`), "versionNotFound"),
  schemaNotFound: /* @__PURE__ */ __name((id) => new RegistryError(40403, id === void 0 ? "Schema not found" : `Schema ${id} not found`), "schemaNotFound"),
  subjectSoftDeleted: /* @__PURE__ */ __name((subject) => new RegistryError(
    40404,
    `Subject '${subject}' was soft deleted. Set permanent=true to delete permanently`
  ), "subjectSoftDeleted"),
  subjectNotSoftDeleted: /* @__PURE__ */ __name((subject) => new RegistryError(40405, `Subject '${subject}' was not deleted first before being permanently deleted`), "subjectNotSoftDeleted"),
  versionSoftDeleted: /* @__PURE__ */ __name((subject, version) => new RegistryError(
    40406,
    `Subject '${subject}' Version ${version} was soft deleted. Set permanent=true to delete permanently`
  ), "versionSoftDeleted"),
  versionNotSoftDeleted: /* @__PURE__ */ __name((subject, version) => new RegistryError(
    40407,
    `Subject '${subject}' Version ${version} was not deleted first before being permanently deleted`
  ), "versionNotSoftDeleted"),
  noSubjectCompatibility: /* @__PURE__ */ __name((subject) => new RegistryError(40408, `Subject '${subject}' does not have subject-level compatibility configured`), "noSubjectCompatibility"),
  noSubjectMode: /* @__PURE__ */ __name((subject) => new RegistryError(40409, `Subject '${subject}' does not have subject-level mode configured`), "noSubjectMode"),
  incompatible: /* @__PURE__ */ __name((subject, details) => new RegistryError(
    409,
    `Schema being registered is incompatible with an earlier schema for subject "${subject}", details: [${details.join(", ")}]`
  ), "incompatible"),
  invalidSchema: /* @__PURE__ */ __name((why) => new RegistryError(42201, `Invalid schema: ${why}`), "invalidSchema"),
  invalidVersion: /* @__PURE__ */ __name((version) => new RegistryError(
    42202,
    `The specified version '${version}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string "latest"`
  ), "invalidVersion"),
  invalidCompatibility: /* @__PURE__ */ __name(() => new RegistryError(
    42203,
    "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive"
  ), "invalidCompatibility"),
  invalidMode: /* @__PURE__ */ __name(() => new RegistryError(
    42204,
    "Invalid mode. Valid values are READWRITE, READONLY, READONLY_OVERRIDE and IMPORT"
  ), "invalidMode"),
  notPermitted: /* @__PURE__ */ __name((why) => new RegistryError(42205, why), "notPermitted"),
  referenceExists: /* @__PURE__ */ __name((subject, version) => new RegistryError(
    42206,
    `One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=${subject},version=${version}}.`
  ), "referenceExists"),
  unprocessable: /* @__PURE__ */ __name((why) => new RegistryError(422, why), "unprocessable"),
  notFound: /* @__PURE__ */ __name((path) => new RegistryError(404, `HTTP 404 Not Found: ${path}`), "notFound"),
  methodNotAllowed: /* @__PURE__ */ __name(() => new RegistryError(405, "HTTP 405 Method Not Allowed"), "methodNotAllowed"),
  tooLarge: /* @__PURE__ */ __name(() => new RegistryError(413, "HTTP 413 Request Entity Too Large"), "tooLarge"),
  badRequest: /* @__PURE__ */ __name((why) => new RegistryError(400, why), "badRequest")
};

// src/registry/compatibility.ts
var LEVELS = [
  "NONE",
  "BACKWARD",
  "BACKWARD_TRANSITIVE",
  "FORWARD",
  "FORWARD_TRANSITIVE",
  "FULL",
  "FULL_TRANSITIVE"
];
function findConflicts({ parsed, earlier }, level) {
  if (level === "NONE") return [];
  const judged = level.endsWith("_TRANSITIVE") ? earlier.toReversed() : earlier.slice(-1);
  const isBackward = level.startsWith("BACKWARD") || level.startsWith("FULL");
  const isForward = level.startsWith("FORWARD") || level.startsWith("FULL");
  for (const old of judged) {
    const conflicts = [
      ...isBackward ? parsed.obstaclesToReading(old.parsed) : [],
      ...isForward ? old.parsed.obstaclesToReading(parsed) : []
    ];
    if (conflicts.length === 0) continue;
    return [
      ...conflicts,
      `{oldSchemaVersion: ${old.version}}`,
      `{oldSchema: '${old.parsed.canonical}'}`,
      `{validateFields: 'false', compatibility: '${level}'}`
    ];
  }
  return [];
}
__name(findConflicts, "findConflicts");

// src/registry/languages/avro-obstacles.ts
var PROMOTIONS = {
  int: ["long", "float", "double"],
  long: ["float", "double"],
  float: ["double"],
  string: ["bytes"],
  bytes: ["string"]
};
function avroObstacles(reader, writer) {
  return compare({ reader, writer, path: "/" }, /* @__PURE__ */ new Map());
}
__name(avroObstacles, "avroObstacles");
function compare(pair, visited) {
  const { reader, writer } = pair;
  const seen = visited.get(reader) ?? /* @__PURE__ */ new Set();
  if (reader.kind === "record" && seen.has(writer)) return [];
  visited.set(reader, seen.add(writer));
  if (writer.kind === "union") {
    return writer.branches.flatMap(
      (branch, index) => reader.kind === "union" && !canBeBranch(branch, reader.branches, visited) ? [
        obstacle(
          "MISSING_UNION_BRANCH",
          pair,
          `The new schema is missing a type inside a union field at path '${at(pair.path, index)}' in the old schema: reader union lacking writer type ${nameOf(branch)}`
        )
      ] : reader.kind === "union" ? [] : compare({ ...pair, writer: branch }, visited)
    );
  }
  if (reader.kind === "union") {
    return canBeBranch(writer, reader.branches, visited) ? [] : [obstacle("MISSING_UNION_BRANCH", pair, `reader union lacking writer type: ${nameOf(writer)}`)];
  }
  return compareSame(pair, visited);
}
__name(compare, "compare");
function canBeBranch(writer, branches, visited) {
  return branches.some((reader) => compare({ reader, writer, path: "/" }, copyOf(visited)).length === 0);
}
__name(canBeBranch, "canBeBranch");
function copyOf(visited) {
  return new Map([...visited].map(([reader, writers]) => [reader, new Set(writers)]));
}
__name(copyOf, "copyOf");
function compareSame(pair, visited) {
  const { reader, writer, path } = pair;
  if (reader.kind === "array" && writer.kind === "array")
    return compare({ reader: reader.items, writer: writer.items, path: at(path, "items") }, visited);
  if (reader.kind === "map" && writer.kind === "map")
    return compare({ reader: reader.values, writer: writer.values, path: at(path, "values") }, visited);
  if (reader.kind === "record" && writer.kind === "record")
    return [...compareNames(pair), ...compareFields(reader, writer, { path, visited })];
  if (reader.kind === "enum" && writer.kind === "enum") {
    const missing = writer.symbols.filter((symbol) => !reader.symbols.includes(symbol));
    const isMissing = missing.length > 0 && reader.default === void 0;
    return [
      ...compareNames(pair),
      ...isMissing ? [
        obstacle(
          "MISSING_ENUM_SYMBOLS",
          pair,
          `The new schema is missing enum symbols '[${missing.join(", ")}]' at path '${at(path, "symbols")}' in the old schema`
        )
      ] : []
    ];
  }
  if (reader.kind === "fixed" && writer.kind === "fixed") {
    const isSame = reader.sizeBytes === writer.sizeBytes;
    return [
      ...compareNames(pair),
      ...isSame ? [] : [
        obstacle(
          "FIXED_SIZE_MISMATCH",
          pair,
          `expected: ${writer.sizeBytes}, found: ${reader.sizeBytes}`
        )
      ]
    ];
  }
  const isReadable = reader.kind === writer.kind || PROMOTIONS[writer.kind]?.includes(reader.kind) === true;
  return isReadable ? [] : [
    obstacle(
      "TYPE_MISMATCH",
      pair,
      `The type (path '${path}') of a field in the new schema does not match with the old schema: reader type: ${reader.kind.toUpperCase()} not compatible with writer type: ${writer.kind.toUpperCase()}`
    )
  ];
}
__name(compareSame, "compareSame");
function compareNames({ reader, writer, path }) {
  if (!("name" in reader) || !("name" in writer)) return [];
  const isSame = shortName(reader.name) === shortName(writer.name) || reader.aliases.includes(writer.name);
  return isSame ? [] : [
    obstacle(
      "NAME_MISMATCH",
      { path: at(path, "name") },
      `The name of the schema has changed (path '${at(path, "name")}'): expected: ${writer.name}`
    )
  ];
}
__name(compareNames, "compareNames");
function compareFields(reader, writer, { path, visited }) {
  return reader.fields.flatMap((field, index) => {
    const written = writer.fields.find(({ name }) => name === field.name || field.aliases.includes(name));
    const place = at(path, `fields/${index}`);
    if (written)
      return compare({ reader: field.type, writer: written.type, path: at(place, "type") }, visited);
    if (field.default !== void 0) return [];
    return [
      obstacle(
        "READER_FIELD_MISSING_DEFAULT_VALUE",
        { path: place },
        `The field '${field.name}' at path '${place}' in the new schema has no default value and is missing in the old schema`
      )
    ];
  });
}
__name(compareFields, "compareFields");
function obstacle(errorType, { path }, description) {
  return `{errorType:'${errorType}', description:'${description}', additionalInfo:'${path}'}`;
}
__name(obstacle, "obstacle");
function at(path, step) {
  return `${path === "/" ? "" : path}/${step}`;
}
__name(at, "at");

// src/registry/languages/avro.ts
var avro = {
  kind: "AVRO",
  parse(text, references) {
    const names = /* @__PURE__ */ new Map();
    for (const reference of references) parseAvro(reference.text, { names, logicalTypes: false });
    const type = parseAvro(text, { names, logicalTypes: false });
    const canonical = renderJson(inOrder(/^\s*[\w.]+\s*$/.test(text) ? text.trim() : parseJson(text)));
    const parsed = {
      type,
      canonical,
      identity: canonical,
      obstaclesToReading: /* @__PURE__ */ __name((writer) => avroObstacles(type, writer.type), "obstaclesToReading")
      // a subject's schemas are of one kind
    };
    return parsed;
  }
};
var TYPE_KEYS = [
  "type",
  "name",
  "namespace",
  "doc",
  "fields",
  "items",
  "values",
  "symbols",
  "size",
  "default",
  "aliases"
];
var FIELD_KEYS = ["name", "type", "doc", "default", "order", "aliases"];
var NAMED = ["record", "error", "enum", "fixed"];
function inOrder(schema) {
  if (Array.isArray(schema)) return schema.map(inOrder);
  if (!isJsonObject(schema)) return schema;
  const keys = Object.keys(schema);
  if (keys.length === 1 && typeof schema.type === "string") return schema.type;
  const isField = "name" in schema && !NAMED.includes(String(schema.type));
  const known = isField ? FIELD_KEYS : TYPE_KEYS;
  const ordered = [
    ...known.filter((key) => keys.includes(key)),
    ...keys.filter((key) => !known.includes(key))
  ];
  return Object.fromEntries(
    ordered.map((key) => [key, key === "default" ? schema[key] : inOrder(schema[key] ?? null)])
  );
}
__name(inOrder, "inOrder");

// src/registry/languages/json-bounds.ts
var LOWER_BOUNDS = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
var UPPER_BOUNDS = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
var EQUALS = ["pattern", "not", "if", "then", "else", "contains", "propertyNames", "dependencies"];
function boundObstacles({
  reader,
  writer
}) {
  const changed = /* @__PURE__ */ __name((key, allowsLess) => {
    const now = reader[key];
    const before = writer[key];
    if (now === void 0 || before !== void 0 && !allowsLess(now, before)) return [];
    const how = before === void 0 ? "is new" : `was ${renderJson(before)} and is ${renderJson(now)}`;
    return [[`${nameOf2(key)}_${before === void 0 ? "ADDED" : "CHANGED"}`, `"${key}" ${how}`]];
  }, "changed");
  return [
    ...LOWER_BOUNDS.flatMap((key) => changed(key, (now, before) => Number(now) > Number(before))),
    ...UPPER_BOUNDS.flatMap((key) => changed(key, (now, before) => Number(now) < Number(before))),
    ...EQUALS.flatMap((key) => changed(key, (now, before) => renderJson(now) !== renderJson(before))),
    ...changed("multipleOf", (now, before) => Number(before) % Number(now) !== 0),
    ...reader.uniqueItems === true ? changed("uniqueItems", (_, before) => before !== true) : []
  ];
}
__name(boundObstacles, "boundObstacles");
function nameOf2(key) {
  return key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
__name(nameOf2, "nameOf");

// src/registry/languages/json-obstacles.ts
function jsonObstacles(reader, writer) {
  return compare2(
    { reader, writer, path: "#" },
    { readerRoot: reader, writerRoot: writer, visited: /* @__PURE__ */ new Set() }
  );
}
__name(jsonObstacles, "jsonObstacles");
function compare2({ reader, writer, path }, walk) {
  const seenBy = dereference(reader, walk.readerRoot);
  const written = dereference(writer, walk.writerRoot);
  if (seenBy === void 0 || allowsAll(seenBy) || written === false) return [];
  if (seenBy === false || written === void 0 || !isJsonObject(seenBy))
    return [obstacle2("TYPE_CHANGED", path, "the new schema allows nothing here")];
  const pair = { reader: seenBy, writer: isJsonObject(written) ? written : {}, path };
  const key = `${renderJson(pair.reader)}
${renderJson(pair.writer)}`;
  if (walk.visited.has(key)) return [];
  walk.visited.add(key);
  const combined = compareCombined(pair, walk);
  if (combined) return combined;
  return [
    ...compareTypes(pair),
    ...compareValues(pair),
    ...boundObstacles(pair).map(([type, why]) => obstacle2(type, path, why)),
    ...compareProperties(pair, walk),
    ...compareRequired(pair),
    ...compareItems(pair, walk)
  ];
}
__name(compare2, "compare");
function allowsAll(schema) {
  return schema === true || isJsonObject(schema) && Object.keys(schema).every((key) => ANNOTATIONS.has(key));
}
__name(allowsAll, "allowsAll");
var ANNOTATIONS = /* @__PURE__ */ new Set([
  "title",
  "description",
  "$schema",
  "$id",
  "$comment",
  "default",
  "examples",
  "definitions",
  "$defs"
]);
var MOST_REFERENCES = 100;
function dereference(schema, root) {
  let found = schema;
  for (let count = 0; isJsonObject(found) && typeof found.$ref === "string"; count++) {
    if (!found.$ref.startsWith("#") || count > MOST_REFERENCES) return void 0;
    found = atPointer(root, found.$ref.slice(1));
  }
  return found;
}
__name(dereference, "dereference");
function atPointer(root, pointer) {
  let found = root;
  for (const token of pointer.split("/").slice(1)) {
    const key = decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
    found = Array.isArray(found) ? found[Number(key)] : isJsonObject(found) ? found[key] : void 0;
  }
  return found;
}
__name(atPointer, "atPointer");
function compareCombined({ reader, writer, path }, walk) {
  const fits = /* @__PURE__ */ __name((one, other) => compare2({ reader: one, writer: other, path }, { ...walk, visited: new Set(walk.visited) }).length === 0, "fits");
  const readerSum = sumOf(reader);
  const writerSum = sumOf(writer);
  if (writerSum) {
    const lost = writerSum.filter(
      (branch) => !(readerSum ?? [reader]).some((option) => fits(option, branch))
    );
    return lost.length === 0 ? [] : [
      obstacle2(
        "COMBINED_TYPE_SUBSCHEMAS_CHANGED",
        path,
        `a subschema that was allowed before no longer is: ${renderJson(lost[0] ?? null)}`
      )
    ];
  }
  if (readerSum)
    return readerSum.some((option) => fits(option, writer)) ? [] : [obstacle2("SUM_TYPE_NARROWED", path, "no subschema allows what was allowed before")];
  const readerAll = listOf(reader.allOf);
  const writerAll = listOf(writer.allOf);
  if (!readerAll && !writerAll) return void 0;
  const unmet = (readerAll ?? [reader]).filter(
    (one) => !(writerAll ?? [writer]).some((other) => fits(one, other))
  );
  return unmet.length === 0 ? [] : [obstacle2("PRODUCT_TYPE_EXTENDED", path, `a new condition: ${renderJson(unmet[0] ?? null)}`)];
}
__name(compareCombined, "compareCombined");
function sumOf(schema) {
  return listOf(schema.oneOf) ?? listOf(schema.anyOf);
}
__name(sumOf, "sumOf");
function listOf(value) {
  return Array.isArray(value) ? value : void 0;
}
__name(listOf, "listOf");
var ALL_TYPES = ["null", "boolean", "object", "array", "number", "string"];
function typesOf({ type }) {
  if (type === void 0) return ALL_TYPES;
  return (Array.isArray(type) ? type : [type]).map(String);
}
__name(typesOf, "typesOf");
function compareTypes({ reader, writer, path }) {
  const allowed = typesOf(reader);
  const lost = typesOf(writer).filter(
    (type) => !allowed.includes(type) && !(type === "integer" && allowed.includes("number"))
  );
  return lost.length === 0 ? [] : [obstacle2("TYPE_CHANGED", path, `the type ${lost.join(", ")} was allowed before`)];
}
__name(compareTypes, "compareTypes");
function compareValues({ reader, writer, path }) {
  const allowed = valuesOf(reader);
  if (!allowed) return [];
  const written = valuesOf(writer);
  const lost = written?.filter((value) => !allowed.includes(value));
  if (lost?.length === 0) return [];
  return [
    obstacle2(
      "ENUM_ARRAY_NARROWED",
      path,
      lost ? `no longer allowed: ${lost.join(", ")}` : "only certain values are allowed now"
    )
  ];
}
__name(compareValues, "compareValues");
function valuesOf(schema) {
  if (schema.const !== void 0) return [renderJson(schema.const)];
  return listOf(schema.enum)?.map((value) => renderJson(value));
}
__name(valuesOf, "valuesOf");
function compareProperties({ reader, writer, path }, walk) {
  const seenBy = objectOf(reader.properties);
  const written = objectOf(writer.properties);
  const added = Object.keys(seenBy).filter((name) => !(name in written));
  const removed = Object.keys(written).filter((name) => !(name in seenBy));
  const shared = Object.keys(seenBy).filter((name) => name in written);
  const at2 = /* @__PURE__ */ __name((name) => `${path}/properties/${name}`, "at");
  const between = /* @__PURE__ */ __name((name, one, other) => compare2({ reader: one ?? true, writer: other ?? true, path: at2(name) }, walk), "between");
  return [
    ...shared.flatMap((name) => between(name, seenBy[name], written[name])),
    ...added.flatMap((name) => {
      if (writer.additionalProperties === false) return [];
      const isFine = between(name, seenBy[name], writer.additionalProperties).length === 0;
      return isFine ? [] : [
        obstacle2(
          "PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL",
          at2(name),
          "records may hold this property with any type"
        )
      ];
    }),
    ...removed.flatMap((name) => {
      const isFine = between(name, reader.additionalProperties, written[name]).length === 0;
      return isFine ? [] : [
        obstacle2(
          "PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL",
          at2(name),
          "records may hold this property"
        )
      ];
    }),
    ...compareAdditional({ reader, writer, path }, walk)
  ];
}
__name(compareProperties, "compareProperties");
function compareAdditional({ reader, writer, path }, walk) {
  const isClosedAlready = writer.additionalProperties === false || reader.additionalProperties === void 0;
  if (isClosedAlready) return [];
  const found = compare2(
    {
      reader: reader.additionalProperties ?? true,
      writer: writer.additionalProperties ?? true,
      path: `${path}/additionalProperties`
    },
    walk
  );
  return found.length === 0 ? [] : [obstacle2("ADDITIONAL_PROPERTIES_NARROWED", path, "fewer other properties are allowed")];
}
__name(compareAdditional, "compareAdditional");
function compareRequired({ reader, writer, path }) {
  const before = listOf(writer.required) ?? [];
  const properties = objectOf(reader.properties);
  return (listOf(reader.required) ?? []).filter((name) => !before.includes(name)).filter((name) => objectOf(properties[String(name)]).default === void 0).map(
    (name) => obstacle2("REQUIRED_ATTRIBUTE_ADDED", `${path}/required`, `"${String(name)}" is required now`)
  );
}
__name(compareRequired, "compareRequired");
function compareItems({ reader, writer, path }, walk) {
  const { items } = reader;
  if (items === void 0 || Array.isArray(items) || Array.isArray(writer.items)) return [];
  return compare2({ reader: items, writer: writer.items ?? true, path: `${path}/items` }, walk);
}
__name(compareItems, "compareItems");
function objectOf(value) {
  return isJsonObject(value) ? value : {};
}
__name(objectOf, "objectOf");
function obstacle2(errorType, path, why) {
  return `{errorType:"${errorType}", description:"The keyword at path '${path}' in the new schema does not get along with the old schema: ${why}"}`;
}
__name(obstacle2, "obstacle");

// src/registry/languages/json.ts
var json = {
  kind: "JSON",
  parse(text) {
    const schema = parseSchema(text);
    const canonical = renderJson(schema);
    const parsed = {
      schema,
      canonical,
      identity: canonical,
      obstaclesToReading: /* @__PURE__ */ __name((writer) => jsonObstacles(schema, writer.schema), "obstaclesToReading")
      // a subject's schemas are of one kind
    };
    return parsed;
  }
};
function parseSchema(text) {
  try {
    const schema = parseJson(text);
    if (isJsonObject(schema) || typeof schema === "boolean") return schema;
  } catch (cause) {
    throw new Unfit(`the JSON schema is not JSON: ${describeError(cause)}`);
  }
  throw new Unfit("a JSON schema is an object, true or false");
}
__name(parseSchema, "parseSchema");

// src/registry/languages/protobuf-obstacles.ts
var ALIKE = [
  ["int32", "uint32", "int64", "uint64", "bool"],
  ["sint32", "sint64"],
  ["string", "bytes"],
  ["fixed32", "sfixed32"],
  ["fixed64", "sfixed64"]
];
function protobufObstacles(reader, writer) {
  if (reader.file.proto.package !== writer.file.proto.package)
    return [obstacle3("PACKAGE_CHANGED", "#/", "the package changed")];
  return writer.file.messages.flatMap(
    (message) => compareMessage(reader.registry.getMessage(message.typeName), message, `#/${message.name}`)
  );
}
__name(protobufObstacles, "protobufObstacles");
function compareMessage(reader, writer, path) {
  if (!reader) return [obstacle3("MESSAGE_REMOVED", path, `the message "${writer.typeName}" is gone`)];
  return [
    ...writer.nestedMessages.flatMap(
      (nested) => compareMessage(
        reader.nestedMessages.find(({ name }) => name === nested.name),
        nested,
        `${path}/${nested.name}`
      )
    ),
    ...writer.fields.flatMap(
      (field) => compareField(byNumber(reader, field), field, `${path}/${field.number}`)
    ),
    ...reader.fields.filter((field) => !byNumber(writer, field) && isRequired(field)).map(
      (field) => obstacle3("REQUIRED_FIELD_ADDED", `${path}/${field.number}`, `"${field.name}" is new and required`)
    ),
    ...compareOneofs(reader, writer, path)
  ];
}
__name(compareMessage, "compareMessage");
function byNumber({ fields }, { number }) {
  return fields.find((field) => field.number === number);
}
__name(byNumber, "byNumber");
var LEGACY_REQUIRED = 3;
function isRequired(field) {
  return field.presence === LEGACY_REQUIRED;
}
__name(isRequired, "isRequired");
function compareField(reader, writer, path) {
  if (!reader)
    return isRequired(writer) ? [obstacle3("REQUIRED_FIELD_REMOVED", path, `"${writer.name}" is gone and was required`)] : [];
  const [now, before] = [kindOf(reader), kindOf(writer)];
  if (now.kind !== before.kind)
    return [obstacle3("FIELD_KIND_CHANGED", path, `"${writer.name}" was ${before.kind} and is ${now.kind}`)];
  const isAlike = now.type === before.type || ALIKE.some((group) => group.includes(now.type) && group.includes(before.type));
  if (!isAlike) {
    const code = now.kind === "a scalar" ? "FIELD_SCALAR_KIND_CHANGED" : "FIELD_NAMED_TYPE_CHANGED";
    return [obstacle3(code, path, `"${writer.name}" was ${before.type} and is ${now.type}`)];
  }
  const isText = now.type === "string" || now.type === "bytes" || now.kind === "a message";
  return now.isList === before.isList || isText ? [] : [obstacle3("FIELD_NUMERIC_LABEL_CHANGED", path, `"${writer.name}" is repeated on one side only`)];
}
__name(compareField, "compareField");
var SCALARS = ",double,float,int64,uint64,int32,fixed64,fixed32,bool,string,,,bytes,uint32,,sfixed32,sfixed64,sint32,sint64".split(
  ","
);
function kindOf(field) {
  const isList = field.fieldKind === "list";
  if (field.fieldKind === "map") return { kind: "a map", type: `${field.mapKey} ${field.mapKind}`, isList };
  if (field.message) return { kind: "a message", type: field.message.typeName, isList };
  if (field.enum) return { kind: "an enum", type: field.enum.typeName, isList };
  return { kind: "a scalar", type: SCALARS[field.scalar ?? 0] ?? "", isList };
}
__name(kindOf, "kindOf");
function compareOneofs(reader, writer, path) {
  const removed = writer.oneofs.flatMap(({ name, fields }) => {
    const kept = reader.oneofs.find((oneof) => oneof.name === name);
    const gone = kept ? fields.filter(({ number }) => !kept.fields.some((field) => field.number === number)) : [];
    return gone.map(
      (field) => obstacle3(
        "ONEOF_FIELD_REMOVED",
        `${path}/${name}/${field.number}`,
        `"${field.name}" left the oneof "${name}"`
      )
    );
  });
  const moved = reader.oneofs.filter(
    ({ fields }) => fields.filter((field) => byNumber(writer, field) && !byNumber(writer, field)?.oneof).length > 1
  ).map(
    ({ name }) => obstacle3(
      "MULTIPLE_FIELDS_MOVED_TO_ONEOF",
      `${path}/${name}`,
      `several fields moved into the oneof "${name}"`
    )
  );
  return [...removed, ...moved];
}
__name(compareOneofs, "compareOneofs");
function obstacle3(errorType, path, why) {
  return `{errorType:"${errorType}", description:"The schema at path '${path}' does not get along with the old schema: ${why}"}`;
}
__name(obstacle3, "obstacle");

// src/registry/languages/protobuf.ts
var protobuf = {
  kind: "PROTOBUF",
  async parse(text, references) {
    const { compileForRegistry } = await import("./part-formats-protobuf-for-registry.js");
    const { compiled, canonical, serialized, identity } = compileForRegistry({
      text,
      dependencies: distinct(references)
    });
    const parsed = {
      compiled,
      canonical,
      serialized,
      identity,
      obstaclesToReading: /* @__PURE__ */ __name((writer) => protobufObstacles(compiled, writer.compiled), "obstaclesToReading")
      // a subject's schemas are of one kind
    };
    return parsed;
  }
};
function distinct(references) {
  return [...new Map(references.map((reference) => [reference.name, reference])).values()];
}
__name(distinct, "distinct");

// src/registry/languages/index.ts
var languages = { JSON: json, PROTOBUF: protobuf, AVRO: avro };

// src/registry/store.ts
import { createHash } from "node:crypto";
var MODES = ["READWRITE", "READONLY", "READONLY_OVERRIDE", "IMPORT"];
var ContextStore = class {
  static {
    __name(this, "ContextStore");
  }
  subjects = /* @__PURE__ */ new Map();
  schemas = /* @__PURE__ */ new Map();
  settings = /* @__PURE__ */ new Map();
  #lastId = 0;
  /** The settings of a subject, made when missing. */
  settingsOf(subject) {
    const known = this.settings.get(subject) ?? {};
    this.settings.set(subject, known);
    return known;
  }
  /** The schema of this identity, if any has it. */
  find(identity) {
    return [...this.schemas.values()].find((schema) => identityOf(schema) === identity);
  }
  /** Gives a schema the next id, or one that was asked for (mode IMPORT). */
  add(schema, wantedId) {
    const id = wantedId ?? this.#lastId + 1;
    this.#lastId = Math.max(this.#lastId, id);
    const stored = { ...schema, id, guid: guidOf(identityOf(schema)) };
    this.schemas.set(id, stored);
    return stored;
  }
  /** Forgets the schemas that no version has any more. */
  prune() {
    const used = new Set([...this.subjects.values()].flat().map(({ schema }) => schema.id));
    for (const id of this.schemas.keys()) if (!used.has(id)) this.schemas.delete(id);
  }
  /** Subjects and versions that refer to one version, deleted ones left out. */
  referrers(subject, version) {
    return [...this.subjects.values()].flat().filter(({ isDeleted }) => !isDeleted).filter(
      ({ schema }) => schema.references.some((one) => one.subject === subject && one.version === version)
    );
  }
};
function identityOf({ kind, parsed, references, extras }) {
  return JSON.stringify([kind, parsed.identity, references, extras]);
}
__name(identityOf, "identityOf");
function guidOf(identity) {
  const hex = createHash("sha256").update(identity).digest("hex").slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
__name(guidOf, "guidOf");

// src/registry/routes/body.ts
var schemaBody = external_exports.object({
  schema: external_exports.string(),
  schemaType: external_exports.enum(Object.keys(languages)).nullish(),
  // zod wants a non-empty tuple
  references: external_exports.array(external_exports.object({ name: external_exports.string(), subject: external_exports.string(), version: external_exports.int() })).nullish(),
  metadata: external_exports.unknown().optional(),
  ruleSet: external_exports.unknown().optional(),
  id: external_exports.int().nullish(),
  version: external_exports.int().nullish()
});
function parseSchemaBody(body) {
  const parsed = schemaBody.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refusals.invalidSchema(`${issue?.path.join(".") || "body"}: ${issue?.message}`);
  }
  const { schema, schemaType, references, metadata, ruleSet, id, version } = parsed.data;
  return {
    kind: schemaType ?? "AVRO",
    text: schema,
    references: references ?? [],
    extras: { ...metadata ? { metadata } : {}, ...ruleSet ? { ruleSet } : {} },
    id: id === null || id === -1 ? void 0 : id,
    version: version === null || version === -1 ? void 0 : version
  };
}
__name(parseSchemaBody, "parseSchemaBody");
function parseLevelBody(body) {
  const { data } = external_exports.object({ compatibility: external_exports.string().transform((text) => text.toUpperCase()) }).safeParse(body);
  const level = LEVELS.find((one) => one === data?.compatibility);
  if (!level) throw refusals.invalidCompatibility();
  return level;
}
__name(parseLevelBody, "parseLevelBody");
function parseModeBody(body) {
  const { data } = external_exports.object({ mode: external_exports.string().transform((text) => text.toUpperCase()) }).safeParse(body);
  const mode = MODES.find((one) => one === data?.mode);
  if (!mode) throw refusals.invalidMode();
  return mode;
}
__name(parseModeBody, "parseModeBody");
var GREATEST_VERSION = 2 ** 31 - 1;
function parseVersionName(text) {
  if (text === "latest" || text === "-1") return "latest";
  const version = Number(text);
  if (!/^\d+$/.test(text) || version < 1 || version > GREATEST_VERSION) throw refusals.invalidVersion(text);
  return version;
}
__name(parseVersionName, "parseVersionName");

// src/registry/routes/route.ts
function flag(query, name) {
  return query.get(name) === "true";
}
__name(flag, "flag");
function page(all, query) {
  const offset = Number(query.get("offset") ?? 0);
  const limit = Number(query.get("limit") ?? -1);
  return all.slice(offset, limit > 0 ? offset + limit : void 0);
}
__name(page, "page");

// src/registry/subject-name.ts
var DEFAULT_CONTEXT = ".";
function parseSubject(name, context = DEFAULT_CONTEXT) {
  const [, named, subject] = /^:(\.[^:]*):(.*)$/s.exec(name) ?? [];
  return named === void 0 || subject === void 0 ? { context, subject: name } : { context: named, subject };
}
__name(parseSubject, "parseSubject");
function renderSubject({ context, subject }) {
  return context === DEFAULT_CONTEXT ? subject : `:${context}:${subject}`;
}
__name(renderSubject, "renderSubject");

// src/registry/routes/render.ts
function renderStored({ kind, parsed, references, extras, guid }, format) {
  return {
    ...kind === "AVRO" ? {} : { schemaType: kind },
    schema: renderText(parsed, format),
    ...references.length === 0 ? {} : { references },
    ...extras,
    guid
  };
}
__name(renderStored, "renderStored");
function renderVersion({ subject, version, schema }, format) {
  return { subject, version, id: schema.id, ...renderStored(schema, format) };
}
__name(renderVersion, "renderVersion");
function renderText({ canonical, serialized }, format) {
  return format === "serialized" && serialized !== void 0 ? serialized : canonical;
}
__name(renderText, "renderText");

// src/registry/routes/subjects.ts
var subjectRoutes = [
  { method: "GET", path: "/subjects", answer: /* @__PURE__ */ __name((request) => page(listSubjects(request), request.query), "answer") },
  {
    method: "POST",
    path: "/subjects/:subject",
    async answer(request) {
      const deleted = flag(request.query, "deleted");
      const found = await request.registry.lookUp(subjectOf(request), parseSchemaBody(request.body), deleted);
      return renderVersion(found, request.query.get("format"));
    }
  },
  {
    method: "DELETE",
    path: "/subjects/:subject",
    answer: /* @__PURE__ */ __name((request) => request.registry.deleteSubject(subjectOf(request), flag(request.query, "permanent")), "answer")
  },
  {
    method: "GET",
    path: "/subjects/:subject/versions",
    answer(request) {
      const deletedOnly = flag(request.query, "deletedOnly");
      const all = request.registry.versions(
        subjectOf(request),
        deletedOnly || flag(request.query, "deleted")
      );
      const wanted = all.filter(({ isDeleted }) => !deletedOnly || isDeleted);
      return page(wanted, request.query).map(({ version }) => version);
    }
  },
  {
    method: "POST",
    path: "/subjects/:subject/versions",
    async answer(request) {
      const { version, schema } = await request.registry.register(
        subjectOf(request),
        parseSchemaBody(request.body)
      );
      return { id: schema.id, version, guid: schema.guid };
    }
  },
  {
    method: "GET",
    path: "/subjects/:subject/versions/:version",
    answer: /* @__PURE__ */ __name((request) => renderVersion(versionOf(request), request.query.get("format")), "answer")
  },
  {
    method: "GET",
    path: "/subjects/:subject/versions/:version/schema",
    answer: /* @__PURE__ */ __name((request) => new Verbatim(renderText(versionOf(request).schema.parsed, request.query.get("format"))), "answer")
  },
  {
    method: "GET",
    path: "/subjects/:subject/versions/:version/referencedby",
    answer(request) {
      const { version } = versionOf(request);
      const { context, subject } = subjectOf(request);
      const referrers = request.registry.context(context).referrers(subject, version);
      return [...new Set(referrers.map(({ schema }) => schema.id))];
    }
  },
  {
    method: "DELETE",
    path: "/subjects/:subject/versions/:version",
    answer(request) {
      const permanent = flag(request.query, "permanent");
      return request.registry.deleteVersion(subjectOf(request), versionNameOf(request), permanent);
    }
  },
  {
    method: "GET",
    path: "/subjects/:subject/metadata",
    answer: /* @__PURE__ */ __name((request) => renderVersion(request.registry.version(subjectOf(request), "latest", false), null), "answer")
  }
];
var Verbatim = class {
  static {
    __name(this, "Verbatim");
  }
  text;
  constructor(text) {
    this.text = text;
  }
};
function subjectOf({ params, context }) {
  return parseSubject(params.subject ?? "", context);
}
__name(subjectOf, "subjectOf");
function versionNameOf({ params }) {
  return parseVersionName(params.version ?? "");
}
__name(versionNameOf, "versionNameOf");
function versionOf(request) {
  const deleted = flag(request.query, "deleted");
  return request.registry.version(subjectOf(request), versionNameOf(request), deleted);
}
__name(versionOf, "versionOf");
function listSubjects({ registry, query, context }) {
  const prefix = query.get("subjectPrefix") ?? ":*:";
  const contexts = prefix.startsWith(":*:") ? registry.contexts() : [parseSubject(prefix, context).context];
  const wanted = prefix.startsWith(":*:") ? prefix.slice(":*:".length) : parseSubject(prefix, context).subject;
  const deletedOnly = flag(query, "deletedOnly");
  const all = contexts.flatMap(
    (name) => [...registry.context(name).subjects].flatMap(([subject, versions]) => {
      const hasLive = versions.some(({ isDeleted }) => !isDeleted);
      const isListed = deletedOnly ? !hasLive : hasLive || flag(query, "deleted");
      return isListed && subject.startsWith(wanted) ? [renderSubject({ context: name, subject })] : [];
    })
  );
  return all.sort();
}
__name(listSubjects, "listSubjects");

// src/registry/routes/compatibility.ts
var compatibilityRoutes = [
  {
    method: "POST",
    path: "/compatibility/subjects/:subject/versions",
    answer: /* @__PURE__ */ __name((request) => judge(request, "all"), "answer")
  },
  {
    method: "POST",
    path: "/compatibility/subjects/:subject/versions/:version",
    answer: /* @__PURE__ */ __name((request) => judge(request, versionNameOf(request)), "answer")
  }
];
async function judge(request, name) {
  const conflicts = await request.registry.conflicts(subjectOf(request), parseSchemaBody(request.body), name);
  return {
    is_compatible: conflicts.length === 0,
    ...flag(request.query, "verbose") ? { messages: conflicts } : {}
  };
}
__name(judge, "judge");

// src/registry/routes/schemas.ts
var schemaRoutes = [
  { method: "GET", path: "/schemas/types", answer: /* @__PURE__ */ __name(() => Object.keys(languages), "answer") },
  {
    method: "GET",
    path: "/schemas",
    answer(request) {
      const latestOnly = flag(request.query, "latestOnly");
      const prefix = request.query.get("subjectPrefix") ?? "";
      const all = allVersions(request, flag(request.query, "deleted")).filter(
        ({ subject }) => subject.startsWith(prefix)
      );
      const latest = new Map(all.map((version) => [version.subject, version]));
      return page(latestOnly ? [...latest.values()] : all, request.query).map(
        (one) => renderVersion(one, null)
      );
    }
  },
  {
    method: "GET",
    path: "/schemas/ids/:id",
    answer: /* @__PURE__ */ __name((request) => renderStored(schemaOf(request), request.query.get("format")), "answer")
  },
  {
    method: "GET",
    path: "/schemas/ids/:id/schema",
    answer: /* @__PURE__ */ __name((request) => new Verbatim(renderText(schemaOf(request).parsed, request.query.get("format"))), "answer")
  },
  {
    method: "GET",
    path: "/schemas/ids/:id/subjects",
    answer: /* @__PURE__ */ __name((request) => [...new Set(versionsOf(request).map(({ subject }) => subject))], "answer")
  },
  {
    method: "GET",
    path: "/schemas/ids/:id/versions",
    answer: /* @__PURE__ */ __name((request) => versionsOf(request).map(({ subject, version }) => ({ subject, version })), "answer")
  },
  {
    method: "GET",
    path: "/schemas/guids/:guid",
    answer({ registry, params, query }) {
      const all = registry.contexts().flatMap((name) => [...registry.context(name).schemas.values()]);
      const found = all.find(({ guid }) => guid === params.guid);
      if (!found) throw refusals.schemaNotFound(params.guid);
      return renderStored(found, query.get("format"));
    }
  }
];
function contextOf({ query, context }) {
  return parseSubject(query.get("subject") ?? "", context).context;
}
__name(contextOf, "contextOf");
function schemaOf(request) {
  const id = Number(request.params.id);
  if (!Number.isInteger(id)) throw refusals.notFound(`schemas/ids/${request.params.id}`);
  return request.registry.schemaById(contextOf(request), id);
}
__name(schemaOf, "schemaOf");
function versionsOf(request) {
  const { id } = schemaOf(request);
  return allVersions({ ...request, context: contextOf(request) }, flag(request.query, "deleted")).filter(
    ({ schema }) => schema.id === id
  );
}
__name(versionsOf, "versionsOf");
function allVersions({ registry, context }, includesDeleted) {
  return [...registry.context(context).subjects].flatMap(
    ([subject, versions]) => versions.filter(({ isDeleted }) => includesDeleted || !isDeleted).map((version) => ({ ...version, subject: renderSubject({ context, subject }) }))
  );
}
__name(allVersions, "allVersions");

// src/registry/routes/settings.ts
var settingRoutes = [
  {
    method: "GET",
    path: "/config",
    answer: /* @__PURE__ */ __name((request) => ({
      compatibilityLevel: request.registry.levelOf({ context: request.context, subject: "" })
    }), "answer")
  },
  {
    method: "PUT",
    path: "/config",
    answer(request) {
      const compatibility = parseLevelBody(request.body);
      set(request, { level: compatibility });
      return { compatibility };
    }
  },
  {
    method: "DELETE",
    path: "/config",
    answer(request) {
      set(request, { level: void 0 });
      return { compatibilityLevel: request.registry.levelOf({ context: request.context, subject: "" }) };
    }
  },
  {
    method: "GET",
    path: "/config/:subject",
    answer(request) {
      const own = ownSettings(request).level;
      const falls = flag(request.query, "defaultToGlobal");
      if (own === void 0 && !falls)
        throw refusals.noSubjectCompatibility(renderSubject(subjectOf(request)));
      return { compatibilityLevel: own ?? request.registry.levelOf(subjectOf(request)) };
    }
  },
  {
    method: "PUT",
    path: "/config/:subject",
    answer(request) {
      const compatibility = parseLevelBody(request.body);
      ownSettings(request).level = compatibility;
      return { compatibility };
    }
  },
  {
    method: "DELETE",
    path: "/config/:subject",
    answer(request) {
      const { level } = ownSettings(request);
      if (level === void 0) throw refusals.noSubjectCompatibility(renderSubject(subjectOf(request)));
      ownSettings(request).level = void 0;
      return { compatibilityLevel: level };
    }
  },
  {
    method: "GET",
    path: "/mode",
    answer: /* @__PURE__ */ __name((request) => ({ mode: request.registry.modeOf({ context: request.context, subject: "" }) }), "answer")
  },
  {
    method: "PUT",
    path: "/mode",
    answer(request) {
      const mode = parseModeBody(request.body);
      checkImport(request.registry, { mode, force: flag(request.query, "force"), context: request.context });
      set(request, { mode });
      return { mode };
    }
  },
  {
    method: "GET",
    path: "/mode/:subject",
    answer(request) {
      const own = ownSettings(request).mode;
      const falls = flag(request.query, "defaultToGlobal");
      if (own === void 0 && !falls) throw refusals.noSubjectMode(renderSubject(subjectOf(request)));
      return { mode: own ?? request.registry.modeOf(subjectOf(request)) };
    }
  },
  {
    method: "PUT",
    path: "/mode/:subject",
    answer(request) {
      const mode = parseModeBody(request.body);
      const { context, subject } = subjectOf(request);
      checkImport(request.registry, { mode, force: flag(request.query, "force"), context, subject });
      ownSettings(request).mode = mode;
      return { mode };
    }
  },
  {
    method: "DELETE",
    path: "/mode/:subject",
    answer(request) {
      const { mode } = ownSettings(request);
      if (mode === void 0) throw refusals.noSubjectMode(renderSubject(subjectOf(request)));
      ownSettings(request).mode = void 0;
      return { mode };
    }
  }
];
function ownSettings(request) {
  const { context, subject } = subjectOf(request);
  return request.registry.context(context).settingsOf(subject);
}
__name(ownSettings, "ownSettings");
function set({ registry, context }, settings) {
  if (context !== DEFAULT_CONTEXT) {
    Object.assign(registry.context(context).settingsOf(""), settings);
    return;
  }
  if ("level" in settings) registry.level = settings.level ?? "BACKWARD";
  if ("mode" in settings) registry.mode = settings.mode ?? "READWRITE";
}
__name(set, "set");
function checkImport(registry, { mode, force, context, subject }) {
  const { subjects } = registry.context(context);
  const isEmpty = subject === void 0 ? subjects.size === 0 : (subjects.get(subject) ?? []).length === 0;
  if (mode === "IMPORT" && !force && !isEmpty)
    throw refusals.notPermitted("Cannot import since found existing subjects");
}
__name(checkImport, "checkImport");

// src/registry/routes/index.ts
var routes = [
  { method: "GET", path: "/", answer: /* @__PURE__ */ __name(() => ({}), "answer") },
  { method: "GET", path: "/contexts", answer: /* @__PURE__ */ __name(({ registry }) => registry.contexts(), "answer") },
  {
    method: "GET",
    path: "/v1/metadata/id",
    answer: /* @__PURE__ */ __name(() => ({
      scope: { path: [], clusters: { "kafka-cluster": "flowproof", "schema-registry-cluster": "flowproof" } },
      id: ""
    }), "answer")
  },
  { method: "GET", path: "/v1/metadata/version", answer: /* @__PURE__ */ __name(() => ({ version: "8.0.0", commitId: "" }), "answer") },
  ...schemaRoutes,
  ...subjectRoutes,
  ...settingRoutes,
  ...compatibilityRoutes
];

// src/registry/find-route.ts
function findRoute(method, pathname) {
  const [, context = DEFAULT_CONTEXT, path = pathname] = /^\/contexts\/([^/]+)(\/.+)$/.exec(pathname) ?? [];
  const segments = segmentsOf(path);
  const matching = routes.filter((route) => matches(segmentsOf(route.path), segments));
  const [exact] = matching.filter((route) => route.method === method).sort((one, other) => wildcards(one) - wildcards(other));
  if (!exact) throw matching.length > 0 ? refusals.methodNotAllowed() : refusals.notFound(pathname);
  const names = segmentsOf(exact.path);
  const params = names.flatMap(
    (name, index) => name.startsWith(":") ? [[name.slice(1), decode(segments[index] ?? "")]] : []
  );
  return { route: exact, params: Object.fromEntries(params), context: nameContext(decode(context)) };
}
__name(findRoute, "findRoute");
function segmentsOf(path) {
  return path.split("/").filter((segment) => segment !== "");
}
__name(segmentsOf, "segmentsOf");
function matches(pattern, segments) {
  return pattern.length === segments.length && pattern.every((one, index) => one.startsWith(":") || one === segments[index]);
}
__name(matches, "matches");
function wildcards({ path }) {
  return path.split(":").length;
}
__name(wildcards, "wildcards");
function nameContext(written) {
  const name = written.replace(/^:|:$/g, "");
  return name.startsWith(".") ? name : `.${name}`;
}
__name(nameContext, "nameContext");
function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw refusals.badRequest(`"${segment}" is not URL-encoded`);
  }
}
__name(decode, "decode");

// src/registry/registry.ts
var Registry = class {
  static {
    __name(this, "Registry");
  }
  #contexts = /* @__PURE__ */ new Map();
  /** Of the whole registry; also the defaults of all contexts. */
  level = "BACKWARD";
  mode = "READWRITE";
  /** Names of all contexts that have anything, the default one first. */
  contexts() {
    return [DEFAULT_CONTEXT, ...[...this.#contexts.keys()].filter((name) => name !== DEFAULT_CONTEXT)];
  }
  context(name) {
    const known = this.#contexts.get(name) ?? new ContextStore();
    this.#contexts.set(name, known);
    return known;
  }
  /** Adds a version, or finds the one that has this schema. */
  async register(at2, given) {
    const store = this.context(at2.context);
    const parsed = await this.#parse(at2, given);
    const subject = renderSubject(at2);
    const versions = store.subjects.get(at2.subject) ?? [];
    const candidate = { kind: given.kind, parsed, references: given.references, extras: given.extras };
    const identity = identityOf(candidate);
    const known = versions.find(({ schema: schema2, isDeleted }) => !isDeleted && identityOf(schema2) === identity);
    if (known && (given.id === void 0 || given.id === known.schema.id)) return { ...known, subject };
    this.#checkMode(at2, given);
    const mode = this.modeOf(at2);
    if (mode !== "IMPORT") this.#checkCompatible(at2, parsed, versions);
    const schema = store.find(identity) ?? store.add(candidate, given.id);
    const version = given.version ?? (versions.at(-1)?.version ?? 0) + 1;
    const added = { version, schema, isDeleted: false };
    const kept = versions.filter((one) => one.version !== version);
    store.subjects.set(
      at2.subject,
      [...kept, added].sort((one, other) => one.version - other.version)
    );
    return { ...added, subject };
  }
  /** The version of a subject that has this schema. */
  async lookUp(at2, given, includesDeleted) {
    const versions = this.versions(at2, includesDeleted);
    const parsed = await this.#parse(at2, given);
    const identity = identityOf({
      kind: given.kind,
      parsed,
      references: given.references,
      extras: given.extras
    });
    const found = versions.find(({ schema }) => identityOf(schema) === identity);
    if (!found) throw refusals.schemaNotFound();
    return found;
  }
  /** All versions of a subject, in order; never empty. */
  versions(at2, includesDeleted) {
    const all = this.context(at2.context).subjects.get(at2.subject) ?? [];
    const visible = all.filter(({ isDeleted }) => includesDeleted || !isDeleted);
    if (visible.length === 0) throw refusals.subjectNotFound(renderSubject(at2));
    return visible.map((version) => ({ ...version, subject: renderSubject(at2) }));
  }
  /** One version. A subject without it and a subject that is not there are different errors. */
  version(at2, name, includesDeleted) {
    const versions = this.versions(at2, includesDeleted);
    const found = name === "latest" ? versions.at(-1) : versions.find(({ version }) => version === name);
    if (!found) throw refusals.versionNotFound(name);
    return found;
  }
  schemaById(context, id) {
    const found = this.context(context).schemas.get(id);
    if (!found) throw refusals.schemaNotFound(id);
    return found;
  }
  /** What is in the way of a schema for a subject: by the named version only, or by all that its level asks for. */
  async conflicts(at2, given, name) {
    const parsed = await this.#parse(at2, given);
    const store = this.context(at2.context);
    const all = (store.subjects.get(at2.subject) ?? []).filter(({ isDeleted }) => !isDeleted);
    if (name === "all") return this.#conflictsWith(at2, parsed, all);
    return this.#conflictsWith(at2, parsed, [this.version(at2, name, false)]);
  }
  /** Soft-deletes what is there, or with `permanent` removes what was soft-deleted. The version numbers. */
  deleteSubject(at2, permanent) {
    this.#checkWritable(at2);
    const store = this.context(at2.context);
    const subject = renderSubject(at2);
    const all = store.subjects.get(at2.subject) ?? [];
    if (all.length === 0) throw refusals.subjectNotFound(subject);
    const live = all.filter(({ isDeleted }) => !isDeleted);
    if (permanent && live.length > 0) throw refusals.subjectNotSoftDeleted(subject);
    if (!permanent && live.length === 0) throw refusals.subjectSoftDeleted(subject);
    for (const { version } of live) this.#checkUnreferenced(at2, version);
    const affected = permanent ? all : live;
    for (const version of live) version.isDeleted = true;
    if (permanent) {
      store.subjects.delete(at2.subject);
      store.prune();
    }
    store.settings.delete(at2.subject);
    return affected.map(({ version }) => version);
  }
  deleteVersion(at2, name, permanent) {
    this.#checkWritable(at2);
    const store = this.context(at2.context);
    const subject = renderSubject(at2);
    const { version, isDeleted } = this.version(at2, name, true);
    if (permanent && !isDeleted) throw refusals.versionNotSoftDeleted(subject, version);
    if (!permanent && isDeleted) throw refusals.versionSoftDeleted(subject, version);
    this.#checkUnreferenced(at2, version);
    const all = store.subjects.get(at2.subject) ?? [];
    const left = all.filter((one) => one.version !== version);
    if (!permanent) for (const one of all) one.isDeleted ||= one.version === version;
    else if (left.length > 0) store.subjects.set(at2.subject, left);
    else store.subjects.delete(at2.subject);
    if (permanent) store.prune();
    return version;
  }
  levelOf({ context, subject }) {
    return this.context(context).settings.get(subject)?.level ?? this.context(context).settings.get("")?.level ?? this.level;
  }
  modeOf({ context, subject }) {
    return this.context(context).settings.get(subject)?.mode ?? this.context(context).settings.get("")?.mode ?? this.mode;
  }
  async #parse(at2, { kind, text, references }) {
    const texts = this.#resolve(at2.context, references);
    try {
      return await languages[kind].parse(text, texts);
    } catch (cause) {
      if (cause instanceof Unfit) throw refusals.invalidSchema(cause.message);
      throw cause;
    }
  }
  /** The texts that references mean, with all that those refer to, those first that others need. */
  #resolve(context, references) {
    const found = /* @__PURE__ */ new Map();
    const visit = /* @__PURE__ */ __name(({ name, subject, version }) => {
      const at2 = parseSubject(subject, context);
      const known = this.context(at2.context).subjects.get(at2.subject)?.find((one) => one.version === version);
      if (!known)
        throw refusals.invalidSchema(
          `no schema reference found for subject "${subject}" and version ${version}`
        );
      for (const inner of known.schema.references) visit(inner);
      found.set(`${name} ${subject} ${version}`, { name, text: known.schema.parsed.canonical });
    }, "visit");
    for (const reference of references) visit(reference);
    return [...found.values()];
  }
  #conflictsWith(at2, parsed, versions) {
    const earlier = versions.map(({ version, schema }) => ({ version, parsed: schema.parsed }));
    return findConflicts({ parsed, earlier }, this.levelOf(at2));
  }
  #checkCompatible(at2, parsed, versions) {
    const conflicts = this.#conflictsWith(
      at2,
      parsed,
      versions.filter(({ isDeleted }) => !isDeleted)
    );
    if (conflicts.length > 0) throw refusals.incompatible(renderSubject(at2), conflicts);
  }
  #checkMode(at2, { id }) {
    this.#checkWritable(at2);
    if (id !== void 0 && this.modeOf(at2) !== "IMPORT")
      throw refusals.notPermitted(
        `Subject ${renderSubject(at2)} in context ${at2.context} is not in import mode`
      );
  }
  #checkWritable(at2) {
    const mode = this.modeOf(at2);
    if (mode === "READONLY" || mode === "READONLY_OVERRIDE")
      throw refusals.notPermitted(
        `Subject ${renderSubject(at2)} in context ${at2.context} is in read-only mode`
      );
  }
  #checkUnreferenced({ context, subject }, version) {
    if (this.context(context).referrers(subject, version).length > 0)
      throw refusals.referenceExists(subject, version);
  }
};

// src/registry/embedded-registry.ts
var MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
var LARGEST_BODY_BYTES = 10 * 1024 * 1024;
var EmbeddedRegistry = class _EmbeddedRegistry {
  static {
    __name(this, "EmbeddedRegistry");
  }
  host;
  port;
  #server;
  constructor(server, host) {
    this.#server = server;
    this.host = host;
    this.port = server.address().port;
  }
  /** @throws RunError SCHEMA_REGISTRY_PORT_TAKEN */
  static async start({
    host = "127.0.0.1",
    port = 0
  } = {}) {
    const registry = new Registry();
    const server = (0, import_node_http.createServer)((request, response) => void answer(registry, request, response));
    const { promise, resolve, reject } = Promise.withResolvers();
    server.once("error", (cause) => reject(portTaken({ host, port, cause })));
    server.listen(port, host, resolve);
    await promise;
    return new _EmbeddedRegistry(server, host);
  }
  get url() {
    return `http://${this.host.includes(":") ? `[${this.host}]` : this.host}:${this.port}`;
  }
  async [Symbol.asyncDispose]() {
    const { promise, resolve } = Promise.withResolvers();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }
};
function portTaken({
  host,
  port,
  cause
}) {
  if (cause.code !== "EADDRINUSE")
    return new RunError(
      "SCHEMA_REGISTRY_UNREACHABLE",
      `the schema registry cannot listen on ${host}:${port}: ${cause.message}`,
      { cause }
    );
  return new RunError("SCHEMA_REGISTRY_PORT_TAKEN", `port ${port} for the schema registry is taken`, {
    hint: "stop what listens there, or leave the port out to get a free one",
    cause
  });
}
__name(portTaken, "portTaken");
async function answer(registry, request, response) {
  try {
    const url = new URL(request.url ?? "/", "http://registry");
    const found = findRoute(request.method ?? "GET", url.pathname);
    send(response, 200, await run(found, { registry, request, query: url.searchParams }));
  } catch (cause) {
    const { status, code, message } = cause instanceof RegistryError ? cause : { status: 500, code: 50001, message: `Error in the schema registry: ${String(cause)}` };
    send(response, status, { error_code: code, message });
  }
}
__name(answer, "answer");
async function run({ route, params, context }, { registry, request, query }) {
  const body = request.method === "POST" || request.method === "PUT" ? await readBody(request) : void 0;
  return await route.answer({ registry, params, query, body, context });
}
__name(run, "run");
async function readBody(request) {
  const chunks = [];
  let sizeBytes = 0;
  for await (const chunk of request) {
    sizeBytes += chunk.length;
    if (sizeBytes > LARGEST_BODY_BYTES) throw refusals.tooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw refusals.badRequest("Unrecognized JSON in the request");
  }
}
__name(readBody, "readBody");
function send(response, status, body) {
  const bytes = Buffer.from(body instanceof Verbatim ? body.text : JSON.stringify(body));
  response.writeHead(status, { "content-type": MEDIA_TYPE, "content-length": bytes.length }).end(bytes);
}
__name(send, "send");

export {
  EmbeddedRegistry
};
