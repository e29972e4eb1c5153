import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from '../support/cache.ts';
import { fingerprint } from '../support/fingerprint.ts';
import { mavenLibs } from '../support/maven-libs.ts';
import type { Need } from '../support/needs.ts';
import { runProgram } from '../support/run-program.ts';

/** A program on somebody else's client. It reads the broker's address from BOOTSTRAP and prints the same on every run. */
export interface ClientProgram {
  /** Also the name of the golden file with what it prints. */
  readonly name: string;
  readonly needs: readonly Need[];
  /** Installs and builds what is not there yet; gives the command and its arguments. */
  readonly prepare: () => Promise<readonly [string, ...string[]]>;
}

const folder = import.meta.dirname;

/** Every client whose behaviour the embedded broker must not change. */
export const programs: readonly ClientProgram[] = [
  ...['records', 'admin', 'classic', 'consumer', 'migration', 'transactions', 'streams'].map(java),
  python('confluent'),
  python('kafka_python'),
  python('aiokafka'),
  node('kafkajs'),
  node('platformatic'),
  go('franz'),
  go('sarama'),
  go('segmentio'),
  { name: 'kcat', needs: ['kcat'], prepare: async () => ['sh', join(folder, 'kcat/program.sh')] },
];

/** kafka-clients and Kafka Streams; one program with steps that are named by its arguments. */
function java(step: string): ClientProgram {
  return {
    name: `java-${step}`,
    needs: ['java', 'javac', 'maven'],
    async prepare() {
      const libs = join(await mavenLibs(join(folder, 'java/pom.xml')), '*');
      const sources = globSync(join(folder, 'java/*.java')).sort();
      const version = fingerprint(sources.map((source) => readFileSync(source)));
      const classes = await cachedFolder(`clients/java-${version}`, (out) =>
        runProgram('javac', ['-d', out, '-cp', libs, ...sources], { timeoutMs: 120_000 }),
      );
      const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=off';
      return ['java', '-XX:TieredStopAtLevel=1', quiet, '-cp', `${classes}:${libs}`, 'Main', step];
    },
  };
}

function python(name: string): ClientProgram {
  const requirements = join(folder, 'python/requirements.txt');
  return {
    name: name.replace('_', '-'),
    needs: ['python'],
    async prepare() {
      const version = fingerprint([readFileSync(requirements)]);
      const environment = await cachedFolder(`clients/python-${version}`, async (out) => {
        await runProgram('python3', ['-m', 'venv', out], { timeoutMs: 120_000 });
        const install = ['-m', 'pip', 'install', '--quiet', '--requirement', requirements];
        await runProgram(join(out, 'bin/python'), install, { timeoutMs: 300_000 });
      });
      return [join(environment, 'bin/python'), join(folder, 'python', `${name}_program.py`)];
    },
  };
}

function node(name: string): ClientProgram {
  return { name, needs: [], prepare: async () => [process.execPath, join(folder, 'node', `${name}.ts`)] };
}

function go(name: string): ClientProgram {
  return {
    name,
    needs: ['go'],
    async prepare() {
      const sources = globSync(join(folder, 'go/{go.*,course/*,*/main.go}')).sort();
      const version = fingerprint(sources.map((source) => readFileSync(source)));
      const programs = await cachedFolder(`clients/go-${version}`, (out) =>
        runProgram('go', ['build', '-o', `${out}/`, './franz', './sarama', './segmentio'], {
          cwd: join(folder, 'go'),
          timeoutMs: 300_000,
        }),
      );
      return [join(programs, name)];
    },
  };
}
