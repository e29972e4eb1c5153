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
  askRegistry
} from "./part-kafka-schema-registry-http.js";
import {
  ServiceOutput
} from "./part-stack-services-output.js";
import "./part-stack-services-lines.js";
import "./part-debug.js";
import {
  renderDuration
} from "./part-base-duration.js";
import "./part-node-https.js";
import {
  sleep
} from "./part-base-clock.js";
import "./part-node-http.js";
import "./part-base-shorten.js";
import {
  RunError
} from "./part-base-errors.js";
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/stack/registry/docker-registry.ts
var DEFAULT_IMAGE = "apicurio/apicurio-registry:3.3.3";
var NAME = "schema-registry";
var START_LIMIT_MS = 12e4;
var RETRY_MS = 250;
async function startRegistryInDocker(config, deps) {
  const { clock, docker, emit, signal } = deps;
  const image = config.image ?? DEFAULT_IMAGE;
  await ensureImage(image, {
    client: docker.client,
    clock,
    signal,
    onProgress: /* @__PURE__ */ __name((text) => emit({ type: "image-progressed", image, text }), "onProgress")
  });
  const setup = setupFor(image, deps.bootstrap("container"));
  const port = config.port || await findFreePort();
  const output = new ServiceOutput((_stream, line) => emit({ type: "kafka-logged", cluster: NAME, line }));
  const container = await startContainer(
    { service: NAME, image, env: setup.env, ports: [{ container: setup.port, host: port }] },
    docker,
    output
  );
  const url = `http://${docker.host}:${port}${setup.path}`;
  const gone = watchEnd(container, output);
  await untilAnswers(url, deps, AbortSignal.any([signal, gone.signal]));
  return {
    url: /* @__PURE__ */ __name((place) => place === "host" ? url : `http://${NAME}:${setup.port}${setup.path}`, "url"),
    signal: gone.signal,
    async [Symbol.asyncDispose]() {
      gone.stop();
      if (docker.isKept) container.detach();
      else await container.handle.remove({ force: true, v: true });
    }
  };
}
__name(startRegistryInDocker, "startRegistryInDocker");
function setupFor(image, bootstrap) {
  if (/(^|\/)apicurio-registry/.test(image)) return { port: 8080, path: "/apis/ccompat/v7", env: {} };
  return {
    port: 8081,
    path: "",
    env: {
      SCHEMA_REGISTRY_HOST_NAME: NAME,
      SCHEMA_REGISTRY_LISTENERS: "http://0.0.0.0:8081",
      SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: `PLAINTEXT://${bootstrap}`
    }
  };
}
__name(setupFor, "setupFor");
function watchEnd(container, output) {
  const gone = new AbortController();
  let isStopping = false;
  void container.exited.then((code) => {
    if (isStopping) return;
    const message = `the container of the schema registry exited with code ${code ?? "unknown"}`;
    gone.abort(
      new RunError("SCHEMA_REGISTRY_UNREACHABLE", message, {
        detail: output.lastLines,
        hint: "look at its last lines"
      })
    );
  });
  return {
    signal: gone.signal,
    stop: /* @__PURE__ */ __name(() => {
      isStopping = true;
    }, "stop")
  };
}
__name(watchEnd, "watchEnd");
async function untilAnswers(url, { clock }, signal) {
  const untilMs = clock.nowMs() + START_LIMIT_MS;
  for (; ; ) {
    try {
      if ((await askRegistry({ url }, { path: "/subjects", signal })).status === 200) return;
    } catch (cause) {
      signal.throwIfAborted();
      if (!(cause instanceof RunError)) throw cause;
    }
    if (clock.nowMs() > untilMs) {
      throw new RunError(
        "SCHEMA_REGISTRY_UNREACHABLE",
        `the schema registry did not answer at ${url} within ${renderDuration(START_LIMIT_MS)}`,
        {
          hint: "the output of its container tells more"
        }
      );
    }
    await sleep(clock, RETRY_MS, signal);
  }
}
__name(untilAnswers, "untilAnswers");
export {
  startRegistryInDocker
};
