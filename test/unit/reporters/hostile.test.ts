import { describe, expect, test } from 'vitest';
import { reporters } from '../../../src/reporters/index.ts';
import { markdownProblems } from '../../support/github-markdown.ts';
import { goldenRuns, readGoldenEvents, renderReport } from '../../support/golden-runs.ts';

/** Everything but line ends that a terminal or an editor obeys instead of showing. */
const OBEYED = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

describe.each(goldenRuns)('whatever the text in the run "%s"', (run) => {
  const events = readGoldenEvents(run);

  test('the console prints no control character and no workflow command', () => {
    const text = renderReport(reporters.console, events, {});
    expect(text).not.toMatch(OBEYED);
    expect(text).not.toContain('##[');
    expect(text.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  });

  test('the summary is made of HTML blocks and diagrams only, with no tag, mention or reference that is not ours', () => {
    const markdown = renderReport(reporters.summary, events, {});
    expect(markdown).not.toMatch(OBEYED);
    expect(markdownProblems(markdown)).toEqual([]);
    for (const block of markdown.trimEnd().split(/\n\n/)) expect(block).toMatch(BLOCK);
    const tags = new Set(markdown.match(/<\/?[a-z0-9]+/g)?.map((tag) => tag.replace(/[</]+/, '')));
    expect([...tags].filter((tag) => !OUR_TAGS.includes(tag))).toEqual([]);
    const outsideCode = markdown.replace(/<(code|pre)>[^<]*<\/\1>/g, '');
    expect(outsideCode).not.toMatch(/@\w|(?<!&)#\d/);
  });

  test('every line of the annotations is one error of ours', () => {
    const text = renderReport(reporters.annotations, events, {});
    expect(text).not.toMatch(OBEYED);
    const lines = text.split('\n').slice(0, -1);
    expect(lines.filter((line) => !/^::error [^:]*::/.test(line))).toEqual([]);
  });
});

/** HTML, or a diagram whose every line is an arrow or a name. */
const BLOCK =
  /^<\/?(h2|h3|table|details|p)>|^```mermaid\nsequenceDiagram(\n {2}(participant \w+ as [^<@#;:`]+|\w+(->>|--x)\w+: [^<@#;:`]+))+\n```$/u;

const OUR_TAGS = 'h2 h3 p b i pre code ul li table tr th td details summary a'.split(' ');
