import type { CheckOutcome } from '../../../model/check-outcome.ts';
import type { JsonObject } from '../../../model/json.ts';

/** One thing that is expected of all matching records together. Keeps what it needs of them, and no more. */
export interface Expectation {
  /** Matching records, in order of arrival; `latencyMs` is in them where it is known. */
  offer(records: readonly JsonObject[]): Promise<void>;
  /** Has all that it waits for come? Absent: it does not know what is still to come. */
  isComplete?(): boolean;
  outcomes(): Promise<readonly CheckOutcome[]> | readonly CheckOutcome[];
}

/** `topic[partition]@offset` of a record. */
export function placeOf({ topic, partition, offset }: JsonObject): string {
  return `${String(topic)}[${String(partition)}]@${String(offset)}`;
}

/** The same for a check's outcome. */
export function recordOf({ topic, partition, offset }: JsonObject): NonNullable<CheckOutcome['record']> {
  return { topic: String(topic), partition: Number(partition), offset: offset as number | bigint }; // a record has these
}
