import { Unfit } from '../../codec/unfit.ts';

/** A piece of a .proto file. Comments and white space are gone. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'symbol' | 'end';
  /** As written; of a text, what it means, one character a byte where it has escapes. */
  readonly text: string;
  readonly line: number;
  /** Where it begins. */
  readonly offset: number;
}

const TOKEN =
  /(\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|([A-Za-z_]\w*)|((?:\d[\w]*\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)\w*)|("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')|([{}[\]()<>=;:,.+\-/])/y;

/** The pieces of a .proto file, `end` last. @throws Unfit for a character that no piece begins with */
export function readTokens(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(source);
    if (!match) throw unfitAt({ line, offset: at }, `unexpected ${JSON.stringify(source[at])}`);
    const [whole, blank, name, number, text] = match;
    if (name !== undefined) tokens.push({ kind: 'name', text: name, line, offset: at });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, line, offset: at });
    else if (text !== undefined)
      tokens.push({ kind: 'text', text: unescapeText(text.slice(1, -1)), line, offset: at });
    else if (blank === undefined) tokens.push({ kind: 'symbol', text: whole, line, offset: at });
    line += whole.split('\n').length - 1;
  }
  return [...tokens, { kind: 'end', text: 'the end of the file', line, offset: source.length }];
}

/** What is wrong at a token. */
export function unfitAt({ line, offset }: Pick<Token, 'line' | 'offset'>, message: string): Unfit {
  return new Unfit(`line ${line} of the .proto file: ${message}`, undefined, { message, at: offset });
}

const ESCAPE = /\\(?:[xX]([\da-fA-F]{1,2})|([0-7]{1,3})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

function unescapeText(text: string): string {
  return text.replace(
    ESCAPE,
    (_, hex?: string, octal?: string, short?: string, long?: string, other?: string) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      const point = short ?? long;
      if (point !== undefined) return String.fromCodePoint(Number.parseInt(point, 16));
      return CHARACTERS[other ?? ''] ?? other ?? '';
    },
  );
}
