import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type Credentials, isEqual, type ScramMechanism, scramMechanisms } from './credentials.ts';
import type { SaslExchange, SaslStep } from './sasl-exchange.ts';

const FIRST =
  /^([ny]|p=[^,]*),(?<authzid>a=[^,]*)?,(?<bare>(?:m=[^,]*,)?n=(?<user>[^,]*),r=(?<nonce>[^,]+).*)$/;
const FINAL = /^(?<bare>c=(?<binding>[^,]*),r=(?<nonce>[^,]*).*),p=(?<proof>[^,]*)$/;

/** What was said before the client proves that it knows the password. */
interface FirstWords {
  readonly user: string;
  /** The client's and the server's. */
  readonly nonce: string;
  readonly text: string;
  readonly header: string;
}

/** The server's side of SCRAM: https://datatracker.ietf.org/doc/html/rfc5802 */
export class ScramExchange implements SaslExchange {
  readonly #mechanism: ScramMechanism;
  readonly #credentials: Credentials;
  /** What was said first, when it was. */
  #first: FirstWords | undefined;

  constructor(mechanism: ScramMechanism, credentials: Credentials) {
    this.#mechanism = mechanism;
    this.#credentials = credentials;
  }

  next(message: Buffer): SaslStep {
    const text = message.toString('utf8');
    return this.#first ? this.#finish(text, this.#first) : this.#start(text);
  }

  #start(text: string): SaslStep {
    const { bare, user, nonce } = FIRST.exec(text)?.groups ?? {};
    if (bare === undefined || user === undefined || nonce === undefined) return 'refused';
    const name = user.replaceAll('=2C', ',').replaceAll('=3D', '=');
    const credential = this.#credentials.scram(this.#mechanism, name);
    if (!credential) return 'refused';
    const whole = `${nonce}${randomBytes(18).toString('base64url')}`;
    const answer = `r=${whole},s=${credential.salt.toString('base64')},i=${credential.iterations}`;
    const header = text.slice(0, text.length - bare.length);
    this.#first = { user: name, nonce: whole, text: `${bare},${answer}`, header };
    return { answer: Buffer.from(answer), isDone: false };
  }

  #finish(text: string, first: FirstWords): SaslStep {
    const { bare, binding, nonce, proof } = FINAL.exec(text)?.groups ?? {};
    const credential = this.#credentials.scram(this.#mechanism, first.user);
    const isSame = nonce === first.nonce && binding === Buffer.from(first.header).toString('base64');
    if (bare === undefined || proof === undefined || !credential || !isSame) return 'refused';
    const { hash } = scramMechanisms[this.#mechanism];
    const whole = `${first.text},${bare}`;
    const signature = createHmac(hash, credential.storedKey).update(whole).digest();
    const clientKey = xor(signature, Buffer.from(proof, 'base64'));
    if (!isEqual(createHash(hash).update(clientKey).digest(), credential.storedKey)) return 'refused';
    const verifier = createHmac(hash, credential.serverKey).update(whole).digest('base64');
    return { answer: Buffer.from(`v=${verifier}`), isDone: true, user: first.user };
  }
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));
}
