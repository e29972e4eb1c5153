import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, request } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { EmbeddedRegistry } from '../../../src/registry/embedded-registry.ts';
import { type Certificates, createCertificates } from '../../support/apache-kafka/certificates.ts';
import { type CliRun, runCli } from '../../support/cli.ts';
import { describeWith } from '../../support/needs.ts';
import { writeProject } from '../../support/project.ts';

const PASSWORD = 'a password/of+ada=';
const BASIC = `Basic ${Buffer.from(`ada:${PASSWORD}`).toString('base64')}`;
const scenario = {
  tasks: {
    order: {
      produce: {
        topic: 'orders',
        value: { id: 1 },
        format: { value: { avro: { subject: 'orders-value', version: 'latest' } } },
      },
    },
    there: { consume: { topic: 'orders' }, checks: ['.record.value.id == 1', '.record.valueSchemaId > 0'] },
  },
};
const order = { type: 'record', name: 'Order', fields: [{ name: 'id', type: 'long' }] };
const auth = { basic: { username: 'ada', password: '${{ .variables.PASSWORD }}' } };

describeWith(['openssl'], 'an external schema registry', () => {
  let folder: string;
  let certificates: Certificates;
  let registry: EmbeddedRegistry;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'flowproof-registry-'));
    certificates = await createCertificates(folder);
    registry = await EmbeddedRegistry.start();
  });
  afterAll(async () => {
    await registry?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  /** A server that lets the registry be asked by those who show this in the header `authorization`. */
  function guard(expected: string | undefined): RequestListener {
    return (incoming, response) => {
      if (incoming.headers.authorization !== expected) return response.writeHead(401).end('{}');
      const { method, headers, url: path } = incoming;
      const asked = request({ port: registry.port, method, headers, path }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      return incoming.pipe(asked);
    };
  }

  async function listen(server: Server): Promise<number> {
    onTestFinished(() => void server.close());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  }

  function startTls(
    expected: string | undefined,
    wantsCertificate: 'asked for' | 'not asked for',
  ): Promise<number> {
    const pem = readFileSync(certificates.brokerKeystore, 'utf8');
    const mutual = { requestCert: true, rejectUnauthorized: true, ca: readFileSync(certificates.ca) };
    const options = { key: pem, cert: pem, ...(wantsCertificate === 'asked for' ? mutual : {}) };
    return listen(createHttpsServer(options, guard(expected)));
  }

  function runWith(schemaRegistry: object, password = PASSWORD): Promise<CliRun> {
    const config = {
      variables: { PASSWORD: { fromEnv: 'REGISTRY_PASSWORD', secret: true } },
      schemaRegistry: { schemas: { 'orders-value': 'order.avsc' }, ...schemaRegistry },
    };
    const cwd = writeProject({ config, scenario, files: { 'order.avsc': JSON.stringify(order) } });
    return runCli(['run'], { cwd, env: { REGISTRY_PASSWORD: password } });
  }

  async function refusalOf(schemaRegistry: object, password?: string): Promise<string> {
    const { exitCode, stdout, stderr } = await runWith(schemaRegistry, password);
    expect(exitCode, stdout + stderr).toBe(3);
    expect(stdout).toMatch(/✗ flowproof\.yaml:1:\d+: /);
    return stdout;
  }

  it('is logged in to by name and password over TLS', async () => {
    const url = `https://localhost:${await startTls(BASIC, 'not asked for')}`;
    const run = await runWith({ url, auth, tls: { ca: certificates.ca } });
    expect(run.exitCode, run.stdout).toBe(0);
  });

  it('is logged in to by a token', async () => {
    const port = await listen(createHttpServer(guard(`Bearer ${PASSWORD}`)));
    const bearer = '${{ .variables.PASSWORD }}';
    const run = await runWith({ url: `http://127.0.0.1:${port}`, auth: { bearer } });
    expect(run.exitCode, run.stdout).toBe(0);
  });

  it('is shown a certificate', async () => {
    const url = `https://127.0.0.1:${await startTls(undefined, 'asked for')}`;
    const { ca, clientCertificate: cert, clientKey: key } = certificates;
    const run = await runWith({ url, tls: { ca, cert, key } });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(await refusalOf({ url, tls: { ca } })).toContain('set schemaRegistry.tls.cert');
  });

  it('that refuses the password says so, and nothing shows the password', async () => {
    const url = `https://localhost:${await startTls(BASIC, 'not asked for')}`;
    const wrong = 'another password/+=';
    const stdout = await refusalOf({ url, auth, tls: { ca: certificates.ca } }, wrong);
    expect(stdout).toContain(`the schema registry at ${url} refuses access (401)`);
    expect(stdout).toContain('check "schemaRegistry.auth"');
    expect(stdout).not.toContain(wrong);
    expect(await refusalOf({ url, tls: { ca: certificates.ca } })).toContain('add "schemaRegistry.auth"');
  });

  it('whose certificate is not trusted is an error that says what to set', async () => {
    const url = `https://localhost:${await startTls(BASIC, 'not asked for')}`;
    expect(await refusalOf({ url, auth })).toContain('set schemaRegistry.tls.ca');
  });

  it('with TLS is not taken for one without, nor the other way round', async () => {
    const tls = await startTls(BASIC, 'not asked for');
    expect(await refusalOf({ url: `http://127.0.0.1:${tls}` })).toContain('write https://');
    const plain = await listen(createHttpServer(guard(undefined)));
    expect(await refusalOf({ url: `https://127.0.0.1:${plain}` })).toContain('write http://');
  });

  it('at a name that does not resolve, or where nothing listens, is an error that says which', async () => {
    const unknown = await refusalOf({ url: 'http://registry.invalid:8081' });
    expect(unknown).toContain('correct the host in schemaRegistry.url');
    const silent = await refusalOf({ url: 'http://127.0.0.1:1' });
    expect(silent).toContain('cannot be reached: connect ECONNREFUSED 127.0.0.1:1');
  });
});
