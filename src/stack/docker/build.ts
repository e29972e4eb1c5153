import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../../base/clock.ts';
import { type DockerCommand, failureOf, runDockerCommand } from './docker-command.ts';
import { throttle } from './progress.ts';

/** How to build an image. */
export interface BuildPlan {
  readonly service: string;
  readonly tag: string;
  /** Absolute. */
  readonly context: string;
  /** Relative to the context. */
  readonly dockerfile: string;
  readonly target: string | undefined;
  readonly args: Readonly<Record<string, string>>;
}

export interface BuildDeps extends Pick<DockerCommand, 'docker' | 'env' | 'signal'> {
  readonly clock: Clock;
  /** Told of each step, at most about once a second. */
  readonly onProgress: (text: string) => void;
}

/** A step, as BuildKit and the builder before it announce it. */
const STEP = /^(Step \d+\/\d+ : |#\d+ \[)/;

/** Builds an image as `docker build` does: `.dockerignore` counts, BuildKit is used where it is there. @throws RunError DOCKER_* */
export async function buildImage(plan: BuildPlan, deps: BuildDeps): Promise<void> {
  const { service, tag, context, dockerfile, target, args } = plan;
  const tell = throttle(deps.clock, (text) => deps.onProgress(`build: ${text}`));
  const outcome = await runDockerCommand({
    ...deps,
    // Another builder that somebody has chosen would keep the image to itself.
    env: { BUILDX_BUILDER: 'default', ...deps.env },
    needer: `service "${service}"`,
    cwd: '/',
    args: [
      'build',
      // Else the builder before BuildKit leaves the container of a step that failed.
      '--force-rm',
      ...['--tag', tag, '--file', join(context, dockerfile)],
      ...(target === undefined ? [] : ['--target', target]),
      ...Object.entries(args).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
      context,
    ],
    onLine: (line) => STEP.test(line) && tell(line),
  });
  if (outcome.code !== 0)
    throw failureOf(`the build of service "${service}" failed`, outcome, 'DOCKER_BUILD_FAILED');
}

/** The name of an image that is built: the same for every run of a project, so that Docker's cache works; another for another project. */
export function tagOf(service: string, directory: string): string {
  const project = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  return `flowproof/${service.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}:${project}`;
}
