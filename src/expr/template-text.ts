import { Script } from 'node:vm';
import { scanJq } from './jq-tokens.ts';
import { Program } from './program.ts';

/** What a scalar with expressions is made of: text as it is, and programs. */
export type TemplatePart = string | Program;

const START = /\$?\$\{\{/g;
const JAVASCRIPT = /^\s*js:/;

/** Does this text hold `${{`, be it only the literal `$${{`? */
export function isTemplate(text: string): boolean {
  return text.includes('${{');
}

/**
 * Cuts the text of a scalar at its expressions: `id-${{ .index }}` is `['id-', Program]`. Never fails: an expression
 * that is not right has a `fault`, or is one that no engine reads, so that whoever knows the place can say so.
 */
export function cutTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let plain = '';
  let at = 0;
  for (const match of text.matchAll(START)) {
    if (match.index < at) continue;
    plain += text.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0] === '$${{') {
      plain += '${{';
      continue;
    }
    if (plain !== '') parts.push(plain);
    plain = '';
    const end = endOfExpression(text, at);
    parts.push(readExpression(text, { start: match.index, bodyStart: at, end }));
    at = end === undefined ? text.length : end + 2;
  }
  plain += text.slice(at);
  return plain === '' ? parts : [...parts, plain];
}

/** Where the `}}` of the expression is whose body begins here. */
function endOfExpression(text: string, start: number): number | undefined {
  return JAVASCRIPT.test(text.slice(start)) ? endOfJavaScript(text, start) : endOfJq(text, start);
}

/** The first `}}` whose braces close nothing that the program has opened; those in its strings are text. */
function endOfJq(text: string, start: number): number | undefined {
  for (const token of scanJq(text, start)) {
    const isFree = token.inside.at(-1) !== '{' && !token.inside.includes('"');
    if (token.text === '}' && isFree && text[token.start + 1] === '}') return token.start;
  }
  return undefined;
}

/** The first `}}` with an expression before it; without any, the first, whose program then has the error. */
function endOfJavaScript(text: string, start: number): number | undefined {
  const bodyStart = text.indexOf(':', start) + 1;
  for (let end = text.indexOf('}}', start); end !== -1; end = text.indexOf('}}', end + 1)) {
    if (scriptError(text.slice(bodyStart, end)) === undefined) return end;
  }
  const first = text.indexOf('}}', start);
  return first === -1 ? undefined : first;
}

/** Why a text is no JavaScript expression. It is compiled, never run. */
export function scriptError(text: string): string | undefined {
  try {
    new Script(`(\n${text}\n)`);
    new Script(`[\n${text}\n]`); // `1) + (2` is right only inside of parentheses
    return undefined;
  } catch (cause) {
    return (cause as SyntaxError).message; // what `Script` throws
  }
}

interface Place {
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number | undefined;
}

function readExpression(text: string, { start, bodyStart, end }: Place): Program {
  const body = text.slice(bodyStart, end);
  const source = text.slice(start, end === undefined ? undefined : end + 2);
  const prefix = JAVASCRIPT.exec(body)?.[0] ?? '';
  const language = prefix === '' ? 'jq' : 'js';
  const program = body.slice(prefix.length);
  const lead = program.length - program.trimStart().length;
  return new Program({
    language,
    text: program.trim(),
    source,
    start: bodyStart + prefix.length + lead,
    fault: faultOf(program, end),
  });
}

function faultOf(program: string, end: number | undefined): string | undefined {
  if (end === undefined) return 'an expression without its end "}}"';
  return program.trim() === '' ? 'an expression without a program' : undefined;
}
