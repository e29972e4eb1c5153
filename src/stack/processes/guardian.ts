import { type ChildProcess, spawn } from 'node:child_process';
import { MARKER_VARIABLE } from './process-table.ts';

/**
 * Reads process groups to end from its input, `add <group>` and `remove <group>`. When the input ends without `done`,
 * the tool is gone: SIGTERM for all of them and for every process with the marker ($1), a second later SIGKILL.
 */
const SCRIPT = `
trap '' HUP INT TERM
groups=
while read -r verb group; do
  case $verb in
    add) groups="$groups $group" ;;
    remove) rest=; for one in $groups; do [ "$one" = "$group" ] || rest="$rest $one"; done; groups=$rest ;;
    done) exit 0 ;;
  esac
done
end() {
  for group in $groups; do kill -s "$1" -- "-$group"; done
  for environ in $(grep -lsF "$marker" /proc/[0-9]*/environ); do
    pid=\${environ#/proc/}; kill -s "$1" "\${pid%/environ}"
  done
}
marker=$1
end TERM; end CONT; sleep 1; end KILL
`;

/**
 * A small process beside the tool that ends the services' processes if the tool dies without doing so, killed with
 * SIGKILL or by the kernel for want of memory. It knows of the tool's end as the pipe between them closes.
 */
export class Guardian implements AsyncDisposable {
  readonly #child: ChildProcess;

  /** @param marker beginning of the marker's value of all processes of this run */
  constructor(marker: string) {
    this.#child = spawn('/bin/sh', ['-c', SCRIPT, 'flowproof-guardian', `${MARKER_VARIABLE}=${marker}`], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: '/',
    });
    // Without it the run goes on: what a killed run leaves is then ended when the next one starts.
    this.#child.on('error', () => undefined);
    this.#child.stdin?.on('error', () => undefined);
    this.#child.unref();
  }

  add(group: number): void {
    this.#child.stdin?.write(`add ${group}\n`);
  }

  /** The group has ended; its number may be given to others. */
  remove(group: number): void {
    this.#child.stdin?.write(`remove ${group}\n`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.stdin?.end('done\n');
  }
}
