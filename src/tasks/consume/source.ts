import type { FetchedRecords, Isolation, Positions } from '../../kafka/port.ts';
import type { TaskContext } from '../define-task.ts';

/** Where a consume task's records come from: the scenario's tape, or a watch of its own. */
export interface SourceOptions {
  readonly topics: readonly string[];
  readonly partitions: readonly number[] | undefined;
  readonly isolation: Isolation;
  /** `from` of the task. */
  readonly from:
    | 'scenario-start'
    | 'beginning'
    | { readonly offset: number }
    | { readonly behind: Positions };
  readonly onFetch: (fetched: FetchedRecords) => void;
}

/** A source that is open: fetches come in, from the position asked for. Disposing ends it. */
export interface OpenSource extends AsyncDisposable {
  /** Position of each partition when the task started. */
  readonly from: Positions;
}

/** Opens what `from` asks for. Positions other than the scenario's start are resolved now. */
export async function openSource(options: SourceOptions, context: TaskContext): Promise<OpenSource> {
  const { from } = options;
  if (from === 'scenario-start') return openTape(options, { context, from: context.startPositions });
  if (typeof from === 'object' && 'behind' in from) {
    return openTape(options, { context, from: mergeLater(context.startPositions, from.behind) });
  }
  context.tape[options.isolation].release(options.topics);
  const start = await context.kafka.offsets(options.topics, 'start', context.signal);
  if (from === 'beginning') return openWatch(options, { context, from: start });
  const end = await context.kafka.offsets(options.topics, 'end', context.signal);
  return openWatch(options, {
    context,
    from: from.offset < 0 ? fromEnd(start, end, from.offset) : fromOffset(start, from.offset),
  });
}

interface Opening {
  readonly context: TaskContext;
  readonly from: Positions;
}

function openTape(options: SourceOptions, { context, from }: Opening): OpenSource {
  const accept = accepting(options, from);
  const subscription = context.tape[options.isolation].subscribe(options.topics, (fetched) =>
    accept(fetched),
  );
  return { from, [Symbol.asyncDispose]: async () => subscription[Symbol.dispose]() };
}

function openWatch(options: SourceOptions, { context, from }: Opening): OpenSource {
  const watch = context.kafka.watch({
    topics: options.topics,
    positions: from,
    isolation: options.isolation,
    onFetch: accepting(options, from),
  });
  // The scenario's own watch meets the same trouble and reports it; this one only must not be unhandled.
  watch.done.catch(() => undefined);
  return { from, [Symbol.asyncDispose]: () => watch[Symbol.asyncDispose]() };
}

/** Hands on the records of the partitions asked for, from their positions on. */
function accepting({ partitions, onFetch }: SourceOptions, from: Positions): SourceOptions['onFetch'] {
  return (fetched) => {
    if (partitions && !partitions.includes(fetched.partition)) return;
    const position = from.get(fetched.topic)?.[fetched.partition] ?? 0n;
    const isInside = fetched.records.every((record) => record.offset >= position);
    onFetch(
      isInside
        ? fetched
        : { ...fetched, records: fetched.records.filter((record) => record.offset >= position) },
    );
  };
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
