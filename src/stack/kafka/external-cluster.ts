import { UsageError } from '../../base/errors.ts';
import type { ClusterConfig } from '../../model/kafka-config.ts';
import { HOST_FROM_CONTAINERS } from '../services/launched.ts';
import type { Cluster } from './cluster.ts';

/** The names of this machine, which mean the container itself inside one. */
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(?=:|$)/;

/** A cluster that is there already; nothing is started, and nothing ended. @throws UsageError without an address */
export function nameExternal({ bootstrap = [] }: ClusterConfig): Cluster {
  if (bootstrap.length === 0) {
    throw new UsageError('USAGE_BAD_VALUE', 'an external Kafka cluster without its address', {
      hint: 'set kafka.bootstrap in flowproof.yaml, or give --bootstrap host:port',
    });
  }
  const fromContainers = bootstrap.map((address) => address.replace(LOCAL, HOST_FROM_CONTAINERS));
  return {
    provider: 'external',
    bootstrap: (place) => (place === 'host' ? bootstrap : fromContainers).join(','),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
