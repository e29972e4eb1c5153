import { resolve } from 'node:path';
import { describeError } from '../base/errors.ts';
import type { CommentInputs } from '../github/inputs.ts';
import { ANNOTATION_CHARACTERS, ERRORS_PER_STEP } from '../github/limits.ts';
import { outputsOf } from '../github/outputs.ts';
import type { Step } from '../github/step.ts';
import type { RunResult } from '../model/run-result.ts';
import { reporters } from '../reporters/index.ts';
import type { Output } from '../reporters/reporter.ts';
import { commentOnPull } from './comment-on-pull.ts';
import { markInCheckRun } from './mark-in-check-run.ts';

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
    readonly annotations: 'true' | 'false' | 'check-run';
    readonly baseline: string | undefined;
  };
  /** What tells this job's part of a comment from those of others. */
  readonly job: string;
  /** The working directory, absolute: the files of the result are relative to it. */
  readonly cwd: string;
  /** Absolute. */
  readonly reportDirectory: string;
}

/** GitHub's limits for annotations that a step prints. */
export const ANNOTATION_LIMITS = { maxErrors: ERRORS_PER_STEP, maxCharacters: ANNOTATION_CHARACTERS };

/** Summary, annotations, comment, outputs: whatever goes wrong with one is a warning, and the verdict stays. */
export async function publish(result: RunResult, publication: Publication): Promise<void> {
  const { inputs, step } = publication;
  const attempt = async <Value>(
    what: string,
    action: () => Value | Promise<Value>,
  ): Promise<Value | undefined> => {
    try {
      return await action();
    } catch (cause) {
      step.warn(`flowproof could not write ${what}: ${describeError(cause)}`);
      return undefined;
    }
  };
  if (inputs.summary && step.summaryRoom > 0)
    await attempt('the job summary', () => summarize(result, publication));
  if (inputs.annotations !== 'false') await attempt('annotations', () => annotate(result, publication));
  const url = await attempt('the comment', () => commentOnPull(result, publication));
  await attempt('outputs', () =>
    step.setOutputs({
      ...outputsOf(result),
      ...reportPaths(publication.reportDirectory),
      ...(url === undefined ? {} : { 'comment-url': url }),
    }),
  );
}

/** Where the reports are that other steps use. */
function reportPaths(directory: string): Record<'report-json' | 'junit' | 'html', string> {
  return {
    'report-json': resolve(directory, reporters.json.file),
    junit: resolve(directory, reporters.junit.file),
    html: resolve(directory, reporters.html.file),
  };
}

function summarize(result: RunResult, { step, cwd }: Publication): void {
  const options = { maxBytes: step.summaryRoom, linkOf: linkFrom(step, cwd) };
  reporters.summary.start({ write: step.appendSummary }, options).end?.(result);
}

async function annotate(result: RunResult, publication: Publication): Promise<void> {
  const { inputs, step, stdout, cwd } = publication;
  if (inputs.annotations === 'check-run' && (await markInCheckRun(result, publication))) return;
  const fileOf = (file: string): string | undefined => step.fileInRepository(file, cwd);
  reporters.annotations.start(stdout, { ...ANNOTATION_LIMITS, fileOf }).end?.(result);
}

/** The address of a line of a file that is named from `cwd`. */
export function linkFrom(step: Step, cwd: string): (file: string, line: number) => string | undefined {
  return (file, line) => {
    const path = step.fileInRepository(file, cwd);
    return path === undefined ? undefined : step.linkTo(path, line);
  };
}
