import { lastBytes, lastNumber, messagesOf, type ProtobufFields, readFields } from './protobuf-fields.ts';
import { ERROR_STATUS, epochMs, type Span } from './span.ts';

/** Field numbers of opentelemetry/proto/collector/trace/v1, trace/v1, resource/v1 and common/v1. */
const REQUEST = { resourceSpans: 1 } as const;
const RESOURCE_SPANS = { resource: 1, scopeSpans: 2 } as const;
const RESOURCE = { attributes: 1 } as const;
const SCOPE_SPANS = { spans: 2 } as const;
const SPAN = {
  traceId: 1,
  spanId: 2,
  parentSpanId: 4,
  name: 5,
  start: 7,
  end: 8,
  links: 13,
  status: 15,
} as const;
const LINK = { traceId: 1 } as const;
const STATUS = { message: 2, code: 3 } as const;
const KEY_VALUE = { key: 1, value: 2 } as const;
const ANY_VALUE = { string: 1 } as const;

/**
 * The spans of an `ExportTraceServiceRequest` in OTLP's binary encoding.
 * @throws BadExport when the bytes are something else
 * @see https://opentelemetry.io/docs/specs/otlp/#binary-protobuf-encoding
 */
export function parseOtlpProtobuf(bytes: Uint8Array): Span[] {
  return messagesOf(readFields(bytes), REQUEST.resourceSpans).flatMap((resourceSpans) => {
    const service = serviceName(resourceSpans);
    return messagesOf(resourceSpans, RESOURCE_SPANS.scopeSpans)
      .flatMap((scopeSpans) => messagesOf(scopeSpans, SCOPE_SPANS.spans))
      .map((span) => readSpan(span, service));
  });
}

function readSpan(span: ProtobufFields, service: string): Span {
  const hex = (number: number): string => lastBytes(span, number).toString('hex');
  const [status] = messagesOf(span, SPAN.status);
  const isError = status !== undefined && lastNumber(status, STATUS.code) === BigInt(ERROR_STATUS);
  const parentSpanId = hex(SPAN.parentSpanId);
  return {
    traceId: hex(SPAN.traceId),
    spanId: hex(SPAN.spanId),
    ...(parentSpanId === '' ? {} : { parentSpanId }),
    linkedTraceIds: messagesOf(span, SPAN.links).map((link) => lastBytes(link, LINK.traceId).toString('hex')),
    name: lastBytes(span, SPAN.name).toString('utf8'),
    service,
    startedAtMs: epochMs(lastNumber(span, SPAN.start)),
    endedAtMs: epochMs(lastNumber(span, SPAN.end)),
    ...(isError ? { error: lastBytes(status, STATUS.message).toString('utf8') } : {}),
  };
}

function serviceName(resourceSpans: ProtobufFields): string {
  const attributes = messagesOf(resourceSpans, RESOURCE_SPANS.resource).flatMap((resource) =>
    messagesOf(resource, RESOURCE.attributes),
  );
  const found = attributes.find((one) => lastBytes(one, KEY_VALUE.key).toString() === 'service.name');
  const [value] = found ? messagesOf(found, KEY_VALUE.value) : [];
  return (value && lastBytes(value, ANY_VALUE.string).toString('utf8')) || 'unknown';
}
