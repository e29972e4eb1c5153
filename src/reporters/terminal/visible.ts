import { renderHarmless } from '../../base/harmless-text.ts';

/**
 * Any text as one line that a terminal and a build log show and never obey: control characters become their pictures (`␛`, `␊`), and what
 * a GitHub runner would take for a command is broken by a backslash (`::error::` where a line begins, `##[error]`
 * anywhere).
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs for both forms
 */
export function visible(text: string): string {
  return renderHarmless(text)
    .replace(/^(\s*)::/, '$1\\::')
    .replaceAll('##[', '##\\[');
}
