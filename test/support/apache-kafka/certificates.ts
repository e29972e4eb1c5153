import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program.ts';

/** PEM files of a certificate authority of the test's own, and of what it signed for `localhost` and 127.0.0.1. */
export interface Certificates {
  /** Certificate of the authority: what a client trusts. */
  readonly ca: string;
  /** A client's certificate and key, for mTLS. */
  readonly clientCertificate: string;
  readonly clientKey: string;
  /** The broker's key and certificate in one file, as Kafka reads them. */
  readonly brokerKeystore: string;
}

/** Makes them with openssl in `folder`. */
export async function createCertificates(folder: string): Promise<Certificates> {
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): Promise<unknown> =>
    runProgram('openssl', args, { cwd: folder, timeoutMs: 30_000 });
  const newKey = ['-newkey', 'rsa:2048', '-nodes', '-days', '7'];
  await openssl(
    'req',
    '-x509',
    ...newKey,
    '-subj',
    '/CN=flowproof test CA',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );
  writeFileSync(file('names.ext'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  const sign = async (name: string): Promise<void> => {
    await openssl(
      'req',
      ...newKey.slice(0, 3),
      '-subj',
      `/CN=${name}`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
    );
    const ca = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
    await openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...ca,
      '-days',
      '7',
      '-extfile',
      'names.ext',
      '-out',
      `${name}.pem`,
    );
  };
  await sign('broker');
  await sign('client');
  const brokerKeystore = file('broker.keystore.pem');
  writeFileSync(
    brokerKeystore,
    readFileSync(file('broker.key'), 'utf8') + readFileSync(file('broker.pem'), 'utf8'),
  );
  return {
    ca: file('ca.pem'),
    clientCertificate: file('client.pem'),
    clientKey: file('client.key'),
    brokerKeystore,
  };
}
