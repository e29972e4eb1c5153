import { type Clock, sleep } from '../base/clock.ts';
import type { Kafka } from '../kafka/port.ts';

/** How often a probe that has to ask asks again: a broker or a port on this machine answers in well under that. */
const POLL_MS = 25;

/** What a probe may use of the service it waits for. */
export interface ProbeContext {
  readonly clock: Clock;
  /** Aborted when the time is up, the service has exited, or the run is cancelled. */
  readonly signal: AbortSignal;
  readonly kafka: Kafka;
  readonly output: ProbedOutput;
  /** Where a port of the service is reached from this process. */
  addressOf(port: number): ProbedAddress;
  /** Runs a command where the service runs, and resolves with how it ended. */
  exec(command: string, signal: AbortSignal): Promise<ProbedCommand>;
  /** What keeps the service's health check from being green; undefined when it is, or when the service has none. */
  unhealth(): Promise<string | undefined>;
  /** Tells what stood in the way at the last look, for the error. */
  saw(obstacle: string): void;
}

/** The text that a service writes. */
export interface ProbedOutput {
  /**
   * Calls with every line from now on, without its line end; also with the beginning of a line that is not whole yet,
   * as it grows.
   */
  listen(listener: (text: string) => void): Disposable;
}

/** Where a port is reached. */
export interface ProbedAddress {
  readonly host: string;
  readonly port: number;
  /** Docker listens in front of a container, and accepts connections before the container does. */
  readonly isForwarded?: boolean;
}

/** How a command ended; `output` is its last line, if any. */
export interface ProbedCommand {
  readonly code: number | null;
  readonly output: string;
}

/** One way to find out that a service is ready. */
export interface ProbeKind<Config> {
  /** What it waits for, as reports name it: `port 8080 is open`. */
  title(config: Config): string;
  /** Resolves when the service is ready; rejects with the signal's reason, and for nothing else. */
  wait(config: Config, context: ProbeContext): Promise<void>;
}

/** Looks again and again until nothing stands in the way. `look` gives back what does. */
export async function poll(context: ProbeContext, look: () => Promise<string | undefined>): Promise<void> {
  for (;;) {
    context.signal.throwIfAborted();
    const obstacle = await look();
    if (obstacle === undefined) return;
    context.signal.throwIfAborted(); // Then it only says that it was cut short.
    context.saw(obstacle);
    await sleep(context.clock, POLL_MS, context.signal);
  }
}
