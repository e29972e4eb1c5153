import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './cli.ts';

/** Where the tests keep what they download and build; git ignores it. */
const CACHE = join(ROOT, '.cache');

/**
 * The folder `name` of the cache, filled once by `fill`. Several test runs may ask at the same time: each fills a
 * folder of its own, and the first to be done wins.
 */
export async function cachedFolder(
  name: string,
  fill: (folder: string) => Promise<unknown>,
): Promise<string> {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  try {
    await fill(fresh);
    renameSync(fresh, folder);
  } catch (cause) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(folder)) throw cause;
  }
  return folder;
}
