import { resolve } from 'node:path';
import { renderAnnotations } from '../base/annotation.ts';
import { explainFailure } from '../cli/fail.ts';
import { failureFindings } from '../github/failure-findings.ts';
import { renderFailureSummary } from '../reporters/failure-summary.ts';
import { type ActionSurroundings, ANNOTATION_LIMITS } from './publication.ts';

/**
 * Says in the log and the job summary why nothing was run, and marks the places in the files. Returns the exit code.
 * @param cwd what the places are named from
 */
export function tellFailure(
  cause: unknown,
  { step, stdout }: ActionSurroundings,
  cwd: string = resolve('.'),
): number {
  const { text, exitCode } = explainFailure(cause, () => undefined);
  {
    using _ = step.stopCommands();
    stdout.write(text);
  }
  if (step.summaryRoom > 0) step.appendSummary(renderFailureSummary(text));
  const fileOf = (file: string): string | undefined => step.fileInRepository(file, cwd);
  stdout.write(renderAnnotations(failureFindings(cause), { ...ANNOTATION_LIMITS, fileOf }));
  step.setOutputs({ status: 'error' });
  return exitCode;
}
