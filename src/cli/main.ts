import { readFileSync } from 'node:fs';
import { nearest } from '../base/did-you-mean.ts';
import { UsageError } from '../base/errors.ts';
import { version } from '../version.ts';
import { renderOptions } from './arguments.ts';
import { broker } from './broker.ts';
import type { Command, Terminal } from './command.ts';
import { explainFailure } from './fail.ts';
import { init } from './init.ts';
import { merge } from './merge.ts';
import { run } from './run.ts';
import { schema } from './schema.ts';
import { tail } from './tail.ts';
import { validate } from './validate.ts';

const commands: readonly Command[] = [run, validate, init, broker, tail, merge, schema];

const INTERRUPTED = 130;
const OUTPUT_LOST = 3;

/** The command line: reads the arguments, runs one command, sets the exit code. */
async function main(): Promise<void> {
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () =>
      interrupted.signal.aborted ? process.exit(INTERRUPTED) : interrupted.abort(`interrupted by ${name}`),
    );
  }
  const { env, stdout, stderr } = process;
  stdout.once('error', loseOutput).on('error', ignore);
  stderr.on('error', ignore);
  try {
    process.exitCode = await dispatch(process.argv.slice(2), {
      cwd: process.cwd(),
      env,
      stdout,
      stderr,
      signal: interrupted.signal,
    });
  } catch (cause) {
    const { text, exitCode } = explainFailure(cause, readIfThere);
    stderr.write(text);
    process.exitCode = exitCode;
  }
}

/** Whoever reads the output may stop before its end, as `| head` does: the work goes on, without saying more. */
function loseOutput(cause: NodeJS.ErrnoException): void {
  if (cause.code === 'EPIPE') return;
  process.stderr.write(`cannot write the output: ${cause.message}\n`);
  process.on('exit', () => {
    process.exitCode ||= OUTPUT_LOST;
  });
}

/** What comes after the first error of stdout has nothing to add; an error of stderr has nowhere to be told. */
function ignore(): void {}

async function dispatch([name, ...args]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help')
    return print(terminal, renderHelp());
  if (name === '--version' || name === '-v') return print(terminal, `${version}\n`);
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const near = nearest(
      name,
      commands.map((one) => one.name),
    );
    throw new UsageError('USAGE_UNKNOWN_COMMAND', `unknown command "${name}"`, {
      hint:
        near === undefined
          ? `one of: ${commands.map((one) => one.name).join(', ')}`
          : `did you mean "flowproof ${near}"?`,
    });
  }
  if (args.includes('--help') || args.includes('-h')) return print(terminal, renderCommandHelp(command));
  return command.run(args, terminal);
}

function print({ stdout }: Terminal, text: string): number {
  stdout.write(text);
  return 0;
}

function renderHelp(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const rows = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `flowproof ${version}: proves event flows on Kafka\n\nUsage: flowproof <command> [options]\n\n${rows.join('\n')}\n\nflowproof <command> --help tells more.\n`;
}

function renderCommandHelp({ name, operands, summary, options }: Command): string {
  const table = Object.keys(options).length > 0 ? `\n\n${renderOptions(options)}` : '';
  return `flowproof ${name}: ${summary}\n\nUsage: flowproof ${name} ${operands}${table}\n`;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

await main();
