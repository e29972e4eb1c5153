import { UsageError } from '../base/errors.ts';
import type { KafkaConfig } from '../model/kafka-config.ts';
import type { ProjectConfig } from '../model/project-config.ts';

/** What the command line says about Kafka; it wins over flowproof.yaml. */
export interface KafkaChoice {
  readonly kafka?: KafkaConfig['provider'];
  /** `host:port` of brokers; alone it means an external cluster. */
  readonly bootstrap?: readonly string[] | undefined;
}

/**
 * The configuration with the provider that was chosen.
 * @throws UsageError USAGE_BAD_VALUE when an external cluster has no address, or another provider is given one
 */
export function chooseKafka(config: ProjectConfig, { kafka, bootstrap }: KafkaChoice): ProjectConfig {
  const provider = kafka ?? (bootstrap ? 'external' : config.kafka?.provider) ?? 'embedded';
  if (provider !== 'external') {
    if (bootstrap) throw misplacedAddress(provider);
    return { ...config, kafka: { ...config.kafka, provider, bootstrap: undefined } };
  }
  const brokers = bootstrap ?? config.kafka?.bootstrap ?? [];
  checkAddresses(brokers);
  return { ...config, kafka: { ...config.kafka, provider, bootstrap: [...brokers] } };
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
