import type { Clock } from '../../base/clock.ts';
import type { ConnectOptions } from '../../kafka/connect.ts';
import { createSecurity } from '../../kafka/security/security.ts';
import type { ClusterConfig } from '../../model/kafka-config.ts';

export interface ConnectionDeps {
  readonly clock: Clock;
  /** Folder of flowproof.yaml, absolute. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Evaluates the templates in a value. */
  readonly evaluate: (value: unknown) => Promise<unknown>;
}

/** How to reach a cluster: its `sasl` and `tls` may hold expressions, mostly of secrets. */
export async function connectionOf(
  { sasl, tls, client }: ClusterConfig,
  { clock, directory, env, evaluate }: ConnectionDeps,
): Promise<Omit<ConnectOptions, 'bootstrap'>> {
  // Expressions only fill in texts, so what was checked when it was loaded still has its shape.
  const secured = (await evaluate({ sasl, tls })) as Pick<ClusterConfig, 'sasl' | 'tls'>;
  return {
    clock,
    security: createSecurity(secured, { directory, env, clock }),
    connectTimeoutMs: client?.connectTimeout,
    requestTimeoutMs: client?.requestTimeout,
    patienceMs: client?.patience,
  };
}
