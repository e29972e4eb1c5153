import { spawn } from 'node:child_process';
import { describeError, RunError } from '../../base/errors.ts';
import { splitLines } from '../services/lines.ts';
import { dockerError } from './docker-error.ts';

/** A compose project, and how its commands are run. */
export interface ComposeRun {
  readonly service: string;
  readonly project: string;
  /** Absolute; the later override the earlier. */
  readonly files: readonly string[];
  readonly cwd: string;
  /** Fills the variables in the files. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** What compose tells of its progress. */
  readonly onLine: (line: string) => void;
}

const SHOWN_LINES = 20;

/** Runs one `docker compose` command to its end, and resolves with its standard output. @throws RunError DOCKER_* */
export async function runCompose(command: readonly string[], run: ComposeRun): Promise<string> {
  const files = run.files.flatMap((file) => ['--file', file]);
  const args = ['compose', '--project-name', run.project, '--progress', 'plain', ...files, ...command];
  const { code, stdout, lines } = await runDockerCommand(args, run);
  if (code === 0) return stdout;
  const last = lines.findLast((line) => line.trim() !== '') ?? `exit code ${code}`;
  if (
    /'compose' is not a docker command|unknown command: docker compose|unknown flag: --project-name/.test(
      lines.join('\n'),
    )
  ) {
    throw new RunError(
      'DOCKER_MISSING',
      `service "${run.service}" needs Docker Compose, which is not installed`,
      {
        hint: 'install the plugin "docker-compose-plugin"; `docker compose version` must answer',
      },
    );
  }
  const {
    code: kind,
    message,
    hint,
  } = dockerError(`service "${run.service}": \`docker compose ${command[0]}\` failed`, new Error(last));
  throw new RunError(kind, message, { hint, detail: lines.slice(-SHOWN_LINES) });
}

function runDockerCommand(
  args: readonly string[],
  { cwd, env, signal, onLine, service }: ComposeRun,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly lines: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn('docker', args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: string[] = [];
    let stdout = '';
    const progress = splitLines((line) => {
      lines.push(line);
      onLine(line);
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.on('data', (chunk: Buffer) => progress.write(chunk));
    child.on('error', (cause) =>
      reject(
        signal.aborted
          ? signal.reason
          : new RunError(
              'DOCKER_MISSING',
              `service "${service}" needs the program \`docker\`: ${describeError(cause)}`,
              {
                hint: 'install Docker with Docker Compose',
                cause,
              },
            ),
      ),
    );
    child.on('close', (code) => {
      progress.end();
      resolve({ code, stdout, lines });
    });
  });
}
