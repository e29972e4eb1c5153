import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApacheKafka } from '../support/apache-kafka.ts';
import { ROOT, runCli } from '../support/cli.ts';
import { describeWith, KAFKA } from '../support/needs.ts';
import { docker } from '../support/stack.ts';

const RETAIL = join(ROOT, 'scenarios/retail');
const NAMES = ['user-service', 'promotions'] as const;
const USERS = { alice: 'alice-secret' };

/** Where Kafka comes from, as flowproof.yaml says it, and what services take as its address. */
const kafkas: Readonly<Record<string, (external: ApacheKafka) => KafkaChoice>> = {
  embedded: () => ({ config: {}, bootstrap: OWN }),
  docker: () => ({ config: { provider: 'docker' }, bootstrap: OWN }),
  'external, plaintext': ({ bootstrap }) => ({ config: { provider: 'external', bootstrap }, bootstrap }),
  'external, SASL_SSL with SCRAM': (external) => ({
    config: {
      provider: 'external',
      bootstrap: external.addressOf('SASL_SSL'),
      sasl: { mechanism: 'scram-sha-512', username: 'alice', password: USERS.alice },
      tls: { ca: pemOf(external.certificates?.ca) },
    },
    bootstrap: external.bootstrap,
  }),
  'external, mTLS': (external) => ({
    config: {
      provider: 'external',
      bootstrap: external.addressOf('MTLS'),
      tls: {
        ca: pemOf(external.certificates?.ca),
        cert: pemOf(external.certificates?.clientCertificate),
        key: pemOf(external.certificates?.clientKey),
      },
    },
    bootstrap: external.bootstrap,
  }),
};

interface KafkaChoice {
  readonly config: object;
  readonly bootstrap: string;
}

const OWN = '${{ .kafka.bootstrap }}';

/** What the services run as; `delayMs` is the promotions service's. */
const forms: Readonly<Record<string, (env: Readonly<Record<string, string>>) => object>> = {
  processes: (env) => each((name) => ({ command: `node services/${name}.js`, env })),
  images: (env) => each((name) => ({ image: imageOf(name), env })),
  builds: (env) => each((name) => ({ build: { context: '.', dockerfile: `${name}.Dockerfile` }, env })),
  compose: (env) => ({ retail: { compose: 'compose.yaml', env, ready: { group: NAMES } } }),
};

function each(form: (name: string) => object): object {
  return Object.fromEntries(NAMES.map((name) => [name, { ...form(name), ready: { group: name } }]));
}

describeWith([...KAFKA, 'openssl', 'docker'], 'the retail scenario', () => {
  let external: ApacheKafka;
  let folder: string;

  beforeAll(async () => {
    // Inside the repository, as the processes take their Kafka client from its node_modules.
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    folder = mkdtempSync(join(ROOT, '.cache/retail-'));
    cpSync(RETAIL, folder, { recursive: true });
    for (const name of NAMES)
      docker('build', '--quiet', '--tag', imageOf(name), '--file', `${RETAIL}/${name}.Dockerfile`, RETAIL);
    external = await ApacheKafka.start({
      listeners: ['SASL_SSL', 'MTLS'],
      users: USERS,
      plaintextHost: ownAddress(),
    });
  }, 300_000);

  afterAll(async () => {
    await external?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  /** Runs it with Kafka and services as named; gives back exit code and output. */
  async function run(
    kafka: string,
    form: string,
    delayMs: number,
  ): Promise<{ exitCode: number | null; stdout: string }> {
    const choice = kafkas[kafka]?.(external) ?? { config: {}, bootstrap: OWN };
    const topics = Object.fromEntries(
      ['pageviews', 'pageviews_enriched', 'upsell_events'].map((name) => [name, {}]),
    );
    const config = {
      scenarios: 'free-member-upsell.yaml',
      kafka: { ...choice.config, topics },
      services: forms[form]?.({ KAFKA_BOOTSTRAP: choice.bootstrap, DELAY_MS: String(delayMs) }),
    };
    const file = join(folder, 'flowproof.yaml');
    writeFileSync(file, JSON.stringify(config));
    return runCli(['run', '--config', file]);
  }

  const cells = Object.keys(kafkas).flatMap((kafka) => Object.keys(forms).map((form) => ({ kafka, form })));

  it.for(cells)(
    'passes on $kafka Kafka with services as $form',
    { timeout: 180_000 },
    async ({ kafka, form }) => {
      const { exitCode, stdout } = await run(kafka, form, 0);
      expect(exitCode, stdout).toBe(0);
      expect(stdout).toContain('user 12345 is on the Free plan');
    },
  );

  it.for([
    { kafka: 'embedded', form: 'builds' },
    { kafka: 'docker', form: 'images' },
    { kafka: 'docker', form: 'processes' },
    { kafka: 'external, SASL_SSL with SCRAM', form: 'compose' },
  ])(
    'fails on $kafka Kafka with a slow promotions service as $form',
    { timeout: 180_000 },
    async ({ kafka, form }) => {
      const { exitCode, stdout } = await run(kafka, form, 800);
      expect(exitCode, stdout).toBe(1);
      expect(stdout).toContain('Consumer reached the Timeout fail condition');
      expect(stdout).toMatch(/it came after \d+ ms, \d+ ms late/);
    },
  );
});

/** An address of this machine that containers reach too. */
function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

function imageOf(name: string): string {
  return `flowproof-test/${name}`;
}

function pemOf(path: string | undefined): string {
  return path === undefined ? '' : readFileSync(path, 'utf8');
}
