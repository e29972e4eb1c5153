/** A finished span as a service under test exported it: the part of OpenTelemetry's span that a timeline needs. */
export interface Span {
  /** 32 lower-case hex digits. */
  readonly traceId: string;
  /** 16 lower-case hex digits. */
  readonly spanId: string;
  /** Absent at the root of a trace. */
  readonly parentSpanId?: string | undefined;
  /** Other traces that it belongs to: a batch consumer links the traces of all its records. */
  readonly linkedTraceIds: readonly string[];
  readonly name: string;
  /** `service.name` of its resource; "unknown" when it has none. */
  readonly service: string;
  /** Epoch milliseconds of the exporting machine's clock, with fractions. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** Present when its status is an error; empty when nothing was said of it. */
  readonly error?: string | undefined;
}

const NANOSECONDS = 1e6;
/** `STATUS_CODE_ERROR` of opentelemetry/proto/trace/v1/trace.proto. */
export const ERROR_STATUS = 2;

/** Epoch milliseconds of OTLP's epoch nanoseconds. */
export function epochMs(unixNano: bigint): number {
  return Number(unixNano / 1000n) / (NANOSECONDS / 1000);
}

/** A body that is no OTLP export. */
export class BadExport extends Error {
  override readonly name = 'BadExport';
}
