import { createHash } from 'node:crypto';
import { type ContainerRuntimeClient, ImageName } from 'testcontainers';
import { getAuthConfig } from 'testcontainers/build/container-runtime/index.js';
import type { Clock } from '../../base/clock.ts';
import { RunError } from '../../base/errors.ts';
import { dockerError } from './docker-error.ts';
import { readProgress } from './progress.ts';

export interface ImageOptions {
  readonly clock: Clock;
  readonly client: ContainerRuntimeClient;
  /** Told of what is being done, at most about once a second. */
  readonly onProgress: (text: string) => void;
  readonly signal: AbortSignal;
}

/** How to build an image. */
export interface BuildPlan {
  readonly tag: string;
  /** Absolute. */
  readonly context: string;
  /** Relative to the context. */
  readonly dockerfile: string;
  readonly target: string | undefined;
  readonly args: Readonly<Record<string, string>>;
}

/** How many lines of a failed build explain it. */
const SHOWN_LINES = 20;

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

/** Builds an image; what its `.dockerignore` names stays out. @throws RunError DOCKER_BUILD_FAILED, DOCKER_DISK_FULL */
export async function buildImage(plan: BuildPlan, options: ImageOptions): Promise<void> {
  const lines: string[] = [];
  try {
    const stream = await options.client.container.dockerode.buildImage(
      { context: plan.context, src: ['.'] },
      {
        t: plan.tag,
        dockerfile: plan.dockerfile,
        buildargs: { ...plan.args },
        abortSignal: options.signal,
        ...(plan.target === undefined ? {} : { target: plan.target }),
      },
    );
    await readProgress(stream, {
      clock: options.clock,
      onProgress: (text) => options.onProgress(`build: ${text}`),
      onLine: (line) => {
        lines.push(line);
        if (lines.length > SHOWN_LINES) lines.shift();
      },
    });
  } catch (cause) {
    options.signal.throwIfAborted();
    const { code, message, hint } = dockerError(
      `the build of "${plan.context}" failed`,
      cause,
      'DOCKER_BUILD_FAILED',
    );
    throw new RunError(code, message, {
      hint: hint ?? 'the last lines of the build are below',
      detail: lines,
      cause,
    });
  }
}

/** The name of an image that is built: the same for every run of a project, so that Docker's cache works; another for another project. */
export function tagOf(service: string, directory: string): string {
  const project = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  return `flowproof/${service.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}:${project}`;
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
