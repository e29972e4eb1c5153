import { renderCount } from '../base/count.ts';
import type { RunResult, ScenarioResult } from '../model/run-result.ts';
import { renderHeader, renderOverview, renderSuites } from './markup/overview.ts';
import { type Diagrams, type LinkOf, renderFolded, renderSection } from './markup/scenario-section.ts';
import { defineReporter } from './reporter.ts';
import { byImportance, needsAttention } from './wording.ts';

/** More rows of passed scenarios than that are folded away, also when there is nothing else to see. */
const MAX_OPEN_ROWS = 50;

/** Where a summary goes decides how long it may be. */
export interface SummaryOptions {
  /** The size limit of its place, in UTF-8 bytes; default none. At least 64 KiB. */
  readonly maxBytes: number;
  /** Links to scenario files; default none. */
  readonly linkOf: LinkOf;
  /** Default `failed`. */
  readonly diagrams: Diagrams;
}

/**
 * The run as Markdown for a job summary: the verdict, what did not pass and why, then what passed, folded. Too long, it
 * is made again with less in it, by importance and never cut inside a table: first the passed scenarios' diagrams and then
 * their sections go, then their rows, then the tables of the failed ones, then as many of those as must; it ends with a
 * word on what was left out.
 */
export const summary = defineReporter<SummaryOptions>({
  name: 'summary',
  file: 'summary.md',
  start: (
    output,
    { maxBytes = Number.POSITIVE_INFINITY, linkOf = () => undefined, diagrams = 'failed' },
  ) => ({
    on() {},
    end(result) {
      output.write(renderSummary(result, { maxBytes, linkOf, diagrams }));
    },
  }),
});

function renderSummary(result: RunResult, options: SummaryOptions): string {
  const { maxBytes, linkOf } = options;
  const fits = (markdown: string): boolean => Buffer.byteLength(markdown) <= maxBytes;
  for (const markdown of levels(result, options)) if (fits(markdown)) return markdown;
  const bad = notPassed(result);
  return largest(bad.length, (count) => renderShort(result, bad.slice(0, count), linkOf), fits);
}

/** From everything to less; each one is made when it is asked for. */
function* levels(result: RunResult, { linkOf, diagrams }: SummaryOptions): Generator<string> {
  const bad = notPassed(result);
  const good = result.scenarios.filter(({ status }) => status === 'passed');
  const rows = renderOverview(good, linkOf);
  const isFolded = bad.length > 0 || good.length > MAX_OPEN_ROWS;
  const upTo = (drawn: Diagrams): string[] => [
    renderHeader(result),
    renderOverview(bad, linkOf),
    ...bad.map((scenario) => renderNotPassed(scenario, { linkOf, drawn })),
    renderSuites(result.scenarios),
  ];
  const whole = (drawn: Diagrams): string[] => {
    const folded = good.map((scenario) => renderFolded(scenario, drawn));
    return [...upTo(drawn), ...renderPassed([rows, ...folded], good.length, isFolded)];
  };
  yield document(whole(diagrams));
  if (diagrams === 'all')
    yield document([...whole('failed'), renderLeftOut(['the diagrams of the scenarios that passed'])]);
  yield document([
    ...upTo('failed'),
    ...renderPassed([rows], good.length, isFolded),
    renderLeftOut(['the tasks of the scenarios that passed']),
  ]);
  yield document([...upTo('failed'), renderLeftOut(passedScenarios(result))]);
  yield renderShort(result, bad, linkOf);
}

/** A scenario that was skipped, cancelled or flaky needs no explanation; its row in the table says it. */
function renderNotPassed(
  scenario: ScenarioResult,
  { linkOf, drawn }: { readonly linkOf: LinkOf; readonly drawn: Diagrams },
): string {
  if (needsAttention(scenario)) return renderSection(scenario, { detail: 'full', linkOf });
  return scenario.tasks.length > 0 ? renderFolded(scenario, drawn) : '';
}

/** What passed stays out of the way of what did not. */
function renderPassed(blocks: readonly string[], count: number, isFolded: boolean): readonly string[] {
  if (count === 0) return [];
  if (!isFolded) return blocks;
  return [`<details><summary>✅ ${renderCount(count, 'scenario')} passed</summary>`, ...blocks, '</details>'];
}

/** Only these scenarios, without their tables. */
function renderShort(result: RunResult, scenarios: readonly ScenarioResult[], linkOf: LinkOf): string {
  const rest = notPassed(result).length - scenarios.length;
  return document([
    renderHeader(result),
    renderOverview(scenarios, linkOf),
    ...scenarios
      .filter(needsAttention)
      .map((scenario) => renderSection(scenario, { detail: 'short', linkOf })),
    renderLeftOut([
      ...passedScenarios(result),
      ...(rest > 0 ? [`${renderCount(rest, 'scenario')} that did not pass`] : []),
      'the tasks and checks of the others',
    ]),
  ]);
}

function notPassed({ scenarios }: RunResult): ScenarioResult[] {
  return byImportance(scenarios).filter(({ status }) => status !== 'passed');
}

function passedScenarios({ counts }: RunResult): string[] {
  return counts.passed > 0 ? [renderCount(counts.passed, 'passed scenario')] : [];
}

function renderLeftOut(parts: readonly string[]): string {
  const what = parts.join('; ');
  return `<p><i>Left out, as there is a limit to how long this page may be: ${what}. The report has it all.</i></p>`;
}

function document(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** What `render` gives for the largest count up to `max` that fits; for 0 when none does. Sizes grow with the count. */
function largest(max: number, render: (count: number) => string, fits: (text: string) => boolean): string {
  let low = 0;
  let high = max;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(render(middle))) low = middle;
    else high = middle - 1;
  }
  return render(low);
}
