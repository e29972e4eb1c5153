import { renderDuration } from '../base/duration.ts';
import type { Json } from '../model/json.ts';
import { findFault, type SyntaxChecker } from './check-program.ts';
import { JqThread, type NoAnswer } from './jq-thread.ts';
import { type JqOutcome, readLines, renderInputs, wrap, wrapPresence } from './jq-wire.ts';
import { Program } from './program.ts';
import { evaluateSimple, leadsSomewhere, parseSimple, type SimpleProgram } from './simple-path.ts';

/** jq 1.8 in a thread of its own, so that no program holds up the clock of a run. */
export interface Jq extends AsyncDisposable {
  /** Loads the engine in the background: the first program then does not wait for it. */
  warmUp(): void;
  /**
   * Is this a program that may run? Nothing is evaluated.
   * @throws ScenarioError EXPRESSION_SYNTAX, EXPRESSION_FORBIDDEN; with the place when the program has a span
   */
  check(program: Program | string): Promise<void>;
  /** One outcome per input, in order. An error in one input leaves the others alone. */
  evaluate(program: Program | string, inputs: readonly Json[]): Promise<readonly JqOutcome[]>;
  /** Per input: does the path lead to something, be it null? A program that is no path always does. */
  exists(program: Program | string, inputs: readonly Json[]): Promise<readonly boolean[]>;
  /**
   * Per text: does the pattern, with JavaScript's flags, occur in it? Instead the text of an error when that took too
   * long. The pattern must be right.
   */
  search(pattern: string, flags: string, texts: readonly string[]): Promise<readonly boolean[] | string>;
}

const TIME_LIMIT_MS = 5000;
/** Inputs that the thread is given at a time, so that the limit is that of a program and not of a large topic. */
const BATCH = 1000;

/** Nothing is loaded before the first use. @param timeLimitMs that one evaluation may take; default 5 s */
export function createJq({ timeLimitMs = TIME_LIMIT_MS }: { readonly timeLimitMs?: number } = {}): Jq {
  return new JqEngine(timeLimitMs);
}

class JqEngine implements Jq {
  readonly #timeLimitMs: number;
  readonly #thread: JqThread;
  /** Of programs by their text; undefined for one that only jq can evaluate. */
  readonly #simple = new Map<string, SimpleProgram | undefined>();

  constructor(timeLimitMs: number) {
    this.#timeLimitMs = timeLimitMs;
    this.#thread = new JqThread(timeLimitMs);
  }

  warmUp(): void {
    this.#thread.warmUp();
  }

  async check(program: Program | string): Promise<void> {
    const given = typeof program === 'string' ? new Program({ text: program }) : program;
    const fault = await findFault(given, this.#syntax);
    if (fault) throw fault;
  }

  evaluate(program: Program | string, inputs: readonly Json[]): Promise<readonly JqOutcome[]> {
    const text = textOf(program);
    return this.#evaluate(inputs, {
      natively: (simple, input) => wrapOutput(evaluateSimple(simple, input)),
      simple: this.#simpleOf(text),
      program: text,
    });
  }

  async exists(program: Program | string, inputs: readonly Json[]): Promise<readonly boolean[]> {
    const text = textOf(program);
    const outcomes = await this.#evaluate(inputs, {
      natively: (simple, input) => wrapOutput(leadsSomewhere(simple, input)),
      simple: this.#simpleOf(text),
      program: wrapPresence(text),
    });
    return outcomes.map(({ outputs }) => outputs[0] !== false);
  }

  async search(
    pattern: string,
    flags: string,
    texts: readonly string[],
  ): Promise<readonly boolean[] | string> {
    const found: boolean[] = [];
    for (let at = 0; at < texts.length; at += BATCH) {
      const message = await this.#thread.ask({
        kind: 'search',
        pattern,
        flags,
        texts: texts.slice(at, at + BATCH),
      });
      if (message.kind !== 'search') return this.#describe(message);
      found.push(...message.answer);
    }
    return found;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#thread[Symbol.asyncDispose]();
  }

  #simpleOf(text: string): SimpleProgram | undefined {
    if (!this.#simple.has(text)) this.#simple.set(text, parseSimple(text));
    return this.#simple.get(text);
  }

  async #evaluate(inputs: readonly Json[], how: Evaluation): Promise<readonly JqOutcome[]> {
    const { simple, natively } = how;
    const known = inputs.map((input) => simple && natively(simple, input));
    const open = inputs.filter((_, index) => known[index] === undefined);
    const rest = (await this.#ask(how.program, open)).values();
    return known.map((outcome) => outcome ?? rest.next().value ?? { outputs: [] });
  }

  async #ask(program: string, inputs: readonly Json[]): Promise<readonly JqOutcome[]> {
    const outcomes: JqOutcome[] = [];
    for (let at = 0; at < inputs.length; at += BATCH)
      outcomes.push(...(await this.#askBatch(program, inputs.slice(at, at + BATCH))));
    return outcomes;
  }

  async #askBatch(program: string, inputs: readonly Json[]): Promise<readonly JqOutcome[]> {
    const question = { kind: 'jq', program: wrap(program), input: renderInputs(inputs) } as const;
    const message = await this.#thread.ask(question);
    if (message.kind !== 'jq') return inputs.map(() => ({ outputs: [], error: this.#describe(message) }));
    const { stdout, stderr } = message.answer;
    const outcomes = readLines(stdout);
    const error = stderr.split('\n')[0] || 'it stopped without a result';
    return inputs.map((_, index) => outcomes.get(index) ?? { outputs: [], error });
  }

  #describe(none: NoAnswer): string {
    return none.kind === 'timeout'
      ? `it did not end within ${renderDuration(this.#timeLimitMs)}`
      : `the engine stopped: ${none.reason}`;
  }

  readonly #syntax: SyntaxChecker = {
    isSimple: (text) => this.#simpleOf(text) !== undefined,
    compile: async (program) => {
      const message = await this.#thread.ask({ kind: 'jq', program, input: '' });
      return message.kind === 'jq' && message.answer.exitCode === COMPILE_ERROR
        ? message.answer.stderr
        : undefined;
    },
  };
}

/** jq's exit code for a program that it cannot read. */
const COMPILE_ERROR = 3;

interface Evaluation {
  readonly program: string;
  readonly simple: SimpleProgram | undefined;
  readonly natively: (simple: SimpleProgram, input: Json) => JqOutcome | undefined;
}

function textOf(program: Program | string): string {
  return typeof program === 'string' ? program : program.text;
}

function wrapOutput(output: Json | undefined): JqOutcome | undefined {
  return output === undefined ? undefined : { outputs: [output] };
}
