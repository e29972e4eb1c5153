import { MultipleErrors, NetworkError, ProtocolError, TimeoutError, UserError } from '@platformatic/kafka';
import { expect, test } from 'vitest';
import { RunError } from '../../../src/base/errors.ts';
import { type Attempt, classifyError } from '../../../src/kafka/classify-error.ts';

const attempt: Attempt = {
  address: 'broker:9092',
  usesTls: false,
  mechanism: undefined,
  hasAnswered: false,
  isAdvertised: false,
};

/** As Node reports what went wrong in a socket. */
function socketError(code: string, message = code): Error {
  return Object.assign(new Error(message), { code });
}

/** As the library wraps whatever ends an attempt to connect. */
function failedConnection(cause: Error): Error {
  return new MultipleErrors('Cannot connect to any broker.', [
    new NetworkError('Connection to broker:9092 failed.', { cause }),
  ]);
}

test.for<[string, Error, Partial<Attempt>, string, string]>([
  [
    'a refused connection',
    socketError('ECONNREFUSED'),
    {},
    'KAFKA_UNREACHABLE',
    'nothing listens at broker:9092',
  ],
  [
    'an unknown name',
    socketError('ENOTFOUND'),
    {},
    'KAFKA_UNREACHABLE',
    'the name "broker" does not resolve',
  ],
  [
    'a name without an answer',
    socketError('EAI_AGAIN'),
    {},
    'KAFKA_UNREACHABLE',
    'the name "broker" does not resolve',
  ],
  [
    'no way to the host',
    socketError('EHOSTUNREACH', 'connect EHOSTUNREACH'),
    {},
    'KAFKA_UNREACHABLE',
    'broker:9092 cannot be reached: connect EHOSTUNREACH',
  ],
  [
    'no answer to a connection',
    new TimeoutError('Connection to broker:9092 timed out.'),
    {},
    'KAFKA_UNREACHABLE',
    'broker:9092 did not answer in time',
  ],
  [
    'no answer to a request',
    new TimeoutError('Request timed out'),
    { hasAnswered: true },
    'KAFKA_TIMEOUT',
    'broker:9092 did not answer a request in time',
  ],
  [
    'no answer to the first request',
    new TimeoutError('Request timed out'),
    {},
    'KAFKA_TIMEOUT',
    'broker:9092 takes connections but does not answer',
  ],
  [
    'a connection closed before any answer',
    socketError('ECONNRESET'),
    {},
    'KAFKA_UNREACHABLE',
    'broker:9092 closed the connection before it answered',
  ],
  [
    'a connection closed later',
    new NetworkError('Connection closed'),
    { hasAnswered: true },
    'KAFKA_UNREACHABLE',
    'broker:9092 closed the connection',
  ],
  [
    'TLS without being told to',
    new UserError('Broker requires TLS.'),
    {},
    'KAFKA_TLS',
    'broker:9092 speaks TLS, and flowproof was not told to',
  ],
  [
    'no TLS where there should be some',
    new UserError('TLS handshake failed. Please verify the broker supports TLS.'),
    { usesTls: true },
    'KAFKA_TLS',
    'broker:9092 does not speak TLS',
  ],
  [
    'an expired certificate',
    socketError('CERT_HAS_EXPIRED'),
    { usesTls: true },
    'KAFKA_TLS',
    'the certificate of broker:9092 has expired',
  ],
  [
    'a certificate for another name',
    socketError('ERR_TLS_CERT_ALTNAME_INVALID', "Host: broker. is not in the cert's altnames: DNS:other"),
    { usesTls: true },
    'KAFKA_TLS',
    "the certificate of broker:9092 is for another name: Host: broker. is not in the cert's altnames: DNS:other",
  ],
  [
    'refused credentials',
    new ProtocolError('SASL_AUTHENTICATION_FAILED', 'Authentication failed'),
    { mechanism: 'plain' },
    'KAFKA_AUTHENTICATION',
    'broker:9092 refused the credentials (plain): Authentication failed',
  ],
  [
    'a mechanism that is not offered',
    new ProtocolError('UNSUPPORTED_SASL_MECHANISM'),
    { mechanism: 'scram-sha-512' },
    'KAFKA_AUTHENTICATION',
    'broker:9092 does not offer the SASL mechanism "scram-sha-512"',
  ],
  [
    'an answer that means nothing',
    new Error('Out of bounds.'),
    {},
    'KAFKA_PROTOCOL',
    'broker:9092: Out of bounds.',
  ],
])('%s is recognized under all that wraps it', ([, cause, more, code, message]) => {
  const error = cause.message === 'Out of bounds.' ? cause : failedConnection(cause);
  expect(classifyError(error, { ...attempt, ...more })).toMatchObject({ code, message });
});

test('a broker that goes away in the middle of a handshake is away, not misconfigured', () => {
  const cause = new UserError('TLS handshake failed. Please verify the broker supports TLS.', {
    cause: socketError('ECONNRESET'),
  });
  const error = classifyError(failedConnection(cause), { ...attempt, usesTls: true, hasAnswered: true });
  expect(error).toMatchObject({ code: 'KAFKA_UNREACHABLE', message: 'broker:9092 closed the connection' });
});

test('an address that a broker advertises is told from one that was given', () => {
  const cause = failedConnection(socketError('ECONNREFUSED'));
  expect(classifyError(cause, attempt).hint).toContain('kafka.bootstrap');
  expect(classifyError(cause, { ...attempt, isAdvertised: true }).hint).toContain('advertised.listeners');
});

test('an error of our own comes through as it is', () => {
  const own = new RunError('KAFKA_AUTHENTICATION', 'no token');
  expect(classifyError(failedConnection(own), attempt)).toBe(own);
});
