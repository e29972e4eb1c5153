/** Where a text stops being JSON, and what JSON would have there. */
export interface JsonFault {
  /** In UTF-16 code units. */
  readonly offset: number;
  /** `expected a comma or }` */
  readonly message: string;
}

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text in JSON has none of them
  /(?<blank>[ \t\r\n]+)|(?<text>"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?<scalar>(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))|(?<symbol>[{}[\],:])/y;

/** What may come next, by what is wanted there. */
const WANTED = {
  value: 'a value',
  'value or ]': 'a value or ]',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or }',
  ':': 'a colon',
  ', or }': 'a comma or }',
  ', or ]': 'a comma or ]',
  end: 'nothing more',
} as const;
type Wanted = keyof typeof WANTED;

/** The first thing that keeps a text from being JSON; the engine's own messages do not always have a place. */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (groups?.blank !== undefined) continue;
    const next: Wanted | undefined = groups && step(wanted, groups, open);
    if (next === undefined) return { offset: at, message: `expected ${WANTED[wanted]}` };
    wanted = next;
  }
  return wanted === 'end' ? undefined : { offset: text.length, message: `expected ${WANTED[wanted]}` };
}

/** What is wanted after a token; undefined when that one is not. */
function step(
  wanted: Wanted,
  { text, scalar, symbol }: Readonly<Record<string, string | undefined>>,
  open: ('{' | '[')[],
): Wanted | undefined {
  if (text !== undefined && wanted.startsWith('key')) return ':';
  if ((text ?? scalar) !== undefined) return wanted.startsWith('value') ? after(open) : undefined;
  if (symbol === ':') return wanted === ':' ? 'value' : undefined;
  if (symbol === ',') return nextInside(wanted);
  if (symbol === '{' || symbol === '[') {
    if (!wanted.startsWith('value')) return undefined;
    open.push(symbol);
    return symbol === '{' ? 'key or }' : 'value or ]';
  }
  if (symbol === undefined || !wanted.endsWith(`or ${symbol}`)) return undefined;
  open.pop();
  return after(open);
}

function nextInside(wanted: Wanted): Wanted | undefined {
  if (wanted === ', or }') return 'key';
  return wanted === ', or ]' ? 'value' : undefined;
}

/** What is wanted behind a value. */
function after(open: readonly ('{' | '[')[]): Wanted {
  const inner = open.at(-1);
  if (inner === undefined) return 'end';
  return inner === '{' ? ', or }' : ', or ]';
}
