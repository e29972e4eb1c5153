import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { cachedFolder } from './cache.ts';
import { NODE, ROOT } from './cli.ts';
import { runProgram } from './run-program.ts';

const ACT = 'github.com/nektos/act@v0.2.89';
const STAND_INS = join(import.meta.dirname, 'act');
/** What the examples use, and where it is on this machine: act fetches nothing. It knows actions/checkout itself. */
const ACTIONS: Readonly<Record<string, string>> = {
  'actions/setup-node@v6': 'setup-node',
  'actions/upload-artifact@v5': 'upload-artifact',
  'actions/download-artifact@v6': 'download-artifact',
};

/** How a workflow came out. */
export interface ActRun {
  readonly exitCode: number | null;
  /** What people see of all its jobs, secrets masked. */
  readonly log: string;
}

/** What starts a workflow, and what it is given. */
export interface ActOptions {
  /** Such as `pull_request`. */
  readonly event: string;
  /** Of `GITHUB_EVENT_PATH`. */
  readonly payload?: unknown;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** Installs act where it is missing (minutes, the first time: call it in `beforeAll`); gives its path. */
export async function installAct(): Promise<string> {
  const folder = await cachedFolder(`act-${ACT.split('@')[1]}`, (bin) =>
    runProgram('go', ['install', ACT], { env: { GOBIN: bin }, timeoutMs: INSTALL_TIMEOUT_MS }),
  );
  return join(folder, 'act');
}

/** How long that may take. */
export const INSTALL_TIMEOUT_MS = 600_000;

/**
 * A reader's repository on this machine, and act to run its workflows as GitHub's runner does, without containers. Its
 * actions are those of this repository, and stand-ins for GitHub's own.
 * @see https://github.com/nektos/act
 */
export class ActRepository implements Disposable {
  readonly #home = mkdtempSync(join(tmpdir(), 'flowproof-act-'));
  readonly #repository = join(this.#home, 'repository');
  readonly #action = join(this.#home, 'flowproof');
  readonly #artifacts = join(this.#home, 'artifacts');

  /** @param files by path; a name of a workflow of docs/workflows is checked in beside them when it is run */
  constructor(files: Readonly<Record<string, string>>) {
    mkdirSync(join(this.#home, '.config/act'), { recursive: true });
    writeFileSync(join(this.#home, '.config/act/actrc'), '-P ubuntu-latest=-self-hosted\n');
    for (const part of ['dist', 'action.yml', 'merge', 'comment', 'package.json'])
      cpSync(join(ROOT, part), join(this.#action, part), { recursive: true });
    // act copies the repository to a folder below its home: the services find their packages on the way up.
    symlinkSync(join(ROOT, 'node_modules'), join(this.#home, 'node_modules'));
    mkdirSync(this.#artifacts);
    cpSync(join(ROOT, 'scenarios/retail'), this.#repository, { recursive: true });
    const workflows = readdirSync(join(ROOT, 'docs/workflows'));
    for (const name of workflows)
      this.#write(`.github/workflows/${name}`, readFileSync(join(ROOT, 'docs/workflows', name), 'utf8'));
    for (const [path, text] of Object.entries({ ...PACKAGE, ...files })) this.#write(path, text);
    this.#git('init', '--quiet');
    this.#git('remote', 'add', 'origin', 'https://github.com/octo-org/shop.git');
    this.#git('add', '--all');
    this.#git('commit', '--quiet', '--message', 'all');
  }

  /** Runs one of the workflows of docs/workflows, as it is written. */
  async run(workflow: string, { event, payload = {}, secrets = {}, env = {} }: ActOptions): Promise<ActRun> {
    const eventPath = join(this.#home, 'event.json');
    writeFileSync(eventPath, JSON.stringify(payload));
    const pairs = (option: string, values: Readonly<Record<string, string>>): string[] =>
      Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
    const local = { 'flowproof/flowproof@v0': this.#action, ...ACTION_FOLDERS };
    const args = [
      event,
      ...['--workflows', `.github/workflows/${workflow}`, '--eventpath', eventPath],
      ...['--no-cache-server', '--artifact-server-addr', '127.0.0.1'],
      ...pairs('--local-repository', local),
      ...pairs('--secret', secrets),
      ...pairs('--env', { ARTIFACTS: this.#artifacts, ...env }),
    ];
    const path = [STAND_INS, dirname(NODE), process.env.PATH].join(delimiter);
    const child = spawn(await installAct(), args, {
      cwd: this.#repository,
      env: { ...process.env, HOME: this.#home, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    }
    return await new Promise((done, fail) =>
      child.on('error', fail).on('close', (exitCode) => done({ exitCode, log })),
    );
  }

  /** The uploaded artifacts by name, with the paths of their files. */
  artifacts(): Readonly<Record<string, readonly string[]>> {
    const names = readdirSync(this.#artifacts).toSorted();
    return Object.fromEntries(
      names.map((name) => [
        name,
        readdirSync(join(this.#artifacts, name), { recursive: true, encoding: 'utf8' }),
      ]),
    );
  }

  /** A file of an uploaded artifact. */
  readArtifact(name: string, file: string): string {
    return readFileSync(join(this.#artifacts, name, file), 'utf8');
  }

  [Symbol.dispose](): void {
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 3 });
  }

  #write(path: string, text: string): void {
    const file = join(this.#repository, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  #git(...args: readonly string[]): void {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
    execFileSync('git', [...identity, ...args], { cwd: this.#repository });
  }
}

const ACTION_FOLDERS = Object.fromEntries(
  Object.entries(ACTIONS).map(([action, folder]) => [action, join(STAND_INS, folder)]),
);

/** For `npm ci`: the packages themselves are those of this repository. */
const PACKAGE = {
  'package.json': '{ "name": "shop", "version": "1.0.0", "private": true }\n',
  'package-lock.json':
    '{ "name": "shop", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": { "": { "name": "shop", "version": "1.0.0" } } }\n',
};
