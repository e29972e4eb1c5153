import { basename, dirname } from 'node:path';
import type { ScenarioError } from '../base/errors.ts';
import { renderLocation } from '../base/source-span.ts';
import { isJsonObject } from '../model/json.ts';
import { isEnvironmentReference, type ProjectConfig } from '../model/project-config.ts';
import {
  kindsOf,
  planTask,
  type Scenario,
  type ScenarioFile,
  type ScenarioTask,
  scenarioFile,
  taskKindNames,
} from '../tasks/scenario.ts';
import { checkGraph } from './check-graph.ts';
import { checkOverlap } from './check-overlap.ts';
import { checkShape } from './check-shape.ts';
import { type Finding, locateFinding, spanOfPath } from './finding.ts';
import type { Located, LocatedEntry, Path } from './located.ts';
import { mapOf } from './merge-located.ts';
import type { ProblemList } from './problem-list.ts';
import { listWords } from './show-value.ts';
import { findSoundPart, type SoundPart } from './sound-part.ts';
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

/** What scenarios are planned with. */
export interface Planning extends VariableReading {
  /** What they say of themselves wins. */
  readonly suites: ProjectConfig['suites'];
}

/** A scenario and the document that it was made of; of one that is not right, what is left of both without what is wrong. */
export interface PlannedDocument {
  readonly scenario: Scenario;
  /** The tasks of it as parsed: one that has several kinds, which is a problem, has all of them here. */
  readonly entries: ScenarioFile['tasks'];
  readonly document: ScenarioDocument;
}

/**
 * The scenario of a document, and what is wrong with it. Of a document that is not right: what can be made of the rest,
 * so that the problems in that are found too.
 */
export function planScenario(
  written: ScenarioDocument,
  reading: Planning,
): { readonly planned?: PlannedDocument; readonly warnings: readonly ScenarioError[] } {
  const { source } = written;
  const { problems } = reading;
  const sound = readSound(written, problems);
  if (!sound) return { warnings: [] };
  const document = { ...written, root: sound.root };
  const locate = (found: Omit<Finding, 'at'>, at: Finding['at'] = 'value'): ScenarioError =>
    locateFinding({ ...found, at }, sound.root, source);
  const entries = entriesOf(written.root);
  problems.add(...checkKinds(entries, sound.removed).map((found) => locate(found, 'key')));
  const tasks = planTasks(sound.value, { document, entries });
  const isOrderKnown = !sound.removed.some(leavesOrderOpen);
  const ids = new Set(entries.keys());
  problems.add(...checkGraph(tasks, { ids, isOrderKnown }).map((found) => locate(found, found.at)));
  return {
    planned: {
      scenario: assemble(sound.value, { tasks, document, reading }),
      entries: sound.value.tasks,
      document,
    },
    warnings: checkOverlap(tasks).map((found) => locate(found, 'key')),
  };
}

/** What is left of the document without what is wrong with it; undefined when that is nothing. */
function readSound(
  { root, source }: ScenarioDocument,
  problems: ProblemList,
): SoundPart<ScenarioFile> | undefined {
  const shaped = checkShape(scenarioFile, root, source);
  problems.add(...shaped.problems);
  if (shaped.value !== undefined) return { value: shaped.value, root, removed: [] };
  return findSoundPart(scenarioFile, withName(root, source));
}

/** A scenario that has no name, or a wrong one, gets one that no other has. */
function withName(root: Located, source: SourceText): Located {
  const { range = root.range, value } = root.entries?.get('scenario')?.node ?? {};
  if (!root.entries || (typeof value === 'string' && value !== '')) return root;
  const name = renderLocation(spanOfRange(source, root.range));
  const entry = { keyRange: range, node: { value: name, range, weight: 1, depth: 0 } };
  return { ...mapOf(new Map(root.entries).set('scenario', entry)), range: root.range };
}

/** The tasks as they are written. */
function entriesOf(root: Located): ReadonlyMap<string, LocatedEntry> {
  return root.entries?.get('tasks')?.node.entries ?? new Map();
}

/** Was a task taken out, or what it waits for? */
function leavesOrderOpen([tasks, , key]: Path): boolean {
  return tasks === 'tasks' && (key === undefined || key === 'after' || key === 'each');
}

/** A task has exactly one kind, be it misspelt; a scenario has at least one task. */
function checkKinds(
  entries: ReadonlyMap<string, LocatedEntry>,
  removed: readonly Path[],
): readonly Omit<Finding, 'at'>[] {
  if (entries.size === 0) {
    const hint = 'write at least one, such as "first: { wait: 1s }"';
    return [{ code: 'SCHEMA_BAD_VALUE', message: 'a scenario without tasks', hint, path: ['tasks'] }];
  }
  return [...entries].flatMap(([id, { node }]): Omit<Finding, 'at'>[] => {
    if (!isJsonObject(node.value)) return [];
    const kinds = kindsOf(node.value);
    const isMisspelt = removed.some((path) => path.length === 3 && path[1] === id);
    if (kinds.length === 1 || (kinds.length === 0 && isMisspelt)) return [];
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

function planTasks(
  file: ScenarioFile,
  {
    document: { root, source },
    entries,
  }: { readonly document: ScenarioDocument; readonly entries: ReadonlyMap<string, LocatedEntry> },
): readonly ScenarioTask[] {
  const ids = Object.keys(file.tasks);
  return Object.entries(file.tasks).map(([id, entry], index) =>
    planTask(id, entry, {
      kind: kindsOf(entries.get(id)?.node.value as object)[0], // a task that is left is a map
      previous: ids[index - 1],
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
    readonly reading: Planning;
  },
): Scenario {
  const suite = file.suite ?? basename(dirname(path));
  const { suites = {} } = reading;
  const written = root.entries?.get('variables')?.node;
  const found = readVariables(written, source, reading);
  const isReference = (name: string): boolean =>
    isJsonObject(written?.value) && isEnvironmentReference(written.value[name]);
  return {
    name: file.scenario,
    suite,
    description: file.description,
    tags: file.tags ?? [],
    timeoutMs: file.timeout,
    services: file.services,
    parallel: file.parallel ?? false,
    fresh: file.fresh ?? suites[suite]?.fresh ?? false,
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
