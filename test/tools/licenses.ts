import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RULE = '-'.repeat(80);

/**
 * The licences of all packages that parts of are in a bundle, as those licences ask.
 * @param inputs the bundle's files, relative to `root`
 */
export function renderLicenses(inputs: readonly string[], root: string): string {
  const folders = new Set(
    inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const texts = [...folders].toSorted().map((folder) => renderLicense(join(root, folder)));
  return `dist/ contains parts of these packages.\n\n${texts.join('\n')}`;
}

function renderLicense(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text =
    file && existsSync(join(folder, file))
      ? readFileSync(join(folder, file), 'utf8').trim()
      : authorOf(author);
  return [RULE, `${name} ${version} (${license})`, RULE, text.replaceAll('\r\n', '\n'), ''].join('\n');
}

function authorOf(author: unknown): string {
  if (typeof author === 'object' && author !== null && 'name' in author) return String(author.name);
  return typeof author === 'string' ? author : '';
}
