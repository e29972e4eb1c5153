import { z } from 'zod';
import { compareRuns, runComparison } from '../../model/compare-runs.ts';
import type { RunResult, ScenarioResult } from '../../model/run-result.ts';
import { runStatus, scenarioStatus } from '../../model/status.ts';
import { byImportance, cut, needsAttention, scenarioTitle } from '../wording.ts';

const count = z.number().int().min(0);

/** What a comment keeps of the run of one job: as much as it shows. Jobs of one workflow run share a comment. */
export const commentPart = z.object({
  job: z.string().describe('the job, with its matrix values or its shard'),
  runId: count.describe('of the workflow; a later run has a higher one'),
  commit: z.string().describe('its first characters'),
  url: z.string().optional().describe("the workflow run's page"),
  status: runStatus,
  message: z.string().optional(),
  counts: z
    .partialRecord(z.enum(['total', 'passed', 'failed', 'errors', 'flaky', 'skipped', 'cancelled']), count)
    .describe('without the zeros'),
  durationMs: z.number(),
  failures: z.array(
    z.object({
      title: z.string(),
      status: scenarioStatus,
      place: z.string(),
      link: z.string().optional(),
      message: z.string(),
      cause: z.string().optional(),
    }),
  ),
  comparison: runComparison.optional(),
});
export type CommentPart = z.infer<typeof commentPart>;

/** Where a part comes from. */
export interface PartOrigin {
  readonly job: string;
  readonly runId: number;
  readonly commit: string;
  readonly url?: string | undefined;
  readonly linkOf: (file: string, line: number) => string | undefined;
  /** The base branch's last result, to compare with. */
  readonly baseline?: RunResult | undefined;
}

/** More failures than anyone reads in a comment. */
const MAX_FAILURES = 25;
const MAX_COMPARED = 10;
const MAX_CHARACTERS = 300;
/** A workflow run may have 256 jobs of a matrix; all their names have to fit. */
const MAX_JOB_CHARACTERS = 60;

/** What a comment keeps of a run. */
export function commentPartOf(result: RunResult, origin: PartOrigin): CommentPart {
  const { linkOf, baseline, job, runId, commit, url } = origin;
  const bad = byImportance(result.scenarios).filter(needsAttention).slice(0, MAX_FAILURES);
  return {
    job: cut(job, MAX_JOB_CHARACTERS),
    runId,
    commit: commit.slice(0, 12),
    ...(url === undefined ? {} : { url }),
    status: result.status,
    ...(result.message === undefined ? {} : { message: short(result.message) }),
    counts: Object.fromEntries(Object.entries(result.counts).filter(([, count]) => count > 0)),
    durationMs: result.durationMs,
    failures: bad.map((scenario) => failureOf(scenario, linkOf)),
    ...(baseline ? { comparison: comparisonWith(baseline, result) } : {}),
  };
}

function failureOf(scenario: ScenarioResult, linkOf: PartOrigin['linkOf']): CommentPart['failures'][number] {
  const { file, line, status, message, diagnosis } = scenario;
  const link = linkOf(file, line);
  return {
    title: short(scenarioTitle(scenario)),
    status,
    place: short(`${file}:${line}`),
    ...(link === undefined ? {} : { link }),
    message: short(message ?? status),
    ...(diagnosis ? { cause: short(diagnosis.cause) } : {}),
  };
}

function comparisonWith(baseline: RunResult, result: RunResult): CommentPart['comparison'] {
  const { newFailures, fixed, newlyFlaky, slower } = compareRuns(baseline, result);
  const first = (titles: readonly string[]): string[] => titles.slice(0, MAX_COMPARED).map(short);
  return {
    newFailures: first(newFailures),
    fixed: first(fixed),
    newlyFlaky: first(newlyFlaky),
    slower: slower
      .toSorted((a, b) => b.afterMs - b.beforeMs - (a.afterMs - a.beforeMs))
      .slice(0, MAX_COMPARED)
      .map(({ scenario, task, ...times }) => ({ scenario: short(scenario), task: short(task), ...times })),
  };
}

function short(text: string): string {
  return cut(text, MAX_CHARACTERS);
}

const PART = /^<!-- flowproof-part (\{.*\}) -->$/gm;

/** A part as a line of a comment that people do not see. */
export function hidePart(part: CommentPart): string {
  // Nothing in it may end the HTML comment.
  const json = JSON.stringify(part).replace(
    /[<>-]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<!-- flowproof-part ${json} -->`;
}

/** The parts hidden in a comment; what is not one, as of another version, is left out. */
export function readParts(body: string): CommentPart[] {
  return [...body.matchAll(PART)].flatMap(([, json = '']) => {
    try {
      return commentPart.safeParse(JSON.parse(json)).data ?? [];
    } catch {
      return []; // written by hand
    }
  });
}
