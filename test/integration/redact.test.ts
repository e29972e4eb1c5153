import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';

const CARD = '4111-2222-3333';
const LATE_CARD = '4999-8888-7777';
const TOKEN = 'Bearer of-the-record';
const COOKIE = 'session=of-the-response';
const EXPECTED = 'the-card-that-was-expected';

const server = createServer((_request, response) =>
  response.writeHead(200, { 'Set-Cookie': COOKIE }).end('{}'),
);
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => server.close());

/** Checks that fail on matching records, records that do not match, a late one; then another scenario that sees the first one's. */
function writeProject(redact: string): string {
  const cwd = mkdtempSync(join(tmpdir(), 'flowproof-redact-'));
  const { port } = server.address() as AddressInfo; // it listens on a port, not a pipe
  writeFileSync(join(cwd, 'flowproof.yaml'), redact);
  writeFileSync(
    join(cwd, 'a.yaml'),
    `scenario: first
tasks:
  pay:
    produce: { topic: payments, value: { card: ${CARD} }, headers: { Authorization: ${TOKEN} } }
  ask:
    http: { url: "http://127.0.0.1:${port}/" }
    checks: [{ jq: .response.headers, name: headers, operator: hasKey, expected: nothing }]
  checked:
    consume: { topic: payments, format: { value: json } }
    checks:
      - .record.value.card: ${EXPECTED}
      - .record.value: { equals: { card: ${EXPECTED} } }
      - .record.value.card + 1 == 2
      - .record.header.Authorization: nobody
  compared:
    compare: { actual: "\${{ .source.checked.record.value }}", expected: { card: ${EXPECTED} } }
  waiting:
    consume: { topic: slow, fail: { after: 300ms } }
  slow:
    after: { task: compared, delay: 400ms }
    produce: { topic: slow, value: { card: ${LATE_CARD} } }
`,
  );
  writeFileSync(
    join(cwd, 'b.yaml'),
    `scenario: second
tasks:
  missed:
    consume:
      topic: payments
      from: beginning
      where: [.record.value.card: ${EXPECTED}]
      fail: { after: 300ms }
`,
  );
  return cwd;
}

/** All that a run has written, by file; standard output and error too. */
async function allOutput(redact: string): Promise<Map<string, string>> {
  const cwd = writeProject(redact);
  const { exitCode, stdout, stderr, output } = await runCli(
    ['run', 'a.yaml', 'b.yaml', '--concurrency', '1'],
    { cwd },
  );
  expect(exitCode, stdout + stderr).toBe(1);
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(output, file)).isFile(),
  );
  const texts = files.map((file) => [file, readFileSync(join(output, file), 'utf8')] as const);
  return new Map([['stdout', stdout], ['stderr', stderr], ...texts]);
}

function filesWith(value: string, texts: ReadonlyMap<string, string>): string[] {
  return [...texts].filter(([, text]) => text.includes(value)).map(([file]) => file);
}

it('without rules the values are in the output, so that the next tests mean something', async () => {
  const texts = await allOutput('');
  expect([...texts.keys()]).toEqual(expect.arrayContaining(['events.ndjson', 'report.html', 'report.json']));
  for (const value of [CARD, LATE_CARD, TOKEN, COOKIE, EXPECTED])
    expect(filesWith(value, texts), value).toEqual(expect.arrayContaining(['events.ndjson', 'report.json']));
  expect(filesWith(CARD, texts)).toContain('stdout');
}, 60_000);

it('"paths" and "headers" leave their values out of everything that a run writes', async () => {
  const texts = await allOutput(
    'redact: { paths: [.record.value.card], headers: [authorization, set-cookie] }\n',
  );
  for (const value of [CARD, LATE_CARD, TOKEN, COOKIE]) expect(filesWith(value, texts), value).toEqual([]);
  expect(filesWith(EXPECTED, texts)).not.toEqual([]);
  expect(texts.get('report.html')).toContain('***');
}, 60_000);

it('"records" and "checks" leave all data out of everything that a run writes', async () => {
  const texts = await allOutput('redact: { records: true, checks: true }\n');
  for (const value of [CARD, LATE_CARD, TOKEN, COOKIE, EXPECTED])
    expect(filesWith(value, texts), value).toEqual([]);
  expect(texts.get('stdout')).toContain('it does not hold');
}, 60_000);
