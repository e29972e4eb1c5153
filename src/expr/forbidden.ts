/** What would let a program read something else than its context, or end the evaluation of other records. */
const FORBIDDEN = new Set([
  'input',
  'inputs',
  'halt',
  'halt_error',
  'import',
  'include',
  'env',
  '$ENV',
  'input_filename',
  'debug',
  'stderr',
]);

/** Strings (with the programs inside `\( )`), comments, fields after a dot, `$names`, words, and anything else. */
const TOKEN = /"(?:\\[^(]|[^"\\])*|#[^\n]*|\.\s*[A-Za-z_]\w*|\$?[A-Za-z_]\w*(?:::\w+)*|[\s\S]/g;

/** The first word of a jq program that is not allowed; field names (`.env`), keys (`{env: 1}`) and text are. */
export function forbiddenWord(program: string): string | undefined {
  const tokens = stripStrings(program).match(TOKEN) ?? [];
  return tokens.find((token, index) => FORBIDDEN.has(token) && !isKey(tokens, index));
}

/** A key of an object: a word with a colon after it, and `{` or `,` before. */
function isKey(tokens: readonly string[], index: number): boolean {
  const after = tokens.slice(index + 1).find((token) => token.trim() !== '');
  const before = tokens.slice(0, index).findLast((token) => token.trim() !== '');
  return after === ':' && (before === '{' || before === ',');
}

/** The program with the text of its strings and comments blanked out; what stands in `\( )` stays, as it is a program. */
function stripStrings(program: string): string {
  let out = '';
  /** Depth of parentheses at which each open interpolation began; the string around it goes on after it. */
  const interpolations: number[] = [];
  let depth = 0;
  let inString = false;
  for (let at = 0; at < program.length; at++) {
    const character = program[at] ?? '';
    if (inString) {
      if (character === '\\') {
        at++;
        if (program[at] !== '(') continue;
        interpolations.push(depth++);
        inString = false;
        out += '(';
      } else if (character === '"') {
        inString = false;
        out += '"';
      }
      continue;
    }
    if (character === '#') {
      at = program.indexOf('\n', at) < 0 ? program.length : program.indexOf('\n', at);
      out += '\n';
      continue;
    }
    out += character;
    if (character === '"') inString = true;
    else if (character === '(') depth++;
    else if (character === ')' && interpolations.at(-1) === --depth) {
      interpolations.pop();
      inString = true;
    }
  }
  return out;
}
