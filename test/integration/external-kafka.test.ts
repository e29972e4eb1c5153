import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApacheKafka } from '../support/apache-kafka.ts';
import { type CliRun, runCli } from '../support/cli.ts';
import { describeWith, KAFKA } from '../support/needs.ts';

const PASSWORD = 'a password+of/alice=';

const scenario = `
scenario: An order on a secured cluster
tasks:
  order: { produce: { topic: orders, value: { id: 1 } } }
  there:
    consume: { topic: orders }
    checks: [.record.value.id: 1]
`;

describeWith([...KAFKA, 'openssl'], 'flowproof on an external cluster', () => {
  let broker: ApacheKafka;
  beforeAll(async () => {
    broker = await ApacheKafka.start({ listeners: ['MTLS', 'SASL_SSL'], users: { alice: PASSWORD } });
  });
  afterAll(() => broker?.[Symbol.asyncDispose]());

  /** Runs the scenario from a folder that has the certificates beside its flowproof.yaml. */
  async function runWith(kafka: object, password = PASSWORD): Promise<CliRun> {
    const folder = mkdtempSync(join(tmpdir(), 'flowproof-external-'));
    const { ca = '', clientCertificate = '', clientKey = '' } = broker.certificates ?? {};
    for (const [from, to] of [
      [ca, 'ca.pem'],
      [clientCertificate, 'cert.pem'],
      [clientKey, 'key.pem'],
    ] as const)
      copyFileSync(from, join(folder, to));
    const project = {
      scenarios: 'scenario.yaml',
      variables: { PASSWORD: { fromEnv: 'KAFKA_PASSWORD', secret: true } },
      kafka: { provider: 'external', createTopics: true, ...kafka },
    };
    writeFileSync(join(folder, 'flowproof.yaml'), JSON.stringify(project));
    writeFileSync(join(folder, 'scenario.yaml'), scenario);
    return runCli(['run', '--config', join(folder, 'flowproof.yaml')], { env: { KAFKA_PASSWORD: password } });
  }

  function scram(): object {
    const sasl = { mechanism: 'scram-sha-512', username: 'alice', password: '${{ .variables.PASSWORD }}' };
    return { bootstrap: broker.addressOf('SASL_SSL'), tls: { ca: 'ca.pem' }, sasl };
  }

  it('logs in with SCRAM over TLS, the password from the environment', async () => {
    const run = await runWith(scram());
    expect(run.stdout).toContain('1 scenario passed');
    expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  });

  it('shows its certificate (mTLS)', async () => {
    const tls = { ca: 'ca.pem', cert: 'cert.pem', key: 'key.pem' };
    const run = await runWith({ bootstrap: broker.addressOf('MTLS'), tls });
    expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  });

  it('ends with exit 3 and what to set when the password is wrong, which nothing shows', async () => {
    const wrong = 'wrong password+/=';
    const run = await runWith(scram(), wrong);
    expect(run.exitCode).toBe(3);
    expect(run.stdout + run.stderr).toContain('refused the credentials (scram-sha-512)');
    expect(run.stdout + run.stderr).toContain('check kafka.sasl');
    const reports = readdirSync(run.output).map((name) => readFileSync(join(run.output, name), 'utf8'));
    for (const text of [run.stdout, run.stderr, ...reports]) {
      expect(text).not.toContain(wrong);
      expect(text).not.toContain(Buffer.from(wrong).toString('base64'));
    }
  });

  it('ends with exit 2 when a certificate is not where it is said to be', async () => {
    const run = await runWith({ bootstrap: broker.addressOf('MTLS'), tls: { ca: 'missing.pem' } });
    expect(run.stdout + run.stderr).toContain('kafka.tls.ca: file "missing.pem" cannot be read');
    expect(run.exitCode).toBe(2);
  });
});
