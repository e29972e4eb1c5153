import { type Html, pre } from './markup/html.ts';

/** More lines than anyone reads of problems in files. */
const MAX_LINES = 200;

/** The job summary of a run that never began. @param problems as the log shows them */
export function renderFailureSummary(problems: string): Html {
  const lines = problems.trimEnd().split('\n');
  const rest = lines.length - MAX_LINES;
  const shown = rest > 0 ? [...lines.slice(0, MAX_LINES), `${rest} more lines are in the log`] : lines;
  return `<h2>⚠️ flowproof: nothing was run</h2>\n\n${pre(shown)}\n`;
}
