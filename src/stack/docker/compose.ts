import { RunError } from '../../base/errors.ts';
import { type DockerCommand, failureOf, runDockerCommand } from './docker-command.ts';

/** A compose project, and how its commands are run. Its `env` fills the variables in the files. */
export interface ComposeRun extends Omit<DockerCommand, 'args' | 'needer' | 'onLine'> {
  readonly service: string;
  readonly project: string;
  /** Absolute; the later override the earlier. */
  readonly files: readonly string[];
  /** What compose tells of its progress. */
  readonly onProgress: (line: string) => void;
}

/** What the Docker client says when the plugin is not there: it takes the options for its own. */
const NO_COMPOSE =
  /'compose' is not a docker command|unknown command: docker compose|unknown flag: --project-name/;

/** Runs one `docker compose` command to its end, and resolves with its standard output. @throws RunError DOCKER_* */
export async function runCompose(command: readonly string[], run: ComposeRun): Promise<string> {
  const { service, project, files, onProgress } = run;
  const named = files.flatMap((file) => ['--file', file]);
  const needer = `service "${service}"`;
  const outcome = await runDockerCommand({
    ...run,
    needer,
    args: ['compose', '--project-name', project, '--progress', 'plain', ...named, ...command],
    onLine: (line, stream) => stream === 'stderr' && onProgress(line),
  });
  if (outcome.code === 0) return outcome.stdout;
  if (NO_COMPOSE.test(outcome.lastLines.join('\n'))) {
    throw new RunError('DOCKER_MISSING', `${needer} needs Docker Compose, which is not installed`, {
      hint: 'install the plugin "docker-compose-plugin"; `docker compose version` must answer',
    });
  }
  throw failureOf(`${needer}: \`docker compose ${command[0]}\` failed`, outcome);
}
