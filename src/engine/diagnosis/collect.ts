import { sleep } from '../../base/clock.ts';
import type { CheckOutcome } from '../../model/check-outcome.ts';
import { exactNumber, isJsonObject } from '../../model/json.ts';
import type { RecordView } from '../../model/record.ts';
import type { ConsumeFacts } from '../../model/run-event.ts';
import type { OpenWatches } from '../../tasks/consume/open-watches.ts';
import type { SeenRecords } from '../../tasks/define-task.ts';
import type { ScenarioTask } from '../../tasks/scenario.ts';
import type { ScenarioState } from '../scenario-state.ts';
import type { Facts, Hop, TopicMovement } from './facts.ts';
import { groupsOf } from './groups.ts';
import { type Group, type Positions, readRange, takeEndOffsets, takeGroups } from './look-up.ts';

/** What the facts are made of. */
export interface Sources {
  readonly task: ScenarioTask;
  readonly state: ScenarioState;
  readonly open: OpenWatches;
  /** Consumer groups right after the verdict, before the grace period. */
  readonly groups: readonly Group[] | undefined;
}

/** Of a failed consume task: what it counted, and what it saw. */
export interface ConsumeOutcome {
  readonly consume: ConsumeFacts;
  readonly seen: SeenRecords;
  /** When the task could end, and failed by a check. */
  readonly failedCheck: CheckOutcome | undefined;
}

/** How long the cluster may take to answer all questions. */
const LOOK_LIMIT_MS = 2000;
/** How many records before the scenario's start are looked at, per partition. */
const LOOK_BACK = 50n;
/** How many records of another topic are looked at, per partition. */
const SAMPLE = 20n;
/** How many other topics are looked into. */
const MAX_MOVED = 10;

/** Puts together what is known of a failed consume task, and asks the cluster what only it knows. */
export async function collectFacts(outcome: ConsumeOutcome, sources: Sources): Promise<Facts> {
  const { task, state, open } = sources;
  const { clock, kafka, memory, run } = state.deps;
  const limit = new AbortController();
  using _timer = clock.at(clock.nowMs() + LOOK_LIMIT_MS, () => limit.abort());
  const topics = open.consumedBy.get(task.id) ?? outcome.seen.topics;
  const inputs = inputsOf(sources);
  const [after, later] = await Promise.all([
    takeEndOffsets(kafka, limit.signal),
    takeGroups(kafka, limit.signal),
  ]);
  const looking = { outcome, topics, sources, after, signal: limit.signal };
  const [moved, elsewhere, before] = await Promise.all([
    movedTopics(looking),
    matchesElsewhere(looking),
    matchesBefore(looking),
  ]);
  const sinceMs = state.startedAtMs - run.startedAtMs;
  return {
    topics,
    consume: outcome.consume,
    failedCheck: outcome.failedCheck,
    hops: hopsOf(sources).filter((hop) => !isOfTheSame(hop, topics, outcome)),
    inputs,
    ...groupsOf({
      groups: sources.groups,
      later,
      inputs,
      ends: after,
      starts: await state.endOffsets,
      serviceOf: state.deps.serviceOfGroup,
    }),
    moved,
    allTopics: [...after.keys()],
    services: memory.servicesSince(sinceMs),
    spans: await untilSpans(state, limit.signal),
    misses: outcome.seen.misses,
    unreadable: outcome.seen.unreadable.map(({ record, reason }) => ({
      record: { topic: record.topic, partition: record.partition, offset: exactNumber(record.offset) },
      reason,
    })),
    partitions: outcome.seen.partitions,
    elsewhere,
    before,
    matches: state.of(task.id).log.view().records as unknown as readonly RecordView[], // what it published
    interruptions: interruptionsOf(sources),
  };
}

/** How long spans may take to be exported, and how often it is looked. */
const SPANS_MS = 600;
const LOOK_EVERY_MS = 50;

/** Spans of the scenario's trace; services export them a while after what they tell of. */
async function untilSpans(
  { deps, traceId, startedAtMs }: ScenarioState,
  signal: AbortSignal,
): Promise<Facts['spans']> {
  const { clock, memory, run } = deps;
  const untilMs = clock.nowMs() + (memory.expectsSpans ? SPANS_MS : 0);
  for (;;) {
    const spans = memory.spansSince(startedAtMs - run.startedAtMs, traceId);
    if (spans.length > 0 || clock.nowMs() >= untilMs || signal.aborted) return spans;
    await sleep(clock, LOOK_EVERY_MS, signal).catch(() => undefined);
  }
}

/** Earlier tasks that saw or wrote records, in the order in which they are written; the nearest last. */
function hopsOf({ task, state, open }: Sources): Hop[] {
  return earlierTasks(task, state).flatMap((one) => {
    const topics = [...(open.consumedBy.get(one.id) ?? []), ...(open.producedBy.get(one.id) ?? [])];
    if (topics.length === 0) return [];
    const { record, count } = state.of(one.id).log.view();
    const latencyMs = isJsonObject(record) ? record.latencyMs : undefined;
    return [
      {
        id: one.id,
        kind: one.kind,
        topics,
        records: Number(count),
        latencyMs: typeof latencyMs === 'number' ? latencyMs : undefined,
      },
    ];
  });
}

/** Did it wait in vain on the topics of this task, from which this one read records? Then nothing broke before. */
function isOfTheSame({ topics, records }: Hop, own: readonly string[], { consume }: ConsumeOutcome): boolean {
  return records === 0 && consume.read > 0 && topics.every((topic) => own.includes(topic));
}

/** The tasks that this one comes after; and those written before it that wait beside it for the same trigger. */
function earlierTasks(task: ScenarioTask, state: ScenarioState): readonly ScenarioTask[] {
  const { tasks } = state.scenario;
  const own = new Set(ancestors(task, state));
  const isBeside = (one: ScenarioTask): boolean => ancestors(one, state).some((parent) => own.has(parent));
  return tasks.slice(0, tasks.indexOf(task)).filter((one) => own.has(one) || isBeside(one));
}

function ancestors(task: ScenarioTask, state: ScenarioState): readonly ScenarioTask[] {
  const found = new Set<ScenarioTask>();
  const visit = (one: ScenarioTask): void => {
    for (const link of one.links) {
      const parent = state.scenario.tasks.find((other) => other.id === link.task);
      if (!parent || found.has(parent)) continue;
      visit(parent);
      found.add(parent);
    }
  };
  visit(task);
  return [...found];
}

/** What was written to or seen right before: what the service in question reads. */
function inputsOf(sources: Sources): readonly string[] {
  const own = new Set(sources.open.consumedBy.get(sources.task.id));
  const nearest = hopsOf(sources).findLast(({ topics }) => topics.some((topic) => !own.has(topic)));
  return nearest?.topics.filter((topic) => !own.has(topic)) ?? [];
}

interface Looking {
  readonly outcome: ConsumeOutcome;
  readonly sources: Sources;
  /** Topics of the task. */
  readonly topics: readonly string[];
  /** End offsets after the verdict. */
  readonly after: Positions;
  readonly signal: AbortSignal;
}

/** Topics that this scenario does not name and that got records since it started, with what came on them. */
async function movedTopics({
  outcome,
  sources: { state, open },
  after,
  signal,
}: Looking): Promise<TopicMovement[]> {
  const own = new Set([...open.consumedBy.values(), ...open.producedBy.values()].flat());
  const before = await state.endOffsets;
  const moved = [...after].flatMap(([topic, to]) => {
    const from = before.get(topic) ?? to.map(() => 0n);
    const records = to.reduce((sum, end, partition) => sum + end - (from[partition] ?? 0n), 0n);
    return own.has(topic) || records <= 0n || before.size === 0 ? [] : [{ topic, from, to, records }];
  });
  return Promise.all(
    moved.slice(0, MAX_MOVED).map(async ({ topic, from, to, records }) => {
      const until = to.map((end, partition) => least(end, (from[partition] ?? 0n) + SAMPLE));
      const read = await readRange(state.deps.kafka, { topic, from, to: until }, signal);
      const compared = await outcome.seen.compare(read).catch(() => []);
      const best = compared.find((one) => one.matched) ?? compared[0];
      const wouldMatch = outcome.seen.hasConditions ? best?.matched : undefined;
      return { topic, records, sample: best?.record, wouldMatch };
    }),
  );
}

/** Records that would have matched, on partitions that the task does not read. */
async function matchesElsewhere({
  outcome,
  topics,
  sources: { state, open },
  after,
  signal,
}: Looking): Promise<readonly RecordView[]> {
  const { compare, partitions } = outcome.seen;
  if (!partitions || outcome.consume.matched > 0) return [];
  return matchesOf(topics, compare, (topic) => {
    const from = open.startPositions.get(topic) ?? [];
    const to = (after.get(topic) ?? []).map((end, partition) => {
      const start = from[partition] ?? 0n;
      return partitions.includes(partition) ? start : least(end, start + SAMPLE);
    });
    return readRange(state.deps.kafka, { topic, from, to }, signal);
  });
}

/** Those of the records of some topics that would have matched. */
async function matchesOf(
  topics: readonly string[],
  compare: SeenRecords['compare'],
  read: (topic: string) => ReturnType<typeof readRange>,
): Promise<readonly RecordView[]> {
  const found = await Promise.all(
    topics.map(async (topic) => {
      const compared = await compare(await read(topic)).catch(() => []);
      return compared.filter(({ matched }) => matched).map(({ record }) => record);
    }),
  );
  return found.flat();
}

/** Records that would have matched, right before the offsets at which the scenario started. */
async function matchesBefore({
  outcome,
  topics,
  sources: { state, open },
  signal,
}: Looking): Promise<readonly RecordView[]> {
  if (outcome.consume.matched > 0) return [];
  return matchesOf(topics, outcome.seen.compare, (topic) => {
    const to = open.startPositions.get(topic) ?? [];
    const from = to.map((end) => (end > LOOK_BACK ? end - LOOK_BACK : 0n));
    return readRange(state.deps.kafka, { topic, from, to }, signal);
  });
}

function interruptionsOf({ open }: Sources): Facts['interruptions'] {
  return open.interruptions.map(({ fromMs, toMs, reason }) => ({ forMs: toMs - fromMs, reason }));
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
