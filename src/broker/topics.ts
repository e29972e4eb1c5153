import { randomBytes } from 'node:crypto';
import { Configuration } from './config/configuration.ts';
import { topicSettings } from './config/topic-settings.ts';
import { errorCodes, NOT_HOSTED, type Refusal, refuse } from './error-codes.ts';
import type { LogMemory } from './log/log-memory.ts';
import { PartitionLog } from './log/partition-log.ts';
import { NO_ID } from './wire/primitives.ts';

/** A topic with its partitions (index = partition). */
export interface Topic {
  readonly name: string;
  /** As the wire has it: 22 characters of URL-safe base 64. */
  readonly id: string;
  readonly partitions: PartitionLog[];
  readonly configuration: Configuration;
}

/** What is asked of a new topic. */
export interface TopicDraft {
  readonly partitions: number;
  readonly settings?: ReadonlyMap<string, string>;
}

const MAX_NAME_LENGTH = 249;

/** Where Kafka keeps its own state. They are there for clients to see; the state of this broker is elsewhere. */
const internalTopics = {
  __consumer_offsets: { partitionsSetting: 'offsets.topic.num.partitions' },
  __transaction_state: { partitionsSetting: 'transaction.state.log.num.partitions' },
} as const;

export type InternalTopic = keyof typeof internalTopics;

/** The topics of the broker, by name and by id. */
export class Topics {
  readonly #byName = new Map<string, Topic>();
  readonly #byId = new Map<string, Topic>();
  readonly #brokerConfiguration: Configuration;
  readonly #memory: LogMemory;

  constructor(brokerConfiguration: Configuration, memory: LogMemory) {
    this.#brokerConfiguration = brokerConfiguration;
    this.#memory = memory;
  }

  /** All topics, in order of their names. */
  all(): readonly Topic[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  named(name: string): Topic | undefined {
    return this.#byName.get(name);
  }

  withId(id: string): Topic | undefined {
    return this.#byId.get(id);
  }

  /** The topic that a message names by its id (newer versions) or by its name (then the id is zero). */
  find({ name, topicId }: { readonly name: string; readonly topicId: string }): Topic | undefined {
    return topicId === NO_ID ? this.named(name) : this.withId(topicId);
  }

  /** The log of a partition; `undefined` when there is no such topic or partition. */
  partition(name: string, partition: number): PartitionLog | undefined {
    return this.named(name)?.partitions[partition];
  }

  /** Why a topic cannot be created under this name; `undefined`: it can. */
  nameProblem(name: string): Refusal | undefined {
    if (this.#byName.has(name))
      return refuse(errorCodes.TOPIC_ALREADY_EXISTS, `Topic '${name}' already exists.`);
    const problem = topicNameProblem(name);
    if (problem) return refuse(errorCodes.INVALID_TOPIC_EXCEPTION, problem);
    const alike = [...this.#byName.keys()].find((other) => metricName(other) === metricName(name));
    if (alike === undefined) return undefined;
    return refuse(
      errorCodes.INVALID_TOPIC_EXCEPTION,
      `Topic '${name}' collides with existing topic: ${alike}`,
    );
  }

  /** What a topic would be. */
  plan(name: string, { partitions, settings = new Map() }: TopicDraft): Topic {
    const configuration = new Configuration('topic', topicSettings, this.#brokerConfiguration).replace(
      settings,
    );
    const topic: Topic = { name, id: newTopicId(), partitions: [], configuration };
    this.extend(topic, partitions);
    return topic;
  }

  /** Creates a topic. The caller has checked the name and the draft. */
  create(name: string, draft: TopicDraft): Topic {
    const topic = this.plan(name, draft);
    this.#byName.set(name, topic);
    this.#byId.set(topic.id, topic);
    return topic;
  }

  /** The topic of this name, created with the broker's defaults when it is missing and the broker allows it. */
  findOrCreate(name: string): Topic | Refusal {
    const known = this.named(name);
    if (known) return known;
    if (!this.#brokerConfiguration.isOn('auto.create.topics.enable'))
      return refuse(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, NOT_HOSTED);
    const problem = this.nameProblem(name);
    if (problem) return problem;
    return this.create(name, { partitions: this.#brokerConfiguration.number('num.partitions') });
  }

  /** Creates a topic of the broker's own when it is first needed. */
  ensureInternal(name: InternalTopic): void {
    if (this.#byName.has(name)) return;
    const partitions = this.#brokerConfiguration.number(internalTopics[name].partitionsSetting);
    const settings = new Map([
      ['cleanup.policy', 'compact'],
      ['segment.bytes', '104857600'],
    ]);
    this.create(name, { partitions, settings });
  }

  /** Adds empty partitions up to `count`. */
  extend(topic: Topic, count: number): void {
    for (let index = topic.partitions.length; index < count; index++)
      topic.partitions.push(
        new PartitionLog({
          topic: topic.name,
          partition: index,
          configuration: topic.configuration,
          memory: this.#memory,
        }),
      );
  }

  /** Deletes a topic with its records. */
  delete(topic: Topic): void {
    this.#byName.delete(topic.name);
    this.#byId.delete(topic.id);
    for (const log of topic.partitions) log.delete();
  }
}

/** Whether a topic is one of Kafka's own, which clients may not write to. */
export function isInternalTopic(name: string): boolean {
  return Object.hasOwn(internalTopics, name);
}

/** What is wrong with the name of a topic, in Kafka's words; `undefined`: nothing. */
export function topicNameProblem(name: string): string | undefined {
  if (name === '') return 'Topic name is invalid: the empty string is not allowed';
  if (name === '.' || name === '..') return `Topic name is invalid: '.' or '..' is not allowed`;
  if (name.length > MAX_NAME_LENGTH)
    return `Topic name is invalid: the length of '${name}' is longer than the max allowed length ${MAX_NAME_LENGTH}`;
  if (!/^[a-zA-Z0-9._-]+$/.test(name))
    return `Topic name is invalid: '${name}' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`;
  return undefined;
}

/** Kafka's metrics write "." as "_": two topics that would share a metric collide. */
function metricName(name: string): string {
  return name.replaceAll('.', '_');
}

/** Random, but never starting with "-": Kafka avoids it, as command lines would read an option. */
function newTopicId(): string {
  for (;;) {
    const id = randomBytes(16).toString('base64url');
    if (!id.startsWith('-') && id !== NO_ID) return id;
  }
}
