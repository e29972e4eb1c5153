import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  icon
} from "./part-reporters-markup-scenario-section.js";
import {
  COMMENTS_PER_PAGE,
  COMMENT_CHARACTERS,
  linkFrom
} from "./part-github-outputs.js";
import {
  byImportance,
  code,
  cut,
  list,
  needsAttention,
  renderLength,
  scenarioTitle,
  table,
  text
} from "./part-reporters-wording.js";
import {
  runStatus,
  scenarioStatus
} from "./part-model-status.js";
import {
  external_exports
} from "./part-zod.js";
import {
  describeError
} from "./part-base-errors.js";
import {
  renderCount
} from "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/github/comment-marker.ts
function commentMarker(workflow, key) {
  const [name, part] = [workflow, key].map((text2) => encodeURIComponent(text2).replaceAll("-", "%2D"));
  return `<!-- flowproof-comment ${name}/${part} -->`;
}
__name(commentMarker, "commentMarker");

// src/github/client.ts
import { setTimeout as sleep } from "node:timers/promises";
var PATIENCE = { timeoutMs: 1e4, maxWaitMs: 6e4, pauseMs: 1e3 };
var ATTEMPTS = 4;
async function createGithubClient({ token, apiUrl }, patience = {}) {
  const { getOctokit: connect } = await import("./part-actions-github.js");
  const client = connect(token, { baseUrl: apiUrl, log: SILENT });
  const limits = { ...PATIENCE, ...patience };
  client.hook.wrap("request", async (request, options) => {
    for (let attempt = 1; ; attempt++) {
      try {
        options.request = { ...options.request, signal: AbortSignal.timeout(limits.timeoutMs) };
        return await request(options);
      } catch (cause) {
        const pauseMs = pauseAfter(cause, { attempt, isRepeatable: options.method !== "POST", ...limits });
        if (pauseMs === void 0 || attempt === ATTEMPTS) throw cause;
        await sleep(pauseMs);
      }
    }
  });
  return client;
}
__name(createGithubClient, "createGithubClient");
var SILENT = { debug() {
}, info() {
}, warn() {
}, error() {
} };
function isGithubError(cause) {
  return cause instanceof Error && "status" in cause && typeof cause.status === "number";
}
__name(isGithubError, "isGithubError");
function pauseAfter(cause, { attempt, isRepeatable, maxWaitMs, pauseMs }) {
  if (!isGithubError(cause)) return void 0;
  const { status, response } = cause;
  const backOffMs = pauseMs * 2 ** (attempt - 1);
  if (isRateLimit(cause)) {
    const seconds = Number(response?.headers["retry-after"]);
    const waitMs = Number.isFinite(seconds) ? seconds * 1e3 : backOffMs;
    return waitMs <= maxWaitMs ? waitMs : void 0;
  }
  return status >= 500 && isRepeatable ? backOffMs : void 0;
}
__name(pauseAfter, "pauseAfter");
function isRateLimit({ status, message, response }) {
  if (status === 429) return true;
  return status === 403 && (response?.headers["retry-after"] !== void 0 || /rate limit/i.test(message));
}
__name(isRateLimit, "isRateLimit");

// src/github/explain-error.ts
function explainGithubError(cause, permission) {
  if (!isGithubError(cause)) return describeError(cause);
  const { status, message, response } = cause;
  if (!response) return `GitHub could not be reached: ${message}`;
  if (isRateLimit(cause)) return "GitHub asks to wait longer than a step can (rate limit)";
  if (status === 401) return 'the token is not valid: give the input "github-token" one that is';
  if (status === 403) {
    return `the token may not do that: give the job "permissions: ${permission}"; on pull requests of forks and of Dependabot no token may, use the comment action in a workflow_run there`;
  }
  if (status === 404)
    return `not found with this token: it may lack "permissions: ${permission}", or the repository`;
  if (status >= 500) return `GitHub has a problem of its own (${status})`;
  return `GitHub refused it (${status}): ${message}`;
}
__name(explainGithubError, "explainGithubError");

// src/github/sticky-comment.ts
import { setTimeout as sleep2 } from "node:timers/promises";
var ATTEMPTS2 = 5;
var PAUSE_MS = 300;
async function putStickyComment(client, place, compose) {
  for (let attempt = 1; ; attempt++) {
    const [before] = await findComments(client, place);
    const { body, proof } = compose(before?.body);
    const url = await write(client, place, { before, body });
    if (body === void 0 || attempt === ATTEMPTS2) return url;
    const [now, ...others] = await findComments(client, place);
    if (now?.body.includes(proof) && others.length === 0) return now.url;
    const ours = others.find((comment) => comment.url === url);
    if (ours) await remove(client, place, ours);
    await sleep2(PAUSE_MS * attempt * (1 + Math.random()));
  }
}
__name(putStickyComment, "putStickyComment");
async function findComments(client, { owner, repo, pull, marker }) {
  const all = await client.paginate(client.rest.issues.listComments, {
    owner,
    repo,
    issue_number: pull,
    per_page: COMMENTS_PER_PAGE
  });
  const marked = all.filter(({ body }) => body?.includes(marker));
  const viewer = marked.some(({ user }) => user?.type !== "Bot") ? await readViewer(client) : void 0;
  return marked.filter(({ user }) => user?.type === "Bot" || viewer !== void 0 && user?.login === viewer).map(({ id, body = "", html_url: url }) => ({ id, body, url }));
}
__name(findComments, "findComments");
async function readViewer(client) {
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch {
    return void 0;
  }
}
__name(readViewer, "readViewer");
async function write(client, place, { before, body }) {
  const { owner, repo, pull } = place;
  if (body === void 0) {
    if (before) await remove(client, place, before);
    return void 0;
  }
  if (before?.body === body) return before.url;
  const { data } = before ? await client.rest.issues.updateComment({ owner, repo, comment_id: before.id, body }) : await client.rest.issues.createComment({ owner, repo, issue_number: pull, body });
  return data.html_url;
}
__name(write, "write");
async function remove(client, { owner, repo }, { id }) {
  await client.rest.issues.deleteComment({ owner, repo, comment_id: id });
}
__name(remove, "remove");

// src/model/compare-runs.ts
var titles = external_exports.array(external_exports.string());
var runComparison = external_exports.object({
  newFailures: titles.describe("fail now, and did not before"),
  fixed: titles.describe("failed before, and pass now"),
  newlyFlaky: titles,
  slower: external_exports.array(
    external_exports.object({ scenario: external_exports.string(), task: external_exports.string(), beforeMs: external_exports.number(), afterMs: external_exports.number() })
  )
});
var GROWTH_MS = 20;
var GROWTH_FACTOR = 1.5;
function compareRuns(before, after) {
  const earlier = new Map(before.scenarios.map((scenario) => [identity(scenario), scenario]));
  const pairs = after.scenarios.map((now) => ({ now, was: earlier.get(identity(now)) }));
  const named = /* @__PURE__ */ __name((condition) => pairs.filter(({ now, was }) => condition(now, was)).map(({ now }) => identity(now)), "named");
  return {
    newFailures: named((now, was) => isBad(now) && !(was && isBad(was))),
    fixed: named((now, was) => now.status === "passed" && was !== void 0 && isBad(was)),
    newlyFlaky: named((now, was) => now.status === "flaky" && was?.status !== "flaky"),
    slower: pairs.flatMap(({ now, was }) => was ? slowerTasks(was, now) : [])
  };
}
__name(compareRuns, "compareRuns");
function slowerTasks(was, now) {
  return now.tasks.flatMap((task) => {
    const beforeMs = was.tasks.find(({ id }) => id === task.id)?.latencyMs?.p95;
    const afterMs = task.latencyMs?.p95;
    if (beforeMs === void 0 || afterMs === void 0) return [];
    const hasGrown = afterMs - beforeMs >= GROWTH_MS && afterMs >= beforeMs * GROWTH_FACTOR;
    return hasGrown ? [{ scenario: identity(now), task: task.name, beforeMs, afterMs }] : [];
  });
}
__name(slowerTasks, "slowerTasks");
function identity({ suite, name, iteration }) {
  return `${suite} › ${name}${iteration > 0 ? ` (iteration ${iteration + 1})` : ""}`;
}
__name(identity, "identity");
function isBad({ status }) {
  return status === "failed" || status === "error";
}
__name(isBad, "isBad");

// src/reporters/comment/part.ts
var count = external_exports.number().int().min(0);
var commentPart = external_exports.object({
  job: external_exports.string().describe("the job, with its matrix values or its shard"),
  runId: count.describe("of the workflow; a later run has a higher one"),
  commit: external_exports.string().describe("its first characters"),
  url: external_exports.string().optional().describe("the workflow run's page"),
  status: runStatus,
  message: external_exports.string().optional(),
  counts: external_exports.partialRecord(external_exports.enum(["total", "passed", "failed", "errors", "flaky", "skipped", "cancelled"]), count).describe("without the zeros"),
  durationMs: external_exports.number(),
  failures: external_exports.array(
    external_exports.object({
      title: external_exports.string(),
      status: scenarioStatus,
      place: external_exports.string(),
      link: external_exports.string().optional(),
      message: external_exports.string(),
      cause: external_exports.string().optional()
    })
  ),
  comparison: runComparison.optional()
});
var MAX_FAILURES = 25;
var MAX_COMPARED = 10;
var MAX_CHARACTERS = 300;
var MAX_JOB_CHARACTERS = 60;
function commentPartOf(result, origin) {
  const { linkOf, baseline, job, runId, commit, url } = origin;
  const bad = byImportance(result.scenarios).filter(needsAttention).slice(0, MAX_FAILURES);
  return {
    job: cut(job, MAX_JOB_CHARACTERS),
    runId,
    commit: commit.slice(0, 12),
    ...url === void 0 ? {} : { url },
    status: result.status,
    ...result.message === void 0 ? {} : { message: short(result.message) },
    counts: Object.fromEntries(Object.entries(result.counts).filter(([, count2]) => count2 > 0)),
    durationMs: result.durationMs,
    failures: bad.map((scenario) => failureOf(scenario, linkOf)),
    ...baseline ? { comparison: comparisonWith(baseline, result) } : {}
  };
}
__name(commentPartOf, "commentPartOf");
function failureOf(scenario, linkOf) {
  const { file, line, status, message, diagnosis } = scenario;
  const link = linkOf(file, line);
  return {
    title: short(scenarioTitle(scenario)),
    status,
    place: short(`${file}:${line}`),
    ...link === void 0 ? {} : { link },
    message: short(message ?? status),
    ...diagnosis ? { cause: short(diagnosis.cause) } : {}
  };
}
__name(failureOf, "failureOf");
function comparisonWith(baseline, result) {
  const { newFailures, fixed, newlyFlaky, slower } = compareRuns(baseline, result);
  const first = /* @__PURE__ */ __name((titles2) => titles2.slice(0, MAX_COMPARED).map(short), "first");
  return {
    newFailures: first(newFailures),
    fixed: first(fixed),
    newlyFlaky: first(newlyFlaky),
    slower: slower.toSorted((a, b) => b.afterMs - b.beforeMs - (a.afterMs - a.beforeMs)).slice(0, MAX_COMPARED).map(({ scenario, task, ...times }) => ({ scenario: short(scenario), task: short(task), ...times }))
  };
}
__name(comparisonWith, "comparisonWith");
function short(text2) {
  return cut(text2, MAX_CHARACTERS);
}
__name(short, "short");
var PART = /^<!-- flowproof-part (\{.*\}) -->$/gm;
function hidePart(part) {
  const json = JSON.stringify(part).replace(
    /[<>-]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
  return `<!-- flowproof-part ${json} -->`;
}
__name(hidePart, "hidePart");
function readParts(body) {
  return [...body.matchAll(PART)].flatMap(([, json = ""]) => {
    try {
      return commentPart.safeParse(JSON.parse(json)).data ?? [];
    } catch {
      return [];
    }
  });
}
__name(readParts, "readParts");

// src/reporters/comment/render-comment.ts
var ORDER = ["error", "failed", "cancelled", "passed"];
var MAX_OPEN = 5;
var STEPS = [25, 15, 8, 4, 2, 1, 0];
function renderComment(parts, options) {
  const sorted = parts.toSorted((a, b) => a.job < b.job ? -1 : 1);
  for (const keep of STEPS) {
    const body = renderBody(
      sorted.map((part) => ({ ...part, failures: part.failures.slice(0, keep) })),
      options
    );
    if (body.length <= options.maxCharacters) return body;
  }
  return renderCounts(sorted, options);
}
__name(renderComment, "renderComment");
function worstStatus(parts) {
  return ORDER.find((status) => parts.some((part) => part.status === status)) ?? "passed";
}
__name(worstStatus, "worstStatus");
function renderBody(parts, options) {
  const blocks = [
    renderHead(parts, options),
    ...parts.length > 1 ? [renderJobs(parts)] : [],
    ...parts.flatMap((part) => renderPart(part, parts.length > 1)),
    renderFoot(parts),
    parts.map(hidePart).join("\n")
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}
`;
}
__name(renderBody, "renderBody");
function renderCounts(parts, options) {
  const bare = parts.map(
    ({ job, runId, commit, status, counts }) => hidePart({ job, runId, commit, status, counts, durationMs: 0, failures: [] })
  );
  return `${[renderHead(parts, options), renderFoot(parts), bare.join("\n")].join("\n\n")}
`;
}
__name(renderCounts, "renderCounts");
function renderHead(parts, { marker, title }) {
  const sum = /* @__PURE__ */ __name((name) => parts.reduce((total, { counts: counts2 }) => total + (counts2[name] ?? 0), 0), "sum");
  const status = worstStatus(parts);
  const said = [
    [sum("errors"), sum("errors") === 1 ? "error" : "errors"],
    [sum("failed"), "failed"],
    [sum("cancelled"), "cancelled"],
    [sum("skipped"), "skipped"],
    [sum("flaky"), "flaky"],
    [sum("passed"), "passed"]
  ];
  const counts = said.filter(([count2]) => count2 > 0).map(([count2, word]) => `${count2} ${word}`);
  const all = renderCount(sum("total"), "scenario");
  return `${marker}

<h3>${icon(status)} ${text(title)}: ${[all, ...counts].join(" · ")}</h3>`;
}
__name(renderHead, "renderHead");
function renderJobs(parts) {
  const rows = parts.map(({ job, status, counts, durationMs }) => [
    icon(status),
    text(job),
    String(counts.total ?? 0),
    String(notPassed(counts)),
    renderLength(durationMs)
  ]);
  return table(["", "Job", "Scenarios", "Not passed", "Duration"], rows);
}
__name(renderJobs, "renderJobs");
function notPassed({ failed = 0, errors = 0 }) {
  return failed + errors;
}
__name(notPassed, "notPassed");
function renderPart(part, isNamed) {
  const { failures, counts, comparison, message } = part;
  const more = notPassed(counts) - failures.length;
  const items = [
    ...failures.map(renderFailure),
    ...more > 0 ? [`<i>and ${more} more; the summary of the run has them</i>`] : []
  ];
  const folded = items.splice(MAX_OPEN);
  const name = isNamed && (items.length > 0 || message !== void 0) ? [`<p><b>${text(part.job)}</b></p>`] : [];
  return [
    [...name, ...message === void 0 ? [] : [`<p>${text(message)}</p>`], list(items), renderMore(folded)].filter(Boolean).join("\n"),
    ...comparison ? [renderComparison(comparison)] : []
  ];
}
__name(renderPart, "renderPart");
function renderMore(items) {
  if (items.length === 0) return "";
  return `<details><summary>More that did not pass</summary>
${list(items)}
</details>`;
}
__name(renderMore, "renderMore");
function renderFailure({
  title,
  status,
  place,
  link,
  message,
  cause
}) {
  const where = link === void 0 ? code(place) : `<a href="${encodeURI(link).replaceAll("&", "&amp;")}">${code(place)}</a>`;
  const why = cause === void 0 ? "" : `<br>${text(cause)}`;
  return `${icon(status)} <b>${text(title)}</b> ${where}<br>${text(message)}${why}`;
}
__name(renderFailure, "renderFailure");
function renderComparison({
  newFailures,
  fixed,
  newlyFlaky,
  slower
}) {
  const items = [
    ...newFailures.map((title) => `new failure: ${text(title)}`),
    ...fixed.map((title) => `fixed: ${text(title)}`),
    ...newlyFlaky.map((title) => `newly flaky: ${text(title)}`),
    ...slower.map(
      ({ scenario, task, beforeMs, afterMs }) => `slower: ${text(scenario)}, ${text(task)}: p95 ${renderLength(beforeMs)} → ${renderLength(afterMs)}`
    )
  ];
  const body = items.length > 0 ? list(items) : "<p>no difference</p>";
  return `<p><b>Compared with the base branch</b></p>
${body}`;
}
__name(renderComparison, "renderComparison");
function renderFoot(parts) {
  const [first] = parts;
  if (!first) return "";
  const page = first.url === void 0 ? "" : ` · <a href="${encodeURI(first.url)}">summary, log and reports</a>`;
  return `<p><sub>for ${text(first.commit)}${page}</sub></p>`;
}
__name(renderFoot, "renderFoot");

// src/reporters/comment/compose-comment.ts
function composeComment(before, part, options) {
  const others = readParts(before ?? "").filter(({ job }) => job !== part.job);
  const isOutdated = others.some(({ runId }) => runId > part.runId);
  if (before !== void 0 && isOutdated) return { body: before, proof: options.marker };
  const parts = [...others.filter(({ runId }) => runId === part.runId), part];
  const isWanted = options.when === "always" || isWorthIt(worstStatus(parts), before);
  const body = isWanted ? renderComment(parts, options) : void 0;
  return { body, proof: proofOf(body, part) };
}
__name(composeComment, "composeComment");
function isWorthIt(status, before) {
  return status === "failed" || status === "error" || status === "cancelled" && before !== void 0;
}
__name(isWorthIt, "isWorthIt");
function proofOf(body, { job }) {
  const kept = readParts(body ?? "").find((part) => part.job === job);
  return kept ? hidePart(kept) : "";
}
__name(proofOf, "proofOf");

// src/github/event.ts
import { readFileSync } from "node:fs";
var pullRequestEvent = external_exports.object({
  pull_request: external_exports.object({ number: external_exports.int().positive(), head: external_exports.object({ sha: external_exports.string() }) })
});
var workflowRunEvent = external_exports.object({
  workflow_run: external_exports.object({
    id: external_exports.int().positive(),
    name: external_exports.string(),
    event: external_exports.string(),
    conclusion: external_exports.string().nullish(),
    head_sha: external_exports.string().regex(/^[0-9a-f]{40}$/),
    head_branch: external_exports.string(),
    head_repository: external_exports.object({ owner: external_exports.object({ login: external_exports.string() }) }),
    html_url: external_exports.url()
  })
});
function readEvent(path) {
  try {
    return path === void 0 ? void 0 : JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return void 0;
  }
}
__name(readEvent, "readEvent");
function pullRequestOf(event) {
  const { data } = pullRequestEvent.safeParse(event);
  return data && { number: data.pull_request.number, headSha: data.pull_request.head.sha };
}
__name(pullRequestOf, "pullRequestOf");

// src/action/repository.ts
async function openRepository(env, token) {
  const [owner, repo] = env.GITHUB_REPOSITORY?.split("/") ?? [];
  if (!owner || !repo) return "this is no job of GitHub Actions (GITHUB_REPOSITORY is not set)";
  if (token === void 0) return 'there is no token: give the input "github-token"';
  const apiUrl = env.GITHUB_API_URL ?? "https://api.github.com";
  const pull = pullRequestOf(readEvent(env.GITHUB_EVENT_PATH));
  const client = await createGithubClient({ token, apiUrl });
  return { owner, repo, client, commit: pull?.headSha ?? env.GITHUB_SHA ?? "", pull };
}
__name(openRepository, "openRepository");

// src/action/comment-on-pull.ts
async function commentOnPull(result, publication) {
  const { env, inputs, step, cwd, job, baseline } = publication;
  if (inputs.comment === "never") return void 0;
  const repository = await openRepository(env, inputs["github-token"]);
  const pull = typeof repository === "string" ? void 0 : repository.pull;
  if (typeof repository === "string" || !pull) {
    const isMissed = inputs.comment === "always" || env.GITHUB_EVENT_NAME?.startsWith("pull_request");
    const why = typeof repository === "string" ? repository : "the workflow does not run for a pull request";
    if (isMissed) step.warn(`flowproof wrote no comment: ${why}`);
    return void 0;
  }
  return await writeComment(result, {
    repository,
    pull: pull.number,
    inputs,
    step,
    workflow: env.GITHUB_WORKFLOW ?? "flowproof",
    origin: {
      job,
      runId: Number(env.GITHUB_RUN_ID) || 0,
      commit: repository.commit,
      url: step.runUrl,
      linkOf: linkFrom(step, cwd),
      baseline
    }
  });
}
__name(commentOnPull, "commentOnPull");
async function writeComment(result, target) {
  const { inputs, step, workflow, repository, pull, origin } = target;
  const { comment: when, "comment-key": key } = inputs;
  const marker = commentMarker(workflow, key);
  const options = {
    marker,
    title: key === "" ? workflow : `${workflow} · ${key}`,
    maxCharacters: COMMENT_CHARACTERS,
    when: when === "on-failure" ? when : "always"
  };
  const part = commentPartOf(result, origin);
  const { client, owner, repo } = repository;
  try {
    return await putStickyComment(
      client,
      { owner, repo, pull, marker },
      (before) => composeComment(before, part, options)
    );
  } catch (cause) {
    step.warn(`flowproof wrote no comment: ${explainGithubError(cause, "pull-requests: write")}`);
    return void 0;
  }
}
__name(writeComment, "writeComment");

export {
  explainGithubError,
  workflowRunEvent,
  readEvent,
  openRepository,
  commentOnPull,
  writeComment
};
