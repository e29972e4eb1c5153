import { offsetCommit } from '../../../src/broker/apis/8-offset-commit.ts';
import { offsetFetch } from '../../../src/broker/apis/9-offset-fetch.ts';
import { NO_ID } from '../../../src/broker/wire/primitives.ts';
import { pickPartition, pickVersion, type StepMaker } from '../plan.ts';

const LAST_BY_NAME = 9;
/** Kafka stores at most 4,096 bytes with an offset. */
const TOO_LONG = 'x'.repeat(5000);

/** Commits as a member of the group, as nobody, or as a stranger. */
export const commitOffset: StepMaker = (random, plan) => {
  const group = random.pick(plan.groups);
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, offsetCommit, LAST_BY_NAME);
  const members = plan.members.get(group) ?? [];
  const member = random.pick([undefined, undefined, 'nobody', ...members.map(({ name }) => name)]);
  const staleness = random.chance(15) ? 1 : 0;
  const committedOffset = BigInt(random.int(20));
  const committedMetadata = random.pick(['', 'm', null, random.chance(10) ? TOO_LONG : 'm']);
  const entry = { partitionIndex: partition, committedOffset, committedMetadata };
  // A commit of which nothing is stored makes a group that Kafka shows once something else has been stored: one is stored.
  const stored = committedMetadata === TOO_LONG ? [{ ...entry, committedMetadata: '' }] : [];
  return {
    says: `${member ?? 'no member'} of ${group} commits ${committedOffset} of ${topic}[${partition}] v${version}`,
    async play(world) {
      const generation = world.idOf(`generation ${member}`, 3) - staleness;
      return world.ask(offsetCommit, version, {
        groupId: group,
        generationIdOrMemberEpoch: member === undefined ? -1 : generation,
        memberId: member === undefined ? '' : world.idOf(member, 'stranger'),
        retentionTimeMs: -1n,
        topics: [
          {
            name: topic,
            topicId: NO_ID,
            partitions: [...stored, entry],
          },
        ],
      });
    },
  };
};

/** What is committed, of one partition or of all. */
export const fetchOffsets: StepMaker = (random, plan) => {
  const group = random.pick(plan.groups);
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, offsetFetch, LAST_BY_NAME);
  const isAll = version >= 2 && random.chance(30);
  const topics = isAll ? null : [{ name: topic, partitionIndexes: [partition] }];
  return {
    says: `offsets of ${group} in ${isAll ? 'all topics' : `${topic}[${partition}]`} v${version}`,
    async play(world) {
      const byId = topics?.map((each) => ({ ...each, topicId: NO_ID })) ?? null;
      const groups = [{ groupId: group, topics: byId }];
      return sortedTopics(await world.ask(offsetFetch, version, { groupId: group, topics, groups }));
    },
  };
};

/** Kafka lists the topics of a group in no order. */
function sortedTopics(value: unknown): unknown {
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sortedTopics).sort(byName);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sortedTopics(each)]));
}

function byName(a: unknown, b: unknown): number {
  const key = ({ name, partitionIndex }: { name?: string; partitionIndex?: number }): string =>
    name ?? String(partitionIndex);
  return key(a as object).localeCompare(key(b as object));
}
