import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/formats/codec/unfit.ts
var Unfit = class extends Error {
  static {
    __name(this, "Unfit");
  }
  name = "Unfit";
  /** What to write instead. */
  hint;
  /** Of a schema's text: what is wrong, without its place, and where in the text. */
  fault;
  constructor(message, hint, fault) {
    super(message);
    this.hint = hint;
    this.fault = fault;
  }
};

export {
  Unfit
};
