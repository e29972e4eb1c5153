import type { LagMeter } from '../../base/clock.ts';
import { openReader, type RecordReader } from '../../formats/record/reader.ts';
import { recordContext } from '../../formats/record/view.ts';
import type { FetchedRecords, Positions } from '../../kafka/port.ts';
import type { KafkaRecord, RecordView } from '../../model/record.ts';
import { match } from '../condition/match.ts';
import type { Compared, MatchOutcome } from '../condition/match-outcome.ts';
import type { TaskContext } from '../define-task.ts';
import { type Arrival, Arrivals } from './arrivals.ts';
import { NearMisses } from './near-misses.ts';
import { windowRules } from './rules.ts';
import { type OpenSource, openSource } from './source.ts';
import type { ConsumeSpec } from './spec.ts';
import { ConsumeWindow } from './window.ts';

/** A record that matched, with the moment that it counts as having arrived. */
export interface Match {
  readonly record: KafkaRecord;
  readonly view: RecordView;
  readonly atMs: number;
}

/** A record that could not be read. */
export interface Unreadable {
  readonly record: KafkaRecord;
  readonly reason: string;
}

const NO_MATCH: MatchOutcome = { matched: false, met: 0 };

/** Reads for one consume task: from its source through decoding and `where` into its window. */
export class ConsumeReader implements AsyncDisposable {
  readonly window: ConsumeWindow;
  readonly limitMs: number | undefined;
  readonly topics: readonly string[];
  readonly matches: Match[] = [];
  readonly unreadable: Unreadable[] = [];
  readonly misses = new NearMisses();
  /** Records from the start position on, and how many of them `where` let through no further. */
  read = 0;
  filtered = 0;
  /** Where the limit counts from. */
  sinceMs: number;
  readonly #spec: ConsumeSpec;
  readonly #context: TaskContext;
  readonly #arrivals: Arrivals;
  readonly #lag: LagMeter;
  readonly #format: RecordReader;
  readonly #next = new Map<string, Map<number, bigint>>();
  #source: OpenSource | undefined;
  #goal: Positions | undefined;

  private constructor(spec: ConsumeSpec, context: TaskContext, format: RecordReader) {
    const { startedAtMs, clock, signal } = context;
    const sinceMs = spec.fail?.since === undefined ? startedAtMs : undefined;
    const { limitMs, ...rules } = windowRules(spec, { startedAtMs, sinceMs });
    this.#spec = spec;
    this.#context = context;
    this.#format = format;
    this.topics = spec.topics ?? [spec.topic ?? ''];
    this.window = new ConsumeWindow(rules);
    this.limitMs = limitMs;
    this.sinceMs = startedAtMs;
    this.#arrivals = new Arrivals(clock, signal);
    this.#lag = clock.measureLag();
  }

  /** Opens the source; records that arrived since the scenario started are there at once. */
  static async open(spec: ConsumeSpec, context: TaskContext): Promise<ConsumeReader> {
    const reader = new ConsumeReader(spec, context, await openReader(spec.format, context.formats));
    const { from = 'scenario-start', stop, partitions, isolation = 'read_committed' } = spec;
    if (spec.fail?.since !== undefined) reader.#awaitMoment(spec.fail.since);
    if (stop?.atEnd === true)
      reader.#goal = await context.kafka.offsets(reader.topics, 'end', context.signal);
    reader.#source = await openSource(
      {
        topics: reader.topics,
        partitions,
        isolation,
        from:
          typeof from === 'object' && 'behind' in from
            ? { behind: context.offsetsAfter(from.behind) ?? new Map() }
            : from,
        onFetch: (fetched) => reader.#arrivals.push(fetched),
      },
      context,
    );
    return reader;
  }

  /** Reads until the window has ended. @throws the signal's reason when it is aborted */
  async run(): Promise<void> {
    this.#checkGoal(this.#context.clock.nowMs());
    while (!this.window.end) {
      const next = await this.#arrivals.next(this.window.nextMomentMs);
      if (next.kind === 'passed') this.window.advance(next.momentMs);
      else if (next.kind === 'arrival') await this.#take(next.arrival);
    }
  }

  /** The first record after the window's end that would have matched, waited for until a moment. */
  async findLate(untilMs: number): Promise<Match | undefined> {
    const [first] = this.#late;
    if (first) return first;
    for (;;) {
      const next = await this.#arrivals.next(untilMs);
      if (next.kind === 'passed') return undefined;
      if (next.kind !== 'arrival') continue;
      const { matched } = await this.#select(next.arrival);
      if (matched[0]) return matched[0];
    }
  }

  /** Would these records, which are not of the window, match? Those that can be read, each with what it lacks. */
  async compare(records: readonly KafkaRecord[]): Promise<readonly Compared[]> {
    const { candidates } = await this.#view(records, 0);
    const verdicts = await this.#judge(candidates);
    return candidates.map(({ view }, index) => ({ record: view, ...(verdicts[index] ?? NO_MATCH) }));
  }

  /** The worst delay of our own event loop since the task started, in milliseconds. */
  get loopLagMs(): number {
    return this.#lag.worstMs();
  }

  /** Where each partition stood when the task started and where it is now. */
  get offsets(): { topic: string; partition: number; from: bigint; to: bigint }[] {
    const from = this.#source?.from ?? new Map<string, bigint[]>();
    return this.topics.flatMap((topic) => {
      const moved = this.#next.get(topic) ?? new Map<number, bigint>();
      const count = Math.max(
        from.get(topic)?.length ?? 0,
        ...[...moved.keys()].map((partition) => partition + 1),
      );
      return Array.from({ length: count }, (_, partition) => {
        const start = from.get(topic)?.[partition] ?? 0n;
        return { topic, partition, from: start, to: moved.get(partition) ?? start };
      });
    });
  }

  /** Has any of these topics never been seen? Those that had no partitions at the start and brought nothing. */
  async missingTopics(): Promise<readonly string[]> {
    const there = await this.#context.kafka.offsets(this.topics, 'start', this.#context.signal);
    return this.topics.filter((topic) => !there.has(topic) && !this.#next.has(topic));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#lag[Symbol.dispose]();
    this.#arrivals[Symbol.dispose]();
    await this.#source?.[Symbol.asyncDispose]();
  }

  readonly #late: Match[] = [];

  #awaitMoment(task: string): void {
    void this.#context.momentOf(task).then((momentMs) => {
      this.sinceMs = momentMs;
      if (this.limitMs !== undefined) this.window.setDeadline(momentMs + this.limitMs);
      this.#arrivals.interrupt();
    });
  }

  async #take(arrival: Arrival): Promise<void> {
    const { matched, unreadable } = await this.#select(arrival);
    this.#note(arrival.fetched);
    this.unreadable.push(...unreadable);
    const failsAt = this.#spec.undecodable === 'skip' ? undefined : unreadable[0]?.record.offset;
    for (const match of matched) {
      if (failsAt !== undefined && match.record.offset > failsAt) break;
      if (this.window.offer(match.atMs)) this.matches.push(match);
      else this.#late.push(match);
    }
    if (failsAt !== undefined) this.window.offerUndecodable(arrival.atMs);
    this.#checkGoal(arrival.atMs);
  }

  async #select({ fetched, atMs }: Arrival): Promise<{ matched: Match[]; unreadable: Unreadable[] }> {
    const { candidates, unreadable } = await this.#view(fetched.records, atMs);
    const verdicts = await this.#judge(candidates);
    const matched = candidates.filter((_, index) => verdicts[index]?.matched);
    const of = this.#spec.where?.length ?? 0;
    for (const [index, { view }] of candidates.entries()) {
      const { met, failed } = verdicts[index] ?? NO_MATCH;
      if (failed) this.misses.add({ record: view, met, of, failed });
    }
    this.read += fetched.records.length;
    this.filtered += candidates.length - matched.length;
    return { matched, unreadable };
  }

  async #view(
    records: readonly KafkaRecord[],
    atMs: number,
  ): Promise<{ candidates: Match[]; unreadable: Unreadable[] }> {
    const candidates: Match[] = [];
    const unreadable: Unreadable[] = [];
    await this.#format.prepare(records, this.#context.signal);
    for (const record of records) {
      const viewed = this.#format.view(record);
      if ('view' in viewed) candidates.push({ record, atMs, view: viewed.view });
      else unreadable.push({ record, reason: viewed.unreadable });
    }
    return { candidates, unreadable };
  }

  #judge(candidates: readonly Match[]): Promise<readonly MatchOutcome[]> {
    const contexts = candidates.map(({ view }) =>
      this.#context.expressionContext({ record: recordContext(view) }),
    );
    return match(this.#spec.where ?? [], contexts, this.#context);
  }

  #note({ topic, partition, nextOffset }: FetchedRecords): void {
    const partitions = this.#next.get(topic) ?? new Map<number, bigint>();
    this.#next.set(topic, partitions.set(partition, nextOffset));
  }

  /** `stop.atEnd`: have all partitions been read up to the end offsets of the task's start? */
  #checkGoal(atMs: number): void {
    if (!this.#goal) return;
    const isThere = this.offsets.every(
      ({ topic, partition, to }) => to >= (this.#goal?.get(topic)?.[partition] ?? 0n),
    );
    if (isThere) this.window.reachEnd(atMs);
  }
}
