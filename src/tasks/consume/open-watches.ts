import { RunError } from '../../base/errors.ts';
import { resolve } from '../../expr/resolve.ts';
import type { Isolation, Positions, Watch } from '../../kafka/port.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Surroundings } from '../define-task.ts';
import type { Scenario } from '../scenario.ts';
import { followTopics, matchingTopics } from './follow-topics.ts';
import { RecordTape } from './tape.ts';
import { selectTopics, type TopicSelector } from './topic-selector.ts';

export interface OpenOptions extends Surroundings {
  readonly signal: AbortSignal;
  /** What templates in topic names may read before anything has run. */
  readonly context: () => JsonObject;
  /** Create the topics that tasks produce to. */
  readonly createTopics: boolean;
}

/** A scenario whose end offsets are taken and whose watch runs: from here on nothing is missed. */
export interface OpenWatches extends AsyncDisposable {
  /** Of the topics that it consumes; of all topics when a task's start will tell which. */
  readonly startPositions: Positions;
  readonly tape: Readonly<Record<Isolation, RecordTape>>;
  /** What each consume task reads; absent for one whose topics only its start will tell. */
  readonly selectorOf: ReadonlyMap<string, TopicSelector>;
  /** Names of the topics that each task consumes, by task id; of patterns those that there were at the start. */
  readonly consumedBy: ReadonlyMap<string, readonly string[]>;
  readonly producedBy: ReadonlyMap<string, readonly string[]>;
  /** How often the broker was away so far, in moments of the clock. */
  readonly interruptions: Watch['interruptions'];
  /** Aborted with the options' signal, or when a watch cannot go on. */
  readonly signal: AbortSignal;
  /** The task will read nothing more. */
  release(task: string): void;
  /** A watch of a task's own cannot go on. */
  fail(cause: unknown): void;
}

const ISOLATIONS: readonly Isolation[] = ['read_committed', 'read_uncommitted'];

/**
 * Takes the end offsets of every topic that the scenario consumes and starts its watch, before its first task starts.
 * @throws RunError KAFKA_* when the cluster does not answer
 */
export async function openWatches(scenario: Scenario, options: OpenOptions): Promise<OpenWatches> {
  const { kafka, signal } = options;
  const producedBy = await namesOf(scenario, 'produced', options);
  const written = await namesOf(scenario, 'consumed', options);
  const produced = [...new Set([...producedBy.values()].flat())];
  if (options.createTopics && produced.length > 0) {
    await kafka.createTopics(
      produced.map((name) => ({ name })),
      signal,
    );
  }
  const selectorOf = new Map([...written].map(([task, topics]) => [task, selectTopics(topics)]));
  const consumedBy = new Map<string, readonly string[]>();
  for (const [task, selector] of selectorOf)
    consumedBy.set(task, [...selector.names, ...(await matchingTopics(selector, options, signal))]);
  // Time stamps could not tell later what is new: services write them, with clocks of their own.
  const isOpen = scenario.tasks.some(({ id, topics }) => topics.consumed.length > 0 && !written.has(id));
  const others = isOpen ? await kafka.listTopics(signal) : [];
  const names = new Set([...[...consumedBy.values()].flat(), ...others]);
  const startPositions = await kafka.offsets([...names], 'end', signal);
  const broken = new AbortController();
  const ended = new AbortController();
  const watches = ISOLATIONS.map((isolation) => {
    const tasks = scenario.tasks.filter(
      (task) => task.kind === 'consume' && isolationOf(task.spec) === isolation && selectorOf.has(task.id),
    );
    const selectors = tasks.map((task) => selectorOf.get(task.id)).filter((one) => one !== undefined);
    const topics = [...new Set(tasks.flatMap((task) => consumedBy.get(task.id) ?? []))];
    return new TapeWatch({ isolation, topics, selectors, startPositions, options, broken, ended });
  });
  const [committed, uncommitted] = watches.map(({ tape }) => tape) as [RecordTape, RecordTape]; // one per isolation
  return {
    startPositions,
    selectorOf,
    consumedBy,
    producedBy,
    tape: { read_committed: committed, read_uncommitted: uncommitted },
    get interruptions() {
      return watches.flatMap((watch) => watch.interruptions);
    },
    signal: AbortSignal.any([signal, broken.signal]),
    release(task) {
      const selector = selectorOf.get(task);
      if (selector) for (const { tape } of watches) tape.release(selector);
    },
    fail: (cause) => broken.abort(cause),
    [Symbol.asyncDispose]: async () => {
      ended.abort();
      await Promise.all(watches.map((watch) => watch[Symbol.asyncDispose]()));
    },
  };
}

function isolationOf(spec: unknown): Isolation {
  return (spec as { isolation?: Isolation }).isolation ?? 'read_committed'; // a consume task's spec, checked by load
}

/** Topic names by task. A name that only the running scenario can tell (`.source.…`) is left to the task's start. */
async function namesOf(
  scenario: Scenario,
  side: 'consumed' | 'produced',
  { context, jq }: OpenOptions,
): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  for (const { id, topics } of scenario.tasks) {
    if (topics[side].length === 0) continue;
    try {
      names.set(id, (await resolve(topics[side], context, jq)).map(String));
    } catch (cause) {
      if (!(cause instanceof RunError) || cause.code !== 'EXPRESSION_FAILED') throw cause;
    }
  }
  return names;
}

interface TapeWatchParts {
  readonly isolation: Isolation;
  readonly topics: readonly string[];
  readonly selectors: readonly TopicSelector[];
  readonly startPositions: Positions;
  readonly options: OpenOptions;
  readonly broken: AbortController;
  readonly ended: AbortController;
}

/** The tape of one isolation with the watches that fill it: one for the topics of the start, one for each found later. */
class TapeWatch implements AsyncDisposable {
  readonly tape: RecordTape;
  readonly #watches: Watch[] = [];
  readonly #parts: TapeWatchParts;

  constructor(parts: TapeWatchParts) {
    this.#parts = parts;
    this.tape = new RecordTape(parts.selectors);
    this.#watch(parts.topics, parts.startPositions);
    const all = {
      names: parts.selectors.flatMap(({ names }) => names),
      patterns: parts.selectors.flatMap(({ patterns }) => patterns),
    };
    void followTopics(all, {
      known: parts.topics,
      surroundings: parts.options,
      signal: AbortSignal.any([parts.options.signal, parts.ended.signal]),
      onFound: (topics) => this.#watch(topics, new Map()),
    });
  }

  get interruptions(): Watch['interruptions'] {
    return this.#watches.flatMap((watch) => watch.interruptions);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#watches.map((watch) => watch[Symbol.asyncDispose]()));
    this.tape[Symbol.dispose]();
  }

  #watch(topics: readonly string[], positions: Positions): void {
    if (topics.length === 0) return;
    const { isolation, options, broken } = this.#parts;
    const watch = options.kafka.watch({
      topics,
      positions,
      isolation,
      onFetch: (fetched) => this.tape.append(fetched),
    });
    watch.done.catch((cause) => broken.abort(cause));
    this.#watches.push(watch);
  }
}
