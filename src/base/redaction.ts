/** What stands for a secret in every output. */
export const REDACTED = '***';

/** Shorter pieces of an encoded secret turn up in other text by chance. */
const MIN_ENCODED_CHARACTERS = 6;
/** Shorter beginnings of a secret, where a text was cut, tell next to nothing. */
const MIN_PIECE_CHARACTERS = 4;
/** Stands for what was cut out of a text. */
const CUT = '…';
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
  const pattern = forms
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const anyForm = new RegExp(pattern.join('|'), 'g');
  return (text) => {
    const whole = text.replace(anyForm, REDACTED);
    return whole.includes(CUT) ? redactCuts(whole, forms) : whole;
  };
}

function redactCuts(text: string, forms: readonly string[]): string {
  const pieces = text.split(CUT);
  const redacted = pieces.map((piece, index) => {
    const head = index < pieces.length - 1 ? withoutBeginning(piece, forms) : piece;
    return index > 0 ? withoutEnding(head, forms) : head;
  });
  return redacted.join(CUT);
}

/** The text with `***` for the longest beginning of a secret that it ends with. */
function withoutBeginning(text: string, forms: readonly string[]): string {
  const body = text.trimEnd();
  const lengths = forms.flatMap((form) =>
    placesOf(body.slice(-MIN_PIECE_CHARACTERS), form)
      .map((at) => at + MIN_PIECE_CHARACTERS)
      .filter((length) => body.endsWith(form.slice(0, length))),
  );
  const longest = Math.max(0, ...lengths);
  return longest === 0 ? text : body.slice(0, -longest) + REDACTED + text.slice(body.length);
}

/** The text with `***` for the longest ending of a secret that it begins with. */
function withoutEnding(text: string, forms: readonly string[]): string {
  const lengths = forms.flatMap((form) =>
    placesOf(text.slice(0, MIN_PIECE_CHARACTERS), form)
      .filter((at) => text.startsWith(form.slice(at)))
      .map((at) => form.length - at),
  );
  const longest = Math.max(0, ...lengths);
  return longest === 0 ? text : REDACTED + text.slice(longest);
}

/** Where the piece is in a secret; nowhere when it is too short to tell anything. */
function placesOf(piece: string, form: string): number[] {
  if (piece.length < MIN_PIECE_CHARACTERS) return [];
  const places: number[] = [];
  for (let at = form.indexOf(piece); at >= 0; at = form.indexOf(piece, at + 1)) places.push(at);
  return places;
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
  return [
    secret,
    secret.trim(),
    ...(lines.length > 1 ? lines.filter((line) => line.length >= MIN_LINE_CHARACTERS) : []),
    ...jsonForms(secret),
    ...htmlForms(secret),
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
    inJson(plain), // JSON in JSON
    plain.replaceAll('/', '\\/'), // PHP
    escaped(/[<>&\u2028\u2029]/g), // Go
    escaped(/[^ -~]/g), // Python
  ];
}

function inJson(text: string): string {
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
