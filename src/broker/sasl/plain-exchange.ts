import type { Credentials } from './credentials.ts';
import type { SaslExchange, SaslStep } from './sasl-exchange.ts';

/** PLAIN: an identity to act as, a user and a password, with zero bytes between (RFC 4616). */
export class PlainExchange implements SaslExchange {
  readonly #credentials: Credentials;

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
  }

  next(message: Buffer): SaslStep {
    const [authzid = '', user = '', password = '', ...more] = message.toString('utf8').split('\0');
    const isAllowed =
      more.length === 0 &&
      (authzid === '' || authzid === user) &&
      this.#credentials.isPassword(user, password);
    return isAllowed ? { answer: Buffer.alloc(0), isDone: true, user } : 'refused';
  }
}
