import { exec } from './exec.ts';
import { group } from './group.ts';
import { healthy } from './healthy.ts';
import { http } from './http.ts';
import { log } from './log.ts';
import { port } from './port.ts';
import type { ProbeKind } from './probe.ts';

/** Every probe, by its key under `ready:`. */
export const probes = { exec, group, healthy, http, log, port } as const satisfies Record<
  string,
  ProbeKind<never>
>;
