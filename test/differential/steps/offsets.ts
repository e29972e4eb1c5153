import { offsetCommit } from '../../../src/broker/apis/8-offset-commit.ts';
import { offsetFetch } from '../../../src/broker/apis/9-offset-fetch.ts';
import { type Plan, pickPartition, pickVersion, type StepMaker } from '../plan.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';

/** Kafka stores at most 4,096 bytes with an offset. */
const TOO_LONG = 'x'.repeat(5000);

/** Who asks: a member of the group, nobody, or a stranger. */
interface Claim {
  readonly group: string;
  readonly member: string | undefined;
  claimIn(world: World): { readonly memberId: string; readonly epoch: number };
}

function pickClaim(random: Random, { groups, newGroups, members }: Plan): Claim {
  if (random.chance(50)) {
    const group = random.pick(groups);
    const names = (members.get(group) ?? []).map(({ name }) => name);
    const member = random.pick([undefined, undefined, 'nobody', ...names]);
    const claimIn = (world: World) => ({
      memberId: member === undefined ? '' : world.idOf(member, 'stranger'),
      epoch: world.idOf(`generation ${member}`, 3),
    });
    return { group, member, claimIn };
  }
  const group = random.pick([newGroups.range, newGroups.range, newGroups.uniform]);
  const name = random.pick(['m', 'n', 's1', 'guest', undefined]);
  const member = name && `${group}-${name}`;
  const counter = name === 'guest' ? 'generation' : 'epoch';
  return {
    group,
    member,
    claimIn: (world) => ({ memberId: member ?? '', epoch: world.idOf(`${counter} ${member}`, 3) }),
  };
}

/** Commits as a member of the group, as nobody, or as a stranger. */
export const commitOffset: StepMaker = (random, plan) => {
  const { group, member, claimIn } = pickClaim(random, plan);
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, offsetCommit);
  const staleness = random.chance(15) ? 1 : 0;
  const committedOffset = BigInt(random.int(20));
  const committedMetadata = random.pick(['', 'm', null, random.chance(10) ? TOO_LONG : 'm']);
  const entry = { partitionIndex: partition, committedOffset, committedMetadata };
  // A commit of which nothing is stored makes a group that Kafka shows once something else has been stored: one is stored.
  const stored = committedMetadata === TOO_LONG ? [{ ...entry, committedMetadata: '' }] : [];
  return {
    says: `${member ?? 'no member'} of ${group} commits ${committedOffset} of ${topic}[${partition}] v${version}`,
    async play(world) {
      const { memberId, epoch } = claimIn(world);
      return world.ask(offsetCommit, version, {
        groupId: group,
        generationIdOrMemberEpoch: member === undefined ? -1 : epoch - staleness,
        memberId,
        retentionTimeMs: -1n,
        topics: [
          {
            name: topic,
            topicId: world.topicId(topic),
            partitions: [...stored, entry],
          },
        ],
      });
    },
  };
};

/** What is committed, of one partition or of all. */
export const fetchOffsets: StepMaker = (random, plan) => {
  const { group, member, claimIn } = pickClaim(random, plan);
  const [topic, partition] = pickPartition(random, plan);
  const version = pickVersion(random, offsetFetch);
  const staleness = random.chance(15) ? 1 : 0;
  const isAll = version >= 2 && random.chance(30);
  const topics = isAll ? null : [{ name: topic, partitionIndexes: [partition] }];
  return {
    says: `${member ?? 'no member'} asks for offsets of ${group} in ${isAll ? 'all topics' : `${topic}[${partition}]`} v${version}`,
    async play(world) {
      const byId = topics?.map((each) => ({ ...each, topicId: world.topicId(each.name) })) ?? null;
      const { memberId, epoch } = claimIn(world);
      const claim = member === undefined ? {} : { memberId, memberEpoch: epoch - staleness };
      const groups = [{ groupId: group, topics: byId, ...claim }];
      const answer = await world.ask(offsetFetch, version, { groupId: group, topics, groups });
      return sortedTopics(world, answer);
    },
  };
};

/** Kafka lists the topics of a group in no order. */
function sortedTopics(world: World, value: unknown): unknown {
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sortedTopics(world, each)]));
  const keyOf = ({ name, topicId, partitionIndex }: Sorted): string =>
    name || String(world.comparable(topicId) ?? partitionIndex);
  return value
    .map((each) => sortedTopics(world, each))
    .sort((a, b) => keyOf(a as Sorted).localeCompare(keyOf(b as Sorted)));
}

/** A topic, which newer versions name by its id, or a partition. */
interface Sorted {
  readonly name?: string;
  readonly topicId?: string;
  readonly partitionIndex?: number;
}
