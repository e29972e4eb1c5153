import { postAction } from './post-action.ts';
import { runStep } from './run-step.ts';

/** What runs when all steps of the job have ended, also when the job was cancelled. */
await runStep(postAction);
