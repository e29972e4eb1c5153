import type { Clock } from '../../base/clock.ts';
import type { FetchedRecords } from '../../kafka/port.ts';
import type { Incoming } from './incoming.ts';

const MOST_QUEUED_BYTES = 64 * 1024 * 1024;

/** A fetch with the moment that it counts as having arrived. */
export interface Arrival {
  readonly fetched: FetchedRecords;
  readonly atMs: number;
}

/** What came next: a fetch, or a moment that has passed with every fetch up to it handed out, or a call of `interrupt`. */
export type Next =
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly kind: 'passed'; readonly momentMs: number }
  | { readonly kind: 'interrupted' };

/**
 * Puts fetches and moments (a deadline, the end of a window) into one order. The process may be late for both: a timer
 * fires after its moment, and data that had reached the process is read after it. So a moment has passed only when the
 * event loop has turned once after it, and what that turn read counts as having arrived at the moment itself.
 */
export class Arrivals implements Disposable {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #queue: Incoming[] = [];
  #queuedBytes = 0;
  #room: PromiseWithResolvers<void> | undefined;
  #wake: () => void = () => undefined;
  #isInterrupted = false;
  #moment: { readonly atMs: number; readUntilMs?: number; readonly timer: Disposable } | undefined;
  readonly #onAbort = (): void => this.#wake();

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
    signal.addEventListener('abort', this.#onAbort);
  }

  /** Takes a fetch; in order of arrival. A promise when very much waits to be read: it resolves when there is room again. */
  push(incoming: Incoming): Promise<void> | undefined {
    this.#queue.push(incoming);
    this.#queuedBytes += incoming.sizeBytes;
    this.#wake();
    if (this.#queuedBytes <= MOST_QUEUED_BYTES) return undefined;
    this.#room ??= Promise.withResolvers();
    return this.#room.promise;
  }

  /** Makes a pending `next` return, as the moment to wait for has changed. */
  interrupt(): void {
    this.#isInterrupted = true;
    this.#wake();
  }

  /**
   * The next fetch that arrived up to `momentMs`, or that the moment has passed; without a moment, the next fetch. The
   * same moment may be asked for again and again; it is best asked for before it comes.
   * @throws the signal's reason when it is aborted
   */
  async next(momentMs: number | undefined): Promise<Next> {
    this.#arm(momentMs);
    for (;;) {
      this.#signal.throwIfAborted();
      const next = this.#take(momentMs);
      if (next) return next;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  [Symbol.dispose](): void {
    this.#moment?.timer[Symbol.dispose]();
    this.#signal.removeEventListener('abort', this.#onAbort);
    for (const incoming of this.#queue.splice(0)) incoming.drop();
  }

  #take(momentMs: number | undefined): Next | undefined {
    const first = this.#queue[0];
    const readUntilMs = this.#moment?.readUntilMs;
    if (first && (momentMs === undefined || first.arrivedAtMs <= (readUntilMs ?? momentMs))) {
      this.#queue.shift();
      this.#makeRoom(first);
      return {
        kind: 'arrival',
        arrival: { fetched: first.take(), atMs: Math.min(first.arrivedAtMs, momentMs ?? first.arrivedAtMs) },
      };
    }
    if (readUntilMs !== undefined && momentMs !== undefined) return { kind: 'passed', momentMs };
    if (!this.#isInterrupted) return undefined;
    this.#isInterrupted = false;
    return { kind: 'interrupted' };
  }

  #makeRoom(taken: Incoming): void {
    this.#queuedBytes -= taken.sizeBytes;
    if (!this.#room || this.#queuedBytes > MOST_QUEUED_BYTES / 2) return;
    this.#room.resolve();
    this.#room = undefined;
  }

  #arm(momentMs: number | undefined): void {
    if (this.#moment?.atMs === momentMs) return;
    this.#moment?.timer[Symbol.dispose]();
    this.#moment = momentMs === undefined ? undefined : this.#startTimer(momentMs);
  }

  #startTimer(atMs: number): { readonly atMs: number; readUntilMs?: number; readonly timer: Disposable } {
    const isPast = this.#clock.nowMs() > atMs;
    const moment = {
      atMs,
      timer: this.#clock.at(atMs, () => {
        void this.#clock.poll().then(() => {
          // Asked for after it came: nobody knows what the turn right after it read, so nothing is moved back to it.
          Object.assign(moment, { readUntilMs: isPast ? atMs : this.#clock.nowMs() });
          this.#wake();
        });
      }),
    };
    return moment;
  }
}
