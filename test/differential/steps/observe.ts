import { listGroups } from '../../../src/broker/apis/16-list-groups.ts';
import { deleteGroups } from '../../../src/broker/apis/42-delete-groups.ts';
import { offsetDelete } from '../../../src/broker/apis/47-offset-delete.ts';
import { describeProducers } from '../../../src/broker/apis/61-describe-producers.ts';
import { describeTransactions } from '../../../src/broker/apis/65-describe-transactions.ts';
import { listTransactions } from '../../../src/broker/apis/66-list-transactions.ts';
import { type Plan, pickPartition, pickVersion, type StepMaker } from '../plan.ts';
import type { Random } from '../random.ts';

function pickAnyGroup(random: Random, { groups, newGroups, prefix }: Plan): string {
  return random.pick([...groups, newGroups.range, newGroups.uniform, `${prefix}-no-group`]);
}

/** The groups of this sequence among all. */
export const listAllGroups: StepMaker = (random, { prefix }) => {
  const version = pickVersion(random, listGroups);
  const statesFilter = random.pick([[], [], ['Stable'], ['empty', 'Reconciling'], ['Nonsense']]);
  const typesFilter = random.pick([[], [], ['Consumer'], ['classic']]);
  return {
    says: `groups that are ${statesFilter} of ${typesFilter} v${version}`,
    async play(world) {
      const { groups, ...rest } = await world.ask(listGroups, version, { statesFilter, typesFilter });
      const own = groups.filter(
        ({ groupId }) => groupId.startsWith(`${prefix}-`) && !groupId.endsWith('-probe'),
      );
      return { ...rest, groups: own.toSorted((a, b) => a.groupId.localeCompare(b.groupId)) };
    },
  };
};

/** A group is deleted, which only those without members let happen. */
export const deleteGroup: StepMaker = (random, plan) => {
  const group = pickAnyGroup(random, plan);
  const version = pickVersion(random, deleteGroups);
  return {
    says: `delete ${group} v${version}`,
    play: async (world) => world.ask(deleteGroups, version, { groupsNames: [group] }),
  };
};

/** A committed offset is forgotten. */
export const deleteOffset: StepMaker = (random, plan) => {
  const groupId = pickAnyGroup(random, plan);
  const [name, partitionIndex] = pickPartition(random, plan);
  return {
    says: `delete the offset of ${groupId} in ${name}[${partitionIndex}]`,
    play: async (world) =>
      world.ask(offsetDelete, 0, { groupId, topics: [{ name, partitions: [{ partitionIndex }] }] }),
  };
};

/** Who has written to a partition. */
export const observeProducers: StepMaker = (random, plan) => {
  const [name, partition] = pickPartition(random, plan);
  return {
    says: `producers of ${name}[${partition}]`,
    async play(world) {
      const { topics } = await world.ask(describeProducers, 0, {
        topics: [{ name, partitionIndexes: [partition] }],
      });
      return topics.map((topic) => ({
        name: topic.name,
        partitions: topic.partitions.map(({ activeProducers, ...rest }) => ({
          ...rest,
          activeProducers: activeProducers.map((each) => world.comparable(each)).toSorted(byText),
        })),
      }));
    },
  };
};

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a).localeCompare(JSON.stringify(b));
}

/** How far the transaction is, and one that is not there. */
export const observeTransaction: StepMaker = (random, { prefix }) => {
  const transactionalId = random.pick([`${prefix}-tx`, `${prefix}-tx`, `${prefix}-no-tx`]);
  return {
    says: `transaction ${transactionalId}`,
    async play(world) {
      const request = { transactionalIds: [transactionalId] };
      const { transactionStates } = await world.ask(describeTransactions, 0, request);
      return transactionStates.map(({ topics, producerId, ...rest }) => ({
        ...rest,
        // What is not there has an id that some producer may have.
        ...(rest.errorCode === 0 ? { producerId } : {}),
        topics: topics
          .map(({ topic, partitions }) => ({ topic, partitions: partitions.toSorted((a, b) => a - b) }))
          .toSorted(byText),
      }));
    },
  };
};

/** The transactions of this sequence among all. */
export const listAllTransactions: StepMaker = (random, { prefix }) => {
  const version = pickVersion(random, listTransactions);
  const stateFilters = random.pick([
    [],
    ['Ongoing'],
    ['CompleteCommit', 'Nonsense'],
    ['Empty', 'CompleteAbort'],
  ]);
  const transactionalIdPattern = random.pick([null, `${prefix}.*`, 'x+', random.chance(30) ? '(' : null]);
  return {
    says: `transactions that are ${stateFilters} like ${transactionalIdPattern} v${version}`,
    async play(world) {
      const request = { stateFilters, producerIdFilters: [], durationFilter: -1n, transactionalIdPattern };
      const { transactionStates, ...rest } = await world.ask(listTransactions, version, request);
      const own = transactionStates.filter((each) => each.transactionalId === `${prefix}-tx`);
      return { ...rest, own };
    },
  };
};
