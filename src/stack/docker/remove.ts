import type { ContainerRuntimeClient } from 'testcontainers';
import { dockerError } from './docker-error.ts';
import { ofRun } from './labels.ts';

/** What Docker answers for something that another has removed, or is removing. */
const GONE = [404, 409];

/** Removes every container, network and volume of a run. Resolves with how many there were. @throws RunError DOCKER_* */
export async function removeAllOf(runId: string, client: ContainerRuntimeClient): Promise<number> {
  const { dockerode } = client.container;
  const filters = ofRun(runId);
  try {
    const containers = await dockerode.listContainers({ all: true, filters });
    await Promise.all(
      containers.map(({ Id }) => unlessGone(dockerode.getContainer(Id).remove({ force: true, v: true }))),
    );
    const networks = await dockerode.listNetworks({ filters });
    const { Volumes: volumes } = await dockerode.listVolumes({ filters });
    await Promise.all([
      ...networks.map(({ Id }) => unlessGone(dockerode.getNetwork(Id).remove())),
      ...volumes.map(({ Name }) => unlessGone(dockerode.getVolume(Name).remove({ force: true }))),
    ]);
    return containers.length + networks.length + volumes.length;
  } catch (cause) {
    throw dockerError(`what run ${runId} has started in Docker could not be removed`, cause);
  }
}

async function unlessGone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (cause) {
    if (!GONE.includes((cause as { statusCode?: number }).statusCode ?? 0)) throw cause;
  }
}
