import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';
import { CLI, NODE, ROOT, runCli } from '../../support/cli.ts';

it('init writes a first scenario that runs as it is, and keeps what is there', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'flowproof-init-'));
  writeFileSync(join(cwd, '.gitignore'), 'node_modules/');
  expect((await runCli(['init'], { cwd })).exitCode).toBe(0);
  expect(readFileSync(join(cwd, '.gitignore'), 'utf8')).toBe('node_modules/\nflowproof-report/\n');
  const run = await runCli(['run'], { cwd });
  expect(run.stdout).toContain('1 scenario passed');
  expect(run.exitCode).toBe(0);
  writeFileSync(join(cwd, 'flowproof.yaml'), '# mine\n');
  expect((await runCli(['init'], { cwd })).stdout).toContain('kept    flowproof.yaml');
  expect(readFileSync(join(cwd, 'flowproof.yaml'), 'utf8')).toBe('# mine\n');
});

it('tail prints the records that match, as JSON, until it is interrupted', async () => {
  await using kafka = await EmbeddedKafka.start({ port: 0 });
  const cwd = mkdtempSync(join(tmpdir(), 'flowproof-tail-'));
  writeFileSync(
    join(cwd, 'flowproof.yaml'),
    `kafka: { provider: external, bootstrap: "${kafka.bootstrap}", createTopics: true }\n`,
  );
  writeFileSync(
    join(cwd, 's.yaml'),
    'scenario: s\ntasks: { a: { produce: { topic: t, records: [{ value: { id: 1 } }, { value: { id: 2 } }] } } }\n',
  );
  expect((await runCli(['run', 's.yaml'], { cwd })).exitCode).toBe(0);
  const text = await tailOne(['t', '--where', '.record.value.id == 2', '--bootstrap', kafka.bootstrap], {});
  expect(JSON.parse(text)).toMatchObject({ topic: 't', offset: 1, value: { id: 2 } });
});

/** What `tail` prints until the end of the first line. */
async function tailOne(
  args: readonly string[],
  { cwd = ROOT, env = {} }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv },
): Promise<string> {
  const child = spawn(NODE, [CLI, 'tail', ...args, '--beginning'], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    if (text.endsWith('\n')) child.kill('SIGINT');
  });
  await new Promise((done) => child.on('close', done));
  return text;
}

it('tail leaves out what flowproof.yaml leaves out of reports, and secrets', async () => {
  await using kafka = await EmbeddedKafka.start({ port: 0 });
  const cwd = mkdtempSync(join(tmpdir(), 'flowproof-tail-'));
  const config = {
    kafka: { provider: 'external', bootstrap: kafka.bootstrap, createTopics: true },
    variables: { token: { fromEnv: 'TAIL_TOKEN', secret: true }, other: { fromEnv: 'NOT_SET' } },
    redact: { paths: ['.record.value.card'], headers: ['session'] },
    environments: { strict: { redact: { records: true } } },
  };
  writeFileSync(join(cwd, 'flowproof.yaml'), JSON.stringify(config));
  const value = { card: '4111-1111', token: 'hidden-token', id: 7 };
  const record = { value, headers: { session: 'abc-def', source: 'web' } };
  const scenario = { scenario: 's', tasks: { a: { produce: { topic: 't', records: [record] } } } };
  writeFileSync(join(cwd, 's.yaml'), JSON.stringify(scenario));
  const env = { TAIL_TOKEN: 'hidden-token' };
  expect((await runCli(['run', 's.yaml'], { cwd, env: { ...env, NOT_SET: '' } })).exitCode).toBe(0);
  const where = ['t', '--where', '.record.value.card == "4111-1111"', '--bootstrap', kafka.bootstrap];
  const text = await tailOne(where, { cwd, env });
  expect(JSON.parse(text)).toMatchObject({
    value: { card: '***', token: '***', id: 7 },
    header: { session: '***', source: 'web' },
  });
  expect(text).not.toMatch(/4111|hidden|abc-def/);
  const strict = await tailOne([...where, '--env', 'strict'], { cwd, env });
  expect(JSON.parse(strict)).toMatchObject({ topic: 't', key: '***', value: '***' });
});

it('tail waits for a topic that is not there, and says so', async () => {
  await using kafka = await EmbeddedKafka.start({ port: 0 });
  const child = spawn(NODE, [CLI, 'tail', 'later', '--bootstrap', kafka.bootstrap], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said] = (await once(child.stderr, 'data')) as [Buffer];
  expect(said.toString()).toBe('the topic "later" is not there yet; its records are shown once it is\n');
  const cwd = mkdtempSync(join(tmpdir(), 'flowproof-tail-'));
  writeFileSync(
    join(cwd, 's.yaml'),
    'scenario: s\ntasks: { a: { produce: { topic: later, value: { id: 1 } } } }\n',
  );
  writeFileSync(
    join(cwd, 'flowproof.yaml'),
    `kafka: { provider: external, bootstrap: "${kafka.bootstrap}", createTopics: true }\n`,
  );
  const shown = once(child.stdout, 'data') as Promise<[Buffer]>;
  expect((await runCli(['run', 's.yaml'], { cwd })).exitCode).toBe(0);
  expect(JSON.parse((await shown)[0].toString())).toMatchObject({ topic: 'later', value: { id: 1 } });
  child.kill('SIGINT');
  expect(await new Promise((done) => child.on('close', done))).toBe(0);
});
