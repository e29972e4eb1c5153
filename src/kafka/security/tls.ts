import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ConnectionOptions, createSecureContext } from 'node:tls';
import { describeError, UsageError } from '../../base/errors.ts';
import type { TlsConfig } from '../../model/kafka-security.ts';

type TlsFiles = Exclude<TlsConfig, boolean>;

/**
 * Reads certificates and keys and sees that they are some. `section` is where they are configured.
 * @throws UsageError USAGE_FILE_NOT_FOUND, USAGE_BAD_VALUE
 */
export function readTls(config: TlsConfig, directory: string, section = 'kafka.tls'): ConnectionOptions {
  const given: TlsFiles = config === true || config === false ? {} : config;
  const { passphrase, skipVerify = false } = given;
  if ((given.cert === undefined) !== (given.key === undefined)) {
    const [there, missing] = given.cert === undefined ? ['key', 'cert'] : ['cert', 'key'];
    throw badValue(`${section}.${there} without ${section}.${missing}`, `set ${section}.${missing} too`);
  }
  const ca = readPem('ca', given, { directory, section });
  const cert = readPem('cert', given, { directory, section });
  const key = readPem('key', given, { directory, section });
  for (const [name, pem] of [['ca', ca] as const, ['cert', cert] as const])
    if (pem) checkCertificate(`${section}.${name}`, pem);
  try {
    return {
      secureContext: createSecureContext({ ca, cert, key, passphrase }),
      rejectUnauthorized: !skipVerify,
    };
  } catch (cause) {
    throw badValue(
      `${section}.key cannot be used with ${section}.cert: ${describeError(cause)}`,
      hintFor(cause, section),
      cause,
    );
  }
}

function readPem(
  name: 'ca' | 'cert' | 'key',
  given: TlsFiles,
  { directory, section }: { readonly directory: string; readonly section: string },
): string | undefined {
  const value = given[name];
  if (value === undefined || value.startsWith('-----BEGIN ')) return value;
  try {
    return readFileSync(resolve(directory, value), 'utf8');
  } catch (cause) {
    throw new UsageError('USAGE_FILE_NOT_FOUND', `${section}.${name}: file "${value}" cannot be read`, {
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
      `${name} holds no PEM certificate`,
      'it must begin with -----BEGIN CERTIFICATE-----',
      cause,
    );
  }
}

function hintFor(cause: unknown, section: string): string {
  const message = describeError(cause);
  if (message.includes('key values mismatch')) return 'they do not belong together';
  if (/bad decrypt|passphrase|password/i.test(message)) return `set ${section}.passphrase to that of the key`;
  return 'the key must be a PEM text that begins with -----BEGIN';
}

function badValue(message: string, hint: string, cause?: unknown): UsageError {
  return new UsageError('USAGE_BAD_VALUE', message, { hint, cause });
}
