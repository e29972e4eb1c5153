import { type ChildProcess, spawn } from 'node:child_process';
import { resolve as resolvePath } from 'node:path';
import { z } from 'zod';
import { renderDuration } from '../base/duration.ts';
import { RunError } from '../base/errors.ts';
import { renderText, resolve } from '../expr/resolve.ts';
import { freeform, input } from '../expr/template.ts';
import { duration } from '../model/duration.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { defineTask, type TaskContext } from './define-task.ts';

const text = z.string().min(1);
const DEFAULT_TIMEOUT_MS = 60_000;
/** Of each of its outputs; the rest is dropped. */
const MOST_OUTPUT = 1 << 20;
const LINES_SHOWN = 20;

const spec = z.strictObject({
  command: z.union([input(text), z.array(input(z.string())).min(1)]).meta({
    description: 'a command line for the shell, or a program with its arguments',
    examples: ['node check.js', ['node', 'check.js']],
  }),
  stdin: freeform().optional().describe('what it reads: text as it is, anything else as JSON'),
  env: z.record(text, freeform()).optional().describe('added to the environment that it inherits'),
  cwd: input(text)
    .optional()
    .describe("its working directory, relative to the scenario's file; default: its folder"),
  timeout: input(duration).optional().describe('it is ended after that, and the task fails; default 60s'),
});

/** How a command ended. */
interface Ended {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

/** `exec` (language.md §6): runs a command. Without checks its exit code must be 0. */
export const exec = defineTask({
  kind: 'exec',
  summary: 'runs a command; .result has its code, stdout and stderr',
  examples: [{ command: ['node', 'check.js'], timeout: '10s' }],
  emits: 'result',
  spec,
  async run(given, context) {
    const evaluated = await resolve(given, () => context.expressionContext(), context.jq);
    const { timeout = DEFAULT_TIMEOUT_MS } = evaluated;
    const child = start(evaluated, context);
    const { code, stdout, stderr, timedOut } = await finish(child, timeout, context);
    const result: JsonObject = { code, stdout, stderr, ...parsedOutput(stdout) };
    await context.publish([{ what: 'result', value: result, atMs: context.clock.nowMs() }]);
    const lines = stderr.trimEnd().split('\n').slice(-LINES_SHOWN);
    const span = context.spanOf(['exec', timedOut ? 'timeout' : 'command']);
    if (timedOut)
      return {
        failure: { message: `the command did not end within ${renderDuration(timeout)}`, span },
        detail: lines,
      };
    if (code !== 0 && !context.hasChecks)
      return { failure: { message: `the command ended with exit code ${code}`, span }, detail: lines };
    return {};
  },
});

type ExecSpec = Omit<z.output<typeof spec>, 'command' | 'cwd'> & {
  readonly command: string | readonly string[];
  readonly cwd?: string;
};

function start(given: unknown, context: TaskContext): ChildProcess {
  const { command, env = {}, cwd, stdin } = given as ExecSpec; // of the schema, evaluated
  const [program = '', ...args] = typeof command === 'string' ? [command] : command;
  const added = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, renderText(value as Json)]),
  );
  const child = spawn(program, args, {
    cwd: resolvePath(context.files.directory, cwd ?? '.'),
    env: { ...context.processEnv, ...added },
    shell: typeof command === 'string',
    // A group of its own, so that all it starts can be ended with it.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin?.on('error', () => undefined); // it need not read what it is given
  child.stdin?.end(stdin === undefined ? '' : renderText(stdin as Json));
  return child;
}

/** @throws the signal's reason, after the command has been ended; RunError when it could not be started */
async function finish(
  child: ChildProcess,
  timeoutMs: number,
  { clock, signal }: TaskContext,
): Promise<Ended> {
  const outputs = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (piece: string) => {
      if (outputs[name].length < MOST_OUTPUT) outputs[name] += piece;
    });
  }
  let timedOut = false;
  const end = (): void => endGroup(child);
  using _timer = clock.at(clock.nowMs() + timeoutMs, () => {
    timedOut = true;
    end();
  });
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    const code = await new Promise<number | null>((resolved, rejected) => {
      child.on('error', rejected).on('close', resolved);
    });
    signal.throwIfAborted();
    return { code, ...outputs, timedOut };
  } catch (cause) {
    signal.throwIfAborted();
    throw new RunError('EXEC_NOT_STARTED', `the command could not be started: ${(cause as Error).message}`, {
      cause,
    }); // of the error event
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause; // it has ended by itself
  }
}

/** Output that is JSON can be asked like a value. */
function parsedOutput(stdout: string): JsonObject {
  try {
    return { json: JSON.parse(stdout) as Json };
  } catch {
    return {}; // most commands print text
  }
}
