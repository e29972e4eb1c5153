/** What stands for a secret in every output. */
export const REDACTED = '***';

/** Shorter pieces of an encoded secret turn up in other text by chance. */
const MIN_ENCODED_CHARACTERS = 6;
/** Less of a secret, where a text was cut, tells next to nothing. */
const PIECE_CHARACTERS = 4;
/** Stands for what was cut out of a text. */
export const CUT = '…';
/** A line of a multi-line secret (a PEM key in a log) that is shorter is not looked for on its own. */
const MIN_LINE_CHARACTERS = 8;

/** What a redactor of structured values leaves alone, so that the result keeps its shape. */
export interface RedactionShape {
  /** Words that the structure itself is made of ("passed", "task-started"): kept wherever no free data is. */
  readonly words: ReadonlySet<string>;
  /** Keys under which free data begins: there even map keys and numbers are redacted. */
  readonly freeKeys: ReadonlySet<string>;
}

/**
 * Replaces every secret in a text by `***`; also its base64 form (at every alignment, so inside `user:secret` too), its
 * URL-encoded, JSON, HTML and hexadecimal forms, each longer line of a secret that has several, and what is left of a
 * form where a text was cut (`…`).
 */
export function createTextRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.filter((secret) => secret.trim() !== '').flatMap(formsOf))];
  if (forms.length === 0) return (text) => text;
  // The longest first: what contains another secret is replaced as a whole.
  const pattern = forms.sort((a, b) => b.length - a.length).map(RegExp.escape);
  const anyForm = new RegExp(pattern.join('|'), 'g');
  const redactCuts = createCutRedactor(forms);
  return (text) => {
    const whole = text.replace(anyForm, REDACTED);
    return whole.includes(CUT) ? redactCuts(whole) : whole;
  };
}

/** Redacts the beginning of a form before each `…`, and the end of one after it. */
function createCutRedactor(forms: readonly string[]): (text: string) => string {
  let pieces: ReadonlySet<string> | undefined; // of all forms, made when the first text needs them
  const longest = (piece: string, lengthIn: (form: string) => number): number => {
    pieces ??= piecesOf(forms);
    return pieces.has(piece) ? Math.max(...forms.map(lengthIn)) : 0;
  };
  const beforeCut = (text: string): string => {
    const body = text.trimEnd();
    const length = longest(body.slice(-PIECE_CHARACTERS), (form) => beginningIn(body, form));
    return length === 0 ? text : body.slice(0, -length) + REDACTED + text.slice(body.length);
  };
  const afterCut = (text: string): string => {
    const length = longest(text.slice(0, PIECE_CHARACTERS), (form) => endIn(text, form));
    return length === 0 ? text : REDACTED + text.slice(length);
  };
  return (text) => {
    const parts = text.split(CUT);
    return parts
      .map((part, index) => (index < parts.length - 1 ? beforeCut(part) : part))
      .map((part, index) => (index > 0 ? afterCut(part) : part))
      .join(CUT);
  };
}

/** How much of the beginning of a form a text ends with; too little to tell anything is none. */
export function beginningIn(text: string, form: string): number {
  const piece = text.slice(-PIECE_CHARACTERS);
  if (piece.length < PIECE_CHARACTERS) return 0;
  // From the longest that there is room for.
  for (let at = text.length - PIECE_CHARACTERS; at >= 0; at--) {
    at = form.lastIndexOf(piece, at);
    if (at >= 0 && text.endsWith(form.slice(0, at + PIECE_CHARACTERS))) return at + PIECE_CHARACTERS;
  }
  return 0;
}

/** How much of the end of a form a text begins with; too little to tell anything is none. */
function endIn(text: string, form: string): number {
  const piece = text.slice(0, PIECE_CHARACTERS);
  if (piece.length < PIECE_CHARACTERS) return 0;
  for (let at = form.indexOf(piece); at >= 0; at = form.indexOf(piece, at + 1))
    if (text.startsWith(form.slice(at))) return form.length - at;
  return 0;
}

function piecesOf(forms: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const form of forms) {
    for (let at = 0; at + PIECE_CHARACTERS <= form.length; at++)
      all.add(form.slice(at, at + PIECE_CHARACTERS));
  }
  return all;
}

/** Redacts every text inside a value of maps, lists and scalars. Without secrets it gives back the value itself. */
export function createRedactor(
  secrets: readonly string[],
  shape: RedactionShape,
): <Value>(value: Value) => Value {
  const redactText = createTextRedactor(secrets);
  const isSecret = new Set(secrets);

  const redactFree = (value: unknown): unknown => {
    if (typeof value === 'string') return redactText(value);
    if (typeof value === 'number' || typeof value === 'bigint')
      return isSecret.has(value.toString()) ? REDACTED : value;
    return mapEntries(value, (key, entry) => [redactText(key), redactFree(entry)]);
  };
  const redactShaped = (value: unknown): unknown => {
    if (typeof value === 'string') return shape.words.has(value) ? value : redactText(value);
    return mapEntries(value, (key, entry) => [
      key,
      shape.freeKeys.has(key) ? redactFree(entry) : redactShaped(entry),
    ]);
  };
  // Maps, lists and scalars come back as what they were.
  return <Value>(value: Value) => (isSecret.size === 0 ? value : (redactShaped(value) as Value));
}

/** The same map or list with its entries changed; any other value as it is. A list's entries have the key of none. */
function mapEntries(value: unknown, change: (key: string, entry: unknown) => [string, unknown]): unknown {
  if (Array.isArray(value)) return value.map((entry) => change('', entry)[1]);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => change(key, entry)));
}

function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const pieces = lines.length > 1 ? lines.filter((line) => line.length >= MIN_LINE_CHARACTERS) : [];
  return [
    ...[secret, secret.trim(), ...pieces].flatMap((text) => [text, ...jsonForms(text), ...htmlForms(text)]),
    ...urlForms(secret),
    ...base64Forms(secret),
    ...hexForms(secret),
  ];
}

/** As programs write it inside a JSON string: what they have to escape, and what some escape too. */
function jsonForms(secret: string): string[] {
  const plain = inJson(secret);
  const escaped = (what: RegExp): string =>
    plain.replace(what, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [
    plain,
    // JSON in JSON, in a message that quotes it, and once more
    inJson(plain),
    inJson(inJson(plain)),
    inJson(inJson(inJson(plain))),
    plain.replaceAll('/', '\\/'), // PHP
    escaped(/[<>&\u2028\u2029]/g), // Go
    escaped(/[^ -~]/g), // Python
  ];
}

/** As it stands inside a JSON string. */
export function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function htmlForms(secret: string): string[] {
  const escaped = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return [escaped, escaped.replaceAll("'", '&#39;'), escaped.replaceAll("'", '&#x27;')];
}

/** `68756e74`, `68 75 6e 74`, small and large. */
function hexForms(secret: string): string[] {
  const bytes = [...Buffer.from(secret, 'utf8')].map((byte) => byte.toString(16).padStart(2, '0'));
  const forms = [bytes.join(''), bytes.join(' ')].filter((form) => form.length >= MIN_ENCODED_CHARACTERS);
  return forms.flatMap((form) => [form, form.toUpperCase()]);
}

function urlForms(secret: string): string[] {
  const forms = [
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams({ '': secret }).toString().slice(1),
  ];
  return forms.flatMap((form) => [form, form.replace(/%../g, (hex) => hex.toLowerCase())]);
}

/**
 * The whole encoding; and for each of the three places in a group of three bytes where the secret can begin inside a
 * longer text, the characters that it alone decides.
 */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const forms = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const first = Math.ceil((before * 8) / 6);
    const end = Math.floor(((before + bytes.length) * 8) / 6);
    return encoded.slice(first, end);
  });
  const whole = bytes.toString('base64');
  return [...forms, whole, whole.replaceAll('=', '')]
    .filter((form) => form.length >= MIN_ENCODED_CHARACTERS)
    .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
