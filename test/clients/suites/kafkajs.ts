import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from './run-tests.ts';
import { clonedSources, NPM_INSTALL } from './sources.ts';
import { type ClientSuite, GROUP_END, type Outcome } from './suite.ts';

/** What jest writes with `--json`. */
interface JestResults {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: 'passed' | 'pending' | 'failed';
    }[];
  }[];
}

const outcomes: Readonly<Record<string, Outcome>> = {
  passed: 'passed',
  pending: 'skipped',
  failed: 'failed',
};

const CONNECT = 'src/broker/__tests__/connect.spec.js';
const CREATE_ACLS = 'src/admin/__tests__/createAcls.spec.js';
const HELPERS = 'testHelpers/index.js';
const PLAIN_PORT = 'Number(process.env.BOOTSTRAP.split(":")[1])';
const SASL_PORT = 'Number(process.env.SASL_BOOTSTRAP.split(":")[1])';

/** Adds partitions without Docker, in place of kafkajs's script. */
const ADD_PARTITIONS = [
  '#!/bin/sh',
  `exec node -e "`,
  `const admin = new (require('./index').Kafka)({ brokers: [process.env.BOOTSTRAP] }).admin()`,
  'const { TOPIC: topic, PARTITIONS: count } = process.env',
  'admin.connect()',
  '  .then(() => admin.createPartitions({ topicPartitions: [{ topic, count: Number(count) }] }))',
  '  .finally(() => admin.disconnect())"',
  '',
].join('\n');

/**
 * kafkajs's tests of what talks to a broker. They were written for a cluster of three with TLS and an authorizer; on one
 * broker without both, some fail everywhere.
 */
export const kafkajs: ClientSuite = {
  name: 'kafkajs',
  broker: {
    settings: { 'num.partitions': '2' },
    users: { test: 'testtest', testscram: 'testtestscram=256', bob: 'bobbob', alice: 'alicealice' },
  },
  explained: [
    {
      test: /createPartitions › throws an error trying to assign invalid broker$/,
      reason:
        'replicas on brokers that are not there are taken, as services ask for what they have in production',
    },
    {
      test: /emits (the )?request timeout events?$/,
      reason: 'the answer comes within the one millisecond that the test waits for it',
    },
  ],
  async prepare() {
    const cwd = await clonedSources({
      repository: 'tulios/kafkajs',
      tag: 'v2.2.4',
      changes: [
        [HELPERS, /=> \[`\${host}:9092`.*\]/g, '=> [process.env.BOOTSTRAP]'],
        [HELPERS, /=> \[`\${host}:9094`.*\]/g, '=> [process.env.SASL_BOOTSTRAP]'],
        [HELPERS, /\[`\${getHost\(\)}:9092`\]/g, '[process.env.BOOTSTRAP]'],
        [HELPERS, 'port: 9092', `port: ${PLAIN_PORT}`],
        [HELPERS, /sslConnectionOpts\(\), \{\n( *)port: 9094/g, `connectionOpts(), {\n$1port: ${SASL_PORT}`],
        [HELPERS, 'testtestscram=512', 'testtestscram=256'],
        [CONNECT, 'sslConnectionOpts()', 'connectionOpts()'],
        [CONNECT, 'port: 9094', `port: ${SASL_PORT}`],
        [CREATE_ACLS, /\bsslConnectionOpts\b/g, 'connectionOpts'],
        [CREATE_ACLS, 'port: 9094', `port: ${SASL_PORT}`],
        ['scripts/addPartitions.sh', /^.+$/gs, ADD_PARTITIONS],
      ],
      build: NPM_INSTALL,
    });
    return async ({ bootstrap, saslBootstrap }, groups = TALKING_TO_A_BROKER) => {
      const scratch = mkdtempSync(join(tmpdir(), 'flowproof-kafkajs-'));
      try {
        const file = join(scratch, 'results.json');
        const env = { BOOTSTRAP: bootstrap, SASL_BOOTSTRAP: saslBootstrap, ...ENVIRONMENT };
        const args = ['node_modules/.bin/jest', ...JEST, '--json', '--outputFile', file, ...groups];
        const printed = await runTests(process.execPath, args, { cwd, env });
        if (!existsSync(file)) throw new Error(`jest wrote no results:\n${printed.slice(-8000)}`);
        return readResults(file, cwd);
      } finally {
        rmSync(scratch, { recursive: true });
      }
    };
  },
};

const TALKING_TO_A_BROKER = ['src/(admin|broker|cluster|consumer|instrumentation|network|producer)/'];
const ENVIRONMENT = { NODE_ENV: 'test', KAFKA_VERSION: '2.4', KAFKAJS_DEBUG_PROTOCOL_BUFFERS: '1' };
const JEST = ['--ci', '--forceExit', '--maxWorkers=2', '--reporters=default'];

function readResults(file: string, cwd: string): Map<string, Outcome> {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as JestResults; // jest's own format
  const found = testResults.flatMap(({ name, assertionResults }) => {
    const group = name.slice(cwd.length + 1);
    if (assertionResults.length === 0) return [[`${group}${GROUP_END}(all)`, 'failed' as const] as const];
    return assertionResults.map(({ ancestorTitles, title, status }) => {
      const test = [group, ...ancestorTitles, title].join(GROUP_END);
      return [test, outcomes[status] ?? 'failed'] as const;
    });
  });
  return new Map(found);
}
