import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Certificates, createCertificates } from './apache-kafka/certificates.ts';
import { type Listener, renderServerProperties, scramArguments } from './apache-kafka/server-properties.ts';
import { freePorts } from './free-ports.ts';
import { mavenLibs } from './maven-libs.ts';
import { runProgram } from './run-program.ts';

/** What differs from a plain broker. */
export interface ApacheKafkaOptions {
  /** Ways in beside the plaintext one. */
  readonly listeners?: readonly Listener[];
  /** Password by user name, for SASL PLAIN and SCRAM. */
  readonly users?: Readonly<Record<string, string>>;
  /** An address of this machine that the plaintext listener is at; default 127.0.0.1, which no container reaches. */
  readonly plaintextHost?: string;
  /** Of server.properties, such as `num.partitions`. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Another node of the cluster that `first` is the controller of, under a number of its own (2, 3, …). */
  readonly joins?: { readonly first: ApacheKafka; readonly nodeId: number };
}

/**
 * A real Apache Kafka of one node in KRaft mode, in a process of its own, on free ports and in a temporary folder.
 * Needs what `KAFKA` of needs.ts names, and openssl for a listener with TLS. Disposing it stops it and removes its data.
 */
export class ApacheKafka implements AsyncDisposable {
  /** host:port of the plaintext listener. */
  readonly bootstrap: string;
  /** What TLS clients need; only with a TLS listener. */
  readonly certificates: Certificates | undefined;
  readonly #node: NodeFiles;
  readonly #ports: ReadonlyMap<string, number>;
  #process: ChildProcess;

  private constructor(node: NodeFiles, layout: Layout, running: ChildProcess) {
    this.bootstrap = `${layout.plaintextHost}:${layout.ports.get('PLAINTEXT')}`;
    this.certificates = layout.certificates;
    this.#node = node;
    this.#ports = layout.ports;
    this.#process = running;
  }

  /** Installs what is missing (minutes, the first time), starts the broker and waits until it serves. */
  static async start(options: ApacheKafkaOptions = {}): Promise<ApacheKafka> {
    const libs = await mavenLibs(join(import.meta.dirname, 'apache-kafka/pom.xml'));
    const folder = mkdtempSync(join(tmpdir(), 'flowproof-kafka-'));
    const node = { libs, folder, properties: join(folder, 'server.properties') };
    const layout = await layOut(node, options);
    await format(node, options.users ?? {});
    return new ApacheKafka(node, layout, await launch(node));
  }

  /** host:port of one of the listeners that were asked for. */
  addressOf(listener: Listener): string {
    return `127.0.0.1:${this.#ports.get(listener)}`;
  }

  /** Where the other nodes of a cluster find this one as their controller. */
  get controller(): string {
    return `127.0.0.1:${this.#ports.get('CONTROLLER')}`;
  }

  /** Of the broker's process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Freezes the process: connections stay open, nothing is answered. */
  pause(): void {
    this.#process.kill('SIGSTOP');
  }

  /** Ends a pause. */
  resume(): void {
    this.#process.kill('SIGCONT');
  }

  /** Ends the broker as an operator would; its data stay. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Ends the broker as a crash would; its data stay. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** Starts a stopped broker again, on the same ports and with its data. */
  async restart(): Promise<void> {
    await this.stop();
    this.#process = await launch(this.#node);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    rmSync(this.#node.folder, { recursive: true, maxRetries: 3 });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const running = this.#process;
    if (running.exitCode !== null || running.signalCode !== null) return;
    const exited = new Promise((done) => running.once('exit', done));
    running.kill(signal);
    running.kill('SIGCONT'); // a paused process takes no SIGTERM
    await exited;
  }
}

/** Where a node's program, data and settings are. */
interface NodeFiles {
  readonly libs: string;
  readonly folder: string;
  readonly properties: string;
}

interface Layout {
  readonly ports: ReadonlyMap<Listener | 'PLAINTEXT' | 'CONTROLLER', number>;
  readonly certificates: Certificates | undefined;
  readonly plaintextHost: string;
}

/** Chooses ports, makes certificates and writes the settings. */
async function layOut({ folder, properties }: NodeFiles, options: ApacheKafkaOptions): Promise<Layout> {
  const { listeners = [], users = {}, joins, plaintextHost = '127.0.0.1' } = options;
  const names = ['PLAINTEXT', 'CONTROLLER', ...listeners] as const;
  const free = await freePorts(names.length);
  const ports = new Map(names.map((name, index) => [name, free[index] ?? 0]));
  const encrypted = listeners.some((listener) => listener !== 'SASL_PLAINTEXT');
  const certificates = encrypted ? await createCertificates(folder) : undefined;
  const extra = options.properties ?? {};
  const member = joins && { nodeId: joins.nodeId, controller: joins.first.controller };
  const settings = {
    dataFolder: join(folder, 'data'),
    ports,
    plaintextHost,
    certificates,
    users,
    member,
    properties: extra,
  };
  writeFileSync(properties, renderServerProperties(settings));
  return { ports, certificates, plaintextHost };
}

/** A small heap, the quick compiler and one collector thread: a broker of a test lives for seconds. */
const JAVA_OPTIONS = [
  '-Xms64m',
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  `-Dlog4j2.configurationFile=${join(import.meta.dirname, 'apache-kafka/log4j2.properties')}`,
];

function javaArguments({ libs }: NodeFiles, main: string): string[] {
  return [...JAVA_OPTIONS, '-cp', join(libs, '*'), main];
}

async function format(node: NodeFiles, users: Readonly<Record<string, string>>): Promise<void> {
  const command = ['format', '-t', CLUSTER_ID, '-c', node.properties, ...scramArguments(users)];
  await runProgram('java', [...javaArguments(node, 'kafka.tools.StorageTool'), ...command], {
    timeoutMs: 60_000,
  });
}

/** Any UUID in Kafka's own notation. */
const CLUSTER_ID = 'Zmxvd3Byb29mLXRlc3RzMQ';

/** What must not outlive the tests, should they be cut short. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Resolves when the broker says that it serves; what it printed is in the error when it does not come to that. */
function launch(node: NodeFiles): Promise<ChildProcess> {
  const child = spawn('java', [...javaArguments(node, 'kafka.Kafka'), node.properties], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child.once('exit', () => running.delete(child)));
  return new Promise((started, fail) => {
    let log = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), 90_000);
    child.on('error', fail);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      fail(new Error(`Apache Kafka ended with ${code ?? signal} before it served:\n${log.slice(-8000)}`));
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (!log.includes('Kafka Server started')) return;
      clearTimeout(timer);
      child.stdout.removeAllListeners('data').resume();
      started(child);
    });
  });
}
