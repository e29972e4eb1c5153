import { errorCodes } from '../error-codes.ts';
import { type FetchedPartition, fetchPartitions, hasEnough } from '../fetch-partitions.ts';
import { untilAppended } from '../until-appended.ts';
import { nullable, optional, since, tagged, until } from '../wire/field.ts';
import { int8, int16, int32, int64, NO_ID, records, string, uuid } from '../wire/primitives.ts';
import { list, struct } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * Fetch (key 1), versions 4–18. v7: sessions (KIP-227). v9: leader epochs. v12: flexible. v13: topic ids. v16: leader hints.
 * Waits for min_bytes up to max_wait_ms, as long as no partition has an error.
 * Source: https://kafka.apache.org/protocol#The_Messages_Fetch
 */
export const fetch = defineApi({
  key: 1,
  versions: [4, 18],
  flexibleFrom: 12,
  request: {
    clusterId: tagged(0, 12, nullable(string), null),
    replicaId: until(14, int32, -1),
    replicaState: tagged(
      1,
      15,
      struct({
        replicaId: optional(int32, -1),
        replicaEpoch: optional(int64, -1n),
      }),
    ),
    maxWaitMs: int32,
    minBytes: int32,
    maxBytes: optional(int32, 2147483647),
    isolationLevel: optional(int8, 0),
    sessionId: since(7, int32, 0),
    sessionEpoch: since(7, int32, -1),
    topics: list({
      topic: until(12, string),
      topicId: since(13, uuid),
      partitions: list({
        partition: int32,
        currentLeaderEpoch: since(9, int32, -1),
        fetchOffset: int64,
        lastFetchedEpoch: since(12, int32, -1),
        logStartOffset: since(5, int64, -1n),
        partitionMaxBytes: int32,
        replicaDirectoryId: tagged(0, 17, uuid),
        highWatermark: tagged(1, 18, int64, 9223372036854775807n),
      }),
    }),
    forgottenTopicsData: since(
      7,
      list({
        topic: until(12, string),
        topicId: since(13, uuid),
        partitions: list(int32),
      }),
    ),
    rackId: since(11, string, ''),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: since(7, int16),
    sessionId: since(7, int32, 0),
    responses: list({
      topic: until(12, string),
      topicId: since(13, uuid),
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
        highWatermark: int64,
        lastStableOffset: optional(int64, -1n),
        logStartOffset: since(5, int64, -1n),
        divergingEpoch: tagged(
          0,
          12,
          struct({
            epoch: optional(int32, -1),
            endOffset: optional(int64, -1n),
          }),
        ),
        currentLeader: tagged(
          1,
          12,
          struct({
            leaderId: optional(int32, -1),
            leaderEpoch: optional(int32, -1),
          }),
        ),
        snapshotId: tagged(
          2,
          12,
          struct({
            endOffset: optional(int64, -1n),
            epoch: optional(int32, -1),
          }),
        ),
        abortedTransactions: nullable(
          list({
            producerId: int64,
            firstOffset: int64,
          }),
        ),
        preferredReadReplica: since(11, int32, -1),
        records: nullable(records),
      }),
    }),
    nodeEndpoints: tagged(
      0,
      16,
      list({
        nodeId: int32,
        host: string,
        port: int32,
        rack: optional(nullable(string), null),
      }),
    ),
  },
  async handle(request, { broker, signal }) {
    const { sessionId, sessionEpoch, maxWaitMs, minBytes } = request;
    const wishes = placesIn(request.topics, (partition) => partition);
    const forgotten = placesIn(request.forgottenTopicsData, (partition) => ({ partition }));
    const opened = broker.fetchSessions.open({ sessionId, sessionEpoch, wishes, forgotten });
    if ('errorCode' in opened) return { errorCode: opened.errorCode, responses: [] };
    const limits = {
      maxBytes: Math.min(request.maxBytes, broker.configuration.number('fetch.max.bytes')),
      isCommitted: request.isolationLevel === READ_COMMITTED,
      isPaused: (topic: string) => broker.faults.isPaused(topic),
    };
    let fetched = fetchPartitions(broker.topics, opened.wishes, limits);
    if (fetched.length > 0 && maxWaitMs > 0 && !hasEnough(fetched, minBytes)) {
      const refresh = (): boolean => {
        fetched = fetchPartitions(broker.topics, opened.wishes, limits);
        return hasEnough(fetched, minBytes);
      };
      const logs = fetched.flatMap(({ log }) => log ?? []);
      await untilAppended(logs, refresh, { clock: broker.clock, maxWaitMs, signal });
      refresh();
    }
    const responses = groupByTopic(opened.tell(fetched));
    return { errorCode: errorCodes.NONE, sessionId: opened.sessionId, responses };
  },
  refuse: (_request, errorCode) => ({ errorCode, responses: [] }),
});

const READ_COMMITTED = 1;

/** One entry a partition, with its topic. */
function placesIn<P, W>(
  topics: readonly { readonly topic: string; readonly topicId: string; readonly partitions: readonly P[] }[],
  wishOf: (partition: P) => W,
): readonly (W & { readonly topic: string; readonly topicId: string })[] {
  return topics.flatMap(({ topic, topicId, partitions }) =>
    partitions.map((partition) => ({ topic, topicId, ...wishOf(partition) })),
  );
}

function groupByTopic(fetched: readonly FetchedPartition[]) {
  const topics = Map.groupBy(fetched, ({ topic, topicId }) => `${topicId} ${topic}`);
  return [...topics.values()].map((partitions) => ({
    topic: partitions[0]?.topic ?? '',
    topicId: partitions[0]?.topicId ?? NO_ID,
    partitions,
  }));
}
