import { ScenarioError } from '../base/errors.ts';
import type { Jq } from '../expr/jq.ts';
import { isSimpleProgram } from '../expr/simple-program.ts';
import { Template } from '../expr/template.ts';
import type { Scenario } from '../tasks/scenario.ts';
import { spanOfPath } from './finding.ts';
import type { Located, Path } from './located.ts';
import type { ScenarioDocument } from './plan-scenario.ts';

/** A scenario and the document that it was made of. */
export interface PlannedDocument {
  readonly scenario: Scenario;
  readonly document: ScenarioDocument;
}

/** The jq programs of these scenarios that are wrong, each at every place where it is written. */
export async function checkPrograms(
  planned: readonly PlannedDocument[],
  jq: Jq,
): Promise<readonly ScenarioError[]> {
  const found = await Promise.all(
    planned.map(async ({ scenario, document }) => {
      const faults = await Promise.all(
        [...programsOf(scenario)].map(async (program) => ({ program, fault: await faultOf(program, jq) })),
      );
      return faults.flatMap(({ program, fault }) => (fault ? locateProgram(program, fault, document) : []));
    }),
  );
  return found.flat();
}

async function faultOf(program: string, jq: Jq): Promise<ScenarioError | undefined> {
  if (isSimpleProgram(program)) return undefined;
  try {
    await jq.check(program);
    return undefined;
  } catch (cause) {
    if (cause instanceof ScenarioError) return cause;
    throw cause;
  }
}

/** Every program in the conditions and templates of a scenario. */
function programsOf({ variables, tasks }: Scenario): ReadonlySet<string> {
  const programs = new Set<string>();
  const collect = (value: unknown): void => {
    if (value instanceof Template) for (const program of templatePrograms(value)) programs.add(program);
    else if (typeof value === 'object' && value !== null) {
      if ('test' in value && 'program' in value && typeof value.program === 'string')
        programs.add(value.program);
      for (const inner of Object.values(value)) collect(inner);
    }
  };
  collect(variables);
  for (const task of tasks) collect([task.spec, task.checks]);
  return programs;
}

function templatePrograms({ source }: Template): string[] {
  return [...source.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map(([, program = '']) => program);
}

/** Where a program is written: as a key (`.path: value`), as a whole text, or inside a template. */
function locateProgram(
  program: string,
  { code, message, hint }: ScenarioError,
  { root, source }: ScenarioDocument,
): ScenarioError[] {
  const places: { path: Path; at: 'key' | 'value' }[] = [];
  const visit = (node: Located, path: Path): void => {
    const { value } = node;
    if (typeof value === 'string' && (value === program || value.includes(`\${{${program}}}`)))
      places.push({ path, at: 'value' });
    for (const [index, item] of node.items?.entries() ?? []) visit(item, [...path, index]);
    for (const [key, entry] of node.entries ?? []) {
      if (key === program) places.push({ path: [...path, key], at: 'key' });
      visit(entry.node, [...path, key]);
    }
  };
  visit(root, []);
  return places.map(
    (place) => new ScenarioError(code, message, { hint, span: spanOfPath(place, root, source) }),
  );
}
