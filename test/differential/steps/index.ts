import type { StepMaker } from '../plan.ts';
import { beat, describeGroup, growGroup, shrinkGroup } from './groups.ts';
import {
  beatNewGroup,
  describeNewGroup,
  guestOfNewGroup,
  joinNewGroup,
  leaveNewGroup,
} from './new-groups.ts';
import {
  deleteGroup,
  deleteOffset,
  listAllGroups,
  listAllTransactions,
  observeProducers,
  observeTransaction,
} from './observe.ts';
import { commitOffset, fetchOffsets } from './offsets.ts';
import { produceRecords, startProducer } from './produce.ts';
import { fetchRecords, lookUpOffset } from './read.ts';
import {
  alterTopic,
  cutTopic,
  describeTopicSettings,
  endOfEpoch,
  findTopic,
  growTopic,
  pageTopics,
  weighTopic,
} from './topics.ts';
import {
  addOffsets,
  addPartition,
  commitInTransaction,
  endTransaction,
  produceInTransaction,
  startTransactions,
} from './transactions.ts';

/** What a sequence may be about; those of the same theme come together often enough to meet. */
type Theme = readonly [StepMaker, ...StepMaker[]];

const records: Theme = [
  produceRecords,
  produceRecords,
  produceRecords,
  startProducer,
  fetchRecords,
  fetchRecords,
  lookUpOffset,
  endOfEpoch,
];
const classicGroups: Theme = [
  commitOffset,
  fetchOffsets,
  growGroup,
  beat,
  shrinkGroup,
  describeGroup,
  deleteGroup,
  deleteOffset,
  listAllGroups,
];
const newGroups: Theme = [
  joinNewGroup,
  joinNewGroup,
  beatNewGroup,
  beatNewGroup,
  beatNewGroup,
  leaveNewGroup,
  guestOfNewGroup,
  guestOfNewGroup,
  describeNewGroup,
  commitOffset,
  fetchOffsets,
];
const transactions: Theme = [
  startTransactions,
  addPartition,
  addPartition,
  produceInTransaction,
  produceInTransaction,
  addOffsets,
  commitInTransaction,
  endTransaction,
  endTransaction,
  observeTransaction,
  listAllTransactions,
  observeProducers,
];
const topics: Theme = [
  cutTopic,
  growTopic,
  alterTopic,
  describeTopicSettings,
  weighTopic,
  findTopic,
  pageTopics,
];

/** Each theme alone with records, and all of them in one. */
export const themes: readonly [Theme, ...Theme[]] = [
  [...records, ...classicGroups, ...transactions],
  newGroups,
  [...newGroups, ...classicGroups],
  [...records, ...topics],
  [...records, ...transactions],
  [...records, ...classicGroups, ...newGroups, ...transactions, ...topics],
];
