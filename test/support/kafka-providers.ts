import { KAFKA, type Need } from './needs.ts';
import { sharedKafka } from './shared-kafka.ts';

/** A broker that the tests of the client run against. */
export interface KafkaProvider {
  readonly name: string;
  readonly needs: readonly Need[];
  /** Address of a broker that all tests share: take fresh names. */
  readonly address: () => Promise<string>;
}

/** What holds of one broker must hold of all. */
export const kafkaProviders: readonly KafkaProvider[] = [
  { name: 'Apache Kafka', needs: KAFKA, address: sharedKafka },
];
