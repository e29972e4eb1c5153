import * as library from '@platformatic/kafka';
import { describeError, type ErrorCode, RunError } from '../base/errors.ts';
import { RefusedToken } from './security/security.ts';

/** Where and how a connection was tried, for messages that say what to set. */
export interface Attempt {
  /** `host:port`. */
  readonly address: string;
  readonly usesTls: boolean;
  /** As in `sasl.mechanism`; undefined without `sasl`. */
  readonly mechanism?: string | undefined;
  /** Whether this cluster has answered before, so that its settings are right. */
  readonly hasAnswered: boolean;
  /** Whether the address came from a broker (`advertised.listeners`), not from `kafka.bootstrap`. */
  readonly isAdvertised: boolean;
}

/** What is known of a failure from the deepest cause that says anything. */
interface Finding {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
}

/**
 * Makes one error of the run of whatever the client library, TLS or the network threw: which of the usual mistakes it
 * is, at which address, and what to set. Aggregates are flattened; the deepest cause that is known decides.
 */
export function classifyError(error: unknown, attempt: Attempt): RunError {
  const causes = causesOf(error);
  const known = causes.find((cause) => cause instanceof RunError);
  if (known) return known;
  for (const recognize of [recognizeTls, recognizeProtocol, recognizeNetwork]) {
    for (const cause of causes) {
      const finding = recognize(cause, attempt);
      if (finding) return new RunError(finding.code, finding.message, { hint: finding.hint, cause: error });
    }
  }
  return new RunError('KAFKA_PROTOCOL', `${attempt.address}: ${describeError(causes[0] ?? error)}`, {
    cause: error,
  });
}

/** All that an error was made of, deepest first. */
function causesOf(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) return [error];
  const inner = [...(error instanceof AggregateError ? error.errors : []), error.cause].filter(
    (cause) => cause !== undefined && cause !== null,
  );
  return [...inner.flatMap(causesOf), error];
}

function textOf(cause: unknown, property: 'code' | 'apiId' | 'serverErrorMessage'): string {
  if (typeof cause !== 'object' || cause === null) return '';
  const value: unknown = Reflect.get(cause, property);
  return typeof value === 'string' ? value : '';
}

const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
]);

function recognizeTls(cause: unknown, attempt: Attempt): Finding | undefined {
  const { address } = attempt;
  const code = textOf(cause, 'code');
  if (UNTRUSTED.has(code)) {
    return tls(
      `the certificate of ${address} is not signed by an authority that this machine trusts (${code})`,
      'set kafka.tls.ca to the file of the authority that signed it',
    );
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    const state = code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet';
    return tls(
      `the certificate of ${address} ${state}`,
      'renew it on the broker, or check the clock of this machine',
    );
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return tls(
      `the certificate of ${address} is for another name: ${describeError(cause)}`,
      'put a name that the certificate lists into kafka.bootstrap (and into advertised.listeners of the broker)',
    );
  }
  return recognizeHandshake(cause, attempt);
}

function recognizeHandshake(cause: unknown, { address, usesTls, hasAnswered }: Attempt): Finding | undefined {
  const code = textOf(cause, 'code');
  const message = describeError(cause);
  if (message === 'Broker requires TLS.') {
    return tls(
      `${address} speaks TLS, and flowproof was not told to`,
      'set kafka.tls (tls: {} trusts public authorities)',
    );
  }
  if (
    /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|HANDSHAKE_FAILURE)/.test(code) ||
    /alert (bad certificate|certificate required|handshake failure)/i.test(message)
  ) {
    return tls(
      `${address} refused the TLS handshake: it wants a certificate of the client`,
      'set kafka.tls.cert and kafka.tls.key to a certificate that the broker trusts',
    );
  }
  if (/ALERT_(CERTIFICATE_UNKNOWN|UNKNOWN_CA|CERTIFICATE_EXPIRED|CERTIFICATE_REVOKED)/.test(code)) {
    return tls(
      `${address} does not accept the certificate in kafka.tls.cert (${code})`,
      'use one that is valid and signed by an authority in the trust store of the broker',
    );
  }
  if (hasAnswered) return undefined; // what follows is also how a broker that goes away looks
  if (
    usesTls &&
    (code === 'ERR_SSL_WRONG_VERSION_NUMBER' ||
      code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG' ||
      message.includes('TLS handshake failed'))
  ) {
    return tls(
      `${address} does not speak TLS`,
      'remove kafka.tls, or give the port of the TLS listener in kafka.bootstrap',
    );
  }
  return code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code === 'EPROTO'
    ? tls(`the TLS handshake with ${address} failed: ${message}`, 'check kafka.tls')
    : undefined;
}

function tls(message: string, hint: string): Finding {
  return { code: 'KAFKA_TLS', message, hint };
}

function recognizeProtocol(cause: unknown, { address, mechanism }: Attempt): Finding | undefined {
  if (cause instanceof RefusedToken) {
    return {
      code: 'KAFKA_AUTHENTICATION',
      message: `${address} refused the token (${mechanism}): ${describeError(cause)}`,
      hint: 'check that the broker trusts the issuer of the token, and its scope and audience',
    };
  }
  const apiId = textOf(cause, 'apiId');
  const said = textOf(cause, 'serverErrorMessage');
  if (apiId === 'SASL_AUTHENTICATION_FAILED' || apiId === 'ILLEGAL_SASL_STATE') {
    return {
      code: 'KAFKA_AUTHENTICATION',
      message: `${address} refused the credentials (${mechanism ?? 'no SASL'})${said ? `: ${said}` : ''}`,
      hint: 'check kafka.sasl: user name, password and mechanism must be those of a user of this cluster',
    };
  }
  if (apiId === 'UNSUPPORTED_SASL_MECHANISM') {
    return {
      code: 'KAFKA_AUTHENTICATION',
      message: `${address} does not offer the SASL mechanism "${mechanism}"`,
      hint: 'set kafka.sasl.mechanism to one that the listener enables',
    };
  }
  if (apiId)
    return { code: 'KAFKA_PROTOCOL', message: `${address} answered ${apiId}${said ? `: ${said}` : ''}` };
  return undefined;
}

function recognizeNetwork(cause: unknown, attempt: Attempt): Finding | undefined {
  const { address } = attempt;
  const code = textOf(cause, 'code');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const host = address.slice(0, address.lastIndexOf(':'));
    return unreachable(`the name "${host}" does not resolve`, attempt);
  }
  if (code === 'ECONNREFUSED') return unreachable(`nothing listens at ${address}`, attempt);
  if (code === 'ECONNRESET' || code === 'EPIPE') return describeClosed(attempt);
  if (/^E[A-Z]+$/.test(code))
    return unreachable(`${address} cannot be reached: ${describeError(cause)}`, attempt);
  if (cause instanceof library.TimeoutError) {
    return describeError(cause).startsWith('Request')
      ? describeSilence(attempt)
      : unreachable(`${address} did not answer in time`, attempt);
  }
  return cause instanceof library.NetworkError ? describeClosed(attempt) : undefined;
}

function unreachable(message: string, { isAdvertised }: Attempt): Finding {
  return {
    code: 'KAFKA_UNREACHABLE',
    message,
    hint: isAdvertised
      ? 'the broker itself names this address: its advertised.listeners must be reachable from here'
      : 'check host and port in kafka.bootstrap, that the broker runs, and firewalls in between',
  };
}

function describeSilence({ address, hasAnswered }: Attempt): Finding {
  if (hasAnswered) return { code: 'KAFKA_TIMEOUT', message: `${address} did not answer a request in time` };
  return {
    code: 'KAFKA_TIMEOUT',
    message: `${address} takes connections but does not answer`,
    hint: 'check that the port is that of a Kafka listener, and whether it wants kafka.tls',
  };
}

/** The broker hung up without a word; before it has ever answered that has a reason in the settings. */
function describeClosed({ address, hasAnswered, mechanism }: Attempt): Finding {
  const message = `${address} closed the connection`;
  if (hasAnswered) return { code: 'KAFKA_UNREACHABLE', message };
  return {
    code: 'KAFKA_UNREACHABLE',
    message: `${message} before it answered`,
    hint:
      mechanism === undefined
        ? 'if the listener wants a login set kafka.sasl; check that the port is that of a Kafka listener'
        : 'check that the port is that of a listener with SASL, and whether it wants kafka.tls',
  };
}
