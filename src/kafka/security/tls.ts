import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ConnectionOptions, createSecureContext } from 'node:tls';
import { describeError, UsageError } from '../../base/errors.ts';
import type { TlsConfig } from '../../model/kafka-security.ts';

type TlsFiles = Exclude<TlsConfig, boolean>;

/** Reads certificates and keys and sees that they are some. @throws UsageError USAGE_FILE_NOT_FOUND, USAGE_BAD_VALUE */
export function readTls(config: TlsConfig, directory: string): ConnectionOptions {
  const given: TlsFiles = config === true || config === false ? {} : config;
  const { passphrase, skipVerify = false } = given;
  if ((given.cert === undefined) !== (given.key === undefined)) {
    const [there, missing] = given.cert === undefined ? ['key', 'cert'] : ['cert', 'key'];
    throw badValue(`kafka.tls.${there} without kafka.tls.${missing}`, `set kafka.tls.${missing} too`);
  }
  const ca = readPem('ca', given, directory);
  const cert = readPem('cert', given, directory);
  const key = readPem('key', given, directory);
  for (const [name, pem] of [['ca', ca] as const, ['cert', cert] as const])
    if (pem) checkCertificate(name, pem);
  try {
    return {
      secureContext: createSecureContext({ ca, cert, key, passphrase }),
      rejectUnauthorized: !skipVerify,
    };
  } catch (cause) {
    throw badValue(
      `kafka.tls.key cannot be used with kafka.tls.cert: ${describeError(cause)}`,
      hintFor(cause),
      cause,
    );
  }
}

function readPem(name: 'ca' | 'cert' | 'key', given: TlsFiles, directory: string): string | undefined {
  const value = given[name];
  if (value === undefined || value.startsWith('-----BEGIN ')) return value;
  try {
    return readFileSync(resolve(directory, value), 'utf8');
  } catch (cause) {
    throw new UsageError('USAGE_FILE_NOT_FOUND', `kafka.tls.${name}: file "${value}" cannot be read`, {
      hint: 'give a path relative to flowproof.yaml, or the PEM text',
      cause,
    });
  }
}

/** Node takes any text for an authority, and then trusts nobody. */
function checkCertificate(name: string, pem: string): void {
  try {
    new X509Certificate(pem);
  } catch (cause) {
    throw badValue(
      `kafka.tls.${name} holds no PEM certificate`,
      'it must begin with -----BEGIN CERTIFICATE-----',
      cause,
    );
  }
}

function hintFor(cause: unknown): string {
  const message = describeError(cause);
  if (message.includes('key values mismatch')) return 'they do not belong together';
  if (/bad decrypt|passphrase|password/i.test(message)) return 'set kafka.tls.passphrase to that of the key';
  return 'the key must be a PEM text that begins with -----BEGIN';
}

function badValue(message: string, hint: string, cause?: unknown): UsageError {
  return new UsageError('USAGE_BAD_VALUE', message, { hint, cause });
}
