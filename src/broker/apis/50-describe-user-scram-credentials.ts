import { errorCodes } from '../error-codes.ts';
import { type Credentials, type ScramMechanism, scramMechanisms } from '../sasl/credentials.ts';
import { nullable, optional } from '../wire/field.ts';
import { int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DescribeUserScramCredentials (key 50), version 0 (KIP-554).
 * Source: https://kafka.apache.org/protocol#The_Messages_DescribeUserScramCredentials
 */
export const describeUserScramCredentials = defineApi({
  key: 50,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    users: nullable(
      list({
        name: string,
      }),
    ),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    results: list({
      user: string,
      errorCode: int16,
      errorMessage: nullable(string),
      credentialInfos: list({
        mechanism: int8,
        iterations: int32,
      }),
    }),
  },
  handle({ users }, { broker }) {
    const { credentials } = broker;
    const all = users === null || users.length === 0;
    const names = all ? credentials.scramUsers() : users.map(({ name }) => name);
    return {
      errorCode: errorCodes.NONE,
      errorMessage: null,
      results: [...new Set(names)].map((user) => describe(credentials, user)),
    };
  },
  refuse: (_request, errorCode) => ({ errorCode, errorMessage: null, results: [] }),
});

function describe(credentials: Credentials, user: string) {
  const credentialInfos = Object.entries(scramMechanisms).flatMap(([name, { number }]) => {
    const credential = credentials.scram(name as ScramMechanism, user); // a key of the table
    return credential ? [{ mechanism: number, iterations: credential.iterations }] : [];
  });
  const isKnown = credentialInfos.length > 0;
  return {
    user,
    errorCode: isKnown ? errorCodes.NONE : errorCodes.RESOURCE_NOT_FOUND,
    errorMessage: isKnown ? null : `Attempt to describe a user credential that does not exist: ${user}`,
    credentialInfos,
  };
}
