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
  /** What the service does once the trigger is there. */
  readonly steps?: (topics: Topics) => readonly Step[];
  /** Records per second of noise on `out`, while the scenario goes on. */
  readonly noise?: number;
  /** Tasks after `trigger`. */
  readonly tasks: (topics: Topics) => Readonly<Record<string, unknown>>;
  /** By task: its status, and a part of its message when it is not passed. */
  readonly verdicts: Readonly<Record<string, readonly [status: string, message?: string]>>;
}

export const TIMEOUT = 'Consumer reached the Timeout fail condition';

/** The limit of most rows; services answer well before or well after it, so that a busy machine cannot decide. */
export const LIMIT = '1500ms';
export const SOON = 100;
export const TOO_LATE = 2300;

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
