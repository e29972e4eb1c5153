import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { NODE, ROOT } from '../support/cli.ts';
import { runProgram } from '../support/run-program.ts';

const TIMEOUT_MS = 60_000;
const [runExample = '', embeddedExample = ''] = Array.from(
  readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm),
  ([, program]) => program,
);
const REGISTRY_PROGRAM = `import { EmbeddedRegistry } from 'flowproof/embedded-registry';
await using registry = await EmbeddedRegistry.start();
const answer = await fetch(\`\${registry.url}/subjects\`);
console.log(await answer.text());
`;
/** Uses the types as strictly as anybody can; what is wrong in it must be found, else they say nothing. */
const TYPED_PROGRAM = `import { type Reporter, type RunEvent, type RunOptions, type RunResult, run, ScenarioProblems } from 'flowproof';
import { EmbeddedKafka, type EmbeddedKafkaOptions, type FailedRequests } from 'flowproof/embedded';
import { EmbeddedRegistry } from 'flowproof/embedded-registry';
const seen: RunEvent['type'][] = [];
const reporter: Reporter = { name: 'mine', on: (event) => void seen.push(event.type) };
export async function failedTasks(options: RunOptions): Promise<string[]> {
  const { scenarios }: RunResult = await run({ ...options, reporters: () => [reporter] });
  return scenarios.flatMap(({ tasks }) => tasks.filter(({ status }) => status === 'failed').map(({ name }) => name));
}
export const firstProblem = (error: unknown): number | undefined =>
  error instanceof ScenarioProblems ? error.problems[0]?.span?.line : undefined;
export async function misbehave(options: EmbeddedKafkaOptions, failure: FailedRequests): Promise<string> {
  await using kafka = await EmbeddedKafka.start(options);
  using _failing = kafka.faults.failRequests(failure);
  return kafka.bootstrap;
}
export const registryUrl: string = (await EmbeddedRegistry.start({ port: 0 })).url;
// @ts-expect-error: no such status
export const isLucky = (result: RunResult): boolean => result.status === 'lucky';
// @ts-expect-error: no such option
await EmbeddedKafka.start({ partitions: 3 });
`;
const SCENARIO = `scenario: Echo
suite: library
tasks:
  send:
    produce: { topic: echo, records: [{ value: hello }] }
  receive:
    after: send
    consume: { topic: echo, fail: { after: 10s } }
`;

let project: string;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-library-'));
  await runProgram('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, timeoutMs: TIMEOUT_MS });
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  project = join(folder, 'project');
  write('package.json', '{ "private": true, "type": "module" }');
  write('flowproof.yaml', 'scenarios: scenarios/*.yaml\n');
  write('scenarios/echo.yaml', SCENARIO);
  const tarball = join(folder, `flowproof-${version}.tgz`);
  await runProgram('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], {
    cwd: project,
    timeoutMs: TIMEOUT_MS,
  });
});

describe('the packed package in a project that has nothing else', () => {
  it('runs scenarios as the README shows', async () => {
    expect(await runInProject('run.js', runExample)).toMatch(/^passed, 1 of 1$/m);
  });

  it('starts the embedded Kafka as the README shows, and lets the process end', async () => {
    expect(await runInProject('embedded.js', embeddedExample)).toMatch(/^127\.0\.0\.1:\d+$/m);
  });

  it('starts the embedded schema registry', async () => {
    expect(await runInProject('registry.js', REGISTRY_PROGRAM)).toBe('[]\n');
  });

  it('gives the command its place', async () => {
    const command = join(project, 'node_modules/.bin/flowproof');
    const { stdout } = await runProgram(NODE, [command, 'validate'], { cwd: project, timeoutMs: TIMEOUT_MS });
    expect(stdout).toContain('1 scenario');
  });

  it('declares its types without the help of another package', async () => {
    write('run.ts', runExample);
    write('embedded.ts', embeddedExample);
    write('typed.ts', TYPED_PROGRAM);
    const compilerOptions = {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      module: 'nodenext',
      target: 'esnext',
      lib: ['esnext'],
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules/@types')],
    };
    write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    await runProgram(NODE, [join(ROOT, 'node_modules/typescript/lib/tsc.js'), '-p', project], {
      timeoutMs: TIMEOUT_MS,
    });
  });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

/** What a program prints that lies in the project. */
async function runInProject(name: string, program: string): Promise<string> {
  write(name, program);
  const { stdout } = await runProgram(NODE, [name], { cwd: project, timeoutMs: TIMEOUT_MS });
  return stdout;
}
