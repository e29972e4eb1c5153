import { describe, expect, test } from 'vitest';
import { readZip, ZipError } from '../../../src/github/read-zip.ts';
import { makeZip } from '../../support/make-zip.ts';

const LIMITS = { maxEntries: 10, maxBytes: 1000 };
const all = (): boolean => true;

describe('an archive', () => {
  const zip = makeZip({ 'report.json': '{"a":1}', 'logs/service.log': 'x'.repeat(500) });

  test('is read, packed files and stored ones', () => {
    const files = readZip(zip, all, LIMITS);
    expect([...files.keys()]).toEqual(['report.json', 'logs/service.log']);
    expect(files.get('report.json')?.toString()).toBe('{"a":1}');
    expect(files.get('logs/service.log')?.length).toBe(500);
  });

  test('gives only what is wanted', () => {
    expect([...readZip(zip, (name) => name === 'report.json', LIMITS).keys()]).toEqual(['report.json']);
  });

  test('that unpacks to more than is allowed is not unpacked', () => {
    const bomb = makeZip({ 'report.json': '0'.repeat(1_000_000) });
    expect(() => readZip(bomb, all, LIMITS)).toThrow(ZipError);
  });

  test('with too many files is not read', () => {
    const many = makeZip(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`f${index}`, ''])));
    expect(() => readZip(many, all, LIMITS)).toThrow('11 files in the archive, at most 10 are read');
  });

  test('that is damaged anywhere is an error of its own kind', () => {
    for (let at = 0; at < zip.length; at++) {
      const damaged = Buffer.from(zip);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 0xff, at);
      try {
        readZip(damaged, all, LIMITS);
      } catch (cause) {
        expect(cause).toBeInstanceOf(ZipError);
      }
    }
    expect(() => readZip(Buffer.from('no zip'), all, LIMITS)).toThrow('this is no zip archive');
  });
});
