import type { Clock } from '../base/clock.ts';
import { describeError } from '../base/errors.ts';
import type { RunEvent, RunEventDraft } from '../model/run-event.ts';

/** Where events go: a reporter, the fold, a file. `on` is synchronous and sees every event in order. */
export interface EventSink {
  readonly name: string;
  on(event: RunEvent): void;
}

export interface BusOptions {
  readonly clock: Clock;
  /** Takes every secret out of an event; the only place where that is done. */
  readonly redact: (event: RunEvent) => RunEvent;
  readonly sinks: readonly EventSink[];
}

/** The one way out of a run. */
export type Emit = (draft: RunEventDraft) => void;

/**
 * Stamps events with their place and their time since the bus was made, redacts them and hands them on. A sink that
 * throws is dropped and a `warning-given` event says so: no report can change a verdict.
 */
export function createBus({ clock, redact, sinks }: BusOptions): Emit {
  const startedAtMs = clock.nowMs();
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

/** Tenths of a millisecond are as fine as a report gets. */
export function roundMs(ms: number): number {
  return Math.round(ms * 10) / 10;
}
