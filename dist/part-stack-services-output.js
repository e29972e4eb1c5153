import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  splitLines
} from "./part-stack-services-lines.js";
import {
  __name
} from "./part-shared.js";

// src/stack/services/output.ts
var KEPT_LINES = 20;
var ServiceOutput = class {
  static {
    __name(this, "ServiceOutput");
  }
  #onLine;
  #streams;
  #last = [];
  #listeners = /* @__PURE__ */ new Set();
  constructor(onLine) {
    this.#onLine = onLine;
    this.#streams = {
      stdout: splitLines((line) => this.addLine("stdout", line)),
      stderr: splitLines((line) => this.addLine("stderr", line))
    };
  }
  /** Oldest first, at most 20. */
  get lastLines() {
    return [...this.#last];
  }
  /** A line that is whole. */
  addLine(stream, line) {
    this.#last.push(line);
    if (this.#last.length > KEPT_LINES) this.#last.shift();
    this.#onLine(stream, line);
    this.#tell(line);
  }
  write(stream, chunk) {
    const splitter = this.#streams[stream];
    splitter.write(chunk);
    if (splitter.rest !== "") this.#tell(splitter.rest);
  }
  end(stream) {
    this.#streams[stream].end();
  }
  listen(listener) {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }
  #tell(text) {
    for (const listener of this.#listeners) listener(text);
  }
};

export {
  ServiceOutput
};
