import { resolve } from 'node:path';
import { RunError } from '../../base/errors.ts';
import { buildImage, tagOf } from '../docker/build.ts';
import { startContainer } from '../docker/container.ts';
import { controlContainers } from '../docker/control.ts';
import { findFreePort } from '../docker/free-port.ts';
import { ensureImage } from '../docker/images.ts';
import { parseCommand } from './command-line.ts';
import type { DockerDeps, DockerPlan } from './docker-plan.ts';
import { launchCompose } from './launch-compose.ts';
import type { Launched } from './launched.ts';

/** Starts a service as a container of an image, of an image built first, or as the containers of a compose file. @throws RunError DOCKER_* */
export async function launchInDocker(plan: DockerPlan, deps: DockerDeps): Promise<Launched> {
  if (plan.config.compose !== undefined) return launchCompose(plan, plan.config.compose, deps);
  const { service, config } = plan;
  const { docker, output } = deps;
  const { publishedPorts } = plan;
  for (const port of config.ports ?? []) {
    if (!publishedPorts.has(port)) publishedPorts.set(port, await findFreePort());
  }
  const image = await prepareImage(plan, deps);
  const { file, args } = parseCommand(config.command ?? '');
  const container = await startContainer(
    {
      service,
      image,
      env: config.env ?? {},
      command: config.command === undefined ? undefined : [file, ...args],
      workingDirectory: config.cwd,
      ports: Array.from(publishedPorts, ([port, host]) => ({ container: port, host })),
      volumes: await Promise.all((config.volumes ?? []).map((volume) => bindingOf(volume, deps))),
    },
    docker,
    output,
  );
  return controlContainers({
    service,
    containers: [{ name: service, handle: container.handle }],
    docker,
    graceMs: plan.graceMs,
    publishedPorts,
    exited: container.exited.then((code) => ({ code, signal: null })),
    detach: () => container.detach(),
  });
}

async function prepareImage({ service, config }: DockerPlan, deps: DockerDeps): Promise<string> {
  const { docker, directory, emit } = deps;
  const tellOf = (image: string) => ({
    ...deps,
    onProgress: (text: string) => emit({ type: 'image-progressed', image, text }),
  });
  if (config.image !== undefined) {
    await ensureImage(config.image, { ...tellOf(config.image), client: docker.client });
    return config.image;
  }
  if (config.build === undefined)
    throw new RunError('SERVICE_NOT_STARTED', `service "${service}" is no container`);
  const { context, dockerfile = 'Dockerfile', target, args = {} }: BuildConfig = config.build;
  const tag = tagOf(service, directory);
  const plan = { service, tag, context: resolve(directory, context), dockerfile, target, args };
  await buildImage(plan, tellOf(tag));
  return tag;
}

interface BuildConfig {
  readonly context: string;
  readonly dockerfile?: string | undefined;
  readonly target?: string | undefined;
  readonly args?: Readonly<Record<string, string>> | undefined;
}

/** Docker wants the absolute path of a folder; anything else is the name of a volume, which every run has one of its own of. */
async function bindingOf(volume: string, { directory, docker }: DockerDeps): Promise<string> {
  const [source = '', ...rest] = volume.split(':');
  const isPath = /^[./]/.test(source);
  return [isPath ? resolve(directory, source) : await docker.createVolume(source), ...rest].join(':');
}
