import { errorCodes } from './error-codes.js';
/** Requests that are to fail. */
export interface FailedRequests {
    /** The key of the message: https://kafka.apache.org/protocol#protocol_api_keys */
    readonly apiKey: number;
    readonly error: keyof typeof errorCodes;
    /** How many of them; Infinity: all, until disposed. */
    readonly times: number;
}
/**
 * Misbehaviour on demand, for tests of what copes with it. Each ends when its result is disposed. What only the broker
 * calls is internal: the package's declarations leave it out.
 */
export declare class Faults {
    #private;
    /** Lets the next requests of one kind fail with an error, as a whole. */
    failRequests({ apiKey, error, times }: FailedRequests): Disposable;
    /** Gives consumers of a topic no records; producers do not notice. */
    pauseTopic(topic: string): Disposable;
    /** Answers every fetch this much later. */
    delayFetches(ms: number): Disposable;
}
