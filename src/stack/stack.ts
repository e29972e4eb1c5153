import type { Kafka } from '../kafka/port.ts';
import { clustersOf, pathOfCluster } from '../model/kafka-config.ts';
import type { SchemaRegistry } from '../model/schema-registry.ts';
import { isContainer, type ServiceConfig } from '../model/service-config.ts';
import type { ServiceControl } from '../model/service-control.ts';
import { blame, type Part } from './blame.ts';
import type { RunDocker } from './docker/run-docker.ts';
import { Clusters } from './kafka/clusters.ts';
import { Keeper } from './processes/keeper.ts';
import { type RunRegistry, startSchemaRegistry } from './registry/schema-registry.ts';
import { Services } from './services/services.ts';
import type { StackOptions } from './stack-options.ts';
import { removeContainers } from './sweep-killed-runs.ts';
import { startTraces, traceVariables } from './traces.ts';

/** Kafka and the services under test, running. Disposing it ends all that was started for the run. */
export interface Stack extends AsyncDisposable {
  /** All clusters: a name is one of the first, `cluster:name` one of any. */
  readonly kafka: Kafka;
  /** All clusters by name. */
  readonly clusters: ReadonlyMap<string, Kafka>;
  /** Absent when none is configured. */
  readonly registry: SchemaRegistry | undefined;
  /** Pauses, ends and starts services under test. */
  readonly services: ServiceControl;
  /** Stops the services, deletes all records of the topics on clusters of the run's own, and starts the services again. */
  refresh(signal: AbortSignal): Promise<void>;
  /** Aborted with a RunError when a service, or a cluster of the run's own, ends though nobody stopped it. */
  readonly signal: AbortSignal;
  /** Service names by the consumer group that they are ready with. */
  readonly serviceOfGroup: ReadonlyMap<string, string>;
  /** May topics that a scenario produces to be created? Never on a cluster that is not the run's own. */
  readonly createTopics: boolean;
}

/**
 * Starts Kafka and the schema registry, creates what is configured in them, and starts the services, in this order. Whatever fails: what was
 * started is ended before this rejects.
 * @throws RunError KAFKA_*, SERVICE_NOT_STARTED, SERVICE_NOT_READY, SERVICE_EXITED, DOCKER_*; else the signal's reason
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { config, signal } = options;
  await using parts = new AsyncDisposableStack();
  const configs = config.services ?? {};
  const keeper = parts.use(await openKeeper(options));
  const docker = parts.use(await openDocker(options, keeper));
  const servesContainers =
    Object.values(configs).some(isContainer) || config.schemaRegistry?.provider === 'docker';
  const clusters = parts.use(
    await Clusters.start(config.kafka ?? {}, {
      ...options,
      docker,
      servesContainers,
      evaluate: (value) => options.evaluate(value, {}),
    }),
  );
  const registry = parts.use(await openRegistry(options, { clusters, docker, servesContainers }));
  const traces = config.traces === true ? parts.use(await startTraces(options)) : undefined;
  const services: Services = parts.use(
    new Services(configs, {
      ...options,
      env: { ...options.env, ...(traces && traceVariables(traces)) },
      kafka: clusters.kafka,
      keeper,
      docker,
      evaluate: (value, place) =>
        options.evaluate(value, {
          ...(traces && { traces: { url: traces.url } }),
          kafka: clusters.addresses(place),
          ...(registry && { schemaRegistry: registry.addresses(place) }),
          services: services.addresses(place),
        }),
    }),
  );
  await services.startAll(signal);
  const started = parts.move();
  return {
    kafka: clusters.kafka,
    clusters: clusters.connections,
    registry: registry?.client,
    services,
    async refresh(within) {
      await services.stopAll();
      await clusters.emptyTopics(within);
      await services.startAll(within);
    },
    signal: AbortSignal.any([
      services.signal,
      ...clusters.signals,
      ...(registry?.signal ? [registry.signal] : []),
    ]),
    serviceOfGroup: groupsOf(configs),
    createTopics: clusters.createsTopics,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

async function openKeeper({ runId, clock, emit, env }: StackOptions): Promise<Keeper> {
  const keeper = await Keeper.open(runId, { clock, removeContainers: (run) => removeContainers(run, env) });
  for (const swept of keeper.sweptRuns) {
    emit({ type: 'warning-given', message: `ended what run ${swept} left behind when it was killed` });
  }
  return keeper;
}

/** Only when one is configured. */
async function openRegistry(
  options: StackOptions,
  { clusters, ...deps }: { clusters: Clusters; docker: RunDocker | undefined; servesContainers: boolean },
): Promise<RunRegistry | undefined> {
  const { schemaRegistry } = options.config;
  if (schemaRegistry === undefined) return undefined;
  const starting = startSchemaRegistry(schemaRegistry, {
    ...options,
    ...deps,
    bootstrap: (place) => clusters.bootstrap(place),
    evaluate: (value) => options.evaluate(value, {}),
  });
  return await blame({ path: ['schemaRegistry'], config: schemaRegistry }, starting);
}

/** Only when something of the run is a container: loading it takes time. */
async function openDocker(options: StackOptions, keeper: Keeper): Promise<RunDocker | undefined> {
  const { config, runId, env, emit, keep = false } = options;
  const [need] = needsOfDocker(config);
  if (!need) return undefined;
  const { RunDocker: Docker } = await import('./docker/run-docker.ts');
  const opening = Docker.open({ runId, env, isKept: keep, onConnect: () => keeper.usesDocker() });
  const docker = await blame(need, opening);
  if (keep) {
    emit({ type: 'warning-given', message: 'containers stay after the run', hint: docker.howToRemove });
  }
  return docker;
}

/** All that is a container. */
function needsOfDocker({
  kafka = {},
  schemaRegistry,
  services = {},
}: StackOptions['config']): readonly Part[] {
  const clusters = [...clustersOf(kafka)].filter(([, { provider }]) => provider === 'docker');
  return [
    ...clusters.map(([name, { provider }]) => ({ path: pathOfCluster(kafka, name), config: { provider } })),
    ...(schemaRegistry?.provider === 'docker' ? [{ path: ['schemaRegistry'], config: schemaRegistry }] : []),
    ...Object.entries(services)
      .filter(([, service]) => isContainer(service))
      .map(([name, config]) => ({ path: ['services', name], config })),
  ];
}

function groupsOf(services: Readonly<Record<string, ServiceConfig>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(services).flatMap(([name, { ready }]) =>
      (ready?.group ?? []).map((group): [string, string] => [group, name]),
    ),
  );
}
