import * as library from '@platformatic/kafka';
import { type ErrorCode, RunError } from '../base/errors.ts';

/** Kafka's name of an error code of the protocol, such as `NOT_LEADER_OR_FOLLOWER`. */
export function errorName(code: number): string {
  return (library.protocolErrorsCodesById as Readonly<Record<number, string>>)[code] ?? `error ${code}`;
}

/** Errors after which the same call may work a moment later, perhaps at another broker. */
const PASSING = new Set([
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_OR_FOLLOWER',
  'REQUEST_TIMED_OUT',
  'REPLICA_NOT_AVAILABLE',
  'NETWORK_EXCEPTION',
  'COORDINATOR_LOAD_IN_PROGRESS',
  'COORDINATOR_NOT_AVAILABLE',
  'NOT_COORDINATOR',
  'NOT_ENOUGH_REPLICAS',
  'NOT_ENOUGH_REPLICAS_AFTER_APPEND',
  'NOT_CONTROLLER',
  'CONCURRENT_TRANSACTIONS',
  'KAFKA_STORAGE_ERROR',
  'FENCED_LEADER_EPOCH',
  'UNKNOWN_LEADER_EPOCH',
  'OFFSET_NOT_AVAILABLE',
  'UNKNOWN_TOPIC_ID',
  'INCONSISTENT_TOPIC_ID',
  'THROTTLING_QUOTA_EXCEEDED',
  'FETCH_SESSION_ID_NOT_FOUND',
  'INVALID_FETCH_SESSION_EPOCH',
]);

/** Whether the same call may work a moment later. */
export function isPassing(code: number): boolean {
  return PASSING.has(errorName(code));
}

const CODES: Readonly<Record<string, { readonly code: ErrorCode; readonly hint?: string }>> = {
  TOPIC_AUTHORIZATION_FAILED: {
    code: 'KAFKA_DENIED',
    hint: 'give this user the right in the ACLs of the topic',
  },
  GROUP_AUTHORIZATION_FAILED: {
    code: 'KAFKA_DENIED',
    hint: 'give this user the right to describe the group',
  },
  CLUSTER_AUTHORIZATION_FAILED: {
    code: 'KAFKA_DENIED',
    hint: 'give this user the right in the ACLs of the cluster',
  },
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED: {
    code: 'KAFKA_DENIED',
    hint: 'give this user the right to write with transactional ids that begin with "flowproof-"',
  },
  UNKNOWN_TOPIC_OR_PARTITION: { code: 'KAFKA_UNKNOWN_TOPIC' },
  INVALID_TOPIC_EXCEPTION: {
    code: 'KAFKA_UNKNOWN_TOPIC',
    hint: 'names are up to 249 letters, digits, ".", "_" and "-"',
  },
  MESSAGE_TOO_LARGE: {
    code: 'KAFKA_RECORD_TOO_LARGE',
    hint: 'make the record smaller, or raise max.message.bytes of the topic',
  },
  RECORD_LIST_TOO_LARGE: {
    code: 'KAFKA_RECORD_TOO_LARGE',
    hint: 'make the record smaller, or raise max.message.bytes of the topic',
  },
  OFFSET_OUT_OF_RANGE: { code: 'KAFKA_OFFSET_OUT_OF_RANGE' },
};

/**
 * The error of the run for what a broker answered about something, as in `topic "orders": TOPIC_AUTHORIZATION_FAILED`.
 * One that may pass is KAFKA_TIMEOUT, as it is only thrown for good when time is up.
 *
 * @param said the broker's own words, if it sent any
 */
export function protocolError(subject: string, code: number, said?: string | null): RunError {
  const name = errorName(code);
  const known = CODES[name];
  return new RunError(
    isPassing(code) ? 'KAFKA_TIMEOUT' : (known?.code ?? 'KAFKA_PROTOCOL'),
    `${subject}: ${name}${said ? `, ${said}` : ''}`,
    { hint: known?.hint },
  );
}
