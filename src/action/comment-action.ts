import { resolve } from 'node:path';
import { FlowproofError, UsageError } from '../base/errors.ts';
import { readEvent, type WorkflowRun, workflowRunEvent } from '../github/event.ts';
import { explainGithubError } from '../github/explain-error.ts';
import { pullCommentInputs } from '../github/inputs.ts';
import { readInputs } from '../github/read-inputs.ts';
import { findPullOfRun, type RepositoryClient, readRunArtifacts } from '../github/run-artifacts.ts';
import { parseReport } from '../load/read-report.ts';
import { mergeRuns } from '../model/merge-runs.ts';
import type { RunResult } from '../model/run-result.ts';
import { writeComment } from './comment-on-pull.ts';
import type { ActionSurroundings } from './publication.ts';
import { readBaseline } from './read-baseline.ts';
import { openRepository } from './repository.ts';

/**
 * Comments on a pull request from a fork, for the workflow that ran without the right to: it runs in a `workflow_run`
 * with that right, runs none of the fork's code, and takes the fork's report for what it is, a stranger's file.
 * @throws UsageError when it is not used in a workflow_run
 */
export async function commentAction({ env, step }: ActionSurroundings): Promise<number> {
  const inputs = readInputs(pullCommentInputs, env);
  const run = runOf(readEvent(env.GITHUB_EVENT_PATH));
  if (inputs.comment === 'never' || !run.event.startsWith('pull_request')) return 0;
  const repository = await openRepository(env, inputs['github-token']);
  if (typeof repository === 'string') return giveUp(step, repository);
  try {
    const pull = await findPullOfRun(repository, run);
    if (pull === undefined)
      return giveUp(step, `no open pull request has ${run.head_sha} as its head any more`);
    const result = await readResult(repository, run, inputs.artifact);
    if (!result) return giveUp(step, `the run has no artifact "${inputs.artifact}" with a report.json in it`);
    const url = await writeComment(besideConclusion(result, run), {
      repository,
      pull,
      inputs,
      step,
      workflow: run.name,
      origin: {
        job: run.name,
        runId: run.id,
        commit: run.head_sha,
        url: run.html_url,
        linkOf: (file, line) => step.linkTo(file, line, run.head_sha),
        baseline: readBaseline(inputs.baseline, {
          cwd: resolve(step.workspace, inputs['working-directory']),
          step,
        }),
      },
    });
    if (url !== undefined) step.setOutputs({ 'comment-url': url });
    return 0;
  } catch (cause) {
    const why = cause instanceof FlowproofError ? cause.message : explainGithubError(cause, 'actions: read');
    return giveUp(step, why);
  }
}

/** The pull request's own workflow has the verdict: without a comment this one is no failure. */
function giveUp(step: ActionSurroundings['step'], why: string): number {
  step.warn(`flowproof wrote no comment: ${why}`);
  return 0;
}

function runOf(event: unknown): WorkflowRun {
  const { data } = workflowRunEvent.safeParse(event);
  if (data) return data.workflow_run;
  throw new UsageError('USAGE_BAD_VALUE', 'the comment action works for the event workflow_run only', {
    hint: 'write "on: { workflow_run: { workflows: [ci], types: [completed] } }" in its workflow',
  });
}

/** The report is a stranger's and may say anything; how the run itself ended is GitHub's word. */
function besideConclusion(result: RunResult, { conclusion }: WorkflowRun): RunResult {
  if (result.status !== 'passed' || !conclusion || conclusion === 'success') return result;
  return { ...result, message: `the workflow run itself ended with "${conclusion}"` };
}

async function readResult(
  repository: RepositoryClient,
  run: WorkflowRun,
  artifact: string,
): Promise<RunResult | undefined> {
  const texts = await readRunArtifacts(repository, { run, artifact, file: 'report.json' });
  const [first, ...rest] = texts.map((text) => parseReport(text, 'report.json'));
  return first && mergeRuns([first, ...rest]);
}
