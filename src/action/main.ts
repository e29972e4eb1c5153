import { keepYoungHeapSmall } from '../base/young-heap.ts';
import { runAction } from './run-action.ts';
import { runStep } from './run-step.ts';

keepYoungHeapSmall();
/** What `uses: flowproof` runs. */
await runStep(runAction);
