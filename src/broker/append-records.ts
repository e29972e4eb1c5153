import type { Broker } from './broker.ts';
import type { Refusal } from './error-codes.ts';
import { type BatchRules, checkBatch } from './log/check-batch.ts';
import type { PartitionLog } from './log/partition-log.ts';
import type { Topic } from './topics.ts';
import { joinTransaction } from './transactions/join-transaction.ts';
import { isTransactional } from './wire/record-batch.ts';

/** Where a batch was put, in the terms of a Produce response. */
export interface Appended {
  readonly baseOffset: bigint;
  /** -1: the records keep the producer's time. */
  readonly logAppendTimeMs: bigint;
  readonly logStartOffset: bigint;
}

/** What a producer sent for one partition, and under which circumstances. */
export interface ProducedRecords {
  readonly records: Buffer | null;
  readonly transactionalId: string | null;
  /** Of the Produce request. */
  readonly version: number;
}

/** Checks what a producer sent for one partition and stores it. A retry of a stored batch is answered as that one was. */
export function appendRecords(
  broker: Broker,
  topic: Topic,
  log: PartitionLog,
  { records, ...circumstances }: ProducedRecords,
): Appended | Refusal {
  const rules = rulesOf(topic, broker.nowMs());
  const header = checkBatch(records, rules);
  if ('errorCode' in header) return header;
  const { topic: name, partition } = log;
  const write = { header, topic: name, partition, ...circumstances };
  const refusal = isTransactional(header) ? joinTransaction(broker, write) : undefined;
  if (refusal) return refusal;
  const known = header.producerId >= 0n ? log.producers.check(header) : undefined;
  if (known && 'errorCode' in known) return known;
  const stampMs = rules.isStamped ? rules.nowMs : undefined;
  const baseOffset = known
    ? known.duplicateOf
    : log.append(records as Buffer, header, rules.nowMs, rules.isStamped); // it has a header
  const logAppendTimeMs = stampMs === undefined ? -1n : BigInt(stampMs);
  return { baseOffset, logAppendTimeMs, logStartOffset: log.startOffset };
}

function rulesOf({ configuration }: Topic, nowMs: number): BatchRules {
  return {
    maxBytes: configuration.number('max.message.bytes'),
    isCompacted: configuration.list('cleanup.policy').includes('compact'),
    timestampBeforeMaxMs: configuration.number('message.timestamp.before.max.ms'),
    timestampAfterMaxMs: configuration.number('message.timestamp.after.max.ms'),
    isStamped: configuration.text('message.timestamp.type') === 'LogAppendTime',
    nowMs,
  };
}
