import { afterAll, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { createJq } from '../../../src/expr/jq.ts';
import { createRandomValues, randomNames, withRandom } from '../../../src/expr/random.ts';
import { resolve } from '../../../src/expr/resolve.ts';
import { freeform } from '../../../src/expr/template.ts';
import { type JsonObject, parseJson } from '../../../src/model/json.ts';
import { itemsOf, readDocsPage } from '../../support/docs-page.ts';

const page = readDocsPage('expressions.md');
const examples = page.blocks.flatMap(itemsOf);
const jq = createJq();
afterAll(() => jq[Symbol.asyncDispose]());

it('has examples', () => {
  expect(examples.length).toBeGreaterThan(10);
});

it.each(examples)('$item is $comment', async ({ item, comment }) => {
  const context = withRandom(page.context as JsonObject, createRandomValues(1)); // the page's own
  const value = freeform().parse(parseDocument(item).toJS());
  expect(await resolve(value, context, jq)).toEqual(parseJson(comment));
});

it('names every value of .random', () => {
  const section = page.text.slice(page.text.indexOf('## Random values'));
  expect(randomNames.filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
});
