import type { OperatorOutcome } from '../../checks/apply-operator.ts';
import type { Json, JsonObject } from '../../model/json.ts';

/** How one condition came out on one context. */
export interface Judgement {
  readonly passed: boolean;
  /** With its negation, for the report. */
  readonly operator: string;
  readonly expected?: Json | undefined;
  /** Absent when the path is missing. */
  readonly actual?: Json | undefined;
  /** One sentence with both sides, when it failed. */
  readonly message?: string | undefined;
  readonly difference?: OperatorOutcome['difference'];
}

/** What a condition is judged on. */
export interface Case {
  /** What its programs read: the context, or an element of a list. */
  readonly input: Json;
  /** What its templates read. */
  readonly context: JsonObject;
}
