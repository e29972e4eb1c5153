import type { Broker } from '../broker.ts';
import { errorCodes } from '../error-codes.ts';
import { optional } from '../wire/field.ts';
import { int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * AlterReplicaLogDirs (key 34), versions 1–2. v2: flexible. There is one directory, where all replicas are already.
 * Source: https://kafka.apache.org/protocol#The_Messages_AlterReplicaLogDirs
 */
export const alterReplicaLogDirs = defineApi({
  key: 34,
  versions: [1, 2],
  flexibleFrom: 2,
  request: {
    dirs: list({
      path: string,
      topics: list({
        name: string,
        partitions: list(int32),
      }),
    }),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      topicName: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
      }),
    }),
  },
  handle: ({ dirs }, { broker }) => ({
    results: dirs.flatMap(({ path, topics }) =>
      topics.map(({ name, partitions }) => ({
        topicName: name,
        partitions: partitions.map((partitionIndex) => ({
          partitionIndex,
          errorCode: moveProblem(broker, path, broker.topics.named(name)?.partitions[partitionIndex]),
        })),
      })),
    ),
  }),
  refuse: ({ dirs }, errorCode) => ({
    results: dirs.flatMap(({ topics }) =>
      topics.map(({ name, partitions }) => ({
        topicName: name,
        partitions: partitions.map((partitionIndex) => ({ partitionIndex, errorCode })),
      })),
    ),
  }),
});

function moveProblem(broker: Broker, path: string, replica: unknown): number {
  if (path !== broker.logDirectory) return errorCodes.LOG_DIR_NOT_FOUND;
  return replica ? errorCodes.NONE : errorCodes.REPLICA_NOT_AVAILABLE;
}
