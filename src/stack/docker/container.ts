import { GenericContainer, type WaitStrategy } from 'testcontainers';
import { RunError } from '../../base/errors.ts';
import { type ContainerHandle, followContainer, type OutputSink } from './attached-output.ts';
import { dockerError } from './docker-error.ts';
import { RUN_LABEL, SERVICE_LABEL } from './labels.ts';
import type { RunDocker } from './run-docker.ts';

/** A container to start. */
export interface ContainerPlan {
  /** Its name on the run's network. */
  readonly service: string;
  readonly image: string;
  readonly env: Readonly<Record<string, string>>;
  /** Instead of the image's own. */
  readonly command?: readonly string[] | undefined;
  readonly workingDirectory?: string | undefined;
  /** Ports to publish. */
  readonly ports: readonly { readonly container: number; readonly host: number }[];
  /** As Docker writes them: `/absolute/path:/in/container:ro`, or a named volume. */
  readonly volumes?: readonly string[] | undefined;
}

/** A container of the run, running. */
export interface RunContainer {
  readonly handle: ContainerHandle;
  /** The code it ended with, once it has and its output is whole; null when Docker can no longer tell. Never rejects. */
  readonly exited: Promise<number | null>;
  /** Stops following it, and leaves it running. */
  detach(): void;
}

/** Starts a container on the run's network; all it writes goes to `output`. @throws RunError DOCKER_* */
export async function startContainer(
  plan: ContainerPlan,
  docker: RunDocker,
  output: OutputSink,
): Promise<RunContainer> {
  const container = new OwnContainer(plan, docker, output);
  try {
    // A container that ends at once publishes no ports, for which the library would wait.
    await Promise.race([container.start(), container.exited]);
    return { handle: container.handle(), exited: container.exited, detach: () => container.detach() };
  } catch (cause) {
    container.detach();
    throw dockerError(`the container of "${plan.service}" could not be started`, cause);
  }
}

/** Readiness is none of the library's business here: flowproof's own probes see to it. */
const atOnce: WaitStrategy = {
  waitUntilReady: async () => undefined,
  withStartupTimeout: () => atOnce,
  isStartupTimeoutSet: () => true,
  getStartupTimeout: () => 0,
};

/** A container on the run's network only, with the run's label; the run removes it, no helper container does. */
class OwnContainer extends GenericContainer {
  readonly exited: Promise<number | null>;
  readonly #docker: RunDocker;
  readonly #output: OutputSink;
  readonly #ended = Promise.withResolvers<number | null>();
  readonly #following = new AbortController();
  #handle: ContainerHandle | undefined;

  constructor(plan: ContainerPlan, docker: RunDocker, output: OutputSink) {
    super(plan.image);
    this.exited = this.#ended.promise;
    this.#docker = docker;
    this.#output = output;
    this.withAutoCleanup(false)
      .withWaitStrategy(atOnce)
      .withName(docker.nameOf(plan.service))
      .withLabels({ [RUN_LABEL]: docker.runId, [SERVICE_LABEL]: plan.service })
      .withEnvironment({ ...plan.env })
      .withNetworkMode(docker.network)
      .withExtraHosts([{ host: 'host.docker.internal', ipAddress: 'host-gateway' }])
      .withExposedPorts(...plan.ports);
    if (plan.command !== undefined) this.withCommand([...plan.command]);
    if (plan.workingDirectory !== undefined) this.withWorkingDir(plan.workingDirectory);
    this.hostConfig.Binds = [...(plan.volumes ?? [])];
    this.createOpts.NetworkingConfig = {
      EndpointsConfig: { [docker.network]: { Aliases: [plan.service] } },
    };
  }

  handle(): ContainerHandle {
    if (!this.#handle) throw new RunError('DOCKER_FAILED', 'Docker has created no container');
    return this.#handle;
  }

  detach(): void {
    this.#following.abort();
  }

  /** Between creation and start: nothing of its output is missed, nor its end. */
  protected override containerCreated = async (id: string): Promise<void> => {
    const handle = this.#docker.client.container.getById(id);
    this.#handle = handle;
    const { client } = this.#docker;
    const following = await followContainer(handle, this.#output, { client, signal: this.#following.signal });
    void following.ended.then(this.#ended.resolve);
  };
}
