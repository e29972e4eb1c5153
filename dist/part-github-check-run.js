import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  findingsOf,
  reporters
} from "./part-reporters-page-timeline.js";
import {
  commentOnPull,
  explainGithubError,
  openRepository
} from "./part-reporters-comment-render-comment.js";
import {
  ANNOTATIONS_PER_REQUEST,
  ANNOTATION_CHARACTERS,
  ANNOTATION_LIMITS,
  CHECK_TEXT_CHARACTERS,
  linkFrom,
  outputsOf
} from "./part-github-outputs.js";
import {
  renderMessage,
  verdictSentence
} from "./part-reporters-wording.js";
import {
  renderHarmless
} from "./part-base-display-width.js";
import {
  fitInto
} from "./part-base-shorten.js";
import {
  describeError
} from "./part-base-errors.js";
import {
  renderCount
} from "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/action/publish.ts
import { resolve } from "node:path";

// src/github/check-run.ts
var CONCLUSIONS = {
  passed: "success",
  failed: "failure",
  error: "failure",
  cancelled: "cancelled"
};
var MAX_TITLE_CHARACTERS = 255;
async function createCheckRun(client, check) {
  const { owner, repo, commit, name, status, title, findings, fileOf } = check;
  const annotations = findings.flatMap((finding) => annotationOf(finding, fileOf));
  const placeless = findings.filter((finding) => annotationOf(finding, fileOf).length === 0);
  const output = {
    title: fitInto(renderHarmless(title), MAX_TITLE_CHARACTERS),
    summary: renderText(placeless, annotations.length)
  };
  const [first = [], ...rest] = chunks(annotations, ANNOTATIONS_PER_REQUEST);
  const { data } = await client.rest.checks.create({
    owner,
    repo,
    name,
    head_sha: commit,
    status: "completed",
    conclusion: CONCLUSIONS[status],
    output: { ...output, annotations: first }
  });
  for (const more of rest) {
    const id = { owner, repo, check_run_id: data.id };
    await client.rest.checks.update({ ...id, output: { ...output, annotations: more } });
  }
}
__name(createCheckRun, "createCheckRun");
function annotationOf({ title, span, lines }, fileOf) {
  const path = span && fileOf(span.file);
  if (!span || path === void 0) return [];
  const columns = { start_column: span.column, end_column: span.endColumn };
  return [
    {
      path,
      start_line: span.line,
      end_line: span.endLine,
      ...span.endLine === span.line ? columns : {},
      // GitHub refuses columns over several lines
      annotation_level: "failure",
      title: fitInto(renderHarmless(title), MAX_TITLE_CHARACTERS),
      message: renderMessage(lines, ANNOTATION_CHARACTERS)
    }
  ];
}
__name(annotationOf, "annotationOf");
function renderText(findings, annotated) {
  const texts = findings.map(
    ({ title, lines }) => [title, ...lines].map((line) => `    ${renderHarmless(line)}`).join("\n")
  );
  const count = `${renderCount(annotated, "place")} marked in the scenario files.`;
  return fitInto([count, ...texts].join("\n\n"), CHECK_TEXT_CHARACTERS);
}
__name(renderText, "renderText");
function chunks(items, size) {
  return Array.from(
    { length: Math.ceil(items.length / size) },
    (_, index) => items.slice(index * size, (index + 1) * size)
  );
}
__name(chunks, "chunks");

// src/action/mark-in-check-run.ts
async function markInCheckRun(result, { env, inputs, step, cwd, job }) {
  const give = /* @__PURE__ */ __name((why) => {
    step.warn(`flowproof made no check run: ${why}`);
    return false;
  }, "give");
  const repository = await openRepository(env, inputs["github-token"]);
  if (typeof repository === "string") return give(repository);
  try {
    await createCheckRun(repository.client, {
      ...repository,
      name: `flowproof: ${job}`,
      status: result.status,
      title: verdictSentence(result),
      findings: findingsOf(result),
      fileOf: /* @__PURE__ */ __name((file) => step.fileInRepository(file, cwd), "fileOf")
    });
    return true;
  } catch (cause) {
    return give(explainGithubError(cause, "checks: write"));
  }
}
__name(markInCheckRun, "markInCheckRun");

// src/action/publish.ts
async function publish(result, publication) {
  const { inputs, step } = publication;
  const told = new Set(step.readState(TOLD)?.split(","));
  const attempt = /* @__PURE__ */ __name(async (what, action) => {
    if (told.has(what)) return;
    try {
      await action();
    } catch (cause) {
      step.warn(`flowproof could not write the ${what}: ${describeError(cause)}`);
    }
    step.saveState(TOLD, [...told.add(what)].join(","));
  }, "attempt");
  if (inputs.summary && step.summaryRoom > 0) await attempt("summary", () => summarize(result, publication));
  await attempt(
    "outputs",
    () => step.setOutputs({ ...outputsOf(result), ...reportPaths(publication.reportDirectory) })
  );
  if (inputs.annotations !== "false") await attempt("annotations", () => annotate(result, publication));
  await attempt("comment", async () => {
    const url = await commentOnPull(result, publication);
    if (url !== void 0) step.setOutputs({ "comment-url": url });
  });
}
__name(publish, "publish");
var TOLD = "told";
function reportPaths(directory) {
  return {
    "report-json": resolve(directory, reporters.json.file),
    junit: resolve(directory, reporters.junit.file),
    html: resolve(directory, reporters.html.file)
  };
}
__name(reportPaths, "reportPaths");
function summarize(result, { inputs, step, cwd }) {
  const options = { maxBytes: step.summaryRoom, linkOf: linkFrom(step, cwd), diagrams: inputs.diagrams };
  reporters.summary.start({ write: step.appendSummary }, options).end?.(result);
}
__name(summarize, "summarize");
async function annotate(result, publication) {
  const { inputs, step, stdout, cwd } = publication;
  if (inputs.annotations === "check-run" && await markInCheckRun(result, publication)) return;
  const fileOf = /* @__PURE__ */ __name((file) => step.fileInRepository(file, cwd), "fileOf");
  reporters.annotations.start(stdout, { ...ANNOTATION_LIMITS, fileOf }).end?.(result);
}
__name(annotate, "annotate");

export {
  publish
};
