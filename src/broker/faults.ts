import { errorCodes } from './error-codes.ts';

/** Requests that are to fail. */
export interface FailedRequests {
  /** The key of the message: https://kafka.apache.org/protocol#protocol_api_keys */
  readonly apiKey: number;
  readonly error: keyof typeof errorCodes;
  /** How many of them; Infinity: all, until disposed. */
  readonly times: number;
}

interface Failure {
  readonly errorCode: number;
  left: number;
}

/**
 * Misbehaviour on demand, for tests of what copes with it. Each ends when its result is disposed. What only the broker
 * calls is internal: the package's declarations leave it out.
 */
export class Faults {
  readonly #failures = new Map<number, Failure[]>();
  readonly #pausedTopics = new Map<string, number>();
  readonly #fetchDelays = new Set<{ readonly ms: number }>();
  readonly #wake: (topic: string) => void;

  /** @internal */
  constructor(wake: (topic: string) => void) {
    this.#wake = wake;
  }

  /** Lets the next requests of one kind fail with an error, as a whole. */
  failRequests({ apiKey, error, times }: FailedRequests): Disposable {
    const failure = { errorCode: errorCodes[error], left: times };
    const failures = this.#failures.get(apiKey) ?? [];
    this.#failures.set(apiKey, failures);
    failures.push(failure);
    return {
      [Symbol.dispose]: () => {
        failure.left = 0;
      },
    };
  }

  /** Gives consumers of a topic no records; producers do not notice. */
  pauseTopic(topic: string): Disposable {
    this.#pausedTopics.set(topic, (this.#pausedTopics.get(topic) ?? 0) + 1);
    const stack = new DisposableStack();
    stack.defer(() => {
      const count = (this.#pausedTopics.get(topic) ?? 1) - 1;
      if (count > 0) this.#pausedTopics.set(topic, count);
      else this.#pausedTopics.delete(topic);
      this.#wake(topic);
    });
    return stack;
  }

  /** Answers every fetch this much later. */
  delayFetches(ms: number): Disposable {
    const delay = { ms };
    this.#fetchDelays.add(delay);
    return { [Symbol.dispose]: () => this.#fetchDelays.delete(delay) };
  }

  /** @internal */
  isPaused(topic: string): boolean {
    return this.#pausedTopics.has(topic);
  }

  /** How much later a fetch is to be answered. @internal */
  get fetchDelayMs(): number {
    return Math.max(0, ...[...this.#fetchDelays].map(({ ms }) => ms));
  }

  /** The error that the next request of this kind is to fail with; it counts as failed. @internal */
  takeFailure(apiKey: number): number | undefined {
    const failure = this.#failures.get(apiKey)?.find(({ left }) => left > 0);
    if (!failure) return undefined;
    failure.left--;
    return failure.errorCode;
  }
}
