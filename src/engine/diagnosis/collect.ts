import { sleep } from '../../base/clock.ts';
import { exactNumber } from '../../model/json.ts';
import type { RecordView } from '../../model/record.ts';
import type { ScenarioState } from '../scenario-state.ts';
import { hiddenMatches, matchesBefore, matchesElsewhere, movedTopics } from './elsewhere.ts';
import type { Facts } from './facts.ts';
import { followFlow } from './follow-flow.ts';
import { hopsOf, inputsOf, isOfTheSame } from './hops.ts';
import { takeEndOffsets, takeGroups } from './look-up.ts';
import type { ConsumeOutcome, Sources } from './sources.ts';

/** How long the cluster may take to answer all questions. */
const LOOK_LIMIT_MS = 2000;

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
  const [moved, elsewhere, hidden, before] = await Promise.all([
    movedTopics(looking),
    matchesElsewhere(looking),
    hiddenMatches(looking),
    matchesBefore(looking),
  ]);
  const groupSources = {
    groups: sources.groups,
    later,
    inputs,
    ends: after,
    starts: await state.endOffsets,
    serviceOf: state.deps.serviceOfGroup,
  };
  const sinceMs = state.startedAtMs - run.startedAtMs;
  return {
    topics,
    consume: outcome.consume,
    failedCheck: outcome.failedCheck,
    hops: hopsOf(sources).filter((hop) => !isOfTheSame(hop, topics, outcome)),
    ...followFlow(groupSources, { moved, seen: outcome.consume.read > 0 }),
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
    hidden,
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

function interruptionsOf({ open }: Sources): Facts['interruptions'] {
  return open.interruptions.map(({ fromMs, toMs, reason }) => ({ forMs: toMs - fromMs, reason }));
}
