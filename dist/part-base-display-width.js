import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/display-width.ts
var graphemes;
var PLAIN = /^[\x20-\x7e]*$/;
var EMOJI = new RegExp("\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\ufe0f|\\p{Regional_Indicator}{2}|\\ufe0f\\u20e3", "u");
var WIDE = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
var HALF_WIDTH = /^[\uff61-\uffdc]/;
var NOTHING = /^[\p{Mark}\u200c\u200d]+$/u;
function splitCells(line) {
  if (PLAIN.test(line)) return Array.from(line, (text, at) => ({ text, width: 1, at }));
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(graphemes.segment(line), ({ segment, index }) => ({
    text: segment,
    width: cellWidth(segment),
    at: index
  }));
}
__name(splitCells, "splitCells");
function displayWidth(line) {
  return splitCells(line).reduce((sum, cell) => sum + cell.width, 0);
}
__name(displayWidth, "displayWidth");
function cellWidth(grapheme) {
  if (NOTHING.test(grapheme)) return 0;
  const isWide = EMOJI.test(grapheme) || WIDE.test(grapheme) && !HALF_WIDTH.test(grapheme);
  return isWide ? 2 : 1;
}
__name(cellWidth, "cellWidth");

// src/base/harmless-text.ts
var HARMFUL = new RegExp("[\\p{Cc}\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff\\u{e0000}-\\u{e007f}]|\\p{Surrogate}", "gu");
function renderHarmless(text) {
  return text.replaceAll(HARMFUL, (character) => {
    const code = character.charCodeAt(0);
    if (code < 32) return String.fromCharCode(9216 + code);
    return code === 127 ? "␡" : "�";
  });
}
__name(renderHarmless, "renderHarmless");

export {
  splitCells,
  displayWidth,
  renderHarmless
};
