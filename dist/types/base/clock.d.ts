/**
 * The only source of time in the engine, so that tests can control it. Monotonic time has no meaning but differences;
 * wall time is for showing.
 */
export interface Clock {
    /** Monotonic milliseconds, with fractions (`performance.now()` of the process). */
    nowMs(): number;
    /** Epoch milliseconds. */
    wallMs(): number;
    /**
     * Calls `action` once, not before the monotonic moment `atMs`. Disposing the result before then means it is never called.
     */
    at(atMs: number, action: () => void): Disposable;
    /** Resolves when what had reached the process by now (data in its sockets) has been read: one turn of the event loop. */
    poll(): Promise<void>;
    /** Starts to measure how late the event loop is. */
    measureLag(): LagMeter;
}
/** Measures until it is disposed. */
export interface LagMeter extends Disposable {
    /** The worst delay of the event loop that was noticed at or after a moment of the clock, in milliseconds. */
    worstSince(atMs: number): number;
}
/** The process's own clock. */
export declare const systemClock: Clock;
/** Resolves after `ms` of the clock; rejects with the signal's reason when it is aborted first. */
export declare function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void>;
