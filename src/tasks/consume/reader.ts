import { roundMs } from '../../base/duration.ts';
import { recordContext } from '../../formats/record/view.ts';
import type { Positions } from '../../kafka/port.ts';
import { Latencies, type LatencySummary } from '../../model/latency.ts';
import { qualifiedName } from '../../model/qualified-name.ts';
import type { KafkaRecord, RecordView } from '../../model/record.ts';
import type { Compared } from '../condition/match-outcome.ts';
import type { TaskContext } from '../define-task.ts';
import { type Arrival, Arrivals } from './arrivals.ts';
import type { Expectation } from './expect/expectation.ts';
import { openExpectations } from './expect/open-expectations.ts';
import { type Limit, openLimit } from './limit.ts';
import { Progress } from './progress.ts';
import { windowRules } from './rules.ts';
import { type Candidate, RecordSieve } from './sieve.ts';
import { type OpenSource, openSource, type SourceOptions } from './source.ts';
import type { ConsumeSpec } from './spec.ts';
import { selectTopics, type TopicSelector } from './topic-selector.ts';
import { ConsumeWindow } from './window.ts';

/** A record that matched, with the moment that it counts as having arrived. */
export interface Match extends Candidate {
  readonly atMs: number;
}

/** A match that counted, and where its latency counts from, once that is known. */
interface Counted extends Match {
  readonly sinceMs: number | undefined;
}

const SAME_TURN_MS = 20;
/** Records of one fetch that are judged at once. */
const MOST_AT_ONCE = 500;

/** Reads for one consume task: from its source through decoding and `where` into its window. */
export class ConsumeReader implements AsyncDisposable {
  readonly window: ConsumeWindow;
  readonly limitMs: number | undefined;
  readonly topics: TopicSelector;
  readonly sieve: RecordSieve;
  readonly expectations: readonly Expectation[];
  readonly progress: Progress;
  readonly #spec: ConsumeSpec;
  readonly #context: TaskContext;
  readonly #arrivals: Arrivals;
  readonly #limit: Limit;
  readonly #latencies = new Latencies();
  /** Counted, but not told to anyone yet, as it is not known where their latency counts from. */
  #untold: Counted[] = [];
  #latest: Match | undefined;
  /** The first match after the window's end. */
  #late: Match | undefined;
  #source: OpenSource | undefined;
  #goal: Positions | undefined;

  private constructor(spec: ConsumeSpec, context: TaskContext, sieve: RecordSieve) {
    const { startedAtMs, clock, signal } = context;
    const sinceMs = spec.fail?.since === undefined ? startedAtMs : undefined;
    const { limitMs, ...rules } = windowRules(spec, { startedAtMs, sinceMs });
    this.#spec = spec;
    this.#context = context;
    this.sieve = sieve;
    const { topic = '', topics = [topic], cluster } = spec;
    this.topics = context.selector ?? selectTopics(topics.map((one) => qualifiedName(cluster, one)));
    this.window = new ConsumeWindow(rules);
    this.limitMs = limitMs;
    this.expectations = openExpectations(spec, context);
    this.progress = new Progress(spec.partitions);
    this.#arrivals = new Arrivals(clock, signal);
    this.#limit = openLimit({
      since: spec.fail?.since,
      limitMs,
      window: this.window,
      context,
      onChange: () => this.#arrivals.interrupt(),
    });
  }

  /** Opens the source; records that arrived since the scenario started are there at once. */
  static async open(spec: ConsumeSpec, context: TaskContext): Promise<ConsumeReader> {
    const reader = new ConsumeReader(spec, context, await RecordSieve.open(spec, context));
    const { stop, partitions, isolation = 'read_committed' } = spec;
    if (stop?.atEnd === true)
      reader.#goal = await context.kafka.offsets(reader.topics.names, 'end', context.signal);
    reader.#source = await openSource(
      {
        topics: reader.topics,
        isOnTape: context.selector !== undefined,
        partitions,
        isolation,
        from: startOf(spec, context),
        onFetch: (incoming) => reader.#arrivals.push(incoming),
      },
      context,
    );
    reader.progress.start(reader.#source.from);
    return reader;
  }

  /** Reads until the window has ended. @throws the signal's reason when it is aborted, TaskSkipped */
  async run(): Promise<void> {
    this.#checkGoal(this.#context.clock.nowMs());
    while (!this.window.end) {
      const next = await this.#arrivals.next(this.window.nextMomentMs);
      if (next.kind === 'passed') this.window.advance(next.momentMs);
      else if (next.kind === 'arrival') await this.#take(next.arrival);
      else await this.#checkLimit();
    }
    // Only now it may become known that what came was late.
    if (!this.#limit.isKnown) await Promise.race([this.#limit.known(), rejectOnAbort(this.#context.signal)]);
    await this.#tell();
  }

  /** The first record after the window's end that would have matched, waited for until a moment. */
  async findLate(untilMs: number): Promise<Match | undefined> {
    while (!this.#late) {
      const next = await this.#arrivals.next(untilMs);
      if (next.kind === 'passed') return undefined;
      if (next.kind !== 'arrival') continue;
      const { matched } = await this.sieve.sift(next.arrival.fetched.records);
      const [first] = matched;
      if (first) this.#late = { ...first, atMs: next.arrival.atMs };
    }
    return this.#late;
  }

  /** Would these records, which are not of the window, match? Those that can be read, each with what it lacks. */
  compare(records: readonly KafkaRecord[]): Promise<readonly Compared[]> {
    return this.sieve.compare(records);
  }

  /** Where the limit counts from, as far as one moment can say it. */
  get sinceMs(): number {
    return this.#limit.sinceMs;
  }

  get latest(): Match | undefined {
    return this.#latest;
  }

  get latencies(): LatencySummary | undefined {
    return this.#latencies.summary;
  }

  /**
   * The worst delay of our own event loop from the moment on that the limit counts from, in milliseconds. A stall that
   * made us read the trigger's acknowledgement late counts too: it is noticed in the same turn.
   */
  get loopLagMs(): number {
    return this.#context.lag.worstSince(this.sinceMs - SAME_TURN_MS);
  }

  /** The topics, of those with a name, that have never been seen. */
  async missingTopics(): Promise<readonly string[]> {
    const { names } = this.topics;
    const there = await this.#context.kafka.offsets(names, 'start', this.#context.signal);
    return names.filter((topic) => !there.has(topic) && !this.progress.hasSeen(topic));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#limit[Symbol.dispose]();
    this.#arrivals[Symbol.dispose]();
    await this.#source?.[Symbol.asyncDispose]();
  }

  /** A view with its moment and, where it is known from when it counts, its latency. */
  viewMatch({ view, atMs }: Match, sinceMs: number | undefined): RecordView {
    const latencyMs = sinceMs === undefined ? undefined : Math.max(0, roundMs(atMs - sinceMs));
    return {
      ...view,
      momentMs: this.#context.sinceRunStart(atMs),
      ...(latencyMs === undefined ? {} : { latencyMs }),
    };
  }

  /** Some of its records at a time: what is made of each of them takes many times its own memory. */
  async #take({ fetched, atMs }: Arrival): Promise<void> {
    const { records } = fetched;
    let failsAt: bigint | undefined;
    for (let from = 0; from < records.length; from += MOST_AT_ONCE) {
      const { matched, unreadable } = await this.sieve.sift(records.slice(from, from + MOST_AT_ONCE));
      if (this.#spec.undecodable !== 'skip') failsAt ??= unreadable[0]?.record.offset;
      await this.#limit.prepare(matched.map(({ context }) => context));
      for (const candidate of matched) {
        if (failsAt !== undefined && candidate.record.offset > failsAt) break;
        this.#offer({ ...candidate, atMs });
      }
      if (this.#limit.isKnown) await this.#tell();
    }
    this.progress.note(fetched);
    if (failsAt !== undefined) this.window.offerUndecodable(atMs);
    if (this.expectations.some((one) => one.isComplete?.())) this.window.satisfy(atMs);
    this.#checkGoal(atMs);
  }

  #offer(match: Match): void {
    if (!this.window.offer(match.atMs)) {
      this.#late ??= match;
      return;
    }
    this.#latest = match;
    this.progress.match(match.record);
    this.#untold.push({ ...match, sinceMs: this.#limit.meet(match.context) });
  }

  async #checkLimit(): Promise<void> {
    if (this.#limit.isKnown) await this.#tell();
    else await Promise.race([this.#limit.known(), Promise.resolve()]); // throws when it never will be
  }

  /** Tells the report, the checks, the children and the expectations of the matches that counted. */
  async #tell(): Promise<void> {
    const counted = this.#untold;
    this.#untold = [];
    if (counted.length === 0) return;
    const views = counted.map((match) => this.viewMatch(match, match.sinceMs ?? this.#commonSince));
    for (const record of views) {
      if (record.latencyMs !== undefined) this.#latencies.add(record.latencyMs);
      this.#context.emit({ type: 'record-consumed', record });
    }
    const contexts = views.map(recordContext);
    for (const expectation of this.expectations) await expectation.offer(contexts);
    await this.#context.publish(
      contexts.map((value, index) => ({ what: 'record', value, atMs: counted[index]?.atMs ?? 0 })),
    );
  }

  /** Of matches that counted before it was known: the one moment there is, unless each record has its own. */
  get #commonSince(): number | undefined {
    return typeof this.#spec.fail?.since === 'object' ? undefined : this.#limit.sinceMs;
  }

  /** `stop.atEnd`: have all partitions been read up to the end offsets of the task's start? */
  #checkGoal(atMs: number): void {
    if (this.#goal && this.progress.hasReached(this.#goal)) this.window.reachEnd(atMs);
  }
}

function startOf({ from = 'scenario-start' }: ConsumeSpec, context: TaskContext): SourceOptions['from'] {
  if (typeof from === 'string' || 'offset' in from) return from;
  if ('behind' in from) return { behind: context.offsetsAfter(from.behind) ?? new Map() };
  if ('ago' in from) return { timeMs: context.clock.wallMs() - from.ago };
  return { timeMs: from.time };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
