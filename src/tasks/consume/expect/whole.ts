import { CheckTally } from '../../check-tally.ts';
import type { Condition } from '../../condition/condition.ts';
import type { TaskContext } from '../../define-task.ts';
import { RecordCollection } from '../../record-collection.ts';
import type { Expectation } from './expectation.ts';

/** `expect.checks`: conditions over `.records`, `.table` and `.count`, judged once, when the task ends. */
export function expectWhole(conditions: readonly Condition[], context: TaskContext): Expectation {
  const collection = new RecordCollection();
  return {
    async offer(records) {
      for (const record of records) collection.add(record);
    },
    async outcomes() {
      const tally = new CheckTally(conditions, (index) =>
        context.spanOf(['consume', 'expect', 'checks', index]),
      );
      await tally.add(context.expressionContexts([collection.view()]), context);
      return tally.outcomes();
    },
  };
}
