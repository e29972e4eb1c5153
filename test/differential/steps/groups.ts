import { joinGroup } from '../../../src/broker/apis/11-join-group.ts';
import { heartbeat } from '../../../src/broker/apis/12-heartbeat.ts';
import { leaveGroup } from '../../../src/broker/apis/13-leave-group.ts';
import { syncGroup } from '../../../src/broker/apis/14-sync-group.ts';
import { describeGroups } from '../../../src/broker/apis/15-describe-groups.ts';
import { type PlannedMember, pickVersion, type StepMaker } from '../plan.ts';
import type { World } from '../world.ts';

const NO_ID_YET = 79;
/** Long enough that no member is thrown out while a sequence runs. */
const TIMES = { sessionTimeoutMs: 60_000, rebalanceTimeoutMs: 60_000 };

/** One more member joins, the others join again, and the leader hands out assignments. */
export const growGroup: StepMaker = (random, plan) => {
  const group = random.pick(plan.groups);
  const members = plan.members.get(group) ?? [];
  if (members.length >= 3) return undefined;
  const newcomer = { name: `member ${members.length} of ${group}` };
  plan.members.set(group, [...members, newcomer]);
  const version = pickVersion(random, joinGroup);
  const syncVersion = pickVersion(random, syncGroup);
  return {
    says: `${newcomer.name} joins v${version}, ${members.length} others again, sync v${syncVersion}`,
    async play(world) {
      const joined = await joinAll(world, group, { newcomer, members, version });
      return { joined, synced: await syncAll(world, group, [...members, newcomer], syncVersion) };
    },
  };
};

interface Joining {
  readonly newcomer: PlannedMember;
  readonly members: readonly PlannedMember[];
  readonly version: number;
}

/** Who joins again waits for nobody: the newcomer must be seen to wait before the others come. */
async function joinAll(
  world: World,
  group: string,
  { newcomer, members, version }: Joining,
): Promise<unknown[]> {
  const first = join(world, group, newcomer.name, version);
  if (members.length > 0) await awaitState(world, group, 'PreparingRebalance');
  return Promise.all([first, ...members.map(({ name }) => join(world, group, name, version))]);
}

async function join(world: World, group: string, member: string, version: number): Promise<unknown> {
  const request = {
    groupId: group,
    ...TIMES,
    memberId: world.idOf(member, ''),
    protocolType: 'consumer',
    protocols: ['range', 'other'].map((name) => ({ name, metadata: Buffer.from(name) })),
  };
  let answer = await world.ask(joinGroup, version, request, member);
  world.learn(member, answer.memberId);
  if (answer.errorCode === NO_ID_YET) {
    answer = await world.ask(joinGroup, version, { ...request, memberId: answer.memberId }, member);
    world.learn(member, answer.memberId);
  }
  world.learn(`generation ${member}`, answer.generationId);
  return { ...answer, members: answer.members.length };
}

async function syncAll(
  world: World,
  group: string,
  members: readonly PlannedMember[],
  version: number,
): Promise<unknown> {
  const assignments = members.map(({ name }) => ({
    memberId: world.idOf(name, ''),
    assignment: Buffer.from(name.slice(0, 8)),
  }));
  return Promise.all(
    members.map(({ name }, index) =>
      world.ask(
        syncGroup,
        version,
        {
          groupId: group,
          generationId: world.idOf(`generation ${name}`, -1),
          memberId: world.idOf(name, ''),
          protocolType: 'consumer',
          protocolName: 'range',
          // The leader is the first that joined.
          assignments: index === 0 ? assignments : [],
        },
        name,
      ),
    ),
  );
}

async function awaitState(world: World, group: string, state: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const { groups } = await world.ask(describeGroups, 5, {
      groups: [group],
      includeAuthorizedOperations: false,
    });
    if (groups[0]?.groupState === state) return;
  }
  throw new Error(`${group} never was ${state}`);
}

/** A sign of life of a member, a stranger, or a member of another generation. */
export const beat: StepMaker = (random, plan) => {
  const group = random.pick(plan.groups);
  const members = plan.members.get(group) ?? [];
  const member = random.pick(['nobody', ...members.map(({ name }) => name)]);
  const staleness = random.pick([0, 0, 1, -1]);
  const version = pickVersion(random, heartbeat);
  return {
    says: `${member} of ${group} is alive, ${staleness} generations ago, v${version}`,
    play: async (world) =>
      world.ask(heartbeat, version, {
        groupId: group,
        generationId: world.idOf(`generation ${member}`, 1) - staleness,
        memberId: world.idOf(member, 'stranger'),
      }),
  };
};

/** All members leave, one after the other, or a stranger does. */
export const shrinkGroup: StepMaker = (random, plan) => {
  const group = random.pick(plan.groups);
  const members = random.chance(30) ? [] : (plan.members.get(group) ?? []);
  if (members.length > 0) plan.members.set(group, []);
  const version = pickVersion(random, leaveGroup);
  const leavers = members.length > 0 ? members.map(({ name }) => name) : ['nobody'];
  return {
    says: `${leavers.join(', ')} leave ${group} v${version}`,
    async play(world) {
      const answers: unknown[] = [];
      for (const name of leavers) {
        const memberId = world.idOf(name, 'stranger');
        answers.push(
          await world.ask(leaveGroup, version, { groupId: group, memberId, members: [{ memberId }] }),
        );
        world.learn(name, '');
      }
      return answers;
    },
  };
};

/** The group as others see it. */
export const describeGroup: StepMaker = (random, plan) => {
  const group = random.pick(plan.groups);
  const version = pickVersion(random, describeGroups);
  return {
    says: `describe ${group} v${version}`,
    async play(world) {
      const answer = await world.ask(describeGroups, version, {
        groups: [group],
        includeAuthorizedOperations: false,
      });
      return answer.groups.map((described) => ({
        ...described,
        members: described.members
          .map((member) => world.comparable(member))
          .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
      }));
    },
  };
};
