import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from '../../support/cache.ts';
import { fingerprint } from '../../support/fingerprint.ts';
import { runProgram } from '../../support/run-program.ts';
import { runTests } from './run-tests.ts';
import type { ClientSuite, Outcome } from './suite.ts';

const PACKAGE = 'github.com/twmb/franz-go/pkg/kgo';
const outcomes: Readonly<Record<string, Outcome>> = { PASS: 'passed', SKIP: 'skipped', FAIL: 'failed' };

/**
 * The integration tests of franz-go's package kgo, in the version that test/clients/go pins. Share groups are left out:
 * the embedded broker does not offer them, and says so in ApiVersions.
 */
export const kgo: ClientSuite = {
  name: 'franz-go (kgo)',
  broker: { settings: {}, users: {} },
  explained: [],
  async prepare() {
    const module = { cwd: join(import.meta.dirname, '../go'), timeoutMs: 900_000 };
    const version = fingerprint([readFileSync(join(module.cwd, 'go.mod'))]);
    const folder = await cachedFolder(`clients/kgo-tests-${version}`, (out) =>
      runProgram('go', ['test', '-c', '-o', join(out, 'kgo.test'), PACKAGE], module),
    );
    // Some of the tests read the sources beside them.
    const list = await runProgram('go', ['list', '-f', '{{.Dir}}', PACKAGE], module);
    const cwd = list.stdout.trim();
    return async ({ bootstrap }, groups = ['.*']) => {
      const env = {
        KGO_SEEDS: bootstrap,
        KGO_TEST_RF: '1',
        KGO_TEST_RECORDS: '20000',
        KGO_TEST_MAX_TOPIC_PARTS: '3',
        KGO_LOG_LEVEL: 'none',
      };
      const only = `^(${groups.join('|')})$`;
      const args = ['-test.v', '-test.timeout', '14m', '-test.run', only, '-test.skip', 'Share'];
      const printed = await runTests(join(folder, 'kgo.test'), args, { cwd, env });
      const results = printed.matchAll(/^--- (PASS|SKIP|FAIL): (\S+)/gm);
      return new Map([...results].map(([, result = '', test = '']) => [test, outcomes[result] ?? 'failed']));
    };
  },
};
