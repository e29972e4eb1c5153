import { parsePartitionKey, partitionKey } from './partition-key.ts';

/** A member's part in an assignment. */
export interface Subscriber {
  readonly memberId: string;
  readonly instanceId: string | null;
  /** Ids of the topics it reads. */
  readonly topicIds: ReadonlySet<string>;
  /** What it was to have until now. */
  readonly target: ReadonlySet<string>;
}

/** A topic that may be assigned. */
export interface AssignableTopic {
  readonly id: string;
  readonly partitions: number;
}

/** What each member is to have, by member id. */
export type Assignment = ReadonlyMap<string, ReadonlySet<string>>;

/** A way to share partitions out. */
export type Assignor = (members: readonly Subscriber[], topics: readonly AssignableTopic[]) => Assignment;

/** As many partitions to each member as to any other, moving as few as possible. */
const uniform: Assignor = (members, topics) => {
  const shares = new Map(members.map(({ memberId }) => [memberId, new Set<string>()]));
  const lightest = (topicId: string): Set<string> | undefined => {
    const readers = members.filter(({ topicIds }) => topicIds.has(topicId));
    const candidates = readers.map(({ memberId }) => shares.get(memberId) ?? new Set<string>());
    return candidates.toSorted((a, b) => a.size - b.size)[0];
  };
  for (const topic of topics) {
    for (let partition = 0; partition < topic.partitions; partition++) {
      const key = partitionKey(topic.id, partition);
      const keeper = members.find(({ topicIds, target }) => topicIds.has(topic.id) && target.has(key));
      if (keeper) shares.get(keeper.memberId)?.add(key);
    }
  }
  const taken = new Set([...shares.values()].flatMap((share) => [...share]));
  for (const topic of topics)
    for (let partition = 0; partition < topic.partitions; partition++) {
      const key = partitionKey(topic.id, partition);
      if (!taken.has(key)) lightest(topic.id)?.add(key);
    }
  level([...shares.values()], lightest);
  return shares;
};

/** Moves partitions from those that have more to those that have at least two fewer, as long as there are such. */
function level(shares: readonly Set<string>[], lightest: (topicId: string) => Set<string> | undefined): void {
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    for (const share of shares)
      for (const key of [...share].reverse()) {
        const other = lightest(parsePartitionKey(key).topicId);
        if (!other || other.size + 1 >= share.size) continue;
        share.delete(key);
        other.add(key);
        hasMoved = true;
      }
  }
}

/** Of each topic a stretch to each of its readers, in the order of their ids: equal partitions of topics go together. */
const range: Assignor = (members, topics) => {
  const shares = new Map(members.map(({ memberId }) => [memberId, new Set<string>()]));
  const sorted = members.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  for (const { id, partitions } of topics) {
    const readers = sorted.filter(({ topicIds }) => topicIds.has(id));
    const [least, withOneMore] = [Math.floor(partitions / readers.length), partitions % readers.length];
    let next = 0;
    for (const [index, { memberId }] of readers.entries()) {
      const end = next + least + (index < withOneMore ? 1 : 0);
      for (; next < end; next++) shares.get(memberId)?.add(partitionKey(id, next));
    }
  }
  return shares;
};

/** Static members come first, by what stays when they are started again. */
function rankOf({ memberId, instanceId }: Subscriber): string {
  return instanceId === null ? `1${memberId}` : `0${instanceId}`;
}

/** The assignors that members can ask for; the first is the default. */
export const assignors: Readonly<Record<string, Assignor>> = { uniform, range };
