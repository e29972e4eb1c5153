import { renderProblem } from '../base/code-frame.ts';
import { renderCount } from '../base/count.ts';
import { FlowproofError, ScenarioProblems } from '../base/errors.ts';

const ISSUES = 'https://github.com/flowproof/flowproof/issues';

/** The exit code of a bug in flowproof. */
const BUG = 70;

/** What to print for anything that was thrown, and the exit code to end with. */
export function explainFailure(
  cause: unknown,
  sourceOf: (file: string) => string | undefined,
): { readonly text: string; readonly exitCode: number } {
  if (cause instanceof ScenarioProblems) {
    const frames = cause.problems.map((problem) =>
      renderProblem(problem, problem.span && sourceOf(problem.span.file)),
    );
    return {
      text: `${frames.join('\n\n')}\n\n${renderCount(cause.problems.length, 'problem')}; nothing was run\n`,
      exitCode: cause.exitCode,
    };
  }
  if (cause instanceof FlowproofError) {
    return {
      text: `${renderProblem(cause, cause.span && sourceOf(cause.span.file))}\n`,
      exitCode: cause.exitCode,
    };
  }
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return {
    text: `this is a bug in flowproof; please report it with these lines at ${ISSUES}:\n${stack}\n`,
    exitCode: BUG,
  };
}
