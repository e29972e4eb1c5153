import { produce } from '../../src/broker/apis/0-produce.ts';
import { fetch } from '../../src/broker/apis/1-fetch.ts';
import { metadata } from '../../src/broker/apis/3-metadata.ts';
import { NO_ID } from '../../src/broker/wire/primitives.ts';
import { encodeBatch } from '../../src/broker/wire/record-batch.ts';
import { WireConnection } from '../../test/support/wire-connection.ts';

/** The last versions that name topics instead of giving their ids. */
const BY_NAME = { produce: 12, fetch: 12, metadata: 8 };
const topic = 'latency';
const WARM_UP = 500;

/**
 * Milliseconds from sending a record (acks=all) to having it in a fetch that waited for it, one value a record,
 * measured on bare sockets so that no client's own time is in it.
 */
export async function measureLatencies(bootstrap: string, count: number): Promise<number[]> {
  await using producer = await WireConnection.open(bootstrap);
  await using consumer = await WireConnection.open(bootstrap);
  await createTopic(producer);
  const latencies: number[] = [];
  for (let offset = 0; offset < WARM_UP + count; offset++) {
    const arrived = consumer.ask(fetch, BY_NAME.fetch, {
      replicaId: -1,
      maxWaitMs: 10_000,
      minBytes: 1,
      topics: [
        {
          topic,
          topicId: NO_ID,
          partitions: [{ partition: 0, fetchOffset: BigInt(offset), partitionMaxBytes: 1 << 20 }],
        },
      ],
      forgottenTopicsData: [],
    });
    const value = Buffer.from(`record ${offset}`);
    const batch = encodeBatch({ baseTimestamp: BigInt(Date.now()), records: [{ key: null, value }] });
    const sentAtMs = performance.now();
    const stored = producer.ask(produce, BY_NAME.produce, {
      acks: -1,
      timeoutMs: 5000,
      topicData: [{ name: topic, topicId: NO_ID, partitionData: [{ index: 0, records: [batch] }] }],
    });
    await arrived;
    if (offset >= WARM_UP) latencies.push(performance.now() - sentAtMs);
    await stored;
  }
  return latencies;
}

async function createTopic(connection: WireConnection): Promise<void> {
  for (let isThere = false; !isThere; ) {
    const answer = await connection.ask(metadata, BY_NAME.metadata, {
      topics: [{ name: topic, topicId: NO_ID }],
      allowAutoTopicCreation: true,
      includeClusterAuthorizedOperations: false,
      includeTopicAuthorizedOperations: false,
    });
    isThere = answer.topics[0]?.errorCode === 0 && answer.topics[0].partitions[0]?.errorCode === 0;
  }
}
