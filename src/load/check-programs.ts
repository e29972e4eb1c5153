import { ScenarioError } from '../base/errors.ts';
import type { SourceSpan } from '../base/source-span.ts';
import type { Jq } from '../expr/jq.ts';
import { listPrograms, type PlacedProgram } from '../expr/program.ts';
import { findTemplates } from '../expr/template.ts';
import { spanOfPath } from './finding.ts';
import type { WrittenConfig } from './load-config.ts';
import { keyRange, valueRange } from './located.ts';
import type { PlannedDocument } from './plan-scenario.ts';
import { spanOfRange } from './source-text.ts';
import { unknownRoots } from './unknown-roots.ts';

/** What the check of all programs found. */
export interface CheckedPrograms {
  readonly problems: readonly ScenarioError[];
  readonly warnings: readonly ScenarioError[];
}

/**
 * Checks the programs of the scenarios and of flowproof.yaml. Those of scenarios learn where they are written, for
 * errors while they run too.
 */
export async function checkPrograms(
  planned: readonly PlannedDocument[],
  config: WrittenConfig | undefined,
  jq: Jq,
): Promise<CheckedPrograms> {
  const ofConfig = config ? locate(listPrograms(findTemplates(config.root.value)), config) : [];
  const ofScenarios = planned.flatMap((one) => locate(programsOf(one), one.document));
  const faults = await Promise.all([...ofConfig, ...ofScenarios].map((placed) => faultOf(placed, jq)));
  return {
    problems: faults.filter((fault) => fault !== undefined),
    warnings: unknownRoots(ofScenarios.filter(readsContext).map(({ program }) => program)),
  };
}

/** The paths that `compare` ignores begin in the values that it compares. */
function readsContext({ path }: PlacedProgram): boolean {
  return !(path[2] === 'compare' && path[3] === 'ignore');
}

/** Tells each program where it is written. */
function locate(placed: readonly PlacedProgram[], written: WrittenConfig): readonly PlacedProgram[] {
  for (const one of placed) one.program.span = spanOfProgram(one, written);
  return placed;
}

/** `.a == {"b": 1}` without quotes is a map to YAML, with half of the program as its key. */
const CUT_BY_YAML = 'if ": " is a part of the expression, put all of it in quotes';

async function faultOf({ program, at }: PlacedProgram, jq: Jq): Promise<ScenarioError | undefined> {
  try {
    await jq.check(program);
    return undefined;
  } catch (cause) {
    if (!(cause instanceof ScenarioError)) throw cause;
    const { code, message, span, hint } = cause;
    if (at !== 'key' || hint !== undefined) return cause;
    return new ScenarioError(code, message, { ...(span ? { span } : {}), hint: CUT_BY_YAML, cause });
  }
}

/** Every program in a scenario, with the way to it from the root of its document. */
function programsOf({ scenario, entries }: PlannedDocument): readonly PlacedProgram[] {
  return [...listPrograms(scenario.variables, ['variables']), ...listPrograms(entries, ['tasks'])];
}

/** The program itself where it is written letter by letter, else the scalar that holds it. */
function spanOfProgram({ program, path, at }: PlacedProgram, { root, source }: WrittenConfig): SourceSpan {
  const [start, end] = at === 'key' ? keyRange(root, path) : valueRange(root, path);
  const found = source.text.slice(start, end).indexOf(program.source);
  if (found < 0) return spanOfPath({ path, at }, root, source);
  const from = start + found + program.source.lastIndexOf(program.text);
  return spanOfRange(source, [from, from + program.text.length]);
}
