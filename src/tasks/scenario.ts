import { z } from 'zod';
import type { SourceSpan } from '../base/source-span.ts';
import { fixedText, freeform } from '../expr/template.ts';
import { duration } from '../model/duration.ts';
import type { NamedFile } from '../model/named-file.ts';
import { variable } from '../model/project-config.ts';
import { type Condition, condition, conditionList } from './condition/condition.ts';
import { listFiles } from './condition/list-files.ts';
import type { SpecPath, TaskKind, TaskReference } from './define-task.ts';
import { type TaskKindName, tasks } from './index.ts';
import type { ScenarioFiles } from './scenario-files.ts';

const TASK_ID = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const taskId = z
  .string()
  .regex(TASK_ID, { error: 'a task id is letters, digits, "_" and "-", and starts with a letter' });
const text = fixedText();

const link = z.union([
  text.describe('the END of this task, or "start" for the start of the scenario'),
  z.strictObject({
    task: text.describe('the END of this task'),
    delay: duration.describe('how long to wait in between'),
  }),
]);

/** `{ produce: spec, … }`, of the registry. */
const kinds = Object.fromEntries(
  Object.entries(tasks).map(([kind, { spec, summary, examples }]) => [
    kind,
    spec.optional().meta({ description: summary, examples: [...examples] }),
  ]),
) as { [Kind in TaskKindName]: z.ZodOptional<(typeof tasks)[Kind]['spec']> };

/** One entry of `tasks:`. It has exactly one kind, which `load` checks, as zod cannot say it with a useful message. */
export const taskEntry = z.strictObject({
  name: text.optional().describe('shown in reports; default the id'),
  after: z
    .union([link, z.array(link).min(1)])
    .optional()
    .meta({
      description: 'what it waits for; default: the END of the task written before it',
      examples: ['start', ['first', 'second'], { task: 'first', delay: '300ms' }],
    }),
  each: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe(
      'runs once for every record, response or row of that task; of several: when each has a new one',
    ),
  if: condition.optional().meta({
    description: 'runs only when it holds; otherwise it counts as ended',
    examples: ['.env.PLAN == "Free"'],
  }),
  checks: conditionList.optional().meta({
    description: 'evaluated on every record of the task; all must hold',
    examples: [[{ '.record.value.PLANTYPE': 'Free' }, '.record.value.total > 10']],
  }),
  stopOnFailedCheck: z
    .boolean()
    .optional()
    .describe('a failed check skips what comes after this task; default: as the scenario says'),
  continueOnError: z
    .boolean()
    .optional()
    .describe(
      'what comes after it runs even when it could not end, the scenario fails all the same; default false',
    ),
  ...kinds,
});
export type TaskEntry = z.output<typeof taskEntry>;

/** One YAML document of a scenario file, language.md §1. */
export const scenarioFile = z.strictObject({
  scenario: text.describe('its name, unique in its suite'),
  suite: text.optional().describe("default: the name of the file's folder"),
  description: z.string().optional().describe('shown in reports'),
  tags: z.array(text).optional().describe('for `--tag`'),
  timeout: duration.optional().describe('of the whole scenario; default 5m'),
  services: z.array(text).optional().describe('the services it needs; default all'),
  parallel: z
    .boolean()
    .optional()
    .describe('may run beside scenarios that use the same topics; default false'),
  fresh: z
    .boolean()
    .optional()
    .describe('restarts the services and empties the topics first; embedded and docker'),
  retries: z.int().min(0).max(100).optional().describe('how often it is run again when it did not pass'),
  iterations: z.int().min(1).max(100_000).optional().describe('how often it is run'),
  variables: z
    .record(text, variable.pipe(freeform()))
    .optional()
    .describe('values for `.variables`, evaluated once, in order'),
  stopOnFailedCheck: z
    .boolean()
    .optional()
    .describe('a failed check skips what comes after its task; default false'),
  stamp: z
    .boolean()
    .optional()
    .describe('produced records carry traceparent and flowproof-run headers; default true'),
  tasks: z
    .record(taskId, taskEntry)
    .describe('ordered: a task without `after` starts at the END of the one before it'),
});
export type ScenarioFile = z.output<typeof scenarioFile>;

/** Stands in `after` for the start of the scenario; no task has this id. */
export const SCENARIO_START = 'start';

/** What a task waits for: the END of another one, or the start of the scenario, and a pause. */
export interface TaskLink {
  readonly task: string;
  readonly delayMs: number;
  /** Where in the entry the id is written; absent for the default link. */
  readonly path?: SpecPath;
}

/** A task ready to run. */
export interface ScenarioTask {
  readonly id: string;
  readonly name: string;
  readonly kind: TaskKindName;
  /** Of the schema of its kind, templates not yet evaluated; undefined where that is wrong, and nothing will run. */
  readonly spec: unknown;
  /** Topic names as written, templates included. */
  readonly topics: { readonly consumed: readonly unknown[]; readonly produced: readonly unknown[] };
  /** Empty: it starts with the scenario. */
  readonly links: readonly TaskLink[];
  /** It runs once for each event of these; empty for most tasks. */
  readonly each: readonly Omit<TaskLink, 'delayMs'>[];
  /** `if`. */
  readonly condition: Condition | undefined;
  /** Files that its spec names; paths from the entry. */
  readonly files: readonly NamedFile[];
  /** Services that its spec names; paths from the entry. */
  readonly services: readonly { readonly service: string; readonly path: SpecPath }[];
  /** Other tasks that its spec names; paths from the entry. */
  readonly references: readonly TaskReference[];
  readonly checks: readonly Condition[];
  readonly stopOnFailedCheck: boolean;
  readonly continueOnError: boolean;
  /** Does it disturb what other scenarios stand on? */
  readonly disturbs: boolean;
  /** Where a part of its entry is written; the task's key for an empty or unknown path. */
  readonly spanOf: (path: SpecPath) => SourceSpan;
}

/** A scenario that has passed every check of `load`. */
export interface Scenario {
  readonly name: string;
  readonly suite: string;
  readonly description: string | undefined;
  readonly tags: readonly string[];
  /** undefined: the project's default. */
  readonly timeoutMs: number | undefined;
  /** Of `flowproof.yaml`; undefined: all. */
  readonly services: readonly string[] | undefined;
  readonly parallel: boolean;
  /** On services that were restarted, and topics without records. */
  readonly fresh: boolean;
  /** undefined: as the run says. */
  readonly retries: number | undefined;
  readonly iterations: number | undefined;
  /** As written, with templates. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly tasks: readonly ScenarioTask[];
  /** Do the records that it produces carry `traceparent` and `flowproof-run` headers? */
  readonly stamp: boolean;
  /** Where the files are that it names. */
  readonly files: ScenarioFiles;
  /** Of its name. */
  readonly span: SourceSpan;
}

/** The names of all kinds. */
export const taskKindNames = Object.keys(tasks) as readonly TaskKindName[]; // the registry has no other keys

/** The kinds that an entry has, as written or parsed; exactly one when it is right. */
export function kindsOf(entry: { readonly [Kind in TaskKindName]?: unknown }): readonly TaskKindName[] {
  return taskKindNames.filter((kind) => entry[kind] !== undefined);
}

/** The definition of a task's kind, untyped: its `spec` is of that kind's schema. */
export function kindOf(task: { readonly kind: TaskKindName }): TaskKind {
  return tasks[task.kind] as unknown as TaskKind; // the one place where a kind and its spec's type part
}

/** Makes a task of an entry. `previous` is the id of the task written before it. */
export function planTask(
  id: string,
  entry: TaskEntry,
  about: {
    /** Default: the one that the entry has. */
    readonly kind?: TaskKindName | undefined;
    readonly previous: string | undefined;
    readonly stopOnFailedCheck: boolean;
    readonly spanOf: ScenarioTask['spanOf'];
  },
): ScenarioTask {
  const { kind = kindsOf(entry)[0] ?? 'consume' } = about;
  const spec = entry[kind];
  const definition = spec === undefined ? undefined : kindOf({ kind });
  return {
    id,
    name: entry.name ?? id,
    kind,
    spec,
    topics: definition?.topics?.(spec) ?? { consumed: [], produced: [] },
    links: linksOf(entry, about.previous),
    each: parentsOf(entry),
    condition: entry.if,
    files: [
      ...(definition?.files?.(spec) ?? []).map((one) => ({ ...one, path: [kind, ...one.path] })),
      ...listFiles(spec, [kind]),
      ...listFiles(entry.checks, ['checks']),
      ...listFiles(entry.if, ['if']),
    ],
    services: (definition?.services?.(spec) ?? []).map((one) => ({ ...one, path: [kind, ...one.path] })),
    references: (definition?.references?.(spec) ?? []).map((one) => ({ ...one, path: [kind, ...one.path] })),
    checks: entry.checks ?? [],
    stopOnFailedCheck: entry.stopOnFailedCheck ?? about.stopOnFailedCheck,
    continueOnError: entry.continueOnError ?? false,
    disturbs: definition?.disturbs ?? false,
    spanOf: about.spanOf,
  };
}

/** `each` of one entry. */
function parentsOf({ each = [] }: TaskEntry): ScenarioTask['each'] {
  return typeof each === 'string'
    ? [{ task: each, path: ['each'] }]
    : each.map((task, index) => ({ task, path: ['each', index] }));
}

/** The links of one entry: those of its `after`, else to the task written before it. One with `each` needs none. */
function linksOf(entry: TaskEntry, previous: string | undefined): readonly TaskLink[] {
  if (entry.after === undefined)
    return previous === undefined || entry.each !== undefined ? [] : [{ task: previous, delayMs: 0 }];
  const isList = Array.isArray(entry.after);
  const written = Array.isArray(entry.after) ? entry.after : [entry.after];
  return written
    .map((one, index) => {
      const path = isList ? ['after', index] : ['after'];
      return typeof one === 'string'
        ? { task: one, delayMs: 0, path }
        : { task: one.task, delayMs: one.delay, path: [...path, 'task'] };
    })
    .filter(({ task, delayMs }) => task !== SCENARIO_START || delayMs > 0);
}
