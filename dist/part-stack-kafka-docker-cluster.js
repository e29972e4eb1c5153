import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  ensureImage,
  findFreePort,
  startContainer
} from "./part-stack-docker-container.js";
import "./part-readable-stream.js";
import "./part-stack-docker-labels.js";
import "./part-stack-docker-docker-error.js";
import {
  ServiceOutput
} from "./part-stack-services-output.js";
import "./part-stack-services-lines.js";
import "./part-debug.js";
import "./part-base-shorten.js";
import {
  RunError
} from "./part-base-errors.js";
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/stack/kafka/docker-image.ts
var CONTROLLER_PORT = 9093;
var CLUSTER_ID = "Zmxvd3Byb29mLWNsdXN0ZQ";
function setupFor(image, listeners) {
  return /(^|\/)redpanda(:|@|$)/.test(image) ? setupRedpanda(listeners) : setupKafka(listeners);
}
__name(setupFor, "setupFor");
function setupKafka({ host, network }) {
  const settings = {
    "node.id": 1,
    "process.roles": "broker,controller",
    "controller.quorum.voters": `1@localhost:${CONTROLLER_PORT}`,
    "controller.listener.names": "CONTROLLER",
    listeners: `HOST://:${host.port},NETWORK://:${network.port},CONTROLLER://:${CONTROLLER_PORT}`,
    "advertised.listeners": `HOST://${host.advertised},NETWORK://${network.advertised}`,
    "listener.security.protocol.map": "HOST:PLAINTEXT,NETWORK:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "inter.broker.listener.name": "NETWORK",
    "offsets.topic.replication.factor": 1,
    "offsets.topic.num.partitions": 1,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.min.isr": 1,
    "transaction.state.log.num.partitions": 1,
    "share.coordinator.state.topic.replication.factor": 1,
    "share.coordinator.state.topic.min.isr": 1,
    // A scenario's services start at once: waiting for more members only makes every run longer.
    "group.initial.rebalance.delay.ms": 0,
    // Fixed test data has old timestamps; by default such records are deleted.
    "log.retention.ms": -1
  };
  const env = Object.entries(settings).map(([name, value]) => [
    `KAFKA_${name.replaceAll(".", "_").toUpperCase()}`,
    String(value)
  ]);
  return { env: { ...Object.fromEntries(env), CLUSTER_ID } };
}
__name(setupKafka, "setupKafka");
function setupRedpanda({ host, network }) {
  return {
    env: {},
    command: [
      "redpanda",
      "start",
      "--mode=dev-container",
      "--smp=1",
      // Else it takes all that there is.
      "--memory=1G",
      "--default-log-level=warn",
      `--kafka-addr=HOST://0.0.0.0:${host.port},NETWORK://0.0.0.0:${network.port}`,
      `--advertise-kafka-addr=HOST://${host.advertised},NETWORK://${network.advertised}`
    ]
  };
}
__name(setupRedpanda, "setupRedpanda");

// src/stack/kafka/docker-cluster.ts
var DEFAULT_IMAGE = "apache/kafka:4.3.1";
var HOST_PORT = 9092;
var NETWORK_PORT = 19092;
async function startInDocker(name, config, deps) {
  const { clock, docker, emit, signal } = deps;
  const image = config.image ?? DEFAULT_IMAGE;
  await ensureImage(image, {
    client: docker.client,
    clock,
    signal,
    onProgress: /* @__PURE__ */ __name((text) => emit({ type: "image-progressed", image, text }), "onProgress")
  });
  const port = config.port || await findFreePort();
  const addresses = { host: `${docker.host}:${port}`, container: `${name}:${NETWORK_PORT}` };
  const setup = setupFor(image, {
    host: { port: HOST_PORT, advertised: addresses.host },
    network: { port: NETWORK_PORT, advertised: addresses.container }
  });
  const output = new ServiceOutput((_stream, line) => emit({ type: "kafka-logged", cluster: name, line }));
  const container = await startContainer(
    { service: name, image, ...setup, ports: [{ container: HOST_PORT, host: port }] },
    docker,
    output
  );
  const gone = new AbortController();
  let isStopping = false;
  void container.exited.then((code) => {
    if (!isStopping) gone.abort(endError(name, code, output));
  });
  return {
    provider: "docker",
    bootstrap: /* @__PURE__ */ __name((place) => addresses[place], "bootstrap"),
    version: /:([^:/]+)$/.exec(image)?.[1],
    signal: gone.signal,
    async [Symbol.asyncDispose]() {
      isStopping = true;
      if (docker.isKept) container.detach();
      else await container.handle.remove({ force: true, v: true });
    }
  };
}
__name(startInDocker, "startInDocker");
function endError(name, code, output) {
  return new RunError(
    "KAFKA_UNREACHABLE",
    `the container of Kafka cluster "${name}" exited with code ${code ?? "unknown"}`,
    {
      detail: output.lastLines,
      hint: "look at its last lines; too little memory for Docker is the most frequent cause"
    }
  );
}
__name(endError, "endError");
export {
  startInDocker
};
