import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/did-you-mean.ts
var LONGEST = 64;
function nearest(word, candidates) {
  const wanted = fold(word);
  if (wanted.length < 2 || wanted.length > LONGEST) return void 0;
  let best;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const longer = Math.max(wanted.length, folded.length);
    const limit = Math.min(bestDistance - 1, Math.max(1, Math.floor(longer / 3)));
    if (longer - Math.min(wanted.length, folded.length) > limit) continue;
    const distance = editDistance(wanted, folded);
    if (distance > limit) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}
__name(nearest, "nearest");
function editsBetween(one, other) {
  return editDistance(fold(one), fold(other));
}
__name(editsBetween, "editsBetween");
function didYouMean(word, candidates) {
  const found = nearest(word, candidates);
  return found === void 0 ? void 0 : `did you mean "${found}"?`;
}
__name(didYouMean, "didYouMean");
function fold(word) {
  return word.toLowerCase().replaceAll(/[-_]/g, "");
}
__name(fold, "fold");
function editDistance(a, b) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = isSwap ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, change, swap));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}
__name(editDistance, "editDistance");
function at(row, index) {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
__name(at, "at");

export {
  nearest,
  editsBetween,
  didYouMean
};
