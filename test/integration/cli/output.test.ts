import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CLI, NODE, runCli } from '../../support/cli.ts';

const SCENARIO = 'scenario: s\ntasks: { a: { produce: { topic: t, value: 1 } } }\n';

function makeFolder(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'flowproof-output-'));
  writeFileSync(join(cwd, 's.yaml'), SCENARIO);
  return cwd;
}

/** Runs the command line with a reader that goes away after the first piece, as `| head -1` does. */
async function runWithoutReader(args: readonly string[], cwd: string) {
  const child = spawn(NODE, [CLI, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.once('data', () => child.stdout.destroy());
  const exitCode = await new Promise((done) => child.on('close', done));
  return { exitCode, stderr };
}

it('runs to its verdict and writes its reports when nobody reads what it prints any more', async () => {
  const cwd = makeFolder();
  expect(await runWithoutReader(['run', 's.yaml'], cwd)).toEqual({ exitCode: 0, stderr: '' });
  const report = readFileSync(join(cwd, 'flowproof-report/report.json'), 'utf8');
  expect(JSON.parse(report)).toMatchObject({ status: 'passed' });
});

it('prints a long text into a pipe that is closed early without a complaint', async () => {
  expect(await runWithoutReader(['schema', 'scenario'], makeFolder())).toEqual({ exitCode: 0, stderr: '' });
});

it.each<[name: string, place: (path: string) => void, reason: string]>([
  ['a file', (path) => writeFileSync(path, ''), 'a file is in its place'],
  [
    'a folder with a folder named report.json',
    (path) => mkdirSync(join(path, 'report.json'), { recursive: true }),
    'a folder is in its place',
  ],
])('refuses to run when the report directory is %s', async (_, place, reason) => {
  const cwd = makeFolder();
  place(join(cwd, 'flowproof-report'));
  const child = spawn(NODE, [CLI, 'run', 's.yaml'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
  expect(await new Promise((done) => child.on('close', done))).toBe(2);
  expect(texts.stderr).toContain(reason);
  expect(texts.stdout).toBe('');
});

it('says which file init cannot write', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'flowproof-output-'));
  writeFileSync(join(cwd, 'scenarios'), '');
  const { exitCode, stderr } = await runCli(['init'], { cwd });
  expect(stderr).toContain(`cannot write "${join(cwd, 'scenarios/first.yaml')}"`);
  expect(exitCode).toBe(2);
});
