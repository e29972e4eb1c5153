import type { Broker } from './broker.ts';
import { errorCodes, type Refusal } from './error-codes.ts';
import { type BatchRules, batchProblem, type RecordErrors, readSentBatch } from './log/check-batch.ts';
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

/** Why records were not stored. */
export interface RefusedRecords extends RecordErrors {
  /** Only of a log that has looked at them. */
  readonly logStartOffset?: bigint;
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
): Appended | RefusedRecords {
  const header = readSentBatch(records);
  if ('errorCode' in header) return header;
  const batch = records as Buffer; // it has a header
  const { topic: name, partition, startOffset: logStartOffset } = log;
  const write = { header, topic: name, partition, ...circumstances };
  const refusal = isTransactional(header) ? joinTransaction(broker, write) : undefined;
  if (refusal) return refusal;
  const rules = rulesOf(topic, `${name}-${partition}`, broker.nowMs());
  const problem = batchProblem(batch, header, rules);
  if (problem) return hidesLogStart(problem) ? problem : { ...problem, logStartOffset };
  const known = header.producerId >= 0n ? log.producers.check(header) : undefined;
  if (known) return { ...known, logStartOffset };
  const baseOffset = log.append(batch, header, rules.nowMs, rules.isStamped);
  const logAppendTimeMs = rules.isStamped ? BigInt(rules.nowMs) : -1n;
  return { baseOffset, logAppendTimeMs, logStartOffset };
}

/** Errors with which Kafka's ReplicaManager does not tell the log start offset. */
function hidesLogStart({ errorCode }: Refusal): boolean {
  return errorCode === errorCodes.MESSAGE_TOO_LARGE || errorCode === errorCodes.CORRUPT_MESSAGE;
}

function rulesOf({ configuration }: Topic, place: string, nowMs: number): BatchRules {
  const isCompacted = configuration.list('cleanup.policy').includes('compact');
  return {
    maxBytes: configuration.number('max.message.bytes'),
    keyedFor: isCompacted ? place : undefined,
    timestampBeforeMaxMs: configuration.number('message.timestamp.before.max.ms'),
    timestampAfterMaxMs: configuration.number('message.timestamp.after.max.ms'),
    isStamped: configuration.text('message.timestamp.type') === 'LogAppendTime',
    nowMs,
  };
}
