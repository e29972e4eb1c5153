import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  ensureImage,
  findFreePort,
  followContainer,
  startContainer,
  throttle
} from "./part-stack-docker-container.js";
import "./part-readable-stream.js";
import {
  RUN_LABEL,
  SERVICE_LABEL
} from "./part-stack-docker-labels.js";
import {
  dockerError
} from "./part-stack-docker-docker-error.js";
import {
  parseCommand
} from "./part-stack-services-command-line.js";
import {
  HOST_FROM_CONTAINERS
} from "./part-stack-services-launched.js";
import {
  splitLines
} from "./part-stack-services-lines.js";
import "./part-debug.js";
import {
  renderDuration
} from "./part-base-duration.js";
import {
  external_exports
} from "./part-zod.js";
import "./part-base-shorten.js";
import {
  RunError,
  describeError
} from "./part-base-errors.js";
import "./part-base-count.js";
import {
  __callDispose,
  __name,
  __using
} from "./part-shared.js";

// src/stack/services/launch-in-docker.ts
import { resolve as resolve2 } from "node:path";

// src/stack/docker/build.ts
import { createHash } from "node:crypto";
import { join } from "node:path";

// src/stack/docker/docker-command.ts
import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
var KEPT_LINES = 20;
function runDockerCommand(command) {
  const { args, needer, docker, cwd, signal, onLine } = command;
  const env = { ...command.env, ...docker.commandEnv };
  return new Promise((resolve3, reject) => {
    const child = spawn("docker", args, { cwd, env, signal, stdio: ["ignore", "pipe", "pipe"] });
    const lastLines = [];
    const stdout = [];
    child.stdout.on("data", (chunk) => stdout.push(chunk));
    for (const stream of ["stdout", "stderr"]) {
      const lines = splitLines((colored) => {
        const line = stripVTControlCharacters(colored).trimEnd();
        if (line === "") return;
        lastLines.push(line);
        if (lastLines.length > KEPT_LINES) lastLines.shift();
        onLine(line, stream);
      });
      child[stream].on("data", (chunk) => lines.write(chunk)).on("end", () => lines.end());
    }
    child.on("error", (cause) => reject(signal.aborted ? signal.reason : missing(needer, cause)));
    child.on("close", (code) => resolve3({ code, stdout: Buffer.concat(stdout).toString(), lastLines }));
  });
}
__name(runDockerCommand, "runDockerCommand");
function missing(needer, cause) {
  return new RunError("DOCKER_MISSING", `${needer} needs the program \`docker\`: ${describeError(cause)}`, {
    hint: "install the command line of Docker",
    cause
  });
}
__name(missing, "missing");
function failureOf(what, { code, lastLines }, fallback = "DOCKER_FAILED") {
  const said = new Error(lastLines.at(-1) ?? `exit code ${code}`);
  const { code: kind, message, hint } = dockerError(what, said, fallback);
  return new RunError(kind, message, { hint, detail: lastLines.length > 1 ? lastLines : [] });
}
__name(failureOf, "failureOf");

// src/stack/docker/build.ts
var STEP = /^(Step \d+\/\d+ : |#\d+ \[)/;
async function buildImage(plan, deps) {
  const { service, tag, context, dockerfile, target, args } = plan;
  const tell = throttle(deps.clock, (text) => deps.onProgress(`build: ${text}`));
  const outcome = await runDockerCommand({
    ...deps,
    // Another builder that somebody has chosen would keep the image to itself.
    env: { BUILDX_BUILDER: "default", ...deps.env },
    needer: `service "${service}"`,
    cwd: "/",
    args: [
      "build",
      // Else the builder before BuildKit leaves the container of a step that failed.
      "--force-rm",
      ...["--tag", tag, "--file", join(context, dockerfile)],
      ...target === void 0 ? [] : ["--target", target],
      ...Object.entries(args).flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
      context
    ],
    onLine: /* @__PURE__ */ __name((line) => STEP.test(line) && tell(line), "onLine")
  });
  if (outcome.code !== 0)
    throw failureOf(`the build of service "${service}" failed`, outcome, "DOCKER_BUILD_FAILED");
}
__name(buildImage, "buildImage");
function tagOf(service, directory) {
  const project = createHash("sha256").update(directory).digest("hex").slice(0, 12);
  return `flowproof/${service.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}:${project}`;
}
__name(tagOf, "tagOf");

// src/stack/docker/control.ts
var ALREADY = [304, 404, 409];
var TAIL_CHARACTERS = 300;
async function controlContainers(controlled) {
  const { service, containers, docker, graceMs, publishedPorts, exited, detach } = controlled;
  const handles = containers.map(({ handle }) => handle);
  const inspected = await Promise.all(
    containers.map(async ({ name, handle }) => ({ name, details: await handle.inspect() }))
  );
  const all = /* @__PURE__ */ __name((what, act) => attempt(`service "${service}" could not be ${what}`, () => Promise.all(handles.map(act))), "all");
  const remove = /* @__PURE__ */ __name((handle) => tolerate(handle.remove({ force: true, v: true })), "remove");
  return {
    exited,
    detach,
    hasHealthCheck: inspected.some(({ details }) => details.State.Health !== void 0),
    unhealth: /* @__PURE__ */ __name(() => findUnhealthy(containers), "unhealth"),
    async stop() {
      await all("stopped", async (handle) => {
        await tolerate(handle.unpause());
        await tolerate(handle.stop({ t: Math.ceil(graceMs / 1e3) }));
      });
      await exited;
      await all("removed", remove);
    },
    async kill() {
      await all("killed", async (handle) => {
        await tolerate(handle.unpause());
        await tolerate(handle.kill());
      });
      await exited;
      await all("removed", remove);
    },
    // One of several may have done its work and ended.
    pause: /* @__PURE__ */ __name(() => all("paused", (handle) => tolerate(handle.pause())), "pause"),
    resume: /* @__PURE__ */ __name(() => all("resumed", (handle) => tolerate(handle.unpause())), "resume"),
    addressOf(port, from) {
      for (const { name, details } of inspected) {
        const published = publishedPorts?.get(port) ?? details.NetworkSettings.Ports[`${port}/tcp`]?.[0]?.HostPort;
        if (from === "container" && (published || inspected.length === 1)) return { host: name, port };
        if (published) return { host: docker.host, port: Number(published), isForwarded: true };
      }
      throw new RunError("DOCKER_FAILED", `port ${port} of service "${service}" is not published`, {
        hint: `add ${port} to services.${service}.ports, or to "ports" in its compose file`
      });
    },
    async exec(command, signal) {
      const [first] = handles;
      if (!first) throw new RunError("DOCKER_FAILED", `service "${service}" has no container`);
      signal.throwIfAborted();
      const { exitCode, output } = await docker.client.container.exec(first, ["/bin/sh", "-c", command]);
      return { code: exitCode, output: output.trim().split("\n").at(-1) ?? "" };
    }
  };
}
__name(controlContainers, "controlContainers");
async function findUnhealthy(containers) {
  for (const { name, handle } of containers) {
    const { Health: health } = (await handle.inspect()).State;
    if (health === void 0 || health.Status === "healthy" || health.Status === "none") continue;
    const last = health.Log?.at(-1);
    const said = last ? `: ${last.Output.trim().slice(-TAIL_CHARACTERS)} (code ${last.ExitCode})` : "";
    return `the health check of "${name}" says ${health.Status}${said}`;
  }
  return void 0;
}
__name(findUnhealthy, "findUnhealthy");
async function attempt(what, act) {
  try {
    await act();
  } catch (cause) {
    throw dockerError(what, cause);
  }
}
__name(attempt, "attempt");
async function tolerate(action) {
  try {
    await action;
  } catch (cause) {
    const { statusCode = 0 } = cause;
    if (!ALREADY.includes(statusCode) && !/is not paused/.test(String(cause))) throw cause;
  }
}
__name(tolerate, "tolerate");

// src/stack/services/launch-compose.ts
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join as join2, resolve } from "node:path";

// src/stack/docker/compose.ts
var NO_COMPOSE = /'compose' is not a docker command|unknown command: docker compose|unknown flag: --project-name/;
async function runCompose(command, run) {
  const { service, project, files, onProgress } = run;
  const named = files.flatMap((file) => ["--file", file]);
  const needer = `service "${service}"`;
  const outcome = await runDockerCommand({
    ...run,
    needer,
    args: ["compose", "--project-name", project, "--progress", "plain", ...named, ...command],
    onLine: /* @__PURE__ */ __name((line, stream) => stream === "stderr" && onProgress(line), "onLine")
  });
  if (outcome.code === 0) return outcome.stdout;
  if (NO_COMPOSE.test(outcome.lastLines.join("\n"))) {
    throw new RunError("DOCKER_MISSING", `${needer} needs Docker Compose, which is not installed`, {
      hint: 'install the plugin "docker-compose-plugin"; `docker compose version` must answer'
    });
  }
  throw failureOf(`${needer}: \`docker compose ${command[0]}\` failed`, outcome);
}
__name(runCompose, "runCompose");

// src/stack/docker/compose-override.ts
var part = external_exports.looseObject({}).nullable();
var composeModel = external_exports.looseObject({
  services: external_exports.record(
    external_exports.string(),
    external_exports.looseObject({
      network_mode: external_exports.string().optional(),
      image: external_exports.string().optional(),
      build: external_exports.unknown().optional()
    })
  ),
  networks: external_exports.record(external_exports.string(), part).optional(),
  volumes: external_exports.record(external_exports.string(), part).optional()
});
var RUN_NETWORK = "flowproof";
function overrideFor({ services, networks = {}, volumes = {} }, { runId, network, service, directory }) {
  const labels = { [RUN_LABEL]: runId, [SERVICE_LABEL]: service };
  const labelled = /* @__PURE__ */ __name((parts) => Object.fromEntries(
    Object.entries(parts).filter(isOwn).map(([name]) => [name, { labels }])
  ), "labelled");
  return {
    services: Object.fromEntries(
      Object.entries(services).map(([name, { network_mode: mode, image, build }]) => [
        name,
        {
          labels,
          // By default a built image is named after the project, which is another one in every run.
          ...build !== void 0 && image === void 0 ? { image: tagOf(`${service}-${name}`, directory) } : {},
          ...mode === void 0 ? { networks: { [RUN_NETWORK]: {} }, extra_hosts: [`${HOST_FROM_CONTAINERS}:host-gateway`] } : {}
        }
      ])
    ),
    networks: {
      ...labelled(networks),
      [RUN_NETWORK]: { external: true, name: network }
    },
    volumes: labelled(volumes)
  };
}
__name(overrideFor, "overrideFor");
function isOwn([, value]) {
  return !(typeof value === "object" && value !== null && "external" in value && value.external === true);
}
__name(isOwn, "isOwn");

// src/stack/services/launch-compose.ts
async function launchCompose(plan, file, deps) {
  const { docker, directory, env, output, signal, emit } = deps;
  const { service, config, graceMs } = plan;
  const path = resolve(directory, file);
  const overrides = mkdtempSync(join2(tmpdir(), "flowproof-compose-"));
  try {
    const compose = {
      service,
      project: docker.nameOf(service).toLowerCase().replaceAll(".", "-"),
      files: [path],
      cwd: dirname(path),
      env: { ...env, ...config.env },
      signal,
      docker,
      onProgress: /* @__PURE__ */ __name((text) => emit({ type: "image-progressed", image: service, text }), "onProgress")
    };
    const model = parseModel(await runCompose(["config", "--format", "json"], compose), file);
    const override = join2(overrides, "override.json");
    writeFileSync(
      override,
      JSON.stringify(
        overrideFor(model, { runId: docker.runId, network: docker.network, service, directory })
      )
    );
    const overridden = { ...compose, files: [path, override] };
    await runCompose(["up", "--no-start", "--build", "--quiet-pull"], overridden);
    const containers = await findContainers(compose.project, docker);
    const following = new AbortController();
    const ends = await Promise.all(
      containers.map((container) => follow(container, { docker, output, signal: following.signal }))
    );
    try {
      await startAll(overridden, containers, { ...plan, ...deps });
    } catch (cause) {
      following.abort();
      throw cause;
    }
    return await controlContainers({
      service,
      containers,
      docker,
      graceMs,
      exited: untilOneFails(ends),
      detach: /* @__PURE__ */ __name(() => following.abort(), "detach")
    });
  } finally {
    rmSync(overrides, { recursive: true });
  }
}
__name(launchCompose, "launchCompose");
async function startAll(compose, containers, { service, readyTimeoutMs, clock, output }) {
  var _stack = [];
  try {
    const over = new AbortController();
    const _limit = __using(_stack, clock.at(clock.nowMs() + readyTimeoutMs, () => over.abort()));
    try {
      const signal = AbortSignal.any([compose.signal, over.signal]);
      await runCompose(["up", "--detach"], { ...compose, signal });
    } catch (cause) {
      compose.signal.throwIfAborted();
      const { lastLines } = output;
      if (over.signal.aborted) {
        const obstacle = await findUnhealthy(containers) ?? "some had not";
        throw new RunError(
          "SERVICE_NOT_READY",
          `service "${service}" was not ready within ${renderDuration(readyTimeoutMs)}: waited until all of its compose file have started, but ${obstacle}`,
          { detail: lastLines, hint: `if it only needs longer, set services.${service}.ready.timeout` }
        );
      }
      if (!(cause instanceof RunError) || lastLines.length === 0) throw cause;
      throw new RunError(cause.code, cause.message, { hint: cause.hint, detail: lastLines });
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
__name(startAll, "startAll");
function parseModel(text, file) {
  const parsed = composeModel.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new RunError("DOCKER_FAILED", `compose file "${file}" has no services`, {
    hint: `\`docker compose -f ${file} config\` shows what Docker reads`
  });
}
__name(parseModel, "parseModel");
async function findContainers(project, { client }) {
  const { dockerode } = client.container;
  const label = [`com.docker.compose.project=${project}`];
  const found = await dockerode.listContainers({ all: true, filters: { label } });
  return found.map(({ Id, Labels }) => ({
    name: Labels["com.docker.compose.service"] ?? Id,
    handle: dockerode.getContainer(Id)
  }));
}
__name(findContainers, "findContainers");
function follow({ name, handle }, { docker: { client }, output, signal }) {
  const prefixed = /* @__PURE__ */ __name((stream) => splitLines((line) => output.addLine(stream, `${name} | ${line}`)), "prefixed");
  const lines = { stdout: prefixed("stdout"), stderr: prefixed("stderr") };
  const sink = {
    write: /* @__PURE__ */ __name((stream, chunk) => lines[stream].write(chunk), "write"),
    end: /* @__PURE__ */ __name((stream) => lines[stream].end(), "end")
  };
  return followContainer(handle, sink, { client, signal });
}
__name(follow, "follow");
async function untilOneFails(containers) {
  const failed = Promise.withResolvers();
  const all = containers.map(async ({ ended }) => {
    const code2 = await ended;
    if (code2 !== 0) failed.resolve(code2);
  });
  const code = await Promise.race([failed.promise, Promise.all(all).then(() => 0)]);
  return { code, signal: null };
}
__name(untilOneFails, "untilOneFails");

// src/stack/services/launch-in-docker.ts
async function launchInDocker(plan, deps) {
  if (plan.config.compose !== void 0) return launchCompose(plan, plan.config.compose, deps);
  const { service, config } = plan;
  const { docker, output } = deps;
  const { publishedPorts } = plan;
  for (const port of config.ports ?? []) {
    if (!publishedPorts.has(port)) publishedPorts.set(port, await findFreePort());
  }
  const image = await prepareImage(plan, deps);
  const { file, args } = parseCommand(config.command ?? "");
  const container = await startContainer(
    {
      service,
      image,
      env: config.env ?? {},
      command: config.command === void 0 ? void 0 : [file, ...args],
      workingDirectory: config.cwd,
      ports: Array.from(publishedPorts, ([port, host]) => ({ container: port, host })),
      volumes: await Promise.all((config.volumes ?? []).map((volume) => bindingOf(volume, deps)))
    },
    docker,
    output
  );
  return controlContainers({
    service,
    containers: [{ name: service, handle: container.handle }],
    docker,
    graceMs: plan.graceMs,
    publishedPorts,
    exited: container.exited.then((code) => ({ code, signal: null })),
    detach: /* @__PURE__ */ __name(() => container.detach(), "detach")
  });
}
__name(launchInDocker, "launchInDocker");
async function prepareImage({ service, config }, deps) {
  const { docker, directory, emit } = deps;
  const tellOf = /* @__PURE__ */ __name((image) => ({
    ...deps,
    onProgress: /* @__PURE__ */ __name((text) => emit({ type: "image-progressed", image, text }), "onProgress")
  }), "tellOf");
  if (config.image !== void 0) {
    await ensureImage(config.image, { ...tellOf(config.image), client: docker.client });
    return config.image;
  }
  if (config.build === void 0)
    throw new RunError("SERVICE_NOT_STARTED", `service "${service}" is no container`);
  const { context, dockerfile = "Dockerfile", target, args = {} } = config.build;
  const tag = tagOf(service, directory);
  const plan = { service, tag, context: resolve2(directory, context), dockerfile, target, args };
  await buildImage(plan, tellOf(tag));
  return tag;
}
__name(prepareImage, "prepareImage");
async function bindingOf(volume, { directory, docker }) {
  const [source = "", ...rest] = volume.split(":");
  const isPath = /^[./]/.test(source);
  return [isPath ? resolve2(directory, source) : await docker.createVolume(source), ...rest].join(":");
}
__name(bindingOf, "bindingOf");
export {
  launchInDocker
};
