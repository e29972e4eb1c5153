import type { YAMLError } from 'yaml';
import { ScenarioError } from '../base/errors.ts';
import { type SourceText, spanOfRange } from './source-text.ts';

/** A syntax error of the YAML library in our words, with what to do about it. */
export function yamlProblem(source: SourceText, fault: YAMLError): ScenarioError {
  const span = spanOfRange(source, fault.pos);
  const [sentence = ''] = fault.message.split('\n');
  const rest = restOfLine(source, fault.pos[0]);
  const rule = RULES.find(
    ({ code, says, at }) => code === fault.code && (says?.test(sentence) ?? true) && (at?.test(rest) ?? true),
  );
  const captured = rule?.says?.exec(sentence)?.[1] ?? rule?.at?.exec(rest)?.[1] ?? '';
  const [what = lowerFirst(sentence), hint = CHECK_AROUND] = [rule?.what, rule?.hint].map((text) =>
    text?.replaceAll('$1', () => captured),
  );
  const isTemplate = TEMPLATE_IN_FLOW.test(lineOf(source, span.line));
  const code = fault.code === 'TAG_RESOLVE_FAILED' ? 'YAML_UNSUPPORTED' : 'YAML_SYNTAX';
  return new ScenarioError(code, what, { span, hint: isTemplate ? QUOTE_TEMPLATE : hint });
}

/** An unquoted template inside `{…}` or `[…]`, where its braces count as the map's own. */
const TEMPLATE_IN_FLOW = /[[{,](?:[^"'\n]*?\s)?\$\{\{/;
const QUOTE_TEMPLATE = 'inside { } and [ ] put "${{ … }}" in quotes';

const CHECK_AROUND = 'look at the indentation, brackets and quotes here and on the line before';
const ALIGN = 'indent it, with spaces, as far as the entries it belongs to';
const QUOTE = 'put the text in quotes';

/** `$1` in sentence and hint is what `says`, or else `at`, captured. Without `what`: the library's sentence in lower case. */
interface Rule {
  readonly code: YAMLError['code'];
  /** What the library's message must look like. */
  readonly says?: RegExp;
  /** What the line must look like from the place of the error on. */
  readonly at?: RegExp;
  readonly what?: string;
  readonly hint?: string;
}

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  { code: 'TAB_AS_INDENT', what: 'a tab is used as indentation', hint: 'indent with spaces' },
  { code: 'BAD_INDENT', says: /^Flow .* end with a (.)$/, what: 'missing "$1"', hint: 'close it with $1' },
  { code: 'BAD_INDENT', hint: ALIGN },
  { code: 'MISSING_CHAR', says: /^Flow .* end with a (.)$/, what: 'missing "$1"', hint: 'close it with $1' },
  {
    code: 'MISSING_CHAR',
    says: /^Missing closing (.)quote$/,
    what: 'missing closing $1',
    hint: 'end the text with $1',
  },
  {
    code: 'MISSING_CHAR',
    says: /^Implicit map keys/,
    what: 'a key without a value',
    hint: 'write a colon and a space after the key',
  },
  {
    code: 'BAD_SCALAR_START',
    says: /^Plain value cannot start with (?:\D+ )?(.)$/,
    what: 'a text cannot begin with "$1"',
    hint: QUOTE,
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    says: /^Nested mappings/,
    at: /:(?:\s|$)/,
    what: 'a second "key: value" on one line',
    hint: 'put text that holds ": " in quotes, or the inner map on lines of its own',
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    says: /^Nested mappings/,
    what: 'a map begins inside a text',
    hint: 'the next line is indented too far, or this one has a value too many',
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    at: /^[^\s:]+:[^\s:]/,
    what: 'a colon without a space is part of the text',
    hint: 'write a space after the colon',
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    at: /^\s*$/,
    what: 'a key must be on one line',
    hint: 'is there a comma missing at the end of the line?',
  },
  { code: 'MULTILINE_IMPLICIT_KEY', what: 'a key must be on one line' },
  { code: 'BAD_DQ_ESCAPE', hint: 'write \\\\ for a backslash, or use single quotes' },
  { code: 'BLOCK_IN_FLOW', hint: 'inside { } and [ ] use { } and [ ] again, not indented lines' },
  { code: 'KEY_OVER_1024_CHARS', what: 'a key of more than 1024 characters' },
  {
    code: 'TAG_RESOLVE_FAILED',
    says: /^Unresolved tag: (?:tag:yaml.org,2002:)?(.*)$/,
    what: 'the tag "$1" is not supported',
    hint: 'remove the tag',
  },
  {
    code: 'TAG_RESOLVE_FAILED',
    says: /no number|too large|too long/,
    hint: 'if it is meant as text, put it in quotes',
  },
  { code: 'TAG_RESOLVE_FAILED', hint: 'remove the tag' },
  { code: 'BAD_COLLECTION_TYPE', hint: 'remove the tag' },
  { code: 'BAD_DIRECTIVE', hint: 'remove the line' },
  { code: 'BAD_ALIAS', hint: 'put text that begins with & or * in quotes' },
  {
    code: 'UNEXPECTED_TOKEN',
    says: /block-seq-ind on same line/,
    what: 'a list item on the line of its key',
    hint: 'begin the list on a new line',
  },
  { code: 'UNEXPECTED_TOKEN', says: /scalar .*node end/, what: 'more text after the end of a value' },
  { code: 'UNEXPECTED_TOKEN', at: /^([[\]{},:?-])/, what: 'unexpected "$1"' },
  { code: 'UNEXPECTED_TOKEN', what: 'unexpected text' },
];

function lineOf(source: SourceText, line: number): string {
  return source.text.slice(source.lineStarts[line - 1], source.lineStarts[line]);
}

function restOfLine(source: SourceText, at: number): string {
  const end = source.text.indexOf('\n', at);
  return source.text.slice(at, end === -1 ? undefined : end);
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
