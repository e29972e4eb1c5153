import { joinGroup } from '../../../src/broker/apis/11-join-group.ts';
import { heartbeat } from '../../../src/broker/apis/12-heartbeat.ts';
import { leaveGroup } from '../../../src/broker/apis/13-leave-group.ts';
import { syncGroup } from '../../../src/broker/apis/14-sync-group.ts';
import { consumerGroupHeartbeat } from '../../../src/broker/apis/68-consumer-group-heartbeat.ts';
import { consumerGroupDescribe } from '../../../src/broker/apis/69-consumer-group-describe.ts';
import { type Plan, pickVersion, type StepMaker } from '../plan.ts';
import type { Random } from '../random.ts';
import { awaitGroups } from '../settled.ts';
import type { World } from '../world.ts';

/** Partitions of a topic, as members are told them. */
interface Share {
  readonly topicId: string;
  readonly partitions: readonly number[];
}

type Assignor = keyof Plan['newGroups'];

interface Party {
  readonly group: string;
  readonly assignor: Assignor;
  readonly member: string;
  readonly instanceId: string | null;
}

/**
 * A group and a member of it, who gives itself the id. Two ids belong to one static member. Members of "uniform" are two
 * and read the same topic, so that whichever of them comes first, each has as much as on the other broker.
 */
function pickParty(random: Random, { newGroups }: Plan): Party {
  const assignor: Assignor = random.chance(60) ? 'range' : 'uniform';
  const group = newGroups[assignor];
  const name = random.pick(assignor === 'range' ? ['m', 'n', 's1', 's2'] : ['m', 'n']);
  return { group, assignor, member: `${group}-${name}`, instanceId: name.startsWith('s') ? 'static' : null };
}

/** A member joins, or joins again. */
export const joinNewGroup: StepMaker = (random, plan) => {
  const party = pickParty(random, plan);
  const subscribedTopicNames = pickTopics(random, plan, party);
  const version = pickVersion(random, consumerGroupHeartbeat);
  return {
    says: `${party.member} joins v${version} for ${subscribedTopicNames.join(', ')}`,
    play: (world) =>
      sendHeartbeat(world, party, version, {
        memberEpoch: 0,
        rebalanceTimeoutMs: 60_000,
        subscribedTopicNames,
        serverAssignor: party.assignor,
        topicPartitions: [],
      }),
  };
};

function pickTopics(random: Random, { topics, prefix }: Plan, { assignor }: Party): readonly string[] {
  const [first, second = first] = topics;
  if (assignor === 'uniform') return [first];
  return random.pick([[first], [first, second], [second], [first, `${prefix}-missing`]]);
}

/** A sign of life, with what the member has been told, had before, or nothing of what it has; sometimes of a wrong epoch. */
export const beatNewGroup: StepMaker = (random, plan) => {
  const party = pickParty(random, plan);
  const version = pickVersion(random, consumerGroupHeartbeat);
  const staleness = random.pick([0, 0, 0, 0, 1, -1]);
  const owned = random.pick(['told', 'told', 'told', 'told before', undefined]);
  const subscribedTopicNames = random.chance(10) ? pickTopics(random, plan, party) : null;
  return {
    says: `${party.member} is alive v${version}, ${staleness} epochs ago, owns ${owned}, reads ${subscribedTopicNames ?? 'as before'}`,
    play: (world) =>
      sendHeartbeat(world, party, version, {
        memberEpoch: Math.max(1, world.idOf(`epoch ${party.member}`, 1) - staleness),
        rebalanceTimeoutMs: -1,
        subscribedTopicNames,
        serverAssignor: null,
        topicPartitions:
          owned === undefined ? null : world.idOf<readonly Share[]>(`${owned} ${party.member}`, []),
      }),
  };
};

/** A member leaves, a static one sometimes only for now. */
export const leaveNewGroup: StepMaker = (random, plan) => {
  const party = pickParty(random, plan);
  const version = pickVersion(random, consumerGroupHeartbeat);
  const memberEpoch = party.instanceId !== null && random.chance(50) ? -2 : -1;
  return {
    says: `${party.member} leaves v${version} with ${memberEpoch}`,
    play: (world) => sendHeartbeat(world, party, version, { memberEpoch }),
  };
};

async function sendHeartbeat(
  world: World,
  { group, member, instanceId, assignor }: Party,
  version: number,
  request: {
    readonly memberEpoch: number;
    readonly rebalanceTimeoutMs?: number;
    readonly subscribedTopicNames?: readonly string[] | null;
    readonly serverAssignor?: string | null;
    readonly topicPartitions?: readonly Share[] | null;
  },
): Promise<unknown> {
  const who = { groupId: group, memberId: member, instanceId };
  const answer = await world.ask(consumerGroupHeartbeat, version, { ...who, ...request });
  const { assignment, heartbeatIntervalMs, ...rest } = answer;
  if (answer.errorCode === 0) world.learn(`epoch ${member}`, answer.memberEpoch);
  if (assignment) {
    world.learn(`told before ${member}`, world.idOf(`told ${member}`, []));
    world.learn(`told ${member}`, assignment.topicPartitions);
  }
  return { ...rest, assignment: assignment && shares(world, assignment.topicPartitions, assignor) };
}

/** Which partitions, in order; of "uniform" only how many. */
function shares(world: World, told: readonly Share[], assignor: Assignor): unknown {
  const named = told.map(({ topicId, partitions }) => [
    world.comparable(topicId),
    assignor === 'uniform' ? partitions.length : partitions.toSorted((a, b) => a - b),
  ]);
  return named.toSorted((a, b) => String(a).localeCompare(String(b)));
}

/** The group as others see it. */
export const describeNewGroup: StepMaker = (random, plan) => {
  const { group, assignor } = pickParty(random, plan);
  const version = pickVersion(random, consumerGroupDescribe);
  return {
    says: `describe ${group} v${version}`,
    async play(world) {
      const request = { groupIds: [group], includeAuthorizedOperations: false };
      const { groups } = await world.ask(consumerGroupDescribe, version, request);
      return groups.map(({ members, ...rest }) => ({
        ...rest,
        members: members
          .map(({ assignment, targetAssignment, subscribedTopicNames, ...member }) => ({
            ...member,
            subscribedTopicNames: subscribedTopicNames.toSorted(),
            assignment: shares(world, assignment.topicPartitions, assignor),
            target: shares(world, targetAssignment.topicPartitions, assignor),
          }))
          .toSorted((a, b) => a.memberId.localeCompare(b.memberId)),
      }));
    },
  };
};

/** What a consumer of the classic protocol tells the leader: version 1, one topic, no user data, nothing owned. */
function subscriptionTo(topic: string): Buffer {
  const name = Buffer.from(topic);
  const head = Buffer.from('0001000000010000', 'hex');
  head.writeInt16BE(name.length, 6);
  return Buffer.concat([head, name, Buffer.from('ffffffff00000000', 'hex')]);
}

/** One member of the classic protocol is a guest of the group, or a member of it once it has become a classic one. */
export const guestOfNewGroup: StepMaker = (random, plan) => {
  const groupId = plan.newGroups.range;
  const memberId = `${groupId}-guest`;
  const does = random.pick(['join', 'join', 'sync', 'beat', 'beat', 'leave'] as const);
  const version = pickVersion(
    random,
    { join: joinGroup, sync: syncGroup, beat: heartbeat, leave: leaveGroup }[does],
  );
  const topic = random.pick(plan.topics);
  return {
    says: `the guest of ${groupId} does ${does} v${version}`,
    async play(world) {
      const claim = { groupId, memberId, generationId: world.idOf(`generation ${memberId}`, 1) };
      if (does === 'beat') return world.ask(heartbeat, version, claim);
      if (does === 'leave') return world.ask(leaveGroup, version, { ...claim, members: [{ memberId }] });
      if (does === 'sync') {
        const named = { protocolType: 'consumer', protocolName: 'range', assignments: [] };
        return world.ask(syncGroup, version, { ...claim, ...named });
      }
      const answer = await world.ask(joinGroup, version, {
        ...claim,
        sessionTimeoutMs: 60_000,
        rebalanceTimeoutMs: 60_000,
        protocolType: 'consumer',
        protocols: [{ name: 'range', metadata: subscriptionTo(topic) }],
      });
      world.learn(`generation ${memberId}`, answer.generationId);
      // An empty group of the new protocol ends with this, which Kafka stores after it has refused.
      if (answer.errorCode !== 0) await awaitGroups(world, groupId);
      return answer;
    },
  };
};
