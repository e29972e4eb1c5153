import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTls } from '../../../../src/kafka/security/tls.ts';
import type { TlsConfig } from '../../../../src/model/kafka-security.ts';

const directory = mkdtempSync(join(tmpdir(), 'flowproof-tls-'));
afterAll(() => rmSync(directory, { recursive: true }));
writeFileSync(join(directory, 'readme.txt'), 'no certificate');

test('true trusts what Node trusts, and looks at certificates', () => {
  expect(readTls(true, directory)).toMatchObject({ rejectUnauthorized: true });
  expect(readTls({ skipVerify: true }, directory)).toMatchObject({ rejectUnauthorized: false });
});

test.for<[TlsConfig, string, string, string]>([
  [
    { ca: 'missing.pem' },
    'USAGE_FILE_NOT_FOUND',
    'kafka.tls.ca: file "missing.pem" cannot be read',
    'give a path relative to flowproof.yaml, or the PEM text',
  ],
  [
    { ca: 'readme.txt' },
    'USAGE_BAD_VALUE',
    'kafka.tls.ca holds no PEM certificate',
    'it must begin with -----BEGIN CERTIFICATE-----',
  ],
  [
    { cert: 'readme.txt' },
    'USAGE_BAD_VALUE',
    'kafka.tls.cert without kafka.tls.key',
    'set kafka.tls.key too',
  ],
  [
    { key: 'readme.txt' },
    'USAGE_BAD_VALUE',
    'kafka.tls.key without kafka.tls.cert',
    'set kafka.tls.cert too',
  ],
])('%o is refused before anything is connected', ([config, code, message, hint]) => {
  expect(() => readTls(config, directory)).toThrow(expect.objectContaining({ code, message, hint }));
});
