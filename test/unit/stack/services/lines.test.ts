import { expect, it } from 'vitest';
import { createTextRedactor } from '../../../../src/base/redaction.ts';
import { splitLines } from '../../../../src/stack/services/lines.ts';

/** The lines of a stream that arrives in these chunks. */
function linesOf(...chunks: readonly (string | Uint8Array)[]): string[] {
  const lines: string[] = [];
  const splitter = splitLines((line) => lines.push(line));
  for (const chunk of chunks) splitter.write(Buffer.from(chunk));
  splitter.end();
  return lines;
}

it.for([
  ['ends lines with LF, CR LF and CR', ['a\nb\r\nc\rd'], ['a', 'b', 'c', 'd']],
  ['keeps empty lines', ['a\n\n\r\nb\n'], ['a', '', '', 'b']],
  ['joins a line that comes in pieces', ['a', 'b', 'c\nd'], ['abc', 'd']],
  ['takes a CR LF that is cut in two for one line end', ['a\r', '\nb\r'], ['a', 'b']],
  ['takes a CR at the end of a chunk for a line end', ['a\r', 'b'], ['a', 'b']],
  ['gives no line for no output', [''], []],
] as const)('%s', ([, chunks, lines]) => {
  expect(linesOf(...chunks)).toEqual(lines);
});

it('joins a character that is cut in two', () => {
  const bytes = Buffer.from('ü€😀');
  expect(linesOf(...[...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(['ü€😀']);
});

it('shows bytes that are no UTF-8 as U+FFFD', () => {
  expect(linesOf(Uint8Array.of(0x61, 0xff, 0x62, 0x0a, 0xc3))).toEqual(['a\uFFFDb', '\uFFFD']);
});

it('cuts a line that is too long, whether its end has come or not, and marks each cut', () => {
  const long = 'x'.repeat(40_000);
  const [first, second, third] = [
    `${'x'.repeat(16_384)}…`,
    `…${'x'.repeat(16_384)}…`,
    `…${'x'.repeat(7_232)}`,
  ];
  expect(linesOf(`${long}\nb`)).toEqual([first, second, third, 'b']);
  expect(linesOf(long, '', '\nb')).toEqual([first, second, third, 'b']);
  const lines: string[] = [];
  splitLines((line) => lines.push(line)).write(Buffer.from(long));
  expect(lines).toEqual([first, second]);
});

it('cuts between characters', () => {
  expect(linesOf(`${'x'.repeat(16_383)}😀y`)).toEqual([`${'x'.repeat(16_383)}…`, '…😀y']);
});

it('leaves nothing of a secret that a cut goes through', () => {
  const secret = 'correct-horse-battery';
  const lines = linesOf(`${'x'.repeat(16_374)}${secret}`).map(createTextRedactor([secret]));
  expect(lines).toEqual([`${'x'.repeat(16_374)}***…`, '…***']);
});

it('tells the line that is not whole yet', () => {
  const splitter = splitLines(() => undefined);
  splitter.write(Buffer.from('a\nready> '));
  expect(splitter.rest).toBe('ready> ');
});
