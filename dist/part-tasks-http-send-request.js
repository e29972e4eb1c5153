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
import "./part-base-count.js";
import {
  __name,
  __toESM
} from "./part-shared.js";

// src/tasks/http/send-request.ts
var import_node_http = __toESM(require_http(), 1);
var import_node_https = __toESM(require_https(), 1);
import { pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
var MOST_REDIRECTS = 10;
async function sendRequest(request, signal) {
  const limit = AbortSignal.timeout(Math.max(1, Math.ceil(request.timeoutMs)));
  let current = request;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await exchange(current, { signal, limit });
    const next = request.followRedirects ? redirectOf(current, answer) : void 0;
    if (!next) return answer;
    answer.body.resume();
    current = next;
  }
  throw new RunError(
    "HTTP_FAILED",
    `${request.method} ${request.url} was redirected more than ${MOST_REDIRECTS} times`
  );
}
__name(sendRequest, "sendRequest");
async function exchange({ method, url, headers, body, tls, timeoutMs }, { signal, limit }) {
  const send = url.startsWith("https:") ? import_node_https.request : import_node_http.request;
  try {
    const answer = await new Promise((resolve, reject) => {
      const request = send(url, {
        method,
        headers,
        ...tls,
        signal: AbortSignal.any([signal, limit]),
        agent: false
      });
      request.on("response", resolve).on("error", reject);
      request.end(body);
    });
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: decompress(answer, method) };
  } catch (cause) {
    signal.throwIfAborted();
    const why = limit.aborted ? `no answer within ${timeoutMs} ms` : describeCause(cause);
    throw new RunError("HTTP_FAILED", `${method} ${url} failed: ${why}`, { cause });
  }
}
__name(exchange, "exchange");
function describeCause(cause) {
  if (cause instanceof AggregateError) return describeError(cause.errors[0]);
  return describeError(cause);
}
__name(describeCause, "describeCause");
function decompress(answer, method) {
  const decoder = DECODERS[String(answer.headers["content-encoding"] ?? "").toLowerCase()];
  if (!decoder || method === "HEAD" || answer.statusCode === 204) return answer;
  const decoded = decoder();
  pipeline(answer, decoded, () => void 0);
  return decoded;
}
__name(decompress, "decompress");
var DECODERS = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress
};
function redirectOf(request, { status, headers }) {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === void 0) return void 0;
  const url = new URL(location, request.url);
  const becomesGet = status === 303 ? request.method !== "HEAD" : request.method === "POST" && status < 303;
  const isElsewhere = url.origin !== new URL(request.url).origin;
  const dropped = /* @__PURE__ */ new Set([
    ...becomesGet ? ["content-type", "content-length"] : [],
    ...isElsewhere ? ["authorization", "cookie"] : []
  ]);
  const kept = Object.entries(request.headers).filter(([name]) => !dropped.has(name));
  return {
    ...request,
    url: url.href,
    headers: Object.fromEntries(kept),
    ...becomesGet ? { method: "GET", body: void 0 } : {}
  };
}
__name(redirectOf, "redirectOf");
export {
  sendRequest
};
