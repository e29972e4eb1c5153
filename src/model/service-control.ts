/**
 * Disturbs the services under test, so that a scenario can prove that they recover. Every call names a service of
 * flowproof.yaml; one that does not exist, or is not in the state that the call needs, is a `RunError`.
 */
export interface ServiceControl {
  /** Stops its processes where they are, without their noticing; connections stay open. */
  pause(service: string): Promise<void>;
  resume(service: string): Promise<void>;
  /** Ends it as at the end of a run: asks, and kills what is left after its grace. */
  stop(service: string): Promise<void>;
  /** Ends it without asking. */
  kill(service: string): Promise<void>;
  /** Starts it again and waits until it is ready. */
  start(service: string, signal: AbortSignal): Promise<void>;
  /** `stop`, then `start`. */
  restart(service: string, signal: AbortSignal): Promise<void>;
}
