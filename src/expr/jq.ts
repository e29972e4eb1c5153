import { renderDuration } from '../base/duration.ts';
import type { Json } from '../model/json.ts';
import { findFault, type SyntaxChecker } from './check-program.ts';
import { JqThread, type Limits, type NoAnswer } from './jq-thread.ts';
import { type JqOutcome, readLines, renderInputs, wrap, wrapPresence } from './jq-wire.ts';
import { askScript, readScriptResult } from './js-wire.ts';
import { Program } from './program.ts';
import { drawRandom, findRandomUses } from './random-uses.ts';
import {
  evaluateSimple,
  leadsSomewhere,
  parseSimple,
  type SimpleProgram,
  splitAtPipe,
} from './simple-path.ts';

/** jq 1.8, and JavaScript, in a thread of their own, so that no program holds up the clock of a run. */
export interface Jq extends AsyncDisposable {
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

const LIMITS: Limits = { timeLimitMs: 5000, memoryLimitBytes: 2 ** 30 };
/** What the thread is given at a time, so that the limits are those of a program and not of a large topic. */
const BATCH = 1000;
const BATCH_CHARACTERS = 4_000_000;

/** Nothing is loaded before the first use. Limits default to 5 s and 1 GiB. */
export function createJq(limits: Partial<Limits> = {}): Jq {
  return new JqEngine({ ...LIMITS, ...limits });
}

class JqEngine implements Jq {
  readonly #limits: Limits;
  readonly #thread: JqThread;
  /** Of programs by their text; undefined for one that only jq can evaluate. */
  readonly #simple = new Map<string, SimpleProgram | undefined>();

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#thread = new JqThread(limits);
  }

  async check(program: Program | string): Promise<void> {
    const given = typeof program === 'string' ? new Program({ text: program }) : program;
    const fault = await findFault(given, this.#syntax);
    if (fault) throw fault;
  }

  async evaluate(program: Program | string, inputs: readonly Json[]): Promise<readonly JqOutcome[]> {
    if (typeof program === 'object' && program.language === 'js')
      return inParts(inputs, (part) => this.#askScript(program.text, part));
    const text = textOf(program);
    const uses = findRandomUses(text);
    return this.#evaluate(uses ? inputs.map((input) => drawRandom(input, uses)) : inputs, {
      natively: (simple, input) => wrapOutput(evaluateSimple(simple, input)),
      simple: this.#simpleOf(text),
      program: uses?.program ?? text,
    });
  }

  async exists(program: Program | string, inputs: readonly Json[]): Promise<readonly boolean[]> {
    if (typeof program === 'object' && program.language === 'js') return inputs.map(() => true);
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
    let fault: string | undefined;
    const found = await inParts(texts, async (part) => {
      const message = await this.#thread.ask({ kind: 'search', pattern, flags, texts: part });
      if (message.kind === 'search') return message.answer;
      fault = this.#describe(message);
      return [];
    });
    return fault ?? found;
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
    const rest = (await this.#pipe(how.program, open)).values();
    return known.map((outcome) => outcome ?? rest.next().value ?? { outputs: [] });
  }

  /** Follows the path that a program begins with here, so that jq is sent what it leads to and not all of the context. */
  async #pipe(program: string, inputs: readonly Json[]): Promise<readonly JqOutcome[]> {
    const piped = splitAtPipe(program);
    const ask = (text: string, some: readonly Json[]): Promise<readonly JqOutcome[]> =>
      inParts(some, (part) => this.#askJq(text, part));
    if (!piped) return ask(program, inputs);
    const starts = inputs.map((input) => evaluateSimple(piped.path, input));
    const short = (
      await ask(
        piped.rest,
        starts.filter((start) => start !== undefined),
      )
    ).values();
    const long = (
      await ask(
        program,
        inputs.filter((_, index) => starts[index] === undefined),
      )
    ).values();
    return starts.map((start) => (start === undefined ? long : short).next().value ?? { outputs: [] });
  }

  async #askJq(program: string, inputs: readonly Json[]): Promise<readonly JqOutcome[]> {
    const input = renderInputs(inputs);
    if (input.length > BATCH_CHARACTERS && inputs.length > 1) {
      const middle = Math.ceil(inputs.length / 2);
      const first = await this.#askJq(program, inputs.slice(0, middle));
      return [...first, ...(await this.#askJq(program, inputs.slice(middle)))];
    }
    const message = await this.#thread.ask({ kind: 'jq', program: wrap(program), input });
    if (message.kind !== 'jq') return this.#fail(inputs, message);
    const { stdout, stderr } = message.answer;
    const outcomes = readLines(stdout);
    const error = stderr.split('\n')[0] || 'it stopped without a result';
    return inputs.map((_, index) => outcomes.get(index) ?? { outputs: [], error });
  }

  async #askScript(program: string, inputs: readonly Json[]): Promise<readonly JqOutcome[]> {
    const message = await this.#thread.ask(askScript(program, inputs));
    return message.kind === 'js' ? message.answer.map(readScriptResult) : this.#fail(inputs, message);
  }

  #fail(inputs: readonly Json[], none: NoAnswer): readonly JqOutcome[] {
    return inputs.map(() => ({ outputs: [], error: this.#describe(none) }));
  }

  #describe(none: NoAnswer): string {
    return none.kind === 'timeout'
      ? `it did not end within ${renderDuration(this.#limits.timeLimitMs)}`
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

/** Asks about all inputs, so many at a time, in order. */
async function inParts<Input, Result>(
  inputs: readonly Input[],
  ask: (part: readonly Input[]) => Promise<readonly Result[]>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < inputs.length; at += BATCH)
    results.push(...(await ask(inputs.slice(at, at + BATCH))));
  return results;
}

function textOf(program: Program | string): string {
  return typeof program === 'string' ? program : program.text;
}

function wrapOutput(output: Json | undefined): JqOutcome | undefined {
  return output === undefined ? undefined : { outputs: [output] };
}
