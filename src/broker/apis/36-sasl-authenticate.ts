import { errorCodes } from '../error-codes.ts';
import { nullable, since } from '../wire/field.ts';
import { bytes, int16, int64, string } from '../wire/primitives.ts';
import { defineApi } from './define-api.ts';

/**
 * SaslAuthenticate (key 36), versions 0–2. v1: lifetime of the session, which is not limited here. v2: flexible.
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
    const { mechanism } = authentication;
    const step = authentication.next(authBytes);
    if (!step)
      return refused(
        errorCodes.ILLEGAL_SASL_STATE,
        'SaslAuthenticate request received outside of a SASL exchange',
      );
    if (step !== 'refused') return { errorCode: errorCodes.NONE, errorMessage: null, authBytes: step.answer };
    closeConnection('after the answer');
    return refused(
      errorCodes.SASL_AUTHENTICATION_FAILED,
      mechanism === 'PLAIN'
        ? 'Authentication failed: Invalid username or password'
        : `Authentication failed during authentication due to invalid credentials with SASL mechanism ${mechanism}`,
    );
  },
  refuse: (_request, errorCode) => refused(errorCode, null),
});

function refused(errorCode: number, errorMessage: string | null) {
  return { errorCode, errorMessage, authBytes: Buffer.alloc(0) };
}
