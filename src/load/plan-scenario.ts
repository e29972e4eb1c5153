import { basename, dirname } from 'node:path';
import type { ScenarioError } from '../base/errors.ts';
import { isJsonObject } from '../model/json.ts';
import { isEnvironmentReference } from '../model/project-config.ts';
import {
  kindsOf,
  planTask,
  type Scenario,
  type ScenarioFile,
  type ScenarioTask,
  scenarioFile,
  taskKindNames,
} from '../tasks/scenario.ts';
import { faultOfFile, type ScenarioFiles } from '../tasks/scenario-files.ts';
import { checkGraph } from './check-graph.ts';
import { checkOverlap } from './check-overlap.ts';
import { checkShape } from './check-shape.ts';
import { type Finding, locateFinding, spanOfPath } from './finding.ts';
import type { Located, LocatedEntry } from './located.ts';
import { mapOf } from './merge-located.ts';
import type { ProblemList } from './problem-list.ts';
import { listWords } from './show-value.ts';
import { type SourceText, spanOfRange } from './source-text.ts';
import { readVariables, type VariableReading } from './variables.ts';

/** One document of a scenario file, and the absolute path of the file. */
export interface ScenarioDocument {
  readonly root: Located;
  readonly source: SourceText;
  readonly path: string;
  /** Absolute: the folder that named files must not leave. */
  readonly repository: string;
}

/**
 * The scenario of a document, and what is wrong with it. Of a document that is not right: what can be made of its sound
 * tasks, so that the problems in those are found too.
 */
export function planScenario(
  document: ScenarioDocument,
  reading: VariableReading,
): { readonly scenario?: Scenario; readonly warnings: readonly ScenarioError[] } {
  const { root, source } = document;
  const { problems } = reading;
  const file = readSound(document, problems);
  if (file === undefined) return { warnings: [] };
  const locate = (found: Omit<Finding, 'at'>, at: Finding['at'] = 'value'): ScenarioError =>
    locateFinding({ ...found, at }, root, source);
  problems.add(...checkKinds(file).map((found) => locate(found, 'key')));
  const tasks = planTasks(file, document);
  const ids = new Set(root.entries?.get('tasks')?.node.entries?.keys());
  problems.add(...checkGraph(tasks, ids).map((found) => locate(found, found.at)));
  const files = { directory: dirname(document.path), repository: document.repository };
  problems.add(...tasks.flatMap((task) => checkFiles(task, files)).map((found) => locate(found)));
  return {
    scenario: assemble(file, { tasks, document, reading }),
    warnings: checkOverlap(tasks).map((found) => locate(found, 'key')),
  };
}

/** The file without the tasks that have problems; undefined when the rest of it has some. */
function readSound({ root, source }: ScenarioDocument, problems: ProblemList): ScenarioFile | undefined {
  const shaped = checkShape(scenarioFile, root, source);
  problems.add(...shaped.problems);
  if (shaped.value !== undefined) return shaped.value;
  const tasks = root.entries?.get('tasks');
  if (!tasks?.node.entries) return undefined;
  const lines = new Set(shaped.problems.map(({ span }) => span?.line));
  const isSound = ({ keyRange, node }: LocatedEntry): boolean => {
    const { line } = spanOfRange(source, keyRange);
    const { endLine } = spanOfRange(source, node.range);
    return !Array.from({ length: endLine - line + 1 }, (_, index) => line + index).some((one) =>
      lines.has(one),
    );
  };
  const sound = new Map([...tasks.node.entries].filter(([, entry]) => isSound(entry)));
  if (sound.size === 0) return undefined;
  const node = { ...mapOf(sound), range: tasks.node.range };
  const entries = new Map(root.entries).set('tasks', { ...tasks, node });
  return checkShape(scenarioFile, { ...mapOf(entries), range: root.range }, source).value;
}

/** A task has exactly one kind; a scenario has at least one task. */
function checkKinds({ tasks }: ScenarioFile): readonly Omit<Finding, 'at'>[] {
  const entries = Object.entries(tasks);
  if (entries.length === 0) {
    const hint = 'write at least one, such as "first: { wait: 1s }"';
    return [{ code: 'SCHEMA_BAD_VALUE', message: 'a scenario without tasks', hint, path: ['tasks'] }];
  }
  return entries.flatMap(([id, entry]): Omit<Finding, 'at'>[] => {
    const kinds = kindsOf(entry);
    if (kinds.length === 1) return [];
    const hint =
      kinds.length === 0
        ? `add one of ${listWords(taskKindNames, 'or')}`
        : 'make two tasks of it, one after the other';
    const message =
      kinds.length === 0
        ? `the task "${id}" does nothing: it has no kind`
        : `the task "${id}" has ${kinds.length} kinds: ${listWords(kinds, 'and')}`;
    const path = kinds[1] === undefined ? ['tasks', id] : ['tasks', id, kinds[1]];
    return [{ code: 'SCHEMA_KIND_COUNT', message, hint, path }];
  });
}

/** Files that a task names must be there, and inside of the repository. */
function checkFiles(task: ScenarioTask, files: ScenarioFiles): readonly Omit<Finding, 'at'>[] {
  return task.files.flatMap(({ file, path }): Omit<Finding, 'at'>[] => {
    const message = faultOfFile(file, files);
    if (message === undefined) return [];
    const code = message.endsWith('outside of the repository') ? 'FILE_OUTSIDE' : 'FILE_NOT_READABLE';
    const hint = 'paths are relative to this file, and stay inside the repository';
    return [{ code, message, hint, path: ['tasks', task.id, ...path] }];
  });
}

function planTasks(file: ScenarioFile, { root, source }: ScenarioDocument): readonly ScenarioTask[] {
  const entries = Object.entries(file.tasks);
  const planned = entries.filter(([, entry]) => kindsOf(entry).length > 0);
  return planned.map(([id, entry], index) =>
    planTask(id, entry, {
      previous: planned[index - 1]?.[0],
      stopOnFailedCheck: file.stopOnFailedCheck ?? false,
      spanOf: (path) =>
        spanOfPath({ path: ['tasks', id, ...path], at: path.length === 0 ? 'key' : 'value' }, root, source),
    }),
  );
}

function assemble(
  file: ScenarioFile,
  {
    tasks,
    document: { root, source, path, repository },
    reading,
  }: {
    readonly tasks: readonly ScenarioTask[];
    readonly document: ScenarioDocument;
    readonly reading: VariableReading;
  },
): Scenario {
  const written = root.entries?.get('variables')?.node;
  const found = readVariables(written, source, reading);
  const isReference = (name: string): boolean =>
    isJsonObject(written?.value) && isEnvironmentReference(written.value[name]);
  return {
    name: file.scenario,
    suite: file.suite ?? basename(dirname(path)),
    description: file.description,
    tags: file.tags ?? [],
    timeoutMs: file.timeout,
    services: file.services,
    parallel: file.parallel ?? false,
    fresh: file.fresh ?? false,
    retries: file.retries,
    iterations: file.iterations,
    variables: Object.fromEntries(
      Object.entries(file.variables ?? {}).map(([name, value]) => [
        name,
        isReference(name) ? found[name] : value,
      ]),
    ),
    tasks,
    stamp: file.stamp ?? true,
    files: { directory: dirname(path), repository },
    span: spanOfPath({ path: ['scenario'], at: 'value' }, root, source),
  };
}
