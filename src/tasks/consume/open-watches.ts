import { resolve } from '../../expr/resolve.ts';
import type { Isolation, Kafka, Positions, Watch } from '../../kafka/port.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Surroundings } from '../define-task.ts';
import type { Scenario } from '../scenario.ts';
import { RecordTape } from './tape.ts';

export interface OpenOptions extends Surroundings {
  readonly signal: AbortSignal;
  /** What templates in topic names may read before anything has run. */
  readonly context: () => JsonObject;
  /** Create the topics that tasks produce to. */
  readonly createTopics: boolean;
}

/** A scenario whose end offsets are taken and whose watch runs: from here on nothing is missed. */
export interface OpenWatches extends AsyncDisposable {
  readonly startPositions: Positions;
  readonly tape: Readonly<Record<Isolation, RecordTape>>;
  /** Topics that each task consumes, by task id. */
  readonly consumedBy: ReadonlyMap<string, readonly string[]>;
  readonly producedBy: ReadonlyMap<string, readonly string[]>;
  /** Aborted with the options' signal, or when a watch cannot go on. */
  readonly signal: AbortSignal;
}

const ISOLATIONS: readonly Isolation[] = ['read_committed', 'read_uncommitted'];

/**
 * Takes the end offsets of every topic that the scenario consumes and starts its watch, before its first task starts.
 * @throws RunError KAFKA_* when the cluster does not answer
 */
export async function openWatches(scenario: Scenario, options: OpenOptions): Promise<OpenWatches> {
  const { kafka, signal } = options;
  const { consumedBy, producedBy } = await topicsOf(scenario, options);
  const produced = [...new Set([...producedBy.values()].flat())];
  if (options.createTopics && produced.length > 0) {
    await kafka.createTopics(
      produced.map((name) => ({ name })),
      signal,
    );
  }
  const startPositions = await kafka.offsets([...new Set([...consumedBy.values()].flat())], 'end', signal);
  const broken = new AbortController();
  const tapes = ISOLATIONS.map((isolation) => {
    const readers = scenario.tasks
      .filter((task) => task.kind === 'consume' && isolationOf(task.spec) === isolation)
      .map((task) => consumedBy.get(task.id) ?? []);
    const tape = new RecordTape(readers);
    return { tape, watch: startWatch(readers.flat(), { isolation, tape, startPositions, kafka, broken }) };
  });
  const [committed, uncommitted] = tapes as [(typeof tapes)[0], (typeof tapes)[0]]; // one per isolation
  return {
    startPositions,
    consumedBy,
    producedBy,
    tape: { read_committed: committed.tape, read_uncommitted: uncommitted.tape },
    signal: AbortSignal.any([signal, broken.signal]),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(tapes.map(({ watch }) => watch?.[Symbol.asyncDispose]()));
    },
  };
}

function isolationOf(spec: unknown): Isolation {
  return (spec as { isolation?: Isolation }).isolation ?? 'read_committed'; // a consume task's spec, checked by load
}

async function topicsOf(
  scenario: Scenario,
  { context, jq }: OpenOptions,
): Promise<{ consumedBy: Map<string, string[]>; producedBy: Map<string, string[]> }> {
  const consumedBy = new Map<string, string[]>();
  const producedBy = new Map<string, string[]>();
  for (const task of scenario.tasks) {
    const { consumed, produced } = task.topics;
    consumedBy.set(task.id, (await resolve(consumed, context, jq)).map(String));
    producedBy.set(task.id, (await resolve(produced, context, jq)).map(String));
  }
  return { consumedBy, producedBy };
}

function startWatch(
  topics: readonly string[],
  {
    isolation,
    tape,
    startPositions,
    kafka,
    broken,
  }: {
    isolation: Isolation;
    tape: RecordTape;
    startPositions: Positions;
    kafka: Kafka;
    broken: AbortController;
  },
): Watch | undefined {
  if (topics.length === 0) return undefined;
  const watch = kafka.watch({
    topics: [...new Set(topics)],
    positions: startPositions,
    isolation,
    onFetch: (fetched) => tape.append(fetched),
  });
  watch.done.catch((cause) => broken.abort(cause));
  return watch;
}
