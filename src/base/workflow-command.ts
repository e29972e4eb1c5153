/** What a command may say beside its message. Undefined ones are left out. */
export type WorkflowCommandProperties = Readonly<Record<string, string | number | undefined>>;

/**
 * One line, without its end, that a GitHub runner executes when a step prints it, like `::error file=a.yaml,line=3::text`.
 * Line ends in it are escaped; the runner decodes them.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function renderWorkflowCommand(
  name: string,
  properties: WorkflowCommandProperties,
  message: string,
): string {
  const pairs = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${[name, pairs.join(',')].filter((part) => part !== '').join(' ')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
