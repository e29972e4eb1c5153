import type { Clock } from '../base/clock.ts';
import type { Address, Peer } from './apis/request-context.ts';
import type { Dispatcher, Reply } from './dispatcher.ts';
import { Authentication, type SaslSetup } from './sasl/authentication.ts';
import { FrameSplitter } from './wire/frame-splitter.ts';
import { WireError } from './wire/wire-error.ts';

/** What carries the bytes of a connection. */
export interface Transport {
  readonly remoteAddress: string;
  /** False: it has more than it can send for now, `Connection.drained` will be called. */
  write(pieces: readonly Buffer[]): boolean;
  pause(): void;
  resume(): void;
  /** Closes it when all is sent. */
  end(): void;
  destroy(): void;
}

/** Limits of one connection. */
export interface ConnectionLimits {
  readonly maxFrameBytes: number;
  /** Without any bytes for so long, a connection is closed. */
  readonly idleMs: number;
}

/** What a connection stands on. */
export interface ConnectionOptions {
  readonly clock: Clock;
  readonly limits: ConnectionLimits;
  /** What clients of its listener are told to connect to. */
  readonly brokerAddress: Address;
  /** Absent: everybody may connect. */
  readonly sasl: SaslSetup | undefined;
  /** Told of errors that no client can cause. */
  readonly onBug: (error: unknown) => void;
}

/** While a request is being answered, so many bytes of later ones are read ahead. */
const READ_AHEAD_BYTES = 1 << 20;
/** A client that sends half a request, or does not read its answers, is given this long to go on. */
const STALL_MS = 30_000;

/**
 * One client's connection: requests are answered one after the other, in their order. Whatever a client sends, or does
 * not read, takes a bounded amount of memory and ends with this connection alone.
 */
export class Connection implements Peer {
  readonly clientHost: string;
  readonly brokerAddress: Address;
  readonly authentication: Authentication;
  readonly #dispatcher: Dispatcher;
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #limits: ConnectionLimits;
  readonly #onBug: (error: unknown) => void;
  readonly #frames: FrameSplitter;
  readonly #closing = new AbortController();
  #isBusy = false;
  /** Nothing more is answered. */
  #isLeaving = false;
  #isClogged = false;
  #isPaused = false;
  #lastProgressMs: number;
  #watchdog: Disposable;

  constructor(dispatcher: Dispatcher, transport: Transport, options: ConnectionOptions) {
    this.clientHost = `/${transport.remoteAddress}`;
    this.brokerAddress = options.brokerAddress;
    this.authentication = new Authentication(options.clock, options.sasl);
    this.#dispatcher = dispatcher;
    this.#transport = transport;
    this.#clock = options.clock;
    this.#limits = options.limits;
    this.#onBug = options.onBug;
    this.#frames = new FrameSplitter(options.limits.maxFrameBytes);
    this.#lastProgressMs = this.#clock.nowMs();
    this.#watchdog = this.#armWatchdog();
  }

  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  /** Takes what came from the client. */
  receive(chunk: Buffer): void {
    this.#lastProgressMs = this.#clock.nowMs();
    this.#frames.push(chunk);
    this.#serve();
  }

  /** The transport can take more. */
  drained(): void {
    this.#lastProgressMs = this.#clock.nowMs();
    this.#isClogged = false;
    this.#serve();
  }

  closeConnection(when: 'now' | 'after the answer' = 'now'): void {
    this.#isLeaving = true;
    if (when === 'after the answer') return;
    this.#transport.destroy();
    this.closed();
  }

  /** The transport is gone. */
  closed(): void {
    this.#isLeaving = true;
    this.#watchdog[Symbol.dispose]();
    this.#closing.abort();
  }

  #serve(): void {
    try {
      while (!this.#isBusy && !this.#isClogged && !this.#isLeaving) {
        const frame = this.#frames.next();
        if (!frame) break;
        const reply = this.#dispatcher.dispatch(frame, this);
        if (reply instanceof Promise) this.#await(reply);
        else this.#send(reply);
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#throttle();
  }

  #await(reply: Promise<Reply>): void {
    this.#isBusy = true;
    reply
      .then((pieces) => {
        this.#isBusy = false;
        this.#send(pieces);
        this.#serve();
      })
      .catch((error: unknown) => this.#fail(error));
  }

  #send(pieces: Reply): void {
    if (!pieces || this.signal.aborted) return;
    this.#lastProgressMs = this.#clock.nowMs();
    this.#isClogged = !this.#transport.write(pieces);
    if (this.#isLeaving) this.#transport.end();
  }

  #fail(error: unknown): void {
    const isExpected = error instanceof WireError || error === this.signal.reason;
    if (!isExpected) this.#onBug(error);
    this.closeConnection();
  }

  /** Reads no further than the requests that wait already. */
  #throttle(): void {
    const isWaiting = this.#isBusy || this.#isClogged;
    const mustPause = isWaiting && this.#frames.bufferedBytes > READ_AHEAD_BYTES;
    if (mustPause === this.#isPaused || this.signal.aborted) return;
    this.#isPaused = mustPause;
    if (mustPause) this.#transport.pause();
    else this.#transport.resume();
  }

  #armWatchdog(): Disposable {
    const nowMs = this.#clock.nowMs();
    return this.#clock.at(nowMs + Math.min(STALL_MS, this.#limits.idleMs), () => {
      if (this.#clock.nowMs() >= this.#lastProgressMs + this.#allowedMs()) this.closeConnection();
      else this.#watchdog = this.#armWatchdog();
    });
  }

  #allowedMs(): number {
    if (this.#isBusy) return this.#limits.idleMs;
    const isStalled = this.#isClogged || this.#frames.bufferedBytes > 0;
    return isStalled ? STALL_MS : this.#limits.idleMs;
  }
}
