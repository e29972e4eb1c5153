import { renderDuration } from '../base/duration.ts';
import { RunError } from '../base/errors.ts';
import type { ProbeContext, ProbeKind } from './probe.ts';

/** What waiting for a service needs beside its probe. */
export interface ReadinessOptions extends Omit<ProbeContext, 'saw'> {
  readonly service: string;
  readonly timeoutMs: number;
  /** The last lines of the service's output. */
  lastLines(): readonly string[];
}

/**
 * Waits for a service with one probe.
 * @throws RunError SERVICE_NOT_READY when the time is up, with what stood in the way and the service's last lines; else
 *   the signal's reason
 */
export async function untilReady<Config>(
  probe: ProbeKind<Config>,
  config: Config,
  options: ReadinessOptions,
): Promise<void> {
  const { clock, timeoutMs } = options;
  const over = new AbortController();
  using _deadline = clock.at(clock.nowMs() + timeoutMs, () => over.abort());
  let obstacle = 'no answer came';
  const signal = AbortSignal.any([options.signal, over.signal]);
  const saw = (seen: string): void => {
    obstacle = seen;
  };
  try {
    await probe.wait(config, { ...options, signal, saw });
  } catch (cause) {
    if (options.signal.aborted || !over.signal.aborted) throw cause;
    throw new RunError(
      'SERVICE_NOT_READY',
      `service "${options.service}" was not ready within ${renderDuration(timeoutMs)}: waited until ${probe.title(config)}, but ${obstacle}`,
      {
        detail: options.lastLines(),
        hint: `look at its last lines; if it only needs longer, raise services.${options.service}.ready.timeout`,
      },
    );
  }
}
