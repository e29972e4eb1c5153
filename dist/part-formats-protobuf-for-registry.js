import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  Edition,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FileDescriptorProtoSchema,
  compileProto,
  toBinary
} from "./part-bufbuild-protobuf.js";
import "./part-formats-codec-text.js";
import "./part-formats-codec-unfit.js";
import "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/formats/protobuf/source/render-proto.ts
function renderProto(file) {
  const { syntax } = file;
  const blocks = [
    [
      syntax === "editions" ? `edition = "${Edition[file.edition]?.replace("EDITION_", "")}";` : `syntax = "${syntax || "proto2"}";`
    ],
    file.package === "" ? [] : [`package ${file.package};`],
    file.dependency.map(
      (path, index) => `import ${file.publicDependency.includes(index) ? "public " : ""}"${path}";`
    ),
    ...file.enumType.map(renderEnum),
    ...file.messageType.map((message) => renderMessage(message, syntax)),
    ...renderExtensions(file.extension, syntax)
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
__name(renderProto, "renderProto");
function renderMessage(message, syntax) {
  const isSynthetic = /* @__PURE__ */ __name((index) => message.field.some((field) => field.proto3Optional && field.oneofIndex === index), "isSynthetic");
  const inOneof = /* @__PURE__ */ __name((field) => field.oneofIndex !== void 0 && !field.proto3Optional && hasOneof(field), "inOneof");
  const groups = message.field.filter(({ type }) => type === FieldDescriptorProto_Type.GROUP);
  const nested = message.nestedType.filter(
    ({ name, options }) => !options?.mapEntry && !groups.some(({ typeName }) => typeName.endsWith(`.${name}`))
  );
  return braces(`message ${message.name}`, [
    ...nested.flatMap((inner) => renderMessage(inner, syntax)),
    ...message.enumType.flatMap(renderEnum),
    ...message.field.filter((field) => !inOneof(field)).flatMap((field) => renderField(field, message, syntax)),
    ...message.oneofDecl.flatMap(({ name }, index) => {
      if (isSynthetic(index)) return [];
      const fields = message.field.filter((field) => inOneof(field) && field.oneofIndex === index);
      return braces(
        `oneof ${name}`,
        fields.flatMap((field) => renderField(field, message, "oneof"))
      );
    }),
    ...message.extensionRange.map(({ start, end }) => `extensions ${renderRange(start, end)};`),
    ...message.reservedRange.map(({ start, end }) => `reserved ${renderRange(start, end)};`),
    ...message.reservedName.map((name) => `reserved "${name}";`),
    ...renderExtensions(message.extension, syntax).flat()
  ]);
}
__name(renderMessage, "renderMessage");
function hasOneof(field) {
  return Object.hasOwn(field, "oneofIndex");
}
__name(hasOneof, "hasOneof");
function renderField(field, parent, syntax) {
  const entry = parent.nestedType.find(
    ({ name, options }) => options?.mapEntry === true && field.typeName.endsWith(`.${parent.name}.${name}`)
  );
  const [key, value] = entry?.field ?? [];
  if (key && value)
    return [`map<${typeOf(key)}, ${typeOf(value)}> ${field.name} = ${field.number}${optionsOf(field)};`];
  const label = labelOf(field, syntax);
  const group = parent.nestedType.find(({ name }) => field.typeName.endsWith(`.${name}`));
  if (field.type === FieldDescriptorProto_Type.GROUP && group)
    return [
      `${label}group ${group.name} = ${field.number}${renderMessage(group, syntax).join("\n").slice(`message ${group.name}`.length)}`
    ];
  return [`${label}${typeOf(field)} ${field.name} = ${field.number}${optionsOf(field)};`];
}
__name(renderField, "renderField");
function labelOf({ label, proto3Optional }, syntax) {
  if (label === FieldDescriptorProto_Label.REPEATED) return "repeated ";
  if (label === FieldDescriptorProto_Label.REQUIRED) return "required ";
  const isSaid = proto3Optional || syntax === "proto2" || syntax === "";
  return isSaid && syntax !== "oneof" ? "optional " : "";
}
__name(labelOf, "labelOf");
function typeOf({ type, typeName }) {
  return typeName === "" ? (FieldDescriptorProto_Type[type] ?? "").toLowerCase() : typeName;
}
__name(typeOf, "typeOf");
function optionsOf({ options, defaultValue, jsonName, name, type }) {
  const isText = type === FieldDescriptorProto_Type.STRING || type === FieldDescriptorProto_Type.BYTES;
  const all = [
    ...defaultValue === "" ? [] : [`default = ${isText ? JSON.stringify(defaultValue) : defaultValue}`],
    ...jsonName === "" || jsonName === camelCase(name) ? [] : [`json_name = "${jsonName}"`],
    ...options && Object.hasOwn(options, "packed") ? [`packed = ${options.packed}`] : []
  ];
  return all.length === 0 ? "" : ` [${all.join(", ")}]`;
}
__name(optionsOf, "optionsOf");
function renderExtensions(extensions, syntax) {
  return extensions.map(
    (field) => braces(`extend ${field.extendee}`, [
      `${labelOf(field, syntax)}${typeOf(field)} ${field.name} = ${field.number}${optionsOf(field)};`
    ])
  );
}
__name(renderExtensions, "renderExtensions");
function renderEnum({ name, value, options }) {
  return braces(`enum ${name}`, [
    ...options?.allowAlias ? ["option allow_alias = true;"] : [],
    ...value.map((one) => `${one.name} = ${one.number};`)
  ]);
}
__name(renderEnum, "renderEnum");
function renderRange(start, end) {
  return end - 1 === start ? String(start) : `${start} to ${end > 5e8 ? "max" : end - 1}`;
}
__name(renderRange, "renderRange");
function braces(head, body) {
  return [`${head} {`, ...body.map((line) => `  ${line.replaceAll("\n", "\n  ")}`), "}"];
}
__name(braces, "braces");
function camelCase(name) {
  return name.replace(/_([a-zA-Z0-9])/g, (_, letter) => letter.toUpperCase());
}
__name(camelCase, "camelCase");

// src/formats/protobuf/for-registry.ts
function compileForRegistry(source) {
  const compiled = compileProto(source);
  const { proto } = compiled.file;
  const isText = /[;{]/.test(source.text);
  return {
    compiled,
    canonical: isText ? source.text.trim() : renderProto(proto),
    serialized: Buffer.from(toBinary(FileDescriptorProtoSchema, proto)).toString("base64")
  };
}
__name(compileForRegistry, "compileForRegistry");
export {
  compileForRegistry
};
