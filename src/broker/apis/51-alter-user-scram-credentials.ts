import type { Broker } from '../broker.ts';
import { errorCodes } from '../error-codes.ts';
import {
  fromSaltedPassword,
  SCRAM_ITERATIONS,
  type ScramMechanism,
  scramMechanisms,
} from '../sasl/credentials.ts';
import { nullable, optional } from '../wire/field.ts';
import { bytes, int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * AlterUserScramCredentials (key 51), version 0 (KIP-554).
 * Source: https://kafka.apache.org/protocol#The_Messages_AlterUserScramCredentials
 */
export const alterUserScramCredentials = defineApi({
  key: 51,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    deletions: list({
      name: string,
      mechanism: int8,
    }),
    upsertions: list({
      name: string,
      mechanism: int8,
      iterations: int32,
      salt: bytes,
      saltedPassword: bytes,
    }),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      user: string,
      errorCode: int16,
      errorMessage: nullable(string),
    }),
  },
  handle({ deletions, upsertions }, { broker }) {
    const results = [
      ...deletions.map(({ name, mechanism }) => ({ user: name, errorCode: remove(broker, name, mechanism) })),
      ...upsertions.map((wish) => ({ user: wish.name, errorCode: upsert(broker, wish) })),
    ];
    return { results: results.map((result) => ({ ...result, errorMessage: null })) };
  },
  refuse: ({ deletions, upsertions }, errorCode) => ({
    results: [...deletions, ...upsertions].map(({ name }) => ({ user: name, errorCode, errorMessage: null })),
  }),
});

function mechanismOf(wanted: number): ScramMechanism | undefined {
  const entry = Object.entries(scramMechanisms).find(([, { number }]) => number === wanted);
  return entry?.[0] as ScramMechanism | undefined; // a key of the table
}

function remove({ credentials }: Broker, user: string, number: number): number {
  const mechanism = mechanismOf(number);
  if (!mechanism) return errorCodes.UNSUPPORTED_SASL_MECHANISM;
  return credentials.deleteScram(mechanism, user) ? errorCodes.NONE : errorCodes.RESOURCE_NOT_FOUND;
}

interface Upsertion {
  readonly name: string;
  readonly mechanism: number;
  readonly iterations: number;
  readonly salt: Buffer;
  readonly saltedPassword: Buffer;
}

function upsert(
  { credentials }: Broker,
  { name, mechanism: number, iterations, salt, saltedPassword }: Upsertion,
): number {
  const mechanism = mechanismOf(number);
  if (!mechanism) return errorCodes.UNSUPPORTED_SASL_MECHANISM;
  if (name === '' || iterations < SCRAM_ITERATIONS || iterations > MAX_ITERATIONS)
    return errorCodes.UNACCEPTABLE_CREDENTIAL;
  const kept = { iterations, salt: Buffer.from(salt), saltedPassword: Buffer.from(saltedPassword) };
  credentials.setScram(mechanism, name, fromSaltedPassword(mechanism, kept));
  return errorCodes.NONE;
}

const MAX_ITERATIONS = 16_384;
