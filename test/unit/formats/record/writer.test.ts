import { describe, expect, it } from 'vitest';
import { RunError } from '../../../../src/base/errors.ts';
import type { FormatSources } from '../../../../src/formats/codec/codec.ts';
import { openWriter } from '../../../../src/formats/record/writer.ts';

const sources: FormatSources = {
  registry: undefined,
  readFile: () => Promise.reject(new Error('unexpected')),
};
const span = { file: 'a.yaml', line: 3, column: 7, endLine: 3, endColumn: 9 };

describe('a record writer', () => {
  it('writes maps as JSON and scalars as text where no format is given', async () => {
    const writer = await openWriter(undefined, 'orders', sources);
    const { key, value, headers } = writer.write(
      {
        key: 42,
        value: { id: 9007199254740993n },
        headers: [
          { key: 'source', value: 'web' },
          { key: 'n', value: 1 },
          { key: 'none', value: null },
          { key: 'map', value: { a: 1 } },
        ],
      },
      () => undefined,
    );
    expect(String(key)).toBe('42');
    expect(String(value)).toBe('{"id":9007199254740993}');
    expect(headers.map((header) => [header.key, header.value && String(header.value)])).toEqual([
      ['source', 'web'],
      ['n', '1'],
      ['none', null],
      ['map', '{"a":1}'],
    ]);
  });

  it('keeps null null in every format', async () => {
    const writer = await openWriter({ key: 'long', value: 'json' }, 'orders', sources);
    expect(writer.write({ key: null, value: null, headers: [] }, () => undefined)).toEqual({
      key: null,
      value: null,
      headers: [],
    });
  });

  it('says what does not fit, where it is written, and what to write instead', async () => {
    const writer = await openWriter({ key: 'long' }, 'orders', sources);
    const write = (): unknown =>
      writer.write({ key: '42', value: null, headers: [] }, (part) => (part === 'key' ? span : undefined));
    expect(write).toThrow(RunError);
    expect(write).toThrow(
      expect.objectContaining({
        code: 'FORMAT_ENCODE',
        message: 'cannot write the key as long: expected a whole number, got "42"',
        hint: 'write it without quotes, or use "tonumber" in the expression',
        span,
      }),
    );
  });
});
