/** A command as the operating system starts it. */
export interface CommandLine {
  readonly file: string;
  readonly args: readonly string[];
}

/** What a shell would do more with than split it: pipes, variables, globs, substitution, tests, assignments before the program. */
const NEEDS_SHELL = /[|&;<>()$`\\*?[\]{}~#!\n]|^\s*\w+=/;
const WORD = /(?:[^\s'"]|'[^']*'|"[^"]*")+/g;
const QUOTED = /'([^']*)'|"([^"]*)"/g;

/**
 * Splits a command into program and arguments where that is all it takes, quotes included; else hands its text to
 * `/bin/sh`. Without a shell in between, signals reach the program itself.
 */
export function parseCommand(text: string): CommandLine {
  const unquoted = text.replaceAll(/'[^']*'/g, '').replaceAll(/"[^"$`\\!]*"/g, '');
  const [file, ...args] = (text.match(WORD) ?? []).map((word) => word.replaceAll(QUOTED, '$1$2'));
  const isPlain = file !== undefined && !NEEDS_SHELL.test(unquoted) && !/['"]/.test(unquoted);
  return isPlain ? { file, args } : { file: '/bin/sh', args: ['-c', text] };
}
