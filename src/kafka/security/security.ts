import type * as library from '@platformatic/kafka';
import type { Clock } from '../../base/clock.ts';
import type { SaslConfig, TlsConfig } from '../../model/kafka-security.ts';
import { signMskToken } from './msk-token.ts';
import { OauthTokens } from './oauth-tokens.ts';
import { readTls } from './tls.ts';

/** How to log in to a cluster and how to encrypt, ready for the client library. */
export interface Security {
  readonly connection: Pick<library.ConnectionOptions, 'tls' | 'sasl'>;
  /** As in `sasl.mechanism`, for messages. */
  readonly mechanism: string | undefined;
}

export interface SecurityOptions {
  /** Files are relative to it. */
  readonly directory: string;
  /** Where AWS credentials are looked for that the configuration does not give. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

/**
 * Reads what `kafka.sasl` and `kafka.tls` name. Contacts nobody.
 * @throws UsageError USAGE_FILE_NOT_FOUND, USAGE_BAD_VALUE
 */
export function createSecurity(
  { sasl, tls }: { readonly sasl?: SaslConfig | undefined; readonly tls?: TlsConfig | undefined },
  options: SecurityOptions,
): Security {
  const encryption = tls ? readTls(tls, options.directory) : undefined;
  return {
    connection: {
      ...(encryption ? { tls: encryption } : {}),
      ...(sasl ? { sasl: createSasl(sasl, options) } : {}),
    },
    mechanism: sasl?.mechanism,
  };
}

const PASSWORD_MECHANISM = {
  plain: 'PLAIN',
  'scram-sha-256': 'SCRAM-SHA-256',
  'scram-sha-512': 'SCRAM-SHA-512',
} as const;

function createSasl(sasl: SaslConfig, { env, clock }: SecurityOptions): library.SASLOptions {
  switch (sasl.mechanism) {
    case 'oauthbearer': {
      const tokens = new OauthTokens(sasl, clock);
      return bearer(() => tokens.current(), sasl.extensions);
    }
    case 'aws-msk-iam':
      return bearer(() => signMskToken(sasl, { env, nowMs: clock.wallMs() }));
    default: {
      const { username, password } = sasl;
      return { mechanism: PASSWORD_MECHANISM[sasl.mechanism], username, password };
    }
  }
}

function bearer(
  token: () => string | Promise<string>,
  extensions: Readonly<Record<string, string>> = {},
): library.SASLOptions {
  return {
    mechanism: 'OAUTHBEARER',
    token,
    oauthBearerExtensions: { ...extensions },
    authBytesValidator: (bytes, callback) => {
      // A broker that refuses the token says why in its challenge, and only then waits to be asked to fail.
      if (bytes.length === 0) callback(null, bytes);
      else callback(new RefusedToken(bytes.toString('utf8')));
    },
  };
}

/** The answer of a broker that does not accept a token: JSON with a status, RFC 7628 §3.2.2. */
export class RefusedToken extends Error {}
