import type { ScenarioResult, TaskResult } from '../../model/run-result.ts';
import type { Hop } from '../../model/timeline.ts';
import { renderLength } from '../wording.ts';

/** Longer flows are no picture any more. */
const MAX_HOPS = 15;
const MAX_CHARACTERS = 50;

/**
 * What flowed from topic to topic, as a Mermaid sequence diagram in a Markdown block of its own, with the latency of each
 * hop; a hop that was waited for in vain, or came late, is a broken arrow. Empty when nothing flowed.
 * @see https://mermaid.js.org/syntax/sequenceDiagram.html
 */
export function renderSequence(scenario: ScenarioResult): string {
  const hops = scenario.timeline?.criticalPath.slice(0, MAX_HOPS) ?? [];
  const produced = scenario.tasks.filter(({ kind, recordCount }) => kind === 'produce' && recordCount > 0);
  const source = produced.flatMap(({ topics }) => topics)[0];
  if (source === undefined || hops.length === 0) return '';
  const topics = [...new Set([...produced.flatMap(({ topics: own }) => own), ...hops.map(topicOf)])];
  const nameOf = (topic: string): string => `t${topics.indexOf(topic)}`;
  const steps = hops.map((hop, index) => {
    const from = topicOf(hops[index - 1]) || source;
    const task = scenario.tasks.find(({ id }) => id === hop.task);
    return `  ${nameOf(from)}${arrow(task)}${nameOf(topicOf(hop))}: ${describeHop(hop, task)}`;
  });
  return [
    '```mermaid',
    'sequenceDiagram',
    '  participant f as flowproof',
    ...topics.map((topic) => `  participant ${nameOf(topic)} as ${label(topic)}`),
    ...produced.map((task) => `  f->>${nameOf(task.topics[0] ?? source)}: ${label(task.name)}`),
    ...steps,
    '```',
  ].join('\n');
}

function topicOf(hop: Hop | undefined): string {
  return hop?.topics[0] ?? '';
}

function arrow(task: TaskResult | undefined): string {
  return task?.status === 'passed' ? '->>' : '--x';
}

function describeHop({ tookMs, reached }: Hop, task: TaskResult | undefined): string {
  const late = task?.consume?.late;
  const lateness = late ? `, ${renderLength(late.byMs)} late` : '';
  // What the other parts of the report say; of several records the slowest.
  const time = `${renderLength(late?.latencyMs ?? task?.latencyMs?.max ?? tookMs)}${lateness}`;
  return `${label(task?.name ?? '')} · ${reached ? time : `nothing in ${renderLength(tookMs)}`}`;
}

/** Mermaid has no way to quote: what could mean something in it, or end the block, becomes a space. */
function label(raw: string): string {
  const plain = raw
    .replaceAll(/[^\p{L}\p{N} ._/-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  // A line that is one of its words ("end") breaks the diagram.
  return `${plain.slice(0, MAX_CHARACTERS).toWellFormed()}\u200b`;
}
