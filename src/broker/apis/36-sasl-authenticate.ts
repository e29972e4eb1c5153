import { errorCodes } from '../error-codes.ts';
import type { Mechanism } from '../sasl/credentials.ts';
import { nullable, since } from '../wire/field.ts';
import { bytes, int16, int64, string } from '../wire/primitives.ts';
import { defineApi } from './define-api.ts';

/**
 * SaslAuthenticate (key 36), versions 0–2. v1: lifetime of the session (KIP-368). v2: flexible.
 * Source: https://kafka.apache.org/protocol#The_Messages_SaslAuthenticate
 */
export const saslAuthenticate = defineApi({
  key: 36,
  versions: [0, 2],
  flexibleFrom: 2,
  request: {
    authBytes: bytes,
  },
  response: {
    errorCode: int16,
    errorMessage: nullable(string),
    authBytes: bytes,
    sessionLifetimeMs: since(1, int64, 0n),
  },
  handle({ authBytes }, { authentication, closeConnection }) {
    const { mechanism, user, sessionMs } = authentication;
    const step = authentication.next(authBytes);
    if (!step)
      return refused(
        errorCodes.ILLEGAL_SASL_STATE,
        'SaslAuthenticate request received outside of a SASL exchange',
      );
    if (step !== 'refused' && 'answer' in step) {
      const sessionLifetimeMs = BigInt(step.isDone ? sessionMs : 0);
      return { errorCode: errorCodes.NONE, errorMessage: null, authBytes: step.answer, sessionLifetimeMs };
    }
    closeConnection('after the answer');
    return refused(
      errorCodes.SASL_AUTHENTICATION_FAILED,
      step === 'refused' ? refusalOf(mechanism) : anotherUser(user, step.otherUser),
    );
  },
  refuse: (_request, errorCode) => refused(errorCode, null),
});

function refusalOf(mechanism: Mechanism | undefined): string {
  return mechanism === 'PLAIN'
    ? 'Authentication failed: Invalid username or password'
    : `Authentication failed during authentication due to invalid credentials with SASL mechanism ${mechanism}`;
}

function anotherUser(before: string | undefined, now: string): string {
  return `Cannot change principals during re-authentication from User.${before}: User.${now}`;
}

function refused(errorCode: number, errorMessage: string | null) {
  return { errorCode, errorMessage, authBytes: Buffer.alloc(0) };
}
