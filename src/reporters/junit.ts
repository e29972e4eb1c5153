import { renderLocation } from '../base/source-span.ts';
import type { RunResult, ScenarioResult } from '../model/run-result.ts';
import { explainScenario, findingsOf } from './findings.ts';
import { element, type Xml, xmlText } from './markup/xml.ts';
import { defineReporter } from './reporter.ts';
import { cut, describeLatency, describeWork, renderLength } from './wording.ts';

/**
 * The run as JUnit XML, in the form that Jenkins' xUnit plugin defines and the other readers share: a suite is a
 * `testsuite`, a scenario a `testcase`; a failure of the system is a `failure`, of the tool an `error`.
 * @see https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export const junit = defineReporter({
  name: 'junit',
  file: 'junit.xml',
  start: (output) => ({
    on() {},
    end(result) {
      output.write(`<?xml version="1.0" encoding="UTF-8"?>\n${renderRun(result)}\n`);
    },
  }),
});

function renderRun(result: RunResult): Xml {
  const suites = Map.groupBy(result.scenarios, ({ suite, file }) => JSON.stringify([suite, file]));
  return element(
    'testsuites',
    {
      name: 'flowproof',
      tests: result.counts.total,
      failures: result.counts.failed,
      errors: result.counts.errors + (hasOwnFailure(result) ? 1 : 0),
      time: seconds(result.durationMs),
    },
    [...ownFailure(result), ...Array.from(suites.values(), (scenarios) => renderSuite(scenarios, result))],
  );
}

/** A run that broke before its first scenario would else look as if all was well. */
function hasOwnFailure({ status, counts }: RunResult): boolean {
  return status === 'error' && counts.errors === 0;
}

function ownFailure(result: RunResult): Xml[] {
  if (!hasOwnFailure(result)) return [];
  const [finding] = findingsOf(result);
  const [message = result.status, ...lines] = finding?.lines ?? [];
  const detail = [...(result.span ? [renderLocation(result.span)] : []), ...lines];
  const testcase = element('testcase', { name: 'run', classname: 'flowproof' }, [
    problem('error', message, detail),
  ]);
  return [element('testsuite', { name: 'flowproof', tests: 1, failures: 0, errors: 1 }, [testcase])];
}

function renderSuite(scenarios: readonly ScenarioResult[], { startedAt, environment, seed }: RunResult): Xml {
  const [first] = scenarios;
  const of = (...statuses: readonly ScenarioResult['status'][]): number =>
    scenarios.filter(({ status }) => statuses.includes(status)).length;
  const properties = { environment: environment.name, kafka: environment.kafka?.provider ?? 'none', seed };
  return element(
    'testsuite',
    {
      name: first?.suite ?? '',
      tests: scenarios.length,
      failures: of('failed'),
      errors: of('error'),
      skipped: of('skipped', 'cancelled'),
      time: seconds(scenarios.reduce((sum, { durationMs }) => sum + durationMs, 0)),
      timestamp: startedAt.replace(/(\.\d+)?Z$/, ''),
      file: first?.file,
    },
    [
      element(
        'properties',
        {},
        Object.entries(properties).map(([name, value]) => element('property', { name, value })),
      ),
      ...scenarios.map(renderScenario),
    ],
  );
}

function renderScenario(scenario: ScenarioResult): Xml {
  const iteration = scenario.iteration > 0 ? ` (iteration ${scenario.iteration + 1})` : '';
  return element(
    'testcase',
    { name: scenario.name + iteration, classname: scenario.suite, time: seconds(scenario.durationMs) },
    [...outcome(scenario), element('system-out', {}, xmlText(transcript(scenario).join('\n')))],
  );
}

function outcome(scenario: ScenarioResult): Xml[] {
  const { status, message } = scenario;
  if (status === 'passed' || status === 'flaky') return [];
  if (status === 'skipped' || status === 'cancelled')
    return [element('skipped', { message: message ?? status })];
  return [problem(status === 'error' ? 'error' : 'failure', message ?? status, explainScenario(scenario))];
}

function problem(kind: 'error' | 'failure', message: string, detail: readonly string[]): Xml {
  return element(kind, { type: kind, message: cut(message, 500) }, xmlText(detail.join('\n')));
}

/** What each task did, a line each. */
function transcript({ file, line, attempts, tasks }: ScenarioResult): string[] {
  const lines = tasks.map((task) =>
    [`${task.status} ${task.name}`, renderLength(task.durationMs), describeWork(task), describeLatency(task)]
      .filter((part) => part !== '')
      .join(' · '),
  );
  return [`${file}:${line}`, ...(attempts > 1 ? [`attempt ${attempts}`] : []), ...lines];
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
