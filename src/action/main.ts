import { runAction } from './run-action.ts';
import { runStep } from './run-step.ts';

/** What `uses: flowproof` runs. */
await runStep(runAction);
