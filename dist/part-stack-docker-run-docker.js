import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  connectRuntime,
  socketOf
} from "./part-stack-docker-runtime.js";
import "./part-readable-stream.js";
import {
  removeAllOf
} from "./part-stack-docker-remove.js";
import {
  RUN_LABEL
} from "./part-stack-docker-labels.js";
import {
  dockerError
} from "./part-stack-docker-docker-error.js";
import "./part-debug.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/stack/docker/run-docker.ts
var RunDocker = class _RunDocker {
  static {
    __name(this, "RunDocker");
  }
  runId;
  client;
  /** The run's network, by its name. */
  network;
  isKept;
  constructor({ runId, isKept }, client) {
    this.runId = runId;
    this.isKept = isKept;
    this.client = client;
    this.network = `flowproof-${runId}`;
  }
  /** @throws RunError DOCKER_* */
  static async open(options) {
    const client = await connectRuntime(options.env);
    const docker = new _RunDocker(options, client);
    options.onConnect();
    try {
      await client.network.create({ Name: docker.network, Labels: { [RUN_LABEL]: docker.runId } });
    } catch (cause) {
      throw dockerError("the network of the run could not be created", cause);
    }
    return docker;
  }
  /** Where published ports are reached from this process. */
  get host() {
    return this.client.info.containerRuntime.host;
  }
  /** What the program `docker` needs so that it talks to the same daemon; it may have chosen another for itself. */
  get commandEnv() {
    const socket = socketOf(this.client);
    return socket === void 0 ? {} : { DOCKER_HOST: `unix://${socket}` };
  }
  /** The name of a container: says what it is, and is unique on the machine. */
  nameOf(service) {
    return `flowproof-${this.runId}-${service.replaceAll(/[^\w.-]/g, "-")}`;
  }
  /** A volume that the run's containers share under a name, made when it is first asked for; resolves with its name in Docker. */
  async createVolume(name) {
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
  get howToRemove() {
    const filter = `--filter label=${RUN_LABEL}=${this.runId}`;
    const remove = [
      `docker ps -aq ${filter} | xargs -r docker rm -fv`,
      `docker network ls -q ${filter} | xargs -r docker network rm`,
      `docker volume ls -q ${filter} | xargs -r docker volume rm`
    ];
    return `look: docker ps ${filter}; remove: ${remove.join("; ")}`;
  }
  async [Symbol.asyncDispose]() {
    if (!this.isKept) await removeAllOf(this.runId, this.client);
  }
};
export {
  RunDocker
};
