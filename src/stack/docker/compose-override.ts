import { z } from 'zod';
import { HOST_FROM_CONTAINERS } from '../services/launched.ts';
import { tagOf } from './build.ts';
import { RUN_LABEL, SERVICE_LABEL } from './labels.ts';

const part = z.looseObject({}).nullable();

/** What `docker compose config` tells of a file, as far as it matters here. */
export const composeModel = z.looseObject({
  services: z.record(
    z.string(),
    z.looseObject({
      network_mode: z.string().optional(),
      image: z.string().optional(),
      build: z.unknown().optional(),
    }),
  ),
  networks: z.record(z.string(), part).optional(),
  volumes: z.record(z.string(), part).optional(),
});

/** The name of the run's network inside the compose files. */
const RUN_NETWORK = 'flowproof';

export interface OverrideOptions {
  readonly runId: string;
  /** Of the run, by its name in Docker. */
  readonly network: string;
  readonly service: string;
  /** Of the project. */
  readonly directory: string;
}

/** A second compose file, merged over the user's: puts the run's label on everything, and every service on the run's network. */
export function overrideFor(
  { services, networks = {}, volumes = {} }: z.infer<typeof composeModel>,
  { runId, network, service, directory }: OverrideOptions,
): unknown {
  const labels = { [RUN_LABEL]: runId, [SERVICE_LABEL]: service };
  const labelled = (parts: Readonly<Record<string, unknown>>): unknown =>
    Object.fromEntries(
      Object.entries(parts)
        .filter(isOwn)
        .map(([name]) => [name, { labels }]),
    );
  return {
    services: Object.fromEntries(
      Object.entries(services).map(([name, { network_mode: mode, image, build }]) => [
        name,
        {
          labels,
          // By default a built image is named after the project, which is another one in every run.
          ...(build !== undefined && image === undefined
            ? { image: tagOf(`${service}-${name}`, directory) }
            : {}),
          ...(mode === undefined
            ? { networks: { [RUN_NETWORK]: {} }, extra_hosts: [`${HOST_FROM_CONTAINERS}:host-gateway`] }
            : {}),
        },
      ]),
    ),
    networks: {
      ...(labelled(networks) as object),
      [RUN_NETWORK]: { external: true, name: network },
    },
    volumes: labelled(volumes),
  };
}

/** What is external is not the run's, and stays. */
function isOwn([, value]: readonly [string, unknown]): boolean {
  return !(typeof value === 'object' && value !== null && 'external' in value && value.external === true);
}
