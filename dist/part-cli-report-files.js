import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  tryWrite
} from "./part-cli-try-write.js";
import {
  reporters
} from "./part-reporters-page-timeline.js";
import {
  describeError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/cli/report-files.ts
import { createWriteStream, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
var { json, ndjson, summary, annotations, junit, ctrf, html } = reporters;
var USUAL = [ndjson, junit, ctrf, html].map(({ name }) => name);
function chosen({ names = USUAL }) {
  const others = [ndjson, summary, annotations, junit, ctrf, html];
  return [json, ...others.filter(({ name }) => names.includes(name))];
}
__name(chosen, "chosen");
function reportToOpen(choice = {}) {
  return chosen(choice).find((kind) => kind === html)?.file ?? json.file;
}
__name(reportToOpen, "reportToOpen");
function optionsOf({ diagrams }) {
  return diagrams === void 0 ? {} : { diagrams };
}
__name(optionsOf, "optionsOf");
function writeFinalReports(result, directory, choice = {}) {
  tryWrite(directory, () => mkdirSync(directory, { recursive: true }));
  for (const kind of chosen(choice)) {
    if (kind === ndjson) continue;
    const pieces = [];
    kind.start({ write: /* @__PURE__ */ __name((piece) => void pieces.push(piece), "write") }, optionsOf(choice)).end?.(result);
    const path = join(directory, kind.file);
    tryWrite(path, () => writeFileSync(path, pieces.join("")));
  }
}
__name(writeFinalReports, "writeFinalReports");
function openReportFiles(directory, warn, choice = {}) {
  tryWrite(directory, () => {
    mkdirSync(directory, { recursive: true });
    rmSync(join(directory, "logs"), { recursive: true, force: true });
  });
  const streams = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ __name((file) => {
    const known = streams.get(file) ?? openStream(join(directory, file), warn);
    streams.set(file, known);
    return known;
  }, "open");
  const files = chosen(choice).map((kind) => kind.start(open(kind.file), optionsOf(choice)));
  return {
    reporters: [...files, serviceLogs(directory, open)],
    reportPath: join(directory, reportToOpen(choice)),
    async [Symbol.asyncDispose]() {
      await Promise.allSettled([...streams.values()].map((stream) => finished(stream.end())));
    }
  };
}
__name(openReportFiles, "openReportFiles");
function openStream(path, warn) {
  const fd = tryWrite(path, () => openSync(path, "w"));
  return createWriteStream(path, { fd }).on(
    "error",
    (cause) => warn(`the report "${path}" is not whole: ${describeError(cause)}`)
  );
}
__name(openStream, "openStream");
function serviceLogs(directory, open) {
  const write = /* @__PURE__ */ __name((name, { atMs, line }, stream = "") => {
    mkdirSync(join(directory, "logs"), { recursive: true });
    const file = `${name.replaceAll(/[^\w.-]/g, "_")}.log`;
    open(join("logs", file)).write(`${atMs.toFixed(1).padStart(10)} ${stream}${line}
`);
  }, "write");
  const unsaved = /* @__PURE__ */ new Set();
  return {
    name: "service logs",
    on(event) {
      if (event.type === "service-started" && event.savesLog === false) unsaved.add(event.service);
      if (event.type === "service-logged" && !unsaved.has(event.service))
        write(event.service, event, `${event.stream} `);
      else if (event.type === "kafka-logged") write(event.cluster, event);
    }
  };
}
__name(serviceLogs, "serviceLogs");

export {
  reportToOpen,
  writeFinalReports,
  openReportFiles
};
