import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaTools } from './kafka-tools.ts';
import { runTests } from './run-tests.ts';
import { clonedSources, type Sources } from './sources.ts';
import { type ClientSuite, GROUP_END, type Outcome, type SuiteBroker } from './suite.ts';

/**
 * librdkafka's tests that talk to a broker, each number in a process of its own: a failed test takes those beside it
 * along. They were written for three brokers with an authorizer: replicas are one here, and those that set ACLs are left
 * out, as are those of share groups.
 */
export function librdkafka(protocol: 'classic' | 'consumer'): ClientSuite {
  return {
    name: `librdkafka (${protocol} groups)`,
    broker: {
      settings: { 'num.partitions': '4', 'group.initial.rebalance.delay.ms': '3000' },
      users: {},
    },
    explained: [
      {
        test: /0045_resubscribe_with_regex$/,
        reason: 'what a pattern matches is assigned at once, not with the heartbeat after the next',
      },
    ],
    async prepare() {
      const cwd = join(await clonedSources(SOURCES), 'tests');
      const env = { ...ENVIRONMENT, KAFKA_PATH: await kafkaTools(), TEST_CONSUMER_GROUP_PROTOCOL: protocol };
      const all = [...testCases(cwd)];
      return async (broker, groups) => {
        const waiting = all.filter(({ group }) => groups?.includes(group) ?? true);
        const outcomes = new Map<string, Outcome>();
        const work = async (): Promise<void> => {
          for (let next = waiting.shift(); next; next = waiting.shift())
            for (const [test, outcome] of await runCase(next, broker, { cwd, env }))
              outcomes.set(`${next.group}${GROUP_END}${test}`, outcome);
        };
        await Promise.all(Array.from({ length: AT_ONCE }, work));
        return outcomes;
      };
    },
  };
}

const SOURCES: Sources = {
  repository: 'confluentinc/librdkafka',
  tag: 'v2.15.0',
  changes: [['tests/test.c', 'partition_cnt, replication_factor,\n', 'partition_cnt, 1,\n']],
  build: [
    ['./configure', '--disable-optimization', '--disable-debug-symbols'],
    ['make', '-j2', 'libs'],
    ['make', '-j2', '-C', 'tests', 'build'],
  ],
};

/** They wait more than they compute. */
const AT_ONCE = 4;

const ENVIRONMENT = {
  CI: 'true', // is more patient
  LD_LIBRARY_PATH: '../src:../src-cpp',
  TEST_KAFKA_VERSION: '4.2.0',
};

/** Tests that run in one process. */
interface TestCase {
  readonly group: string;
  readonly env: Readonly<Record<string, string>>;
  /** By the names that the summary has for them. */
  readonly tests: ReadonlyMap<string, string>;
}

/** The tests by their number, and those of the admin API, which are one test of many parts, part by part. */
function* testCases(cwd: string): Iterable<TestCase> {
  const source = readFileSync(join(cwd, 'test.c'), 'utf8');
  const table = source.slice(source.indexOf('struct test tests[]'));
  const wanted = [...table.matchAll(/_TEST\((\w+),\s*(\w+)/g)]
    .filter(([, name = '', flags = '']) => !LEFT_OUT.test(name) && !/LOCAL|MANUAL/.test(flags))
    .map(([, name = '']) => name);
  for (const [number = '', names = []] of Map.groupBy(wanted, (name) => name.slice(0, 4))) {
    const tests = new Map(names.map((name) => [name, name]));
    if (number !== ADMIN) yield { group: number, env: { TESTS: number }, tests };
  }
  const parts = readFileSync(join(cwd, '0081-admin.c'), 'utf8').matchAll(
    /^(?:static void )?(do_test_\w+)\(/gm,
  );
  for (const part of new Set([...parts].map(([, name = '']) => name)))
    if (!/Acls$|_apis$/.test(part))
      yield {
        group: `${ADMIN} ${part}`,
        env: { TESTS: ADMIN, SUBTESTS: `${part}:` },
        tests: new Map([['0081_admin', part]]),
      };
}

const ADMIN = '0081';
/** Without a broker; with ACLs; of share groups. */
const LEFT_OUT = /_mock$|^(0109|0115|0119)_|share/;

async function runCase(
  { env, tests }: TestCase,
  { bootstrap }: SuiteBroker,
  { cwd, env: common }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<[string, Outcome][]> {
  const scratch = mkdtempSync(join(tmpdir(), 'flowproof-librdkafka-'));
  try {
    const file = join(scratch, 'test.conf');
    writeFileSync(
      file,
      `bootstrap.servers=${bootstrap}\ntest.topic.random=true\ntest.timeout.multiplier=2\nbroker.address.family=v4\n`,
    );
    const given = { ...common, ...env, RDKAFKA_TEST_CONF: file, BROKERS: bootstrap };
    const printed = await runTests('./test-runner', ['-L', '-p1'], { cwd, env: given });
    return [...tests].map(([name, test]) => [test, outcomeOf(printed, name)]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** A process that ends before its summary has failed in all its tests. */
function outcomeOf(printed: string, name: string): Outcome {
  const [, state] = new RegExp(`^\\|\\S* ${name} +\\| +(\\w+) \\|`, 'm').exec(printed) ?? [];
  if (state === 'PASSED') return 'passed';
  return state === 'SKIPPED' ? 'skipped' : 'failed';
}
