import type { Broker } from './broker.ts';
import { configurationProblem } from './config/configuration.ts';
import { topicSettings } from './config/topic-settings.ts';
import { errorCodes, type Refusal, refuse } from './error-codes.ts';
import type { Topic } from './topics.ts';

/** A topic that a client asks for. */
export interface NewTopic {
  readonly name: string;
  /** -1: the broker's default. */
  readonly numPartitions: number;
  readonly replicationFactor: number;
  /** Replicas of each partition, placed by hand. */
  readonly assignments: readonly {
    readonly partitionIndex: number;
    readonly brokerIds: readonly number[];
  }[];
  readonly configs: readonly { readonly name: string; readonly value: string | null }[];
}

/** As Kafka's ReplicationControlManager: more in one request are taken for a mistake. */
export const MAX_PARTITIONS = 10_000;

/** Creates a topic, or with `isOnlyValidated` only says what it would be, or why it cannot be. */
export function createTopic(broker: Broker, draft: NewTopic, isOnlyValidated: boolean): Topic | Refusal {
  const { topics, configuration } = broker;
  const problem = topics.nameProblem(draft.name) ?? partitionsProblem(draft) ?? settingsProblem(draft);
  if (problem) return problem;
  const wanted = draft.assignments.length || draft.numPartitions;
  const topicDraft = {
    partitions: wanted === -1 ? configuration.number('num.partitions') : wanted,
    settings: new Map(draft.configs.map(({ name, value }) => [name, value ?? ''])),
  };
  return isOnlyValidated ? topics.plan(draft.name, topicDraft) : topics.create(draft.name, topicDraft);
}

function partitionsProblem(draft: NewTopic): Refusal | undefined {
  const { numPartitions, replicationFactor, assignments } = draft;
  if (assignments.length > 0) return assignmentsProblem(draft);
  if (numPartitions === 0 || numPartitions < -1)
    return refuse(
      errorCodes.INVALID_PARTITIONS,
      'Number of partitions was set to an invalid non-positive value.',
    );
  if (replicationFactor === 0 || replicationFactor < -1)
    return refuse(
      errorCodes.INVALID_REPLICATION_FACTOR,
      'Replication factor was set to an invalid non-positive value.',
    );
  if (numPartitions > MAX_PARTITIONS)
    return refuse(errorCodes.POLICY_VIOLATION, `Excessively large number of partitions per request.`);
  return undefined;
}

function assignmentsProblem({
  numPartitions,
  replicationFactor,
  assignments,
}: NewTopic): Refusal | undefined {
  if (replicationFactor !== -1)
    return refuse(
      errorCodes.INVALID_REQUEST,
      'A manual partition assignment was specified, but replication factor was not set to -1.',
    );
  if (numPartitions !== -1)
    return refuse(
      errorCodes.INVALID_REQUEST,
      'A manual partition assignment was specified, but numPartitions was not set to -1.',
    );
  const indexes = assignments.map(({ partitionIndex }) => partitionIndex).toSorted((a, b) => a - b);
  if (indexes.some((index, place) => index !== place))
    return refuse(
      errorCodes.INVALID_REPLICA_ASSIGNMENT,
      'partitions should be a consecutive 0-based integer sequence',
    );
  return undefined;
}

function settingsProblem({ configs }: NewTopic): Refusal | undefined {
  const problem = configurationProblem(
    topicSettings,
    configs.map(({ name, value }) => [name, value] as const),
    'topic',
  );
  return problem === undefined ? undefined : refuse(errorCodes.INVALID_CONFIG, problem);
}
