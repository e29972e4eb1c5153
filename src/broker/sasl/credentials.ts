import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The SCRAM mechanisms, with the numbers and hashes that they have in Kafka. */
export const scramMechanisms = {
  'SCRAM-SHA-256': { number: 1, hash: 'sha256', keyBytes: 32 },
  'SCRAM-SHA-512': { number: 2, hash: 'sha512', keyBytes: 64 },
} as const;

export type ScramMechanism = keyof typeof scramMechanisms;
export type Mechanism = 'PLAIN' | ScramMechanism;

/** What a server keeps of a password for SCRAM (RFC 5802). */
export interface ScramCredential {
  readonly salt: Buffer;
  readonly iterations: number;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
}

export const SCRAM_ITERATIONS = 4096;

/** The users that may connect. */
export class Credentials {
  readonly #passwords: ReadonlyMap<string, string>;
  readonly #scram = new Map<ScramMechanism, Map<string, ScramCredential>>();

  constructor(users: Readonly<Record<string, string>>) {
    this.#passwords = new Map(Object.entries(users));
    for (const mechanism of Object.keys(scramMechanisms) as ScramMechanism[]) {
      const made = new Map<string, ScramCredential>();
      for (const [user, password] of this.#passwords) made.set(user, fromPassword(mechanism, password));
      this.#scram.set(mechanism, made);
    }
  }

  isPassword(user: string, password: string): boolean {
    const known = this.#passwords.get(user);
    return known !== undefined && isEqual(Buffer.from(known), Buffer.from(password));
  }

  scram(mechanism: ScramMechanism, user: string): ScramCredential | undefined {
    return this.#scram.get(mechanism)?.get(user);
  }

  setScram(mechanism: ScramMechanism, user: string, credential: ScramCredential): void {
    this.#scram.get(mechanism)?.set(user, credential);
  }

  /** False: there was none. */
  deleteScram(mechanism: ScramMechanism, user: string): boolean {
    return this.#scram.get(mechanism)?.delete(user) ?? false;
  }

  /** All users with SCRAM credentials, in order. */
  scramUsers(): readonly string[] {
    const users = [...this.#scram.values()].flatMap((made) => [...made.keys()]);
    return [...new Set(users)].sort();
  }
}

/** What a server keeps of a password that was salted already. */
export function fromSaltedPassword(
  mechanism: ScramMechanism,
  { salt, iterations, saltedPassword }: { salt: Buffer; iterations: number; saltedPassword: Buffer },
): ScramCredential {
  const { hash } = scramMechanisms[mechanism];
  const hmac = (text: string): Buffer => createHmac(hash, saltedPassword).update(text).digest();
  return {
    salt,
    iterations,
    storedKey: createHash(hash).update(hmac('Client Key')).digest(),
    serverKey: hmac('Server Key'),
  };
}

/** Whether two secrets are equal, in a time that does not depend on where they differ. */
export function isEqual(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function fromPassword(mechanism: ScramMechanism, password: string): ScramCredential {
  const { hash, keyBytes } = scramMechanisms[mechanism];
  const salt = randomBytes(16);
  const saltedPassword = pbkdf2Sync(password.normalize('NFKC'), salt, SCRAM_ITERATIONS, keyBytes, hash);
  return fromSaltedPassword(mechanism, { salt, iterations: SCRAM_ITERATIONS, saltedPassword });
}
