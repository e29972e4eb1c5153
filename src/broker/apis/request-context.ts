import type { Broker } from '../broker.ts';
import type { Authentication } from '../sasl/authentication.ts';

/** Where clients find the broker. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Who sends requests by a connection, and how to reach it. */
export interface Peer {
  /** Address of the client, with the slash that Kafka puts before it. */
  readonly clientHost: string;
  /** Where this client finds the broker, by the listener that it came to. */
  readonly brokerAddress: Address;
  /** Aborted when the connection is closed. */
  readonly signal: AbortSignal;
  readonly authentication: Authentication;
  /** Closes the connection: the only answer to a request that must have none. */
  closeConnection(when?: 'now' | 'after the answer'): void;
}

/** A message that is served, as ApiVersions tells it. */
export interface ServedApi {
  readonly key: number;
  readonly advertised: readonly [number, number];
}

/** What comes with a request. */
export interface RequestContext extends Peer {
  readonly broker: Broker;
  /** All messages that are served. */
  readonly apis: readonly ServedApi[];
  readonly version: number;
  /** As the client calls itself; empty when it does not. */
  readonly clientId: string;
}
