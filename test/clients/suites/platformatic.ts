import { join } from 'node:path';
import { runTests } from './run-tests.ts';
import { clonedSources, NPM_INSTALL } from './sources.ts';
import type { ClientSuite, Outcome } from './suite.ts';

const HELPERS = 'test/helpers.ts';
const USERS = 'test/fixtures/create-users.ts';

/**
 * The tests of @platformatic/kafka that talk to a broker. They were written for a cluster of three with an authorizer, and
 * for brokers with OAUTHBEARER and GSSAPI; on one broker without those, some fail everywhere.
 */
export const platformatic: ClientSuite = {
  name: '@platformatic/kafka',
  broker: {
    settings: {
      'connections.max.reauth.ms': '5000',
      'group.consumer.heartbeat.interval.ms': '200',
      'group.consumer.min.heartbeat.interval.ms': '100',
    },
    users: { admin: 'admin' },
  },
  explained: [
    {
      test: /describeConfigs should include documentation/,
      reason: 'the embedded broker has no texts about its settings',
    },
    {
      test: /producer.test.ts › send should handle errors from ConnectionPool.get$/,
      reason: 'a topic is there at once, so the fifth connection that is to fail is not asked for',
    },
  ],
  async prepare() {
    const cwd = await clonedSources({
      repository: 'platformatic/kafka',
      tag: 'v2.9.0',
      changes: [
        [HELPERS, /\['localhost:90[01]1'\]/g, '[process.env.BOOTSTRAP!]'],
        [HELPERS, /\['localhost:9002'\]/g, '[process.env.SASL_BOOTSTRAP!]'],
        [USERS, 'broker.port + 10000', 'broker.port'],
        [USERS, "Connection('123')", "Connection('123', { sasl: { mechanism: 'PLAIN', ...ADMIN } })"],
        [USERS, 'export async', "const ADMIN = { username: 'admin', password: 'admin' }\nexport async"],
        // The package kerberos wants libraries of the system.
        ['test/fixtures/kerberos-authenticator.ts', /^import .* from 'kerberos'$/gm, ''],
      ],
      build: NPM_INSTALL,
    });
    return async ({ bootstrap, saslBootstrap }, groups = TALKING_TO_A_BROKER) => {
      const env = { BOOTSTRAP: bootstrap, SASL_BOOTSTRAP: saslBootstrap, KAFKA_VERSION: '8.1.0' };
      const printed = await runTests(process.execPath, ['--test', ...TEST_OPTIONS, ...groups], {
        cwd,
        env,
      });
      const lines = printed.split('\n').filter((line) => line.startsWith('["'));
      return new Map(lines.map((line) => JSON.parse(line) as [string, Outcome])); // outcome-lines.ts wrote them
    };
  },
};

const TALKING_TO_A_BROKER = ['test/clients/*/*.test.ts', 'test/issues/*.test.ts', 'test/network/*.test.ts'];
const TEST_OPTIONS = [
  '--test-concurrency=2',
  '--test-timeout=120000',
  `--test-reporter=${join(import.meta.dirname, 'outcome-lines.ts')}`,
];
