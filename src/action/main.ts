import { keepYoungHeapSmall } from '../base/young-heap.ts';

/** What `uses: flowproof` runs. */
keepYoungHeapSmall();
process.noDeprecation = true; // Of libraries inside: nothing that a user could mend.
const [{ runAction }, { runStep }] = await Promise.all([import('./run-action.ts'), import('./run-step.ts')]);
await runStep(runAction);
