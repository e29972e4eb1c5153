import type { RunEvent } from './run-event.ts';
import type { RunResult } from './run-result.ts';

type ServiceResult = RunResult['environment']['services'][number];

/** How many of a service's last lines its result keeps. */
export const LINES_PER_SERVICE = 20;

/** Makes the `environment.services` of a run result, in the order in which the services started. */
export interface ServicesFold {
  on(event: RunEvent): void;
  result(): ServiceResult[];
}

/** Starts with no service. */
export function createServicesFold(): ServicesFold {
  const services = new Map<string, ServiceResult>();

  const change = (name: string, changes: Partial<ServiceResult>): void => {
    const before = services.get(name) ?? { name, status: 'starting', lastLines: [] };
    services.set(name, { ...before, ...changes });
  };
  const addLine = (name: string, line: string): void =>
    change(name, { lastLines: [...(services.get(name)?.lastLines ?? []), line].slice(-LINES_PER_SERVICE) });

  return {
    on(event) {
      if (event.type === 'service-started') change(event.service, { status: 'starting' });
      else if (event.type === 'service-ready')
        change(event.service, { status: 'ready', readyMs: event.tookMs });
      else if (event.type === 'service-logged') addLine(event.service, event.line);
      else if (event.type === 'service-exited')
        change(event.service, { status: event.expected ? 'stopped' : 'exited', exitCode: event.code });
    },
    result: () => [...services.values()],
  };
}
