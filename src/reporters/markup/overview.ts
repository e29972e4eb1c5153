import type { RunResult, ScenarioResult } from '../../model/run-result.ts';
import type { ScenarioStatus } from '../../model/status.ts';
import { byImportance, cut, renderCounts, renderLength, scenarioTitle, verdictSentence } from '../wording.ts';
import { code, type Html, list, pre, table, text } from './html.ts';
import { icon, type LinkOf, renderPlace } from './scenario-section.ts';

/** The verdict, what it is made of, and what the run stood on; why it could not do its work, when it could not. */
export function renderHeader(result: RunResult): Html {
  const { environment, seed, detail = [], warnings } = result;
  const kafka = environment.kafka
    ? [`Kafka ${code([environment.kafka.provider, environment.kafka.version ?? ''].join(' ').trim())}`]
    : [];
  const facts = [
    ...(renderCounts(result) === '' ? [] : [renderCounts(result)]),
    renderLength(result.durationMs),
    `environment ${code(environment.name)}`,
    ...kafka,
    `seed ${code(String(seed))}`,
  ];
  return [
    `<h2>${icon(result.status)} flowproof: ${text(verdictSentence(result))}</h2>`,
    `<p>${facts.join(' · ')}</p>`,
    ...(detail.length > 0 ? [pre(detail.slice(-20))] : []),
    ...(warnings.length > 0 ? ['<p><b>Warnings:</b></p>', list(warnings.slice(0, 10).map(text))] : []),
  ].join('\n');
}

/** One row a scenario, in the order given. */
export function renderOverview(scenarios: readonly ScenarioResult[], linkOf: LinkOf): Html {
  if (scenarios.length === 0) return '';
  const hasReasons = scenarios.some(({ message }) => message !== undefined);
  const rows = scenarios.map((scenario) => [
    icon(scenario.status),
    text(scenario.suite),
    text(scenarioTitle(scenario).slice(scenario.suite.length + ' › '.length)),
    renderLength(scenario.durationMs),
    ...(hasReasons ? [text(cut(scenario.message ?? '', MAX_REASON_CHARACTERS))] : []),
    renderPlace(scenario, linkOf),
  ]);
  return table(['', 'Suite', 'Scenario', 'Duration', ...(hasReasons ? ['Why'] : []), 'File'], rows);
}

/** Longer reasons would squeeze the other columns; the sections have them whole. */
const MAX_REASON_CHARACTERS = 160;

/** One row a suite, with what came out of its scenarios; empty when there is one suite only. */
export function renderSuites(scenarios: readonly ScenarioResult[]): Html {
  const suites = Map.groupBy(scenarios, ({ suite }) => suite);
  if (suites.size < 2) return '';
  const rows = Array.from(suites, ([suite, members]) => {
    const of = (...statuses: readonly ScenarioStatus[]): string =>
      String(members.filter(({ status }) => statuses.includes(status)).length);
    return [
      icon(byImportance(members)[0]?.status ?? 'passed'),
      text(suite),
      String(members.length),
      of('failed', 'error'),
      of('skipped', 'cancelled'),
      of('passed', 'flaky'),
    ];
  });
  return table(['', 'Suite', 'Scenarios', 'Not passed', 'Not finished', 'Passed'], rows);
}
