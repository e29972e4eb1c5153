import { renderCount } from '../../base/count.ts';
import { renderDuration, roundMs } from '../../base/duration.ts';
import { exactNumber } from '../../model/json.ts';
import { placeOf } from '../../model/record.ts';
import type { ConsumeFacts } from '../../model/run-event.ts';
import type { SpecPath, TaskContext, TaskOutcome } from '../define-task.ts';
import type { ConsumeReader } from './reader.ts';
import { allowsNone, countRange, requiredRecords } from './rules.ts';
import type { ConsumeSpec } from './spec.ts';
import { describeTopics } from './topic-selector.ts';

/** Why a task could not end as it was asked to; absent when it could. */
interface EndFailure {
  readonly message: string;
  readonly path: SpecPath;
}

/** Below this nobody's verdict is in question. */
const WORTH_TELLING_LAG_MS = 15;
/** The grace after a deadline, only to say how late it was: 2x the limit, at most this. */
const LONGEST_GRACE_MS = 5000;

/**
 * Makes the outcome of a reader whose window has ended. After a missed deadline the reader stays open for the grace
 * period, in which `afterwards` looks for the record that came late; else it is closed here.
 */
export async function conclude(
  reader: ConsumeReader,
  spec: ConsumeSpec,
  context: TaskContext,
): Promise<TaskOutcome> {
  const checks = (await Promise.all(reader.expectations.map((one) => one.outcomes()))).flat();
  const failure = (await missingTopic(reader, spec)) ?? endFailure(reader, spec);
  const facts = consumeFacts(reader, spec);
  if (reader.latest) context.reach(reader.latest.atMs);
  const outcome: TaskOutcome = {
    failure: failure && {
      message: failure.message,
      span: context.spanOf(['consume', ...failure.path]),
    },
    detail: failure ? describeSeen(reader, facts) : undefined,
    checks,
    allowsNone: allowsNone(spec.expect?.count),
    consume: facts,
    latencyMs: reader.latencies,
    seen: {
      misses: reader.sieve.misses.all,
      unreadable: reader.sieve.unreadable,
      topics: reader.topics.names,
      partitions: spec.partitions,
      hasConditions: (spec.where?.length ?? 0) > 0,
      compare: (records) => reader.compare(records),
    },
    nextOffsets: reader.progress.nextOffsets,
  };
  if (reader.window.end?.why === 'deadline')
    return { ...outcome, afterwards: () => lookForLate(reader, { facts, outcome, context }) };
  await reader[Symbol.asyncDispose]();
  return outcome;
}

async function missingTopic(reader: ConsumeReader, spec: ConsumeSpec): Promise<EndFailure | undefined> {
  if (spec.missing === 'allow' || reader.sieve.read > 0) return undefined;
  const [missing] = await reader.missingTopics();
  if (missing === undefined || reader.window.end?.why === 'deadline') return undefined;
  return {
    message: `topic "${missing}" does not exist`,
    path: [spec.topic === undefined ? 'topics' : 'topic'],
  };
}

function endFailure(reader: ConsumeReader, spec: ConsumeSpec): EndFailure | undefined {
  const { end, matched } = reader.window;
  const path: SpecPath = spec.expect?.count === undefined ? ['stop'] : ['expect', 'count'];
  const { min, max } = countRange(spec.expect?.count);
  switch (end?.why) {
    case 'deadline':
      return {
        message: 'Consumer reached the Timeout fail condition',
        path: spec.fail ? ['fail', 'after'] : [],
      };
    case 'undecodable':
      return { message: describeUnreadable(reader), path: spec.format ? ['format'] : [] };
    case 'too-many': {
      const match = reader.latest;
      const limit = min === max ? `exactly ${max}` : `at most ${max}`;
      return {
        message: `expected ${limit} matching records, got one more: ${match ? placeOf(match.view) : ''}`,
        path,
      };
    }
    case 'too-few': {
      const wanted = requiredRecords(spec);
      return {
        message: `expected ${renderCount(wanted, 'record')} before the window ended, got ${matched}`,
        path,
      };
    }
    default:
      return undefined;
  }
}

function describeUnreadable(reader: ConsumeReader): string {
  const [first] = reader.sieve.unreadable;
  return first
    ? `record ${placeOf({ ...first.record, offset: exactNumber(first.record.offset) })} could not be read: ${first.reason}`
    : '';
}

function consumeFacts(reader: ConsumeReader, spec: ConsumeSpec): ConsumeFacts {
  const { end, matched } = reader.window;
  const lagMs = roundMs(reader.loopLagMs);
  return {
    awaited: requiredRecords(spec),
    matched,
    read: reader.sieve.read,
    filtered: reader.sieve.filtered,
    undecodable: reader.sieve.undecodable,
    ...(reader.limitMs === undefined ? {} : { limitMs: reader.limitMs }),
    elapsedMs: roundMs((end?.atMs ?? reader.sinceMs) - reader.sinceMs),
    offsets: reader.progress.all.map(({ topic, partition, from, to }) => ({
      topic,
      partition,
      from: exactNumber(from),
      to: exactNumber(to),
    })),
    ...(lagMs > WORTH_TELLING_LAG_MS ? { loopLagMs: lagMs } : {}),
  };
}

/** What was awaited, by when, and what came instead. */
function describeSeen(reader: ConsumeReader, facts: ConsumeFacts): string[] {
  const topics = describeTopics(reader.topics);
  const limit = facts.limitMs === undefined ? '' : `, limit ${renderDuration(facts.limitMs)}`;
  return [
    `awaited ${renderCount(facts.awaited, 'record')} on ${topics}${limit}, elapsed ${Math.round(facts.elapsedMs)} ms`,
    `${facts.matched} of ${renderCount(facts.awaited, 'record')}; ${facts.read} read, ${facts.filtered} filtered out${facts.undecodable > 0 ? `, ${facts.undecodable} could not be read` : ''}`,
    ...(facts.loopLagMs === undefined
      ? []
      : [
          `flowproof's own process was up to ${Math.round(facts.loopLagMs)} ms late in this window: the machine was busy`,
        ]),
  ];
}

/** Goes on watching for a while, only to say "it came after 812 ms, 312 ms late"; the verdict stays. */
async function lookForLate(
  reader: ConsumeReader,
  {
    facts,
    outcome,
    context,
  }: {
    readonly facts: ConsumeFacts;
    readonly outcome: TaskOutcome;
    readonly context: TaskContext;
  },
): Promise<Partial<TaskOutcome>> {
  await using _reader = reader;
  const limitMs = facts.limitMs ?? 0;
  const deadlineMs = reader.sinceMs + limitMs;
  const match = await reader.findLate(deadlineMs + Math.min(2 * limitMs, LONGEST_GRACE_MS)).catch((cause) => {
    if (context.signal.aborted) return undefined; // the verdict stands; there is no time to explain it
    throw cause;
  });
  if (!match) return {};
  const record = reader.viewMatch(match, reader.sinceMs);
  const late = { record, latencyMs: record.latencyMs ?? 0, byMs: roundMs(match.atMs - deadlineMs) };
  const sentence = `it came after ${Math.round(late.latencyMs)} ms, ${Math.round(late.byMs)} ms late: ${placeOf(record)}`;
  return { consume: { ...facts, late }, detail: [...(outcome.detail ?? []), sentence] };
}

/** `topic[partition]@offset`. */
