import { gzipSync } from 'node:zlib';
import { type Context, ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, SimpleSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { describe, expect, it } from 'vitest';
import { startTraceReceiver } from '../../../src/traces/receiver.ts';
import type { Span } from '../../../src/traces/span.ts';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const PARENT_ID = 'b7ad6b7169203331';

/** The context that a service gets out of a record's `traceparent` header. */
const fromRecord: Context = trace.setSpanContext(ROOT_CONTEXT, {
  traceId: TRACE_ID,
  spanId: PARENT_ID,
  traceFlags: 1,
  isRemote: true,
});

/** Exports two spans with OpenTelemetry's own SDK, and gives what the receiver made of them. */
async function exportWith(create: (url: string) => SpanExporter): Promise<Span[]> {
  const spans: Span[] = [];
  await using receiver = await startTraceReceiver({ onSpan: (span) => spans.push(span) });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'promotions', replicas: 3 }),
    spanProcessors: [new SimpleSpanProcessor(create(`${receiver.url}/v1/traces`))],
  });
  const tracer = provider.getTracer('test');
  const span = tracer.startSpan('find a promotion', { startTime: 1_700_000_000_000 }, fromRecord);
  const link = { context: { traceId: 'f'.repeat(32), spanId: 'e'.repeat(16), traceFlags: 1 } };
  const child = tracer.startSpan(
    'query',
    { startTime: 1_700_000_000_010, links: [link] },
    trace.setSpan(fromRecord, span),
  );
  child.setStatus({ code: SpanStatusCode.ERROR, message: 'no such table' });
  child.end(1_700_000_000_250.5);
  span.end(1_700_000_000_300);
  await provider.shutdown();
  return spans.toSorted((a, b) => a.startedAtMs - b.startedAtMs);
}

describe('the OTLP receiver', () => {
  it.each([
    ['binary', (url: string) => new ProtobufExporter({ url })],
    ['JSON', (url: string) => new JsonExporter({ url })],
    ['gzip', (url: string) => new ProtobufExporter({ url, compression: 'gzip' as never })], // an enumeration of its own
  ] as const)("takes %s exports of OpenTelemetry's SDK", async (_encoding, create) => {
    const [span, child] = await exportWith(create);
    expect(span).toMatchObject({
      traceId: TRACE_ID,
      parentSpanId: PARENT_ID,
      linkedTraceIds: [],
      name: 'find a promotion',
      service: 'promotions',
      startedAtMs: 1_700_000_000_000,
      endedAtMs: 1_700_000_000_300,
    });
    expect(span).not.toHaveProperty('error');
    expect(child).toMatchObject({
      traceId: TRACE_ID,
      parentSpanId: span?.spanId,
      linkedTraceIds: ['f'.repeat(32)],
      endedAtMs: 1_700_000_000_250.5,
      error: 'no such table',
    });
  });

  it.each([
    ['garbage', { body: Buffer.from([0xff, 0xff, 0xff]) }, 400, 'cut off'],
    ['a field that is cut off', { body: Buffer.from([0x0a, 0x7f, 0x01]) }, 400, 'cut off'],
    ['a wire type that is not used', { body: Buffer.from([0x0b]) }, 400, 'no protobuf'],
    [
      'half a JSON text',
      { type: 'application/json', body: Buffer.from('{"resourceSpans":[') },
      400,
      'not JSON',
    ],
    [
      'a list that is none',
      { type: 'application/json', body: Buffer.from('{"resourceSpans":1}') },
      400,
      'no list',
    ],
    ['gzip that is none', { encoding: 'gzip', body: Buffer.from('plain') }, 400, 'gzip'],
    ['a bomb', { encoding: 'gzip', body: gzipSync(Buffer.alloc(17 << 20)) }, 400, '16 MiB'],
    ['too much', { body: Buffer.alloc(17 << 20) }, 413, '16 MiB'],
    ['another content type', { type: 'text/plain', body: Buffer.from('') }, 415, 'content type'],
    ['another path', { path: '/traces', body: Buffer.from('') }, 404, '/v1/traces'],
    ['metrics, which it drops', { path: '/v1/metrics', body: Buffer.from([0xff]) }, 200, ''],
  ] as const)('answers %s', async (_what, request, status, text) => {
    await using receiver = await startTraceReceiver({ onSpan: () => expect.unreachable() });
    const {
      path = '/v1/traces',
      type = 'application/x-protobuf',
      encoding,
    } = {
      path: undefined,
      type: undefined,
      encoding: undefined,
      ...request,
    };
    const response = await fetch(`${receiver.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': type, ...(encoding === undefined ? {} : { 'content-encoding': encoding }) },
      body: request.body,
    });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(text);
  });
});
