/**
 * `npm run test:nightly`: franz-go's own integration tests (package kgo, of the version that test/clients/go pins) against
 * the embedded broker and against Apache Kafka, and how many of them pass on each. Share groups are left out: the
 * embedded broker does not offer them, and says so in ApiVersions.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import { ApacheKafka } from '../support/apache-kafka.ts';
import { cachedFolder } from '../support/cache.ts';
import { fingerprint } from '../support/fingerprint.ts';
import { runProgram } from '../support/run-program.ts';

const PACKAGE = 'github.com/twmb/franz-go/pkg/kgo';
const timeoutMs = 900_000;

const module = { cwd: join(import.meta.dirname, 'go'), timeoutMs };
const version = fingerprint([readFileSync(join(module.cwd, 'go.mod'))]);
const folder = await cachedFolder(`clients/kgo-tests-${version}`, (out) =>
  runProgram('go', ['test', '-c', '-o', join(out, 'kgo.test'), PACKAGE], module),
);
// Some of the tests read the sources beside them.
const sources = (await runProgram('go', ['list', '-f', '{{.Dir}}', PACKAGE], module)).stdout.trim();
await using embedded = await EmbeddedKafka.start();
const onEmbedded = await runTests('the embedded broker', embedded.bootstrap);
await using apache = await ApacheKafka.start();
const onApache = await runTests('Apache Kafka', apache.bootstrap);
const missed = [...onApache.passed].filter((test) => !onEmbedded.passed.has(test));
console.log(
  missed.length === 0
    ? 'what passes on Apache Kafka passes here'
    : `only on Apache Kafka: ${missed.join(', ')}`,
);
process.exitCode = missed.length === 0 ? 0 : 1;

/** The tests by their outcome. */
interface Outcome {
  readonly passed: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
  readonly skipped: ReadonlySet<string>;
}

async function runTests(name: string, seeds: string): Promise<Outcome> {
  const env = {
    KGO_SEEDS: seeds,
    KGO_TEST_RF: '1',
    KGO_TEST_RECORDS: '20000',
    KGO_TEST_MAX_TOPIC_PARTS: '3',
    KGO_LOG_LEVEL: 'none',
  };
  const args = ['-test.v', '-test.timeout', '14m', '-test.skip', 'Share'];
  // A failed test is not the end: the shell hides the exit code, the outcome is read from what is printed.
  const command = ['-c', '"$0" "$@"; true', join(folder, 'kgo.test'), ...args];
  const { stdout: printed } = await runProgram('sh', command, { cwd: sources, env, timeoutMs });
  const outcome = {
    passed: named(printed, 'PASS'),
    failed: named(printed, 'FAIL'),
    skipped: named(printed, 'SKIP'),
  };
  const counts = `${outcome.passed.size} passed, ${outcome.skipped.size} skipped, ${outcome.failed.size} failed`;
  console.log(`franz-go's kgo tests on ${name}: ${counts}`);
  for (const test of outcome.failed) console.log(`  failed: ${test}`);
  return outcome;
}

function named(printed: string, result: string): Set<string> {
  return new Set(
    [...printed.matchAll(new RegExp(`^--- ${result}: (\\S+)`, 'gm'))].map(([, test]) => test ?? ''),
  );
}
