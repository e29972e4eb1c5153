import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RULE = '-'.repeat(80);
/** What packages contain and their own files do not say. */
const MORE = join(import.meta.dirname, 'more-notices.txt');

/**
 * The licences of all packages that parts of are in a bundle, as those licences ask.
 * @param inputs the bundle's files, relative to `root`
 * @throws Error for a package without a licence file of which `more-notices.txt` says nothing
 */
export function renderLicenses(inputs: readonly string[], root: string): string {
  const folders = new Set(
    inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const more = readFileSync(MORE, 'utf8');
  const texts = [...folders].toSorted().map((folder) => renderLicense(join(root, folder), more));
  return `dist/ contains parts of these packages.\n\n${[...texts, `${RULE}\n${more}`].join('\n')}`;
}

function renderLicense(folder: string, more: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (!file && !more.includes(`${name} has no licence file`)) throw new Error(`${name} has no licence file`);
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : 'See the end of this file.';
  return [RULE, `${name} ${version} (${license})`, RULE, text.replaceAll('\r\n', '\n'), ''].join('\n');
}
