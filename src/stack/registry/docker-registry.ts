import { sleep } from '../../base/clock.ts';
import { renderDuration } from '../../base/duration.ts';
import { RunError } from '../../base/errors.ts';
import { askRegistry } from '../../kafka/schema-registry-http.ts';
import type { SchemaRegistryConfig } from '../../model/schema-registry-config.ts';
import { type RunContainer, startContainer } from '../docker/container.ts';
import { findFreePort } from '../docker/free-port.ts';
import { ensureImage } from '../docker/images.ts';
import type { RunDocker } from '../docker/run-docker.ts';
import { ServiceOutput } from '../services/output.ts';
import type { RegistryDeps, RunningRegistry } from './running-registry.ts';

const DEFAULT_IMAGE = 'apicurio/apicurio-registry:3.3.3';
/** Its name on the run's network. */
const NAME = 'schema-registry';
const START_LIMIT_MS = 120_000;
const RETRY_MS = 250;

/** What makes a registry of an image, where it listens and under which path. */
interface RegistrySetup {
  readonly port: number;
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts a registry in a container and waits until it answers. @throws RunError DOCKER_*, SCHEMA_REGISTRY_UNREACHABLE */
export async function startRegistryInDocker(
  config: SchemaRegistryConfig,
  deps: RegistryDeps & { readonly docker: RunDocker },
): Promise<RunningRegistry> {
  const { clock, docker, emit, signal } = deps;
  const image = config.image ?? DEFAULT_IMAGE;
  await ensureImage(image, {
    client: docker.client,
    clock,
    signal,
    onProgress: (text) => emit({ type: 'image-progressed', image, text }),
  });
  const setup = setupFor(image, deps.bootstrap('container'));
  const port = config.port || (await findFreePort());
  const output = new ServiceOutput((_stream, line) => emit({ type: 'kafka-logged', cluster: NAME, line }));
  const container = await startContainer(
    { service: NAME, image, env: setup.env, ports: [{ container: setup.port, host: port }] },
    docker,
    output,
  );
  const url = `http://${docker.host}:${port}${setup.path}`;
  const gone = watchEnd(container, output);
  await untilAnswers(url, deps, AbortSignal.any([signal, gone.signal]));
  return {
    url: (place) => (place === 'host' ? url : `http://${NAME}:${setup.port}${setup.path}`),
    signal: gone.signal,
    async [Symbol.asyncDispose]() {
      gone.stop();
      if (docker.isKept) container.detach();
      else await container.handle.remove({ force: true, v: true });
    },
  };
}

/** Confluent's image keeps its schemas in Kafka, Apicurio's in memory. */
function setupFor(image: string, bootstrap: string): RegistrySetup {
  if (/(^|\/)apicurio-registry/.test(image)) return { port: 8080, path: '/apis/ccompat/v7', env: {} };
  return {
    port: 8081,
    path: '',
    env: {
      SCHEMA_REGISTRY_HOST_NAME: NAME,
      SCHEMA_REGISTRY_LISTENERS: 'http://0.0.0.0:8081',
      SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: `PLAINTEXT://${bootstrap}`,
    },
  };
}

function watchEnd(
  container: RunContainer,
  output: ServiceOutput,
): { readonly signal: AbortSignal; stop(): void } {
  const gone = new AbortController();
  let isStopping = false;
  void container.exited.then((code) => {
    if (isStopping) return;
    const message = `the container of the schema registry exited with code ${code ?? 'unknown'}`;
    gone.abort(
      new RunError('SCHEMA_REGISTRY_UNREACHABLE', message, {
        detail: output.lastLines,
        hint: 'look at its last lines',
      }),
    );
  });
  return {
    signal: gone.signal,
    stop: () => {
      isStopping = true;
    },
  };
}

async function untilAnswers(url: string, { clock }: RegistryDeps, signal: AbortSignal): Promise<void> {
  const untilMs = clock.nowMs() + START_LIMIT_MS;
  for (;;) {
    try {
      if ((await askRegistry({ url }, { path: '/subjects', signal })).status === 200) return;
    } catch (cause) {
      signal.throwIfAborted();
      if (!(cause instanceof RunError)) throw cause;
    }
    if (clock.nowMs() > untilMs) {
      throw new RunError(
        'SCHEMA_REGISTRY_UNREACHABLE',
        `the schema registry did not answer at ${url} within ${renderDuration(START_LIMIT_MS)}`,
        {
          hint: 'the output of its container tells more',
        },
      );
    }
    await sleep(clock, RETRY_MS, signal);
  }
}
