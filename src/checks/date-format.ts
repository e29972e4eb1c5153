/** The parts of a date as text; what a text does not have is its least value. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: bigint;
  readonly offsetMinutes: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** One field of a pattern: what its text looks like, and the parts it has. */
interface Field {
  readonly text: string;
  readonly read: (text: string) => Partial<DateParts> & { readonly isAfternoon?: boolean };
}

function digits(count: number): string {
  return count === 1 ? '\\d{1,2}' : `\\d{${count}}`;
}

function numberField(part: keyof DateParts): (count: number) => Field {
  return (count) => ({ text: digits(count), read: (text) => ({ [part]: Number(text) }) });
}

function offsetField(text: string): () => Field {
  return () => ({ text, read: (found) => ({ offsetMinutes: readOffset(found) }) });
}

function year(count: number): Field {
  return count === 2
    ? { text: '\\d{2}', read: (text) => ({ year: 2000 + Number(text) }) }
    : { text: '\\d{4}', read: (text) => ({ year: Number(text) }) };
}

/** The letters of Java's DateTimeFormatter that stand for a part, by how often they stand in a row. */
const FIELDS: Readonly<Record<string, (count: number) => Field>> = {
  y: year,
  u: year,
  M: (count) =>
    count < 3
      ? numberField('month')(count)
      : {
          text: '[A-Za-z]{3,9}',
          read: (text) => ({ month: MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1 }),
        },
  d: numberField('day'),
  E: () => ({ text: '[A-Za-z]{3,9}', read: () => ({}) }),
  H: numberField('hour'),
  h: (count) => ({ text: digits(count), read: (text) => ({ hour: Number(text) % 12 }) }),
  a: () => ({ text: '[AaPp][Mm]', read: (text) => ({ isAfternoon: /^p/i.test(text) }) }),
  m: numberField('minute'),
  s: numberField('second'),
  S: (count) => ({
    text: count === 1 ? '\\d{1,9}' : `\\d{${count}}`,
    read: (text) => ({ nanosecond: BigInt(text.padEnd(9, '0').slice(0, 9)) }),
  }),
  X: offsetField('Z|[-+]\\d{2}(?::?\\d{2})?'),
  x: offsetField('[-+]\\d{2}(?::?\\d{2})?'),
  Z: offsetField('[-+]\\d{2}:?\\d{2}'),
};

function readOffset(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([-+])(\d{2}):?(\d{2})?$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Reads text in one format; undefined when it is not in it. */
export type DateReader = (text: string) => DateParts | undefined;

/** Quoted text, a run of one letter, an optional section's bracket, anything else. */
const PIECE = /'((?:[^']|'')*)'|([A-Za-z])\2*|[[\]]|[\s\S]/g;

/**
 * Makes a reader of a pattern such as `dd.MM.yyyy HH:mm:ss` or `yyyy-MM-dd'T'HH:mm[:ss]XXX`, in the letters of Java's
 * DateTimeFormatter: y u M d E H h a m s S X x Z, quoted text, and optional sections in brackets. A letter that is
 * none of these makes it undefined. A single `S` is as many digits of a second as there are.
 */
export function compileDateFormat(pattern: string): DateReader | undefined {
  const pieces = Array.from(pattern.matchAll(PIECE), readPiece);
  if (pieces.includes(undefined)) return undefined;
  const expression = compile(
    pieces.map((piece) => (typeof piece === 'object' ? `(${piece.text})` : piece)).join(''),
  );
  const fields = pieces.filter((piece) => typeof piece === 'object');
  return expression && ((text) => readParts(fields, expression.exec(text)));
}

/** A field, or the source of a regular expression for anything else; undefined for a letter that is no field. */
function readPiece([piece, quoted, letter]: RegExpExecArray): Field | string | undefined {
  if (letter !== undefined) return FIELDS[letter]?.(piece.length);
  if (piece === '[') return '(?:';
  if (piece === ']') return ')?';
  const text = quoted === '' ? "'" : (quoted?.replaceAll("''", "'") ?? piece);
  return RegExp.escape(text);
}

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return undefined; // brackets that do not match
  }
}

const LEAST = {
  year: 1970,
  month: 1,
  day: 1,
  hour: 0,
  minute: 0,
  second: 0,
  nanosecond: 0n,
  offsetMinutes: 0,
};

function readParts(fields: readonly Field[], match: RegExpExecArray | null): DateParts | undefined {
  if (!match) return undefined;
  const read = fields.map((field, index) =>
    match[index + 1] === undefined ? {} : field.read(match[index + 1] ?? ''),
  );
  const { isAfternoon = false, ...parts } = Object.assign({}, LEAST, ...read) as DateParts & {
    isAfternoon?: boolean;
  }; // of FIELDS
  return isAfternoon ? { ...parts, hour: parts.hour + 12 } : parts;
}
