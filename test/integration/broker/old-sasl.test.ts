import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { metadata } from '../../../src/broker/apis/3-metadata.ts';
import { saslHandshake } from '../../../src/broker/apis/17-sasl-handshake.ts';
import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';
import { ApacheKafka } from '../../support/apache-kafka.ts';
import { decodeResponse, encodeRequest } from '../../support/broker-frames.ts';
import { describeWith, KAFKA } from '../../support/needs.ts';
import { runProgram } from '../../support/run-program.ts';

const users = { alice: 'alice-secret' };

/** A client of the time when the messages of SASL came bare, each with its size before it. */
class OldClient implements Disposable {
  readonly #socket: Socket;

  constructor(address: string) {
    const [host = '', port] = address.split(':');
    this.#socket = connect({ host, port: Number(port) });
  }

  async authenticate(mechanism: string, token: string): Promise<Buffer> {
    const request = { version: 0, correlationId: 1, clientId: 'old', request: { mechanism } };
    const answer = await this.send(encodeRequest(saslHandshake, request));
    expect(decodeResponse(saslHandshake, 0, answer).errorCode).toBe(0);
    return this.send(Buffer.from(token));
  }

  async countTopics(): Promise<number> {
    const request = {
      topics: null,
      includeClusterAuthorizedOperations: false,
      includeTopicAuthorizedOperations: false,
    };
    const frame = encodeRequest(metadata, { version: 1, correlationId: 2, clientId: 'old', request });
    return decodeResponse(metadata, 1, await this.send(frame)).topics.length;
  }

  /** Sends a frame and takes the one that comes back, its size included. */
  async send(frame: Buffer): Promise<Buffer> {
    const size = Buffer.alloc(4);
    size.writeInt32BE(frame.length);
    this.#socket.write(Buffer.concat([size, frame]));
    let received = Buffer.alloc(0);
    for await (const chunk of this.#socket.iterator({ destroyOnReturn: false })) {
      received = Buffer.concat([received, chunk]);
      if (received.length >= 4 && received.length >= 4 + received.readInt32BE()) return received;
    }
    throw new Error('the broker closed the connection');
  }

  [Symbol.dispose](): void {
    this.#socket.destroy();
  }
}

describeWith([...KAFKA, 'kcat'], 'a client that knows only SaslHandshake v0', () => {
  let kafka: ApacheKafka;
  let embedded: EmbeddedKafka;

  beforeAll(async () => {
    kafka = await ApacheKafka.start({ users, listeners: ['SASL_PLAINTEXT'] });
    embedded = await EmbeddedKafka.start({ sasl: { users } });
  }, 120_000);

  afterAll(async () => {
    await kafka?.[Symbol.asyncDispose]();
    await embedded?.[Symbol.asyncDispose]();
  });

  const address = (name: string): string =>
    name === 'Apache Kafka' ? kafka.addressOf('SASL_PLAINTEXT') : embedded.bootstrap;

  for (const name of ['Apache Kafka', 'the embedded broker']) {
    it(`is let in by ${name} with a bare token, and answered with an empty one`, async () => {
      using client = new OldClient(address(name));
      expect(await client.authenticate('PLAIN', '\0alice\0alice-secret')).toEqual(Buffer.alloc(4));
      expect(await client.countTopics()).toBe(0);
    });

    it(`is given what SCRAM asks by ${name}`, async () => {
      using client = new OldClient(address(name));
      const answer = await client.authenticate('SCRAM-SHA-256', 'n,,n=alice,r=abc');
      expect(answer.subarray(4).toString()).toMatch(/^r=abc.+,s=.+,i=\d+$/);
    });

    it(`is shut out by ${name} when the password is wrong`, async () => {
      using client = new OldClient(address(name));
      await expect(client.authenticate('PLAIN', '\0alice\0wrong')).rejects.toThrow('closed the connection');
    });

    it(`may be librdkafka that takes ${name} for one of 0.10.0`, { timeout: 30_000 }, async () => {
      const settings = {
        'api.version.request': 'false',
        'broker.version.fallback': '0.10.0',
        'security.protocol': 'sasl_plaintext',
        'sasl.mechanisms': 'PLAIN',
        'sasl.username': 'alice',
        'sasl.password': 'alice-secret',
      };
      const options = Object.entries(settings).flatMap(([key, value]) => ['-X', `${key}=${value}`]);
      const { stdout } = await runProgram('kcat', ['-L', '-b', address(name), ...options], {
        timeoutMs: 20_000,
      });
      expect(stdout).toContain('1 brokers');
    });
  }
});
