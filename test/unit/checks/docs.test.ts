import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Operator } from '../../../src/checks/define-operator.ts';
import { operatorNames, operators } from '../../../src/checks/index.ts';
import { createJq } from '../../../src/expr/jq.ts';
import { checkShape } from '../../../src/load/check-shape.ts';
import { parseDocuments } from '../../../src/load/parse-documents.ts';
import { createSourceText } from '../../../src/load/source-text.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { conditionList } from '../../../src/tasks/condition/condition.ts';
import { judge } from '../../../src/tasks/condition/judge.ts';
import type { Surroundings } from '../../../src/tasks/define-task.ts';
import { itemsOf, readDocsPage } from '../../support/docs-page.ts';

const page = readDocsPage('checks.md');
const examples = page.blocks.flatMap(itemsOf);
const jq = createJq();
afterAll(() => jq[Symbol.asyncDispose]());
const clock = { wallMs: () => Date.parse('2024-06-01T12:00:00Z') };
const surroundings = { jq, clock } as unknown as Surroundings; // conditions without files need nothing else

/** `passes`, `fails: message` or `invalid: message`. */
async function outcome(item: string): Promise<string> {
  const source = createSourceText('docs/checks.md', `- ${item}`);
  const { documents, problems } = parseDocuments(source);
  const [root] = documents;
  if (!root) return `no YAML: ${problems.map(({ message }) => message).join()}`;
  const shaped = checkShape(z.array(z.unknown()).pipe(conditionList), root, source);
  const [condition] = shaped.value ?? [];
  if (!condition) return `invalid: ${shaped.problems[0]?.message}`;
  const [judgement] = await judge(condition, [page.context as JsonObject], surroundings);
  return judgement?.passed ? 'passes' : `fails: ${judgement?.message}`;
}

describe('the page on checks', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(50);
  });

  it.each(examples)('$item $comment', async ({ item, comment }) => {
    expect(await outcome(item)).toBe(comment || 'passes');
  });

  it('has a row for every operator, with its types, its negation and what it says of itself', () => {
    const rows = Array.from(page.text.matchAll(/^\| `(\w+)` \| ([^|]+) \| (yes|no: `\w+`) \| ([^|]+) \|$/gm));
    const shown = rows.map(([, name, types, negation, about]) => ({ name, types, negation, about }));
    const wanted = operatorNames.map((name) => {
      const { types, negation, about }: Operator = operators[name];
      return {
        name,
        types: types.join(', '),
        negation: negation === true ? 'yes' : `no: \`${negation}\``,
        about,
      };
    });
    expect(shown).toEqual(wanted);
  });
});

it.each(operatorNames)('%s has a file of its own, which says what it is', (name) => {
  const file = `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
  const text = readFileSync(new URL(`../../../src/checks/${file}`, import.meta.url), 'utf8');
  expect(text).toMatch(
    new RegExp(`^/\\*\\*[\\s*]*\`${name}\`.*[\\s\\S]*^export const ${name} = defineOperator`, 'm'),
  );
});
