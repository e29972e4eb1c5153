import type { RecordView } from '../../model/record.ts';

/** Whether all conditions hold on one context; when not, how near it came. */
export interface MatchOutcome {
  readonly matched: boolean;
  /** How many of them hold. */
  readonly met: number;
  /** The first, as written, that does not. */
  readonly failed?: FailedCondition | undefined;
}

export interface FailedCondition {
  readonly name: string;
  /** One sentence with both sides, or jq's own words when it raised an error. */
  readonly message: string;
}

/** A record with how it compares with what a consume task waits for. */
export type Compared = MatchOutcome & { readonly record: RecordView };
