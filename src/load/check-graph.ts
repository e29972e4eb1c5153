import { didYouMean } from '../base/did-you-mean.ts';
import type { SpecPath } from '../tasks/define-task.ts';
import { kindOf, SCENARIO_START, type ScenarioTask } from '../tasks/scenario.ts';
import type { Finding } from './finding.ts';

/** A finding whose path begins at the document. */
type GraphFinding = Pick<Finding, 'code' | 'message' | 'hint' | 'path' | 'at'>;

/**
 * What is wrong with the order of a scenario's tasks: ids that are none, circles, and tasks that can never start.
 * @param ids of all tasks that are written, the broken ones among them
 * @param isOrderKnown false: what some tasks wait for cannot be read, so only ids are looked at
 */
export function checkGraph(
  tasks: readonly ScenarioTask[],
  { ids, isOrderKnown }: { readonly ids: ReadonlySet<string>; readonly isOrderKnown: boolean },
): readonly GraphFinding[] {
  const unknown = tasks.flatMap((task) => unknownIds(task, ids));
  if (!isOrderKnown) return unknown;
  const cycle = findCycle(tasks);
  const wrong = cycle ? [...unknown, describeCycle(cycle)] : unknown;
  if (wrong.length > 0) return wrong;
  return tasks.flatMap((task) => [...checkEach(task, tasks), ...checkReferences(task, tasks)]);
}

function unknownIds(task: ScenarioTask, ids: ReadonlySet<string>): GraphFinding[] {
  const links = task.links.filter(({ task: id }) => id !== SCENARIO_START);
  const named = [...links, ...task.each, ...task.references].filter(({ path }) => path !== undefined);
  const unknown = named
    .filter(({ task: id }) => !ids.has(id))
    .map(({ task: id, path = [] }): GraphFinding => {
      const others = [...ids].filter((one) => one !== task.id);
      const all = others.length > 0 ? `the tasks are ${others.join(', ')}` : 'there is no other task';
      const hint = didYouMean(id, ids) ?? all;
      return {
        code: 'GRAPH_UNKNOWN_TASK',
        message: `unknown task "${id}"`,
        hint,
        path: ['tasks', task.id, ...path],
        at: 'value',
      };
    });
  return task.id === SCENARIO_START ? [reservedId(), ...unknown] : unknown;
}

function reservedId(): GraphFinding {
  return {
    code: 'SCHEMA_BAD_VALUE',
    message: '"start" cannot be the id of a task',
    hint: 'in "after" it means the start of the scenario: use another id',
    path: ['tasks', 'start'],
    at: 'key',
  };
}

/** A step on a circle: a task, and where it says that it waits for the next one. */
interface Step {
  readonly task: ScenarioTask;
  readonly path: SpecPath | undefined;
}

/** The first circle of tasks that wait for each other; each entry waits for the next, the last for the first. */
function findCycle(tasks: readonly ScenarioTask[]): readonly Step[] | undefined {
  const stuck = findStuck(tasks);
  const trail = new Map<ScenarioTask, Step>();
  // Each stuck task waits for a stuck one: whoever follows them comes round.
  for (let task = stuck.values().next().value; task; ) {
    if (trail.has(task)) return [...trail.values()].slice([...trail.keys()].indexOf(task));
    const link = parentsOf(task).find(({ task: id }) => stuck.has(id));
    trail.set(task, { task, path: link?.path });
    task = stuck.get(link?.task ?? '');
  }
  return undefined;
}

/** The tasks that never start, as each waits for one of them: what is left when all others have run. */
function findStuck(tasks: readonly ScenarioTask[]): Map<string, ScenarioTask> {
  const ids = new Set(tasks.map((task) => task.id));
  const waitedFor = new Map(
    tasks.map((task) => [
      task.id,
      new Set(
        parentsOf(task)
          .map((one) => one.task)
          .filter((id) => ids.has(id)),
      ),
    ]),
  );
  const successors = Map.groupBy(
    tasks.flatMap((task) => parentsOf(task).map((one) => ({ from: one.task, to: task.id }))),
    ({ from }) => from,
  );
  const stuck = new Map(tasks.map((task) => [task.id, task]));
  const ready = [...waitedFor].filter(([, parents]) => parents.size === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    stuck.delete(id);
    for (const { to } of successors.get(id) ?? []) {
      const left = waitedFor.get(to);
      if (left?.delete(id) && left.size === 0) ready.push(to);
    }
  }
  return stuck;
}

function describeCycle(cycle: readonly Step[]): GraphFinding {
  const start = Math.max(
    cycle.findIndex(({ path }) => path !== undefined),
    0,
  );
  const ids = [...cycle.slice(start), ...cycle.slice(0, start + 1)].map(({ task }) => task.id);
  return {
    code: 'GRAPH_CYCLE',
    message:
      cycle.length === 1
        ? `the task "${ids[0]}" waits for itself`
        : `tasks wait for each other: ${ids.map((id) => `"${id}"`).join(' for ')}`,
    hint: 'a task without "after" waits for the one written before it; "after: start" begins a branch of its own',
    path: ['tasks', ids[0] ?? '', ...(cycle[start]?.path ?? [])],
    at: 'value',
  };
}

/** All that a task waits for: ENDs, and events. */
function parentsOf({
  links,
  each,
}: ScenarioTask): readonly Pick<ScenarioTask['each'][number], 'task' | 'path'>[] {
  return [...links, ...each];
}

/** `each` needs a task that brings something forth; else it would never start. */
function checkEach(task: ScenarioTask, tasks: readonly ScenarioTask[]): GraphFinding[] {
  return task.each.flatMap(({ task: id, path = [] }) => {
    const parent = tasks.find((one) => one.id === id);
    if (!parent || kindOf(parent).emits !== undefined) return [];
    return [
      {
        code: 'GRAPH_UNREACHABLE' as const,
        message: `the task "${id}" (${parent.kind}) brings forth nothing that "${task.id}" could run for`,
        hint: `write "after: ${id}", or name a task with records, responses or rows`,
        path: ['tasks', task.id, ...path],
        at: 'value' as const,
      },
    ];
  });
}

/** `since` must not name a task that waits for this one, `behind` needs one that has ended before. */
function checkReferences(task: ScenarioTask, tasks: readonly ScenarioTask[]): GraphFinding[] {
  return task.references.flatMap(({ task: id, path, needs }) => {
    const message = brokenReference({ task, id, needs, tasks });
    const hint =
      needs === 'ended' ? `write "after: ${id}", or name another task` : 'name a task that comes before';
    return message === undefined
      ? []
      : [
          {
            code: 'GRAPH_UNREACHABLE' as const,
            message,
            hint,
            path: ['tasks', task.id, ...path],
            at: 'value' as const,
          },
        ];
  });
}

function brokenReference({
  task,
  id,
  needs,
  tasks,
}: {
  readonly task: ScenarioTask;
  readonly id: string;
  readonly needs: ScenarioTask['references'][number]['needs'];
  readonly tasks: readonly ScenarioTask[];
}): string | undefined {
  if (id === task.id) return `the task "${id}" names itself`;
  if (ancestorsOf(id, tasks).has(task.id)) return `the task "${id}" starts only when "${task.id}" has ended`;
  if (needs === 'ended' && !ancestorsOf(task.id, tasks).has(id))
    return `the task "${id}" need not have ended when "${task.id}" starts`;
  return undefined;
}

/** The tasks that this one waits for, directly or over others. */
function ancestorsOf(id: string, tasks: readonly ScenarioTask[]): ReadonlySet<string> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const task = byId.get(next);
    for (const link of task ? parentsOf(task) : []) {
      if (found.has(link.task)) continue;
      found.add(link.task);
      open.push(link.task);
    }
  }
  return found;
}
