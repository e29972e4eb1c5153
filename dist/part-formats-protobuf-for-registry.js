import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  Edition,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FileDescriptorProtoSchema,
  compileProto,
  renderFeatures,
  toBinary
} from "./part-bufbuild-protobuf.js";
import "./part-formats-codec-text.js";
import "./part-formats-codec-unfit.js";
import "./part-base-errors.js";
import "./part-base-count.js";
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
    statements(file.options?.features),
    ...file.enumType.map(renderEnum),
    ...file.messageType.map((message) => renderMessage(message, syntax)),
    ...renderExtensions(file.extension, syntax)
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
__name(renderProto, "renderProto");
function renderMessage(message, syntax) {
  return braces(`message ${message.name}`, [
    ...statements(message.options?.features),
    ...renderMembers(message, syntax),
    ...message.enumType.flatMap(renderEnum),
    ...message.extensionRange.map(({ start, end }) => `extensions ${renderRange(start, end)};`),
    ...message.reservedRange.map(({ start, end }) => `reserved ${renderRange(start, end)};`),
    ...message.reservedName.map((name) => `reserved "${name}";`),
    ...renderExtensions(message.extension, syntax).flat()
  ]);
}
__name(renderMessage, "renderMessage");
function renderMembers(message, syntax) {
  const lines = [];
  const made = new Map(message.field.map((field) => [field, nestedOf(field, message)]));
  const ofFields = new Set(made.values());
  let next = 0;
  const renderNestedBefore = /* @__PURE__ */ __name((end) => {
    for (const nested of message.nestedType.slice(next, end))
      if (!ofFields.has(nested)) lines.push(...renderMessage(nested, syntax));
    next = Math.max(next, end);
  }, "renderNestedBefore");
  for (const field of message.field) {
    const members = membersOf(field, message);
    if (members[0] !== field) continue;
    for (const member of members) {
      const nested = made.get(member);
      if (nested) renderNestedBefore(message.nestedType.indexOf(nested));
    }
    if (isInOneof(field)) {
      const name = message.oneofDecl[field.oneofIndex]?.name;
      lines.push(
        ...braces(
          `oneof ${name}`,
          members.flatMap((one) => renderField(one, message, "oneof"))
        )
      );
    } else lines.push(...renderField(field, message, syntax));
  }
  renderNestedBefore(message.nestedType.length);
  return lines;
}
__name(renderMembers, "renderMembers");
function membersOf(field, { field: all }) {
  return isInOneof(field) ? all.filter((one) => isInOneof(one) && one.oneofIndex === field.oneofIndex) : [field];
}
__name(membersOf, "membersOf");
function isInOneof(field) {
  return hasOneof(field) && !field.proto3Optional;
}
__name(isInOneof, "isInOneof");
function nestedOf(field, { name, nestedType }) {
  const found = nestedType.find((nested) => field.typeName.endsWith(`.${name}.${nested.name}`));
  return found?.options?.mapEntry || field.type === FieldDescriptorProto_Type.GROUP ? found : void 0;
}
__name(nestedOf, "nestedOf");
function hasOneof(field) {
  return Object.hasOwn(field, "oneofIndex");
}
__name(hasOneof, "hasOneof");
function renderField(field, parent, syntax) {
  const nested = nestedOf(field, parent);
  const [key, value] = nested?.field ?? [];
  if (nested?.options?.mapEntry && key && value)
    return [`map<${typeOf(key)}, ${typeOf(value)}> ${field.name} = ${field.number}${optionsOf(field)};`];
  const label = labelOf(field, syntax);
  if (nested)
    return [
      `${label}group ${nested.name} = ${field.number}${renderMessage(nested, syntax).join("\n").slice(`message ${nested.name}`.length)}`
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
  const shown = type === FieldDescriptorProto_Type.STRING ? JSON.stringify(defaultValue) : type === FieldDescriptorProto_Type.BYTES ? `"${defaultValue}"` : defaultValue;
  const all = [
    ...defaultValue === "" ? [] : [`default = ${shown}`],
    ...jsonName === "" || jsonName === camelCase(name) ? [] : [`json_name = "${jsonName}"`],
    ...options && Object.hasOwn(options, "packed") ? [`packed = ${options.packed}`] : []
  ];
  const said = [...all, ...renderFeatures(options?.features)];
  return said.length === 0 ? "" : ` [${said.join(", ")}]`;
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
function renderEnum({
  name,
  value,
  options,
  reservedRange,
  reservedName
}) {
  return braces(`enum ${name}`, [
    ...statements(options?.features),
    ...options?.allowAlias ? ["option allow_alias = true;"] : [],
    ...value.map((one) => `${one.name} = ${one.number};`),
    ...reservedRange.map(({ start, end }) => `reserved ${renderRange(start, end + 1)};`),
    ...reservedName.map((one) => `reserved "${one}";`)
  ]);
}
__name(renderEnum, "renderEnum");
function renderRange(start, end) {
  return end - 1 === start ? String(start) : `${start} to ${end > 5e8 ? "max" : end - 1}`;
}
__name(renderRange, "renderRange");
function statements(features) {
  return renderFeatures(features).map((feature) => `option ${feature};`);
}
__name(statements, "statements");
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
  const identity = renderProto(proto);
  return {
    compiled,
    identity,
    canonical: isText ? source.text.trim() : identity,
    serialized: Buffer.from(toBinary(FileDescriptorProtoSchema, proto)).toString("base64")
  };
}
__name(compileForRegistry, "compileForRegistry");
export {
  compileForRegistry
};
