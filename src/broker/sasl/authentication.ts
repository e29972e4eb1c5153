import type { Credentials, Mechanism } from './credentials.ts';
import { PlainExchange } from './plain-exchange.ts';
import type { SaslExchange, SaslStep } from './sasl-exchange.ts';
import { ScramExchange } from './scram-exchange.ts';

/** Who may connect, and how. */
export interface SaslSetup {
  readonly mechanisms: readonly Mechanism[];
  readonly credentials: Credentials;
}

/** How far the authentication of one connection is. */
export class Authentication {
  readonly #setup: SaslSetup | undefined;
  #exchange: SaslExchange | undefined;
  #mechanism: Mechanism | undefined;
  #isDone: boolean;

  /** Without a setup, everybody may do everything. */
  constructor(setup: SaslSetup | undefined) {
    this.#setup = setup;
    this.#isDone = setup === undefined;
  }

  /** Whether all requests are served, not only those that authenticate. */
  get isDone(): boolean {
    return this.#isDone;
  }

  get isEnabled(): boolean {
    return this.#setup !== undefined;
  }

  get mechanisms(): readonly Mechanism[] {
    return this.#setup?.mechanisms ?? [];
  }

  /** The mechanism of the handshake. */
  get mechanism(): Mechanism | undefined {
    return this.#mechanism;
  }

  /** Begins an exchange; false: the mechanism is not offered. */
  begin(name: string): boolean {
    const mechanism = this.mechanisms.find((offered) => offered === name);
    if (!this.#setup || !mechanism) return false;
    const { credentials } = this.#setup;
    this.#mechanism = mechanism;
    this.#exchange =
      mechanism === 'PLAIN' ? new PlainExchange(credentials) : new ScramExchange(mechanism, credentials);
    return true;
  }

  /** Takes a message of the exchange; `undefined`: none was begun. */
  next(message: Buffer): SaslStep | undefined {
    const step = this.#exchange?.next(message);
    if (step === 'refused') this.#exchange = undefined;
    else if (step?.isDone) {
      this.#exchange = undefined;
      this.#isDone = true;
    }
    return step;
  }
}
