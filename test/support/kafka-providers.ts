import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import { KAFKA, type Need } from './needs.ts';
import { sharedKafka } from './shared-kafka.ts';

/** A broker that the tests of the client run against. */
export interface KafkaProvider {
  readonly name: string;
  readonly needs: readonly Need[];
  /** Address of a broker that all tests of a file share: take fresh names. */
  readonly address: () => Promise<string>;
  /** What it does not do yet. */
  readonly lacks: ReadonlySet<Feature>;
}

export type Feature = 'createPartitions' | 'deleteRecords' | 'transactions' | 'consumerGroupProtocol';

/** What holds of one broker must hold of all. */
export const kafkaProviders: readonly KafkaProvider[] = [
  {
    name: 'the embedded broker',
    needs: [],
    address: embeddedKafka,
    lacks: new Set(['createPartitions', 'deleteRecords', 'transactions', 'consumerGroupProtocol']),
  },
  { name: 'Apache Kafka', needs: KAFKA, address: sharedKafka, lacks: new Set() },
];

let embedded: Promise<EmbeddedKafka> | undefined;

async function embeddedKafka(): Promise<string> {
  embedded ??= EmbeddedKafka.start();
  return (await embedded).bootstrap;
}
