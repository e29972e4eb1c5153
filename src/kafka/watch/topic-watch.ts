import type { Clock } from '../../base/clock.ts';
import { describeError } from '../../base/errors.ts';
import type { Cluster } from '../cluster.ts';
import type { Lane } from '../lane.ts';
import { mayPass } from '../persist.ts';
import type { Watch, WatchOptions } from '../port.ts';
import { fetchRecords } from '../protocol-call.ts';
import { errorName, protocolError } from '../protocol-error.ts';
import { Interruptions } from './interruptions.ts';
import { relocate, type WatchedPartition, WatchedPartitions } from './partition.ts';
import { fetchArguments, type Poll, type PollResult, pollResults } from './poll.ts';
import { nextOffsetOf, readBatches } from './read-batches.ts';
import { SpareLanes } from './spare-lanes.ts';

/** How often to look for new partitions and leaders; and for a topic that is missing, as its records wait meanwhile. */
const REFRESH_MS = 500;
const SEARCH_MS = 50;
const AFTER_TROUBLE_MS = 20;

/**
 * Reads topics from explicit offsets, without a consumer group: one long poll per broker at a time, always for all that
 * the broker leads. What is found while a poll is under way gets a poll of its own at once, on another connection, until
 * the next common one; whatever comes twice by that is told by its offset.
 */
export class TopicWatch implements Watch {
  readonly done: Promise<void>;
  readonly #cluster: Cluster;
  readonly #clock: Clock;
  readonly #options: WatchOptions;
  readonly #partitions: WatchedPartitions;
  readonly #interruptions: Interruptions;
  readonly #lanes: SpareLanes;
  readonly #settle: { readonly resolve: () => void; readonly reject: (cause: unknown) => void };
  #polls = 0;
  #isEnded = false;
  #hurry: () => void = () => undefined;

  constructor(
    options: WatchOptions,
    { cluster, clock }: { readonly cluster: Cluster; readonly clock: Clock },
  ) {
    this.#options = options;
    this.#cluster = cluster;
    this.#clock = clock;
    this.#partitions = new WatchedPartitions(options.positions);
    this.#interruptions = new Interruptions(clock);
    this.#lanes = new SpareLanes(() => cluster.createLane());
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.done = promise;
    this.#settle = { resolve, reject };
    void this.#follow();
  }

  get interruptions(): Watch['interruptions'] {
    return this.#interruptions.list();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end();
    this.#settle.resolve();
  }

  async #end(): Promise<void> {
    this.#isEnded = true;
    this.#hurry();
    await this.#lanes[Symbol.asyncDispose]();
  }

  #fail(cause: unknown): void {
    if (this.#isEnded) return;
    this.#settle.reject(cause);
    void this.#end();
  }

  /** Keeps knowing who leads what, and has it read. */
  async #follow(): Promise<void> {
    while (!this.#isEnded) {
      const isComplete = await this.#refresh().catch((cause: unknown) => {
        if (!mayPass(cause)) this.#fail(cause);
        this.#interruptions.begin('metadata', describeError(cause));
        return false;
      });
      this.#readWaiting();
      await this.#pause(isComplete ? REFRESH_MS : SEARCH_MS);
    }
  }

  #readWaiting(): void {
    if (this.#isEnded) return;
    for (const [nodeId, waiting] of this.#partitions.waiting()) void this.#read(nodeId, waiting);
  }

  /** @returns whether every topic is there with all its leaders */
  async #refresh(): Promise<boolean> {
    const { topics } = await this.#cluster.metadata(this.#options.topics);
    this.#interruptions.end('metadata');
    for (const name of this.#options.topics) {
      const topic = topics.get(name);
      if (topic) this.#partitions.update(topic);
      else this.#partitions.lose(name);
    }
    return (
      topics.size === this.#options.topics.length &&
      [...topics.values()].every(({ leaders }) => leaders.length > 0 && !leaders.includes(undefined))
    );
  }

  /** Waits, or less when `#hurry` is called. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#clock.at(this.#clock.nowMs() + ms, resolve);
      this.#hurry = () => {
        timer[Symbol.dispose]();
        resolve();
      };
    });
  }

  /** Polls a broker, at first for some partitions, then for all it leads, until another poll has taken them over. */
  async #read(nodeId: number, first: readonly WatchedPartition[]): Promise<void> {
    using spare = this.#lanes.take(nodeId);
    let wanted = first;
    while (wanted.length > 0 && !this.#isEnded) {
      const poll: Poll = { number: ++this.#polls, partitions: wanted };
      for (const partition of wanted) partition.poll = poll;
      await this.#poll(nodeId, poll, spare.lane);
      const own = wanted.filter((partition) => partition.poll === poll);
      for (const partition of own) partition.poll = undefined;
      wanted = own.length > 0 ? this.#partitions.ledBy(nodeId) : [];
    }
  }

  async #poll(nodeId: number, poll: Poll, lane: Lane): Promise<void> {
    const source = `broker ${nodeId}`;
    try {
      const broker = this.#cluster.broker(nodeId);
      const answer = await lane.call(broker, fetchRecords, fetchArguments(poll, this.#options.isolation));
      this.#interruptions.end(source);
      for (const result of pollResults(poll, answer)) this.#take(result, { poll, ...answer });
    } catch (cause) {
      if (!mayPass(cause)) this.#fail(cause);
      this.#interruptions.begin(source, describeError(cause));
      for (const partition of poll.partitions) this.#loseLeader(partition);
    }
  }

  /** Hands on what a response brought for one partition, unless it is known already. */
  #take(
    { partition, fetched }: PollResult,
    { poll, arrivedAtMs }: { poll: Poll; arrivedAtMs: number },
  ): void {
    const { topic, partition: number } = partition;
    const isOutdated = this.#partitions.get(topic, number) !== partition; // the topic was created anew meanwhile
    if (this.#isEnded || isOutdated) return;
    if (fetched.errorCode !== 0) {
      this.#handleTrouble(partition, fetched.errorCode);
      return;
    }
    const { isolation, onFetch } = this.#options;
    const endOffset = isolation === 'read_committed' ? fetched.lastStableOffset : fetched.highWatermark;
    const batches = fetched.records ?? [];
    const next = nextOffsetOf(batches) ?? partition.position;
    if (next <= partition.position && endOffset === partition.endOffset) return;
    const from = higher(partition.position, partition.floor);
    const aborted = fetched.abortedTransactions ?? [];
    const records = readBatches({ topic, partition: number, batches, aborted }, { from, isolation });
    if (next > partition.position) {
      Object.assign(partition, { position: next, hasRead: true, served: poll.number });
    }
    partition.endOffset = endOffset;
    const nextOffset = higher(next, from);
    const taken = onFetch({ topic, partition: number, arrivedAtMs, records, nextOffset, endOffset });
    if (taken) void this.#hold(partition, taken);
  }

  /** Asks for no more of a partition until what came is taken. */
  async #hold(partition: WatchedPartition, taken: Promise<void>): Promise<void> {
    partition.pending++;
    await taken;
    partition.pending--;
    this.#readWaiting();
  }

  #handleTrouble(partition: WatchedPartition, errorCode: number): void {
    const { topic, partition: number, leader } = partition;
    const error = protocolError(`${topic}[${number}]`, errorCode);
    if (error.code === 'KAFKA_DENIED' || errorName(errorCode) === 'CORRUPT_MESSAGE') this.#fail(error);
    this.#loseLeader(partition);
    if (error.code !== 'KAFKA_OFFSET_OUT_OF_RANGE' || leader === undefined) return;
    relocate(this.#cluster, partition, leader).catch((cause: unknown) => {
      if (!mayPass(cause)) this.#fail(cause);
    });
  }

  /** Until the metadata are asked for again, which is soon. */
  #loseLeader(partition: WatchedPartition): void {
    partition.leader = undefined;
    this.#clock.at(this.#clock.nowMs() + AFTER_TROUBLE_MS, () => this.#hurry());
  }
}

function higher(one: bigint, other: bigint): bigint {
  if (one > other) return one;
  return other;
}
