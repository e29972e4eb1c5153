import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderSection } from '../../src/reporters/markup/scenario-section.ts';
import { ROOT } from '../support/cli.ts';
import { runProject, serviceOf } from '../support/project.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** A billing service that should make an invoice of each order, and how it behaves. */
interface Broken {
  /** The title of the example. */
  readonly title: string;
  readonly env: Readonly<Record<string, string>>;
  readonly where?: readonly unknown[];
}

const examples: readonly Broken[] = [
  { title: 'The service is stuck', env: { BEHAVIOUR: 'waits-for-database' } },
  { title: 'The service writes to another topic', env: { OUTPUT: 'invoice' } },
  {
    title: 'The service writes another value',
    env: { BEHAVIOUR: 'other-value' },
    where: [{ '.record.value.id': 1 }, { '.record.value.plan': 'Free' }],
  },
];

describe('the README shows what a failure says, as it comes out:', () => {
  it.each(examples)('$title', async (broken) => {
    expect(withoutTimes(shown(broken.title))).toBe(withoutTimes(await play(broken)));
  });
});

/** The quote below a title. */
function shown(title: string): string {
  const [, quote = ''] = README.split(`**${title}:**\n\n<blockquote>\n`);
  return quote.slice(0, quote.indexOf('\n</blockquote>'));
}

/** Times differ from run to run, and a busy machine is told of. */
function withoutTimes(markup: string): string {
  return markup
    .replaceAll(/\nflowproof's own process was .* busy/g, '')
    .replaceAll(/\d+(?:\.\d+)? (?:ms|s)\b/g, '… ms');
}

/** Why the scenario failed, as in the job summary. */
async function play({ env, where }: Broken): Promise<string> {
  const service = serviceOf('relay.js', {
    env: { GROUP: 'billing', INPUT: 'orders', OUTPUT: 'invoices', ...env },
    ready: { group: 'billing' },
  });
  const { scenarios } = await runProject({
    config: { kafka: { topics: { orders: {}, invoices: {} } }, services: { billing: service } },
    scenario: {
      scenario: 'An order is invoiced',
      suite: 'Billing',
      tasks: {
        order: { produce: { topic: 'orders', key: 'k1', value: { id: 1, plan: 'Free' } } },
        invoice: { consume: { topic: 'invoices', fail: { after: '500ms' }, ...(where ? { where } : {}) } },
      },
    },
  });
  const [failed] = scenarios;
  if (!failed) return '';
  const [why = ''] = renderSection(failed, { detail: 'full', linkOf: () => undefined }).split('\n\n');
  return why.replaceAll('h3>', 'h4>'); // the README has headings of its own
}
