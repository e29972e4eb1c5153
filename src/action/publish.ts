import { resolve } from 'node:path';
import { describeError } from '../base/errors.ts';
import { outputsOf } from '../github/outputs.ts';
import type { RunResult } from '../model/run-result.ts';
import { reporters } from '../reporters/index.ts';
import { commentOnPull } from './comment-on-pull.ts';
import { markInCheckRun } from './mark-in-check-run.ts';
import { ANNOTATION_LIMITS, linkFrom, type Publication } from './publication.ts';

/**
 * Summary, outputs, annotations, comment: whatever goes wrong with one is a warning, and the verdict stays. What needs
 * no network comes first, and what the step has told before it was killed is not told again by its post step.
 */
export async function publish(result: RunResult, publication: Publication): Promise<void> {
  const { inputs, step } = publication;
  const told = new Set(step.readState(TOLD)?.split(','));
  const attempt = async (what: string, action: () => void | Promise<void>): Promise<void> => {
    if (told.has(what)) return;
    try {
      await action();
    } catch (cause) {
      step.warn(`flowproof could not write the ${what}: ${describeError(cause)}`);
    }
    step.saveState(TOLD, [...told.add(what)].join(','));
  };
  if (inputs.summary && step.summaryRoom > 0) await attempt('summary', () => summarize(result, publication));
  await attempt('outputs', () =>
    step.setOutputs({ ...outputsOf(result), ...reportPaths(publication.reportDirectory) }),
  );
  if (inputs.annotations !== 'false') await attempt('annotations', () => annotate(result, publication));
  await attempt('comment', async () => {
    const url = await commentOnPull(result, publication);
    if (url !== undefined) step.setOutputs({ 'comment-url': url });
  });
}

/** The name of the state that says what has been told. */
const TOLD = 'told';

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
