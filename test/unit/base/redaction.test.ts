import { describe, expect, test } from 'vitest';
import { createRedactor, createTextRedactor } from '../../../src/base/redaction.ts';

const SECRET = 'p@ss wörd/1+2';

describe('a text', () => {
  const redact = createTextRedactor([SECRET]);

  test.each([
    ['as it is', `password=${SECRET};`, 'password=***;'],
    ['URL-encoded', `?p=${encodeURIComponent(SECRET)}&q=1`, '?p=***&q=1'],
    [
      'URL-encoded with small hex digits',
      `?p=${encodeURIComponent(SECRET).replace(/%../g, (hex) => hex.toLowerCase())}`,
      '?p=***',
    ],
    ['as a form value', new URLSearchParams({ p: SECRET }).toString(), 'p=***'],
    ['in base64', Buffer.from(SECRET).toString('base64'), '***'],
    ['twice', `${SECRET}${SECRET}`, '******'],
  ])('loses a secret %s', (_form, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test.each(['', 'u', 'us', 'user:'])(
    'loses a secret in the base64 of a longer text that begins with "%s"',
    (before) => {
      const encoded = Buffer.from(`${before}${SECRET}, and more`).toString('base64');
      const redacted = redact(encoded);
      expect(redacted).toContain('***');
      // At most two characters at each end depend on the secret's neighbours as well.
      expect(encoded.length - redacted.length).toBeGreaterThanOrEqual(
        Math.floor((Buffer.byteLength(SECRET) * 4) / 3) - 4,
      );
    },
  );

  test('loses a secret in base64url', () => {
    const secret = '\u{fbff}\u{fbef}?>?>';
    expect(createTextRedactor([secret])(Buffer.from(secret).toString('base64url'))).toBe('***');
  });

  test('loses a secret with quotes inside JSON text', () => {
    expect(createTextRedactor(['a"b\\c'])(JSON.stringify({ key: 'a"b\\c' }))).toBe('{"key":"***"}');
  });

  test.each([
    ['Go, which escapes markup', 'a<b>&c/"d', (secret: string) => goJson(secret)],
    ['PHP, which escapes slashes', 'abc/def/ghi', (secret: string) => secret.replaceAll('/', '\\/')],
    ['Python, which escapes all but ASCII', 'pässwörd🔑', asciiJson],
    ['a program that puts JSON into JSON', 'say "hush" \\o/', (secret: string) => inJson(inJson(secret))],
    ['a program that escapes for HTML', `it's <b> & "c"`, (secret: string) => htmlOf(secret, '&#39;')],
    ['another that does', `it's <b> & "c"`, (secret: string) => htmlOf(secret, '&#x27;')],
    ['hexadecimal', 'hunter2-hunter2', (secret: string) => Buffer.from(secret).toString('hex')],
    ['large hexadecimal', 'jk:lmno', (secret: string) => Buffer.from(secret).toString('hex').toUpperCase()],
    [
      'bytes',
      'hunter2',
      (secret: string) => [...Buffer.from(secret)].map((byte) => byte.toString(16)).join(' '),
    ],
  ])('loses a secret as %s writes it', (_, secret, write) => {
    expect(createTextRedactor([secret])(`x ${write(secret)} y`)).toBe('x *** y');
  });

  test('loses the beginning of a secret where a long text was cut, and the end of one where it goes on', () => {
    const redactCut = createTextRedactor(['the-secret-of-it']);
    expect(redactCut('a long text and the-secret…')).toBe('a long text and ***…');
    expect(redactCut('…cret-of-it and more')).toBe('…*** and more');
    expect(redactCut('a text that goes on the… and … on')).toBe('a text that goes on the… and … on');
    expect(redactCut(`${[...Buffer.from('the-secr')].map((byte) => byte.toString(16)).join(' ')} …`)).toBe(
      '*** …',
    );
  });

  test('loses each long line of a secret that has several', () => {
    const redactKey = createTextRedactor(['-----BEGIN KEY-----\nMIIEvQIBADAN\nab\n-----END KEY-----']);
    expect(['MIIEvQIBADAN', 'ab', 'said -----END KEY-----'].map(redactKey)).toEqual([
      '***',
      'ab',
      'said ***',
    ]);
  });

  test('loses the longer of two secrets as a whole', () => {
    expect(createTextRedactor(['token', 'token-long'])('token-long token')).toBe('*** ***');
  });

  test('keeps everything when secrets are empty or blank', () => {
    expect(createTextRedactor(['', '  ', '\n'])('a b\n  c')).toBe('a b\n  c');
  });

  test('reads regular expression characters in a secret as text', () => {
    expect(createTextRedactor(['a.*(b)[c]$^|{2}\\d'])('a.*(b)[c]$^|{2}\\d aXX')).toBe('*** aXX');
  });
});

describe('a structured value', () => {
  const shape = { words: new Set(['passed']), freeKeys: new Set(['value']) };

  test('loses secrets at any depth, in map keys and numbers too where data is free', () => {
    const redact = createRedactor(['1234', 'hush'], shape);
    expect(
      redact({ name: 'say hush', offset: 1234, value: { hush: [1234, 1234n, 12345, 'x1234', null, true] } }),
    ).toEqual({ name: 'say ***', offset: 1234, value: { '***': ['***', '***', 12345, 'x***', null, true] } });
  });

  test('keeps the words that it is made of, but not where data is free', () => {
    const redact = createRedactor(['passed', 'status'], shape);
    expect(redact({ status: 'passed', value: { status: 'passed' } })).toEqual({
      status: 'passed',
      value: { '***': '***' },
    });
  });

  test('is given back as it is when there are no secrets', () => {
    const value = { a: 1 };
    expect(createRedactor([], shape)(value)).toBe(value);
  });

  test('is never changed itself', () => {
    const value = Object.freeze({ name: 'hush' });
    createRedactor(['hush'], shape)(value);
    expect(value).toEqual({ name: 'hush' });
  });
});

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function goJson(text: string): string {
  return inJson(text).replace(/[<>&]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`);
}

function asciiJson(text: string): string {
  return text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function htmlOf(text: string, apostrophe: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe);
}
