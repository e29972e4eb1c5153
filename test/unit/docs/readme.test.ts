import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkShape } from '../../../src/load/check-shape.ts';
import { parseDocuments } from '../../../src/load/parse-documents.ts';
import { createSourceText } from '../../../src/load/source-text.ts';
import { projectConfig } from '../../../src/model/project-config.ts';
import { scenarioFile } from '../../../src/tasks/scenario.ts';

const ROOT = join(import.meta.dirname, '../../..');
const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const blocks = blocksOf(text);
const ofExternalKafka = blocksOf(readFileSync(join(ROOT, 'docs/external-kafka.md'), 'utf8'));

function blocksOf(page: string): string[] {
  return Array.from(page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm), ([, body = '']) => body);
}

/** By its first key: a scenario, a part of flowproof.yaml, or a workflow, which is GitHub's to check. */
function schemaOf(body: string) {
  if (body.startsWith('scenario:')) return scenarioFile;
  return body.startsWith('jobs:') ? undefined : projectConfig;
}

describe('the README', () => {
  it.each([...blocks, ...ofExternalKafka])(
    'and the page on external clusters show YAML that is right: %s',
    (body) => {
      const source = createSourceText('README.md', body);
      const { documents, problems } = parseDocuments(source);
      expect(problems).toEqual([]);
      const schema = schemaOf(body);
      const [root] = documents;
      if (schema && root) expect(checkShape(schema, root, source).problems).toEqual([]);
    },
  );

  it('shows the scenario that npm start runs', () => {
    const shown = blocks.find((body) => body.startsWith('scenario:')) ?? '';
    const run = readFileSync(join(ROOT, 'scenarios/retail/free-member-upsell.yaml'), 'utf8');
    for (const line of shown.split('\n').filter((one) => one.trim() !== ''))
      expect(run).toContain(line.trim());
  });

  it('names scripts and files that exist', () => {
    const scripts = Array.from(text.matchAll(/npm run ([\w:]+)/g), ([, name = '']) => name);
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
    const links = Array.from(text.matchAll(/\]\(([^)#:]+)\)/g), ([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
