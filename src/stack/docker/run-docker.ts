import type { ContainerRuntimeClient } from 'testcontainers';
import { dockerError } from './docker-error.ts';
import { RUN_LABEL } from './labels.ts';
import { removeAllOf } from './remove.ts';
import { connectRuntime, socketOf } from './runtime.ts';

export interface RunDockerOptions {
  readonly runId: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Leave everything as it is at the end. */
  readonly isKept: boolean;
  /** Called before anything is made in Docker. */
  readonly onConnect: () => void;
}

/** Docker for one run: the daemon, and the network that the run's containers share. Disposing removes all that the run has made there. */
export class RunDocker implements AsyncDisposable {
  readonly runId: string;
  readonly client: ContainerRuntimeClient;
  /** The run's network, by its name. */
  readonly network: string;
  readonly isKept: boolean;

  private constructor({ runId, isKept }: RunDockerOptions, client: ContainerRuntimeClient) {
    this.runId = runId;
    this.isKept = isKept;
    this.client = client;
    this.network = `flowproof-${runId}`;
  }

  /** @throws RunError DOCKER_* */
  static async open(options: RunDockerOptions): Promise<RunDocker> {
    const client = await connectRuntime(options.env);
    const docker = new RunDocker(options, client);
    options.onConnect();
    try {
      await client.network.create({ Name: docker.network, Labels: { [RUN_LABEL]: docker.runId } });
    } catch (cause) {
      throw dockerError('the network of the run could not be created', cause);
    }
    return docker;
  }

  /** Where published ports are reached from this process. */
  get host(): string {
    return this.client.info.containerRuntime.host;
  }

  /** What the program `docker` needs so that it talks to the same daemon; it may have chosen another for itself. */
  get commandEnv(): Readonly<Record<string, string>> {
    const socket = socketOf(this.client);
    return socket === undefined ? {} : { DOCKER_HOST: `unix://${socket}` };
  }

  /** The name of a container: says what it is, and is unique on the machine. */
  nameOf(service: string): string {
    return `flowproof-${this.runId}-${service.replaceAll(/[^\w.-]/g, '-')}`;
  }

  /** A volume that the run's containers share under a name, made when it is first asked for; resolves with its name in Docker. */
  async createVolume(name: string): Promise<string> {
    const { dockerode } = this.client.container;
    const own = this.nameOf(name);
    try {
      await dockerode.createVolume({ Name: own, Labels: { [RUN_LABEL]: this.runId } });
    } catch (cause) {
      throw dockerError(`volume "${name}" could not be created`, cause);
    }
    return own;
  }

  /** For a run whose containers stay. */
  get howToRemove(): string {
    const filter = `--filter label=${RUN_LABEL}=${this.runId}`;
    const remove = [
      `docker ps -aq ${filter} | xargs -r docker rm -fv`,
      `docker network ls -q ${filter} | xargs -r docker network rm`,
      `docker volume ls -q ${filter} | xargs -r docker volume rm`,
    ];
    return `look: docker ps ${filter}; remove: ${remove.join('; ')}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.isKept) await removeAllOf(this.runId, this.client);
  }
}
