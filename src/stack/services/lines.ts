/** A line longer than this is handed on in pieces: nothing that a service prints is kept whole for want of a line end. */
const MAX_LINE_CHARACTERS = 16_384;

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

  const add = (text: string): void => {
    const pieces = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = pieces.pop() ?? '';
    for (const line of pieces) cut(line);
    while (rest.length > MAX_LINE_CHARACTERS) {
      onLine(rest.slice(0, MAX_LINE_CHARACTERS));
      rest = rest.slice(MAX_LINE_CHARACTERS);
    }
  };
  const cut = (line: string): void => {
    for (let from = 0; from === 0 || from < line.length; from += MAX_LINE_CHARACTERS)
      onLine(line.slice(from, from + MAX_LINE_CHARACTERS));
  };

  return {
    get rest() {
      return rest;
    },
    write: (chunk) => add(decoder.decode(chunk, { stream: true })),
    end() {
      add(decoder.decode());
      const last = rest.endsWith('\r') ? rest.slice(0, -1) : rest;
      if (rest !== '') onLine(last);
      rest = '';
    },
  };
}
