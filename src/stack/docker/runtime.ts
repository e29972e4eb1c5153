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
    return await getContainerRuntimeClient();
  } catch (cause) {
    throw explainNoRuntime(env, cause);
  }
}

function explainNoRuntime(env: Environment, cause: unknown): RunError {
  if (env.DOCKER_HOST) {
    return new RunError(
      'DOCKER_NOT_RUNNING',
      `no Docker daemon answers at DOCKER_HOST "${env.DOCKER_HOST}"`,
      {
        hint: 'start that daemon, or correct or unset DOCKER_HOST',
        cause,
      },
    );
  }
  if (may(DEFAULT_SOCKET, constants.F_OK) && !may(DEFAULT_SOCKET, constants.R_OK | constants.W_OK))
    return dockerError('Docker cannot be used', new Error(`EACCES on ${DEFAULT_SOCKET}`));
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
