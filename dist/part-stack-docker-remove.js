import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  ofRun
} from "./part-stack-docker-labels.js";
import {
  dockerError
} from "./part-stack-docker-docker-error.js";
import {
  __name
} from "./part-shared.js";

// src/stack/docker/remove.ts
var GONE = [404, 409];
async function removeAllOf(runId, client) {
  const { dockerode } = client.container;
  const filters = ofRun(runId);
  try {
    const containers = await dockerode.listContainers({ all: true, filters });
    await Promise.all(
      containers.map(({ Id }) => unlessGone(dockerode.getContainer(Id).remove({ force: true, v: true })))
    );
    const networks = await dockerode.listNetworks({ filters });
    const { Volumes: volumes } = await dockerode.listVolumes({ filters });
    await Promise.all([
      ...networks.map(({ Id }) => unlessGone(dockerode.getNetwork(Id).remove())),
      ...volumes.map(({ Name }) => unlessGone(dockerode.getVolume(Name).remove({ force: true })))
    ]);
    return containers.length + networks.length + volumes.length;
  } catch (cause) {
    throw dockerError(`what run ${runId} has started in Docker could not be removed`, cause);
  }
}
__name(removeAllOf, "removeAllOf");
async function unlessGone(removal) {
  try {
    await removal;
  } catch (cause) {
    if (!GONE.includes(cause.statusCode ?? 0)) throw cause;
  }
}
__name(unlessGone, "unlessGone");

export {
  removeAllOf
};
