import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  showKind,
  showValue
} from "./part-formats-codec-show.js";
import {
  Unfit
} from "./part-formats-codec-unfit.js";
import {
  isJsonObject,
  parseJson
} from "./part-model-json.js";
import {
  describeError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/model/json-fault.ts
var TOKEN = (
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text in JSON has none of them
  /(?<blank>[ \t\r\n]+)|(?<text>"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?<scalar>(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))|(?<symbol>[{}[\],:])/y
);
var WANTED = {
  value: "a value",
  "value or ]": "a value or ]",
  key: "a key in double quotes",
  "key or }": "a key in double quotes or }",
  ":": "a colon",
  ", or }": "a comma or }",
  ", or ]": "a comma or ]",
  end: "nothing more"
};
function findJsonFault(text) {
  const open = [];
  let wanted = "value";
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (groups?.blank !== void 0) continue;
    const next = groups && step(wanted, groups, open);
    if (next === void 0) return { offset: at, message: `expected ${WANTED[wanted]}` };
    wanted = next;
  }
  return wanted === "end" ? void 0 : { offset: text.length, message: `expected ${WANTED[wanted]}` };
}
__name(findJsonFault, "findJsonFault");
function step(wanted, { text, scalar, symbol }, open) {
  if (text !== void 0 && wanted.startsWith("key")) return ":";
  if ((text ?? scalar) !== void 0) return wanted.startsWith("value") ? after(open) : void 0;
  if (symbol === ":") return wanted === ":" ? "value" : void 0;
  if (symbol === ",") return nextInside(wanted);
  if (symbol === "{" || symbol === "[") {
    if (!wanted.startsWith("value")) return void 0;
    open.push(symbol);
    return symbol === "{" ? "key or }" : "value or ]";
  }
  if (symbol === void 0 || !wanted.endsWith(`or ${symbol}`)) return void 0;
  open.pop();
  return after(open);
}
__name(step, "step");
function nextInside(wanted) {
  if (wanted === ", or }") return "key";
  return wanted === ", or ]" ? "value" : void 0;
}
__name(nextInside, "nextInside");
function after(open) {
  const inner = open.at(-1);
  if (inner === void 0) return "end";
  return inner === "{" ? ", or }" : ", or ]";
}
__name(after, "after");

// src/formats/codec/not-json.ts
function notJson(what, text, cause) {
  const { message = "", offset: at = 0 } = findJsonFault(text) ?? {};
  return new Unfit(`${what}: ${describeError(cause)}`, void 0, { message: `no JSON: ${message}`, at });
}
__name(notJson, "notJson");

// src/formats/avro/schema.ts
var PRIMITIVES = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"];
function nameOf(type) {
  return "name" in type ? type.name : type.kind;
}
__name(nameOf, "nameOf");
function shortName(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}
__name(shortName, "shortName");

// src/formats/avro/parse-logical.ts
function parseLogical(kind, schema, sizeBytes) {
  const name = schema.logicalType;
  if (name === "decimal") return parseDecimal(kind, schema, sizeBytes);
  if (name === "uuid") return kind === "string" || sizeBytes === 16 ? { name } : void 0;
  if (name === "date") return kind === "int" ? { name } : void 0;
  if (name === "duration") return sizeBytes === 12 ? { name } : void 0;
  return typeof name === "string" ? parseTime(kind, name) : void 0;
}
__name(parseLogical, "parseLogical");
var TIME = /^(time|timestamp|local-timestamp)-(millis|micros|nanos)$/;
function parseTime(kind, text) {
  const [, name, unit] = TIME.exec(text) ?? [];
  if (!name || !unit) return void 0;
  const underlying = text === "time-millis" ? "int" : "long";
  const isDefined = kind === underlying && text !== "time-nanos";
  return isDefined ? { name, unit } : void 0;
}
__name(parseTime, "parseTime");
function parseDecimal(kind, { precision, scale = 0 }, sizeBytes) {
  const isNumber = kind === "bytes" || kind === "fixed";
  if (!isNumber || !isWhole(precision) || !isWhole(scale)) return void 0;
  const most = sizeBytes === void 0 ? Number.POSITIVE_INFINITY : Math.floor(Math.log10(2) * (8 * sizeBytes - 1));
  const isValid = precision > 0 && precision <= most && scale >= 0 && scale <= precision;
  return isValid ? { name: "decimal", precision, scale } : void 0;
}
__name(parseDecimal, "parseDecimal");
function isWhole(value) {
  return typeof value === "number" && Number.isInteger(value);
}
__name(isWhole, "isWhole");

// src/formats/avro/parse.ts
function parseAvro(text, { names = /* @__PURE__ */ new Map(), logicalTypes = true } = {}) {
  return new AvroParser(names, logicalTypes).parse(parseText(text), "", { shown: "", steps: [] });
}
__name(parseAvro, "parseAvro");
function parseText(text) {
  if (/^\s*[\w.]+\s*$/.test(text)) return text.trim();
  try {
    return parseJson(text);
  } catch (cause) {
    throw notJson("the Avro schema is not JSON", text, cause);
  }
}
__name(parseText, "parseText");
var NAME = /^[A-Za-z_]\w*$/;
var FULL_NAME = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
function below({ shown, steps }, more, ...further) {
  return { shown: `${shown}${more}`, steps: [...steps, ...further] };
}
__name(below, "below");
var AvroParser = class {
  static {
    __name(this, "AvroParser");
  }
  #names;
  #logicalTypes;
  constructor(names, logicalTypes) {
    this.#names = names;
    this.#logicalTypes = logicalTypes;
  }
  parse(schema, namespace, path) {
    if (typeof schema === "string") return this.#byName(schema, namespace, path);
    if (Array.isArray(schema)) return this.#union(schema, namespace, path);
    if (!isJsonObject(schema))
      fail(path, `expected a type, got ${schema === void 0 ? "none" : showKind(schema)}`);
    const { type } = schema;
    switch (type) {
      case "record":
      case "error":
        return this.#record(schema, namespace, path);
      case "enum":
        return this.#enum(schema, namespace, path);
      case "fixed":
        return this.#fixed(schema, namespace, path);
      case "array":
        return { kind: "array", items: this.parse(schema.items, namespace, below(path, "[]", "items")) };
      case "map":
        return { kind: "map", values: this.parse(schema.values, namespace, below(path, "{}", "values")) };
      default:
        return this.#annotated(schema, namespace, path);
    }
  }
  #byName(name, namespace, path) {
    const primitive = PRIMITIVES.find((kind) => kind === name);
    if (primitive) return { kind: primitive };
    const known = this.#names.get(fullName(name, namespace)) ?? this.#names.get(name);
    if (known) return known;
    fail(path, `unknown type "${name}"`, "define it before its first use, or list its schema as a reference");
  }
  /** `{ "type": "long", "logicalType": … }`, or a type in braces for no reason. */
  #annotated(schema, namespace, path) {
    const type = this.parse(schema.type, namespace, below(path, "", "type"));
    const isPrimitive = PRIMITIVES.some((kind) => kind === type.kind);
    if (!isPrimitive || !this.#logicalTypes) return type;
    return { ...type, logical: parseLogical(type.kind, schema, void 0) };
  }
  #union(schemas, namespace, path) {
    const branches = schemas.map(
      (schema, index) => this.parse(schema, namespace, below(path, `[${index}]`, index))
    );
    const seen = /* @__PURE__ */ new Set();
    for (const branch of branches) {
      if (branch.kind === "union") fail(path, "a union directly in a union");
      const name = "name" in branch ? branch.name : branch.kind;
      if (seen.has(name)) fail(path, `"${name}" twice in a union`);
      seen.add(name);
    }
    return { kind: "union", branches };
  }
  #record(schema, namespace, path) {
    const named = nameParts(schema, namespace, path);
    const record = { kind: "record", ...named, fields: [] };
    this.#define(record, path);
    if (!Array.isArray(schema.fields)) fail(path, `record "${named.name}" has no list of fields`);
    const fields = schema.fields.map(
      (field, index) => this.#field(field, namespaceOf(named.name), below(path, "", "fields", index))
    );
    const twice = fields.find(
      ({ name }, index) => fields.findIndex((other) => other.name === name) !== index
    );
    if (twice) fail(path, `field "${twice.name}" twice in record "${named.name}"`);
    record.fields = fields;
    return record;
  }
  #field(field, namespace, path) {
    if (!isJsonObject(field)) fail(path, `expected a field, got ${showKind(field)}`);
    const { name, type, default: fallback } = field;
    if (typeof name !== "string" || !NAME.test(name))
      fail(path, `${showValue(name ?? null)} cannot be a field's name`);
    return {
      name,
      aliases: textsOf(field.aliases),
      type: this.parse(type, namespace, below(path, `.${name}`, "type")),
      default: fallback
    };
  }
  #enum(schema, namespace, path) {
    const named = nameParts(schema, namespace, path);
    const symbols = textsOf(schema.symbols);
    if (symbols.length === 0) fail(path, `enum "${named.name}" has no symbols`);
    if (new Set(symbols).size < symbols.length) fail(path, `a symbol twice in enum "${named.name}"`);
    const fallback = schema.default;
    if (fallback !== void 0 && !symbols.includes(String(fallback)))
      fail(path, `the default ${showValue(fallback)} is no symbol of enum "${named.name}"`);
    return this.#define(
      { kind: "enum", ...named, symbols, default: fallback === void 0 ? void 0 : String(fallback) },
      path
    );
  }
  #fixed(schema, namespace, path) {
    const named = nameParts(schema, namespace, path);
    const { size } = schema;
    if (typeof size !== "number" || !Number.isInteger(size) || size < 0)
      fail(path, `fixed "${named.name}" needs a size, got ${showValue(size ?? null)}`);
    const logical = this.#logicalTypes ? parseLogical("fixed", schema, size) : void 0;
    return this.#define({ kind: "fixed", ...named, sizeBytes: size, logical }, path);
  }
  #define(type, path) {
    if (this.#names.has(type.name)) fail(path, `"${type.name}" is defined twice`);
    this.#names.set(type.name, type);
    return type;
  }
};
function nameParts(schema, enclosing, path) {
  const { name, namespace } = schema;
  if (typeof name !== "string" || !FULL_NAME.test(name))
    fail(path, `${showValue(name ?? null)} cannot be the name of a type`);
  const full = fullName(name, typeof namespace === "string" ? namespace : enclosing);
  return { name: full, aliases: textsOf(schema.aliases).map((alias) => fullName(alias, namespaceOf(full))) };
}
__name(nameParts, "nameParts");
function fullName(name, namespace) {
  return name.includes(".") || namespace === "" ? name : `${namespace}.${name}`;
}
__name(fullName, "fullName");
function namespaceOf(full) {
  return full.includes(".") ? full.slice(0, full.lastIndexOf(".")) : "";
}
__name(namespaceOf, "namespaceOf");
function textsOf(value) {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
__name(textsOf, "textsOf");
function fail({ shown, steps }, message, hint) {
  const place = shown === "" ? "" : ` at ${shown}`;
  throw new Unfit(`Avro schema${place}: ${message}`, hint, { message, at: steps });
}
__name(fail, "fail");

export {
  findJsonFault,
  notJson,
  nameOf,
  shortName,
  parseAvro
};
