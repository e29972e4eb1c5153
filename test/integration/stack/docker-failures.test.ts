import { chmodSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { RunResult } from '../../../src/model/run-result.ts';
import { type CliSurroundings, runCli } from '../../support/cli.ts';
import { AS_ROOT, describeWith } from '../../support/needs.ts';
import { writeProject } from '../../support/project.ts';
import { startSmallDocker } from '../../support/small-docker.ts';
import { docker, leftInDocker } from '../../support/stack.ts';

const scenario = { tasks: { one: { produce: { topic: 't', value: 1 } } } };
const FAILING_BUILD = `FROM node:24-slim
LABEL flowproof.test=failing-build
RUN echo compiling && echo 'syntax error in line 3' >&2 && exit 7
`;
const SICK = `FROM node:24-slim
CMD ["sleep", "60"]
HEALTHCHECK --interval=1s --retries=1 CMD echo "database is missing"; exit 1
`;

/** How a run failed, as its user sees it. */
interface Failure {
  /** `flowproof.yaml:<line>:<column>: <sentence>` */
  readonly sentence: string;
  /** What is printed below: the last lines of what failed, and what to do. */
  readonly below: string;
}

/** Runs a project whose flowproof.yaml is this, and checks what all failures have in common. */
async function failureOf(
  config: string,
  {
    files = {},
    ...surroundings
  }: CliSurroundings & { readonly files?: Readonly<Record<string, string>> } = {},
): Promise<Failure> {
  const cwd = writeProject({ scenario, files: { 'flowproof.yaml': config, ...files } });
  chmodSync(cwd, 0o755);
  const run = await runCli(['run', '--config', join(cwd, 'flowproof.yaml')], { ...surroundings, cwd });
  expect(run.exitCode, run.stdout + run.stderr).toBe(3);
  expect(run.stderr).toBe('');
  expect(run.stdout).not.toMatch(/^\s+at .*:\d+/m);
  const { runId, message = '' }: RunResult = JSON.parse(
    readFileSync(join(run.output, 'report.json'), 'utf8'),
  );
  expect(leftInDocker(runId)).toEqual([]);
  // The failure stands above the closing lines, which begin with its sentence again.
  const [, shown = ''] = run.stdout.split('\n\n✗ ');
  const [first = '', ...below] = shown.split('\n');
  expect(first).toContain(message);
  return { sentence: first, below: below.join('\n') };
}

const service = (text: string): string => `scenarios: scenario.yaml\nservices:\n  web:\n    ${text}\n`;

describeWith(['docker'], 'what goes wrong in Docker is one clear error', () => {
  it.for(['unix:///nowhere/docker.sock', 'tcp://127.0.0.1:1', 'no address'])(
    'a daemon that does not answer at DOCKER_HOST "%s"',
    async (DOCKER_HOST) => {
      const { sentence, below } = await failureOf(service('image: node:24-slim'), { env: { DOCKER_HOST } });
      expect(sentence).toBe(`flowproof.yaml:4:12: no Docker daemon answers at DOCKER_HOST "${DOCKER_HOST}"`);
      expect(below).toContain('correct or unset DOCKER_HOST');
    },
  );

  it('an image that there is not, or a registry that is not reached', async () => {
    const { sentence, below } = await failureOf(service('image: flowproof.invalid/none:1'));
    expect(sentence).toMatch(
      /^flowproof.yaml:4:12: image "flowproof.invalid\/none:1" could not be pulled: .+/,
    );
    expect(below).toContain('the Docker daemon does not reach the registry');
  });

  it('an image whose name is none', async () => {
    const { sentence, below } = await failureOf(service('image: Node:24'));
    expect(sentence).toContain('flowproof.yaml:4:12: image "Node:24" could not be looked up: ');
    expect(below).toContain('[registry/]name[:tag]');
  });

  it('a port that is taken', async () => {
    const other = createServer().listen(0, '0.0.0.0');
    onTestFinished(() => void other.close());
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as AddressInfo;
    const { sentence, below } = await failureOf(
      `scenarios: scenario.yaml\nkafka:\n  provider: docker\n  port: ${port}\n`,
    );
    expect(sentence).toMatch(
      new RegExp(`^flowproof.yaml:4:9: the container of "kafka" could not be started: .*${port}`),
    );
    expect(below).toContain('end the program that listens there, or configure another port');
  });

  it('a build that fails, with its last lines, and without the container of the step that failed', async () => {
    const { sentence, below } = await failureOf(service('build: .'), {
      files: { Dockerfile: FAILING_BUILD },
    });
    expect(sentence).toMatch(/^flowproof.yaml:4:12: the build of service "web" failed: .*7/);
    expect(below).toContain('│ syntax error in line 3');
    expect(docker('ps', '--all', '--quiet', '--filter', 'label=flowproof.test=failing-build')).toEqual([]);
  });

  it.for(['build: nowhere', 'build: { context: ., dockerfile: None.Dockerfile }'])(
    'a build of what there is not: %s',
    async (text) => {
      const { sentence, below } = await failureOf(service(text));
      expect(sentence).toMatch(/^flowproof.yaml:4:12: the build of service "web" failed: .*(nowhere|None)/);
      expect(below).toContain('"context" is relative to flowproof.yaml, "dockerfile" to the context');
    },
  );

  it('a compose file that there is not', async () => {
    const { sentence } = await failureOf(service('compose: nothing.yaml'));
    expect(sentence).toMatch(
      /^flowproof.yaml:4:14: service "web": `docker compose config` failed: .*nothing.yaml: no such file/,
    );
  });

  it('a compose file with a mistake', async () => {
    const compose = 'services: { one: { imag: node } }';
    const { sentence } = await failureOf(service('compose: compose.yaml'), {
      files: { 'compose.yaml': compose },
    });
    expect(sentence).toMatch(/^flowproof.yaml:4:14: service "web": `docker compose config` failed: .*imag/);
  });

  it('a compose file of which a service cannot be built', async () => {
    const { sentence, below } = await failureOf(service('compose: compose.yaml'), {
      files: { 'compose.yaml': 'services: { one: { build: . } }', Dockerfile: FAILING_BUILD },
    });
    expect(sentence).toMatch(/^flowproof.yaml:4:14: service "web": `docker compose up` failed: .*7/);
    expect(below).toContain('syntax error in line 3');
    expect(docker('ps', '--all', '--quiet', '--filter', 'label=flowproof.test=failing-build')).toEqual([]);
  });

  it.for([
    ['never turns green', 'exit 1', '--retries=1', /dependency failed to start: container \S+ is unhealthy/],
    [
      'goes on without an answer',
      'sleep 60',
      '--timeout=60s',
      /was not ready within 4s: .* health check of "sick" says/,
    ],
  ] as const)(
    'a compose file in which a health check that others depend on %s',
    async ([, check, option, said]) => {
      const config = service('compose: compose.yaml\n    grace: 0s\n    ready: { port: 8080, timeout: 4s }');
      const compose = `services:
  one: { image: node:24-slim, depends_on: { sick: { condition: service_healthy } } }
  sick: { build: . }`;
      const Dockerfile = `FROM node:24-slim
CMD ["sh", "-c", "echo no database; sleep 60"]
HEALTHCHECK --interval=1s ${option} CMD ${check}
`;
      const { sentence, below } = await failureOf(config, { files: { 'compose.yaml': compose, Dockerfile } });
      expect(sentence).toMatch(/^flowproof.yaml:6:12: service "web"/);
      expect(sentence).toMatch(said);
      expect(below).toContain('│ sick | no database');
    },
  );

  it('a command that is not in the image', async () => {
    const { sentence, below } = await failureOf(service('{ image: node:24-slim, command: nothing }'));
    expect(sentence).toMatch(
      /^flowproof.yaml:4:\d+: the container of "web" could not be started: exec: "nothing"/,
    );
    expect(below).toContain('that program must be in the image');
  });

  it('a container that exits at once, with its last lines and code', async () => {
    const program = `console.error('no configuration'); process.exit(4)`;
    const { sentence, below } = await failureOf(
      service(
        `image: node:24-slim\n    command: node -e "${program}"\n    ports: [8080]\n    ready: { port: 8080 }`,
      ),
    );
    expect(sentence).toBe('flowproof.yaml:3:3: service "web" exited with code 4');
    expect(below).toContain('│ no configuration');
  });

  it.for([
    [
      'http: "${{ .services.web.url }}/health"',
      /waited until http:\S+\/health answers 2xx, but .*(ECONNREFUSED|hang up|ECONNRESET)/,
    ],
    ['port: 8080', /waited until port 8080 is open, but .*(ECONNREFUSED|nobody listens)/],
    ['log: /^started/', /waited until a line matches \/\^started\/, but no line matched/],
    ['exec: echo still loading; exit 3', /succeeds, but it ends with code 3 \(still loading\)/],
    ['group: web', /waited until group "web" is stable, but there is no group "web"/],
    ['healthy: true', /its health check is green, but the health check of "web" says (unhealthy|starting)/],
  ] as const)('a container that is never ready by %s', async ([ready, said]) => {
    const config = service(
      `build: .\n    ports: [8080]\n    grace: 0s\n    ready: { ${ready}, timeout: 3s }`,
    );
    const { sentence, below } = await failureOf(config, { files: { Dockerfile: SICK } });
    expect(sentence).toMatch(/^flowproof.yaml:7:12: service "web" was not ready within 3s: /);
    expect(sentence).toMatch(said);
    expect(below).toContain('raise services.web.ready.timeout');
  });
});

describeWith(['docker', 'root'], 'what a machine lacks of Docker is one clear error', () => {
  /** The socket of the daemon is in /run. */
  const withoutSocket = [
    ...AS_ROOT,
    'unshare',
    '--mount',
    'sh',
    '-c',
    'mount -t tmpfs none /run; exec "$@"',
    '-',
  ];

  it('a daemon that does not run', async () => {
    const { sentence, below } = await failureOf(service('image: node:24-slim'), { within: withoutSocket });
    expect(sentence).toBe('flowproof.yaml:4:12: the Docker daemon does not run');
    expect(below).toContain('start it');
  });

  it('Docker itself', async () => {
    const within = [...withoutSocket, 'env', 'PATH=/nowhere'];
    const { sentence, below } = await failureOf(service('compose: compose.yaml'), { within });
    expect(sentence).toBe('flowproof.yaml:4:14: this run needs Docker, which is not installed');
    expect(below).toContain('install Docker, or use kafka.provider: embedded and services that are commands');
  });

  it('room on the disk of the daemon, in a build and in one of a compose file', {
    timeout: 120_000,
  }, async () => {
    await using small = await startSmallDocker(16);
    const files = {
      Dockerfile: 'FROM scratch\nCOPY large /\n',
      large: 'x'.repeat(40 * 2 ** 20),
      'compose.yaml': 'services: { one: { build: . } }',
    };
    for (const form of ['build: .', 'compose: compose.yaml']) {
      const { sentence, below } = await failureOf(service(form), { files, env: { DOCKER_HOST: small.host } });
      expect(sentence).toMatch(/^flowproof.yaml:4:\d+: .*no space left on device/);
      expect(below).toContain('free space where Docker keeps its data');
    }
  });
});
