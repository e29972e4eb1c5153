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

/**
 * Characters of a comment; a longer one is refused (422).
 * @see https://docs.github.com/en/rest/issues/comments
 */
export const COMMENT_CHARACTERS = 65_536;

/** Comments of one page at most. @see https://docs.github.com/en/rest/issues/comments#list-issue-comments */
export const COMMENTS_PER_PAGE = 100;

/**
 * Annotations that one request may add to a check run; more are refused (422).
 * @see https://docs.github.com/en/rest/checks/runs#create-a-check-run
 */
export const ANNOTATIONS_PER_REQUEST = 50;

/** Characters of a check run's text. @see https://docs.github.com/en/rest/checks/runs#create-a-check-run */
export const CHECK_TEXT_CHARACTERS = 65_535;
