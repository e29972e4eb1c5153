import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseJson } from '../../src/model/json.ts';
import { runResult } from '../../src/model/run-result.ts';
import { GithubJob, type StepRun } from '../support/github-job.ts';

const TIMEOUT = 'Consumer reached the Timeout fail condition';
const RETAIL = { config: 'scenarios/retail/flowproof.yaml' };

/** The commands that mark something for people to see. */
function annotationsOf({ commands }: StepRun) {
  return commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
}

describe('the action as it ships, in a job on plain Node 24', () => {
  const job = new GithubJob(['scenarios/retail']);
  job.installPackages();
  afterAll(() => job[Symbol.dispose]());

  describe('on the retail scenario', () => {
    let step: StepRun;
    beforeAll(async () => {
      step = await job.run({ inputs: RETAIL });
    });

    it('passes', () => {
      expect(step.stderr).toBe('');
      expect(step.exitCode, step.log).toBe(0);
      expect(step.log).toContain('1 scenario passed');
      expect(annotationsOf(step)).toEqual([]);
    });

    it('gives outputs', () => {
      const {
        'duration-ms': duration,
        'report-json': report = '',
        junit = '',
        html = '',
        ...counts
      } = step.outputs;
      expect(counts).toEqual({
        status: 'passed',
        total: '1',
        passed: '1',
        failed: '0',
        errors: '0',
        flaky: '0',
        skipped: '0',
      });
      expect(Number(duration)).toBeGreaterThan(0);
      expect(readFileSync(junit, 'utf8')).toContain('<testsuites name="flowproof" tests="1" failures="0"');
      expect(readFileSync(html, 'utf8')).toContain('<!doctype html>');
      expect(runResult.parse(parseJson(readFileSync(report, 'utf8'))).status).toBe('passed');
    });

    it('writes a job summary with links to the scenario file', () => {
      expect(step.summary).toContain('<h2>✅ flowproof: 1 scenario passed</h2>');
      expect(step.summary).not.toContain('sequenceDiagram');
      expect(step.summary).toMatch(
        /https:\/\/github.com\/octo-org\/shop\/blob\/6dcb09b5b57875f334f61aebed695e2e4193db5e\/scenarios\/retail\/[\w-]+\.yaml#L\d+/,
      );
    });

    it('prints everything else while commands are stopped', () => {
      const names = step.commands.map(({ name }) => name);
      expect(names).toEqual(['stop-commands', step.commands[0]?.message]);
    });
  });

  it('marks the deadline that was missed in the scenario file, and fails', async () => {
    const step = await job.run({ inputs: { ...RETAIL, environment: 'slow-promotions' } });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs.status).toBe('failed');
    expect(annotationsOf(step)).toMatchObject([
      {
        name: 'error',
        properties: { file: expect.stringMatching(/^scenarios\/retail\//), line: expect.any(String) },
        message: expect.stringContaining(TIMEOUT),
      },
    ]);
    expect(step.summary).toContain(TIMEOUT);
  });

  it('says which input is wrong, and what it may be', async () => {
    const step = await job.run({ inputs: { ...RETAIL, kafka: 'kafak' } });
    expect(step.exitCode).toBe(2);
    expect(step.outputs).toEqual({ status: 'error' });
    const [annotation] = annotationsOf(step);
    expect(annotation?.message).toMatch(/^"kafak" is no value of input "kafka"\none of: embedded, /);
  });

  it('marks every problem of a scenario file at its place, and runs nothing', async () => {
    job.write(
      'broken.yaml',
      'scenario: broken\ntasks:\n  a:\n    produce: { topic: t, valeu: 1 }\n  b: { wiat: 1s }\n',
    );
    const step = await job.run({ inputs: { ...RETAIL, scenarios: 'broken.yaml' } });
    expect(step.exitCode, step.log).toBe(2);
    expect(step.summary).toContain('flowproof: nothing was run');
    expect(step.summary).toContain('unknown key &quot;valeu&quot;');
    const places = annotationsOf(step).map(({ properties }) => `${properties.file}:${properties.line}`);
    expect(places).toEqual(expect.arrayContaining(['broken.yaml:4', 'broken.yaml:5']));
    expect(annotationsOf(step).map(({ message }) => message)).toContain(
      'unknown key "valeu"\ndid you mean "value"?',
    );
  });

  it('writes no summary and no annotations when it is told so', async () => {
    const inputs = { ...RETAIL, environment: 'slow-promotions', summary: 'false', annotations: 'false' };
    const step = await job.run({ inputs });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.summary).toBe('');
    expect(annotationsOf(step)).toEqual([]);
  });

  it('draws the flows of passed scenarios too when it is asked to', async () => {
    const step = await job.run({ inputs: { ...RETAIL, diagrams: 'all' } });
    expect(step.summary).toMatch(/```mermaid\nsequenceDiagram\n[^`]*t0->>t1: Check Enriched\u200b · \d+/);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'reports what is known when the job is cancelled by %s',
    async (signal) => {
      let isSent = false;
      const step = await job.run({
        inputs: { ...RETAIL, environment: 'slow-promotions' },
        onOutput(text, kill) {
          if (isSent || !text.includes('ready after')) return;
          isSent = true;
          kill(signal);
        },
      });
      expect(step.exitCode, step.log).toBe(130);
      expect(step.outputs).toMatchObject({ status: 'cancelled', total: '1' });
      expect(step.summary).toContain('cancelled');
      expect(existsSync(step.outputs['report-json'] ?? '')).toBe(true);
    },
  );
});
