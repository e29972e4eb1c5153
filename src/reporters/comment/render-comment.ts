import type { RunStatus } from '../../model/status.ts';
import { code, type Html, list, table, text } from '../markup/html.ts';
import { icon } from '../markup/scenario-section.ts';
import { renderCount, renderLength } from '../wording.ts';
import { type CommentPart, hidePart } from './part.ts';

/** What a comment is about, beside its parts. */
export interface CommentOptions {
  /** The line by which the comment is known again. */
  readonly marker: string;
  /** The name of the workflow, or the comment's key. */
  readonly title: string;
  readonly maxCharacters: number;
}

/** Worst first. */
const ORDER: readonly RunStatus[] = ['error', 'failed', 'cancelled', 'passed'];

/** How many failures of a part are shown and kept, when all are too many. */
const STEPS = [25, 15, 8, 4, 2, 1, 0];

/**
 * The comment of a pull request for the jobs of a workflow run, as Markdown made of HTML blocks, with the parts hidden in
 * it. Too long, each part loses its last failures, and says how many.
 * @param parts at least one, all of one workflow run
 */
export function renderComment(parts: readonly CommentPart[], options: CommentOptions): string {
  const sorted = parts.toSorted((a, b) => (a.job < b.job ? -1 : 1));
  const bodies = STEPS.map(
    (keep) => () =>
      renderBody(
        sorted.map((part) => trim(part, keep)),
        options,
      ),
  );
  const fitting = bodies.find((body) => body().length <= options.maxCharacters);
  return fitting?.() ?? renderCounts(sorted, options);
}

/** The status of all parts together. */
export function worstStatus(parts: readonly CommentPart[]): RunStatus {
  return ORDER.find((status) => parts.some((part) => part.status === status)) ?? 'passed';
}

function trim(part: CommentPart, keep: number): CommentPart {
  return { ...part, failures: part.failures.slice(0, keep) };
}

function renderBody(parts: readonly CommentPart[], options: CommentOptions): string {
  const blocks = [
    renderHead(parts, options),
    ...(parts.length > 1 ? [renderJobs(parts)] : []),
    ...parts.flatMap((part) => renderPart(part, parts.length > 1)),
    renderFoot(parts),
    parts.map(hidePart).join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** With hundreds of jobs not even their list fits. */
function renderCounts(parts: readonly CommentPart[], options: CommentOptions): string {
  return `${[renderHead(parts, options), renderFoot(parts)].join('\n\n')}\n`;
}

function renderHead(parts: readonly CommentPart[], { marker, title }: CommentOptions): Html {
  const sum = (name: keyof CommentPart['counts']): number =>
    parts.reduce((total, { counts }) => total + counts[name], 0);
  const status = worstStatus(parts);
  const said = [
    [sum('errors'), sum('errors') === 1 ? 'error' : 'errors'],
    [sum('failed'), 'failed'],
    [sum('cancelled'), 'cancelled'],
    [sum('skipped'), 'skipped'],
    [sum('flaky'), 'flaky'],
    [sum('passed'), 'passed'],
  ] as const;
  const counts = said.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const all = renderCount(sum('total'), 'scenario');
  return `${marker}\n\n<h3>${icon(status)} ${text(title)}: ${[all, ...counts].join(' · ')}</h3>`;
}

function renderJobs(parts: readonly CommentPart[]): Html {
  const rows = parts.map(({ job, status, counts, durationMs }) => [
    icon(status),
    text(job),
    String(counts.total),
    String(counts.failed + counts.errors),
    renderLength(durationMs),
  ]);
  return table(['', 'Job', 'Scenarios', 'Not passed', 'Duration'], rows);
}

function renderPart(part: CommentPart, isNamed: boolean): Html[] {
  const { failures, counts, comparison, message } = part;
  const more = counts.failed + counts.errors - failures.length;
  const items = [
    ...failures.map(renderFailure),
    ...(more > 0 ? [`<i>and ${more} more; the summary of the run has them</i>`] : []),
  ];
  const name =
    isNamed && (items.length > 0 || message !== undefined) ? [`<p><b>${text(part.job)}</b></p>`] : [];
  return [
    [...name, ...(message === undefined ? [] : [`<p>${text(message)}</p>`]), list(items)]
      .filter(Boolean)
      .join('\n'),
    ...(comparison ? [renderComparison(comparison)] : []),
  ];
}

function renderFailure({
  title,
  status,
  place,
  link,
  message,
  cause,
}: CommentPart['failures'][number]): Html {
  const where =
    link === undefined
      ? code(place)
      : `<a href="${encodeURI(link).replaceAll('&', '&amp;')}">${code(place)}</a>`;
  const why = cause === undefined ? '' : `<br>${text(cause)}`;
  return `${icon(status)} <b>${text(title)}</b> ${where}<br>${text(message)}${why}`;
}

function renderComparison({
  newFailures,
  fixed,
  newlyFlaky,
  slower,
}: NonNullable<CommentPart['comparison']>): Html {
  const items = [
    ...newFailures.map((title) => `new failure: ${text(title)}`),
    ...fixed.map((title) => `fixed: ${text(title)}`),
    ...newlyFlaky.map((title) => `newly flaky: ${text(title)}`),
    ...slower.map(
      ({ scenario, task, beforeMs, afterMs }) =>
        `slower: ${text(scenario)}, ${text(task)}: p95 ${renderLength(beforeMs)} → ${renderLength(afterMs)}`,
    ),
  ];
  const body = items.length > 0 ? list(items) : '<p>no difference</p>';
  return `<p><b>Compared with the base branch</b></p>\n${body}`;
}

function renderFoot(parts: readonly CommentPart[]): Html {
  const [first] = parts;
  if (!first) return '';
  const page =
    first.url === undefined ? '' : ` · <a href="${encodeURI(first.url)}">summary, log and reports</a>`;
  return `<p><sub>for ${first.commit.slice(0, 12)}${page}</sub></p>`;
}
