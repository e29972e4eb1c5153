import type { Step, Write } from './reaction.ts';

/** Topics of one row, that no other row has. */
export interface Topics {
  /** The trigger is produced here. */
  readonly in: string;
  /** What the scenario watches; created before, with the row's partitions. */
  readonly out: string;
  /** Exists too. */
  readonly other: string;
  /** Does not exist, until the reactor creates it. */
  readonly later: string;
  /** A consumer group that no other row has. */
  readonly group: string;
}

/** A program of `test/support/services`. */
export interface GroupService {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

/** One behaviour of a service, and the right verdict on it. */
export interface Row {
  readonly name: string;
  /** Of `out`; default 1. */
  readonly partitions?: number;
  /** Topic configuration of `out`. */
  readonly config?: Readonly<Record<string, string>>;
  /** Written before the run starts. */
  readonly before?: (topics: Topics) => readonly Write[];
  /** Written a moment later, to a segment of its own; the run starts when what came before on `out` is compacted. */
  readonly compacts?: (topics: Topics) => readonly Write[];
  /** What the service does once the trigger is there. */
  readonly steps?: (topics: Topics) => readonly Step[];
  /** Services in a process of their own, by name, that are members of the row's group when the scenario starts. */
  readonly services?: (topics: Topics) => Readonly<Record<string, GroupService>>;
  /** Records per second of noise on `out`, while the scenario goes on. */
  readonly noise?: number;
  /** Tasks after `trigger`. */
  readonly tasks: (topics: Topics) => Readonly<Record<string, unknown>>;
  /** By task: its status, and a part of its message when it is not passed. */
  readonly verdicts: Readonly<Record<string, readonly [status: string, message?: string]>>;
}

export const TIMEOUT = 'Consumer reached the Timeout fail condition';

/** The limit of most rows; services answer well before or well after it, so that a busy machine cannot decide. */
export const LIMIT = '3s';
export const SOON = 100;
export const TOO_LATE = 4500;
/** How long a service may take to be restarted and to have its partitions, on the busiest machine. */
export const SLOWEST = '90s';

/** Writes at a time after the trigger. */
export function at(afterMs: number, ...writes: readonly Write[]): Step {
  return { afterMs, writes };
}

/** A consume task on `out` with the usual limit; `more` adds to it. */
export function wait({ out }: Topics, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { consume: { topic: out, fail: { after: LIMIT, since: 'trigger' }, ...more } };
}

/** `count` writes of `{ n: 1 … count }` on `out`. */
export function numbered({ out }: Topics, count: number, extra: Partial<Write> = {}): Write[] {
  return Array.from({ length: count }, (_, index) => ({ topic: out, value: { n: index + 1 }, ...extra }));
}
