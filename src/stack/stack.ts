import type { Clock } from '../base/clock.ts';
import { type ConnectOptions, connectKafka } from '../kafka/connect.ts';
import type { Kafka } from '../kafka/port.ts';
import { createSecurity } from '../kafka/security/security.ts';
import type { JsonObject } from '../model/json.ts';
import type { KafkaConfig, ProjectConfig } from '../model/project-config.ts';
import type { RunEventDraft } from '../model/run-event.ts';
import type { ServiceConfig } from '../model/service-config.ts';
import { startCluster } from './kafka/cluster.ts';
import { Keeper } from './processes/keeper.ts';
import { Services } from './services/services.ts';
import { startTraces, traceVariables } from './traces.ts';

/** What a run stands on, and how to start it. */
export interface StackOptions {
  /** Of the project, with the chosen environment merged into it. */
  readonly config: ProjectConfig;
  /** Folder of flowproof.yaml, absolute. */
  readonly directory: string;
  /** The environment that services inherit. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly emit: (event: RunEventDraft) => void;
  /** Aborting it ends the start. */
  readonly signal: AbortSignal;
  /** Evaluates the templates in a value; they see `.kafka` and `.services` of `context`, and what the caller adds. */
  readonly evaluate: (value: unknown, context: JsonObject) => Promise<unknown>;
  readonly runId: string;
  /** The moment of the clock that the run's times count from. */
  readonly startedAtMs: number;
}

/** Kafka and the services under test, running. Disposing it ends all that was started for the run. */
export interface Stack extends AsyncDisposable {
  readonly kafka: Kafka;
  /** Aborted with a RunError when a service ends though nobody stopped it. */
  readonly signal: AbortSignal;
  /** Service names by the consumer group that they are ready with. */
  readonly serviceOfGroup: ReadonlyMap<string, string>;
  /** May topics that a scenario produces to be created? Never on a cluster that is not the run's own. */
  readonly createTopics: boolean;
}

/** The only cluster's name in events. */
const CLUSTER = 'kafka';

/**
 * Starts Kafka, creates the topics of its configuration, and starts the services, in this order. Whatever fails: what was
 * started is ended before this rejects.
 * @throws RunError KAFKA_*, SERVICE_NOT_STARTED, SERVICE_NOT_READY, SERVICE_EXITED; else the signal's reason
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { config, signal } = options;
  await using parts = new AsyncDisposableStack();
  const configs = config.services ?? {};
  const keeper = parts.use(await openKeeper(options));
  const { kafka, provider } = await startKafka(config.kafka ?? {}, options, parts);
  const traces = config.traces === true ? parts.use(await startTraces(options)) : undefined;
  const services = parts.use(
    new Services(configs, {
      ...options,
      env: { ...options.env, ...(traces && traceVariables(traces)) },
      kafka,
      keeper,
      evaluate: (value) => options.evaluate(value, contextOf(kafka, configs, traces?.url)),
    }),
  );
  await services.start(signal);
  const started = parts.move();
  return {
    kafka,
    signal: services.signal,
    serviceOfGroup: groupsOf(configs),
    createTopics: provider !== 'external',
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

async function openKeeper({ runId, clock, emit }: StackOptions): Promise<Keeper> {
  const keeper = await Keeper.open(runId, clock);
  for (const swept of keeper.sweptRuns) {
    emit({
      type: 'warning-given',
      message: `ended services that run ${swept} left behind when it was killed`,
    });
  }
  return keeper;
}

async function startKafka(
  config: KafkaConfig,
  options: StackOptions,
  parts: AsyncDisposableStack,
): Promise<{ readonly kafka: Kafka; readonly provider: 'embedded' | 'external' }> {
  const { clock, emit, signal } = options;
  const startedAtMs = clock.nowMs();
  const { provider, bootstrap } = parts.use(await startCluster(config));
  const kafka = parts.use(connectKafka({ bootstrap, ...(await connectionOf(config, options)) }));
  await kafka.describeCluster(signal);
  const tookMs = Math.round(clock.nowMs() - startedAtMs);
  emit({ type: 'kafka-ready', cluster: CLUSTER, provider, bootstrap, tookMs });
  const topics = Object.entries(config.topics ?? {}).map(([name, topic]) => ({ name, ...topic }));
  if (topics.length > 0) await kafka.createTopics(topics, signal);
  return { kafka, provider };
}

/** How to reach the cluster: its `sasl` and `tls` may hold expressions, mostly of secrets. */
async function connectionOf(
  { sasl, tls, client }: KafkaConfig,
  { clock, directory, env, evaluate }: StackOptions,
): Promise<Omit<ConnectOptions, 'bootstrap'>> {
  // Expressions only fill in texts, so what was checked when it was loaded still has its shape.
  const secured = (await evaluate({ sasl, tls }, {})) as Pick<KafkaConfig, 'sasl' | 'tls'>;
  return {
    clock,
    security: createSecurity(secured, { directory, env, clock }),
    connectTimeoutMs: client?.connectTimeout,
    requestTimeoutMs: client?.requestTimeout,
    patienceMs: client?.patience,
  };
}

/** What the expressions of a service's configuration read, language.md §8. */
function contextOf(
  { bootstrap }: Kafka,
  services: Readonly<Record<string, ServiceConfig>>,
  tracesUrl: string | undefined,
): JsonObject {
  const [first = ''] = bootstrap.split(',');
  const colon = first.lastIndexOf(':');
  return {
    ...(tracesUrl === undefined ? {} : { traces: { url: tracesUrl } }),
    kafka: { bootstrap, host: first.slice(0, colon), port: Number(first.slice(colon + 1)) },
    services: Object.fromEntries(
      Object.entries(services).map(([name, { ports }]) => [name, addressesOf(ports)]),
    ),
  };
}

function addressesOf(ports: readonly number[] = []): JsonObject {
  return {
    ...(ports[0] === undefined ? {} : { url: `http://localhost:${ports[0]}` }),
    port: Object.fromEntries(ports.map((port) => [port, port])),
  };
}

function groupsOf(services: Readonly<Record<string, ServiceConfig>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(services).flatMap(([name, { ready }]) =>
      ready?.group === undefined ? [] : [[ready.group, name]],
    ),
  );
}
