import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  sleep
} from "./part-base-clock.js";
import {
  RunError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/stack/processes/run-file.ts
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  readdirSync as readdirSync2,
  readFileSync as readFileSync2,
  rmSync,
  writeFileSync
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

// src/stack/processes/process-table.ts
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
var MARKER_VARIABLE = "FLOWPROOF_SERVICE";
var HAS_PROC = process.platform === "linux";
function readProcess(pid) {
  return HAS_PROC ? readProc(pid) : readPs(pid);
}
__name(readProcess, "readProcess");
function findTree({ groups, marker }) {
  if (!HAS_PROC) return groups.flatMap(findGroup);
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const entry = readProc(Number(pid));
    if (!entry || entry.isZombie) return [];
    return groups.includes(entry.group) || isMarked(entry.pid, marker) ? [entry] : [];
  });
}
__name(findTree, "findTree");
function isMarked(pid, marker) {
  const start = `${MARKER_VARIABLE}=${marker}`;
  try {
    const environ = readFileSync(`/proc/${pid}/environ`, "latin1");
    return environ.startsWith(start) || environ.includes(`\0${start}`);
  } catch {
    return false;
  }
}
__name(isMarked, "isMarked");
function findGroup(group) {
  try {
    process.kill(-group, 0);
    return [{ pid: group, group, isZombie: false, startedAt: "" }];
  } catch {
    return [];
  }
}
__name(findGroup, "findGroup");
function readProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state = "", , group = ""] = fields;
    return {
      pid,
      group: Number(group),
      isZombie: state === "Z" || state === "X",
      startedAt: fields[19] ?? ""
    };
  } catch {
    return void 0;
  }
}
__name(readProc, "readProc");
function readPs(pid) {
  try {
    const line = execFileSync("ps", ["-o", "pgid=,stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
    const [, group, state = "", startedAt = ""] = /^\s*(\d+)\s+(\S+)\s+(.*)$/m.exec(line) ?? [];
    if (group === void 0) return void 0;
    return { pid, group: Number(group), isZombie: state.startsWith("Z"), startedAt };
  } catch {
    return void 0;
  }
}
__name(readPs, "readPs");

// src/stack/processes/run-file.ts
var ENDING = ".run";
function runFolder() {
  return join(tmpdir(), `flowproof-${userInfo().username.replaceAll(/\W/g, "_")}`);
}
__name(runFolder, "runFolder");
var RunRecord = class {
  static {
    __name(this, "RunRecord");
  }
  #path;
  constructor(folder, runId) {
    openFolder(folder);
    this.#path = join(folder, `${runId}${ENDING}`);
    writeFileSync(this.#path, `tool ${process.pid} ${readProcess(process.pid)?.startedAt ?? ""}
`, {
      mode: 384
    });
  }
  started(pid) {
    appendFileSync(this.#path, `add ${pid} ${readProcess(pid)?.startedAt ?? ""}
`);
  }
  ended(pid) {
    appendFileSync(this.#path, `remove ${pid}
`);
  }
  usesDocker() {
    appendFileSync(this.#path, "docker\n");
  }
  [Symbol.dispose]() {
    rmSync(this.#path, { force: true });
  }
};
function readRunFiles(folder) {
  return namesIn(folder).flatMap(
    (name) => parseRunFile(name.slice(0, -ENDING.length), readIfThere(join(folder, name)))
  );
}
__name(readRunFiles, "readRunFiles");
function removeRunFile(folder, runId) {
  rmSync(join(folder, `${runId}${ENDING}`), { force: true });
}
__name(removeRunFile, "removeRunFile");
function parseRunFile(runId, text) {
  const leaders = /* @__PURE__ */ new Map();
  let tool;
  for (const [, verb, number, startedAt = ""] of text.matchAll(/^(tool|add|remove) (\d+)(?: (.*))?$/gm)) {
    const pid = Number(number);
    if (verb === "tool") tool = { pid, startedAt };
    else if (verb === "add") leaders.set(pid, { pid, startedAt });
    else leaders.delete(pid);
  }
  return tool ? [{ runId, tool, leaders: [...leaders.values()], usesDocker: /^docker$/m.test(text) }] : [];
}
__name(parseRunFile, "parseRunFile");
function namesIn(folder) {
  try {
    return readdirSync2(folder).filter((name) => name.endsWith(ENDING));
  } catch {
    return [];
  }
}
__name(namesIn, "namesIn");
function readIfThere(path) {
  try {
    return readFileSync2(path, "utf8");
  } catch {
    return "";
  }
}
__name(readIfThere, "readIfThere");
function openFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 448 });
  const { uid } = lstatSync(folder);
  if (process.getuid && uid !== process.getuid()) {
    throw new RunError("SERVICE_NOT_STARTED", `the folder "${folder}" belongs to another user`, {
      hint: "remove it, or set TMPDIR to a folder of your own"
    });
  }
}
__name(openFolder, "openFolder");

// src/stack/processes/end-tree.ts
var LOOK_MS = 20;
var KILL_MS = 2e3;
function signalTree(tree, signal) {
  const stray = findTree(tree).filter(({ group }) => !tree.groups.includes(group));
  for (const target of [...tree.groups.map((group) => -group), ...stray.map(({ pid }) => pid)]) {
    try {
      process.kill(target, signal);
    } catch (cause) {
      if (!["ESRCH", "EPERM"].includes(cause.code ?? "")) throw cause;
    }
  }
}
__name(signalTree, "signalTree");
async function endTree(tree, { clock, graceMs }) {
  if (graceMs > 0) {
    signalTree(tree, "SIGTERM");
    signalTree(tree, "SIGCONT");
    if (await isGoneWithin(graceMs, tree, clock)) return;
  }
  signalTree(tree, "SIGKILL");
  await isGoneWithin(KILL_MS, tree, clock);
}
__name(endTree, "endTree");
async function isGoneWithin(limitMs, tree, clock) {
  const untilMs = clock.nowMs() + limitMs;
  const never = new AbortController().signal;
  while (findTree(tree).length > 0) {
    if (clock.nowMs() >= untilMs) return false;
    await sleep(clock, LOOK_MS, never);
  }
  return true;
}
__name(isGoneWithin, "isGoneWithin");

// src/stack/processes/sweep.ts
function markerOfRun(runId) {
  return `${runId}:`;
}
__name(markerOfRun, "markerOfRun");
async function sweepLeftovers(folder, deps) {
  const dead = readRunFiles(folder).filter(({ tool }) => !isRunning(tool));
  const swept = await Promise.all(
    dead.map(async (run) => {
      const [processes, containers] = await Promise.all([endProcesses(run, deps), endContainers(run, deps)]);
      if (containers !== void 0) removeRunFile(folder, run.runId);
      return processes + (containers ?? 0) > 0 ? [run.runId] : [];
    })
  );
  return swept.flat();
}
__name(sweepLeftovers, "sweepLeftovers");
async function endProcesses({ runId, leaders }, { clock }) {
  const tree = { groups: leaders.filter(isRunning).map(({ pid }) => pid), marker: markerOfRun(runId) };
  const left = findTree(tree).length;
  if (left > 0) await endTree(tree, { clock, graceMs: 0 });
  return left;
}
__name(endProcesses, "endProcesses");
async function endContainers({ runId, usesDocker }, deps) {
  if (!usesDocker) return 0;
  try {
    return await deps.removeContainers(runId);
  } catch (cause) {
    if (cause instanceof RunError) return void 0;
    throw cause;
  }
}
__name(endContainers, "endContainers");
function isRunning({ pid, startedAt }) {
  const found = readProcess(pid);
  return found !== void 0 && !found.isZombie && found.startedAt === startedAt;
}
__name(isRunning, "isRunning");

// src/stack/sweep-killed-runs.ts
async function sweepKilledRuns({
  clock,
  env
}) {
  await sweepLeftovers(runFolder(), { clock, removeContainers: /* @__PURE__ */ __name((runId) => removeContainers(runId, env), "removeContainers") });
}
__name(sweepKilledRuns, "sweepKilledRuns");
async function removeContainers(runId, env) {
  const [{ connectRuntime }, { removeAllOf }] = await Promise.all([
    import("./part-stack-docker-runtime-2.js"),
    import("./part-stack-docker-remove-2.js")
  ]);
  return removeAllOf(runId, await connectRuntime(env));
}
__name(removeContainers, "removeContainers");

export {
  MARKER_VARIABLE,
  runFolder,
  RunRecord,
  signalTree,
  endTree,
  markerOfRun,
  sweepLeftovers,
  sweepKilledRuns,
  removeContainers
};
