import { produce } from '../../../src/broker/apis/0-produce.ts';
import { initProducerId } from '../../../src/broker/apis/22-init-producer-id.ts';
import { type BatchDraft, encodeBatch } from '../../../src/broker/wire/record-batch.ts';
import { type Plan, type PlannedProducer, pickPartition, pickVersion, type StepMaker } from '../plan.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';

const BASE_MS = 1_700_000_000_000n;

/** An id that no broker has given away yet. */
export const UNKNOWN_PRODUCER = 424_242_424n;

/** A batch as it is planned; the producer's id is the broker's own. */
export interface PlannedBatch extends Omit<BatchDraft, 'producerId'> {
  readonly producer: string | undefined;
  /** Damages the batch before it is sent. */
  readonly flippedByte: number | undefined;
}

/** Some records, sometimes of an idempotent producer that counts right, twice, or wrong; sometimes damaged. */
export const produceRecords: StepMaker = (random, plan) => {
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, produce);
  const producer = random.chance(50) ? random.pick([undefined, ...idempotentOf(plan)]) : undefined;
  const batch = planBatch(random, producer, `${topic}/${partition}`);
  const acks = random.pick([1, -1, -1, random.chance(5) ? 7 : -1]);
  return {
    says: `produce v${version} acks ${acks} to ${topic}[${partition}]: ${describeBatch(batch)}`,
    play: async (world) => send(world, { topic, partition, version, acks, transactionalId: null }, batch),
  };
};

function idempotentOf({ producers }: Plan): PlannedProducer[] {
  return producers.filter(({ transactionalId }) => transactionalId === null);
}

/** Draws a batch and counts its records for the producer. */
export function planBatch(
  random: Random,
  producer: PlannedProducer | undefined,
  partition: string,
): PlannedBatch {
  const count = 1 + random.int(3);
  const records = Array.from({ length: count }, (_, index) => ({
    key: random.chance(30) ? null : Buffer.from(`k${random.int(3)}`),
    value: random.chance(10) ? null : Buffer.from('v'.repeat(random.pick([1, 10, 200]))),
    timestampDelta: BigInt(index * random.int(1000)),
    headers: random.chance(30) ? ([['h', random.chance(50) ? Buffer.from('x') : null]] as const) : [],
  }));
  const next = producer?.nextSequences.get(partition) ?? 0;
  const sequence = random.chance(80) ? next : Math.max(0, next + random.pick([-count, -1, 1, 5]));
  if (producer && sequence === next) producer.nextSequences.set(partition, next + count);
  return {
    baseTimestamp: BASE_MS + BigInt(random.int(100_000)),
    records,
    producer: producer?.name,
    ...(producer ? { producerEpoch: producer.epoch, baseSequence: sequence } : {}),
    flippedByte: random.chance(3) ? 30 + random.int(40) : undefined,
  };
}

export function describeBatch({
  producer,
  baseSequence,
  producerEpoch,
  records,
  flippedByte,
}: PlannedBatch): string {
  const by = producer ? `${producer} epoch ${producerEpoch} sequence ${baseSequence}` : 'nobody';
  return `${records.length} records by ${by}${flippedByte ? `, byte ${flippedByte} flipped` : ''}`;
}

/** Where a batch goes. */
export interface Target {
  readonly topic: string;
  readonly partition: number;
  readonly version: number;
  readonly acks: number;
  readonly transactionalId: string | null;
}

export async function send(world: World, target: Target, planned: PlannedBatch) {
  const { producer, flippedByte, ...draft } = planned;
  const producerId = producer === undefined ? -1n : world.idOf(producer, UNKNOWN_PRODUCER);
  const batch = encodeBatch({ ...draft, producerId });
  if (flippedByte !== undefined) batch[flippedByte] = (batch[flippedByte] ?? 0) ^ 0b1000;
  const { topic, partition, version, acks, transactionalId } = target;
  return world.ask(produce, version, {
    transactionalId,
    acks,
    timeoutMs: 5000,
    topicData: [
      { name: topic, topicId: world.topicId(topic), partitionData: [{ index: partition, records: [batch] }] },
    ],
  });
}

/** A new idempotent producer. */
export const startProducer: StepMaker = (random, plan) => {
  if (idempotentOf(plan).length >= 2) return undefined;
  const producer = {
    name: `producer ${plan.producers.length}`,
    transactionalId: null,
    epoch: 0,
    nextSequences: new Map(),
  };
  plan.producers.push(producer);
  const version = pickVersion(random, initProducerId);
  return {
    says: `${producer.name} starts, v${version}`,
    async play(world) {
      const request = { transactionalId: null, transactionTimeoutMs: 60_000 };
      const answer = await world.ask(initProducerId, version, request);
      world.learn(producer.name, answer.producerId);
      return answer;
    },
  };
};
