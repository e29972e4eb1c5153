/** What one glance sees as one character, and how many terminal columns it takes. */
export interface Cell {
  readonly text: string;
  /** Terminal columns: 0, 1 or 2. */
  readonly width: number;
  /** Where it begins in the text, in UTF-16 code units from 0. */
  readonly at: number;
}

/** Made for the first text that needs it: that takes 20 ms, which most starts of the process can do without. */
let graphemes: Intl.Segmenter | undefined;

const PLAIN = /^[\x20-\x7e]*$/;
const EMOJI =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}{2}|\ufe0f\u20e3/u;
/** Unicode's East Asian wide and full-width blocks (UAX #11), as far as scripts name them. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const HALF_WIDTH = /^[\uff61-\uffdc]/;
const NOTHING = /^[\p{Mark}\u200c\u200d]+$/u;

/** The cells of a line, in order. Give it text without control characters. */
export function splitCells(line: string): readonly Cell[] {
  if (PLAIN.test(line)) return Array.from(line, (text, at) => ({ text, width: 1, at }));
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(line), ({ segment, index }) => ({
    text: segment,
    width: cellWidth(segment),
    at: index,
  }));
}

/** How many terminal columns a line takes. */
export function displayWidth(line: string): number {
  return splitCells(line).reduce((sum, cell) => sum + cell.width, 0);
}

function cellWidth(grapheme: string): number {
  if (NOTHING.test(grapheme)) return 0;
  const isWide = EMOJI.test(grapheme) || (WIDE.test(grapheme) && !HALF_WIDTH.test(grapheme));
  return isWide ? 2 : 1;
}
