import {
  type Appended,
  appendRecords,
  type ProducedRecords,
  type RefusedRecords,
} from '../append-records.ts';
import type { Broker } from '../broker.ts';
import { errorCodes, refuse } from '../error-codes.ts';
import { isInternalTopic } from '../topics.ts';
import { nullable, optional, since, tagged, until } from '../wire/field.ts';
import { int16, int32, int64, NO_ID, records, string, uuid } from '../wire/primitives.ts';
import { BATCH_HEADER_BYTES, codecOf, readBatchHeader, ZSTD } from '../wire/record-batch.ts';
import { list, struct } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * Produce (key 0), versions 3–13: record batches of format 2 only, stored as they came. v7: zstd. v8: errors of records.
 * v9: flexible. v10: leader hints (KIP-951). v12: transactions need no AddPartitionsToTxn (KIP-890). v13: topic ids.
 * Versions 0–2 are advertised as Kafka does (KAFKA-18659: librdkafka looks for them) but not served.
 * Source: https://kafka.apache.org/protocol#The_Messages_Produce
 */
export const produce = defineApi({
  key: 0,
  versions: [3, 13],
  advertised: [0, 13],
  flexibleFrom: 9,
  request: {
    transactionalId: optional(nullable(string), null),
    acks: int16,
    timeoutMs: int32,
    topicData: list({
      name: until(12, string),
      topicId: since(13, uuid),
      partitionData: list({
        index: int32,
        records: nullable(records),
      }),
    }),
  },
  response: {
    responses: list({
      name: until(12, string),
      topicId: since(13, uuid),
      partitionResponses: list({
        index: int32,
        errorCode: int16,
        baseOffset: int64,
        logAppendTimeMs: optional(int64, -1n),
        logStartOffset: since(5, int64, -1n),
        recordErrors: since(
          8,
          list({
            batchIndex: int32,
            batchIndexErrorMessage: optional(nullable(string), null),
          }),
        ),
        errorMessage: since(8, nullable(string), null),
        currentLeader: tagged(
          0,
          10,
          struct({
            leaderId: optional(int32, -1),
            leaderEpoch: optional(int32, -1),
          }),
        ),
      }),
    }),
    throttleTimeMs: optional(int32, 0),
    nodeEndpoints: tagged(
      0,
      10,
      list({
        nodeId: int32,
        host: string,
        port: int32,
        rack: optional(nullable(string), null),
      }),
    ),
  },
  handle(request, { broker, version, closeConnection }) {
    const answer = answerEach(request, (place, records) =>
      produceTo(broker, place, { ...request, records, version }),
    );
    if (request.acks !== 0) return answer;
    // Without answers, a closed connection is the only way to tell the producer.
    const hasFailed = answer.responses.some(({ partitionResponses }) =>
      partitionResponses.some(({ errorCode }) => errorCode !== errorCodes.NONE),
    );
    if (hasFailed) closeConnection();
    return undefined;
  },
  refuse: (request, errorCode) => answerEach(request, () => refuse(errorCode)),
});

interface Place {
  readonly name: string;
  readonly topicId: string;
  readonly index: number;
}

interface ProduceRequest {
  readonly topicData: readonly {
    readonly name: string;
    readonly topicId: string;
    readonly partitionData: readonly { readonly index: number; readonly records: Buffer | null }[];
  }[];
}

function answerEach(
  { topicData }: ProduceRequest,
  append: (place: Place, records: Buffer | null) => Appended | RefusedRecords,
) {
  const responses = topicData.map(({ name, topicId, partitionData }) => ({
    name,
    topicId,
    partitionResponses: partitionData.map(({ index, records }) => ({
      index,
      recordErrors: [],
      ...partitionAnswer(append({ name, topicId, index }, records)),
    })),
  }));
  return { responses };
}

function partitionAnswer(result: Appended | RefusedRecords) {
  if ('errorCode' in result) {
    return { ...result, errorMessage: result.errorMessage || null, baseOffset: -1n };
  }
  return { errorCode: errorCodes.NONE, ...result };
}

function produceTo(
  broker: Broker,
  place: Place,
  produced: ProducedRecords & { readonly acks: number },
): Appended | RefusedRecords {
  const topic = broker.topics.find(place);
  const log = topic?.partitions[place.index];
  if (!topic && place.topicId !== NO_ID) return refuse(errorCodes.UNKNOWN_TOPIC_ID);
  if (!topic || !log) return refuse(errorCodes.UNKNOWN_TOPIC_OR_PARTITION);
  const { records, version, acks } = produced;
  const isZstd =
    records && records.length >= BATCH_HEADER_BYTES && codecOf(readBatchHeader(records)) === ZSTD;
  if (isZstd && version < 7) return refuse(errorCodes.UNSUPPORTED_COMPRESSION_TYPE);
  if (acks < -1 || acks > 1) return refuse(errorCodes.INVALID_REQUIRED_ACKS);
  if (isInternalTopic(topic.name)) return refuse(errorCodes.INVALID_TOPIC_EXCEPTION);
  return appendRecords(broker, topic, log, produced);
}
