import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  require_build,
  require_container_runtime
} from "./part-readable-stream.js";
import {
  RUN_LABEL,
  SERVICE_LABEL
} from "./part-stack-docker-labels.js";
import {
  dockerError
} from "./part-stack-docker-docker-error.js";
import {
  RunError
} from "./part-base-errors.js";
import {
  __name,
  __toESM
} from "./part-shared.js";

// src/stack/docker/container.ts
var import_testcontainers = __toESM(require_build(), 1);

// src/stack/docker/attached-output.ts
import { PassThrough } from "node:stream";
async function followContainer(handle, sink, { client, signal }) {
  const { Config } = await handle.inspect();
  const stream = await handle.attach({ stream: true, stdout: true, stderr: true });
  signal.addEventListener("abort", () => stream.destroy());
  const drained = pipeOutput(stream, sink, { client, hasTerminal: Config.Tty });
  const waiting = handle.wait({ condition: "next-exit", abortSignal: signal }).then(
    ({ StatusCode }) => StatusCode,
    () => null
    // It was removed, or Docker has ended: nobody can tell any more.
  );
  return { ended: Promise.all([waiting, drained]).then(([code]) => code) };
}
__name(followContainer, "followContainer");
function pipeOutput(stream, sink, { client, hasTerminal }) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  stdout.on("data", (chunk) => sink.write("stdout", chunk));
  stderr.on("data", (chunk) => sink.write("stderr", chunk));
  if (hasTerminal) stream.pipe(stdout);
  else client.container.dockerode.modem.demuxStream(stream, stdout, stderr);
  const { promise, resolve } = Promise.withResolvers();
  stream.once("close", resolve).once("end", resolve).once("error", resolve);
  return promise.then(() => {
    sink.end("stdout");
    sink.end("stderr");
  });
}
__name(pipeOutput, "pipeOutput");

// src/stack/docker/container.ts
async function startContainer(plan, docker, output) {
  const container = new OwnContainer(plan, docker, output);
  try {
    await Promise.race([container.start(), container.exited]);
    return { handle: container.handle(), exited: container.exited, detach: /* @__PURE__ */ __name(() => container.detach(), "detach") };
  } catch (cause) {
    container.detach();
    throw dockerError(`the container of "${plan.service}" could not be started`, cause);
  }
}
__name(startContainer, "startContainer");
var atOnce = {
  waitUntilReady: /* @__PURE__ */ __name(async () => void 0, "waitUntilReady"),
  withStartupTimeout: /* @__PURE__ */ __name(() => atOnce, "withStartupTimeout"),
  isStartupTimeoutSet: /* @__PURE__ */ __name(() => true, "isStartupTimeoutSet"),
  getStartupTimeout: /* @__PURE__ */ __name(() => 0, "getStartupTimeout")
};
var OwnContainer = class extends import_testcontainers.GenericContainer {
  static {
    __name(this, "OwnContainer");
  }
  exited;
  #docker;
  #output;
  #ended = Promise.withResolvers();
  #following = new AbortController();
  #handle;
  constructor(plan, docker, output) {
    super(plan.image);
    this.exited = this.#ended.promise;
    this.#docker = docker;
    this.#output = output;
    this.withAutoCleanup(false).withWaitStrategy(atOnce).withName(docker.nameOf(plan.service)).withLabels({ [RUN_LABEL]: docker.runId, [SERVICE_LABEL]: plan.service }).withEnvironment({ ...plan.env }).withNetworkMode(docker.network).withExtraHosts([{ host: "host.docker.internal", ipAddress: "host-gateway" }]).withExposedPorts(...plan.ports);
    if (plan.command !== void 0) this.withCommand([...plan.command]);
    if (plan.workingDirectory !== void 0) this.withWorkingDir(plan.workingDirectory);
    this.hostConfig.Binds = [...plan.volumes ?? []];
    this.createOpts.NetworkingConfig = {
      EndpointsConfig: { [docker.network]: { Aliases: [plan.service] } }
    };
  }
  handle() {
    if (!this.#handle) throw new RunError("DOCKER_FAILED", "Docker has created no container");
    return this.#handle;
  }
  detach() {
    this.#following.abort();
  }
  /** Between creation and start: nothing of its output is missed, nor its end. */
  containerCreated = /* @__PURE__ */ __name(async (id) => {
    const handle = this.#docker.client.container.getById(id);
    this.#handle = handle;
    const { client } = this.#docker;
    const following = await followContainer(handle, this.#output, { client, signal: this.#following.signal });
    void following.ended.then(this.#ended.resolve);
  }, "containerCreated");
};

// src/stack/docker/free-port.ts
import { once } from "node:events";
import { createServer } from "node:net";
async function findFreePort() {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
__name(findFreePort, "findFreePort");

// src/stack/docker/images.ts
var import_testcontainers2 = __toESM(require_build(), 1);
var import_container_runtime = __toESM(require_container_runtime(), 1);

// src/stack/docker/progress.ts
var TELL_EVERY_MS = 1e3;
var MEBIBYTE = 2 ** 20;
async function readProgress(stream, { clock, onProgress }) {
  const layers = /* @__PURE__ */ new Map();
  const tell = throttle(clock, onProgress);
  for await (const line of linesOf(stream)) {
    const { error, id, progressDetail } = JSON.parse(line);
    if (error !== void 0) throw new Error(error);
    if (id === void 0 || progressDetail?.total === void 0) continue;
    layers.set(id, { current: progressDetail.current ?? 0, total: progressDetail.total });
    tell(describeLayers([...layers.values()]));
  }
}
__name(readProgress, "readProgress");
function throttle(clock, tell) {
  let nextAtMs = Number.NEGATIVE_INFINITY;
  return (text) => {
    if (clock.nowMs() < nextAtMs) return;
    nextAtMs = clock.nowMs() + TELL_EVERY_MS;
    tell(text);
  };
}
__name(throttle, "throttle");
function describeLayers(layers) {
  const sum = /* @__PURE__ */ __name((part) => (layers.reduce((bytes, layer) => bytes + layer[part], 0) / MEBIBYTE).toFixed(0), "sum");
  return `${sum("current")} of ${sum("total")} MiB, ${layers.length} layers`;
}
__name(describeLayers, "describeLayers");
async function* linesOf(stream) {
  let rest = "";
  stream.setEncoding("utf8");
  for await (const chunk of stream) {
    const lines = `${rest}${String(chunk)}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines.filter((line) => line.trim() !== "");
  }
  if (rest.trim() !== "") yield rest;
}
__name(linesOf, "linesOf");

// src/stack/docker/images.ts
async function ensureImage(name, options) {
  const { dockerode } = options.client.container;
  if (await isHere(name, options)) return;
  try {
    const authconfig = await authFor(name, options.client);
    const stream = await dockerode.pull(name, {
      ...authconfig ? { authconfig } : {},
      abortSignal: options.signal
    });
    await readProgress(stream, {
      clock: options.clock,
      onProgress: /* @__PURE__ */ __name((text) => options.onProgress(`pulled ${text}`), "onProgress")
    });
  } catch (cause) {
    options.signal.throwIfAborted();
    throw dockerError(`image "${name}" could not be pulled`, cause, "DOCKER_IMAGE_NOT_FOUND");
  }
}
__name(ensureImage, "ensureImage");
async function isHere(name, { client }) {
  try {
    await client.container.dockerode.getImage(name).inspect();
    return true;
  } catch (cause) {
    if (cause.statusCode === 404) return false;
    throw dockerError(`image "${name}" could not be looked up`, cause);
  }
}
__name(isHere, "isHere");
async function authFor(name, { info }) {
  const { registry } = import_testcontainers2.ImageName.fromString(name);
  return (0, import_container_runtime.getAuthConfig)(registry ?? info.containerRuntime.indexServerAddress);
}
__name(authFor, "authFor");

export {
  followContainer,
  startContainer,
  findFreePort,
  throttle,
  ensureImage
};
