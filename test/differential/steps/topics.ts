import { metadata } from '../../../src/broker/apis/3-metadata.ts';
import { deleteRecords } from '../../../src/broker/apis/21-delete-records.ts';
import { offsetForLeaderEpoch } from '../../../src/broker/apis/23-offset-for-leader-epoch.ts';
import { describeConfigs } from '../../../src/broker/apis/32-describe-configs.ts';
import { describeLogDirs } from '../../../src/broker/apis/35-describe-log-dirs.ts';
import { createPartitions } from '../../../src/broker/apis/37-create-partitions.ts';
import { incrementalAlterConfigs } from '../../../src/broker/apis/44-incremental-alter-configs.ts';
import { describeTopicPartitions } from '../../../src/broker/apis/75-describe-topic-partitions.ts';
import { NO_ID } from '../../../src/broker/wire/primitives.ts';
import { pickPartition, pickVersion, type StepMaker } from '../plan.ts';
import { awaitTopics, until } from '../settled.ts';
import type { World } from '../world.ts';

const TOPIC = 2;

/** Records before an offset are deleted, or before the end. */
export const cutTopic: StepMaker = (random, plan) => {
  const [name, partitionIndex] = pickPartition(random, plan);
  const version = pickVersion(random, deleteRecords);
  plan.cutTopics.add(name);
  const offset = BigInt(random.pick([-1, random.int(6), random.int(6), 1000, -2]));
  return {
    says: `delete records of ${name}[${partitionIndex}] before ${offset} v${version}`,
    play: async (world) =>
      world.ask(deleteRecords, version, {
        topics: [{ name, partitions: [{ partitionIndex, offset }] }],
        timeoutMs: 5000,
      }),
  };
};

/** A topic gets one more partition, or is asked for fewer than it has. */
export const growTopic: StepMaker = (random, plan) => {
  const [name] = pickPartition(random, plan);
  const version = pickVersion(random, createPartitions);
  const count = random.pick([3, 1, 0]);
  const validateOnly = random.chance(30);
  return {
    says: `${name} gets ${count} partitions v${version}${validateOnly ? ', not really' : ''}`,
    async play(world) {
      const topics = [{ name, count, assignments: null }];
      const answer = await world.ask(createPartitions, version, { topics, timeoutMs: 5000, validateOnly });
      if (answer.results[0]?.errorCode === 0 && !validateOnly)
        await awaitTopics(world, [{ name, partitions: count }]);
      return answer;
    },
  };
};

type Change = readonly [name: string, values: readonly [string, ...string[]]];

/** Settings that change nothing that sequences see, with values that may be wrong. */
const changes: readonly [Change, ...Change[]] = [
  ['retention.ms', ['-1']],
  ['delete.retention.ms', ['1000', '2000', '-1', 'x']],
  ['unclean.leader.election.enable', ['true', 'maybe']],
  ['flush.ms', ['5000', '']],
  ['message.timestamp.type', ['CreateTime', 'Sometime']],
  ['no.such.setting', ['1']],
];

const SET = 0;
const DELETE = 1;

/** A setting of a topic is set or taken back. */
export const alterTopic: StepMaker = (random, plan) => {
  const [resourceName] = pickPartition(random, plan);
  const version = pickVersion(random, incrementalAlterConfigs);
  const [name, values] = random.pick(changes);
  const operation = random.pick([SET, SET, DELETE, random.chance(20) ? 9 : SET]);
  const value = operation === DELETE ? null : random.pick(values);
  const validateOnly = random.chance(20);
  const configs = [{ name, configOperation: operation, value }];
  return {
    says: `alter ${name} of ${resourceName} with ${operation} to ${value} v${version}${validateOnly ? ', not really' : ''}`,
    async play(world) {
      const resource = { resourceType: TOPIC, resourceName };
      const answer = await world.ask(incrementalAlterConfigs, version, {
        resources: [{ ...resource, configs }],
        validateOnly,
      });
      if (answer.responses[0]?.errorCode === 0 && !validateOnly)
        await until(`${name} to be ${value}`, async () =>
          isShown(await settingOf(world, resourceName, name), value),
        );
      return answer;
    },
  };
};

const OF_THE_TOPIC = 1;

function isShown(found: Setting | undefined, value: string | null): boolean {
  const isOwn = found?.configSource === OF_THE_TOPIC;
  return value === null ? !isOwn : isOwn && found.value === value;
}

interface Setting {
  readonly value: string | null;
  readonly configSource: number;
}

async function settingOf(world: World, resourceName: string, name: string): Promise<Setting | undefined> {
  const { results } = await world.ask(describeConfigs, 1, {
    resources: [{ resourceType: TOPIC, resourceName, configurationKeys: [name] }],
  });
  return results[0]?.configs[0];
}

/** The settings of a topic, all of them or some. */
export const describeTopicSettings: StepMaker = (random, plan) => {
  const [resourceName] = pickPartition(random, plan);
  const version = pickVersion(random, describeConfigs);
  const names = changes.map(([name]) => name);
  const configurationKeys = random.pick([names, names.slice(1), []]);
  return {
    says: `settings ${configurationKeys} of ${resourceName} v${version}`,
    async play(world) {
      const { results } = await world.ask(describeConfigs, version, {
        resources: [{ resourceType: TOPIC, resourceName, configurationKeys }],
        includeSynonyms: version > 1,
      });
      return results.map(({ configs, ...rest }) => ({
        ...rest,
        configs: configs.filter(({ name }) => names.includes(name)).toSorted(byName),
      }));
    },
  };
};

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name);
}

/** How much room the records of a partition take. */
export const weighTopic: StepMaker = (random, plan) => {
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, describeLogDirs);
  const isCut = plan.cutTopics.has(topic);
  return {
    says: `log folders of ${topic}[${partition}] v${version}`,
    async play(world) {
      const answer = await world.ask(describeLogDirs, version, {
        topics: [{ topic, partitions: [partition] }],
      });
      return isCut ? { ...answer, results: answer.results.length } : answer;
    },
  };
};

/** Where a leader's epoch ends. */
export const endOfEpoch: StepMaker = (random, plan) => {
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, offsetForLeaderEpoch);
  const epochs = { currentLeaderEpoch: random.pick([-1, 0, 0, 5]), leaderEpoch: random.pick([0, 0, 1, -1]) };
  return {
    says: `end of epoch ${epochs.leaderEpoch} of ${topic}[${partition}] for epoch ${epochs.currentLeaderEpoch} v${version}`,
    play: async (world) =>
      world.ask(offsetForLeaderEpoch, version, {
        replicaId: -1,
        topics: [{ topic, partitions: [{ partition, ...epochs }] }],
      }),
  };
};

/** Topics as clients find them, by name or by id. */
export const findTopic: StepMaker = (random, plan) => {
  const version = pickVersion(random, metadata);
  // Clients of versions before 4 cannot say that a missing topic is not to be made.
  const name = version < 4 ? random.pick(plan.topics) : pickPartition(random, plan)[0];
  const isById = version >= 12 && random.chance(60);
  return {
    says: `metadata of ${name} ${isById ? 'by id ' : ''}v${version}`,
    async play(world) {
      const topics = [isById ? { name: null, topicId: world.topicId(name) } : { name, topicId: NO_ID }];
      return world.ask(metadata, version, {
        topics,
        allowAutoTopicCreation: false,
        includeClusterAuthorizedOperations: true,
        includeTopicAuthorizedOperations: true,
      });
    },
  };
};

/** Topics page by page. */
export const pageTopics: StepMaker = (random, { topics, prefix }) => {
  const wanted = random.pick([topics, [topics[0]], [`${prefix}-missing`, topics[0]]]);
  const responsePartitionLimit = random.pick([1, 2, 3, 2000]);
  const cursor = random.chance(30) ? { topicName: random.pick(topics), partitionIndex: random.int(3) } : null;
  return {
    says: `partitions of ${wanted} from ${JSON.stringify(cursor)}, at most ${responsePartitionLimit}`,
    play: async (world) =>
      world.ask(describeTopicPartitions, 0, {
        topics: wanted.map((name) => ({ name })),
        responsePartitionLimit,
        cursor,
      }),
  };
};
