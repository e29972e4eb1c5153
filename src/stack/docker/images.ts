import { type ContainerRuntimeClient, ImageName } from 'testcontainers';
import { getAuthConfig } from 'testcontainers/build/container-runtime/index.js';
import type { Clock } from '../../base/clock.ts';
import { dockerError } from './docker-error.ts';
import { readProgress } from './progress.ts';

export interface ImageOptions {
  readonly clock: Clock;
  readonly client: ContainerRuntimeClient;
  /** Told of what is being done, at most about once a second. */
  readonly onProgress: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Pulls an image that is not here. @throws RunError DOCKER_IMAGE_NOT_FOUND, DOCKER_DISK_FULL */
export async function ensureImage(name: string, options: ImageOptions): Promise<void> {
  const { dockerode } = options.client.container;
  if (await isHere(name, options)) return;
  try {
    const authconfig = await authFor(name, options.client);
    const stream = await dockerode.pull(name, {
      ...(authconfig ? { authconfig } : {}),
      abortSignal: options.signal,
    });
    await readProgress(stream, {
      clock: options.clock,
      onProgress: (text) => options.onProgress(`pulled ${text}`),
    });
  } catch (cause) {
    options.signal.throwIfAborted();
    throw dockerError(`image "${name}" could not be pulled`, cause, 'DOCKER_IMAGE_NOT_FOUND');
  }
}

async function isHere(name: string, { client }: ImageOptions): Promise<boolean> {
  try {
    await client.container.dockerode.getImage(name).inspect();
    return true;
  } catch (cause) {
    if ((cause as { statusCode?: number }).statusCode === 404) return false;
    throw dockerError(`image "${name}" could not be looked up`, cause);
  }
}

/** Credentials that `docker login` has stored for the image's registry. */
async function authFor(name: string, { info }: ContainerRuntimeClient): Promise<object | undefined> {
  const { registry } = ImageName.fromString(name);
  return getAuthConfig(registry ?? info.containerRuntime.indexServerAddress);
}
