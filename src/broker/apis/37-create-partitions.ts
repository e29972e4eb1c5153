import type { Broker } from '../broker.ts';
import { MAX_PARTITIONS } from '../create-topic.ts';
import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import { nullable, optional } from '../wire/field.ts';
import { bool, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * CreatePartitions (key 37), versions 0–3. v2: flexible. v3: like v2.
 * Source: https://kafka.apache.org/protocol#The_Messages_CreatePartitions
 */
export const createPartitions = defineApi({
  key: 37,
  versions: [0, 3],
  flexibleFrom: 2,
  request: {
    topics: list({
      name: string,
      count: int32,
      assignments: nullable(
        list({
          brokerIds: list(int32),
        }),
      ),
    }),
    timeoutMs: int32,
    validateOnly: bool,
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      name: string,
      errorCode: int16,
      errorMessage: optional(nullable(string), null),
    }),
  },
  handle: ({ topics, validateOnly }, { broker }) => ({
    results: topics.map((wish) => {
      const isRepeated = topics.filter(({ name }) => name === wish.name).length > 1;
      const problem = isRepeated ? duplicate() : problemOf(broker, wish);
      if (problem) return { name: wish.name, ...problem, errorMessage: problem.errorMessage || null };
      const topic = broker.topics.named(wish.name);
      if (topic && !validateOnly) broker.topics.extend(topic, wish.count);
      return { name: wish.name, errorCode: errorCodes.NONE };
    }),
  }),
  refuse: ({ topics }, errorCode) => ({ results: topics.map(({ name }) => ({ name, errorCode })) }),
});

interface Wish {
  readonly name: string;
  readonly count: number;
  readonly assignments: readonly unknown[] | null;
}

function duplicate(): Refusal {
  return refuse(errorCodes.INVALID_REQUEST, 'Duplicate topic name.');
}

function problemOf({ topics }: Broker, { name, count, assignments }: Wish): Refusal | undefined {
  const current = topics.named(name)?.partitions.length;
  if (current === undefined) return refuse(errorCodes.UNKNOWN_TOPIC_OR_PARTITION);
  if (count === current)
    return refuse(errorCodes.INVALID_PARTITIONS, `Topic already has ${current} partition(s).`);
  if (count < current)
    return refuse(
      errorCodes.INVALID_PARTITIONS,
      `The topic ${name} currently has ${current} partition(s); ${count} would not be an increase.`,
    );
  if (count - current > MAX_PARTITIONS)
    return refuse(errorCodes.POLICY_VIOLATION, 'Excessively large number of partitions per request.');
  if (assignments && assignments.length !== count - current)
    return refuse(
      errorCodes.INVALID_REPLICA_ASSIGNMENT,
      `Attempted to add ${count - current} additional partition(s), but only ${assignments.length} assignment(s) were specified.`,
    );
  return undefined;
}
