import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  explainGithubError,
  openRepository,
  readEvent,
  workflowRunEvent,
  writeComment
} from "./part-reporters-comment-render-comment.js";
import {
  mergeRuns
} from "./part-model-merge-runs.js";
import "./part-reporters-markup-scenario-section.js";
import {
  pullCommentInputs,
  readBaseline,
  readInputs
} from "./part-github-read-inputs.js";
import {
  runStep
} from "./part-github-step.js";
import "./part-action-tell-failure.js";
import "./part-base-code-frame.js";
import "./part-github-outputs.js";
import {
  parseReport
} from "./part-load-read-report.js";
import "./part-model-run-result.js";
import "./part-reporters-wording.js";
import "./part-base-display-width.js";
import "./part-model-scenario-list.js";
import "./part-base-source-span.js";
import "./part-model-run-event.js";
import "./part-model-status.js";
import "./part-model-record.js";
import "./part-zod.js";
import "./part-base-shorten.js";
import "./part-model-json.js";
import {
  FlowproofError,
  UsageError
} from "./part-base-errors.js";
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/action/comment-action.ts
import { resolve } from "node:path";

// src/github/read-zip.ts
import { inflateRawSync } from "node:zlib";
var ZipError = class extends Error {
  static {
    __name(this, "ZipError");
  }
};
var END = 101010256;
var CENTRAL = 33639248;
var LOCAL = 67324752;
var END_BYTES = 22;
var MAX_COMMENT_BYTES = 65535;
var STORED = 0;
var DEFLATED = 8;
function readZip(zip, isWanted, limits) {
  try {
    const files = /* @__PURE__ */ new Map();
    for (const entry of readEntries(zip, limits)) {
      if (isWanted(entry.name)) files.set(entry.name, unpack(zip, entry, limits));
    }
    return files;
  } catch (cause) {
    if (cause instanceof ZipError) throw cause;
    throw new ZipError("the archive is damaged, or a file in it is too large", { cause });
  }
}
__name(readZip, "readZip");
function readEntries(zip, { maxEntries }) {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > maxEntries) throw new ZipError(`${count} files in the archive, at most ${maxEntries} are read`);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new ZipError("the archive is damaged");
    const nameBytes = zip.readUInt16LE(at + 28);
    const entry = {
      name: zip.toString("utf8", at + 46, at + 46 + nameBytes),
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42)
    };
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return entry;
  });
}
__name(readEntries, "readEntries");
function findEnd(zip) {
  const first = Math.max(zip.length - END_BYTES - MAX_COMMENT_BYTES, 0);
  for (let at = zip.length - END_BYTES; at >= first; at--) if (zip.readUInt32LE(at) === END) return at;
  throw new ZipError("this is no zip archive");
}
__name(findEnd, "findEnd");
function unpack(zip, { at, method, packedBytes }, { maxBytes }) {
  if (zip.readUInt32LE(at) !== LOCAL) throw new ZipError("the archive is damaged");
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(start, start + packedBytes);
  if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: maxBytes });
  if (method === STORED && packed.length <= maxBytes) return packed;
  throw new ZipError("a file in the archive is too large, or packed in a way that GitHub does not use");
}
__name(unpack, "unpack");

// src/github/run-artifacts.ts
var MAX_ARTIFACTS = 300;
var MAX_PACKED_BYTES = 32 * 1024 * 1024;
var LIMITS = { maxEntries: 1e4, maxBytes: 64 * 1024 * 1024 };
async function readRunArtifacts({ owner, repo, client }, { run, artifact, file }) {
  const all = await client.paginate(client.rest.actions.listWorkflowRunArtifacts, {
    owner,
    repo,
    run_id: run.id,
    per_page: 100
  });
  const wanted = all.filter(({ name, expired }) => !expired && isNamed(name, artifact)).slice(0, MAX_ARTIFACTS);
  const texts = [];
  for (const { id, size_in_bytes: size } of wanted) {
    if (size > MAX_PACKED_BYTES) continue;
    const { data } = await client.rest.actions.downloadArtifact({
      owner,
      repo,
      artifact_id: id,
      archive_format: "zip"
    });
    const zip = Buffer.from(data);
    const files = readZip(zip, (name) => name.split("/").at(-1) === file, LIMITS);
    texts.push(...Array.from(files.values(), (bytes) => bytes.toString("utf8")));
  }
  return texts;
}
__name(readRunArtifacts, "readRunArtifacts");
function isNamed(name, pattern) {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
__name(isNamed, "isNamed");
async function findPullOfRun({ owner, repo, client }, { head_sha: commit, head_branch: branch, head_repository: head }) {
  const ofCommit = await client.paginate(client.rest.repos.listPullRequestsAssociatedWithCommit, {
    owner,
    repo,
    commit_sha: commit
  });
  const ofBranch = await client.paginate(client.rest.pulls.list, {
    owner,
    repo,
    state: "open",
    head: `${head.owner.login}:${branch}`
  });
  const found = [...ofCommit, ...ofBranch].find((pull) => pull.state === "open" && pull.head.sha === commit);
  return found?.number;
}
__name(findPullOfRun, "findPullOfRun");

// src/action/comment-action.ts
async function commentAction({ env, step }) {
  const inputs = readInputs(pullCommentInputs, env);
  const run = runOf(readEvent(env.GITHUB_EVENT_PATH));
  if (inputs.comment === "never" || !run.event.startsWith("pull_request")) return 0;
  const repository = await openRepository(env, inputs["github-token"]);
  if (typeof repository === "string") return giveUp(step, repository);
  try {
    const pull = await findPullOfRun(repository, run);
    if (pull === void 0)
      return giveUp(step, `no open pull request has ${run.head_sha} as its head any more`);
    const result = await readResult(repository, run, inputs.artifact);
    if (!result) return giveUp(step, `the run has no artifact "${inputs.artifact}" with a report.json in it`);
    const url = await writeComment(besideConclusion(result, run), {
      repository,
      pull,
      inputs,
      step,
      workflow: run.name,
      origin: {
        job: run.name,
        runId: run.id,
        commit: run.head_sha,
        url: run.html_url,
        linkOf: /* @__PURE__ */ __name((file, line) => step.linkTo(file, line, run.head_sha), "linkOf"),
        baseline: readBaseline(inputs.baseline, {
          cwd: resolve(step.workspace, inputs["working-directory"]),
          step
        })
      }
    });
    if (url !== void 0) step.setOutputs({ "comment-url": url });
    return 0;
  } catch (cause) {
    const why = cause instanceof FlowproofError ? cause.message : explainGithubError(cause, "actions: read");
    return giveUp(step, why);
  }
}
__name(commentAction, "commentAction");
function giveUp(step, why) {
  step.warn(`flowproof wrote no comment: ${why}`);
  return 0;
}
__name(giveUp, "giveUp");
function runOf(event) {
  const { data } = workflowRunEvent.safeParse(event);
  if (data) return data.workflow_run;
  throw new UsageError("USAGE_BAD_VALUE", "the comment action works for the event workflow_run only", {
    hint: 'write "on: { workflow_run: { workflows: [ci], types: [completed] } }" in its workflow'
  });
}
__name(runOf, "runOf");
function besideConclusion(result, { conclusion }) {
  if (result.status !== "passed" || !conclusion || conclusion === "success") return result;
  return { ...result, message: `the workflow run itself ended with "${conclusion}"` };
}
__name(besideConclusion, "besideConclusion");
async function readResult(repository, run, artifact) {
  const texts = await readRunArtifacts(repository, { run, artifact, file: "report.json" });
  const [first, ...rest] = texts.map((text) => parseReport(text, "report.json"));
  return first && mergeRuns([first, ...rest]);
}
__name(readResult, "readResult");

// src/action/comment.ts
await runStep(commentAction);
