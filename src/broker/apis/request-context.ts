import type { Broker } from '../broker.ts';
import type { Api } from './define-api.ts';

/** Who sends requests by a connection, and how to reach it. */
export interface Peer {
  /** Address of the client, with the slash that Kafka puts before it. */
  readonly clientHost: string;
  /** Aborted when the connection is closed. */
  readonly signal: AbortSignal;
  /** Closes the connection: the only answer to a request that must have none. */
  closeConnection(): void;
}

/** What comes with a request. */
export interface RequestContext extends Peer {
  readonly broker: Broker;
  /** All messages that are served. */
  readonly apis: readonly Api[];
  readonly version: number;
  /** As the client calls itself; empty when it does not. */
  readonly clientId: string;
}
