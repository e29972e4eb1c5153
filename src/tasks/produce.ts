import { sleep } from '../base/clock.ts';
import { renderDuration } from '../base/duration.ts';
import { resolve } from '../expr/resolve.ts';
import { type Resolved, Template } from '../expr/template.ts';
import { filesOfFormat } from '../formats/index.ts';
import { recordContext } from '../formats/record/view.ts';
import { openWriter } from '../formats/record/writer.ts';
import { plainTopic } from '../model/qualified-name.ts';
import { topicAt } from './cluster-topic.ts';
import { defineTask, type TaskContext, type TaskOutcome } from './define-task.ts';
import { expectError } from './expected-error.ts';
import { type GivenRecord, givenRecords } from './produce/given-records.ts';
import { openRandomParts } from './produce/random-parts.ts';
import { type ProduceSpec, produceSpec } from './produce/spec.ts';
import { viewStored, writeRecord } from './produce/stored-record.ts';

/** `produce` (language.md §2): stores records in a topic. Its END is the acknowledgement of the last one. */
export const produce = defineTask({
  kind: 'produce',
  summary: 'stores records in a topic',
  examples: [{ topic: 'orders', key: '42', value: { id: 42 } }],
  emits: 'record',
  spec: produceSpec,
  topics: ({ topic, cluster }) => ({ consumed: [], produced: [topicAt(cluster, topic)] }),
  files: ({ file, keyFile, valueFile, format }) => [
    ...Object.entries({ file, keyFile, valueFile }).flatMap(([name, value]) =>
      typeof value === 'string' ? [{ file: value, path: [name] }] : [],
    ),
    ...filesOfFormat(format),
  ],
  async run(given, context): Promise<TaskOutcome> {
    const act = (): Promise<TaskOutcome> => produceAll(given, context);
    return given.expect ? expectError(given.expect.error, { kind: 'produce', context, act }) : act();
  },
});

/** How a produce task goes on and ends, evaluated. */
interface Pace {
  readonly rounds: number;
  readonly batch: number | undefined;
  readonly intervalMs: number | undefined;
  readonly jitterMs: number;
  readonly mostRecords: number;
  readonly stopsAtMs: number;
  readonly failAfterMs: number | undefined;
}

async function produceAll(given: ProduceSpec, context: TaskContext): Promise<TaskOutcome> {
  const { clock, startedAtMs } = context;
  const pace = await readPace(given, context);
  const written = topicAt(given.cluster, given.topic);
  const topic = await resolve(written, () => context.expressionContext(), context.jq);
  if (context.createTopics && given.topic instanceof Template)
    await context.kafka.createTopics([{ name: topic }], context.signal);
  const late = new AbortController();
  const { failAfterMs } = pace;
  using _deadline =
    failAfterMs === undefined ? undefined : clock.at(startedAtMs + failAfterMs, () => late.abort(late));
  const signal = AbortSignal.any([context.signal, late.signal]);
  try {
    await sendAll(given, { topic, pace, context: { ...context, signal } });
    return { allowsNone: pace.rounds === 0 };
  } catch (cause) {
    context.signal.throwIfAborted();
    if (!late.signal.aborted || failAfterMs === undefined) throw cause;
    const message = `Producer reached the Timeout fail condition: not all was acknowledged within ${renderDuration(failAfterMs)}`;
    return { failure: { message, span: context.spanOf(['produce', 'fail', 'after']) } };
  }
}

async function readPace(given: ProduceSpec, context: TaskContext): Promise<Pace> {
  const { repeat, interval, jitter, batch, stop, fail, transaction } = given;
  const read = await resolve(
    { repeat, interval, jitter, batch, stop, fail },
    () => context.expressionContext(),
    context.jq,
  );
  const streams = read.interval !== undefined && given.records === undefined && given.file === undefined;
  return {
    rounds: read.repeat ?? (read.stop ? Number.POSITIVE_INFINITY : 1),
    batch: transaction ? Number.POSITIVE_INFINITY : (read.batch ?? (streams ? 1 : undefined)),
    intervalMs: read.interval,
    jitterMs: read.jitter ?? 0,
    mostRecords: read.stop?.records ?? Number.POSITIVE_INFINITY,
    stopsAtMs: context.startedAtMs + (read.stop?.after ?? Number.POSITIVE_INFINITY),
    failAfterMs: read.fail?.after,
  };
}

/** How records are made and sent, evaluated. */
type Manner = Resolved<
  Pick<ProduceSpec, 'format' | 'random' | 'stamp' | 'acks' | 'idempotent' | 'compression' | 'transaction'>
>;

function readManner(given: ProduceSpec, { expressionContext, jq }: TaskContext): Promise<Manner> {
  const { format, random, stamp, acks, idempotent, compression, transaction } = given;
  const written = { format, random, stamp, acks, idempotent, compression, transaction };
  return resolve(written, () => expressionContext(), jq);
}

interface Sending {
  readonly topic: string;
  readonly pace: Pace;
  readonly context: TaskContext;
}

async function sendAll(given: ProduceSpec, { topic, pace, context }: Sending): Promise<void> {
  const { clock, signal, random: draw } = context;
  const manner = await readManner(given, context);
  const random = await openRandomParts(manner, plainTopic(topic), context);
  const send = await openSender(manner, topic, context);
  const batches = givenRecords({ given, context, random, rounds: pace.rounds, batch: pace.batch });
  let sent = 0;
  for await (const batch of batches) {
    if (sent > 0 && pace.intervalMs !== undefined) {
      const pauseMs = pace.intervalMs + draw() * pace.jitterMs;
      await sleep(clock, Math.min(pauseMs, pace.stopsAtMs - clock.nowMs()), signal);
    }
    if (sent > 0 && clock.nowMs() >= pace.stopsAtMs) return;
    context.reach(await send(batch.slice(0, pace.mostRecords - sent)));
    sent += batch.length;
    if (sent >= pace.mostRecords) return;
  }
}

/** Encodes records, stores them, and tells of them once they are acknowledged. Gives the moment of the last one's. */
async function openSender(
  manner: Manner,
  topic: string,
  context: TaskContext,
): Promise<(records: readonly GivenRecord[]) => Promise<number>> {
  const { kafka, signal, clock } = context;
  const { acks, idempotent, compression, transaction, format } = manner;
  const writer = await openWriter(format, plainTopic(topic), context.formats);
  return async (records) => {
    await writer.prepare(records, signal);
    const stamp = manner.stamp === false ? () => [] : context.stamp;
    const outgoing = records.map((record) => writeRecord(record, { topic, writer, context, stamp }));
    const stored = await kafka.produce(outgoing, { acks, idempotent, compression, transaction, signal });
    const views = records.map((record, index) =>
      viewStored(record, { outgoing: outgoing[index], stored: stored[index], context }),
    );
    const ackedAtMs = (index: number): number => stored.at(index)?.acknowledgedAtMs ?? clock.nowMs();
    for (const record of views) context.emit({ type: 'record-produced', record });
    await context.publish(
      views.map((view, index) => ({ what: 'record', value: recordContext(view), atMs: ackedAtMs(index) })),
    );
    return ackedAtMs(-1);
  };
}
