import { RunError } from '../../base/errors.ts';
import type { Launched, ServiceExit } from '../services/launched.ts';
import type { ContainerHandle } from './attached-output.ts';
import { dockerError } from './docker-error.ts';
import type { RunDocker } from './run-docker.ts';

/** A container, and its name on the run's network. */
export interface NamedContainer {
  readonly name: string;
  readonly handle: ContainerHandle;
}

/** The containers that one service is made of. */
export interface ControlledContainers {
  readonly service: string;
  readonly containers: readonly NamedContainer[];
  readonly docker: RunDocker;
  readonly graceMs: number;
  /** By the port in the container, where that is known without asking; a container that has ended publishes none. */
  readonly publishedPorts?: ReadonlyMap<number, number>;
  readonly exited: Promise<ServiceExit>;
  readonly detach: () => void;
}

/** What Docker answers when a container is in the state asked for already, or is gone. */
const ALREADY = [304, 404, 409];
const TAIL_CHARACTERS = 300;

/** How a run ends, disturbs and reaches a service that is one container or several. */
export async function controlContainers(controlled: ControlledContainers): Promise<Launched> {
  const { service, containers, docker, graceMs, publishedPorts, exited, detach } = controlled;
  const handles = containers.map(({ handle }) => handle);
  const inspected = await Promise.all(
    containers.map(async ({ name, handle }) => ({ name, details: await handle.inspect() })),
  );
  const all = (what: string, act: (handle: ContainerHandle) => Promise<unknown>): Promise<void> =>
    attempt(`service "${service}" could not be ${what}`, () => Promise.all(handles.map(act)));
  const remove = (handle: ContainerHandle): Promise<void> =>
    tolerate(handle.remove({ force: true, v: true }));
  return {
    exited,
    detach,
    hasHealthCheck: inspected.some(({ details }) => details.State.Health !== undefined),
    unhealth: () => findUnhealthy(containers),
    async stop() {
      await all('stopped', async (handle) => {
        await tolerate(handle.unpause());
        await tolerate(handle.stop({ t: Math.ceil(graceMs / 1000) }));
      });
      await exited;
      await all('removed', remove);
    },
    async kill() {
      await all('killed', async (handle) => {
        await tolerate(handle.unpause());
        await tolerate(handle.kill());
      });
      await exited;
      await all('removed', remove);
    },
    // One of several may have done its work and ended.
    pause: () => all('paused', (handle) => tolerate(handle.pause())),
    resume: () => all('resumed', (handle) => tolerate(handle.unpause())),
    addressOf(port, from) {
      for (const { name, details } of inspected) {
        const published =
          publishedPorts?.get(port) ?? details.NetworkSettings.Ports[`${port}/tcp`]?.[0]?.HostPort;
        if (from === 'container' && (published || inspected.length === 1)) return { host: name, port };
        if (published) return { host: docker.host, port: Number(published), isForwarded: true };
      }
      throw new RunError('DOCKER_FAILED', `port ${port} of service "${service}" is not published`, {
        hint: `add ${port} to services.${service}.ports, or to "ports" in its compose file`,
      });
    },
    async exec(command, signal) {
      const [first] = handles;
      if (!first) throw new RunError('DOCKER_FAILED', `service "${service}" has no container`);
      signal.throwIfAborted();
      const { exitCode, output } = await docker.client.container.exec(first, ['/bin/sh', '-c', command]);
      return { code: exitCode, output: output.trim().split('\n').at(-1) ?? '' };
    },
  };
}

/** What keeps the health check of one of them from being green. */
export async function findUnhealthy(containers: readonly NamedContainer[]): Promise<string | undefined> {
  for (const { name, handle } of containers) {
    const { Health: health } = (await handle.inspect()).State;
    if (health === undefined || health.Status === 'healthy' || health.Status === 'none') continue;
    const last = health.Log?.at(-1);
    const said = last ? `: ${last.Output.trim().slice(-TAIL_CHARACTERS)} (code ${last.ExitCode})` : '';
    return `the health check of "${name}" says ${health.Status}${said}`;
  }
  return undefined;
}

async function attempt(what: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    throw dockerError(what, cause);
  }
}

async function tolerate(action: Promise<unknown>): Promise<void> {
  try {
    await action;
  } catch (cause) {
    // 500 with "is not paused" is what older daemons say for 409.
    const { statusCode = 0 } = cause as { statusCode?: number };
    if (!ALREADY.includes(statusCode) && !/is not paused/.test(String(cause))) throw cause;
  }
}
