import { ScenarioError } from '../base/errors.ts';
import type { SourceSpan } from '../base/source-span.ts';
import type { Jq } from '../expr/jq.ts';
import { listPrograms, type PlacedProgram } from '../expr/program.ts';
import type { Scenario } from '../tasks/scenario.ts';
import { spanOfPath } from './finding.ts';
import { keyRange, valueRange } from './located.ts';
import type { ScenarioDocument } from './plan-scenario.ts';
import { spanOfRange } from './source-text.ts';

/** A scenario and the document that it was made of. */
export interface PlannedDocument {
  readonly scenario: Scenario;
  readonly document: ScenarioDocument;
}

/** The programs of these scenarios that are wrong. Each learns where it is written, for errors while it runs too. */
export async function checkPrograms(
  planned: readonly PlannedDocument[],
  jq: Jq,
): Promise<readonly ScenarioError[]> {
  const programs = planned.flatMap(({ scenario, document }) =>
    programsOf(scenario).map((placed) => {
      placed.program.span = spanOfProgram(placed, document);
      return placed.program;
    }),
  );
  const faults = await Promise.all(programs.map((program) => faultOf(jq.check(program))));
  return faults.filter((fault) => fault !== undefined);
}

async function faultOf(checked: Promise<void>): Promise<ScenarioError | undefined> {
  try {
    await checked;
    return undefined;
  } catch (cause) {
    if (cause instanceof ScenarioError) return cause;
    throw cause;
  }
}

/** Every program in a scenario, with the way to it from the root of its document. */
function programsOf({ variables, tasks }: Scenario): readonly PlacedProgram[] {
  return [
    ...listPrograms(variables, ['variables']),
    ...tasks.flatMap(({ id, kind, spec, checks, condition }) => [
      ...listPrograms(spec, ['tasks', id, kind]),
      ...listPrograms(checks, ['tasks', id, 'checks']),
      ...listPrograms(condition, ['tasks', id, 'if']),
    ]),
  ];
}

/** The program itself where it is written letter by letter, else the scalar that holds it. */
function spanOfProgram({ program, path, at }: PlacedProgram, { root, source }: ScenarioDocument): SourceSpan {
  const [start, end] = at === 'key' ? keyRange(root, path) : valueRange(root, path);
  const found = source.text.slice(start, end).indexOf(program.source);
  if (found < 0) return spanOfPath({ path, at }, root, source);
  const from = start + found + program.source.lastIndexOf(program.text);
  return spanOfRange(source, [from, from + program.text.length]);
}
