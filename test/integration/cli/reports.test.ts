import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../../support/cli.ts';
import { writeProject } from '../../support/project.ts';

const cwd = writeProject({
  scenario: {
    tasks: {
      sent: { produce: { topic: 'orders', value: { total: 5 } } },
      seen: { consume: { topic: 'orders', fail: { after: '10s' } } },
    },
  },
});

it('writes the usual reports when nothing is said', async () => {
  const { exitCode, stdout, output } = await runCli(['run'], { cwd });
  expect(exitCode, stdout).toBe(0);
  expect(readdirSync(output).toSorted()).toEqual([
    'ctrf.json',
    'events.ndjson',
    'junit.xml',
    'report.html',
    'report.json',
  ]);
  expect(stdout).toMatch(/^ {2}report {2}.*report\.html$/m);
});

it('writes those that are asked for, and report.json, of which merge makes others', async () => {
  const asked = ['--reporter', 'summary', '--reporter', 'junit', '--diagrams', 'all'];
  const { exitCode, stdout, output } = await runCli(['run', ...asked], { cwd });
  expect(exitCode, stdout).toBe(0);
  expect(readdirSync(output).toSorted()).toEqual(['junit.xml', 'report.json', 'summary.md']);
  expect(stdout).toMatch(/^ {2}report {2}.*report\.json$/m);
  expect(readFileSync(join(output, 'summary.md'), 'utf8')).toContain('sequenceDiagram');

  const merged = join(output, 'merged');
  const merge = await runCli(['merge', output, '--output', merged, '--reporter', 'summary'], { cwd });
  expect(merge.exitCode, merge.stderr).toBe(0);
  expect(readdirSync(merged).toSorted()).toEqual(['report.json', 'summary.md']);
  expect(readFileSync(join(merged, 'summary.md'), 'utf8')).not.toContain('sequenceDiagram');
});

it('says which reports there are', async () => {
  const { exitCode, stderr } = await runCli(['run', '--reporter', 'sumary'], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('"sumary" is no value of option "--reporter"');
  expect(stderr).toContain('one of: json, summary, annotations, junit, ctrf, html, ndjson');
});
