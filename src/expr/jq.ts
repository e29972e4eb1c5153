import { Worker } from 'node:worker_threads';
import { renderDuration } from '../base/duration.ts';
import { ScenarioError } from '../base/errors.ts';
import { isJsonObject, type Json, parseJson, renderJson } from '../model/json.ts';
import { forbiddenWord } from './forbidden.ts';
import type { JqRequest, JqResponse } from './jq-worker.ts';

/** What a program gave for one input: its results up to the error, if it met one. */
export interface JqOutcome {
  readonly outputs: readonly Json[];
  /** jq's own words. */
  readonly error?: string | undefined;
}

/** jq 1.8 in a thread of its own, so that no program holds up the clock of a run. */
export interface Jq extends AsyncDisposable {
  /**
   * Is this a program that may run?
   * @throws ScenarioError EXPRESSION_SYNTAX, EXPRESSION_FORBIDDEN
   */
  check(program: string): Promise<void>;
  /** One outcome per input, in order. An error in one input leaves the others alone. */
  evaluate(program: string, inputs: readonly Json[]): Promise<readonly JqOutcome[]>;
}

const TIME_LIMIT_MS = 5000;
/** What jq says of a place in a program, which is a place in our wrapper. */
const PLACE = / at <top-level>, line \d+(, column \d+)?:?/;

/** Nothing is loaded before the first use. @param timeLimitMs that one evaluation may take; default 5 s */
export function createJq({ timeLimitMs = TIME_LIMIT_MS }: { readonly timeLimitMs?: number } = {}): Jq {
  const thread = new JqThread(timeLimitMs);
  const checked = new Map<string, Promise<void>>();
  return {
    check(program) {
      const known = checked.get(program) ?? checkProgram(thread, program);
      checked.set(program, known);
      return known;
    },
    async evaluate(program, inputs) {
      if (inputs.length === 0) return [];
      const response = await thread.ask(wrap(program), inputs.map((input) => renderJson(input)).join('\n'));
      if (response === 'timeout') {
        return inputs.map(() => ({
          outputs: [],
          error: `the program did not end within ${renderDuration(timeLimitMs)}`,
        }));
      }
      const lines = response.stdout.split('\n').filter((line) => line !== '');
      return inputs.map((_, index) => readOutcome(lines[index], response));
    },
    [Symbol.asyncDispose]: () => thread[Symbol.asyncDispose](),
  };
}

async function checkProgram(thread: JqThread, program: string): Promise<void> {
  const forbidden = forbiddenWord(program);
  if (forbidden !== undefined) {
    throw new ScenarioError(
      'EXPRESSION_FORBIDDEN',
      `"${forbidden}" is not allowed in an expression: ${program}`,
      {
        hint: 'an expression reads its context only: no files, no environment, no other input',
      },
    );
  }
  // By itself first: a program such as ".a) | (.b" is right only inside the wrapper. `empty` on no input runs nothing.
  const response = await thread.ask(program, '');
  if (response !== 'timeout' && response.exitCode === 3) {
    const [first = ''] = response.stderr.split('\n');
    throw new ScenarioError(
      'EXPRESSION_SYNTAX',
      `jq cannot read "${program}": ${first.replace('jq: error: ', '').replace(PLACE, '')}`,
    );
  }
}

/** Every result as {v}, an error as {e} and then no more: one list an input, whatever happens in it. */
function wrap(program: string): string {
  return `reduce (label $flowproof | try ((${program}\n) | {v: .}) catch ({e: .}, break $flowproof)) as $one ([]; . + [$one])`;
}

function readOutcome(line: string | undefined, response: JqResponse): JqOutcome {
  const list = line === undefined ? undefined : parseJson(line);
  if (!Array.isArray(list)) return { outputs: [], error: response.stderr.split('\n')[0] ?? 'no result' };
  const outputs: Json[] = [];
  for (const one of list as readonly Json[]) {
    if (!isJsonObject(one)) continue;
    if ('e' in one)
      return {
        outputs,
        error: typeof one.e === 'string' ? one.e : `error: ${renderJson(one.e ?? null)}`,
      };
    outputs.push(one.v ?? null);
  }
  return { outputs };
}

interface Pending {
  readonly resolve: (response: JqResponse | 'timeout') => void;
  readonly timer: NodeJS.Timeout;
}

/** The thread with its questions. One that takes too long ends the thread; the next question starts another. */
class JqThread implements AsyncDisposable {
  readonly #timeLimitMs: number;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #nextId = 0;
  /** One at a time, so that the time limit is each question's own. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(timeLimitMs: number) {
    this.#timeLimitMs = timeLimitMs;
  }

  ask(program: string, input: string): Promise<JqResponse | 'timeout'> {
    const answer = this.#last.then(() => this.#ask(program, input));
    this.#last = answer;
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(program: string, input: string): Promise<JqResponse | 'timeout'> {
    const worker = this.#start();
    const id = this.#nextId++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#giveUp(id), this.#timeLimitMs);
      this.#pending.set(id, { resolve, timer });
      worker.ref();
      worker.postMessage({ id, program, input } satisfies JqRequest);
    });
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./jq-worker.${extension}`, import.meta.url));
    worker.on('message', (response: JqResponse) => this.#settle(response.id, response));
    worker.on('error', (cause) => this.#crash(cause));
    this.#worker = worker;
    return worker;
  }

  #settle(id: number, response: JqResponse | 'timeout'): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (pending) clearTimeout(pending.timer);
    if (this.#pending.size === 0) this.#worker?.unref();
    pending?.resolve(response);
  }

  #giveUp(id: number): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
    this.#settle(id, 'timeout');
  }

  /** The engine itself broke (out of memory): the question gets that for an answer, the next one a new thread. */
  #crash(cause: unknown): void {
    this.#worker = undefined;
    for (const id of this.#pending.keys())
      this.#settle(id, { id, stdout: '', stderr: `jq stopped: ${String(cause)}`, exitCode: 5 });
  }
}
