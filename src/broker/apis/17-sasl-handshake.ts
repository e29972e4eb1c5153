import { errorCodes } from '../error-codes.ts';
import { int16, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * SaslHandshake (key 17), versions 0–1. v0: the messages that follow are frames by themselves. v1: SaslAuthenticate carries
 * them. Source: https://kafka.apache.org/protocol#The_Messages_SaslHandshake
 */
export const saslHandshake = defineApi({
  key: 17,
  versions: [0, 1],
  request: {
    mechanism: string,
  },
  response: {
    errorCode: int16,
    mechanisms: list(string),
  },
  handle({ mechanism }, { authentication, version }) {
    if (!authentication.canBegin) return { errorCode: errorCodes.ILLEGAL_SASL_STATE, mechanisms: [] };
    const { mechanisms } = authentication;
    const isBegun = authentication.begin(mechanism, version === 0 ? 'bare' : 'requests');
    return { errorCode: isBegun ? errorCodes.NONE : errorCodes.UNSUPPORTED_SASL_MECHANISM, mechanisms };
  },
  refuse: (_request, errorCode, { authentication }) => ({ errorCode, mechanisms: authentication.mechanisms }),
});
