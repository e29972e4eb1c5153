import type { Clock } from '../../base/clock.ts';
import { RunError } from '../../base/errors.ts';
import type { ClusterConfig } from '../../model/kafka-config.ts';
import type { RunEventDraft } from '../../model/run-event.ts';
import { startContainer } from '../docker/container.ts';
import { findFreePort } from '../docker/free-port.ts';
import { ensureImage } from '../docker/images.ts';
import type { RunDocker } from '../docker/run-docker.ts';
import { ServiceOutput } from '../services/output.ts';
import type { Cluster } from './cluster.ts';
import { setupFor } from './docker-image.ts';

export interface DockerClusterDeps {
  readonly clock: Clock;
  readonly docker: RunDocker;
  readonly emit: (event: RunEventDraft) => void;
  readonly signal: AbortSignal;
}

const DEFAULT_IMAGE = 'apache/kafka:4.3.1';
const HOST_PORT = 9092;
const NETWORK_PORT = 19_092;

/**
 * Starts a broker in a container. It may not answer yet when this resolves.
 * @throws RunError DOCKER_*
 */
export async function startInDocker(
  name: string,
  config: ClusterConfig,
  deps: DockerClusterDeps,
): Promise<Cluster> {
  const { clock, docker, emit, signal } = deps;
  const image = config.image ?? DEFAULT_IMAGE;
  await ensureImage(image, {
    client: docker.client,
    clock,
    signal,
    onProgress: (text) => emit({ type: 'image-progressed', image, text }),
  });
  // The broker tells its clients where it is found, so the port must be known before it starts.
  const port = config.port || (await findFreePort());
  const addresses = { host: `${docker.host}:${port}`, container: `${name}:${NETWORK_PORT}` };
  const setup = setupFor(image, {
    host: { port: HOST_PORT, advertised: addresses.host },
    network: { port: NETWORK_PORT, advertised: addresses.container },
  });
  const output = new ServiceOutput((_stream, line) => emit({ type: 'kafka-logged', cluster: name, line }));
  const container = await startContainer(
    { service: name, image, ...setup, ports: [{ container: HOST_PORT, host: port }] },
    docker,
    output,
  );
  const gone = new AbortController();
  let isStopping = false;
  void container.exited.then((code) => {
    if (!isStopping) gone.abort(endError(name, code, output));
  });
  return {
    provider: 'docker',
    bootstrap: (place) => addresses[place],
    version: /:([^:/]+)$/.exec(image)?.[1],
    signal: gone.signal,
    async [Symbol.asyncDispose]() {
      isStopping = true;
      if (docker.isKept) container.detach();
      else await container.handle.remove({ force: true, v: true });
    },
  };
}

function endError(name: string, code: number | null, output: ServiceOutput): RunError {
  return new RunError(
    'KAFKA_UNREACHABLE',
    `the container of Kafka cluster "${name}" exited with code ${code ?? 'unknown'}`,
    {
      detail: output.lastLines,
      hint: 'look at its last lines; too little memory for Docker is the most frequent cause',
    },
  );
}
