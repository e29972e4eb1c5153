import * as library from '@platformatic/kafka';

/** A protocol call in all the versions that the client library speaks; the newest one's types stand for all. */
export interface ProtocolCall<Arguments extends unknown[], Response> {
  readonly name: string;
  readonly key: number;
  readonly versions: readonly library.API<Arguments, Response>[];
}

type CallOf<Api> =
  Api extends library.API<infer Arguments, infer Response> ? ProtocolCall<Arguments, Response> : never;

/** Newer than any version of any call; those of fetch, the most, end at 18. */
const ABOVE_ALL = 40;

/**
 * Finds the versions of a call among the library's exports (`fetchV4` … `fetchV17`). Versions below `oldest` and above
 * `newest` are left out: they differ in more than fields.
 */
function everyVersionOf<Api extends library.API<never, unknown>>(
  prefix: string,
  oldest = 0,
  newest = ABOVE_ALL,
): CallOf<Api> {
  // The library gives all versions of a call the same arguments, and calls them alike itself.
  const exported = library as unknown as Readonly<Record<string, { readonly api: Api } | undefined>>;
  const versions = Array.from(
    { length: newest - oldest + 1 },
    (_, index) => exported[`${prefix}V${newest - index}`]?.api,
  ).filter((api) => api !== undefined);
  return { name: prefix, key: versions[0]?.key ?? -1, versions } as unknown as CallOf<Api>;
}

/** Identifies topics by their id since version 13, by name before. */
export const fetchRecords = everyVersionOf<typeof library.fetchV17.api>('fetch');
export const FETCH_BY_TOPIC_ID = 13;

/** Since 4: does not create the topics that are asked for. */
export const metadata = everyVersionOf<typeof library.metadataV12.api>('metadata', 4);

/** Since 1: one offset a partition, with its timestamp. */
export const listOffsets = everyVersionOf<typeof library.listOffsetsV9.api>('listOffsets', 1);

/** Since 3: the record batches of today. */
export const produceRecords = everyVersionOf<typeof library.produceV11.api>('produce', 3);

export const initProducerId = everyVersionOf<typeof library.initProducerIdV5.api>('initProducerId');

/** Since 4 it is a call between brokers, with another right. */
export const addPartitionsToTxn = everyVersionOf<typeof library.addPartitionsToTxnV3.api>(
  'addPartitionsToTxn',
  0,
  3,
);

export const endTxn = everyVersionOf<typeof library.endTxnV4.api>('endTxn');

/** Since 4: -1 leaves the number of partitions and replicas to the broker. */
export const createTopics = everyVersionOf<typeof library.createTopicsV7.api>('createTopics', 4);

/** Since 6: topics by name or id, in one shape. */
export const deleteTopics = everyVersionOf<typeof library.deleteTopicsV6.api>('deleteTopics', 6);

export const findCoordinator = everyVersionOf<typeof library.findCoordinatorV6.api>('findCoordinator', 1);

export const listGroups = everyVersionOf<typeof library.listGroupsV5.api>('listGroups');

/** Groups of the classic protocol. */
export const describeGroups = everyVersionOf<typeof library.describeGroupsV5.api>('describeGroups');

/** Groups of the protocol of KIP-848. */
export const consumerGroupDescribe =
  everyVersionOf<typeof library.consumerGroupDescribeV0.api>('consumerGroupDescribe');

/** Since 2: all topics of a group. */
export const offsetFetch = everyVersionOf<typeof library.offsetFetchV9.api>('offsetFetch', 2);
