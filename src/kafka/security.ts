import type * as library from '@platformatic/kafka';

/** How to log in to a cluster and how to encrypt, ready for the client library. */
export interface Security {
  readonly connection: Pick<library.ConnectionOptions, 'tls' | 'tlsServerName' | 'sasl'>;
  /** As in `sasl.mechanism`, for messages. */
  readonly mechanism: string | undefined;
}
