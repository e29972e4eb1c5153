import { beginningOf } from '../../base/shorten.ts';

/** A line longer than this is handed on in pieces: nothing that a service prints is kept whole for want of a line end. */
const MAX_LINE_CHARACTERS = 16_384;
/** Marks where a line was cut, for readers and for redaction: half a secret before or after it is taken out too. */
const CUT = '…';

/** Makes lines of the bytes of one stream: UTF-8, anything else as U+FFFD; ended by LF, CR LF, or CR alone (progress bars). */
export interface LineSplitter {
  /** The text after the last line end so far. */
  readonly rest: string;
  write(chunk: Uint8Array): void;
  /** The stream has ended: what is left is a line too. */
  end(): void;
}

/** Calls `onLine` with each line as soon as it is whole, without its end. */
export function splitLines(onLine: (line: string) => void): LineSplitter {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  let begun = false; // the line that `rest` ends had its beginning handed on

  const handOn = (text: string, goesOn: boolean): void => {
    onLine(`${begun ? CUT : ''}${text}${goesOn ? CUT : ''}`);
    begun = goesOn;
  };
  /** Hands on what is too much of a line; gives back what is left of it. */
  const shorten = (line: string): string => {
    let left = line;
    while (left.length > MAX_LINE_CHARACTERS) {
      const beginning = beginningOf(left, MAX_LINE_CHARACTERS);
      handOn(beginning, true);
      left = left.slice(beginning.length);
    }
    return left;
  };
  const add = (text: string): void => {
    const pieces = (rest + text).split(/\r\n|\n|\r(?!$)/);
    const last = pieces.pop() ?? '';
    for (const line of pieces) handOn(shorten(line), false);
    rest = shorten(last);
  };

  return {
    get rest() {
      return rest;
    },
    write: (chunk) => add(decoder.decode(chunk, { stream: true })),
    end() {
      add(decoder.decode());
      const last = rest.endsWith('\r') ? rest.slice(0, -1) : rest;
      if (rest !== '') handOn(last, false);
      rest = '';
    },
  };
}
