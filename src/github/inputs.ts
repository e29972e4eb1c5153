import { assignments, flag, type InputValues, lines, oneOf, text, whole } from './read-inputs.ts';

const MAX_SEED = 2 ** 32 - 1;

/** The inputs of `action.yml`. */
export const runInputs = {
  scenarios: lines(),
  config: text(),
  environment: text(),
  kafka: oneOf(['embedded', 'external']),
  variables: assignments(),
  seed: whole({ min: 0, max: MAX_SEED }),
  summary: flag(true),
  annotations: flag(true),
  'report-directory': text('flowproof-report'),
  'working-directory': text('.'),
} as const;

/** The values of the inputs of `action.yml`. */
export type RunInputs = InputValues<typeof runInputs>;
