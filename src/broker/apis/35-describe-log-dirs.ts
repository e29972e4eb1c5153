import { errorCodes } from '../error-codes.ts';
import type { Topic } from '../topics.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { bool, int16, int32, int64, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DescribeLogDirs (key 35), versions 1–5. v2: flexible. v4: sizes of the volume. v5: cordoned directories.
 * Everything is in memory: the one directory is called so. Source: https://kafka.apache.org/protocol#The_Messages_DescribeLogDirs
 */
export const describeLogDirs = defineApi({
  key: 35,
  versions: [1, 5],
  flexibleFrom: 2,
  request: {
    topics: nullable(
      list({
        topic: string,
        partitions: list(int32),
      }),
    ),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: since(3, int16),
    results: list({
      errorCode: int16,
      logDir: string,
      topics: list({
        name: string,
        partitions: list({
          partitionIndex: int32,
          partitionSize: int64,
          offsetLag: int64,
          isFutureKey: bool,
        }),
      }),
      totalBytes: since(4, int64, -1n),
      usableBytes: since(4, int64, -1n),
      isCordoned: since(5, bool, false),
    }),
  },
  handle({ topics }, { broker }) {
    const wanted = topics?.flatMap(({ topic, partitions }) => {
      const found = broker.topics.named(topic);
      const described = found && describe(found, partitions);
      return described && described.partitions.length > 0 ? described : [];
    });
    const all = wanted ?? broker.topics.all().map((topic) => describe(topic, [...topic.partitions.keys()]));
    const results = [{ errorCode: errorCodes.NONE, logDir: broker.logDirectory, topics: all }];
    return { errorCode: errorCodes.NONE, results };
  },
  refuse: (_request, errorCode) => ({ errorCode, results: [] }),
});

function describe({ name, partitions }: Topic, wanted: readonly number[]) {
  return {
    name,
    partitions: wanted.flatMap((partitionIndex) => {
      const log = partitions[partitionIndex];
      if (!log) return [];
      return [{ partitionIndex, partitionSize: BigInt(log.sizeBytes), offsetLag: 0n, isFutureKey: false }];
    }),
  };
}
