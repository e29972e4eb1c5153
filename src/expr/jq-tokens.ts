/** A piece of a jq program, as jq's own lexer cuts it. */
export interface JqToken {
  /** `text` is a run of characters of a string, `symbol` anything that is nothing else: brackets, quotes, operators. */
  readonly kind: 'space' | 'comment' | 'field' | 'variable' | 'word' | 'number' | 'symbol' | 'text';
  readonly text: string;
  /** Of its first character. */
  readonly start: number;
  /** The brackets and quotes that it stands in, outermost first; `\(` is the start of a program inside of a string. */
  readonly inside: readonly string[];
}

/** A comment ends with its line, unless an odd number of backslashes stands before the line's end. */
const PIECE =
  /(?<space>\s+)|(?<comment>#(?:\\(?:\r\n|[\s\S])|[^\n\\])*)|(?<field>\.[A-Za-z_]\w*)|(?<variable>\$(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)|(?<word>@?(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|(?<symbol>[\s\S])/y;
const IN_STRING = /(?<text>(?:\\[^(]|[^"\\])+)|(?<symbol>\\\(|"|[\s\S])/y;

const CLOSES: Readonly<Record<string, readonly string[]>> = { ')': ['(', '\\('], ']': ['['], '}': ['{'] };

/** Cuts a text from `start` on, until its end or until the caller has enough. It need not be a right program. */
export function* scanJq(text: string, start = 0): Generator<JqToken> {
  let inside: readonly string[] = [];
  for (let at = start; at < text.length; ) {
    const pattern = inside.at(-1) === '"' ? IN_STRING : PIECE;
    pattern.lastIndex = at;
    const groups = Object.entries(pattern.exec(text)?.groups ?? {});
    const [kind, piece = text.slice(at)] = groups.find(([, found]) => found !== undefined) ?? ['symbol'];
    yield { kind: kind as JqToken['kind'], text: piece, start: at, inside }; // the names of the groups
    if (kind === 'symbol') inside = step(inside, piece);
    at += piece.length;
  }
}

function step(inside: readonly string[], symbol: string): readonly string[] {
  const top = inside.at(-1);
  if (symbol === '"') return top === '"' ? inside.slice(0, -1) : [...inside, symbol];
  if (['(', '[', '{', '\\('].includes(symbol)) return [...inside, symbol];
  return top !== undefined && CLOSES[symbol]?.includes(top) ? inside.slice(0, -1) : inside;
}
