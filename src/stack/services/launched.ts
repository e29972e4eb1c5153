import type { ProbedAddress, ProbedCommand } from '../../probes/probe.ts';

/** How a service ended. */
export interface ServiceExit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** Where a program runs, or is reached from. */
export type Place = 'host' | 'container';

/** One start of a service, whatever it runs as. */
export interface Launched {
  readonly pid?: number | undefined;
  /** Resolves when the service has ended, whoever ended it, and its output is whole. Never rejects. */
  readonly exited: Promise<ServiceExit>;
  /** Is there a health check that can turn green? */
  readonly hasHealthCheck: boolean;
  /** What keeps it from being green. */
  unhealth(): Promise<string | undefined>;
  /** Ends all of it: asks, and kills what is left after the grace. Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
  /** Lets it run on after the end of the tool, where that is possible. */
  detach(): void;
  /** Ends all of it without asking. */
  kill(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Where programs in the other place, or beside it, reach one of its ports. */
  addressOf(port: number, from: Place): ProbedAddress;
  /** Runs a command where the service runs. */
  exec(command: string, signal: AbortSignal): Promise<ProbedCommand>;
}

/** The name by which containers reach the machine they run on. */
export const HOST_FROM_CONTAINERS = 'host.docker.internal';
