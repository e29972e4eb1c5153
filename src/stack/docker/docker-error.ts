import { describeError, type ErrorCode, RunError } from '../../base/errors.ts';

/** Texts of the Docker daemon, and what they mean; the first that matches counts. */
const KNOWN: readonly { readonly pattern: RegExp; readonly code: ErrorCode; readonly hint: string }[] = [
  {
    pattern: /no space left on device|disk quota exceeded/i,
    code: 'DOCKER_DISK_FULL',
    hint: 'free space where Docker keeps its data: `docker system df` shows what takes it, `docker system prune` removes what is unused',
  },
  {
    pattern: /port is already allocated|address already in use|ports are not available/i,
    code: 'DOCKER_PORT_TAKEN',
    hint: 'end the program that listens there, or configure another port',
  },
  {
    pattern:
      /executable file not found|exec: .*(no such file or directory|permission denied|exec format error)/i,
    code: 'SERVICE_NOT_STARTED',
    hint: 'check its command: that program must be in the image, for the processor of this machine',
  },
  {
    pattern: /unable to prepare context|path .* not found|failed to read dockerfile/i,
    code: 'DOCKER_BUILD_FAILED',
    hint: '"context" is relative to flowproof.yaml, "dockerfile" to the context',
  },
  {
    pattern: /dependency failed to start|didn't complete successfully/i,
    code: 'SERVICE_NOT_READY',
    hint: 'another service of the compose file depends on it: look at its last lines',
  },
  {
    pattern: /invalid reference format|unescaped characters/i,
    code: 'DOCKER_IMAGE_NOT_FOUND',
    hint: 'write it as [registry/]name[:tag], the name in lower case',
  },
  {
    pattern:
      /no such image|not found: manifest|manifest unknown|pull access denied|repository does not exist|unauthorized|denied: requested access/i,
    code: 'DOCKER_IMAGE_NOT_FOUND',
    hint: 'check the name and tag, whether `docker pull` of it works here, and `docker login` for a private registry',
  },
  {
    pattern: /no such host|TLS handshake timeout|i\/o timeout|connection refused|Client\.Timeout|x509:/i,
    code: 'DOCKER_IMAGE_NOT_FOUND',
    hint: 'the Docker daemon does not reach the registry: check the name of the registry, and the network and proxy of the daemon; an image that is here already is not pulled',
  },
  {
    pattern: /EACCES|permission denied while trying to connect/i,
    code: 'DOCKER_DENIED',
    hint: 'let this user use Docker: add it to the group "docker"',
  },
  {
    pattern: /ECONNREFUSED|ENOENT|ECONNRESET|socket hang up|Cannot connect to the Docker daemon/i,
    code: 'DOCKER_NOT_RUNNING',
    hint: 'start the Docker daemon; `docker info` tells when it answers',
  },
];

/** What Docker could not do, as one clear error: `what` is the sentence's beginning. */
export function dockerError(what: string, cause: unknown, fallback: ErrorCode = 'DOCKER_FAILED'): RunError {
  if (cause instanceof RunError) return cause;
  const text = sentenceOf(cause);
  const known = KNOWN.find(({ pattern }) => pattern.test(text));
  return new RunError(known?.code ?? fallback, `${what}: ${text}`, { hint: known?.hint, cause });
}

/** What stands around the sentence that says it: of the client, of the daemon, of the runtime that it starts. */
const AROUND: readonly RegExp[] = [
  /^\(HTTP code \d+\) [^-]+ - /,
  /^(ERROR|Error response from daemon): /,
  /^driver failed programming external connectivity on endpoint \S+ \(\w+\): (Error starting userland proxy: )?/,
  /^(failed to build: )?failed to solve: (rpc error: code = \w+ desc = )?(failed to solve with frontend \S+: )?/,
  /^.*OCI runtime create failed: .*unable to start container process: /,
];

function sentenceOf(cause: unknown): string {
  return AROUND.reduce((text, around) => text.replace(around, ''), describeError(cause).trim()).trim();
}
