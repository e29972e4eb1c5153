import { Worker } from 'node:worker_threads';
import { describeError } from '../base/errors.ts';
import type { Message, Question, ThreadOptions } from './jq-worker.ts';

/** Why there is no answer: the time was over, or the engine broke (out of memory). */
export interface NoAnswer {
  readonly kind: 'timeout' | 'broken';
  readonly reason: string;
}
export type Answer<Q extends Question> = Extract<Message, { kind: Q['kind'] }> | NoAnswer;

const ENDED: NoAnswer = { kind: 'broken', reason: 'the run has ended' };

/** What a program may take. */
export interface Limits {
  /** Of each question, from the moment that the thread begins with it. */
  readonly timeLimitMs: number;
  readonly memoryLimitBytes: number;
}

/**
 * A thread for whatever might take long, and its questions. One that takes too long ends the thread; the next question
 * starts another. A thread without a question lets the process end.
 */
export class JqThread implements AsyncDisposable {
  readonly #limits: Limits;
  #worker: Worker | undefined;
  #ready: Promise<unknown> | undefined;
  /** Of the one question that is being answered. */
  #settle: ((message: Message | NoAnswer) => void) | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isDisposed = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  ask<Q extends Question>(question: Q): Promise<Answer<Q>> {
    const answer = this.#last.then(() => this.#ask(question));
    this.#last = answer;
    return answer as Promise<Answer<Q>>; // the worker answers in kind
  }

  /** Whoever still waits for an answer gets none. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true;
    this.#settle?.(ENDED);
    await this.#stop();
  }

  async #ask(question: Question): Promise<Message | NoAnswer> {
    if (this.#isDisposed) return ENDED;
    const worker = this.#start();
    worker.ref();
    const { promise, resolve } = Promise.withResolvers<Message | NoAnswer>();
    this.#settle = resolve;
    await Promise.race([this.#ready, promise]);
    const timer = setTimeout(() => resolve({ kind: 'timeout', reason: '' }), this.#limits.timeLimitMs);
    worker.postMessage(question);
    const answer = await promise;
    clearTimeout(timer);
    this.#settle = undefined;
    if (answer.kind === 'timeout' || answer.kind === 'broken') await this.#stop();
    else worker.unref();
    return answer;
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./jq-worker.${extension}`, import.meta.url), {
      workerData: { memoryLimitBytes: this.#limits.memoryLimitBytes } satisfies ThreadOptions,
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    worker.on('message', (message: Message) =>
      message.kind === 'ready' ? resolve() : this.#settle?.(message),
    );
    const end = (reason: string): void => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#settle?.({ kind: 'broken', reason });
    };
    worker.on('error', (cause) => end(describeError(cause)));
    worker.on('exit', () => end('the thread has ended'));
    this.#worker = worker;
    this.#ready = promise;
    return worker;
  }

  async #stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
