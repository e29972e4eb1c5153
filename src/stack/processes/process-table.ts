import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process as the system lists it. */
export interface ProcessEntry {
  readonly pid: number;
  /** Its process group. */
  readonly group: number;
  /** Has ended, and waits only for its parent to look. */
  readonly isZombie: boolean;
  /** Tells it from another process that gets the same number later; only for comparing. */
  readonly startedAt: string;
}

/** All processes of one service, or of what a killed run left of it. */
export interface ProcessTree {
  /** Process groups that are surely its own. */
  readonly groups: readonly number[];
  /** Value, or beginning of it, of the variable that its processes inherit: finds those that left their group. */
  readonly marker: string;
}

/** The variable that every process of a service inherits, so that it is found wherever it hides. */
export const MARKER_VARIABLE = 'FLOWPROOF_SERVICE';

const HAS_PROC = process.platform === 'linux';

/** One process; undefined when there is none of that number. */
export function readProcess(pid: number): ProcessEntry | undefined {
  return HAS_PROC ? readProc(pid) : readPs(pid);
}

/** The processes of a tree that run. Outside of Linux one entry a group, and none of those that left it. */
export function findTree({ groups, marker }: ProcessTree): readonly ProcessEntry[] {
  if (!HAS_PROC) return groups.flatMap(findGroup);
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const entry = readProc(Number(pid));
    if (!entry || entry.isZombie) return [];
    return groups.includes(entry.group) || isMarked(entry.pid, marker) ? [entry] : [];
  });
}

/** Was it started with `<variable>=<marker>…` in its environment? */
function isMarked(pid: number, marker: string): boolean {
  const start = `${MARKER_VARIABLE}=${marker}`;
  try {
    const environ = readFileSync(`/proc/${pid}/environ`, 'latin1');
    return environ.startsWith(start) || environ.includes(`\0${start}`);
  } catch {
    return false; // It has ended, or is another user's: then it is none of ours.
  }
}

function findGroup(group: number): readonly ProcessEntry[] {
  try {
    process.kill(-group, 0);
    return [{ pid: group, group, isZombie: false, startedAt: '' }];
  } catch {
    return [];
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the name in parentheses may hold anything. */
function readProc(pid: number): ProcessEntry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state = '', , group = ''] = fields;
    return {
      pid,
      group: Number(group),
      isZombie: state === 'Z' || state === 'X',
      startedAt: fields[19] ?? '',
    };
  } catch {
    return undefined;
  }
}

function readPs(pid: number): ProcessEntry | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'pgid=,stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
    const [, group, state = '', startedAt = ''] = /^\s*(\d+)\s+(\S+)\s+(.*)$/m.exec(line) ?? [];
    if (group === undefined) return undefined;
    return { pid, group: Number(group), isZombie: state.startsWith('Z'), startedAt };
  } catch {
    return undefined;
  }
}
