import type { RecordView } from '../../model/record.ts';
import { placeOf } from '../../model/record.ts';
import type { SeenRecords } from '../../tasks/define-task.ts';
import type { Hidden, TopicMovement } from './facts.ts';
import { least, type Positions, readRange } from './look-up.ts';

import type { ConsumeOutcome, Sources } from './sources.ts';

/** How many records before the scenario's start are looked at, per partition. */
const LOOK_BACK = 50n;
/** How many records of another topic are looked at, per partition. */
const SAMPLE = 20n;
/** How many other topics are looked into. */
const MAX_MOVED = 10;
/** How many records of transactions are looked at, per partition. */
const MAX_HIDDEN = 200n;

export interface Looking {
  readonly outcome: ConsumeOutcome;
  readonly sources: Sources;
  /** Topics of the task. */
  readonly topics: readonly string[];
  /** End offsets after the verdict. */
  readonly after: Positions;
  readonly signal: AbortSignal;
}

/** Topics that this scenario does not name and that got records since it started, with what came on them. */
export async function movedTopics({
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
export async function matchesElsewhere({
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
export async function matchesBefore({
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

/** Records that would have matched, had their transactions been committed: those that only a reader of everything sees. */
export async function hiddenMatches({
  outcome: { consume, seen },
  topics,
  sources: { state, open },
  after,
  signal,
}: Looking): Promise<readonly Hidden[]> {
  if (consume.matched >= consume.awaited || consume.late) return [];
  const read = (isolation: 'read_committed' | 'read_uncommitted') =>
    matchesOf(topics, seen.compare, (topic) => {
      const from = open.startPositions.get(topic) ?? [];
      const to = (after.get(topic) ?? []).map((end, partition) =>
        least(end, (from[partition] ?? 0n) + MAX_HIDDEN),
      );
      return readRange(state.deps.kafka, { topic, from, to }, signal, isolation);
    });
  const [all, committed] = await Promise.all([read('read_uncommitted'), read('read_committed')]);
  const isCommitted = new Set(committed.map(placeOf));
  const passed = (record: RecordView): boolean =>
    consume.offsets?.some(
      ({ topic, partition, to }) =>
        topic === record.topic && partition === record.partition && to > record.offset,
    ) ?? false;
  return all
    .filter((record) => !isCommitted.has(placeOf(record)))
    .map((record) => ({ record, isAborted: passed(record) }));
}
