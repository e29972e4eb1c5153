/** Where a broker in a container listens, and as what its clients find it. */
export interface Listeners {
  /** For programs on the host: the port inside the container, and the address outside. */
  readonly host: { readonly port: number; readonly advertised: string };
  /** For containers on the run's network. */
  readonly network: { readonly port: number; readonly advertised: string };
}

/** What makes a broker of an image: one node that is its own controller. */
export interface BrokerSetup {
  readonly env: Readonly<Record<string, string>>;
  /** Instead of the image's own. */
  readonly command?: readonly string[];
}

const CONTROLLER_PORT = 9093;
/** Any would do: a cluster lives no longer than its run. */
const CLUSTER_ID = 'Zmxvd3Byb29mLWNsdXN0ZQ';

/** How an image is told its listeners: Redpanda by its command, all others by KAFKA_* (Apache's images and Confluent's). */
export function setupFor(image: string, listeners: Listeners): BrokerSetup {
  return /(^|\/)redpanda(:|@|$)/.test(image) ? setupRedpanda(listeners) : setupKafka(listeners);
}

/** https://hub.docker.com/r/apache/kafka and Confluent's images take every broker setting as a variable. */
function setupKafka({ host, network }: Listeners): BrokerSetup {
  const settings = {
    'node.id': 1,
    'process.roles': 'broker,controller',
    'controller.quorum.voters': `1@localhost:${CONTROLLER_PORT}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `HOST://:${host.port},NETWORK://:${network.port},CONTROLLER://:${CONTROLLER_PORT}`,
    'advertised.listeners': `HOST://${host.advertised},NETWORK://${network.advertised}`,
    'listener.security.protocol.map': 'HOST:PLAINTEXT,NETWORK:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'NETWORK',
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // A scenario's services start at once: waiting for more members only makes every run longer.
    'group.initial.rebalance.delay.ms': 0,
    // Fixed test data has old timestamps; by default such records are deleted.
    'log.retention.ms': -1,
  };
  const env = Object.entries(settings).map(([name, value]) => [
    `KAFKA_${name.replaceAll('.', '_').toUpperCase()}`,
    String(value),
  ]);
  return { env: { ...Object.fromEntries(env), CLUSTER_ID } };
}

/** https://docs.redpanda.com/current/reference/rpk/rpk-redpanda/rpk-redpanda-start/ */
function setupRedpanda({ host, network }: Listeners): BrokerSetup {
  return {
    env: {},
    command: [
      'redpanda',
      'start',
      '--mode=dev-container',
      '--smp=1',
      // Else it takes all that there is.
      '--memory=1G',
      '--default-log-level=warn',
      `--kafka-addr=HOST://0.0.0.0:${host.port},NETWORK://0.0.0.0:${network.port}`,
      `--advertise-kafka-addr=HOST://${host.advertised},NETWORK://${network.advertised}`,
    ],
  };
}
