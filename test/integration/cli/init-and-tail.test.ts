import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';
import { CLI, NODE, runCli } from '../../support/cli.ts';

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
  const child = spawn(
    NODE,
    [CLI, 'tail', 't', '--beginning', '--where', '.record.value.id == 2', '--bootstrap', kafka.bootstrap],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    if (text.endsWith('\n')) child.kill('SIGINT');
  });
  await new Promise((done) => child.on('close', done));
  expect(JSON.parse(text)).toMatchObject({ topic: 't', offset: 1, value: { id: 2 } });
});
