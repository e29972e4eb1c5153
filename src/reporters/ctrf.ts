import { type Json, renderJson } from '../model/json.ts';
import type { RunResult, ScenarioResult } from '../model/run-result.ts';
import type { ScenarioStatus } from '../model/status.ts';
import { explainScenario } from './findings.ts';
import { defineReporter } from './reporter.ts';
import { cut, needsAttention, scenarioTitle } from './wording.ts';

/**
 * The run in the Common Test Report Format, one test a scenario.
 * @see https://ctrf.io/docs/specification/overview
 */
export const ctrf = defineReporter({
  name: 'ctrf',
  file: 'ctrf.json',
  start: (output) => ({
    on() {},
    end(result) {
      output.write(`${renderJson(report(result), 2)}\n`);
    },
  }),
});

/** Longer ones are records; `trace` says more. */
const MAX_MESSAGE_CHARACTERS = 2000;

/** What could not be judged is no failure of the system: `other`. */
const STATUS: Readonly<Record<ScenarioStatus, string>> = {
  passed: 'passed',
  flaky: 'passed',
  failed: 'failed',
  error: 'other',
  skipped: 'skipped',
  cancelled: 'skipped',
};

function report(result: RunResult): Json {
  const { counts, environment, runId, tool } = result;
  const startMs = Date.parse(result.startedAt) || 0;
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    runId,
    results: {
      tool: { name: 'flowproof', version: tool },
      summary: {
        tests: counts.total,
        passed: counts.passed + counts.flaky,
        failed: counts.failed,
        pending: 0,
        skipped: counts.skipped + counts.cancelled,
        other: counts.errors,
        flaky: counts.flaky,
        start: startMs,
        stop: startMs + Math.round(result.durationMs),
      },
      tests: result.scenarios.map((scenario) => test(scenario, startMs)),
      environment: { testEnvironment: environment.name },
    },
  };
}

function test(scenario: ScenarioResult, startMs: number): Json {
  const { status, message, file, line, tags, attempts, suite, tasks } = scenario;
  const start = startMs + Math.round(scenario.startedAtMs);
  const trace = needsAttention(scenario) ? explainScenario(scenario) : [];
  return {
    name: scenarioTitle(scenario).slice(suite.length + ' › '.length),
    status: STATUS[status],
    rawStatus: status,
    duration: Math.round(scenario.durationMs),
    start,
    stop: start + Math.round(scenario.durationMs),
    suite: [suite],
    ...(message === undefined ? {} : { message: cut(message, MAX_MESSAGE_CHARACTERS) }),
    ...(trace.length > 0 ? { trace: trace.join('\n') } : {}),
    filePath: file,
    line,
    tags,
    retries: Math.max(attempts - 1, 0),
    flaky: status === 'flaky',
    steps: tasks.map((task) => ({ name: task.name, status: STATUS[task.status] })),
  };
}
