import type { TaskContext } from '../../define-task.ts';
import type { ConsumeSpec } from '../spec.ts';
import type { Expectation } from './expectation.ts';
import { expectLatency } from './latency.ts';
import { expectOrdered } from './ordered.ts';
import { expectSequence } from './sequence.ts';
import { expectUnique } from './unique.ts';
import { expectWhole } from './whole.ts';

/** What a consume task expects of the whole, but for the count, which its window judges. */
export function openExpectations({ expect = {} }: ConsumeSpec, context: TaskContext): readonly Expectation[] {
  const { unique, ordered, sequence, latency, checks } = expect;
  return [
    unique && expectUnique(unique, context),
    ordered && expectOrdered(ordered, context),
    sequence && expectSequence(sequence, context),
    latency && expectLatency(latency, context),
    checks && expectWhole(checks, context),
  ].filter((one) => one !== undefined);
}
