import { UsageError } from '../../base/errors.ts';
import type { KafkaConfig } from '../../model/project-config.ts';

/** Kafka under a run, wherever it comes from. Disposing it ends what was started for the run. */
export interface Cluster extends AsyncDisposable {
  readonly provider: 'embedded' | 'external';
  /** `host:port,…` for programs on this machine. */
  readonly bootstrap: string;
}

/** Starts, or only names, the cluster that a configuration describes. @throws RunError KAFKA_PORT_TAKEN */
export async function startCluster(config: KafkaConfig): Promise<Cluster> {
  return config.provider === 'external' ? nameExternal(config) : startEmbedded(config);
}

async function startEmbedded({ port }: KafkaConfig): Promise<Cluster> {
  // Loaded only when it is needed: a run on another cluster starts sooner without it.
  const { EmbeddedKafka } = await import('../../broker/embedded-kafka.ts');
  const broker = await EmbeddedKafka.start(port === undefined ? {} : { port });
  return {
    provider: 'embedded',
    bootstrap: broker.bootstrap,
    [Symbol.asyncDispose]: () => broker[Symbol.asyncDispose](),
  };
}

function nameExternal({ bootstrap = [] }: KafkaConfig): Cluster {
  if (bootstrap.length === 0) {
    throw new UsageError('USAGE_BAD_VALUE', 'an external Kafka cluster without its address', {
      hint: 'set kafka.bootstrap in flowproof.yaml, or give --bootstrap host:port',
    });
  }
  return {
    provider: 'external',
    bootstrap: bootstrap.join(','),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
