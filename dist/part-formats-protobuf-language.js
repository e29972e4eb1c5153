import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  ScalarType,
  anyUnpack,
  compileProto,
  fromBinary,
  fromJson,
  isWellKnown,
  messageOf,
  parseProto,
  reflect,
  toBinary,
  toJson
} from "./part-bufbuild-protobuf.js";
import {
  Cursor,
  Sink,
  randomBytes,
  randomText,
  randomWhole,
  showReal,
  showSingle
} from "./part-formats-codec-fixed-width.js";
import {
  renderBase64
} from "./part-formats-codec-text.js";
import {
  showKind
} from "./part-formats-codec-show.js";
import {
  Unfit
} from "./part-formats-codec-unfit.js";
import "./part-base-shorten.js";
import {
  exactNumber,
  isJsonObject
} from "./part-model-json.js";
import {
  describeError
} from "./part-base-errors.js";
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/formats/protobuf/message-index.ts
function renderMessageIndex(desc) {
  const steps = stepsTo(desc);
  const sink = new Sink();
  if (steps.length === 1 && steps[0] === 0) sink.long(0);
  else for (const step of [steps.length, ...steps]) sink.long(step);
  return sink.bytes();
}
__name(renderMessageIndex, "renderMessageIndex");
function readMessageIndex(bytes, file) {
  const cursor = new Cursor(bytes);
  const count = cursor.int();
  if (count < 0 || count > bytes.length) throw new Unfit(`a message index of ${count} steps`);
  const steps = count === 0 ? [0] : Array.from({ length: count }, () => cursor.int());
  const [first = 0, ...inner] = steps;
  let desc = file.messages[first];
  for (const step of inner) {
    const proto = desc?.proto.nestedType[step];
    desc = desc?.nestedMessages.find((nested) => nested.proto === proto);
  }
  if (!desc) throw new Unfit(`message ${steps.join(", ")} of a .proto file that has no such message`);
  return { desc, payload: cursor.fixed(cursor.left) };
}
__name(readMessageIndex, "readMessageIndex");
function stepsTo({ parent, file, proto }) {
  return parent ? [...stepsTo(parent), parent.proto.nestedType.indexOf(proto)] : [file.proto.messageType.indexOf(proto)];
}
__name(stepsTo, "stepsTo");

// src/formats/protobuf/read-imports.ts
import { dirname, posix } from "node:path";
async function readImports({ text, file }, readFile) {
  const found = /* @__PURE__ */ new Map();
  const visit = /* @__PURE__ */ __name(async (source, folder, path) => {
    const paths = importsOf(source, path).filter((one) => !isWellKnown(one));
    for (const path2 of paths.filter((one) => !found.has(one))) {
      const imported = await readFirst(candidates(path2, folder), readFile);
      if (!imported) continue;
      found.set(path2, { name: path2, text: imported.text, uses: [] });
      const uses2 = await visit(imported.text, dirname(imported.path), imported.path);
      found.delete(path2);
      found.set(path2, { name: path2, text: imported.text, uses: uses2 });
    }
    return paths.filter((path2) => found.has(path2));
  }, "visit");
  const uses = await visit(text, file === void 0 ? "." : dirname(file));
  return { uses, dependencies: [...found.values()] };
}
__name(readImports, "readImports");
function importsOf(source, file) {
  try {
    return parseProto("", source).dependency;
  } catch (cause) {
    if (!(cause instanceof Unfit) || !cause.fault || file === void 0) throw cause;
    throw new Unfit(`${file}: ${cause.message}`, cause.hint, { ...cause.fault, file });
  }
}
__name(importsOf, "importsOf");
function candidates(path, folder) {
  const steps = folder === "." ? [] : folder.split("/");
  return steps.map((_, index) => posix.join(...steps.slice(0, steps.length - index), path)).concat(path);
}
__name(candidates, "candidates");
async function readFirst(paths, readFile) {
  for (const path of paths) {
    const text = await readFile(path).catch(() => void 0);
    if (text !== void 0) return { path, text };
  }
  return void 0;
}
__name(readFirst, "readFirst");

// src/formats/protobuf/sample.ts
var DEEPEST = 4;
function sampleMessage(desc, random, depth = 0) {
  const special = SAMPLES[desc.typeName];
  if (special) return special(random);
  const chosen = desc.oneofs.map(({ fields }) => fields[randomWhole(random, 0, fields.length - 1)]);
  const set = desc.fields.filter((field) => {
    if (field.oneof) return chosen.includes(field) && (!field.message || depth < DEEPEST);
    return !field.message || depth < DEEPEST;
  });
  return Object.fromEntries(set.map((field) => [field.name, sampleField(field, random, depth)]));
}
__name(sampleMessage, "sampleMessage");
function sampleField(field, random, depth) {
  const count = randomWhole(random, 0, 3);
  const one = /* @__PURE__ */ __name(() => sampleOne(field, random, depth), "one");
  if (field.fieldKind === "list") return Array.from({ length: count }, one);
  if (field.fieldKind !== "map") return one();
  const { mapKey } = field;
  return Object.fromEntries(
    Array.from({ length: count }, () => [String(sampleScalar(mapKey, random)), one()])
  );
}
__name(sampleField, "sampleField");
function sampleOne(field, random, depth) {
  if (field.message) return sampleMessage(field.message, random, depth + 1);
  if (field.enum) return field.enum.values[randomWhole(random, 0, field.enum.values.length - 1)]?.name ?? 0;
  return sampleScalar(field.scalar ?? ScalarType.STRING, random);
}
__name(sampleOne, "sampleOne");
function sampleScalar(type, random) {
  switch (type) {
    case ScalarType.STRING:
      return randomText(random);
    case ScalarType.BYTES:
      return renderBase64(randomBytes(random, 8));
    case ScalarType.BOOL:
      return random() < 0.5;
    case ScalarType.FLOAT:
    case ScalarType.DOUBLE:
      return randomWhole(random, -1e4, 1e4) / 8;
    default:
      return randomWhole(random, 0, 2 ** 31 - 1);
  }
}
__name(sampleScalar, "sampleScalar");
var SECONDS_OF_2033 = 2e9;
var SAMPLES = {
  "google.protobuf.Timestamp": /* @__PURE__ */ __name((random) => new Date(randomWhole(random, 0, SECONDS_OF_2033) * 1e3).toISOString(), "google.protobuf.Timestamp"),
  "google.protobuf.Duration": /* @__PURE__ */ __name((random) => `${randomWhole(random, 0, 3600)}s`, "google.protobuf.Duration"),
  "google.protobuf.FieldMask": /* @__PURE__ */ __name(() => "", "google.protobuf.FieldMask"),
  "google.protobuf.Struct": /* @__PURE__ */ __name((random) => ({ [randomText(random)]: randomWhole(random, 0, 100) }), "google.protobuf.Struct"),
  "google.protobuf.Value": /* @__PURE__ */ __name((random) => randomText(random), "google.protobuf.Value"),
  "google.protobuf.ListValue": /* @__PURE__ */ __name((random) => [randomWhole(random, 0, 100)], "google.protobuf.ListValue"),
  "google.protobuf.Any": /* @__PURE__ */ __name(() => ({}), "google.protobuf.Any"),
  "google.protobuf.Empty": /* @__PURE__ */ __name(() => ({}), "google.protobuf.Empty"),
  "google.protobuf.StringValue": /* @__PURE__ */ __name((random) => randomText(random), "google.protobuf.StringValue"),
  "google.protobuf.BytesValue": /* @__PURE__ */ __name((random) => renderBase64(randomBytes(random, 8)), "google.protobuf.BytesValue"),
  "google.protobuf.BoolValue": /* @__PURE__ */ __name((random) => random() < 0.5, "google.protobuf.BoolValue"),
  ...Object.fromEntries(
    ["Double", "Float", "Int64", "UInt64", "Int32", "UInt32"].map((name) => [
      `google.protobuf.${name}Value`,
      (random) => randomWhole(random, 0, 2 ** 31 - 1)
    ])
  )
};

// src/formats/protobuf/view.ts
function viewMessage(message, registry) {
  const special = WELL_KNOWN[message.desc.typeName];
  if (special) return special(message, registry);
  const shown = message.fields.filter((field) => isShown(message, field));
  return Object.fromEntries(
    shown.map((field) => [field.name, viewField(message.get(field), field, registry)])
  );
}
__name(viewMessage, "viewMessage");
function readMessage(desc, bytes, registry) {
  return viewMessage(reflect(desc, fromBinary(desc, bytes)), registry);
}
__name(readMessage, "readMessage");
var IMPLICIT_PRESENCE = 2;
function isShown(message, field) {
  const hasPresence = field.fieldKind === "list" || field.fieldKind === "map" ? false : field.presence !== IMPLICIT_PRESENCE;
  return !hasPresence || message.isSet(field);
}
__name(isShown, "isShown");
function viewField(value, field, registry) {
  switch (field.fieldKind) {
    case "list":
      return [...value].map((item) => viewOne(item, field, registry));
    case "map":
      return Object.fromEntries(
        [...value].map(([key, item]) => [String(key), viewOne(item, field, registry)])
      );
    default:
      return viewOne(value, field, registry);
  }
}
__name(viewField, "viewField");
function viewOne(value, field, registry) {
  if (field.message) return viewMessage(value, registry);
  if (field.enum) {
    if (field.enum.typeName === "google.protobuf.NullValue") return null;
    return field.enum.value[value]?.name ?? value;
  }
  return viewScalar(value, field.scalar ?? ScalarType.STRING);
}
__name(viewOne, "viewOne");
function viewScalar(value, type) {
  if (typeof value === "bigint") return exactNumber(value);
  if (value instanceof Uint8Array) return renderBase64(value);
  if (type === ScalarType.FLOAT) return showSingle(value);
  if (type === ScalarType.DOUBLE) return showReal(value);
  if (IS_64_BIT.has(type) && typeof value === "string") return exactNumber(BigInt(value));
  return value;
}
__name(viewScalar, "viewScalar");
var IS_64_BIT = /* @__PURE__ */ new Set([
  ScalarType.INT64,
  ScalarType.UINT64,
  ScalarType.SINT64,
  ScalarType.FIXED64,
  ScalarType.SFIXED64
]);
var asJson = /* @__PURE__ */ __name((message, registry) => toJson(message.desc, message.message, { registry }), "asJson");
var unwrapped = /* @__PURE__ */ __name((message, registry) => {
  const [field] = message.fields;
  return field ? viewField(message.get(field), field, registry) : null;
}, "unwrapped");
var viewAny = /* @__PURE__ */ __name((message, registry) => {
  const any = message.message;
  const desc = registry.getMessage(any.typeUrl.slice(any.typeUrl.lastIndexOf("/") + 1));
  const inner = desc && anyUnpack(any, desc);
  if (!desc || !inner) return { "@type": any.typeUrl, value: renderBase64(any.value) };
  const view = viewMessage(reflect(desc, inner), registry);
  const isPlain = WELL_KNOWN[desc.typeName] === void 0 && typeof view === "object" && view !== null;
  return isPlain ? { "@type": any.typeUrl, ...view } : { "@type": any.typeUrl, value: view };
}, "viewAny");
var WELL_KNOWN = Object.fromEntries(
  [
    ...["Timestamp", "Duration", "FieldMask", "Struct", "Value", "ListValue"].map((name) => [
      name,
      asJson
    ]),
    ...["Double", "Float", "Int64", "UInt64", "Int32", "UInt32", "Bool", "String", "Bytes"].map(
      (name) => [`${name}Value`, unwrapped]
    ),
    ["Any", viewAny]
  ].map(([name, view]) => [`google.protobuf.${name}`, view])
);

// src/formats/protobuf/write.ts
function writeMessage(value, desc, registry) {
  const isMessage = isJsonObject(value) || desc.typeName.startsWith("google.protobuf.");
  if (!isMessage) throw new Unfit(`expected a map for message "${desc.typeName}", got ${showKind(value)}`);
  try {
    return toBinary(desc, fromJson(desc, withTexts(value), { registry }));
  } catch (cause) {
    throw new Unfit(describeError(cause));
  }
}
__name(writeMessage, "writeMessage");
function withTexts(value) {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(withTexts);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTexts(one)]));
}
__name(withTexts, "withTexts");

// src/formats/protobuf/language.ts
var protobufLanguage = {
  kind: "PROTOBUF",
  compile(source, { message }) {
    const proto = compileProto(source);
    return compileProtobuf(proto, message);
  },
  referenceName: /* @__PURE__ */ __name((file) => file, "referenceName"),
  readImports
};
function compileProtobuf(proto, name) {
  const { file, registry } = proto;
  const message = /* @__PURE__ */ __name(() => messageOf(proto, name), "message");
  const compiled = {
    registry,
    message,
    recordName: (name === void 0 ? file.messages[0] : registry.getMessage(name))?.typeName,
    encode(value, isFramed) {
      const desc = message();
      const bytes = writeMessage(value, desc, registry);
      return isFramed ? Buffer.concat([renderMessageIndex(desc), bytes]) : bytes;
    },
    decode(bytes, isFramed, reader) {
      const written = isFramed ? readMessageIndex(bytes, file) : { desc: message(), payload: bytes };
      return readAs(written, reader ?? compiled);
    },
    sample: /* @__PURE__ */ __name((random) => sampleMessage(message(), random), "sample")
  };
  return compiled;
}
__name(compileProtobuf, "compileProtobuf");
function readAs({ desc, payload }, { registry, message }) {
  try {
    return readMessage(registry.getMessage(desc.typeName) ?? message(), payload, registry);
  } catch (cause) {
    throw cause instanceof Unfit ? cause : new Unfit(`not a message "${desc.typeName}": ${describeError(cause)}`);
  }
}
__name(readAs, "readAs");
export {
  protobufLanguage
};
