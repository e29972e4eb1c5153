/**
 * What GitHub cuts or drops, as numbers. Reports get them as options and stay below.
 */

/**
 * Bytes of a step's job summary; over it the upload of the whole summary fails.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
export const SUMMARY_BYTES = 1024 * 1024;

/**
 * Errors that a step may show; the same for warnings and for notices. The first ones are kept.
 * @see https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
 */
export const ERRORS_PER_STEP = 10;

/**
 * Characters of an annotation's message; the rest is cut.
 * @see https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs `_maxIssueMessageLength`
 */
export const ANNOTATION_CHARACTERS = 4096;
