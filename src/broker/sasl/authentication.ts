import type { Clock } from '../../base/clock.ts';
import type { Credentials, Mechanism } from './credentials.ts';
import { PlainExchange } from './plain-exchange.ts';
import type { SaslExchange, SaslStep } from './sasl-exchange.ts';
import { ScramExchange } from './scram-exchange.ts';

/** Who may connect, and how. */
export interface SaslSetup {
  readonly mechanisms: readonly Mechanism[];
  readonly credentials: Credentials;
  /** How long an authentication counts, after which the client has to repeat it (KIP-368); 0: for ever. */
  readonly sessionMs: number;
}

/** Whether the messages of an exchange are requests, or come bare, as they did before Kafka 1.0. */
export type Framing = 'requests' | 'bare';

/** How far the authentication of one connection is. */
export class Authentication {
  readonly #clock: Clock;
  readonly #setup: SaslSetup | undefined;
  #exchange: SaslExchange | undefined;
  #mechanism: Mechanism | undefined;
  #framing: Framing = 'requests';
  /** Who it is, when that is known. */
  #user: string | undefined;
  #endsAtMs = Number.POSITIVE_INFINITY;

  /** Without a setup, everybody may do everything. */
  constructor(clock: Clock, setup: SaslSetup | undefined) {
    this.#clock = clock;
    this.#setup = setup;
  }

  /** Whether all requests are served, not only those that authenticate. */
  get isDone(): boolean {
    if (!this.#setup) return true;
    return this.#user !== undefined && !this.#exchange && this.#clock.nowMs() < this.#endsAtMs;
  }

  get mechanisms(): readonly Mechanism[] {
    return this.#setup?.mechanisms ?? [];
  }

  /** The mechanism of the handshake. */
  get mechanism(): Mechanism | undefined {
    return this.#mechanism;
  }

  /** Who it is, when that is known. */
  get user(): string | undefined {
    return this.#user;
  }

  /** How long the authentication that was just done counts; 0: for ever. */
  get sessionMs(): number {
    return this.#setup?.sessionMs ?? 0;
  }

  /** Whether it is the time for a handshake: an authentication is repeated only where it ends. */
  get canBegin(): boolean {
    return this.#setup !== undefined && !this.#exchange && (this.#user === undefined || this.sessionMs > 0);
  }

  /** Whether the next frame is no request, but a message of the exchange. */
  get awaitsBareMessage(): boolean {
    return this.#exchange !== undefined && this.#framing === 'bare';
  }

  /** Begins an exchange; false: the mechanism is not offered. */
  begin(name: string, framing: Framing): boolean {
    const mechanism = this.mechanisms.find((offered) => offered === name);
    if (!this.#setup || !mechanism) return false;
    const { credentials } = this.#setup;
    this.#mechanism = mechanism;
    this.#framing = framing;
    this.#exchange =
      mechanism === 'PLAIN' ? new PlainExchange(credentials) : new ScramExchange(mechanism, credentials);
    return true;
  }

  /** Takes a message of the exchange; `undefined`: none was begun. */
  next(message: Buffer): SaslStep | { readonly otherUser: string } | undefined {
    const step = this.#exchange?.next(message);
    if (!step || (step !== 'refused' && !step.isDone)) return step;
    this.#exchange = undefined;
    if (step === 'refused') return step;
    if (this.#user !== undefined && this.#user !== step.user) return { otherUser: step.user };
    this.#user = step.user;
    if (this.sessionMs > 0) this.#endsAtMs = this.#clock.nowMs() + this.sessionMs;
    return step;
  }
}
