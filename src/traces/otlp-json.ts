import { BadExport, ERROR_STATUS, epochMs, type Span } from './span.ts';

/**
 * The spans of an `ExportTraceServiceRequest` in OTLP's JSON encoding: ids in hex, times as decimal text.
 * @throws BadExport when the text is something else
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export function parseOtlpJson(text: string): Span[] {
  const root = asMap(parse(text));
  return listOf(root.resourceSpans).flatMap((resourceSpans) => {
    const service = serviceName(resourceSpans);
    return listOf(resourceSpans.scopeSpans)
      .flatMap((scopeSpans) => listOf(scopeSpans.spans))
      .map((span) => readSpan(span, service));
  });
}

type JsonMap = Readonly<Record<string, unknown>>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadExport('the body is not JSON', { cause });
  }
}

function readSpan(span: JsonMap, service: string): Span {
  const status = asMap(span.status ?? {});
  const parentSpanId = textOf(span.parentSpanId);
  return {
    traceId: textOf(span.traceId).toLowerCase(),
    spanId: textOf(span.spanId).toLowerCase(),
    ...(parentSpanId === '' ? {} : { parentSpanId: parentSpanId.toLowerCase() }),
    linkedTraceIds: listOf(span.links).map((link) => textOf(link.traceId).toLowerCase()),
    name: textOf(span.name),
    service,
    startedAtMs: timeOf(span.startTimeUnixNano),
    endedAtMs: timeOf(span.endTimeUnixNano),
    ...(isError(status.code) ? { error: textOf(status.message) } : {}),
  };
}

function serviceName(resourceSpans: JsonMap): string {
  const attributes = listOf(asMap(resourceSpans.resource ?? {}).attributes);
  const found = attributes.find((attribute) => attribute.key === 'service.name');
  return textOf(asMap(found?.value ?? {}).stringValue) || 'unknown';
}

/** Enumerations are numbers in OTLP; some exporters write protobuf JSON's names. */
function isError(code: unknown): boolean {
  return code === ERROR_STATUS || code === 'STATUS_CODE_ERROR';
}

function timeOf(value: unknown): number {
  const text = String(value ?? '0');
  if (!/^\d{1,20}$/.test(text)) throw new BadExport(`"${text.slice(0, 40)}" is no time in nanoseconds`);
  return epochMs(BigInt(text));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): readonly JsonMap[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new BadExport('a list of OTLP is no list');
  return value.map(asMap);
}

function asMap(value: unknown): JsonMap {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadExport('a message of OTLP is no map');
  }
  return value as JsonMap; // its values are looked at one by one
}
