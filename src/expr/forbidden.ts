import { type JqToken, scanJq } from './jq-tokens.ts';

/** What would let a program read something else than its context, or end the evaluation of other records. */
const FORBIDDEN = new Set([
  'input',
  'inputs',
  'halt',
  'halt_error',
  'import',
  'include',
  'modulemeta',
  'get_search_list',
  'env',
  '$ENV',
  'input_filename',
  'input_line_number',
  'debug',
  'stderr',
]);

/** The first word of a jq program that is not allowed; field names (`.env`), keys (`{env: 1}`) and text are. */
export function forbiddenWord(program: string): string | undefined {
  const tokens = [...scanJq(program)].filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const found = tokens.find(
    (token, index) =>
      (token.kind === 'word' || token.kind === 'variable') &&
      FORBIDDEN.has(token.text) &&
      !isKey(token, tokens[index - 1], tokens[index + 1]),
  );
  return found?.text;
}

/** `{env: 1}` and `{env}`, which is short for `{env: .env}`; but `{$ENV}` reads the environment. */
function isKey(token: JqToken, before: JqToken | undefined, after: JqToken | undefined): boolean {
  return (
    token.kind === 'word' &&
    token.inside.at(-1) === '{' &&
    (before?.text === '{' || before?.text === ',') &&
    (after?.text === ':' || after?.text === ',' || after?.text === '}')
  );
}
