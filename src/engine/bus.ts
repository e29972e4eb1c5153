import type { Clock } from '../base/clock.ts';
import { roundMs } from '../base/duration.ts';
import { describeError } from '../base/errors.ts';
import type { RunEvent, RunEventDraft } from '../model/run-event.ts';

/** Where events go: a reporter, the fold, a file. `on` is synchronous and sees every event in order. */
export interface EventSink {
  readonly name: string;
  on(event: RunEvent): void;
}

export interface BusOptions {
  readonly clock: Clock;
  /** The moment of the clock that `atMs` counts from. */
  readonly startedAtMs: number;
  /** Takes every secret out of an event; the only place where that is done. */
  readonly redact: (event: RunEvent) => RunEvent;
  readonly sinks: readonly EventSink[];
}

/** The one way out of a run. */
export type Emit = (draft: RunEventDraft) => void;

/**
 * Stamps events with their place and their time since the start of the run, redacts them and hands them on. A sink that
 * throws is dropped and a `warning-given` event says so: no report can change a verdict.
 */
export function createBus({ clock, startedAtMs, redact, sinks }: BusOptions): Emit {
  const live = new Set(sinks);
  let seq = 0;
  const emit: Emit = (draft) => {
    const event = redact({ ...draft, seq: seq++, atMs: roundMs(clock.nowMs() - startedAtMs) });
    for (const sink of [...live]) {
      try {
        sink.on(event);
      } catch (cause) {
        live.delete(sink);
        emit({ type: 'warning-given', message: `the ${sink.name} report stopped: ${describeError(cause)}` });
      }
    }
  };
  return emit;
}
