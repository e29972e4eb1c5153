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
  constructor(message, hint) {
    super(message);
    this.hint = hint;
  }
};

export {
  Unfit
};
