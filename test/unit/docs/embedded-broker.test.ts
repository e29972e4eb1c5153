import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apis } from '../../../src/broker/apis/index.ts';
import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';
import { Faults } from '../../../src/broker/faults.ts';

const text = readFileSync(join(import.meta.dirname, '../../../docs/embedded-broker.md'), 'utf8');

describe('the page on the embedded broker', () => {
  it('names every message that is served, with its key and versions, and no other', () => {
    const shown = Array.from(text.matchAll(/\b\w+ \(\d+\) \d+(?:–\d+)?/g), ([words]) => words);
    const served = Object.entries(apis).map(([name, { key, versions }]) => {
      const [first, last] = versions;
      const range = first === last ? `${first}` : `${first}–${last}`;
      return `${name.replace(/^./, (letter) => letter.toUpperCase())} (${key}) ${range}`;
    });
    expect(shown.toSorted()).toEqual(served.toSorted());
  });

  it('tells of faults that there are', () => {
    const calls = Array.from(text.matchAll(/^\| `([\w.]+)\(.*?\)` \|/gm), ([, call = '']) => call);
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      const owner = call.startsWith('faults.') ? Faults : EmbeddedKafka;
      expect(owner.prototype).toHaveProperty(call.replace('faults.', ''), expect.any(Function));
    }
  });
});
