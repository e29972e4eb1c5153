import { renderCount } from '../../base/count.ts';
import type { RunStatus } from '../../model/status.ts';
import { code, type Html, list, table, text } from '../markup/html.ts';
import { icon } from '../markup/scenario-section.ts';
import { renderLength } from '../wording.ts';
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

/** A conversation is not the place for long lists: more failures than that are folded away. */
const MAX_OPEN = 5;

/** How many failures of a part are shown and kept, when all are too many. */
const STEPS = [25, 15, 8, 4, 2, 1, 0];

/**
 * The comment of a pull request for the jobs of a workflow run, as Markdown made of HTML blocks, with the parts hidden in
 * it. Too long, each part loses its last failures, and says how many.
 * @param parts at least one, all of one workflow run
 */
export function renderComment(parts: readonly CommentPart[], options: CommentOptions): string {
  const sorted = parts.toSorted((a, b) => (a.job < b.job ? -1 : 1));
  for (const keep of STEPS) {
    const body = renderBody(
      sorted.map((part) => ({ ...part, failures: part.failures.slice(0, keep) })),
      options,
    );
    if (body.length <= options.maxCharacters) return body;
  }
  return renderCounts(sorted, options);
}

/** The status of all parts together. */
export function worstStatus(parts: readonly CommentPart[]): RunStatus {
  return ORDER.find((status) => parts.some((part) => part.status === status)) ?? 'passed';
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

/** With hundreds of jobs not even their list fits; their parts do, for those that follow to add to. */
function renderCounts(parts: readonly CommentPart[], options: CommentOptions): string {
  const bare = parts.map(({ job, runId, commit, status, counts }) =>
    hidePart({ job, runId, commit, status, counts, durationMs: 0, failures: [] }),
  );
  return `${[renderHead(parts, options), renderFoot(parts), bare.join('\n')].join('\n\n')}\n`;
}

function renderHead(parts: readonly CommentPart[], { marker, title }: CommentOptions): Html {
  const sum = (name: keyof CommentPart['counts']): number =>
    parts.reduce((total, { counts }) => total + (counts[name] ?? 0), 0);
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
    String(counts.total ?? 0),
    String(notPassed(counts)),
    renderLength(durationMs),
  ]);
  return table(['', 'Job', 'Scenarios', 'Not passed', 'Duration'], rows);
}

function notPassed({ failed = 0, errors = 0 }: CommentPart['counts']): number {
  return failed + errors;
}

function renderPart(part: CommentPart, isNamed: boolean): Html[] {
  const { failures, counts, comparison, message } = part;
  const more = notPassed(counts) - failures.length;
  const items = [
    ...failures.map(renderFailure),
    ...(more > 0 ? [`<i>and ${more} more; the summary of the run has them</i>`] : []),
  ];
  const folded = items.splice(MAX_OPEN);
  const name =
    isNamed && (items.length > 0 || message !== undefined) ? [`<p><b>${text(part.job)}</b></p>`] : [];
  return [
    [...name, ...(message === undefined ? [] : [`<p>${text(message)}</p>`]), list(items), renderMore(folded)]
      .filter(Boolean)
      .join('\n'),
    ...(comparison ? [renderComparison(comparison)] : []),
  ];
}

function renderMore(items: readonly Html[]): Html {
  if (items.length === 0) return '';
  return `<details><summary>More that did not pass</summary>\n${list(items)}\n</details>`;
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
  return `<p><sub>for ${text(first.commit)}${page}</sub></p>`;
}
