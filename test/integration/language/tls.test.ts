import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TaskResult } from '../../../src/model/run-result.ts';
import { createCertificates } from '../../support/apache-kafka/certificates.ts';
import { describeWith } from '../../support/needs.ts';
import { runProject, taskOf } from '../../support/project.ts';

describeWith(['openssl'], 'http over TLS', () => {
  let folder: string;
  let files: Readonly<Record<string, string>>;
  const servers: Server[] = [];

  async function listen(requestCert: boolean): Promise<string> {
    const keystore = files['broker.pem'] ?? '';
    const server = createServer(
      {
        key: keystore,
        cert: keystore,
        ca: files['tls/ca.pem'],
        requestCert,
        rejectUnauthorized: requestCert,
      },
      ({ socket }, response) => {
        const { subject } = (socket as TLSSocket).getPeerCertificate(); // the server speaks TLS only
        response.setHeader('content-type', 'application/json').setHeader('connection', 'close');
        response.end(JSON.stringify({ client: subject?.CN ?? null }));
      },
    );
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `https://localhost:${(server.address() as AddressInfo).port}/`; // it listens on TCP
  }

  async function ask(
    url: string,
    tls: object | undefined,
    client: string | null = null,
  ): Promise<TaskResult | undefined> {
    const http = { url, ...(tls && { tls }) };
    const scenario = { tasks: { ask: { http, checks: [{ '.response.body.client': client }] } } };
    return taskOf(await runProject({ scenario, files }), 'ask');
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'flowproof-tls-'));
    const { ca, clientCertificate, clientKey, brokerKeystore } = await createCertificates(folder);
    files = {
      'tls/ca.pem': readFileSync(ca, 'utf8'),
      'tls/client.pem': readFileSync(clientCertificate, 'utf8'),
      'tls/client.key': readFileSync(clientKey, 'utf8'),
      'broker.pem': readFileSync(brokerKeystore, 'utf8'),
    };
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true });
  });

  it('refuses a certificate that nobody it trusts has signed', async () => {
    const task = await ask(await listen(false), undefined);
    expect(task?.status).toBe('error');
    expect(task?.message).toMatch(/^GET https:\/\/localhost:\d+\/ failed: .*certificate/);
  });

  it('trusts the authority of "ca", and any with "skipVerify"', async () => {
    const url = await listen(false);
    expect(await ask(url, { ca: 'tls/ca.pem' })).toMatchObject({ status: 'passed' });
    expect(await ask(url, { skipVerify: true })).toMatchObject({ status: 'passed' });
    expect(await ask(url, { skipVerify: false })).toMatchObject({ status: 'error' });
  });

  it('shows its own certificate to a server that asks for one', async () => {
    const url = await listen(true);
    const own = { ca: 'tls/ca.pem', cert: 'tls/client.pem', key: 'tls/client.key' };
    expect(await ask(url, own, 'client')).toMatchObject({ status: 'passed' });
    const task = await ask(url, { ca: 'tls/ca.pem' });
    expect(task?.status).toBe('error');
    expect(task?.message).toMatch(/failed: .*certificate required/);
  });

  it('keeps to its authority and certificate through a redirect', async () => {
    const target = await listen(true);
    const own = { ca: 'tls/ca.pem', cert: 'tls/client.pem', key: 'tls/client.key' };
    const keystore = files['broker.pem'] ?? '';
    const server = createServer({ key: keystore, cert: keystore }, (_request, response) =>
      response.writeHead(302, { location: target, connection: 'close' }).end(),
    );
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo; // it listens on TCP
    expect(await ask(`https://localhost:${port}/`, own, 'client')).toMatchObject({ status: 'passed' });
  });
});
