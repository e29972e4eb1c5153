import type { Facts, GroupFacts } from '../../src/engine/diagnosis/facts.ts';
import type { RecordView } from '../../src/model/record.ts';

/** Facts of a consume task on `out` that waited 500 ms for one record which the service of `in` should have written. */
export function factsOf(given: Partial<Facts> = {}): Facts {
  return {
    topics: ['out'],
    consume: {
      awaited: 1,
      matched: 0,
      read: 0,
      filtered: 0,
      undecodable: 0,
      limitMs: 500,
      elapsedMs: 500,
      ...given.consume,
    },
    failedCheck: undefined,
    hops: [{ id: 'send', kind: 'produce', topics: ['in'], records: 1 }],
    inputs: ['in'],
    passed: [],
    earlier: [],
    areGroupsKnown: true,
    readers: [],
    otherGroups: [],
    moved: [],
    allTopics: ['in', 'out'],
    services: [],
    spans: [],
    misses: [],
    unreadable: [],
    partitions: undefined,
    hidden: [],
    elsewhere: [],
    before: [],
    matches: [],
    interruptions: [],
    ...Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'consume')),
  };
}

/** A group that reads `in` and has got to its end. */
export function groupOf(given: Partial<GroupFacts> = {}): GroupFacts {
  return {
    id: 'workers',
    state: 'Stable',
    members: 1,
    assignedPartitions: 1,
    topics: ['in'],
    hasCommitted: false,
    lag: 0n,
    ...given,
  };
}

/** A record on `out`. */
export function recordOf(given: Partial<RecordView> = {}): RecordView {
  return {
    topic: 'out',
    partition: 0,
    offset: 7,
    timestamp: 1_700_000_000_000,
    key: 'k',
    value: { id: 1 },
    headers: [],
    ...given,
  };
}
