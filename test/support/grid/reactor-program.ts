/**
 * A service of scripted behaviour, in a process of its own: watches input topics and, for the first record on each,
 * writes what it was told to, when it was told to. One argument: the address of Kafka. Orders come over IPC.
 */
import { systemClock } from '../../../src/base/clock.ts';
import { connectKafka } from '../../../src/kafka/connect.ts';
import type { KafkaRecord, OutgoingRecord } from '../../../src/model/record.ts';
import type { Done, Noise, Order, Reacted, Reaction, Step, Write } from './reaction.ts';

const kafka = connectKafka({ bootstrap: process.argv[2] ?? '', clock: systemClock });
const { signal } = new AbortController();

process.on('message', (order: Order) => {
  const work = 'react' in order ? react(order.react) : write(order.write, undefined);
  work.then(
    () => answer({ id: order.id }),
    (cause) => answer({ id: order.id, error: String(cause) }),
  );
});
process.once('disconnect', () => process.exit(0));

function answer(done: Done): void {
  process.send?.(done);
}

async function react(reactions: readonly Reaction[]): Promise<void> {
  const byInput = new Map(reactions.map((reaction) => [reaction.input, reaction]));
  const topics = [...byInput.keys()];
  await kafka.createTopics(
    topics.map((name) => ({ name })),
    signal,
  );
  const positions = await kafka.offsets(topics, 'end', signal);
  kafka.watch({
    topics,
    positions,
    isolation: 'read_committed',
    onFetch({ topic, records }) {
      const [first] = records;
      const reaction = byInput.get(topic);
      if (!first || !reaction) return;
      byInput.delete(topic);
      for (const step of reaction.steps) later(step, first);
      if (reaction.noise) void makeNoise(reaction.noise);
    },
  });
}

function later({ afterMs, writes, transaction }: Step, cause: KafkaRecord): void {
  setTimeout(async () => {
    const sentAtMs = Date.now();
    await write(writes, cause, transaction);
    const reacted: Reacted = { input: cause.topic, sentAtMs, wroteAtMs: Date.now() };
    if (process.connected) process.send?.(reacted); // the test may have ended without waiting for it
  }, afterMs);
}

async function write(
  writes: readonly Write[],
  cause: KafkaRecord | undefined,
  transaction?: Step['transaction'],
): Promise<void> {
  const created = writes.filter(({ creates }) => creates);
  await kafka.createTopics(
    created.map(({ topic }) => ({ name: topic })),
    signal,
  );
  await kafka.produce(
    writes.map((one) => outgoing(one, cause)),
    { signal, ...(transaction === undefined ? {} : { transaction }) },
  );
}

function outgoing(
  { topic, key = null, value, hex, partition, headers = [], clockOffMs }: Write,
  cause: KafkaRecord | undefined,
): OutgoingRecord {
  return {
    topic,
    partition,
    timestampMs: clockOffMs === undefined ? undefined : BigInt(Date.now() + clockOffMs),
    key: key === null ? null : Buffer.from(key),
    value: valueBytes(value, hex, cause),
    headers: headers.map(([name, text]) => ({ key: name, value: text === null ? null : bytesOf(text) })),
  };
}

function valueBytes(
  value: unknown,
  hex: string | undefined,
  cause: KafkaRecord | undefined,
): Uint8Array | null {
  if (hex !== undefined) return Buffer.from(hex, 'hex');
  if (value === undefined) return cause?.value ?? null;
  return value === null ? null : Buffer.from(JSON.stringify(value));
}

/** `0x…` is bytes, all else text. */
function bytesOf(text: string): Uint8Array {
  return text.startsWith('0x') ? Buffer.from(text.slice(2), 'hex') : Buffer.from(text);
}

const BATCHES_PER_SECOND = 20;

async function makeNoise({ topic, perSecond, forMs }: Noise): Promise<void> {
  const size = Math.ceil(perSecond / BATCHES_PER_SECOND);
  const value = Buffer.from(JSON.stringify({ noise: true, padding: 'x'.repeat(200) }));
  const batch = Array.from({ length: size }, () => ({ topic, key: null, value, headers: [] }));
  const untilMs = performance.now() + forMs;
  while (performance.now() < untilMs) {
    await kafka.produce(batch, { signal });
    await new Promise((resolve) => setTimeout(resolve, 1000 / BATCHES_PER_SECOND));
  }
}
