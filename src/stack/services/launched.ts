import type { ProbedCommand } from '../../probes/probe.ts';

/** How a service ended. */
export interface ServiceExit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** One start of a service, whatever it runs as. */
export interface Launched {
  readonly pid?: number | undefined;
  /** Resolves when the service has ended, whoever ended it, and its output is whole. Never rejects. */
  readonly exited: Promise<ServiceExit>;
  /** Ends all of it: asks, and kills what is left after the grace. Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
  addressOf(port: number): { readonly host: string; readonly port: number };
  /** Runs a command where the service runs. */
  exec(command: string, signal: AbortSignal): Promise<ProbedCommand>;
}
