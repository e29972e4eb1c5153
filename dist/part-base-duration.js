import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/duration.ts
var DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;
var UNIT_MS = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
function parseDuration(value) {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? value : void 0;
  const [, amount, unit] = DURATION.exec(value) ?? [];
  return amount && unit ? Number(amount) * (UNIT_MS[unit] ?? Number.NaN) : void 0;
}
__name(parseDuration, "parseDuration");
function renderDuration(ms) {
  const unit = ["d", "h", "m", "s"].find((name) => ms > 0 && ms % (UNIT_MS[name] ?? 1) === 0) ?? "ms";
  return `${ms / (UNIT_MS[unit] ?? 1)}${unit}`;
}
__name(renderDuration, "renderDuration");
function roundMs(ms) {
  return Math.round(ms * 10) / 10;
}
__name(roundMs, "roundMs");

export {
  parseDuration,
  renderDuration,
  roundMs
};
