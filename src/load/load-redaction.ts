import type { RedactionRules } from '../model/redaction-rules.ts';
import { loadConfig } from './load-config.ts';
import { ProblemList } from './problem-list.ts';
import { secretTexts } from './variables.ts';

/** What flowproof.yaml wants left out of whatever is printed. */
export interface Redaction {
  readonly rules: RedactionRules;
  readonly secrets: readonly string[];
}

/**
 * Reads it for a command that runs no scenario; nothing without a flowproof.yaml. A variable that is not set is no matter.
 * @throws ScenarioProblems when the file is not right; UsageError for an unknown environment
 */
export async function loadRedaction(choice: {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly config: string | undefined;
  readonly environment: string | undefined;
}): Promise<Redaction> {
  const problems = new ProblemList();
  const secretNames = new Set<string>();
  const loaded = await loadConfig({ ...choice, file: choice.config, problems, secretNames });
  problems.throwIfAny('VARIABLE_NOT_SET');
  const levels = [loaded.variables, loaded.environment.variables];
  return { rules: loaded.config.redact ?? {}, secrets: secretTexts(secretNames, levels) };
}
