import { produce } from '../../../src/broker/apis/0-produce.ts';
import { listOffsets } from '../../../src/broker/apis/2-list-offsets.ts';
import { offsetFetch } from '../../../src/broker/apis/9-offset-fetch.ts';
import { initProducerId } from '../../../src/broker/apis/22-init-producer-id.ts';
import { addPartitionsToTxn } from '../../../src/broker/apis/24-add-partitions-to-txn.ts';
import { addOffsetsToTxn } from '../../../src/broker/apis/25-add-offsets-to-txn.ts';
import { endTxn } from '../../../src/broker/apis/26-end-txn.ts';
import { txnOffsetCommit } from '../../../src/broker/apis/28-txn-offset-commit.ts';
import { describeTransactions } from '../../../src/broker/apis/65-describe-transactions.ts';
import { type Plan, pickPartition, pickVersion, type StepMaker } from '../plan.ts';
import type { Random } from '../random.ts';
import { until } from '../settled.ts';
import type { World } from '../world.ts';
import { describeBatch, planBatch, send, UNKNOWN_PRODUCER } from './produce.ts';

/** From version 4 on only brokers send AddPartitionsToTxn. */
const LAST_OF_CLIENTS = 3;
const TRANSACTIONAL = 0b1_0000;

/** Who a request says it is from: the producer of the sequence, sometimes of an epoch that is over. */
interface Claim {
  readonly says: string;
  idsIn(world: World): { readonly producerId: bigint; readonly producerEpoch: number };
}

function pickClaim(random: Random): Claim {
  const staleness = random.chance(8) ? 1 : 0;
  return {
    says: staleness > 0 ? 'the producer of before' : 'the producer',
    idsIn: (world) => ({
      producerId: world.idOf('transactional producer', UNKNOWN_PRODUCER),
      producerEpoch: world.idOf('epoch', 1) - staleness,
    }),
  };
}

function transactionalId({ prefix }: Plan): string {
  return `${prefix}-tx`;
}

/** The producer of transactions starts, or starts again, which ends what it had begun. */
export const startTransactions: StepMaker = (random, plan) => {
  const version = pickVersion(random, initProducerId);
  return {
    says: `the transactional producer starts v${version}`,
    async play(world) {
      const answer = await world.ask(initProducerId, version, {
        transactionalId: transactionalId(plan),
        transactionTimeoutMs: 60_000,
      });
      world.learn('transactional producer', answer.producerId);
      world.learn('epoch', answer.producerEpoch);
      await settle(world, plan);
      return answer;
    },
  };
};

/** A partition is added to the transaction. */
export const addPartition: StepMaker = (random, plan) => {
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, addPartitionsToTxn, LAST_OF_CLIENTS);
  const claim = pickClaim(random);
  return {
    says: `${claim.says} adds ${topic}[${partition}] v${version}`,
    async play(world) {
      const { producerId, producerEpoch } = claim.idsIn(world);
      return world.ask(addPartitionsToTxn, version, {
        transactions: [],
        v3AndBelowTransactionalId: transactionalId(plan),
        v3AndBelowProducerId: producerId,
        v3AndBelowProducerEpoch: producerEpoch,
        v3AndBelowTopics: [{ name: topic, partitions: [partition] }],
      });
    },
  };
};

/** Records in the transaction, whether the partition was added or not. */
export const produceInTransaction: StepMaker = (random, plan) => {
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, produce);
  const claim = pickClaim(random);
  const batch = planBatch(random, undefined, '');
  return {
    says: `${claim.says} sends to ${topic}[${partition}] v${version}: ${describeBatch(batch)}`,
    async play(world) {
      const ids = claim.idsIn(world);
      const sequenceOf = `next ${topic}/${partition} of ${ids.producerId} ${ids.producerEpoch}`;
      const baseSequence = world.idOf(sequenceOf, 0);
      const planned = {
        ...batch,
        ...ids,
        producer: 'transactional producer',
        attributes: TRANSACTIONAL,
        baseSequence,
      };
      const target = { topic, partition, version, acks: -1, transactionalId: transactionalId(plan) };
      const answer = await send(world, target, planned);
      const isStored = answer.responses[0]?.partitionResponses[0]?.errorCode === 0;
      if (isStored) world.learn(sequenceOf, baseSequence + batch.records.length);
      return withOneErrorForStrangers(answer);
    },
  };
};

const INVALID_TXN_STATE = 48;
const TRANSACTION_ABORTABLE = 120;

/** Which of two errors Kafka gives to a partition that was not added depends on whose requests it verifies together. */
function withOneErrorForStrangers({ responses, ...rest }: Awaited<ReturnType<typeof send>>) {
  return {
    ...rest,
    responses: responses.map(({ partitionResponses, ...topic }) => ({
      ...topic,
      partitionResponses: partitionResponses.map((partition) =>
        partition.errorCode === TRANSACTION_ABORTABLE || partition.errorCode === INVALID_TXN_STATE
          ? { ...partition, errorCode: INVALID_TXN_STATE, errorMessage: null }
          : partition,
      ),
    })),
  };
}

/** The offsets of a group are added. It is always the same: to Kafka, groups in one partition of its topic are one. */
export const addOffsets: StepMaker = (random, plan) => {
  const [groupId] = plan.groups;
  const version = pickVersion(random, addOffsetsToTxn);
  const claim = pickClaim(random);
  return {
    says: `${claim.says} adds the offsets of ${groupId} v${version}`,
    play: async (world) =>
      world.ask(addOffsetsToTxn, version, {
        transactionalId: transactionalId(plan),
        ...claim.idsIn(world),
        groupId,
      }),
  };
};

/** Offsets are committed with the transaction. */
export const commitInTransaction: StepMaker = (random, plan) => {
  const [groupId] = plan.groups;
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, txnOffsetCommit);
  const claim = pickClaim(random);
  const offset = {
    partitionIndex: partition,
    committedOffset: BigInt(random.int(20)),
    committedMetadata: 'tx',
  };
  return {
    says: `${claim.says} commits ${offset.committedOffset} of ${topic}[${partition}] for ${groupId} v${version}`,
    play: async (world) =>
      world.ask(txnOffsetCommit, version, {
        transactionalId: transactionalId(plan),
        groupId,
        ...claim.idsIn(world),
        topics: [{ name: topic, topicId: world.topicId(topic), partitions: [offset] }],
      }),
  };
};

/** The transaction is committed or aborted. */
export const endTransaction: StepMaker = (random, plan) => {
  const version = pickVersion(random, endTxn);
  const committed = random.chance(60);
  const claim = pickClaim(random);
  return {
    says: `${claim.says} ${committed ? 'commits' : 'aborts'} v${version}`,
    async play(world) {
      const request = { transactionalId: transactionalId(plan), ...claim.idsIn(world), committed };
      const answer = await world.ask(endTxn, version, request);
      if (answer.errorCode === 0 && answer.producerEpoch >= 0) world.learn('epoch', answer.producerEpoch);
      if (answer.errorCode === 0) await settle(world, plan);
      return answer;
    },
  };
};

const UNSTABLE = 88;

/** Waits until the markers of a transaction that ended are everywhere: Kafka writes them after its answer. */
async function settle(world: World, plan: Plan): Promise<void> {
  await until('the end of a transaction', () => isComplete(world, plan));
  for (const topic of plan.topics) {
    for (const partition of [0, 1]) await until('stable records', () => isStable(world, topic, partition));
  }
  for (const group of plan.groups) await until('stable offsets', () => hasStableOffsets(world, group));
}

async function isComplete(world: World, plan: Plan): Promise<boolean> {
  const { transactionStates } = await world.ask(describeTransactions, 0, {
    transactionalIds: [transactionalId(plan)],
  });
  return !transactionStates[0]?.transactionState.startsWith('Prepare');
}

async function isStable(world: World, topic: string, partition: number): Promise<boolean> {
  const [all, stable] = await Promise.all(
    [0, 1].map((isolationLevel) =>
      world.ask(listOffsets, 5, {
        replicaId: -1,
        isolationLevel,
        topics: [{ name: topic, partitions: [{ partitionIndex: partition, timestamp: -1n }] }],
        timeoutMs: 5000,
      }),
    ),
  );
  return all?.topics[0]?.partitions[0]?.offset === stable?.topics[0]?.partitions[0]?.offset;
}

async function hasStableOffsets(world: World, groupId: string): Promise<boolean> {
  const request = { groupId, topics: null, groups: [], requireStable: true };
  const { topics } = await world.ask(offsetFetch, 7, request);
  return (
    topics === null ||
    topics.every(({ partitions }) => partitions.every(({ errorCode }) => errorCode !== UNSTABLE))
  );
}
