import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ActRepository, type ActRun, INSTALL_TIMEOUT_MS, installAct } from '../../support/act.ts';
import { ApacheKafka } from '../../support/apache-kafka.ts';
import { NODE, ROOT } from '../../support/cli.ts';
import { FakeGithub } from '../../support/fake-github.ts';
import { goldenFile } from '../../support/golden-runs.ts';
import { makeZip } from '../../support/make-zip.ts';
import { describeWith, KAFKA } from '../../support/needs.ts';

const HEAD = 'a10867b14bb761a232cd80139fbd4c0d33264240';
const PULL_EVENT = { event: 'pull_request', payload: { pull_request: { number: 7, head: { sha: HEAD } } } };
const REPORTS = ['ctrf.json', 'events.ndjson', 'junit.xml', 'report.html', 'report.json'];

let github: FakeGithub;
beforeEach(async () => {
  github = await FakeGithub.start();
  return () => github[Symbol.asyncDispose]();
});

/** What a job of a pull request is given: the API, and a token for it. */
function pullRequest(env: Readonly<Record<string, string>> = {}) {
  return {
    ...PULL_EVENT,
    secrets: { GITHUB_TOKEN: github.token },
    env: { GITHUB_API_URL: github.url, ...env },
  };
}

function expectExit({ exitCode, log }: ActRun, expected: number): void {
  expect(exitCode, log).toBe(expected);
}

function config(values: object): Record<string, string> {
  return { 'flowproof.yaml': JSON.stringify({ scenarios: '*.yaml', ...values }) };
}

const TOPICS = { pageviews: {}, pageviews_enriched: {}, upsell_events: {} };

function services(env: Readonly<Record<string, string>>): object {
  const service = (name: string): object => ({
    command: `node services/${name}.js`,
    env,
    ready: { group: name },
  });
  return { 'user-service': service('user-service'), promotions: service('promotions') };
}

describeWith(['go'], 'the example workflows, run by act as they are written,', () => {
  beforeAll(installAct, INSTALL_TIMEOUT_MS);

  it('basic.yml passes, comments, and uploads the reports', async () => {
    using repository = new ActRepository({});
    const run = await repository.run('basic.yml', pullRequest());
    expectExit(run, 0);
    expect(run.log).toContain('1 scenario passed');
    expect(github.comments.map(({ body }) => body.includes('event flows: 1 scenario · 1 passed'))).toEqual([
      true,
    ]);
    expect(repository.artifacts()['flowproof-report']).toEqual(expect.arrayContaining(REPORTS));
  });

  it('basic.yml fails with the services that are too slow, and uploads the reports all the same', async () => {
    const slow = services({ KAFKA_BOOTSTRAP: '${{ .kafka.bootstrap }}', DELAY_MS: '800' });
    using repository = new ActRepository(
      config({ scenarios: 'free-member-upsell.yaml', kafka: { topics: TOPICS }, services: slow }),
    );
    const run = await repository.run('basic.yml', pullRequest());
    expectExit(run, 1);
    expect(run.log).toMatch(/::error file=free-member-upsell\.yaml,line=\d+/);
    expect(github.comments[0]?.body).toContain('Consumer reached the Timeout fail condition');
    expect(repository.artifacts()['flowproof-report']).toEqual(expect.arrayContaining(REPORTS));
  });

  it('shards.yml spreads the scenarios over four jobs, and makes one report and one comment of them', async () => {
    const names = ['north', 'east', 'south', 'west', 'middle'];
    using repository = new ActRepository({
      ...config({ scenarios: 'regions/*.yaml', services: {} }),
      ...Object.fromEntries(names.map((name) => [`regions/${name}.yaml`, region(name)])),
    });
    const run = await repository.run(
      'shards.yml',
      pullRequest({ LAST_REPORT: goldenFile('check-failed', 'report.json') }),
    );
    expectExit(run, 0);
    const merged = JSON.parse(repository.readArtifact('flowproof-merged', 'report.json'));
    expect(merged).toMatchObject({ status: 'passed', counts: { total: 5, passed: 5 } });
    expect(Object.keys(repository.artifacts())).toEqual([
      'flowproof-merged',
      ...[1, 2, 3, 4].map((shard) => `flowproof-report-${shard}`),
    ]);
    expect(
      github.comments.map(({ body }) => body.includes('event flows in shards: 5 scenarios · 5 passed')),
    ).toEqual([true]);
  });

  it('forks.yml runs without a token that may write, and forks-comment.yml comments on what it left', async () => {
    using repository = new ActRepository({});
    github.isReadOnly = true;
    const first = await repository.run('forks.yml', pullRequest());
    expectExit(first, 0);
    expect(github.requests).toEqual([]);
    expect(repository.artifacts()).toEqual({ 'flowproof-report': ['report.json'] });

    github.isReadOnly = false;
    const report = repository.readArtifact('flowproof-report', 'report.json');
    const zip = makeZip({ 'report.json': report });
    github.artifacts.set(30433642, [{ id: 900, name: 'flowproof-report', zip }]);
    github.pulls.push({
      number: 7,
      state: 'open',
      head: { sha: HEAD, ref: 'patch-1', label: 'mallory:patch-1' },
    });
    const second = await repository.run('forks-comment.yml', {
      ...pullRequest(),
      event: 'workflow_run',
      payload: WORKFLOW_RUN,
    });
    expectExit(second, 0);
    expect(
      github.comments.map(({ body }) => body.includes('event flows of forks: 1 scenario · 1 passed')),
    ).toEqual([true]);
  });
});

/** A scenario that needs nothing but Kafka. */
function region(name: string): string {
  const topic = `orders-${name}`;
  return JSON.stringify({
    scenario: `orders of the ${name}`,
    tasks: {
      order: { produce: { topic, value: { region: name } } },
      seen: { consume: { topic, fail: { after: '10s' } }, checks: [`.record.value.region == "${name}"`] },
    },
  });
}

const WORKFLOW_RUN = {
  workflow_run: {
    id: 30433642,
    name: 'event flows of forks',
    event: 'pull_request',
    head_sha: HEAD,
    head_branch: 'patch-1',
    head_repository: { owner: { login: 'mallory' } },
    html_url: 'https://github.com/octo-org/shop/actions/runs/30433642',
  },
};

describeWith(['go', 'docker'], 'the example workflow for Docker, run by act as it is written,', () => {
  beforeAll(installAct, INSTALL_TIMEOUT_MS);

  it('docker.yml builds the images, and passes on Kafka in a container', async () => {
    const build = (name: string): object => ({
      image: `flowproof-test/act-${name}`,
      build: { context: '.', dockerfile: `${name}.Dockerfile` },
    });
    const image = (name: string): object => ({
      image: `flowproof-test/act-${name}`,
      env: { KAFKA_BOOTSTRAP: '${{ .kafka.bootstrap }}' },
      ready: { group: name },
    });
    const each = (form: (name: string) => object): object => ({
      'user-service': form('user-service'),
      promotions: form('promotions'),
    });
    using repository = new ActRepository({
      ...config({ scenarios: 'free-member-upsell.yaml', kafka: { topics: TOPICS }, services: each(image) }),
      'compose.yaml': JSON.stringify({ services: each(build) }),
    });
    const run = await repository.run('docker.yml', pullRequest());
    expectExit(run, 0);
    expect(run.log).toContain('docker 4.3.1');
    expect(github.comments).toEqual([]); // on-failure
    expect(repository.artifacts()['flowproof-report']).toEqual(expect.arrayContaining(REPORTS));
  }, 300_000);
});

describeWith(
  ['go', ...KAFKA, 'openssl'],
  'the example workflows for clusters that are there, run by act,',
  () => {
    const PASSWORD = 'alice-secret-of-the-cluster';
    const API_KEY = 'staging-key-71a0c4';
    let kafka: ApacheKafka;
    const running: ChildProcess[] = [];

    beforeAll(async () => {
      kafka = await ApacheKafka.start({ listeners: ['SASL_SSL'], users: { alice: PASSWORD } });
    }, 300_000);
    afterAll(async () => {
      for (const child of running) child.kill();
      await kafka?.[Symbol.asyncDispose]();
    });

    it('external.yml takes address and password from secrets, and shows neither', async () => {
      using repository = new ActRepository(
        config({
          scenarios: 'free-member-upsell.yaml',
          services: services({ KAFKA_BOOTSTRAP: kafka.bootstrap }),
          kafka: { topics: TOPICS },
          environments: {
            'test-cluster': {
              kafka: {
                sasl: {
                  mechanism: 'scram-sha-512',
                  username: 'alice',
                  password: '${{ .variables.KAFKA_PASSWORD }}',
                },
                tls: { ca: readFileSync(kafka.certificates?.ca ?? '', 'utf8') },
              },
              variables: { KAFKA_PASSWORD: { fromEnv: 'KAFKA_PASSWORD', secret: true } },
            },
          },
        }),
      );
      const secrets = { KAFKA_BOOTSTRAP: kafka.addressOf('SASL_SSL'), KAFKA_PASSWORD: PASSWORD };
      const run = await repository.run('external.yml', { event: 'push', secrets });
      expectExit(run, 0);
      expect(run.log).toContain('1 scenario passed');
      for (const secret of Object.values(secrets)) expect(run.log).not.toContain(secret);
    });

    it('scheduled.yml watches staging, several times each, without a word of its key', async () => {
      for (const name of ['user-service', 'promotions']) running.push(startOnStaging(name, kafka));
      using repository = new ActRepository({
        ...config({
          scenarios: '{free-member-upsell,refund}.yaml',
          environments: {
            staging: {
              kafka: { provider: 'external', bootstrap: [kafka.bootstrap] },
              variables: { API_KEY: { fromEnv: 'API_KEY', secret: true } },
            },
          },
        }),
        'free-member-upsell.yaml': readFileSync(
          join(ROOT, 'scenarios/retail/free-member-upsell.yaml'),
          'utf8',
        )
          .replace('tags: [retail, sla]', 'tags: [smoke]')
          .replace(
            'topic: pageviews\n',
            'topic: pageviews\n      headers: { api-key: "${{ .variables.API_KEY }}" }\n',
          ),
        'refund.yaml': JSON.stringify({
          scenario: 'a refund, which staging must not see',
          tags: ['smoke', 'writes'],
          tasks: { refund: { produce: { topic: 'refunds', value: 1 } } },
        }),
      });
      const run = await repository.run('scheduled.yml', {
        event: 'schedule',
        secrets: { STAGING_API_KEY: API_KEY },
      });
      expectExit(run, 0);
      expect(run.log).toContain('3 scenarios passed');
      expect(run.log).not.toContain(API_KEY);
      for (const file of REPORTS)
        expect(repository.readArtifact('flowproof-report', file)).not.toContain(API_KEY);
    });
  },
);

/** A service that runs all the time, wherever it is. */
function startOnStaging(name: string, { bootstrap }: ApacheKafka): ChildProcess {
  const file = join(ROOT, `scenarios/retail/services/${name}.js`);
  return spawn(NODE, [file], { env: { ...process.env, KAFKA_BOOTSTRAP: bootstrap }, stdio: 'ignore' });
}
