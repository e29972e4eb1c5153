import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { renderDuration } from '../../base/duration.ts';
import { RunError } from '../../base/errors.ts';
import { type Following, followContainer } from '../docker/attached-output.ts';
import { type ComposeRun, runCompose } from '../docker/compose.ts';
import { composeModel, overrideFor } from '../docker/compose-override.ts';
import { controlContainers, findUnhealthy, type NamedContainer } from '../docker/control.ts';
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
    const overridden = { ...compose, files: [path, override] };
    await runCompose(['up', '--no-start', '--build', '--quiet-pull'], overridden);
    const containers = await findContainers(compose.project, docker);
    const following = new AbortController();
    const ends = await Promise.all(
      containers.map((container) => follow(container, { docker, output, signal: following.signal })),
    );
    try {
      await startAll(overridden, containers, { ...plan, ...deps });
    } catch (cause) {
      following.abort(); // One that has never started does not end either.
      throw cause;
    }
    return await controlContainers({
      service,
      containers,
      docker,
      graceMs,
      exited: untilOneFails(ends),
      detach: () => following.abort(),
    });
  } finally {
    rmSync(overrides, { recursive: true });
  }
}

/** Compose itself waits for health checks and pieces of work that services depend on. @throws RunError SERVICE_NOT_READY, DOCKER_* */
async function startAll(
  compose: ComposeRun,
  containers: readonly NamedContainer[],
  { service, readyTimeoutMs, clock, output }: DockerPlan & DockerDeps,
): Promise<void> {
  const over = new AbortController();
  using _limit = clock.at(clock.nowMs() + readyTimeoutMs, () => over.abort());
  try {
    const signal = AbortSignal.any([compose.signal, over.signal]);
    await runCompose(['up', '--detach'], { ...compose, signal });
  } catch (cause) {
    compose.signal.throwIfAborted();
    const { lastLines } = output;
    if (over.signal.aborted) {
      const obstacle = (await findUnhealthy(containers)) ?? 'some had not';
      throw new RunError(
        'SERVICE_NOT_READY',
        `service "${service}" was not ready within ${renderDuration(readyTimeoutMs)}: waited until all of its compose file have started, but ${obstacle}`,
        { detail: lastLines, hint: `if it only needs longer, set services.${service}.ready.timeout` },
      );
    }
    if (!(cause instanceof RunError) || lastLines.length === 0) throw cause;
    throw new RunError(cause.code, cause.message, { hint: cause.hint, detail: lastLines });
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

interface FollowingDeps {
  readonly docker: RunDocker;
  readonly output: ServiceOutput;
  readonly signal: AbortSignal;
}

/** Hands on the output of a container, each line with its name as compose shows it. */
function follow(
  { name, handle }: NamedContainer,
  { docker: { client }, output, signal }: FollowingDeps,
): Promise<Following> {
  const prefixed = (stream: OutputStream) =>
    splitLines((line) => output.addLine(stream, `${name} | ${line}`));
  const lines = { stdout: prefixed('stdout'), stderr: prefixed('stderr') };
  const sink = {
    write: (stream: OutputStream, chunk: Uint8Array) => lines[stream].write(chunk),
    end: (stream: OutputStream) => lines[stream].end(),
  };
  return followContainer(handle, sink, { client, signal });
}

/** Containers that do a piece of work and end well are none that fail; when all have ended, the service has. */
async function untilOneFails(containers: readonly Following[]): Promise<ServiceExit> {
  const failed = Promise.withResolvers<number | null>();
  const all = containers.map(async ({ ended }) => {
    const code = await ended;
    if (code !== 0) failed.resolve(code);
  });
  const code = await Promise.race([failed.promise, Promise.all(all).then(() => 0)]);
  return { code, signal: null };
}
