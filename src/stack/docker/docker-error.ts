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
      /no such image|not found: manifest|manifest unknown|pull access denied|repository does not exist|no such host|unauthorized|denied: requested access|TLS handshake timeout/i,
    code: 'DOCKER_IMAGE_NOT_FOUND',
    hint: 'check the name and tag, whether `docker pull` of it works here, and `docker login` for a private registry',
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

/** The daemon's own sentence, without what the client puts around it: `(HTTP code 404) no such image - …`. */
function sentenceOf(cause: unknown): string {
  const text = describeError(cause).trim();
  return text.replace(/^\(HTTP code \d+\) [^-]+ - /, '').trim();
}
