import { z } from 'zod';
import { sleep } from '../base/clock.ts';
import { renderCount } from '../base/count.ts';
import { nearest } from '../base/did-you-mean.ts';
import { renderDuration } from '../base/duration.ts';
import { resolve } from '../expr/resolve.ts';
import { input } from '../expr/template.ts';
import type { ConsumerGroup } from '../kafka/port.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { duration } from '../model/duration.ts';
import { exactNumber, type JsonObject } from '../model/json.ts';
import { qualifiedName } from '../model/qualified-name.ts';
import { clusterName } from './cluster-topic.ts';
import { defineTask, type TaskContext, type TaskOutcome } from './define-task.ts';

const text = z.string().min(1);
const DEFAULT_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 100;
/** Groups that a diagnosis names. */
const MOST_SHOWN = 5;

const spec = z.strictObject({
  id: input(text).describe('the consumer group'),
  cluster: clusterName.optional(),
  topics: z
    .array(input(text))
    .min(1)
    .optional()
    .describe('that it must be assigned; for lag: default all of its own'),
  lag: input(z.int().min(0)).optional().describe('it has at most so many records left to commit'),
  state: input(z.enum(['stable', 'empty', 'dead']))
    .optional()
    .describe('default stable with members; with lag alone any'),
  members: input(z.int().min(0)).optional().describe('exactly so many members'),
  within: input(duration).optional().describe('how long to wait for it; default 30s'),
});

interface Wanted {
  readonly id: string;
  readonly topics?: readonly string[] | undefined;
  readonly lag?: number | undefined;
  readonly state?: string | undefined;
  readonly members?: number | undefined;
  readonly within?: number | undefined;
}

/** `group` (language.md §6): waits until a consumer group is there, or has caught up. */
export const group = defineTask({
  kind: 'group',
  summary: 'waits until a consumer group is there, or has caught up',
  examples: [{ id: 'users', lag: 0, within: '5s' }],
  emits: 'result',
  spec,
  async run(given, context): Promise<TaskOutcome> {
    const wanted = wantedOf(await resolve(given, () => context.expressionContext(), context.jq));
    const { within = DEFAULT_WITHIN_MS } = wanted;
    const untilMs = context.clock.nowMs() + within;
    for (;;) {
      const seen = await look(wanted, context);
      const missing = whatIsMissing(wanted, seen);
      if (missing === undefined || context.clock.nowMs() >= untilMs) {
        await context.publish([{ what: 'result', value: seen, atMs: context.clock.nowMs() }]);
        return missing === undefined ? {} : fail(missing, { wanted, seen }, context);
      }
      await sleep(context.clock, LOOK_EVERY_MS, context.signal);
    }
  },
});

async function fail(
  missing: string,
  { wanted, seen }: { readonly wanted: Wanted; readonly seen: JsonObject },
  context: TaskContext,
): Promise<TaskOutcome> {
  const { id, within = DEFAULT_WITHIN_MS } = wanted;
  return {
    failure: {
      message: `consumer group "${id}" ${missing} within ${renderDuration(within)}`,
      span: context.spanOf(['group', 'id']),
    },
    diagnosis: seen.state === 'dead' ? await diagnoseMissing(id, context) : undefined,
  };
}

/** Why there is no such group: perhaps it is there under a name that is nearly the same. */
async function diagnoseMissing(id: string, { kafka, signal }: TaskContext): Promise<Diagnosis> {
  const groups = (await kafka.describeGroups('all', signal)).filter(({ state }) => state !== 'Dead');
  const similar = nearest(
    id,
    groups.map((one) => one.id),
  );
  const shown = groups.filter((one) => similar === undefined || one.id === similar).slice(0, MOST_SHOWN);
  return {
    ...(similar === undefined ? {} : { id: 'look-alike' }),
    cause: `there is no consumer group "${id}"${similar === undefined ? '' : `, but one named "${similar}"`}`,
    evidence: shown.map(
      ({ id: name, state, members }) =>
        `consumer group "${name}": ${state}, ${renderCount(members.length, 'member')}`,
    ),
    hints: ['the group id in the configuration of the service, and in this task'],
  };
}

/** Group and topics by the names that they have among several clusters. */
function wantedOf({ cluster, ...wanted }: Wanted & { readonly cluster?: string | undefined }): Wanted {
  const { id, topics } = wanted;
  return {
    ...wanted,
    id: qualifiedName(cluster, id),
    topics: topics?.map((topic) => qualifiedName(cluster, topic)),
  };
}

/** What there is of the group now, as `.result`. */
async function look({ id, topics }: Wanted, { kafka, signal }: TaskContext): Promise<JsonObject> {
  const found = (await kafka.describeGroups([id], signal)).find((one) => one.id === id);
  if (!found) return { id, state: 'dead', members: 0, topics: [], lag: null };
  const assigned = new Set(found.members.flatMap(({ assignments }) => assignments.map(({ topic }) => topic)));
  return {
    id,
    state: found.state.toLowerCase(),
    members: found.members.length,
    topics: [...assigned].toSorted(),
    lag: await lagOf(found, topics, { kafka, signal }),
  };
}

/** Records that are not committed; null while it has committed nothing of the topics. */
async function lagOf(
  { committed }: ConsumerGroup,
  topics: readonly string[] | undefined,
  { kafka, signal }: Pick<TaskContext, 'kafka' | 'signal'>,
): Promise<number | bigint | null> {
  const own = committed.filter(({ topic }) => topics?.includes(topic) ?? true);
  if (own.length === 0) return null;
  const names = topics ?? [...new Set(own.map(({ topic }) => topic))];
  const ends = await kafka.offsets(names, 'end', signal);
  const starts = await kafka.offsets(names, 'start', signal);
  let lag = 0n;
  for (const [topic, offsets] of ends) {
    for (const [partition, end] of offsets.entries()) {
      const position = own.find((one) => one.topic === topic && one.partition === partition)?.offset;
      lag += end - (position ?? starts.get(topic)?.[partition] ?? 0n);
    }
  }
  return exactNumber(lag);
}

/** Why it is not as wanted; undefined when it is. */
function whatIsMissing(wanted: Wanted, seen: JsonObject): string | undefined {
  const asksForMore = wanted.lag !== undefined || wanted.members !== undefined;
  const state = wanted.state ?? (asksForMore ? undefined : 'stable');
  if (state !== undefined && seen.state !== state) return `was not ${state} (it is ${seen.state})`;
  if (wanted.state === undefined && !asksForMore && seen.members === 0) return 'had no members';
  if (wanted.members !== undefined && seen.members !== wanted.members)
    return `had not ${wanted.members} members (it has ${seen.members})`;
  const unassigned =
    wanted.lag === undefined
      ? wanted.topics?.find((topic) => !(seen.topics as string[]).includes(topic))
      : undefined; // of `look`
  if (unassigned !== undefined && state === 'stable') return `was not assigned topic "${unassigned}"`;
  if (wanted.lag === undefined) return undefined;
  if (seen.lag === null) return `had committed nothing`;
  return Number(seen.lag) <= wanted.lag ? undefined : `had not caught up (lag ${seen.lag})`;
}
