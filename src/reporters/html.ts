import { createHash } from 'node:crypto';
import type { RunResult, ScenarioResult } from '../model/run-result.ts';
import { badge, box, type Html, lines, text } from './page/elements.ts';
import { renderScenarioBody } from './page/scenario-body.ts';
import { SCRIPT } from './page/script.ts';
import { STYLE } from './page/style.ts';
import { defineReporter } from './reporter.ts';
import { byImportance, renderCounts, renderLength, scenarioTitle, verdictSentence } from './wording.ts';

/**
 * `report.html`: the run as one page that needs no network. What a scenario did is made into elements only when it is
 * opened, so that thousands of scenarios open at once.
 */
export const html = defineReporter({
  name: 'html',
  file: 'report.html',
  start: (output) => ({
    on() {},
    end(result) {
      output.write(renderPage(result));
    },
  }),
});

/** Nothing is loaded, and no script runs but ours, whatever is in the records. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
].join('; ');

function renderPage(result: RunResult): Html {
  const scenarios = byImportance(result.scenarios).map((scenario, index) => ({
    scenario,
    id: `s${index + 1}`,
  }));
  const suites = Map.groupBy(scenarios, ({ scenario }) => scenario.suite);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>flowproof: ${text(verdictSentence(result))}</title>
<style>${STYLE}</style>
</head>
<body>
${renderHeader(result)}
${renderBar(result)}
<main>
${Array.from(suites, ([suite, members]) => renderSuite(suite, members)).join('\n')}
</main>
${renderServices(result)}
${scenarios.map(({ scenario, id }) => `<script type="text/html" id="${id}-body">${renderScenarioBody(scenario)}</script>`).join('\n')}
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function renderHeader(result: RunResult): Html {
  const { environment, seed, startedAt, durationMs, tool, detail = [], warnings, status } = result;
  const kafka = environment.kafka
    ? [`Kafka ${[environment.kafka.provider, environment.kafka.version ?? ''].join(' ').trim()}`]
    : [];
  const facts = [
    renderCounts(result),
    renderLength(durationMs),
    `environment ${environment.name}`,
    ...kafka,
    `seed ${seed}`,
    startedAt,
    `flowproof ${tool}`,
  ];
  return `<header class="${status}">
<h1>${text(verdictSentence(result))}</h1>
<p class="facts">${facts
    .filter((fact) => fact !== '')
    .map(text)
    .join(' · ')}</p>
${lines(detail)}${lines(warnings)}
</header>`;
}

/** Search, and one button for each status that there is. */
function renderBar({ counts }: RunResult): Html {
  const statuses = [
    ['all', counts.total],
    ['error', counts.errors],
    ['failed', counts.failed],
    ['cancelled', counts.cancelled],
    ['flaky', counts.flaky],
    ['skipped', counts.skipped],
    ['passed', counts.passed],
  ] as const;
  const buttons = statuses
    .filter(([status, count]) => status === 'all' || count > 0)
    .map(
      ([status, count]) =>
        `<button type="button" data-status="${status}" aria-pressed="false">${status} ${count}</button>`,
    );
  return `<div class="bar" role="search">
<input id="search" type="search" placeholder="Search ( / )" aria-label="Search scenarios" autocomplete="off">
${buttons.join('\n')}
<button type="button" id="theme" aria-label="Switch between light and dark">◐</button>
<span class="hidden-note" aria-live="polite"></span>
</div>`;
}

interface Member {
  readonly scenario: ScenarioResult;
  readonly id: string;
}

function renderSuite(suite: string, members: readonly Member[]): Html {
  return `<section class="suite"><h2>${text(suite)}</h2>\n${members.map(renderScenario).join('\n')}\n</section>`;
}

function renderScenario({ scenario, id }: Member): Html {
  const { suite, status, durationMs, message = '', file, line, attempts } = scenario;
  const name = scenarioTitle(scenario).slice(`${suite} › `.length);
  return `<details class="scenario" id="${id}" data-status="${status}" data-text="${text(searchText(scenario))}">
<summary>${badge(status)}<span class="name">${text(name)}</span><span class="why">${text(message)}</span>${attempts > 1 ? `<span class="dim">attempt ${attempts}</span>` : ''}<span class="place">${text(`${file}:${line}`)}</span><span class="dim">${renderLength(durationMs)}</span></summary>
<div class="body"></div>
</details>`;
}

/** What the search looks in. */
function searchText({ suite, name, file, tags, message = '', tasks }: ScenarioResult): string {
  const ofTasks = tasks.flatMap((task) => [task.name, ...task.topics, task.message ?? '']);
  return [suite, name, file, ...tags, message, ...ofTasks].join(' ').toLowerCase();
}

function renderServices({ environment: { services } }: RunResult): Html {
  if (services.length === 0) return '';
  const parts = services.map(({ name, status, readyMs, lastLines }) => {
    const ready = readyMs === undefined ? '' : ` · ready after ${renderLength(readyMs)}`;
    return `<details><summary>${text(name)} <span class="dim">${text(status + ready)}</span></summary>${lines(lastLines)}</details>`;
  });
  return `<h2>Services, with the last lines of their logs</h2>\n${box('div', 'services', parts.join('\n'))}`;
}
