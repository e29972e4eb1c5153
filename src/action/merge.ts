import { mergeAction } from './merge-action.ts';
import { runStep } from './run-step.ts';

/** What `uses: flowproof/merge` runs. */
await runStep(mergeAction);
