import { relative, resolve } from 'node:path';
import { renderAnnotations } from '../base/annotation.ts';
import { describeError } from '../base/errors.ts';
import { explainFailure } from '../cli/fail.ts';
import { openReportFiles } from '../cli/report-files.ts';
import { failureFindings } from '../github/failure-findings.ts';
import { type RunInputs, runInputs } from '../github/inputs.ts';
import { ANNOTATION_CHARACTERS, ERRORS_PER_STEP } from '../github/limits.ts';
import { outputsOf } from '../github/outputs.ts';
import { readInputs } from '../github/read-inputs.ts';
import type { Step } from '../github/step.ts';
import { run } from '../index.ts';
import type { RunResult } from '../model/run-result.ts';
import { reporters } from '../reporters/index.ts';
import type { Output, Reporter } from '../reporters/reporter.ts';

/** What the action may use of the process. */
export interface ActionSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly step: Step;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
}

/** A run of the action whose inputs are right. */
interface Job extends ActionSurroundings {
  readonly inputs: RunInputs;
  /** The working directory, absolute. */
  readonly cwd: string;
  /** Absolute. */
  readonly reportDirectory: string;
}

/** Runs the scenarios that the inputs name and tells GitHub what came out; returns the exit code of language.md §9. */
export async function runAction(surroundings: ActionSurroundings): Promise<number> {
  const { env, step } = surroundings;
  let cwd = step.workspace;
  try {
    const inputs = readInputs(runInputs, env);
    cwd = resolve(cwd, inputs['working-directory']);
    const job: Job = {
      ...surroundings,
      inputs,
      cwd,
      reportDirectory: resolve(cwd, inputs['report-directory']),
    };
    const result = await runScenarios(job);
    publish(result, job);
    return result.exitCode;
  } catch (cause) {
    return tellFailure(cause, cwd, surroundings);
  }
}

async function runScenarios({
  inputs,
  cwd,
  reportDirectory,
  env,
  stdout,
  step,
  signal,
}: Job): Promise<RunResult> {
  await using opened = new AsyncDisposableStack();
  return await run({
    cwd,
    env: withoutInputs(env),
    signal,
    config: inputs.config,
    files: inputs.scenarios,
    environment: inputs.environment,
    kafka: inputs.kafka,
    variables: inputs.variables,
    seed: inputs.seed,
    reporters({ secrets }): readonly Reporter[] {
      step.mask(secrets);
      opened.use(step.stopCommands());
      const files = opened.use(openReportFiles(reportDirectory));
      const reportPath = relative(cwd, files.reportPath);
      return [reporters.console.start(stdout, { color: !env.NO_COLOR, reportPath }), ...files.reporters];
    },
  });
}

/** What services inherit: the inputs, with the token, are the action's own. */
function withoutInputs(env: ActionSurroundings['env']): ActionSurroundings['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
}

/** Summary, annotations, outputs: whatever goes wrong with them is a warning, and the verdict stays. */
function publish(result: RunResult, { inputs, cwd, reportDirectory, step, stdout }: Job): void {
  const attempt = (what: string, action: () => void): void => {
    try {
      action();
    } catch (cause) {
      step.warn(`flowproof could not write ${what}: ${describeError(cause)}`);
    }
  };
  const fileOf = (file: string): string | undefined => step.fileInRepository(file, cwd);
  const linkOf = (file: string, line: number): string | undefined => {
    const path = fileOf(file);
    return path === undefined ? undefined : step.linkTo(path, line);
  };
  if (inputs.summary && step.summaryRoom > 0) {
    const options = { maxBytes: step.summaryRoom, linkOf };
    attempt('the job summary', () =>
      reporters.summary.start({ write: step.appendSummary }, options).end?.(result),
    );
  }
  if (inputs.annotations) {
    attempt('annotations', () => reporters.annotations.start(stdout, { ...LIMITS, fileOf }).end?.(result));
  }
  attempt('outputs', () => step.setOutputs(outputsOf(result, resolve(reportDirectory, reporters.json.file))));
}

const LIMITS = { maxErrors: ERRORS_PER_STEP, maxCharacters: ANNOTATION_CHARACTERS };

/** Nothing was run: the log says why, and the places in the files are marked. Returns the exit code. */
function tellFailure(cause: unknown, cwd: string, { step, stdout }: ActionSurroundings): number {
  const { text, exitCode } = explainFailure(cause, () => undefined);
  {
    using _ = step.stopCommands();
    stdout.write(text);
  }
  const fileOf = (file: string): string | undefined => step.fileInRepository(file, cwd);
  stdout.write(renderAnnotations(failureFindings(cause), { ...LIMITS, fileOf }));
  step.setOutputs({ status: 'error' });
  return exitCode;
}
