import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Clock } from '../../base/clock.ts';
import { RunError } from '../../base/errors.ts';
import type { ProbedAddress } from '../../probes/probe.ts';
import { endTree, signalTree } from '../processes/end-tree.ts';
import type { Keeper } from '../processes/keeper.ts';
import { MARKER_VARIABLE } from '../processes/process-table.ts';
import { parseCommand } from './command-line.ts';
import { HOST_FROM_CONTAINERS, type Launched, type Place, type ServiceExit } from './launched.ts';
import type { OutputStream, ServiceOutput } from './output.ts';
import { runCommand } from './run-command.ts';

/** A process to start, all templates evaluated. */
export interface ProcessPlan {
  readonly service: string;
  readonly command: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** Between SIGTERM and SIGKILL. */
  readonly graceMs: number;
}

export interface ProcessDeps {
  readonly clock: Clock;
  readonly keeper: Keeper;
  readonly output: ServiceOutput;
}

/** Output that was written before the end has arrived by then, unless a process that left the tree holds the pipe open. */
const LAST_OUTPUT_MS = 500;

/**
 * Starts a process in a group of its own, so that nothing it starts is missed, and a Ctrl-C in the terminal reaches only
 * the tool.
 * @throws RunError SERVICE_NOT_STARTED
 */
export async function launchProcess(
  plan: ProcessPlan,
  { clock, keeper, output }: ProcessDeps,
): Promise<Launched> {
  const { service, cwd } = plan;
  checkFolder(plan);
  const marker = keeper.markerOf(service);
  const env = { ...plan.env, [MARKER_VARIABLE]: marker };
  const { file, args } = parseCommand(plan.command);
  const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = untilEnded(child);
  const pid = child.pid ?? (await refuse(plan, file, child));
  keeper.started(pid);
  const drained = Promise.all([pipe(child.stdout, 'stdout', output), pipe(child.stderr, 'stderr', output)]);
  const tree = { groups: [pid], marker };
  const exited = ended.then(async (exit) => {
    const late = Promise.withResolvers<void>();
    using _limit = clock.at(clock.nowMs() + LAST_OUTPUT_MS, late.resolve);
    await Promise.race([drained, late.promise]);
    child.stdout.destroy();
    child.stderr.destroy();
    return exit;
  });
  const end = async (graceMs: number): Promise<void> => {
    await endTree(tree, { clock, graceMs });
    keeper.ended(pid);
    await exited;
  };
  return {
    pid,
    exited,
    hasHealthCheck: false,
    unhealth: async () => undefined,
    detach: () => undefined,
    stop: () => end(plan.graceMs),
    kill: () => end(0),
    pause: async () => signalTree(tree, 'SIGSTOP'),
    resume: async () => signalTree(tree, 'SIGCONT'),
    addressOf: (port, from) => processAddress(port, from),
    exec: (command, signal) => runCommand(command, { cwd, env, signal }),
  };
}

/** Where a port that a process listens on is reached. */
export function processAddress(port: number, from: Place): ProbedAddress {
  return { host: from === 'host' ? 'localhost' : HOST_FROM_CONTAINERS, port };
}

/** A missing folder would be reported as a missing program. */
function checkFolder({ service, cwd }: ProcessPlan): void {
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new RunError(
    'SERVICE_NOT_STARTED',
    `service "${service}" could not be started: there is no folder "${cwd}"`,
    {
      hint: `correct services.${service}.cwd; it is relative to flowproof.yaml`,
    },
  );
}

async function refuse({ service, command }: ProcessPlan, file: string, child: ChildProcess): Promise<never> {
  const [cause] = (await once(child, 'error')) as [NodeJS.ErrnoException];
  const reason =
    cause.code === 'ENOENT'
      ? `there is no program "${file}"`
      : cause.code === 'EACCES'
        ? `"${file}" may not be executed`
        : cause.message;
  throw new RunError('SERVICE_NOT_STARTED', `service "${service}" could not be started: ${reason}`, {
    hint: `check services.${service}.command: "${command}"`,
    cause,
  });
}

function untilEnded(child: ChildProcess): Promise<ServiceExit> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

function pipe(stream: Readable, name: OutputStream, output: ServiceOutput): Promise<void> {
  return new Promise((resolve) => {
    stream.on('data', (chunk: Buffer) => output.write(name, chunk));
    stream.on('error', () => undefined); // Only 'close' counts: what was read until then is kept.
    stream.once('close', () => {
      output.end(name);
      resolve();
    });
  });
}
