import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE, ROOT } from './cli.ts';
import { type RunnerLog, readRunnerLog } from './runner-log.ts';

/** How a step of a job came out, as the runner sees it. */
export interface StepRun extends RunnerLog {
  readonly exitCode: number | null;
  readonly stderr: string;
  /** All that it printed, commands too, nothing masked. */
  readonly stdout: string;
  /** What it wrote for the page of the run. */
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What it kept for its post step. */
  readonly state: Readonly<Record<string, string>>;
}

/** What a step is given. */
export interface StepOptions {
  /** By name, as a workflow writes them. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The action's file in dist/. */
  readonly main?: string;
  /** Of a post step: what its step kept. */
  readonly state?: Readonly<Record<string, string>>;
  /** The event that started the workflow, of `GITHUB_EVENT_PATH`. */
  readonly event?: unknown;
  /** Called with each piece of output, and a way to send the process a signal. */
  readonly onOutput?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/**
 * A GitHub job on this machine: a workspace with files of the repository, and the action as it ships, in a folder of
 * its own with no packages beside it.
 */
export class GithubJob implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'flowproof-job-'));
  readonly workspace = join(this.#folder, 'work');
  readonly #action = join(this.#folder, 'action');
  #steps = 0;

  /** @param files files and folders of this repository that are checked out */
  constructor(files: readonly string[]) {
    for (const file of files) cpSync(join(ROOT, file), join(this.workspace, file), { recursive: true });
    mkdirSync(this.workspace, { recursive: true });
    cpSync(join(ROOT, 'dist'), join(this.#action, 'dist'), { recursive: true });
    writeFileSync(join(this.#action, 'package.json'), '{"type":"module"}');
  }

  /** As `npm ci` does for the services under test. */
  installPackages(): void {
    symlinkSync(join(ROOT, 'node_modules'), join(this.workspace, 'node_modules'));
  }

  /** Writes a file of the workspace. */
  write(file: string, text: string): void {
    writeFileSync(join(this.workspace, file), text);
  }

  /** Runs the action as a step, and reads back what it told the runner. */
  async run({
    inputs = {},
    env = {},
    main = 'main.js',
    event = {},
    state = {},
    onOutput,
  }: StepOptions = {}): Promise<StepRun> {
    const files = join(this.#folder, `step-${this.#steps++}`);
    mkdirSync(files);
    for (const name of ['output', 'summary', 'env', 'path', 'state']) writeFileSync(join(files, name), '');
    writeFileSync(join(files, 'event.json'), JSON.stringify(event));
    const child = spawn(NODE, [join(this.#action, 'dist', main)], {
      cwd: this.workspace,
      env: { ...this.#environment(files), ...inputVariables(inputs), ...stateVariables(state), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      texts.stdout += text;
      onOutput?.(text, (signal) => child.kill(signal));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
    const exitCode = await new Promise<number | null>((done, fail) =>
      child.on('error', fail).on('close', done),
    );
    return {
      exitCode,
      ...texts,
      ...readRunnerLog(texts.stdout),
      summary: readFileSync(join(files, 'summary'), 'utf8'),
      outputs: readValues(readFileSync(join(files, 'output'), 'utf8')),
      state: readValues(readFileSync(join(files, 'state'), 'utf8')),
    };
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
  #environment(files: string): Record<string, string> {
    return {
      PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`,
      HOME: this.#folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: this.workspace,
      GITHUB_OUTPUT: join(files, 'output'),
      GITHUB_STEP_SUMMARY: join(files, 'summary'),
      GITHUB_ENV: join(files, 'env'),
      GITHUB_PATH: join(files, 'path'),
      GITHUB_STATE: join(files, 'state'),
      GITHUB_EVENT_PATH: join(files, 'event.json'),
      GITHUB_EVENT_NAME: 'push',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'http://127.0.0.1:9', // nobody is there
      GITHUB_REPOSITORY: 'octo-org/shop',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: '6dcb09b5b57875f334f61aebed695e2e4193db5e',
      GITHUB_RUN_ID: '1658821493',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'event-flows',
      GITHUB_WORKFLOW: 'ci',
      RUNNER_TEMP: files,
      RUNNER_OS: 'Linux',
    };
  }
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

/** `name<<delimiter`, lines, `delimiter`; the last one of a name counts. */
function readValues(text: string): Record<string, string> {
  const outputs = text.matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n\2\n/gm);
  return Object.fromEntries(Array.from(outputs, ([, name = '', , value = '']) => [name, value]));
}
