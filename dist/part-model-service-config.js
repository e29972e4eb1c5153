import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  PROGRAMS,
  Program,
  cutTemplate,
  isTemplate
} from "./part-expr-template-text.js";
import {
  parseDuration
} from "./part-base-duration.js";
import {
  parseRecordPath
} from "./part-model-record-path.js";
import {
  external_exports
} from "./part-zod.js";
import {
  isJsonObject
} from "./part-model-json.js";
import {
  __name
} from "./part-shared.js";

// src/model/duration.ts
var duration = external_exports.union([external_exports.string(), external_exports.number()]).transform((value, context) => {
  const ms = parseDuration(value);
  if (ms !== void 0) return ms;
  context.addIssue({
    code: "custom",
    message: `"${value}" is not a duration`,
    params: { hint: "write a number with a unit: 500ms, 2s, 1m, 1h, 1d; a bare number is milliseconds" }
  });
  return external_exports.NEVER;
}).meta({ title: "Duration", examples: ["500ms", "2s", "1m"] });

// src/model/kafka-security.ts
var text = external_exports.string().min(1);
var pem = "a file beside flowproof.yaml, or the PEM text itself";
var login = {
  username: text.describe("may be an expression"),
  password: text.describe("best from a variable with secret: true")
};
var saslConfig = external_exports.discriminatedUnion("mechanism", [
  external_exports.strictObject({ mechanism: external_exports.literal("plain").describe("SASL/PLAIN; over TLS only"), ...login }),
  external_exports.strictObject({ mechanism: external_exports.literal("scram-sha-256").describe("SASL/SCRAM with SHA-256"), ...login }),
  external_exports.strictObject({ mechanism: external_exports.literal("scram-sha-512").describe("SASL/SCRAM with SHA-512"), ...login }),
  external_exports.strictObject({
    mechanism: external_exports.literal("oauthbearer").describe("a token of an authorization server"),
    tokenUrl: text.describe("the token endpoint, asked with the client credentials grant"),
    clientId: text.describe("as the authorization server knows it"),
    clientSecret: text.describe("best from a variable with secret: true"),
    scope: text.optional().describe("what is asked for"),
    audience: text.optional().describe("sent where the authorization server wants one"),
    extensions: external_exports.record(text, text).optional().describe("SASL extensions, such as logicalCluster")
  }),
  external_exports.strictObject({
    mechanism: external_exports.literal("aws-msk-iam").describe("IAM of Amazon MSK"),
    region: text.describe("of the cluster"),
    accessKeyId: text.optional().describe("default: AWS_ACCESS_KEY_ID of the environment"),
    secretAccessKey: text.optional().describe("default: AWS_SECRET_ACCESS_KEY of the environment"),
    sessionToken: text.optional().describe("default: AWS_SESSION_TOKEN of the environment")
  })
]);
var tlsConfig = external_exports.union([
  external_exports.boolean(),
  external_exports.strictObject({
    ca: text.optional().describe(`the authority that signed the brokers' certificates: ${pem}`),
    cert: text.optional().describe(`the client's own certificate, for mTLS: ${pem}`),
    key: text.optional().describe(`the key of "cert": ${pem}`),
    passphrase: text.optional().describe("of the key"),
    skipVerify: external_exports.boolean().optional().describe("accept any certificate, for tests only; default false")
  })
]);
var clientConfig = external_exports.strictObject({
  connectTimeout: duration.optional().describe("for a connection to be made; default 5s"),
  requestTimeout: duration.optional().describe("for an answer; default 10s"),
  patience: duration.optional().describe("how long a cluster that was there may be away; default 30s")
});

// src/model/scalar-text.ts
var scalarText = external_exports.union([external_exports.string(), external_exports.number(), external_exports.boolean()]).transform(String);

// src/model/kafka-config.ts
var text2 = external_exports.string().min(1);
var topicConfig = external_exports.strictObject({
  partitions: external_exports.int().min(1).optional().describe("how many partitions; default: the broker's"),
  config: external_exports.record(external_exports.string(), scalarText).optional().describe("topic configuration, as Kafka names it")
});
var clusterConfig = external_exports.strictObject({
  provider: external_exports.enum(["embedded", "docker", "external"]).optional().describe("where the broker comes from; default embedded"),
  port: external_exports.int().min(0).max(65535).optional().describe("embedded, docker: a fixed port for programs that cannot be told; default a free one"),
  image: text2.optional().describe(
    "docker: apache/kafka (default), apache/kafka-native, confluentinc/cp-kafka, redpandadata/redpanda"
  ),
  bootstrap: external_exports.union([text2.transform((one) => [one]), external_exports.array(text2)]).optional().describe("external: host:port of one or more brokers"),
  topics: external_exports.record(text2, topicConfig.nullable()).optional().describe("created before the services start"),
  createTopics: external_exports.boolean().optional().describe("external: may topics that scenarios produce to be created? default false"),
  sasl: saslConfig.optional().describe("external: how to log in"),
  tls: tlsConfig.optional().describe("external: encrypt; true trusts what Node trusts"),
  client: clientConfig.optional().describe("time limits of the connection")
});
var kafkaConfig = clusterConfig.extend({
  clusters: external_exports.record(text2, clusterConfig).optional().describe("several clusters by name; the first is the default of every task")
}).superRefine(({ clusters, ...single }, context) => {
  const beside = Object.keys(single);
  if (clusters === void 0 || beside.length === 0) return;
  context.addIssue({
    code: "custom",
    path: [beside[0] ?? ""],
    message: `"${beside[0]}" beside "clusters"`,
    params: { hint: "move it into one of the clusters" }
  });
});
var ONLY_CLUSTER = "kafka";
function pathOfCluster({ clusters = {} }, name) {
  return Object.hasOwn(clusters, name) ? ["kafka", "clusters", name] : ["kafka"];
}
__name(pathOfCluster, "pathOfCluster");
function clustersOf({ clusters, ...single }) {
  const named = Object.entries(clusters ?? {});
  return named.length > 0 ? new Map(named) : /* @__PURE__ */ new Map([[ONLY_CLUSTER, single]]);
}
__name(clustersOf, "clustersOf");

// src/model/redaction-rules.ts
var recordPath = external_exports.string().superRefine((path, context) => {
  if (parseRecordPath(path)) return;
  context.addIssue({
    code: "custom",
    message: `"${path}" is no path into a record`,
    params: {
      hint: "write a path such as .record.value.card, .record.value.items[].card, .record.key or .record.header.token"
    }
  });
});
var redactionRules = external_exports.strictObject({
  records: external_exports.boolean().optional().describe("leave the key, the value and the headers out of every record; default false"),
  checks: external_exports.boolean().optional().describe(
    "leave expected and actual values out of the results of checks and their messages; default false"
  ),
  paths: external_exports.array(recordPath).optional().describe(
    "what stands there in a record is left out of it, and of the checks and messages of its scenario"
  ),
  headers: external_exports.array(external_exports.string().min(1)).optional().describe("names of headers whose values are left out, in any letter case; of HTTP responses too")
});

// src/model/schema-registry-config.ts
var text3 = external_exports.string().min(1);
var authConfig = external_exports.union([
  external_exports.strictObject({
    basic: external_exports.strictObject({
      username: text3.describe("may be an expression"),
      password: text3.describe("best from a variable with secret: true")
    }).describe("HTTP basic authentication")
  }),
  external_exports.strictObject({ bearer: text3.describe("a token, best from a variable with secret: true") })
]);
var registeredSchema = external_exports.union([
  text3.describe("a file: .avsc, .json or .proto"),
  external_exports.strictObject({
    file: text3.describe(".avsc, .json or .proto"),
    references: external_exports.array(
      external_exports.strictObject({
        name: text3.describe("what the schema calls it: a full name, an import path, or a URI"),
        subject: text3.describe("that it is registered under"),
        version: external_exports.int().min(1).describe("of the subject")
      })
    ).optional().describe("what the schema refers to; must be registered before it")
  })
]);
var schemaRegistryConfig = external_exports.strictObject({
  provider: external_exports.enum(["embedded", "docker", "external"]).optional().describe('where the registry comes from; default embedded, with "url" external'),
  url: text3.optional().describe("external: with its path, for Apicurio /apis/ccompat/v7"),
  port: external_exports.int().min(0).max(65535).optional().describe("embedded, docker: a fixed port for programs that cannot be told; default a free one"),
  image: text3.optional().describe("docker: apicurio/apicurio-registry (default), confluentinc/cp-schema-registry"),
  auth: authConfig.optional().describe("external: how to log in"),
  tls: tlsConfig.optional().describe("external: certificates of an https url"),
  schemas: external_exports.record(text3, registeredSchema).optional().describe("registered by subject, in this order, before the services start")
}).superRefine(({ provider, url }, context) => {
  const isExternal = (provider ?? (url === void 0 ? "embedded" : "external")) === "external";
  const refuse = /* @__PURE__ */ __name((path, message, hint) => context.addIssue({ code: "custom", path: [path], message, params: { hint } }), "refuse");
  if (isExternal && url === void 0)
    refuse("provider", 'an external schema registry without "url"', 'add "url: http://…"');
  if (!isExternal && url !== void 0)
    refuse("url", `"url" beside the provider "${provider}"`, "leave out one of the two");
});

// src/model/service-config.ts
var text4 = external_exports.string().min(1);
var port = external_exports.int().min(1).max(65535);
var readyConfig = external_exports.strictObject({
  log: text4.refine(isPattern, {
    error: "not a regular expression",
    params: { hint: "write it as /regex/ or /regex/i" }
  }).optional().describe("/regex/ that a line of its output matches; other text is searched for as it is"),
  http: external_exports.union([
    text4.transform((url) => ({ url })),
    external_exports.strictObject({
      url: text4.describe("that is asked"),
      status: external_exports.int().optional().describe("that it must answer; default any 2xx")
    })
  ]).optional().describe("a URL that answers, with 2xx or the status given"),
  port: port.optional().describe("a TCP port of the service that accepts a connection"),
  exec: text4.optional().describe("a command, run where the service runs, that ends with code 0"),
  healthy: external_exports.literal(true).optional().describe("the health check of the container's image is green"),
  group: external_exports.union([text4.transform((one) => [one]), external_exports.array(text4).min(1)]).optional().describe("a consumer group, or several, stable with partitions assigned"),
  timeout: duration.optional().describe("default 60s")
}).superRefine((ready, context) => {
  const given = PROBES.filter((probe) => ready[probe] !== void 0);
  if (given.length === 1) return;
  context.addIssue({
    code: "custom",
    message: given.length === 0 ? "nothing to wait for" : `more than one thing to wait for: ${given.join(", ")}`,
    params: { hint: `write exactly one of ${PROBES.join(", ")}` }
  });
});
var PROBES = ["log", "http", "port", "exec", "healthy", "group"];
function parsePattern(written) {
  const [, source, flags = ""] = /^\/(.+)\/([a-z]*)$/s.exec(written) ?? [];
  return source === void 0 ? new RegExp(written.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")) : new RegExp(source, flags.replaceAll(/[gy]/g, ""));
}
__name(parsePattern, "parsePattern");
function isPattern(written) {
  try {
    return parsePattern(written) instanceof RegExp;
  } catch {
    return false;
  }
}
__name(isPattern, "isPattern");
var buildConfig = external_exports.union([
  text4.transform((context) => ({ context })),
  external_exports.strictObject({
    context: text4.describe("the folder that the Dockerfile may copy from"),
    dockerfile: text4.optional().describe('relative to the context; default "Dockerfile"'),
    target: text4.optional().describe("stage to build"),
    args: external_exports.record(text4, scalarText).optional().describe("build arguments")
  })
]);
var FORMS = ["command", "image", "build", "compose"];
var serviceConfig = external_exports.strictObject({
  command: text4.optional().describe("the process to start; a shell only where the text needs one"),
  image: text4.optional().describe("a container of this image"),
  build: buildConfig.optional().describe("a container of an image that is built first: a folder, or more"),
  compose: text4.optional().describe("a compose file; all its services"),
  env: external_exports.record(text4, scalarText).optional().describe("added to the inherited environment of a process; may hold ${{ .kafka.bootstrap }}"),
  cwd: text4.optional().describe("default: the folder of flowproof.yaml; in a container the image's own"),
  ports: external_exports.array(port).optional().describe("TCP ports that it listens on; others reach it with ${{ .services.<name>.url }}"),
  volumes: external_exports.array(text4).optional().describe(
    "of a container: ./folder:/in/container, or name:/in/container; :ro at the end forbids writing"
  ),
  logs: external_exports.strictObject({ save: external_exports.boolean().optional().describe("into logs/<service>.log; default true") }).optional().describe("what becomes of its output"),
  ready: readyConfig.optional().describe(
    "without it a service is ready once it runs, and a container with a health check once that is green"
  ),
  dependsOn: external_exports.array(text4).optional().describe("services that must be ready before this one starts"),
  grace: duration.optional().describe("how long it may take to end after SIGTERM, before it is killed; default 3s")
}).superRefine((service, context) => {
  const given = FORMS.filter((form) => service[form] !== void 0);
  const containers = given.filter((form) => form !== "command");
  if (given.length === 0) {
    context.addIssue({
      code: "custom",
      message: "nothing to start",
      params: { hint: `write one of ${FORMS.join(", ")}` }
    });
  }
  if (containers.length > 1) {
    context.addIssue({
      code: "custom",
      message: `more than one thing to start: ${containers.join(", ")}`,
      params: { hint: "an environment that overrides one form by another sets the first to null" }
    });
  }
});
function isContainer({ image, build, compose }) {
  return image !== void 0 || build !== void 0 || compose !== void 0;
}
__name(isContainer, "isContainer");
var services = external_exports.record(text4, serviceConfig).superRefine((all, context) => {
  for (const [name, { dependsOn = [] }] of Object.entries(all)) {
    for (const [index, other] of dependsOn.entries()) {
      const message = dependencyProblem(all, name, other);
      if (message !== void 0)
        context.addIssue({ code: "custom", message, path: [name, "dependsOn", index] });
    }
  }
});
function dependencyProblem(all, name, other) {
  if (!Object.hasOwn(all, other)) return `there is no service "${other}"`;
  return reaches(all, other, name) ? `"${name}" would wait for itself, by "${other}"` : void 0;
}
__name(dependencyProblem, "dependencyProblem");
function reaches(all, from, to, seen = /* @__PURE__ */ new Set()) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  return (all[from]?.dependsOn ?? []).some((next) => reaches(all, next, to, /* @__PURE__ */ new Set([...seen, from])));
}
__name(reaches, "reaches");

// src/model/project-config.ts
var text5 = external_exports.string().min(1);
function isEnvironmentReference(value) {
  return isJsonObject(value) && typeof value.fromEnv === "string";
}
__name(isEnvironmentReference, "isEnvironmentReference");
var REFERENCE_KEYS = ["fromEnv", "secret", "default"];
var variable = external_exports.unknown().superRefine((value, context) => {
  if (!isJsonObject(value) || !("fromEnv" in value)) return;
  const { fromEnv, secret = false } = value;
  const hint = "write { fromEnv: NAME, secret: true, default: value }; all but the first are optional";
  const refuse = /* @__PURE__ */ __name((message, key) => context.addIssue({ code: "custom", message, path: [key], params: { hint } }), "refuse");
  if (typeof fromEnv !== "string" || fromEnv === "")
    refuse('"fromEnv" takes the name of an environment variable', "fromEnv");
  if (typeof secret !== "boolean") refuse('"secret" is true or false', "secret");
  for (const key of Object.keys(value).filter((one) => !REFERENCE_KEYS.includes(one)))
    refuse(`unknown key "${key}" beside "fromEnv"`, key);
}).describe("any value, or { fromEnv: NAME, secret: true } for one of an environment variable");
var variables = external_exports.record(text5, variable);
var environmentConfig = external_exports.looseObject({
  variables: variables.optional().describe("values for `.env` and `.variables`")
}).nullable();
var projectConfig = external_exports.strictObject({
  scenarios: external_exports.union([text5.transform((one) => [one]), external_exports.array(text5)]).optional().describe('globs; default "scenarios/**/*.yaml"'),
  kafka: kafkaConfig.optional().describe("the cluster under the run, or several; default embedded"),
  schemaRegistry: schemaRegistryConfig.optional().describe("a Confluent-compatible schema registry, for the formats and the services"),
  services: services.optional().describe("the services under test, by name"),
  suites: external_exports.record(
    text5,
    external_exports.strictObject({
      fresh: external_exports.boolean().optional().describe("as `fresh` of each of its scenarios; default false")
    })
  ).optional().describe("what the scenarios of a suite have in common, by its name"),
  traces: external_exports.boolean().optional().describe(
    "receive the OpenTelemetry spans of the services: they are told where by OTEL_EXPORTER_OTLP_ENDPOINT, and `.traces.url`"
  ),
  variables: variables.optional().describe("values for `.variables`, evaluated once, in order"),
  environments: external_exports.record(text5, environmentConfig).optional().describe("override any section by deep merge, where null takes away; chosen by --env"),
  defaults: external_exports.strictObject({
    timeout: duration.optional().describe("of a scenario; default 5m"),
    retries: external_exports.int().min(0).max(100).optional().describe("how often a scenario is run again; default 0"),
    concurrency: external_exports.union([external_exports.literal("auto"), external_exports.int().min(1)]).optional().describe("how many scenarios at a time; default auto: as many as there are processors")
  }).optional().describe("what scenarios do not say themselves"),
  redact: redactionRules.optional().describe("what reports and output leave out, beside secrets")
});

// src/expr/template.ts
var Template = class {
  static {
    __name(this, "Template");
  }
  source;
  /** In order; no text is empty. */
  parts;
  /** What the result must be; it is checked when it is known. */
  schema;
  constructor(source, schema) {
    this.source = source;
    this.parts = cutTemplate(source);
    this.schema = schema;
  }
  get [PROGRAMS]() {
    return this.parts.filter((part) => part instanceof Program).map((program) => ({ program, path: [], at: "value" }));
  }
  toString() {
    return this.source;
  }
  toJSON() {
    return this.source;
  }
};
var EXPRESSION = /\$\{\{/;
var NO_EXPRESSION = "no expression";
function input(schema) {
  const template = external_exports.string({ error: NO_EXPRESSION }).regex(EXPRESSION).refine(() => !isReadingResult).transform((text6) => new Template(text6, schema)).meta({ examples: ["${{ .variables.id }}"] });
  return external_exports.union([template, schema]);
}
__name(input, "input");
function fixedText() {
  return external_exports.string().min(1).refine((text6) => !EXPRESSION.test(text6), { error: NOT_YET });
}
__name(fixedText, "fixedText");
var NOT_YET = "this must be known before anything runs: write the value itself";
function freeform() {
  return external_exports.unknown().transform(findTemplates);
}
__name(freeform, "freeform");
function findTemplates(value) {
  if (typeof value === "string") return isTemplate(value) && !isReadingResult ? new Template(value) : value;
  if (typeof value !== "object" || value === null) return value;
  const found = Array.isArray(value) ? value.map(findTemplates) : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, findTemplates(inner)]));
  return found;
}
__name(findTemplates, "findTemplates");
var isReadingResult = false;
function readResult(schema, value) {
  isReadingResult = true;
  try {
    return schema.safeParse(value);
  } finally {
    isReadingResult = false;
  }
}
__name(readResult, "readResult");

export {
  duration,
  pathOfCluster,
  clustersOf,
  readyConfig,
  parsePattern,
  serviceConfig,
  isContainer,
  isEnvironmentReference,
  variable,
  projectConfig,
  Template,
  EXPRESSION,
  NO_EXPRESSION,
  input,
  fixedText,
  NOT_YET,
  freeform,
  findTemplates,
  readResult
};
