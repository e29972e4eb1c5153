import { describe, expect, test } from 'vitest';
import {
  ANNOTATION_CHARACTERS,
  COMMENT_CHARACTERS,
  ERRORS_PER_STEP,
  SUMMARY_BYTES,
} from '../../../src/github/limits.ts';
import type { RunResult } from '../../../src/model/run-result.ts';
import { annotations } from '../../../src/reporters/annotations.ts';
import { composeComment } from '../../../src/reporters/comment/compose-comment.ts';
import { commentPartOf } from '../../../src/reporters/comment/part.ts';
import { summary } from '../../../src/reporters/summary.ts';
import { markdownProblems } from '../../support/github-markdown.ts';
import { manyScenarios } from '../../support/many-scenarios.ts';

const linkOf = (file: string, line: number): string => `https://github.com/o/r/blob/6dcb/${file}#L${line}`;

const CASES = [1, 50, 2000].flatMap((scenarios) =>
  [0, 1, 12, 500].filter((failures) => failures <= scenarios).map((failures) => ({ scenarios, failures })),
);

describe.each(CASES)('$scenarios scenarios, of which $failures failed,', ({ scenarios, failures }) => {
  const result = manyScenarios({ scenarios, failures });
  const golden = (file: string): string => `../../golden-limits/${scenarios}-${failures}/${file}`;

  test('have a summary below the limit, with nothing cut in the middle', async () => {
    const markdown = summarize(result);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(SUMMARY_BYTES);
    expect(markdownProblems(markdown)).toEqual([]);
    await expect(ends(markdown)).toMatchFileSnapshot(golden('summary.md'));
  });

  test('have as many annotations as a step may show', async () => {
    let text = '';
    const limits = { maxErrors: ERRORS_PER_STEP, maxCharacters: ANNOTATION_CHARACTERS };
    annotations.start({ write: (piece) => (text += piece) }, limits).end?.(result);
    expect(text.split('\n').filter((line) => line.startsWith('::error'))).toHaveLength(
      Math.min(failures, ERRORS_PER_STEP),
    );
    expect(text.includes('::notice')).toBe(failures > ERRORS_PER_STEP);
    await expect(text).toMatchFileSnapshot(golden('annotations.txt'));
  });

  test('have a comment below the limit, with nothing cut in the middle', async () => {
    const origin = { job: 'flows', runId: 10, commit: '6dcb09b5b578', linkOf };
    const { body = '' } = composeComment(undefined, commentPartOf(result, origin), {
      marker: '<!-- flowproof-comment ci/ -->',
      title: 'ci',
      maxCharacters: COMMENT_CHARACTERS,
      when: 'always',
    });
    expect(body.length).toBeLessThanOrEqual(COMMENT_CHARACTERS);
    expect(markdownProblems(body)).toEqual([]);
    await expect(body).toMatchFileSnapshot(golden('comment.md'));
  });
});

function summarize(result: RunResult): string {
  const pieces: string[] = [];
  summary.start({ write: (piece) => pieces.push(piece) }, { maxBytes: SUMMARY_BYTES, linkOf }).end?.(result);
  return pieces.join('');
}

/** The first and the last lines of a long text: what it says of itself. */
function ends(text: string): string {
  const lines = text.split('\n');
  if (lines.length <= 300) return text;
  const left = lines.length - 160;
  return [...lines.slice(0, 100), `[${left} lines]`, ...lines.slice(-60)].join('\n');
}
