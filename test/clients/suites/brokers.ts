import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';
import { ApacheKafka } from '../../support/apache-kafka.ts';
import type { SuiteBroker, SuiteBrokerOptions } from './suite.ts';

/** An Apache Kafka of one node, as the embedded broker is: without TLS and without an authorizer. */
export async function startApache({ settings, users }: SuiteBrokerOptions): Promise<SuiteBroker> {
  const listeners = ['SASL_PLAINTEXT'] as const;
  const broker = await ApacheKafka.start({
    plaintextHost: 'localhost',
    listeners,
    users,
    properties: settings,
  });
  return {
    name: 'Apache Kafka',
    bootstrap: broker.bootstrap,
    saslBootstrap: broker.addressOf('SASL_PLAINTEXT'),
    [Symbol.asyncDispose]: () => broker[Symbol.asyncDispose](),
  };
}

/** Two embedded brokers, as one lets in either everybody or only its users. */
export async function startEmbedded({ settings, users }: SuiteBrokerOptions): Promise<SuiteBroker> {
  await using starting = new AsyncDisposableStack();
  const config = { ...settings, 'node.id': '1' };
  const open = starting.use(await EmbeddedKafka.start({ config, advertisedHost: 'localhost' }));
  const closed = starting.use(await EmbeddedKafka.start({ config, sasl: { users } }));
  const started = starting.move();
  return {
    name: 'embedded broker',
    bootstrap: open.bootstrap,
    saslBootstrap: closed.bootstrap,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
