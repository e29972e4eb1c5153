// A service that uses OpenTelemetry as services do: its span continues the trace of the record's traceparent header.
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { Kafka, logLevel } from 'kafkajs';

const { KAFKA_BOOTSTRAP, GROUP, INPUT, OUTPUT, DELAY_MS = '0' } = process.env;

// Where to export to comes from OTEL_EXPORTER_OTLP_ENDPOINT.
const provider = new BasicTracerProvider({
  resource: resourceFromAttributes({ 'service.name': 'pricing' }),
  spanProcessors: [new SimpleSpanProcessor(new OTLPTraceExporter())],
});
const tracer = provider.getTracer('pricing');

const kafka = new Kafka({ clientId: GROUP, brokers: [KAFKA_BOOTSTRAP], logLevel: logLevel.NOTHING });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: GROUP, maxWaitTimeInMs: 100 });

async function answer({ message: { key, value, headers } }) {
  const [, traceId = '', spanId = ''] = (headers.traceparent?.toString() ?? '').split('-');
  const parent = trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: 1, isRemote: true });
  const span = tracer.startSpan('handle order', {}, parent);
  const query = tracer.startSpan('SELECT price', {}, trace.setSpan(parent, span));
  await sleep(Number(DELAY_MS));
  query.end();
  await producer.send({ topic: OUTPUT, messages: [{ key, value, headers }] });
  span.end();
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));

await Promise.all([producer.connect(), consumer.connect()]);
await consumer.subscribe({ topic: INPUT, fromBeginning: true });
await consumer.run({ eachMessage: answer });
