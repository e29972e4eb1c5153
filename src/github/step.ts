import { randomUUID } from 'node:crypto';
import { appendFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { describeError } from '../base/errors.ts';
import { renderWorkflowCommand } from '../base/workflow-command.ts';
import { SUMMARY_BYTES } from './limits.ts';
import { type Outputs, renderFileCommands } from './outputs.ts';

/** What a step of a GitHub job is given. */
export interface StepSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output: the runner reads the step's log and its commands from it. */
  readonly stdout: { write(text: string): void };
}

/** The step of a GitHub job that this process is; the way to all that GitHub offers it. What fails is one warning, never an error. */
export interface Step {
  /** The root of the checked-out repository, absolute. */
  readonly workspace: string;
  /** Bytes that the job summary still takes; 0 when there is none. */
  readonly summaryRoom: number;
  /** The page of the workflow run; undefined when that is not known. */
  readonly runUrl: string | undefined;
  setOutputs(values: Outputs): void;
  appendSummary(markdown: string): void;
  /** Keeps a text for the post step; a later one of the same name takes its place. */
  saveState(name: string, value: string): void;
  /** In the post step: what the step has kept. */
  readState(name: string): string | undefined;
  /** From here on the runner shows these texts, and each line of them, as `***`. */
  mask(secrets: readonly string[]): void;
  /** What the runner shows in the log and in the list of annotations. */
  warn(message: string): void;
  /** From here on nothing that is printed is taken for a command, until the result is disposed. */
  stopCommands(): Disposable;
  /** The path of a file as the repository has it, with `/`; undefined when it is outside. `file` is relative to `directory`. */
  fileInRepository(file: string, directory: string): string | undefined;
  /** The address of a line of a file of the repository, at a commit, else that of the run; undefined when that is not known. */
  linkTo(path: string, line: number, commit?: string): string | undefined;
}

/** The step of these surroundings. Outside GitHub, where nothing is set, it keeps silent. */
export function createStep({ env, stdout }: StepSurroundings): Step {
  const workspace = resolve(env.GITHUB_WORKSPACE ?? '.');
  const warn = (message: string): void => stdout.write(`${renderWorkflowCommand('warning', {}, message)}\n`);
  const append = (variable: string, text: string): void => {
    const file = env[variable];
    if (!file || text === '') return;
    try {
      appendFileSync(file, text);
    } catch (cause) {
      warn(`flowproof could not write ${variable}: ${describeError(cause)}`);
    }
  };

  return {
    workspace,
    summaryRoom: roomIn(env.GITHUB_STEP_SUMMARY),
    runUrl: runUrl(env),
    setOutputs: (values: Outputs) => append('GITHUB_OUTPUT', renderFileCommands(values, randomUUID())),
    saveState: (name, value) => append('GITHUB_STATE', renderFileCommands({ [name]: value }, randomUUID())),
    readState: (name) => env[`STATE_${name}`],
    appendSummary: (markdown) => append('GITHUB_STEP_SUMMARY', markdown),
    mask(secrets) {
      for (const secret of secrets) stdout.write(`${renderWorkflowCommand('add-mask', {}, secret)}\n`);
    },
    warn,
    stopCommands() {
      const token = randomUUID();
      stdout.write(`${renderWorkflowCommand('stop-commands', {}, token)}\n`);
      return { [Symbol.dispose]: () => stdout.write(`${renderWorkflowCommand(token, {}, '')}\n`) };
    },
    fileInRepository: (file, directory) => pathInside(workspace, resolve(directory, file)),
    linkTo(path, line, commit = env.GITHUB_SHA) {
      const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
      // A path of a stranger's report may try to lead elsewhere.
      if (!server || !repository || !commit || path.split('/').includes('..')) return undefined;
      const encoded = path.split('/').map(encodeURIComponent).join('/');
      return `${server}/${repository}/blob/${commit}/${encoded}#L${line}`;
    },
  };
}

function runUrl(env: StepSurroundings['env']): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}

/** The summary of a step may have been begun by the steps of a composite action. */
function roomIn(summaryFile: string | undefined): number {
  if (!summaryFile) return 0;
  const size = statSync(summaryFile, { throwIfNoEntry: false })?.size ?? 0;
  return Math.max(SUMMARY_BYTES - size, 0);
}

function pathInside(directory: string, path: string): string | undefined {
  const inside = relative(directory, path);
  const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return isOutside ? undefined : inside.split(sep).join('/');
}
