import type { CheckOutcome } from '../../model/check-outcome.ts';
import type { ConsumeFacts } from '../../model/run-event.ts';
import type { OpenWatches } from '../../tasks/consume/open-watches.ts';
import type { SeenRecords } from '../../tasks/define-task.ts';
import type { ScenarioTask } from '../../tasks/scenario.ts';
import type { ScenarioState } from '../scenario-state.ts';
import type { Group } from './look-up.ts';

/** What the facts are made of. */
export interface Sources {
  readonly task: ScenarioTask;
  readonly state: ScenarioState;
  readonly open: OpenWatches;
  /** Consumer groups right after the verdict, before the grace period. */
  readonly groups: readonly Group[] | undefined;
}

/** Of a failed consume task: what it counted, and what it saw. */
export interface ConsumeOutcome {
  readonly consume: ConsumeFacts;
  readonly seen: SeenRecords;
  /** When the task could end, and failed by a check. */
  readonly failedCheck: CheckOutcome | undefined;
}
