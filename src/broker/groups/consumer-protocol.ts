import { type Fields, nullable, since } from '../wire/field.ts';
import { bytes, int32, string } from '../wire/primitives.ts';
import { Reader } from '../wire/reader.ts';
import { list, structCodec } from '../wire/structures.ts';
import { WireError } from '../wire/wire-error.ts';
import { Writer } from '../wire/writer.ts';

/**
 * What consumers of the classic protocol say to each other by way of the broker: ConsumerProtocolSubscription and
 * ConsumerProtocolAssignment, versions 0–3. v1: owned partitions. v2: the generation that owns them. v3: rack.
 * Source: https://github.com/apache/kafka/tree/trunk/clients/src/main/resources/common/message
 */
const LAST_VERSION = 3;

const topicPartitions = list({ topic: string, partitions: list(int32) });
const subscriptionFields = {
  topics: list(string),
  userData: nullable(bytes),
  ownedPartitions: since(1, topicPartitions),
  generationId: since(2, int32, -1),
  rackId: since(3, nullable(string), null),
};
const assignmentFields = { assignedPartitions: topicPartitions, userData: nullable(bytes) };

/** Partitions of a topic, by its name. */
export interface NamedPartitions {
  readonly topic: string;
  readonly partitions: readonly number[];
}

/** What a consumer tells the leader. */
export interface Subscription {
  readonly topics: readonly string[];
  readonly ownedPartitions: readonly NamedPartitions[];
  readonly rackId: string | null;
}

/** What the leader tells a consumer. */
export interface ConsumerAssignment {
  readonly assignedPartitions: readonly NamedPartitions[];
  /** Of an assignor that people wrote themselves. */
  readonly userData: Buffer | null;
}

/** `undefined`: it is something else. */
export function readSubscription(metadata: Buffer): Subscription | undefined {
  return readVersioned(metadata, subscriptionFields);
}

/** `undefined`: it is something else. */
export function readAssignment(assignment: Buffer): ConsumerAssignment | undefined {
  return readVersioned(assignment, assignmentFields);
}

/** The topics in what a consumer tells the leader, which stand first in all versions; `undefined`: it is something else. */
export function subscribedTopics(metadata: Buffer): readonly string[] | undefined {
  return readVersioned(metadata, subscriptionFields, 0)?.topics;
}

/** Tells a consumer what it has, in the version in which it told the leader what it reads. */
export function writeAssignment(assignedPartitions: readonly NamedPartitions[], metadata: Buffer): Buffer {
  const version = Math.min(new Reader(metadata).int16(), LAST_VERSION);
  const writer = new Writer();
  writer.int16(version);
  structCodec(assignmentFields, { version, flexible: false }).write(writer, {
    assignedPartitions,
    userData: null,
  });
  return Buffer.concat(writer.finish());
}

function readVersioned<F extends Fields>(content: Buffer, fields: F, lastVersion = LAST_VERSION) {
  try {
    const reader = new Reader(content);
    const version = reader.int16();
    if (version < 0) return undefined;
    return structCodec(fields, { version: Math.min(version, lastVersion), flexible: false }).read(reader);
  } catch (cause) {
    if (cause instanceof WireError) return undefined;
    throw cause;
  }
}
