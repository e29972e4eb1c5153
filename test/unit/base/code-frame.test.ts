import { describe, expect, it } from 'vitest';
import { renderProblem } from '../../../src/base/code-frame.ts';
import { displayWidth } from '../../../src/base/display-width.ts';
import type { SourceSpan } from '../../../src/base/source-span.ts';

function at(line: number, column: number, length = 1): SourceSpan {
  return { file: 'a.yaml', line, column, endLine: line, endColumn: column + length };
}

function frame(source: string, span: SourceSpan, hint?: string): string[] {
  return renderProblem({ message: 'what', span, hint }, source).split('\n').slice(1);
}

describe('renderProblem', () => {
  it('prints what, where, the line, a caret and the hint, as the style guide shows', () => {
    const source = `${'\n'.repeat(13)}        equls: Free\n`;
    const span = { ...at(14, 9, 5), file: 'scenarios/upsell.yaml' };
    expect(
      renderProblem({ message: 'unknown operator "equls"', span, hint: 'did you mean "equals"?' }, source),
    ).toBe(
      [
        'scenarios/upsell.yaml:14:9: unknown operator "equls"',
        '14 |         equls: Free',
        '   |         ^^^^^ did you mean "equals"?',
      ].join('\n'),
    );
  });

  it('has no frame without a source, and no place without a span', () => {
    expect(renderProblem({ message: 'what', span: at(2, 1), hint: 'do this' })).toBe(
      'a.yaml:2:1: what\n  do this',
    );
    expect(renderProblem({ message: 'what', hint: 'do this' }, 'text')).toBe('what\n  do this');
    expect(renderProblem({ message: 'what' })).toBe('what');
  });

  it('has no frame when the span is beyond the source', () => {
    expect(renderProblem({ message: 'what', span: at(9, 1) }, 'a\nb')).toBe('a.yaml:9:1: what');
  });

  it('draws the carets to the end of the first line of a longer span', () => {
    expect(frame('ab:  \n  c: 1\n', { ...at(1, 1), endLine: 2, endColumn: 7 })).toEqual([
      '1 | ab:',
      '  | ^^^',
    ]);
  });

  it('draws one caret for an empty span, also behind the end of the line', () => {
    expect(frame('key:', { ...at(1, 5), endColumn: 5 })).toEqual(['1 | key:', '  |     ^']);
    expect(frame('', { ...at(1, 1), endColumn: 1 })).toEqual(['1 |', '  | ^']);
  });

  it('ignores the carriage return of a CRLF line end', () => {
    expect(frame('a: 1\r\nb: 2\r\n', at(2, 4))).toEqual(['2 | b: 2', '  |    ^']);
  });

  it('aligns carets under tabs, wide characters, emoji and combining marks', () => {
    expect(frame('\ta: x', at(1, 5))).toEqual(['1 |     a: x', '  |        ^']);
    expect(frame('名前: x', at(1, 5))).toEqual(['1 | 名前: x', '  |       ^']);
    expect(frame('a: 😀 bad', at(1, 7, 3))).toEqual(['1 | a: 😀 bad', '  |       ^^^']);
    expect(frame('e\u0301: x', at(1, 5))).toEqual(['1 | e\u0301: x', '  |    ^']);
    expect(frame('a: 😀', at(1, 4, 2))).toEqual(['1 | a: 😀', '  |    ^^']);
  });

  it('makes control characters harmless everywhere', () => {
    const text = renderProblem(
      { message: 'bad \u001b[2J', span: { ...at(1, 1), file: 'a\nb' }, hint: '\u0007' },
      'x\u001b[31m',
    );
    expect(text.split('\n')).toEqual(['a␊b:1:1: bad ␛[2J', '1 | x␛[31m', '  | ^ ␇']);
  });

  it.each([0, 40, 79, 80, 500, 999])('cuts a line of 1000 columns around column %i', (column) => {
    const line = 'abcdefghi '.repeat(100);
    const [shown = '', marks = ''] = frame(line, at(1, column + 1));
    expect(displayWidth(shown)).toBeLessThanOrEqual(80);
    expect(shown[marks.indexOf('^')] ?? ' ').toBe(line[column]);
    expect(shown.endsWith('…')).toBe(column < 950);
  });

  it('cuts lines of wide characters to 80 columns', () => {
    const [shown = '', marks = ''] = frame('漢'.repeat(500), at(1, 250, 100));
    expect(displayWidth(shown)).toBeLessThanOrEqual(80);
    expect(displayWidth(marks)).toBeLessThanOrEqual(80);
    expect(shown).toMatch(/^1 \| …漢+…$/);
  });

  it('answers for a line of a megabyte', () => {
    const [shown = ''] = frame('é'.repeat(1 << 20), at(1, 1 << 19));
    expect(displayWidth(shown)).toBeLessThanOrEqual(80);
  });

  it('gives a hint that does not fit beside the carets its own line, uncut', () => {
    const hint = 'allowed: '.padEnd(100, 'x');
    expect(frame('a: 1', at(1, 1), hint)).toEqual(['1 | a: 1', '  | ^', `  | ${hint}`]);
  });
});
