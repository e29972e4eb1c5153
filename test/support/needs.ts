import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { describe, inject, it } from 'vitest';

/** What goes before a command that only root may run. */
export const AS_ROOT: readonly [string, ...string[]] =
  process.getuid?.() === 0 ? ['env'] : ['sudo', '--non-interactive', '--preserve-env'];

/** What a test may need beyond Node, each with the command that shows whether the machine has it. */
const needs = {
  java: ['java', '-version'],
  javac: ['javac', '-version'],
  maven: ['mvn', '--version'],
  openssl: ['openssl', 'version'],
  docker: ['docker', 'info'],
  root: [...AS_ROOT, 'unshare', '--version'],
  kcat: ['kcat', '-V'],
  jq: ['jq', '--version'],
  go: ['go', 'version'],
  python: ['python3', '-c', 'import sys, venv; sys.exit(sys.version_info < (3, 9))'],
  chromium: ['chromium', '--version'],
  xmllint: ['xmllint', '--version'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

/** Something that the machine must have for a test to run. */
export type Need = keyof typeof needs;

/** A real Apache Kafka (`apache-kafka.ts`) is installed by Maven and runs on Java. */
export const KAFKA: readonly Need[] = ['java', 'maven'];

/**
 * A `describe` whose tests run only on a machine that has what they need. What is missing is a failure with `CI=true`;
 * elsewhere the tests are skipped and the run ends with one line that names it.
 */
export function describeWith(wanted: readonly Need[], name: string, tests: () => void): void {
  const missing = wanted.filter((need) => !has(need));
  if (missing.length === 0) {
    describe(name, tests);
    return;
  }
  if (process.env.CI === 'true') {
    describe(name, () => {
      it(`needs ${missing.join(' and ')}`, () => {
        throw new Error(`missing on this machine: ${missing.map(commandOf).join(', ')}`);
      });
    });
    return;
  }
  for (const need of missing) appendFileSync(inject('missingFile'), `${commandOf(need)}\n`);
  describe.skip(name, tests);
}

const found = new Map<Need, boolean>();

function has(need: Need): boolean {
  const known = found.get(need);
  if (known !== undefined) return known;
  const [command, ...args] = needs[need];
  const works = spawnSync(command, args, { stdio: 'ignore', timeout: 30_000 }).status === 0;
  found.set(need, works);
  return works;
}

function commandOf(need: Need): string {
  return needs[need].slice(0, 2).join(' ');
}
