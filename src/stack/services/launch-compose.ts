import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { RunError } from '../../base/errors.ts';
import { pipeOutput } from '../docker/attached-output.ts';
import { type ComposeRun, runCompose } from '../docker/compose.ts';
import { composeModel, overrideFor } from '../docker/compose-override.ts';
import { controlContainers, type NamedContainer } from '../docker/control.ts';
import type { RunDocker } from '../docker/run-docker.ts';
import type { DockerDeps, DockerPlan } from './docker-plan.ts';
import type { Launched, ServiceExit } from './launched.ts';
import { splitLines } from './lines.ts';
import type { OutputStream, ServiceOutput } from './output.ts';

/**
 * Starts all services of a compose file, under a project name of the run's own, on its network too. The service's `env`
 * fills the variables in the file.
 * @throws RunError DOCKER_*
 */
export async function launchCompose(plan: DockerPlan, file: string, deps: DockerDeps): Promise<Launched> {
  const { docker, directory, env, output, signal, emit } = deps;
  const { service, config, graceMs } = plan;
  const path = resolve(directory, file);
  const overrides = mkdtempSync(join(tmpdir(), 'flowproof-compose-'));
  try {
    const compose: ComposeRun = {
      service,
      project: docker.nameOf(service).toLowerCase().replaceAll('.', '-'),
      files: [path],
      cwd: dirname(path),
      env: { ...env, ...config.env },
      signal,
      docker,
      onProgress: (text) => emit({ type: 'image-progressed', image: service, text }),
    };
    const model = parseModel(await runCompose(['config', '--format', 'json'], compose), file);
    const override = join(overrides, 'override.json');
    writeFileSync(
      override,
      JSON.stringify(
        overrideFor(model, { runId: docker.runId, network: docker.network, service, directory }),
      ),
    );
    await runCompose(['up', '--detach', '--build', '--quiet-pull'], { ...compose, files: [path, override] });
    const containers = await findContainers(compose.project, docker);
    const following = new AbortController();
    return await controlContainers({
      service,
      containers,
      docker,
      graceMs,
      exited: untilOneFails(containers, { docker, output, signal: following.signal }),
      detach: () => following.abort(),
    });
  } finally {
    rmSync(overrides, { recursive: true });
  }
}

function parseModel(text: string, file: string): z.infer<typeof composeModel> {
  const parsed = composeModel.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new RunError('DOCKER_FAILED', `compose file "${file}" has no services`, {
    hint: `\`docker compose -f ${file} config\` shows what Docker reads`,
  });
}

async function findContainers(project: string, { client }: RunDocker): Promise<readonly NamedContainer[]> {
  const { dockerode } = client.container;
  const label = [`com.docker.compose.project=${project}`];
  const found = await dockerode.listContainers({ all: true, filters: { label } });
  return found.map(({ Id, Labels }) => ({
    name: Labels['com.docker.compose.service'] ?? Id,
    handle: dockerode.getContainer(Id),
  }));
}

interface Following {
  readonly docker: RunDocker;
  readonly output: ServiceOutput;
  readonly signal: AbortSignal;
}

/** Containers that do a piece of work and end well are none that fail; when all have ended, the service has. */
async function untilOneFails(
  containers: readonly NamedContainer[],
  following: Following,
): Promise<ServiceExit> {
  const ends = containers.map(async (container) => {
    const code = await follow(container, following);
    if (code === 0) return code;
    throw new ContainerFailed(code);
  });
  try {
    await Promise.all(ends);
    return { code: 0, signal: null };
  } catch (cause) {
    return { code: cause instanceof ContainerFailed ? cause.exitCode : null, signal: null };
  }
}

/** Only carries a code from a container to its service. */
class ContainerFailed {
  readonly exitCode: number | null;
  constructor(exitCode: number | null) {
    this.exitCode = exitCode;
  }
}

/** Hands on the output of a container, each line with its name as compose shows it, and resolves with the code that it ends with. */
async function follow(
  { name, handle }: NamedContainer,
  { docker, output, signal }: Following,
): Promise<number | null> {
  const prefixed = (stream: OutputStream) =>
    splitLines((line) => output.addLine(stream, `${name} | ${line}`));
  const lines = { stdout: prefixed('stdout'), stderr: prefixed('stderr') };
  try {
    const { Config } = await handle.inspect();
    const stream = await handle.logs({ follow: true, stdout: true, stderr: true, abortSignal: signal });
    const sink = {
      write: (from: OutputStream, chunk: Uint8Array) => lines[from].write(chunk),
      end: (from: OutputStream) => lines[from].end(),
    };
    await pipeOutput(stream, sink, { client: docker.client, hasTerminal: Config.Tty });
    const { StatusCode } = await handle.wait({ abortSignal: signal });
    return StatusCode;
  } catch {
    return null; // It was removed, or Docker has ended: nobody can tell any more.
  }
}
