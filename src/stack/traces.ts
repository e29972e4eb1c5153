import type { Clock } from '../base/clock.ts';
import { roundMs } from '../base/duration.ts';
import type { RunEventDraft } from '../model/run-event.ts';
import { startTraceReceiver, type TraceReceiver } from '../traces/receiver.ts';
import type { Span } from '../traces/span.ts';

/** Where and when spans are told. */
interface Teller {
  readonly clock: Clock;
  readonly emit: (event: RunEventDraft) => void;
  /** The start of the run on that clock. */
  readonly startedAtMs: number;
}

/**
 * Starts the receiver for the spans of the services under test; each becomes a `span-received` event with times since
 * the start of the run. The services' clock must be this machine's.
 */
export function startTraces({ clock, emit, startedAtMs }: Teller): Promise<TraceReceiver> {
  const startedAtEpochMs = clock.wallMs() - clock.nowMs() + startedAtMs;
  const sinceStart = (epochMs: number): number => roundMs(epochMs - startedAtEpochMs);
  const onSpan = ({ startedAtMs: from, endedAtMs: to, ...span }: Span): void =>
    emit({
      type: 'span-received',
      span: {
        ...span,
        linkedTraceIds: [...span.linkedTraceIds],
        startedAtMs: sinceStart(from),
        endedAtMs: sinceStart(to),
      },
    });
  return startTraceReceiver({ onSpan });
}

/**
 * What tells OpenTelemetry's SDKs where to export to, and to do it soon enough for a scenario to see it.
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export function traceVariables({ url }: TraceReceiver): Record<string, string> {
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_TRACES_EXPORTER: 'otlp',
    OTEL_BSP_SCHEDULE_DELAY: '100',
  };
}
