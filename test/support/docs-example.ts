import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments, parse as parseYaml, stringify } from 'yaml';
import { z } from 'zod';
import { type RunResult, run } from '../../src/index.ts';
import { NODE, ROOT } from './cli.ts';

/**
 * What a page does not show, as its reader need not see it: an HTML comment before the example.
 * `<!-- run: { tasks: { answer: { each: orders, produce: … } } } -->`
 */
const surroundings = z.strictObject({
  /** Play the part of the system under test: added behind the example's own. They say themselves when they start. */
  tasks: z.record(z.string(), z.unknown()).optional(),
  /** flowproof.yaml, or more of it. */
  config: z.record(z.string(), z.unknown()).optional(),
  /** Beside an example of flowproof.yaml. */
  scenario: z.record(z.string(), z.unknown()).optional(),
});

/** A scenario, or a flowproof.yaml, that a page shows, with all that it needs to run. */
export interface DocsExample {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The message that it fails with: `# fails: …` behind its first line. */
  readonly fails: string | undefined;
}

const BLOCK = /^(?:<!-- run:\n([\s\S]*?)-->\n+)?```yaml\n([\s\S]*?)^```$/gm;
const FILE = /^\*\*`([\w./-]+)`\*\*\n```\w+\n([\s\S]*?)^```$/gm;
const SITE = 'https://example.com';

/** The examples of a page, in order. Files that the page shows by their name (`**order.avsc**`) are there for all of them. */
export function readExamples(text: string): readonly DocsExample[] {
  const shown = Object.fromEntries(
    Array.from(text.matchAll(FILE), ([, path = '', body = '']) => [path, body]),
  );
  return Array.from(text.matchAll(BLOCK))
    .filter(([, , body = '']) => !Object.values(shown).includes(body))
    .map(([, comment = '', body = '']) => {
      const { tasks = {}, config = {}, scenario } = surroundings.parse(parseYaml(comment) ?? {});
      const [document] = parseAllDocuments(body);
      const isScenario = document !== undefined && 'has' in document && document.has('scenario');
      const own = isScenario
        ? config
        : { ...config, ...z.record(z.string(), z.unknown()).parse(parseYaml(body)) };
      const name = isScenario ? String(document.get('scenario')) : Object.keys(own).join(', ');
      return {
        name,
        fails: /^.*# fails: (.*)$/m.exec(body)?.[1],
        files: {
          ...shown,
          'flowproof.yaml': shown['flowproof.yaml'] ?? stringify({ scenarios: '*.scenario.yaml', ...own }),
          'example.scenario.yaml': isScenario
            ? addTasks(body, tasks)
            : stringify({ scenario: 'hidden', ...scenario }),
        },
      };
    });
}

/** The text as it is shown, the hidden tasks below. */
function addTasks(body: string, tasks: Readonly<Record<string, unknown>>): string {
  if (Object.keys(tasks).length === 0) return body;
  return `${body}${stringify(tasks).replaceAll(/^(?=.)/gm, '  ')}`;
}

/** Runs an example in a folder of its own, where `https://example.com` is a small shop on this machine. */
export async function runExample({ files }: DocsExample): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-docs-'));
  mkdirSync(join(folder, '.git'));
  await using shop = await openShop();
  for (const [path, body] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body.replaceAll(SITE, shop.url));
  }
  return await run({
    cwd: folder,
    env: process.env,
    signal: new AbortController().signal,
    variables: [`node=${NODE}`, `programs=${join(ROOT, 'test/support/services')}`],
  });
}

const ROUTES: Readonly<Record<string, string>> = {
  'POST /orders': '{"id": 42}',
  'GET /orders/1': '{"id": 1, "total": 99.5}',
  'GET /stock.csv': 'ID;NAME\n1;pen\n2;book\n',
};

async function openShop(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', SITE);
    const body = ROUTES[`${request.method} ${pathname}`];
    response.writeHead(body === undefined ? 404 : 200, { connection: 'close' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
