/** A command of a step that the runner executed, like `::error file=a.yaml,line=3::text`. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What the runner makes of a step's standard output. */
export interface RunnerLog {
  /** What people read: without commands, secrets masked. */
  readonly log: string;
  readonly commands: readonly RunnerCommand[];
}

const COMMAND = /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/;

/**
 * Reads a step's output as the runner does: commands are executed unless they are stopped, texts that were masked show
 * as `***` from then on.
 * @see https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs
 */
export function readRunnerLog(stdout: string): RunnerLog {
  const commands: RunnerCommand[] = [];
  const masks: string[] = [];
  const shown: string[] = [];
  let stopToken: string | undefined;
  for (const line of stdout.split('\n')) {
    const [, name = '', properties = '', data = ''] = COMMAND.exec(line) ?? [];
    if (name === '' || (stopToken !== undefined && name !== stopToken)) {
      shown.push(masks.reduce((text, mask) => text.replaceAll(mask, '***'), line));
      continue;
    }
    const command = { name, properties: readProperties(properties), message: unescapeData(data) };
    if (name === stopToken) stopToken = undefined;
    else if (name === 'stop-commands') stopToken = command.message;
    else if (name === 'add-mask') masks.push(command.message, ...command.message.split('\n').filter(Boolean));
    commands.push(command);
  }
  return { log: shown.join('\n'), commands };
}

function readProperties(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const value = unescapeData(
        pair
          .slice(at + 1)
          .replaceAll('%3A', ':')
          .replaceAll('%2C', ','),
      );
      return [pair.slice(0, at).trim(), value];
    }),
  );
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
