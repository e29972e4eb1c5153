import { parsePattern, type ReadyConfig } from '../../model/service-config.ts';
import { probes } from '../../probes/index.ts';
import type { ProbeKind } from '../../probes/probe.ts';
import { type ReadinessOptions, untilReady } from '../../probes/until-ready.ts';

/** How long a service may take to be ready, if nothing else is said. */
export const DEFAULT_TIMEOUT_MS = 60_000;

/** Waits until a service is ready in the way its configuration says, and resolves with what was waited for. */
export async function becomeReady(
  ready: ReadyConfig | undefined,
  options: Omit<ReadinessOptions, 'timeoutMs'> & { readonly hasHealthCheck: boolean },
): Promise<string> {
  const limited = { ...options, timeoutMs: ready?.timeout ?? DEFAULT_TIMEOUT_MS };
  const wait = async <Config>(probe: ProbeKind<Config>, config: Config): Promise<string> => {
    await untilReady(probe, config, limited);
    return probe.title(config);
  };
  if (ready?.log !== undefined) return wait(probes.log, parsePattern(ready.log));
  if (ready?.http !== undefined) return wait(probes.http, ready.http);
  if (ready?.port !== undefined) return wait(probes.port, ready.port);
  if (ready?.exec !== undefined) return wait(probes.exec, ready.exec);
  if (ready?.group !== undefined) return wait(probes.group, ready.group);
  if (ready?.healthy || options.hasHealthCheck) return wait(probes.healthy, true);
  options.signal.throwIfAborted();
  return 'it runs';
}
