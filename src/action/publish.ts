import { resolve } from 'node:path';
import { describeError } from '../base/errors.ts';
import { outputsOf } from '../github/outputs.ts';
import type { RunResult } from '../model/run-result.ts';
import { reporters } from '../reporters/index.ts';
import { commentOnPull } from './comment-on-pull.ts';
import { markInCheckRun } from './mark-in-check-run.ts';
import { ANNOTATION_LIMITS, linkFrom, type Publication } from './publication.ts';

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

function summarize(result: RunResult, { inputs, step, cwd }: Publication): void {
  const options = { maxBytes: step.summaryRoom, linkOf: linkFrom(step, cwd), diagrams: inputs.diagrams };
  reporters.summary.start({ write: step.appendSummary }, options).end?.(result);
}

async function annotate(result: RunResult, publication: Publication): Promise<void> {
  const { inputs, step, stdout, cwd } = publication;
  if (inputs.annotations === 'check-run' && (await markInCheckRun(result, publication))) return;
  const fileOf = (file: string): string | undefined => step.fileInRepository(file, cwd);
  reporters.annotations.start(stdout, { ...ANNOTATION_LIMITS, fileOf }).end?.(result);
}
