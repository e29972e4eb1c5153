import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './cli.ts';
import { runProgram } from './run-program.ts';

/** Where the tests keep what they download and build; git ignores it. */
export const CACHE = join(ROOT, '.cache');

/**
 * The folder with the jars that a pom depends on, from Maven; downloaded once for each content of the pom. Several
 * test runs may ask at the same time.
 */
export async function mavenLibs(pom: string): Promise<string> {
  const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const libs = join(CACHE, 'maven', version);
  if (existsSync(libs)) return libs;
  mkdirSync(join(CACHE, 'maven'), { recursive: true });
  const fresh = mkdtempSync(join(CACHE, 'maven', 'incoming-'));
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  await runProgram(
    'mvn',
    ['-q', '-B', '-f', pom, goal, '-DincludeScope=runtime', `-DoutputDirectory=${fresh}`],
    { timeoutMs: 300_000 },
  );
  try {
    renameSync(fresh, libs);
  } catch (cause) {
    if (!existsSync(libs)) throw cause;
    rmSync(fresh, { recursive: true });
  }
  return libs;
}
