import { errorCodes } from '../error-codes.ts';

/** The error code as a client of this version knows it: PRODUCER_FENCED came later than the thing. */
export function fencedAs(errorCode: number, knowsFenced: boolean): number {
  return errorCode === errorCodes.PRODUCER_FENCED && !knowsFenced
    ? errorCodes.INVALID_PRODUCER_EPOCH
    : errorCode;
}
