import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { RunError } from '../../../src/base/errors.ts';
import { connectKafka } from '../../../src/kafka/connect.ts';
import { createSecurity } from '../../../src/kafka/security/security.ts';
import type { SaslConfig, TlsConfig } from '../../../src/model/kafka-security.ts';
import type { Certificates } from '../../support/apache-kafka/certificates.ts';
import { ApacheKafka } from '../../support/apache-kafka.ts';
import { freePorts } from '../../support/free-ports.ts';
import { describeWith, KAFKA } from '../../support/needs.ts';
import { runProgram } from '../../support/run-program.ts';

const signal = new AbortController().signal;
const ALICE = { username: 'alice', password: 'alice-secret' };

interface Login {
  readonly sasl?: SaslConfig;
  readonly tls?: TlsConfig;
}

/** Records that a client that logs in like this stored and read back. */
async function roundTrip(bootstrap: string, login: Login): Promise<number> {
  const security = createSecurity(login, { directory: '/', env: {}, clock: systemClock });
  await using kafka = connectKafka({ bootstrap, clock: systemClock, security });
  const topic = 'secured';
  await kafka.createTopics([{ name: topic }], signal);
  const [before = 0n] = (await kafka.offsets([topic], 'end', signal)).get(topic) ?? [];
  await kafka.produce([{ topic, key: null, value: Buffer.from('v'), headers: [] }], { signal });
  const arrived = Promise.withResolvers<number>();
  await using watch = kafka.watch({
    topics: [topic],
    positions: new Map([[topic, [before]]]),
    isolation: 'read_committed',
    onFetch: ({ records }) => {
      if (records.length > 0) arrived.resolve(records.length);
    },
  });
  watch.done.catch(arrived.reject);
  return await arrived.promise; // before the watch is disposed
}

/** What the first contact says when it fails. */
async function refusalOf(
  bootstrap: string,
  login: Login,
): Promise<Pick<RunError, 'code' | 'message' | 'hint'>> {
  const security = createSecurity(login, { directory: '/', env: {}, clock: systemClock });
  await using kafka = connectKafka({ bootstrap, clock: systemClock, security });
  const failure = await kafka.describeCluster(signal).catch((cause: unknown) => cause);
  if (!(failure instanceof RunError))
    throw new Error('it was let in, or failed otherwise', { cause: failure });
  return { code: failure.code, message: failure.message.replaceAll(bootstrap, 'BROKER'), hint: failure.hint };
}

/** A token that Kafka takes without a signature, as its own default for OAUTHBEARER does. */
function unsignedToken(subject: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const nowS = Math.floor(Date.now() / 1000);
  return `${part({ alg: 'none' })}.${part({ sub: subject, iat: nowS, exp: nowS + 300 })}.`;
}

async function listen(server: Server): Promise<string> {
  onTestFinished(() => void server.close());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return `127.0.0.1:${port}`;
}

describeWith([...KAFKA, 'openssl'], 'the Kafka client and security', () => {
  let broker: ApacheKafka;
  let certificates: Certificates;

  beforeAll(async () => {
    const oauth =
      'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="broker";';
    broker = await ApacheKafka.start({
      listeners: ['SASL_PLAINTEXT', 'SSL', 'MTLS', 'SASL_SSL'],
      users: { alice: ALICE.password },
      properties: {
        'listener.name.sasl_plaintext.sasl.enabled.mechanisms':
          'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER',
        'listener.name.sasl_plaintext.oauthbearer.sasl.jaas.config': oauth,
      },
    });
    if (!broker.certificates) throw new Error('no certificates were made');
    certificates = broker.certificates;
  });
  afterAll(() => broker?.[Symbol.asyncDispose]());

  /** The token endpoint of an authorization server that knows one client. */
  async function startAuthorizationServer(token: () => string): Promise<string> {
    const server = createServer((request, response) => {
      const isKnown =
        request.headers.authorization === `Basic ${Buffer.from('flowproof:open').toString('base64')}`;
      response.statusCode = isKnown ? 200 : 401;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(isKnown ? { access_token: token(), expires_in: 300 } : { error: 'invalid_client' }),
      );
    });
    const address = await listen(server);
    return `http://${address}/token`;
  }

  function oauth(tokenUrl: string, clientSecret = 'open'): Login {
    return { sasl: { mechanism: 'oauthbearer', tokenUrl, clientId: 'flowproof', clientSecret } };
  }

  it.for(['plain', 'scram-sha-256', 'scram-sha-512'] as const)('logs in with %s', async (mechanism) => {
    expect(await roundTrip(broker.addressOf('SASL_PLAINTEXT'), { sasl: { mechanism, ...ALICE } })).toBe(1);
  });

  it('logs in with a token of an authorization server', async () => {
    const tokenUrl = await startAuthorizationServer(() => unsignedToken('alice'));
    expect(await roundTrip(broker.addressOf('SASL_PLAINTEXT'), oauth(tokenUrl))).toBe(1);
  });

  it('encrypts, trusting a private authority from a file or a text', async () => {
    const { ca } = certificates;
    expect(await roundTrip(broker.addressOf('SSL'), { tls: { ca } })).toBe(1);
    expect(await roundTrip(broker.addressOf('SSL'), { tls: { ca: readFileSync(ca, 'utf8') } })).toBe(1);
    const byName = broker.addressOf('SSL').replace('127.0.0.1', 'localhost');
    expect(await roundTrip(byName, { tls: { ca } })).toBe(1);
  });

  it('encrypts without looking at the certificate when told to', async () => {
    expect(await roundTrip(broker.addressOf('SSL'), { tls: { skipVerify: true } })).toBe(1);
  });

  it('shows a certificate of its own (mTLS)', async () => {
    const { ca, clientCertificate: cert, clientKey: key } = certificates;
    expect(await roundTrip(broker.addressOf('MTLS'), { tls: { ca, cert, key } })).toBe(1);
  });

  it.for(['plain', 'scram-sha-512'] as const)('logs in with %s over TLS', async (mechanism) => {
    const login: Login = { sasl: { mechanism, ...ALICE }, tls: { ca: certificates.ca } };
    expect(await roundTrip(broker.addressOf('SASL_SSL'), login)).toBe(1);
  });

  it.for(['plain', 'scram-sha-256', 'scram-sha-512'] as const)(
    'says that a password is wrong (%s)',
    async (mechanism) => {
      const login: Login = { sasl: { mechanism, username: 'alice', password: 'wrong' } };
      const { code, message, hint } = await refusalOf(broker.addressOf('SASL_PLAINTEXT'), login);
      expect(code).toBe('KAFKA_AUTHENTICATION');
      expect(message).toContain(`BROKER refused the credentials (${mechanism})`);
      expect(hint).toBe(
        'check kafka.sasl: user name, password and mechanism must be those of a user of this cluster',
      );
    },
  );

  it('says that a mechanism is not offered', async () => {
    const tokenUrl = await startAuthorizationServer(() => unsignedToken('alice'));
    expect(
      await refusalOf(broker.addressOf('SASL_SSL'), { ...oauth(tokenUrl), tls: { skipVerify: true } }),
    ).toEqual({
      code: 'KAFKA_AUTHENTICATION',
      message: 'BROKER does not offer the SASL mechanism "oauthbearer"',
      hint: 'set kafka.sasl.mechanism to one that the listener enables',
    });
  });

  it('says that a certificate is not trusted', async () => {
    expect(await refusalOf(broker.addressOf('SSL'), { tls: true })).toEqual({
      code: 'KAFKA_TLS',
      message: expect.stringContaining(
        'the certificate of BROKER is not signed by an authority that this machine trusts',
      ),
      hint: 'set kafka.tls.ca to the file of the authority that signed it',
    });
  });

  it('says that a port wants TLS', async () => {
    expect(await refusalOf(broker.addressOf('SSL'), {})).toEqual({
      code: 'KAFKA_TLS',
      message: 'BROKER speaks TLS, and flowproof was not told to',
      hint: 'set kafka.tls (tls: {} trusts public authorities)',
    });
  });

  it('says that a port does not speak TLS', async () => {
    expect(await refusalOf(broker.bootstrap, { tls: true })).toEqual({
      code: 'KAFKA_TLS',
      message: 'BROKER does not speak TLS',
      hint: 'remove kafka.tls, or give the port of the TLS listener in kafka.bootstrap',
    });
  });

  it('says that a listener wants a login', async () => {
    expect(await refusalOf(broker.addressOf('SASL_PLAINTEXT'), {})).toEqual({
      code: 'KAFKA_UNREACHABLE',
      message: 'BROKER closed the connection before it answered',
      hint: 'if the listener wants a login set kafka.sasl; check that the port is that of a Kafka listener',
    });
  });

  it('says that a listener knows no login', async () => {
    const { code, message } = await refusalOf(broker.bootstrap, { sasl: { mechanism: 'plain', ...ALICE } });
    expect({ code, message }).toEqual({
      code: 'KAFKA_AUTHENTICATION',
      message: expect.stringContaining('BROKER'),
    });
  });

  it('says that a certificate of the client is wanted', async () => {
    expect(await refusalOf(broker.addressOf('MTLS'), { tls: { ca: certificates.ca } })).toEqual({
      code: 'KAFKA_TLS',
      message: 'BROKER refused the TLS handshake: it wants a certificate of the client',
      hint: 'set kafka.tls.cert and kafka.tls.key to a certificate that the broker trusts',
    });
  });

  it('says that the certificate of the client is not accepted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowproof-tls-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const names = ['-subj', '/CN=stranger', '-keyout', key, '-out', cert];
    await runProgram('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...names], {
      timeoutMs: 30_000,
    });
    const { code, message } = await refusalOf(broker.addressOf('MTLS'), {
      tls: { ca: certificates.ca, cert, key },
    });
    expect({ code, message }).toEqual({
      code: 'KAFKA_TLS',
      message: expect.stringContaining('BROKER does not accept the certificate in kafka.tls.cert'),
    });
  });

  it('says that the certificate of the broker has expired', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowproof-tls-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const openssl = (...args: string[]): Promise<unknown> =>
      runProgram('openssl', args, { cwd: folder, timeoutMs: 30_000 });
    await openssl(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=old',
      '-keyout',
      'key',
      '-out',
      'request',
    );
    await openssl('x509', '-req', '-in', 'request', '-signkey', 'key', '-days', '-1', '-out', 'cert');
    const [key, cert] = ['key', 'cert'].map((name) => readFileSync(join(folder, name), 'utf8'));
    const address = await listen(createTlsServer({ key, cert }));
    expect(await refusalOf(address, { tls: { ca: join(folder, 'cert') } })).toEqual({
      code: 'KAFKA_TLS',
      message: 'the certificate of BROKER has expired',
      hint: 'renew it on the broker, or check the clock of this machine',
    });
  });

  it('says what the authorization server answered', async () => {
    const tokenUrl = await startAuthorizationServer(() => unsignedToken('alice'));
    expect(await refusalOf(broker.addressOf('SASL_PLAINTEXT'), oauth(tokenUrl, 'wrong'))).toEqual({
      code: 'KAFKA_AUTHENTICATION',
      message: `the token endpoint ${tokenUrl} answered 401: {"error":"invalid_client"}`,
      hint: 'check kafka.sasl.clientId, clientSecret and scope',
    });
  });

  it('says that the authorization server cannot be reached', async () => {
    const [port] = await freePorts(1);
    const tokenUrl = `http://127.0.0.1:${port}/token`;
    const { code, message } = await refusalOf(broker.addressOf('SASL_PLAINTEXT'), oauth(tokenUrl));
    expect({ code, message }).toEqual({
      code: 'KAFKA_AUTHENTICATION',
      message: expect.stringContaining(
        `the token endpoint ${tokenUrl} cannot be reached: connect ECONNREFUSED`,
      ),
    });
  });

  it('says that the broker refuses a token', async () => {
    const tokenUrl = await startAuthorizationServer(() => 'not.a.token');
    const { code, message } = await refusalOf(broker.addressOf('SASL_PLAINTEXT'), oauth(tokenUrl));
    expect(code).toBe('KAFKA_AUTHENTICATION');
    expect(message).toContain('BROKER refused');
  });

  it('says that nothing listens at an address', async () => {
    const [port] = await freePorts(1);
    expect(await refusalOf(`127.0.0.1:${port}`, {})).toEqual({
      code: 'KAFKA_UNREACHABLE',
      message: 'nothing listens at BROKER',
      hint: 'check host and port in kafka.bootstrap, that the broker runs, and firewalls in between',
    });
  });

  it('says that a name does not resolve', async () => {
    const { code, message } = await refusalOf('no-such-host.invalid:9092', {});
    expect({ code, message }).toEqual({
      code: 'KAFKA_UNREACHABLE',
      message: 'the name "no-such-host.invalid" does not resolve',
    });
  });

  it('says that none of several addresses can be reached', async () => {
    const ports = await freePorts(2);
    const bootstrap = ports.map((port) => `127.0.0.1:${port}`).join(',');
    const { code, message } = await refusalOf(bootstrap, {});
    expect(code).toBe('KAFKA_UNREACHABLE');
    expect(message).toBe(
      `none of ${bootstrap.replace(',', ', ')} can be reached: nothing listens at 127.0.0.1:${ports[0]}`,
    );
  });

  it('says that a port is not one of Kafka', async () => {
    const server = createServer((_, response) => response.end('hello'));
    const address = await listen(server);
    const { code, message } = await refusalOf(address, {});
    expect({ code, message }).toEqual({
      code: expect.stringMatching(/^KAFKA_/),
      message: expect.stringContaining('BROKER'),
    });
  });
});

describeWith([...KAFKA, 'openssl'], 'the Kafka client without rights', () => {
  it('says which topic, group or transaction it may not use, and what right is missing', async () => {
    await using broker = await ApacheKafka.start({
      listeners: ['SASL_PLAINTEXT'],
      users: { alice: ALICE.password },
      properties: {
        'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
        'super.users': 'User:ANONYMOUS',
      },
    });
    await using owner = connectKafka({ bootstrap: broker.bootstrap, clock: systemClock });
    await owner.createTopics([{ name: 'closed' }], signal);
    const security = createSecurity(
      { sasl: { mechanism: 'plain', ...ALICE } },
      { directory: '/', env: {}, clock: systemClock },
    );
    const bootstrap = broker.addressOf('SASL_PLAINTEXT');
    await using kafka = connectKafka({ bootstrap, clock: systemClock, security });
    await kafka.describeCluster(signal);
    const records = [{ topic: 'closed', key: null, value: null, headers: [] }];
    const ofTopic = {
      code: 'KAFKA_DENIED',
      message: 'topic "closed": TOPIC_AUTHORIZATION_FAILED',
      hint: 'give this user the right in the ACLs of the topic',
    };
    await expect(kafka.offsets(['closed'], 'end', signal)).rejects.toMatchObject(ofTopic);
    await expect(kafka.produce(records, { signal })).rejects.toMatchObject(ofTopic);
    await expect(kafka.createTopics([{ name: 'new' }], signal)).rejects.toMatchObject({
      code: 'KAFKA_DENIED',
    });
    await expect(kafka.describeGroups(['others'], signal)).rejects.toMatchObject({
      code: 'KAFKA_DENIED',
      message: expect.stringContaining('consumer group "others"'),
    });
    const onFetch = (): void => undefined;
    await using watch = kafka.watch({
      topics: ['closed'],
      positions: new Map(),
      isolation: 'read_committed',
      onFetch,
    });
    await expect(watch.done).rejects.toMatchObject(ofTopic);
  });
});
