import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  RunError,
  describeError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/stack/docker/docker-error.ts
var KNOWN = [
  {
    pattern: /no space left on device|disk quota exceeded/i,
    code: "DOCKER_DISK_FULL",
    hint: "free space where Docker keeps its data: `docker system df` shows what takes it, `docker system prune` removes what is unused"
  },
  {
    pattern: /port is already allocated|address already in use|ports are not available/i,
    code: "DOCKER_PORT_TAKEN",
    hint: "end the program that listens there, or configure another port"
  },
  {
    pattern: /no such image|not found: manifest|manifest unknown|pull access denied|repository does not exist|no such host|unauthorized|denied: requested access|TLS handshake timeout/i,
    code: "DOCKER_IMAGE_NOT_FOUND",
    hint: "check the name and tag, whether `docker pull` of it works here, and `docker login` for a private registry"
  },
  {
    pattern: /EACCES|permission denied while trying to connect/i,
    code: "DOCKER_DENIED",
    hint: 'let this user use Docker: add it to the group "docker"'
  },
  {
    pattern: /ECONNREFUSED|ENOENT|ECONNRESET|socket hang up|Cannot connect to the Docker daemon/i,
    code: "DOCKER_NOT_RUNNING",
    hint: "start the Docker daemon; `docker info` tells when it answers"
  }
];
function dockerError(what, cause, fallback = "DOCKER_FAILED") {
  if (cause instanceof RunError) return cause;
  const text = sentenceOf(cause);
  const known = KNOWN.find(({ pattern }) => pattern.test(text));
  return new RunError(known?.code ?? fallback, `${what}: ${text}`, { hint: known?.hint, cause });
}
__name(dockerError, "dockerError");
function sentenceOf(cause) {
  const text = describeError(cause).trim();
  return text.replace(/^\(HTTP code \d+\) [^-]+ - /, "").trim();
}
__name(sentenceOf, "sentenceOf");

export {
  dockerError
};
