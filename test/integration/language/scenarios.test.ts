import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/model/json.ts';
import { type RunResult, runResult } from '../../../src/model/run-result.ts';
import { type CliRun, runCli } from '../../support/cli.ts';
import { freePorts } from '../../support/free-ports.ts';

async function runFolder(folder: string): Promise<{ run: CliRun; result: RunResult }> {
  const [port] = await freePorts(1);
  const run = await runCli(['run', '--config', `${folder}/flowproof.yaml`, '--var', `webPort=${port}`]);
  return { run, result: runResult.parse(parseJson(readFileSync(join(run.output, 'report.json'), 'utf8'))) };
}

describe('the constructs of the language', () => {
  it('do what their scenarios say', async () => {
    const { run, result } = await runFolder('scenarios/language');
    const wrong = result.scenarios.filter(({ status }) => status !== 'passed');
    expect(wrong.map(({ name, status, message }) => `${name}: ${status} ${message}`)).toEqual([]);
    expect(result.scenarios.length).toBeGreaterThanOrEqual(25);
    expect(run.exitCode).toBe(0);
  });

  it('fail with the message that their broken forms are described with', async () => {
    const { run, result } = await runFolder('test/fixtures/failing');
    expect(result.scenarios.length).toBeGreaterThanOrEqual(25);
    for (const { name, status, message, description } of result.scenarios)
      expect(`${status}: ${message}`, name).toContain(description);
    expect(run.exitCode).toBe(3);
    expect(run.stdout + run.stderr).not.toMatch(/^\s+at .+\(.+:\d+:\d+\)$/m);
  });
});
