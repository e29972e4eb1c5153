import type { CommentInputs } from '../github/inputs.ts';
import { ANNOTATION_CHARACTERS, ERRORS_PER_STEP } from '../github/limits.ts';
import type { Step } from '../github/step.ts';
import type { RunResult } from '../model/run-result.ts';
import type { Diagrams } from '../reporters/markup/scenario-section.ts';
import type { Output } from '../reporters/reporter.ts';

/** What an action may use of the process. */
export interface ActionSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly step: Step;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
}

/** How a result is told to GitHub. */
export interface Publication extends ActionSurroundings {
  readonly inputs: CommentInputs & {
    readonly summary: boolean;
    readonly diagrams: Diagrams;
    readonly annotations: 'true' | 'false' | 'check-run';
  };
  /** An earlier result, to compare with. */
  readonly baseline: RunResult | undefined;
  /** What tells this job's part of a comment from those of others. */
  readonly job: string;
  /** The working directory, absolute: the files of the result are relative to it. */
  readonly cwd: string;
  /** Absolute. */
  readonly reportDirectory: string;
}

/** GitHub's limits for annotations that a step prints. */
export const ANNOTATION_LIMITS = { maxErrors: ERRORS_PER_STEP, maxCharacters: ANNOTATION_CHARACTERS };

/** The address of a line of a file that is named from `cwd`. */
export function linkFrom(step: Step, cwd: string): (file: string, line: number) => string | undefined {
  return (file, line) => {
    const path = step.fileInRepository(file, cwd);
    return path === undefined ? undefined : step.linkTo(path, line);
  };
}
