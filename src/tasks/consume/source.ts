import type { FetchedRecords, Isolation, Positions, Watch } from '../../kafka/port.ts';
import type { TaskContext } from '../define-task.ts';
import { followTopics, matchingTopics } from './follow-topics.ts';
import { type Incoming, incomingOf, mapIncoming } from './incoming.ts';
import { selects, type TopicSelector } from './topic-selector.ts';

/** Where a consume task's records come from: the scenario's tape, or a watch of its own. */
export interface SourceOptions {
  readonly topics: TopicSelector;
  /** Are these what the scenario's watch was told to read for the task? */
  readonly isOnTape: boolean;
  readonly partitions: readonly number[] | undefined;
  readonly isolation: Isolation;
  /** `from` of the task. */
  readonly from:
    | 'scenario-start'
    | 'beginning'
    | { readonly offset: number }
    | { readonly timeMs: number }
    | { readonly behind: Positions };
  /**
   * A promise asks to wait with more. Only a watch of the task's own does: the scenario's goes on for the sake of others,
   * whose records would come late by it.
   */
  readonly onFetch: (incoming: Incoming) => void | Promise<void>;
}

/** A source that is open: fetches come in, from the position asked for. Disposing ends it. */
export interface OpenSource extends AsyncDisposable {
  /** Position of each partition when the task started. */
  readonly from: Positions;
}

/** Opens what `from` asks for. Positions other than the scenario's start are resolved now. */
export async function openSource(options: SourceOptions, context: TaskContext): Promise<OpenSource> {
  const { from, isOnTape } = options;
  const start = startOf(options, context);
  if (isOnTape && from === 'scenario-start') return openTape(options, { context, from: start });
  if (isOnTape && typeof from === 'object' && 'behind' in from)
    return openTape(options, { context, from: mergeLater(start, from.behind) });
  const names = [...options.topics.names, ...(await matchingTopics(options.topics, context, context.signal))];
  // A topic that was not there at the scenario's start is read from its own.
  const positions = from === 'scenario-start' ? start : await positionsOf(from, names, context);
  const isAhead = typeof from === 'object' && 'offset' in from && from.offset > 0;
  // The broker refuses to read from beyond the end: read from the end then, and wait for the offset asked for.
  const ends = isAhead ? await context.kafka.offsets(names, 'end', context.signal) : positions;
  return openWatch(options, { context, names, from: positions, readFrom: earlier(positions, ends) });
}

function startOf({ topics }: SourceOptions, { startPositions }: TaskContext): Positions {
  return new Map([...startPositions].filter(([topic]) => selects(topics, topic)));
}

async function positionsOf(
  from: Exclude<SourceOptions['from'], 'scenario-start'>,
  names: readonly string[],
  { kafka, signal }: TaskContext,
): Promise<Positions> {
  if (typeof from === 'object' && 'timeMs' in from) return kafka.offsets(names, from, signal);
  const start = await kafka.offsets(names, 'start', signal);
  if (from === 'beginning') return start;
  if ('behind' in from) return mergeLater(start, from.behind);
  if (from.offset >= 0) return fromOffset(start, from.offset);
  return fromEnd(start, await kafka.offsets(names, 'end', signal), from.offset);
}

function openTape(
  options: SourceOptions,
  { context, from }: { readonly context: TaskContext; readonly from: Positions },
): OpenSource {
  const tape = context.tape[options.isolation];
  const subscription = tape.subscribe(options.topics, accepting(options, from));
  if (!context.repeats) tape.release(options.topics);
  return { from, [Symbol.asyncDispose]: async () => subscription[Symbol.dispose]() };
}

function openWatch(
  options: SourceOptions,
  {
    context,
    names,
    from,
    readFrom,
  }: {
    readonly context: TaskContext;
    readonly names: readonly string[];
    readonly from: Positions;
    readonly readFrom: Positions;
  },
): OpenSource {
  if (!context.repeats) context.tape[options.isolation].release(options.topics);
  const ended = new AbortController();
  const watches: Watch[] = [];
  const onFetch = accepting(options, from);
  const watch = (topics: readonly string[], positions: Positions): void => {
    if (topics.length === 0) return;
    const one = context.kafka.watch({
      topics,
      positions,
      isolation: options.isolation,
      onFetch: (fetched) => onFetch(incomingOf(fetched)),
    });
    one.done.catch((cause) => context.fail(cause));
    watches.push(one);
  };
  watch(names, readFrom);
  void followTopics(options.topics, {
    known: names,
    surroundings: context,
    signal: AbortSignal.any([context.signal, ended.signal]),
    onFound: (topics) => watch(topics, new Map()),
  });
  return {
    from,
    async [Symbol.asyncDispose]() {
      ended.abort();
      await Promise.all(watches.map((one) => one[Symbol.asyncDispose]()));
    },
  };
}

/** Hands on the records of the partitions asked for, from their positions on. */
function accepting({ partitions, onFetch }: SourceOptions, from: Positions): SourceOptions['onFetch'] {
  return (incoming) => {
    if (partitions && !partitions.includes(incoming.partition)) return incoming.drop();
    const position = from.get(incoming.topic)?.[incoming.partition] ?? 0n;
    return onFetch(mapIncoming(incoming, (fetched) => startingAt(position, fetched)));
  };
}

function startingAt(position: bigint, fetched: FetchedRecords): FetchedRecords {
  const isInside = fetched.records.every(({ offset }) => offset >= position);
  return isInside
    ? fetched
    : { ...fetched, records: fetched.records.filter(({ offset }) => offset >= position) };
}

function earlier(a: Positions, b: Positions): Positions {
  const least = (topic: string, offsets: readonly bigint[]): bigint[] =>
    offsets.map((offset, partition) => {
      const other = b.get(topic)?.[partition];
      return other !== undefined && other < offset ? other : offset;
    });
  return new Map([...a].map(([topic, offsets]) => [topic, least(topic, offsets)] as const));
}

function mergeLater(a: Positions, b: Positions): Positions {
  const merge = (topic: string, offsets: readonly bigint[]): bigint[] =>
    offsets.map((offset, partition) => {
      const other = b.get(topic)?.[partition] ?? 0n;
      return other > offset ? other : offset;
    });
  return new Map([...b, ...[...a].map(([topic, offsets]) => [topic, merge(topic, offsets)] as const)]);
}

/** An offset below the log's start means its start. */
function fromOffset(start: Positions, offset: number): Positions {
  const asked = BigInt(offset);
  return new Map(
    [...start].map(([topic, offsets]) => [topic, offsets.map((first) => (first > asked ? first : asked))]),
  );
}

function fromEnd(start: Positions, end: Positions, back: number): Positions {
  const position = (topic: string, partition: number, first: bigint): bigint => {
    const asked = (end.get(topic)?.[partition] ?? first) + BigInt(back);
    return asked > first ? asked : first;
  };
  return new Map(
    [...start].map(([topic, offsets]) => [
      topic,
      offsets.map((first, partition) => position(topic, partition, first)),
    ]),
  );
}
