/** What stands for a secret in every output. */
export const REDACTED = '***';

/** Shorter pieces of an encoded secret turn up in other text by chance. */
const MIN_ENCODED_CHARACTERS = 6;
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
 * Replaces every secret in a text by `***`; also its base64 form (at every alignment, so inside `user:secret` too),
 * its URL-encoded form, its form inside a JSON string, and each longer line of a secret that has several.
 */
export function createTextRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.filter((secret) => secret.trim() !== '').flatMap(formsOf))];
  if (forms.length === 0) return (text) => text;
  // The longest first: what contains another secret is replaced as a whole.
  const pattern = forms
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const anyForm = new RegExp(pattern.join('|'), 'g');
  return (text) => text.replace(anyForm, REDACTED);
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
    JSON.stringify(secret).slice(1, -1),
    ...urlForms(secret),
    ...base64Forms(secret),
  ];
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
