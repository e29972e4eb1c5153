import type { StepMaker } from '../plan.ts';
import { beat, describeGroup, growGroup, shrinkGroup } from './groups.ts';
import { commitOffset, fetchOffsets } from './offsets.ts';
import { produceRecords, startProducer } from './produce.ts';
import { fetchRecords, lookUpOffset } from './read.ts';
import {
  addOffsets,
  addPartition,
  commitInTransaction,
  endTransaction,
  produceInTransaction,
  startTransactions,
} from './transactions.ts';

/** What sequences are made of; what stands here twice is drawn twice as often. */
export const stepMakers: readonly [StepMaker, ...StepMaker[]] = [
  produceRecords,
  produceRecords,
  produceRecords,
  startProducer,
  fetchRecords,
  fetchRecords,
  lookUpOffset,
  commitOffset,
  fetchOffsets,
  growGroup,
  beat,
  shrinkGroup,
  describeGroup,
  startTransactions,
  addPartition,
  addPartition,
  produceInTransaction,
  produceInTransaction,
  addOffsets,
  commitInTransaction,
  endTransaction,
  endTransaction,
];
