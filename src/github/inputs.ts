import {
  assignments,
  flag,
  type InputTable,
  type InputValues,
  lines,
  oneOf,
  text,
  whole,
  wholeOrAuto,
} from './read-inputs.ts';

const MAX_SEED = 2 ** 32 - 1;

/** What every action that comments asks for. */
const commentInputs = {
  comment: oneOf(['auto', 'always', 'on-failure', 'never'], 'auto'),
  'comment-key': text(''),
  'github-token': text(),
} as const satisfies InputTable;
export type CommentInputs = InputValues<typeof commentInputs>;

/** The inputs of `action.yml`. */
export const runInputs = {
  scenarios: lines(),
  config: text(),
  environment: text(),
  kafka: oneOf(['embedded', 'docker', 'external']),
  bootstrap: lines(),
  variables: assignments(),
  tags: lines(),
  grep: text(),
  iterations: whole({ min: 1, max: 100_000 }),
  retries: whole({ min: 0, max: 100 }),
  concurrency: wholeOrAuto({ min: 1, max: 1000 }),
  shard: text(),
  seed: whole({ min: 0, max: MAX_SEED }),
  'fail-fast': flag(false),
  summary: flag(true),
  diagrams: oneOf(['failed', 'all'], 'failed'),
  annotations: oneOf(['true', 'false', 'check-run'], 'true'),
  ...commentInputs,
  baseline: text(),
  matrix: text('null'),
  'report-directory': text('flowproof-report'),
  'working-directory': text('.'),
} as const;

/** The values of the inputs of `action.yml`. */
export type RunInputs = InputValues<typeof runInputs>;

/** The inputs of `merge/action.yml`. */
export const mergeInputs = {
  reports: lines(),
  ...commentInputs,
  baseline: text(),
  summary: flag(true),
  diagrams: oneOf(['failed', 'all'], 'failed'),
  'report-directory': text('flowproof-report'),
  'working-directory': text('.'),
} as const;

/** The inputs of `comment/action.yml`. */
export const pullCommentInputs = {
  artifact: text('flowproof-report*'),
  ...commentInputs,
  baseline: text(),
  'working-directory': text('.'),
} as const;
