import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createJq, type Jq } from '../../../src/expr/jq.ts';
import type { JqOutcome } from '../../../src/expr/jq-wire.ts';
import { parseJson, renderJson } from '../../../src/model/json.ts';

/** What the C library of jq 1.8 gave; jq-corpus/record.py says how it was asked. */
interface Case {
  readonly program: string;
  /** JSON texts. */
  readonly outputs?: readonly string[];
  readonly error?: string;
  /** It is no program. */
  readonly refused?: boolean;
}
interface Group {
  /** JSON text. */
  readonly input: string;
  readonly cases: readonly Case[];
}

const groups: readonly Group[] = JSON.parse(
  readFileSync(new URL('jq-corpus/programs.json', import.meta.url), 'utf8'),
);
const jq: Jq = createJq();
afterAll(() => jq[Symbol.asyncDispose]());

it('has more than 500 programs', () => {
  const programs = new Set(groups.flatMap(({ cases }) => cases.map(({ program }) => program)));
  expect(programs.size).toBeGreaterThan(500);
});

describe.each(groups)('on $input', ({ input, cases }) => {
  it.each(cases.filter(({ refused }) => refused))('$program is refused', async ({ program }) => {
    await expect(jq.check(program)).rejects.toMatchObject({ exitCode: 2 });
  });

  it.each(cases.filter(({ refused }) => !refused))(
    '$program gives what jq gives',
    async ({ program, outputs, error }) => {
      await expect(jq.check(program)).resolves.toBeUndefined();
      // As one of several inputs too: they are evaluated together, and share what they have in common.
      const [alone] = await jq.evaluate(program, [parseJson(input)]);
      const [, among] = await jq.evaluate(program, [null, parseJson(input), 'text']);
      const expected = {
        outputs: outputs?.map((text) => renderJson(parseJson(text))),
        error: withoutSpace(error),
      };
      expect(plain(alone)).toEqual(expected);
      expect(plain(among)).toEqual(expected);
    },
  );
});

function plain(outcome: JqOutcome | undefined): unknown {
  return {
    outputs: outcome?.outputs.map((output) => renderJson(output)),
    error: withoutSpace(outcome?.error?.replace('(not a string): ', '')),
  };
}

/** The library writes what was thrown with spaces, and null as Python does. */
function withoutSpace(error: string | undefined): string | undefined {
  return error?.replace('None', 'null').replaceAll(/\s/g, '');
}
