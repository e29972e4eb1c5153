import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  require_https
} from "./part-node-https.js";
import {
  require_http
} from "./part-node-http.js";
import {
  RunError,
  describeError
} from "./part-base-errors.js";
import {
  __name,
  __toESM
} from "./part-shared.js";

// src/kafka/schema-registry-http.ts
var import_node_http = __toESM(require_http(), 1);
var import_node_https = __toESM(require_https(), 1);
var DEFAULT_TIMEOUT_MS = 1e4;
var MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
async function askRegistry(access, { path, body, signal }) {
  const url = `${access.url.replace(/\/+$/, "")}${path}`;
  const limit = AbortSignal.timeout(access.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    const { status, text } = await send(url, { access, body, signal: AbortSignal.any([signal, limit]) });
    if (status === 401 || status === 403) throw denied(access, status);
    return { status, body: parseBody(text, access) };
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof RunError) throw cause;
    const why = limit.aborted ? "it did not answer in time" : reasonOf(cause);
    throw new RunError(
      "SCHEMA_REGISTRY_UNREACHABLE",
      `the schema registry at ${access.url} cannot be reached: ${why}`,
      { hint: hintFor(cause), cause }
    );
  }
}
__name(askRegistry, "askRegistry");
var HINTS = [
  {
    pattern: /SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_UNTRUSTED/,
    hint: "set schemaRegistry.tls.ca to the file of the authority that signed its certificate"
  },
  {
    pattern: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/,
    hint: "renew its certificate, or check the clock of this machine"
  },
  { pattern: /ALTNAME_INVALID/, hint: "put a name that its certificate lists into schemaRegistry.url" },
  {
    pattern: /ALERT_(CERTIFICATE|BAD_CERTIFICATE|HANDSHAKE|UNKNOWN_CA)/,
    hint: "set schemaRegistry.tls.cert and schemaRegistry.tls.key to a certificate that it trusts"
  },
  { pattern: /wrong version number/, hint: "it does not speak TLS: write http:// in schemaRegistry.url" },
  { pattern: /ECONNRESET|HPE_/, hint: "if it speaks TLS, write https:// in schemaRegistry.url" },
  { pattern: /ENOTFOUND|EAI_AGAIN/, hint: "correct the host in schemaRegistry.url" }
];
function hintFor(cause) {
  const { code = "" } = cause;
  const known = HINTS.find(({ pattern }) => pattern.test(code) || pattern.test(reasonOf(cause)));
  return known?.hint ?? 'check "schemaRegistry" in flowproof.yaml, and that the registry runs';
}
__name(hintFor, "hintFor");
function reasonOf(cause) {
  const { reason } = cause;
  return typeof reason === "string" ? reason : describeError(cause);
}
__name(reasonOf, "reasonOf");
function send(url, { access, body, signal }) {
  const request = url.startsWith("https:") ? import_node_https.request : import_node_http.request;
  const { promise, resolve, reject } = Promise.withResolvers();
  const sent = body === void 0 ? void 0 : Buffer.from(JSON.stringify(body));
  const options = {
    method: sent ? "POST" : "GET",
    headers: {
      accept: `${MEDIA_TYPE}, application/json`,
      ...sent ? { "content-type": MEDIA_TYPE, "content-length": sent.length } : {},
      ...authorization(access)
    },
    ...access.tls,
    signal
  };
  request(url, options, (response) => {
    const chunks = [];
    response.on("data", (chunk) => chunks.push(chunk));
    response.on("error", reject);
    response.on(
      "end",
      () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() })
    );
  }).on("error", reject).end(sent);
  return promise;
}
__name(send, "send");
function authorization({ auth }) {
  if (!auth) return {};
  if ("bearer" in auth) return { authorization: `Bearer ${auth.bearer}` };
  const { username, password } = auth.basic;
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` };
}
__name(authorization, "authorization");
function denied({ url, auth }, status) {
  return new RunError("SCHEMA_REGISTRY_DENIED", `the schema registry at ${url} refuses access (${status})`, {
    hint: auth ? 'check "schemaRegistry.auth" in flowproof.yaml' : 'add "schemaRegistry.auth" with "basic" or "bearer" to flowproof.yaml'
  });
}
__name(denied, "denied");
function parseBody(text, { url }) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RunError("SCHEMA_REGISTRY_REFUSED", `what answers at ${url} is no schema registry: not JSON`, {
      hint: 'check the port and the path of "schemaRegistry.url"',
      cause
    });
  }
}
__name(parseBody, "parseBody");

export {
  askRegistry
};
