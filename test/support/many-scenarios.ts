import type { RunResult, ScenarioResult } from '../../src/model/run-result.ts';
import { foldEvents, readGoldenEvents } from './golden-runs.ts';

const failing = foldEvents(readGoldenEvents('slow-promotions'));
const passing = foldEvents(readGoldenEvents('retail-passed'));

/** A run of many scenarios, the failures spread evenly over them; made of the recorded runs of the retail system. */
export function manyScenarios({
  scenarios,
  failures,
}: {
  readonly scenarios: number;
  readonly failures: number;
}): RunResult {
  const all = Array.from({ length: scenarios }, (_, index) => {
    const isBad =
      Math.floor((index * failures) / scenarios) !== Math.floor(((index + 1) * failures) / scenarios);
    return numbered((isBad ? failing : passing).scenarios[0] as ScenarioResult, index); // each run has one
  });
  return {
    ...(failures > 0 ? failing : passing),
    counts: {
      ...passing.counts,
      total: scenarios,
      passed: scenarios - failures,
      failed: failures,
    },
    scenarios: all,
  };
}

function numbered(scenario: ScenarioResult, index: number): ScenarioResult {
  const file = `scenarios/retail/part-${Math.floor(index / 10)}.yaml`;
  const line = (index % 10) * 40 + 1;
  return {
    ...scenario,
    name: `scenario ${index}`,
    suite: `Suite ${Math.floor(index / 100)}`,
    file,
    line,
    tasks: scenario.tasks.map((task) => (task.span ? { ...task, span: { ...task.span, file } } : task)),
  };
}
