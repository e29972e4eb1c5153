import { EmbeddedKafka } from '../../broker/embedded-kafka.ts';
import type { ClusterConfig } from '../../model/kafka-config.ts';
import { HOST_FROM_CONTAINERS } from '../services/launched.ts';
import type { Cluster } from './cluster.ts';

/** Starts the broker in this process. @throws RunError KAFKA_PORT_TAKEN */
export async function startEmbedded({ port }: ClusterConfig, servesContainers: boolean): Promise<Cluster> {
  const broker = await EmbeddedKafka.start(port === undefined ? {} : { port });
  const forContainers = servesContainers
    ? await broker.listen({ host: '0.0.0.0', advertisedHost: HOST_FROM_CONTAINERS })
    : undefined;
  return {
    provider: 'embedded',
    bootstrap: (place) => (place === 'container' && forContainers ? forContainers : broker.bootstrap),
    [Symbol.asyncDispose]: () => broker[Symbol.asyncDispose](),
  };
}
