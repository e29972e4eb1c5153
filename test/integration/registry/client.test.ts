import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connectSchemaRegistry } from '../../../src/kafka/schema-registry.ts';
import type { RegistryAccess } from '../../../src/kafka/schema-registry-http.ts';
import type { SchemaRegistry } from '../../../src/model/schema-registry.ts';

const signal = new AbortController().signal;
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A registry that gives one answer to everything, and notes what it is asked. */
async function answering(
  status: number,
  body: string,
  access: Omit<RegistryAccess, 'url'> = {},
): Promise<{ registry: SchemaRegistry; asked: string[]; url: string }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    if (status !== 0) response.writeHead(status).end(body);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { registry: connectSchemaRegistry({ url, ...access }), asked, url };
}

const schema = { kind: 'AVRO', text: '"string"', references: [] } as const;

describe('the client of a schema registry', () => {
  it('asks once for what never changes, and again for the latest', async () => {
    const { registry, asked } = await answering(
      200,
      '{"subject":"s","version":3,"id":7,"schema":"\\"string\\""}',
    );
    const expected = { subject: 's', version: 3, id: 7, kind: 'AVRO', text: '"string"', references: [] };
    for (let times = 0; times < 2; times++) {
      expect(await registry.schemaOf('s', 3, signal)).toEqual(expected);
      expect(await registry.schemaOf('s', 'latest', signal)).toEqual(expected);
      expect(await registry.schemaById(7, signal)).toEqual({
        id: 7,
        kind: 'AVRO',
        text: '"string"',
        references: [],
      });
    }
    expect(asked).toEqual([
      'GET /subjects/s/versions/3',
      'GET /subjects/s/versions/latest',
      'GET /schemas/ids/7',
      'GET /subjects/s/versions/latest',
    ]);
  });

  it('encodes subjects, and keeps the path of its url', async () => {
    const { asked, url } = await answering(404, '{}');
    await connectSchemaRegistry({ url: `${url}/apis/ccompat/v7/` }).schemaOf('a/b c', 1, signal);
    expect(asked).toEqual(['GET /apis/ccompat/v7/subjects/a%2Fb%20c/versions/1']);
  });

  it('takes 404 for "there is none"', async () => {
    const { registry } = await answering(404, '{"error_code":40401,"message":"Subject not found."}');
    expect(await registry.schemaById(1, signal)).toBeUndefined();
    expect(await registry.schemaOf('s', 'latest', signal)).toBeUndefined();
    expect(await registry.lookUp('s', schema, signal)).toBeUndefined();
  });

  it('logs in with a name and a password, or a token', async () => {
    const basic = await answering(404, '{}', { auth: { basic: { username: 'ada', password: 'pw' } } });
    await basic.registry.schemaById(1, signal);
    expect(basic.asked).toEqual(['GET /schemas/ids/1 Basic YWRhOnB3']);
    const bearer = await answering(404, '{}', { auth: { bearer: 'token' } });
    await bearer.registry.schemaById(1, signal);
    expect(bearer.asked).toEqual(['GET /schemas/ids/1 Bearer token']);
  });

  it.each<[string, number, string, string, string]>([
    ['refused access', 401, '{}', 'SCHEMA_REGISTRY_DENIED', 'refuses access (401)'],
    [
      'an incompatible schema',
      409,
      '{"error_code":409,"message":"Schema being registered is incompatible"}',
      'SCHEMA_REGISTRY_REFUSED',
      'refuses subject "s" (409): Schema being registered is incompatible',
    ],
    [
      'an invalid schema',
      422,
      '{"error_code":42201,"message":"Invalid schema"}',
      'SCHEMA_REGISTRY_REFUSED',
      '(42201): Invalid schema',
    ],
    ['a web page', 200, '<html>', 'SCHEMA_REGISTRY_REFUSED', 'is no schema registry: not JSON'],
    ['other JSON', 200, '{"hello":1}', 'SCHEMA_REGISTRY_REFUSED', 'answers in a form that no registry does'],
    ['a failure', 500, '{"error_code":50001,"message":"store"}', 'SCHEMA_REGISTRY_REFUSED', '(50001): store'],
  ])('says what %s is', async (_, status, body, code, message) => {
    const { registry } = await answering(status, body);
    await expect(registry.register('s', schema, signal)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('says when nobody answers, or not in time', async () => {
    const { registry, url } = await answering(0, '', { timeoutMs: 50 });
    await expect(registry.schemaById(1, signal)).rejects.toMatchObject({
      code: 'SCHEMA_REGISTRY_UNREACHABLE',
      message: `the schema registry at ${url} cannot be reached: it did not answer in time`,
    });
    const gone = connectSchemaRegistry({ url: 'http://127.0.0.1:1' });
    await expect(gone.schemaById(1, signal)).rejects.toMatchObject({ code: 'SCHEMA_REGISTRY_UNREACHABLE' });
  });

  it('gives the reason of an aborted signal', async () => {
    const { registry } = await answering(0, '');
    const abort = new AbortController();
    const asked = registry.schemaById(1, abort.signal);
    abort.abort(new Error('the scenario ended'));
    await expect(asked).rejects.toThrow('the scenario ended');
  });
});
