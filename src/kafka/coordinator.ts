import { RunError } from '../base/errors.ts';
import type { Cluster } from './cluster.ts';
import { findCoordinator } from './protocol-call.ts';
import { protocolError } from './protocol-error.ts';

/** What a broker coordinates. */
export interface Coordinated {
  readonly kind: 'consumer group' | 'transaction';
  readonly id: string;
}

const KEY_TYPE: Readonly<Record<Coordinated['kind'], number>> = { 'consumer group': 0, transaction: 1 };

/** The id of the broker that coordinates a group or a transaction. @throws RunError KAFKA_* */
export async function coordinatorOf(cluster: Cluster, { kind, id }: Coordinated): Promise<number> {
  const { response } = await cluster.callAny(findCoordinator, () => [KEY_TYPE[kind], [id]]);
  const [coordinator] = response.coordinators;
  if (!coordinator) throw new RunError('KAFKA_PROTOCOL', `${kind} "${id}" has no coordinator`);
  const { nodeId, errorCode, errorMessage } = coordinator;
  if (errorCode !== 0) throw protocolError(`${kind} "${id}"`, errorCode, errorMessage);
  return nodeId;
}
