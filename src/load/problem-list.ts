import { type ErrorCode, ScenarioError, ScenarioProblems } from '../base/errors.ts';
import { byPlace } from './parse-documents.ts';
import { readSource } from './read-source.ts';
import type { SourceText } from './source-text.ts';

/** Gathers what is wrong with the files of a run, so that all of it can be told at once. */
export class ProblemList {
  readonly #problems: ScenarioError[] = [];
  readonly #sources = new Map<string, string>();

  add(...problems: readonly ScenarioError[]): void {
    this.#problems.push(...problems);
  }

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  /** Keeps the text of a file for error frames. */
  keep({ file, text }: SourceText): void {
    this.#sources.set(file, text);
  }

  /** Reads a file and keeps its text for error frames; undefined, and a problem, when it cannot be read. */
  async read(path: string, file: string): Promise<SourceText | undefined> {
    try {
      const source = await readSource(path, file);
      this.keep(source);
      return source;
    } catch (cause) {
      if (!(cause instanceof ScenarioError)) throw cause;
      this.add(cause);
      return undefined;
    }
  }

  /**
   * @param forgiven problems that do not count
   * @throws ScenarioProblems with every problem in the order of files and places, none twice; nothing when there is none
   */
  throwIfAny(forgiven?: ErrorCode): void {
    const counted = this.#problems.filter(({ code }) => code !== forgiven);
    if (counted.length === 0) return;
    const seen = new Map(
      counted.map((problem) => [JSON.stringify([problem.span, problem.message]), problem]),
    );
    throw new ScenarioProblems([...seen.values()].toSorted(byFileAndPlace), this.#sources);
  }
}

function byFileAndPlace(a: ScenarioError, b: ScenarioError): number {
  const [left = '', right = ''] = [a.span?.file, b.span?.file];
  if (left !== right) return left < right ? -1 : 1;
  return byPlace(a, b);
}
