import { fetch } from '../../../src/broker/apis/1-fetch.ts';
import { listOffsets } from '../../../src/broker/apis/2-list-offsets.ts';
import { pickPartition, pickVersion, type StepMaker } from '../plan.ts';

/** Records from some offset on, which may be out of range, in as many bytes as fit. */
export const fetchRecords: StepMaker = (random, plan) => {
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, fetch);
  const fetchOffset = BigInt(random.pick([0, random.int(10), random.int(10), 1000, -1]));
  const isolationLevel = random.int(2);
  const partitionMaxBytes = random.pick([1 << 20, 1 << 20, 200, 1]);
  return {
    says: `fetch v${version} ${topic}[${partition}]@${fetchOffset} isolation ${isolationLevel} max ${partitionMaxBytes}`,
    play: async (world) =>
      world.ask(fetch, version, {
        replicaId: -1,
        maxWaitMs: 0,
        minBytes: 0,
        isolationLevel,
        topics: [
          {
            topic,
            topicId: world.topicId(topic),
            partitions: [{ partition, fetchOffset, partitionMaxBytes }],
          },
        ],
        forgottenTopicsData: [],
      }),
  };
};

/** The offset of a time, or of an end of the log. */
export const lookUpOffset: StepMaker = (random, plan) => {
  const [topic, partition] = pickPartition(random, plan);
  const special = random.chance(50);
  // Kafka goes by what whole segments have, which may be a record that was deleted.
  const version = pickVersion(random, listOffsets);
  const timestamp = special
    ? BigInt(random.pick([-1, -2, plan.cutTopics.has(topic) ? -1 : -3, 0]))
    : 1_700_000_000_000n + BigInt(random.int(110_000));
  const isolationLevel = random.int(2);
  // Before version 7 there is no offset of the largest time: what is sent for it then is a time like another.
  return {
    says: `offset of ${timestamp} in ${topic}[${partition}] v${version} isolation ${isolationLevel}`,
    play: async (world) =>
      world.ask(listOffsets, version, {
        replicaId: -1,
        isolationLevel,
        topics: [{ name: topic, partitions: [{ partitionIndex: partition, timestamp }] }],
        timeoutMs: 5000,
      }),
  };
};
