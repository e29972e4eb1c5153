import { type Finding, renderMessage } from '../base/annotation.ts';
import { renderCount } from '../base/count.ts';
import { renderHarmless } from '../base/harmless-text.ts';
import { fitInto } from '../base/shorten.ts';
import type { RunStatus } from '../model/status.ts';
import type { GithubClient } from './client.ts';
import { ANNOTATION_CHARACTERS, ANNOTATIONS_PER_REQUEST, CHECK_TEXT_CHARACTERS } from './limits.ts';

/** A check of a commit, with annotations in the files of its pull request. */
export interface CheckRun {
  readonly owner: string;
  readonly repo: string;
  readonly commit: string;
  readonly name: string;
  readonly status: RunStatus;
  /** One line. */
  readonly title: string;
  readonly findings: readonly Finding[];
  /** The path of a file as the repository has it; undefined when the file is not in it. */
  readonly fileOf: (file: string) => string | undefined;
}

const CONCLUSIONS = {
  passed: 'success',
  failed: 'failure',
  error: 'failure',
  cancelled: 'cancelled',
} as const;
const MAX_TITLE_CHARACTERS = 255;

/**
 * Creates a check run with all findings, in as many requests as that takes; findings without a place in the repository
 * are in its text.
 */
export async function createCheckRun(client: GithubClient, check: CheckRun): Promise<void> {
  const { owner, repo, commit, name, status, title, findings, fileOf } = check;
  const annotations = findings.flatMap((finding) => annotationOf(finding, fileOf));
  const placeless = findings.filter((finding) => annotationOf(finding, fileOf).length === 0);
  const output = {
    title: fitInto(renderHarmless(title), MAX_TITLE_CHARACTERS),
    summary: renderText(placeless, annotations.length),
  };
  const [first = [], ...rest] = chunks(annotations, ANNOTATIONS_PER_REQUEST);
  const { data } = await client.rest.checks.create({
    owner,
    repo,
    name,
    head_sha: commit,
    status: 'completed',
    conclusion: CONCLUSIONS[status],
    output: { ...output, annotations: first },
  });
  for (const more of rest) {
    const id = { owner, repo, check_run_id: data.id };
    await client.rest.checks.update({ ...id, output: { ...output, annotations: more } });
  }
}

function annotationOf({ title, span, lines }: Finding, fileOf: CheckRun['fileOf']) {
  const path = span && fileOf(span.file);
  if (!span || path === undefined) return [];
  const columns = { start_column: span.column, end_column: span.endColumn };
  return [
    {
      path,
      start_line: span.line,
      end_line: span.endLine,
      ...(span.endLine === span.line ? columns : {}), // GitHub refuses columns over several lines
      annotation_level: 'failure' as const,
      title: fitInto(renderHarmless(title), MAX_TITLE_CHARACTERS),
      message: renderMessage(lines, ANNOTATION_CHARACTERS),
    },
  ];
}

/** Indented, so that nothing in it is Markdown. */
function renderText(findings: readonly Finding[], annotated: number): string {
  const texts = findings.map(({ title, lines }) =>
    [title, ...lines].map((line) => `    ${renderHarmless(line)}`).join('\n'),
  );
  const count = `${renderCount(annotated, 'place')} marked in the scenario files.`;
  return fitInto([count, ...texts].join('\n\n'), CHECK_TEXT_CHARACTERS);
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
