import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type ContainerRuntimeClient, getContainerRuntimeClient } from 'testcontainers';
import { RunError } from '../../base/errors.ts';
import { dockerError } from './docker-error.ts';

/** Where a Docker daemon listens when nothing else is said. */
const DEFAULT_SOCKET = '/var/run/docker.sock';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The Docker daemon of this machine, or of DOCKER_HOST.
 * @throws RunError DOCKER_MISSING, DOCKER_NOT_RUNNING, DOCKER_DENIED
 */
export async function connectRuntime(env: Environment): Promise<ContainerRuntimeClient> {
  try {
    const client = await getContainerRuntimeClient();
    // The library goes on to another daemon when the one that was asked for does not answer.
    if (isAskedFor(client, env)) return client;
  } catch (cause) {
    throw explainNoRuntime({ env, socket: DEFAULT_SOCKET, cause });
  }
  throw explainNoRuntime({ env, socket: DEFAULT_SOCKET });
}

/** Is it the one that DOCKER_HOST names, if it names one? */
function isAskedFor(client: ContainerRuntimeClient, { DOCKER_HOST }: Environment): boolean {
  if (!DOCKER_HOST) return true;
  const asked = DOCKER_HOST.replace(/^[a-z]+:\/\//, '');
  return asked === socketOf(client) || asked.split(':')[0] === modemOf(client).host;
}

/** The socket of the daemon; undefined when it is reached by TCP. */
export function socketOf(client: ContainerRuntimeClient): string | undefined {
  return modemOf(client).socketPath;
}

/** Where it connects to, which the types leave out. */
function modemOf({ container }: ContainerRuntimeClient): {
  readonly socketPath?: string;
  readonly host?: string;
} {
  return container.dockerode.modem as { readonly socketPath?: string; readonly host?: string };
}

/** What a machine shows of Docker where no daemon was found. */
export interface NoRuntime {
  readonly env: Environment;
  /** Where a daemon of this machine listens. */
  readonly socket: string;
  readonly cause?: unknown;
}

/** Why no daemon was found. */
export function explainNoRuntime({ env, socket, cause }: NoRuntime): RunError {
  const { DOCKER_HOST } = env;
  if (DOCKER_HOST) {
    return new RunError('DOCKER_NOT_RUNNING', `no Docker daemon answers at DOCKER_HOST "${DOCKER_HOST}"`, {
      hint: 'start that daemon, or correct or unset DOCKER_HOST',
      cause,
    });
  }
  if (may(socket, constants.F_OK) && !may(socket, constants.R_OK | constants.W_OK))
    return dockerError('Docker cannot be used', new Error(`EACCES on ${socket}`));
  return isInstalled(env)
    ? new RunError('DOCKER_NOT_RUNNING', 'the Docker daemon does not run', {
        hint: 'start it (Docker Desktop, or `systemctl start docker`); `docker info` tells when it answers',
        cause,
      })
    : new RunError('DOCKER_MISSING', 'this run needs Docker, which is not installed', {
        hint: 'install Docker, or use kafka.provider: embedded and services that are commands',
        cause,
      });
}

function isInstalled({ PATH = '' }: Environment): boolean {
  return PATH.split(delimiter).some((folder) => may(join(folder, 'docker'), constants.X_OK));
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
