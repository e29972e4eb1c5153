import type { Json, JsonObject } from '../model/json.ts';
import { type JqToken, scanJq } from './jq-tokens.ts';
import { isRandomName, type RandomName, randomNames, randomOf } from './random.ts';

/** A program whose uses of `.random` are told apart. */
export interface RandomUses {
  /** The program to run. */
  readonly program: string;
  /** The fields that its `.random` has, in the order in which they are drawn. */
  readonly fields: readonly { readonly field: string; readonly name: RandomName }[];
}

/**
 * Each use of `.random.uuid` is a new value: the second one in a program reads a field of its own, where `.random` has
 * it. undefined for a program that does not speak of `.random`.
 */
export function findRandomUses(program: string): RandomUses | undefined {
  if (!program.includes('random')) return undefined;
  const tokens = [...scanJq(program)];
  const fields: { field: string; name: RandomName }[] = [];
  let isOpen = false;
  let rewritten = '';
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const name = nameAfter(tokens, index);
    const before = tokens[index - 1];
    isOpen ||= token.text.includes('random') && (name === undefined || before?.kind === 'variable');
    if (name === undefined || isContinued(before)) continue;
    const count = fields.filter((one) => one.name === name).length;
    const field = count === 0 ? name : `${name}#${count + 1}`;
    fields.push({ field, name });
    if (count === 0) continue;
    const end = token.start + token.text.length + name.length + 1;
    rewritten += `${program.slice(at, token.start)}${readField(field, name)}`;
    at = end;
  }
  const others = isOpen ? randomNames.filter((name) => !fields.some((one) => one.name === name)) : [];
  return {
    program: rewritten + program.slice(at),
    fields: [...fields, ...others.map((name) => ({ field: name, name }))],
  };
}

/** Reads a field of `.random`; of something else that is called so, what the program says. */
function readField(field: string, name: string): string {
  return `(.random | if type == "object" and has("${field}") then .["${field}"] else .${name} end)`;
}

/** The `uuid` of a `.random` that is directly followed by `.uuid`. */
function nameAfter(tokens: readonly JqToken[], index: number): RandomName | undefined {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const name = token?.text === '.random' && next?.kind === 'field' ? next.text.slice(1) : '';
  return isRandomName(name) ? name : undefined;
}

/** Does a path go on after this token, so that what follows is a field of something else? */
function isContinued(before: JqToken | undefined): boolean {
  return (
    before !== undefined &&
    (before.kind === 'field' ||
      before.kind === 'variable' ||
      before.kind === 'word' ||
      /^[\])}?".]$/.test(before.text))
  );
}

/** The input with its `.random`, drawn for these uses; as it is when it has no stream. */
export function drawRandom(input: Json, { fields }: RandomUses): Json {
  const random = randomOf(input);
  if (!random) return input;
  const values = Object.fromEntries(fields.map(({ field, name }) => [field, random.draw(name)]));
  return { ...(input as JsonObject), random: values }; // a context, as it has a stream
}
