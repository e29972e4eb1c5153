import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/model/json.ts';
import { type RunResult, runResult } from '../../src/model/run-result.ts';
import { type CliRun, runCli } from '../support/cli.ts';
import { describeWith, KAFKA } from '../support/needs.ts';
import { sharedKafka } from '../support/shared-kafka.ts';

const TIMEOUT = 'Consumer reached the Timeout fail condition';

function reportOf(run: CliRun): RunResult {
  return runResult.parse(parseJson(readFileSync(join(run.output, 'report.json'), 'utf8')));
}

function taskOf(run: CliRun, id: string): RunResult['scenarios'][number]['tasks'][number] | undefined {
  return reportOf(run).scenarios[0]?.tasks.find((task) => task.id === id);
}

const RETAIL = ['run', '--config', 'scenarios/retail/flowproof.yaml'];

describe('the retail scenario on embedded Kafka', () => testVerdicts(async () => []));

describeWith(KAFKA, 'the retail scenario on Apache Kafka', () =>
  testVerdicts(async () => ['--kafka', 'external', '--bootstrap', await sharedKafka()]),
);

function testVerdicts(kafkaArgs: () => Promise<readonly string[]>): void {
  it('passes with the services as they are', async () => {
    const run = await runCli([...RETAIL, ...(await kafkaArgs())]);
    expect(run.stderr).toBe('');
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.stdout).toContain('user 12345 is on the Free plan');
    expect(reportOf(run)).toMatchObject({ status: 'passed', exitCode: 0, counts: { total: 1, passed: 1 } });
    expect(taskOf(run, 'check-enriched')?.latencyMs?.count).toBe(1);
    expect(taskOf(run, 'check-upsell')?.latencyMs?.max).toBeLessThanOrEqual(500);
  });

  it('fails with a slow promotions service, while the check on the enriched record passes', async () => {
    const run = await runCli([...RETAIL, '--env', 'slow-promotions', ...(await kafkaArgs())]);
    expect(run.exitCode, run.stdout).toBe(1);
    expect(run.stdout).toContain(TIMEOUT);
    expect(run.stdout).toContain('limit 500ms');
    expect(run.stdout).toMatch(/it came after \d+ ms, \d+ ms late/);
    expect(taskOf(run, 'check-enriched')).toMatchObject({
      status: 'passed',
      checks: [{ status: 'passed', actual: 'Free' }],
    });
    expect(taskOf(run, 'check-upsell')).toMatchObject({
      status: 'failed',
      message: TIMEOUT,
      consume: { limitMs: 500, matched: 0 },
    });
    expect(taskOf(run, 'check-upsell')?.diagnosis?.cause).toContain('promotions');
  });
}
