import { commentAction } from './comment-action.ts';
import { runStep } from './run-step.ts';

/** What `uses: flowproof/comment` runs. */
await runStep(commentAction);
