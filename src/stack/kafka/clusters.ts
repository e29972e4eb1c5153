import { type Clock, sleep } from '../../base/clock.ts';
import { renderDuration } from '../../base/duration.ts';
import { RunError } from '../../base/errors.ts';
import { connectKafka } from '../../kafka/connect.ts';
import { JoinedClusters } from '../../kafka/joined-clusters.ts';
import type { Kafka, NewTopic } from '../../kafka/port.ts';
import type { JsonObject } from '../../model/json.ts';
import { type ClusterConfig, clustersOf, type KafkaConfig, pathOfCluster } from '../../model/kafka-config.ts';
import type { RunEventDraft } from '../../model/run-event.ts';
import { blame } from '../blame.ts';
import type { RunDocker } from '../docker/run-docker.ts';
import type { Place } from '../services/launched.ts';
import type { Cluster } from './cluster.ts';
import { type ConnectionDeps, connectionOf } from './connection.ts';
import { nameExternal } from './external-cluster.ts';

export interface ClustersDeps extends ConnectionDeps {
  readonly emit: (event: RunEventDraft) => void;
  readonly signal: AbortSignal;
  /** There when a cluster is a container. */
  readonly docker: RunDocker | undefined;
  /** Must containers reach a cluster that runs in this process? */
  readonly servesContainers: boolean;
}

/** A cluster, and our connection to it. */
interface Connected {
  readonly config: ClusterConfig;
  readonly cluster: Cluster;
  readonly kafka: Kafka;
}

const START_LIMIT_MS = 90_000;
const RETRY_MS = 50;

/** The Kafka clusters of a run, ready, with their configured topics. Disposing ends what was started for the run. */
export class Clusters implements AsyncDisposable {
  /** Our connection to all of them: names without a cluster are those of the first. */
  readonly kafka: Kafka;
  readonly #connected: ReadonlyMap<string, Connected>;
  readonly #parts: AsyncDisposableStack;

  private constructor(connected: ReadonlyMap<string, Connected>, parts: AsyncDisposableStack) {
    this.#connected = connected;
    this.#parts = parts;
    const named = [...connected].map(
      ([name, one]) => [name, { kafka: one.kafka, createsTopics: mayCreateTopics(one) }] as const,
    );
    this.kafka = new JoinedClusters(new Map(named));
  }

  /** Starts all at the same time. @throws RunError KAFKA_*, DOCKER_*; UsageError; the signal's reason */
  static async start(config: KafkaConfig, deps: ClustersDeps): Promise<Clusters> {
    await using parts = new AsyncDisposableStack();
    const started = await Promise.all(
      [...clustersOf(config)].map(async ([name, one]): Promise<[string, Connected]> => {
        const part = { path: pathOfCluster(config, name), config: one };
        return [name, await blame(part, startOne(name, one, { ...deps, parts }))];
      }),
    );
    return new Clusters(new Map(started), parts.move());
  }

  /** Are topics created on demand, on some cluster at least? Only where that is allowed, on clusters that are not the run's own. */
  get createsTopics(): boolean {
    return [...this.#connected.values()].some(mayCreateTopics);
  }

  /** By name. */
  get connections(): ReadonlyMap<string, Kafka> {
    return new Map([...this.#connected].map(([name, { kafka }]) => [name, kafka]));
  }

  /** Aborted when one of them ends though nobody stopped it. */
  get signals(): readonly AbortSignal[] {
    return [...this.#connected.values()].flatMap(({ cluster }) => cluster.signal ?? []);
  }

  /** Addresses of the first cluster for a program in that place. */
  bootstrap(place: Place): string {
    return this.#first().cluster.bootstrap(place);
  }

  /** `.kafka` of the expressions that a program in that place reads: the first cluster, and each by its name. */
  addresses(place: Place): JsonObject {
    const named = [...this.#connected].map(([name, { cluster }]) => [
      name,
      addressOf(cluster.bootstrap(place)),
    ]);
    return { ...addressOf(this.#first().cluster.bootstrap(place)), ...Object.fromEntries(named) };
  }

  /** Deletes all records of the clusters that are the run's own: each topic is deleted, and created again as it was. */
  async emptyTopics(signal: AbortSignal): Promise<void> {
    for (const { config, cluster, kafka } of this.#connected.values()) {
      if (cluster.provider === 'external') continue;
      const partitions = await kafka.offsets(await kafka.listTopics(signal), 'end', signal);
      const configs = new Map(configuredTopics(config).map(({ name, config: settings }) => [name, settings]));
      await kafka.deleteTopics([...partitions.keys()], signal);
      await kafka.createTopics(
        [...partitions].map(([name, ends]) => ({
          name,
          partitions: ends.length,
          config: configs.get(name) ?? {},
        })),
        signal,
      );
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.disposeAsync();
  }

  #first(): Connected {
    const [first] = this.#connected.values();
    if (!first) throw new RunError('KAFKA_UNREACHABLE', 'no Kafka cluster is configured');
    return first;
  }
}

/** Always on a cluster of the run's own. */
function mayCreateTopics({ cluster, config }: Connected): boolean {
  return cluster.provider !== 'external' || config.createTopics === true;
}

interface StartDeps extends ClustersDeps {
  readonly parts: AsyncDisposableStack;
}

async function startOne(name: string, config: ClusterConfig, deps: StartDeps): Promise<Connected> {
  const { clock, emit, signal, parts } = deps;
  const startedAtMs = clock.nowMs();
  const cluster = parts.use(await startCluster(name, config, deps));
  const { provider, version } = cluster;
  const bootstrap = cluster.bootstrap('host');
  const kafka = parts.use(connectKafka({ bootstrap, ...(await connectionOf(config, deps)) }));
  await untilAnswers(name, { config, cluster, kafka }, { clock, signal });
  const tookMs = Math.round(clock.nowMs() - startedAtMs);
  emit({
    type: 'kafka-ready',
    cluster: name,
    provider,
    bootstrap,
    ...(version === undefined ? {} : { version }),
    tookMs,
  });
  await kafka.createTopics(configuredTopics(config), signal);
  return { config, cluster, kafka };
}

function configuredTopics({ topics = {} }: ClusterConfig): readonly NewTopic[] {
  return Object.entries(topics).map(([name, given]) => ({ name, ...given }));
}

async function startCluster(name: string, config: ClusterConfig, deps: StartDeps): Promise<Cluster> {
  if (config.provider === 'external') return nameExternal(config);
  if (config.provider === 'docker' && deps.docker) {
    const { startInDocker } = await import('./docker-cluster.ts');
    return startInDocker(name, config, { ...deps, docker: deps.docker });
  }
  // Loaded only when it is needed: a run on another cluster starts sooner without it.
  const { startEmbedded } = await import('./embedded-cluster.ts');
  return startEmbedded(config, deps.servesContainers);
}

/** An external cluster must answer at the first call; one that is starting is asked until it does. */
async function untilAnswers(
  name: string,
  { cluster, kafka }: Connected,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  const either = AbortSignal.any([signal, ...(cluster.signal ? [cluster.signal] : [])]);
  const untilMs = clock.nowMs() + START_LIMIT_MS;
  for (;;) {
    try {
      await kafka.describeCluster(either);
      return;
    } catch (cause) {
      either.throwIfAborted();
      if (cluster.provider !== 'docker' || !(cause instanceof RunError)) throw cause;
      if (clock.nowMs() > untilMs) {
        throw new RunError(
          cause.code,
          `Kafka cluster "${name}" did not answer within ${renderDuration(START_LIMIT_MS)}: ${cause.message}`,
          { hint: 'the output of its container tells more', cause },
        );
      }
    }
    await sleep(clock, RETRY_MS, either);
  }
}

function addressOf(bootstrap: string): JsonObject {
  const [first = ''] = bootstrap.split(',');
  const colon = first.lastIndexOf(':');
  return { bootstrap, host: first.slice(0, colon), port: Number(first.slice(colon + 1)) };
}
