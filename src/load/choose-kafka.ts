import { UsageError } from '../base/errors.ts';
import type { ClusterConfig } from '../model/kafka-config.ts';
import type { ProjectConfig } from '../model/project-config.ts';

/** What the command line says about Kafka; it wins over flowproof.yaml. */
export interface KafkaChoice {
  readonly kafka?: ClusterConfig['provider'];
  /** `host:port` of brokers; alone it means an external cluster. */
  readonly bootstrap?: readonly string[] | undefined;
}

/**
 * The configuration with the provider that was chosen, for the first of several clusters.
 * @throws UsageError USAGE_BAD_VALUE when an external cluster has no address, or another provider is given one
 */
export function chooseKafka(config: ProjectConfig, choice: KafkaChoice): ProjectConfig {
  const { clusters, ...single } = config.kafka ?? {};
  if (!clusters) return { ...config, kafka: chooseCluster(single, choice) };
  const chosen = Object.entries(clusters).map(([name, cluster], index) => [
    name,
    chooseCluster(cluster, index === 0 ? choice : {}),
  ]);
  return { ...config, kafka: { clusters: Object.fromEntries(chosen) } };
}

function chooseCluster(config: ClusterConfig, { kafka, bootstrap }: KafkaChoice): ClusterConfig {
  const provider = kafka ?? (bootstrap ? 'external' : config.provider) ?? 'embedded';
  if (provider !== 'external') {
    if (bootstrap) throw misplacedAddress(provider);
    return { ...config, provider, bootstrap: undefined };
  }
  const brokers = bootstrap ?? config.bootstrap ?? [];
  checkAddresses(brokers);
  return { ...config, provider, bootstrap: [...brokers] };
}

function misplacedAddress(provider: string): UsageError {
  return new UsageError(
    'USAGE_BAD_VALUE',
    `"--bootstrap" beside the ${provider} Kafka, which has its own address`,
    {
      hint: 'write "--kafka external", or leave "--bootstrap" out',
    },
  );
}

function checkAddresses(brokers: readonly string[]): void {
  if (brokers.length === 0) {
    throw new UsageError('USAGE_BAD_VALUE', 'an external Kafka without an address', {
      hint: 'write "--bootstrap host:port", or set "kafka.bootstrap" in flowproof.yaml',
    });
  }
  const wrong = brokers.find((address) => !isAddress(address));
  if (wrong === undefined) return;
  throw new UsageError('USAGE_BAD_VALUE', `"${wrong}" is no address of a broker`, {
    hint: 'write host:port, such as localhost:9092; several are separated by commas',
  });
}

/** `host:port`, or a template that gives one. */
function isAddress(text: string): boolean {
  const [, port] = /^(?:[^\s:/]+|\[[0-9A-Fa-f:.]+\]):(\d{1,5})$/.exec(text.trim()) ?? [];
  return text.includes('${{') || (port !== undefined && Number(port) > 0 && Number(port) < 65_536);
}
