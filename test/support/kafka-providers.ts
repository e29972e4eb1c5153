import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import { freePorts } from './free-ports.ts';
import { KAFKA, type Need } from './needs.ts';
import { KAFKA_2_4, pretendOlder } from './older-broker.ts';
import { sharedKafka } from './shared-kafka.ts';

/** A broker that the tests of the client run against. */
export interface KafkaProvider {
  readonly name: string;
  readonly needs: readonly Need[];
  /** Address of a broker that all tests of a file share: take fresh names. */
  readonly address: () => Promise<string>;
  /** What it is too old for. */
  readonly lacks: ReadonlySet<Feature>;
}

export type Feature = 'consumerGroupProtocol';

/** What holds of one broker must hold of all. */
export const kafkaProviders: readonly KafkaProvider[] = [
  {
    name: 'the embedded broker',
    needs: [],
    address: embeddedKafka,
    lacks: new Set(),
  },
  { name: 'Apache Kafka', needs: KAFKA, address: sharedKafka, lacks: new Set() },
  {
    name: 'a broker as old as Kafka 2.4',
    needs: [],
    address: olderKafka,
    lacks: new Set(['consumerGroupProtocol']),
  },
];

/** Looks for what is to be compacted more often than a broker of production would. */
const OFTEN = { config: { 'log.retention.check.interval.ms': '500' } };

let embedded: Promise<EmbeddedKafka> | undefined;

let older: Promise<string> | undefined;

/** The embedded broker behind a way that hides its newer versions. */
async function olderKafka(): Promise<string> {
  older ??= (async () => {
    const [port = 0, advertisedPort = 0] = await freePorts(2);
    const broker = await EmbeddedKafka.start({ port, advertisedPort, ...OFTEN });
    await pretendOlder({ host: '127.0.0.1', port }, advertisedPort, KAFKA_2_4);
    return broker.bootstrap;
  })();
  return older;
}

async function embeddedKafka(): Promise<string> {
  embedded ??= EmbeddedKafka.start(OFTEN);
  return (await embedded).bootstrap;
}
