import { readFileSync } from 'node:fs';
import { cachedFolder } from './cache.ts';
import { fingerprint } from './fingerprint.ts';
import { runProgram } from './run-program.ts';

/** The folder with the jars that a pom depends on, from Maven; downloaded once for each content of the pom. */
export function mavenLibs(pom: string): Promise<string> {
  return cachedFolder(`maven/${fingerprint([readFileSync(pom)])}`, (folder) =>
    runProgram(
      'mvn',
      ['-q', '-B', '-f', pom, GOAL, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`],
      {
        timeoutMs: 300_000,
      },
    ),
  );
}

const GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
