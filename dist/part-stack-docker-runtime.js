import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  require_build
} from "./part-readable-stream.js";
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

// src/stack/docker/runtime.ts
var import_testcontainers = __toESM(require_build(), 1);
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
var DEFAULT_SOCKET = "/var/run/docker.sock";
async function connectRuntime(env) {
  try {
    const client = await (0, import_testcontainers.getContainerRuntimeClient)();
    if (isAskedFor(client, env)) return client;
  } catch (cause) {
    throw explainNoRuntime({ env, socket: DEFAULT_SOCKET, cause });
  }
  throw explainNoRuntime({ env, socket: DEFAULT_SOCKET });
}
__name(connectRuntime, "connectRuntime");
function isAskedFor(client, { DOCKER_HOST }) {
  if (!DOCKER_HOST) return true;
  const asked = DOCKER_HOST.replace(/^[a-z]+:\/\//, "");
  return asked === socketOf(client) || asked.split(":")[0] === modemOf(client).host;
}
__name(isAskedFor, "isAskedFor");
function socketOf(client) {
  return modemOf(client).socketPath;
}
__name(socketOf, "socketOf");
function modemOf({ container }) {
  return container.dockerode.modem;
}
__name(modemOf, "modemOf");
function explainNoRuntime({ env, socket, cause }) {
  const { DOCKER_HOST } = env;
  if (DOCKER_HOST) {
    return new RunError("DOCKER_NOT_RUNNING", `no Docker daemon answers at DOCKER_HOST "${DOCKER_HOST}"`, {
      hint: "start that daemon, or correct or unset DOCKER_HOST",
      cause
    });
  }
  if (may(socket, constants.F_OK) && !may(socket, constants.R_OK | constants.W_OK))
    return dockerError("Docker cannot be used", new Error(`EACCES on ${socket}`));
  return isInstalled(env) ? new RunError("DOCKER_NOT_RUNNING", "the Docker daemon does not run", {
    hint: "start it (Docker Desktop, or `systemctl start docker`); `docker info` tells when it answers",
    cause
  }) : new RunError("DOCKER_MISSING", "this run needs Docker, which is not installed", {
    hint: "install Docker, or use kafka.provider: embedded and services that are commands",
    cause
  });
}
__name(explainNoRuntime, "explainNoRuntime");
function isInstalled({ PATH = "" }) {
  return PATH.split(delimiter).some((folder) => may(join(folder, "docker"), constants.X_OK));
}
__name(isInstalled, "isInstalled");
function may(path, mode) {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
__name(may, "may");

export {
  connectRuntime,
  socketOf,
  explainNoRuntime
};
