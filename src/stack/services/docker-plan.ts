import type { Clock } from '../../base/clock.ts';
import type { RunEventDraft } from '../../model/run-event.ts';
import type { ServiceConfig } from '../../model/service-config.ts';
import type { RunDocker } from '../docker/run-docker.ts';
import type { ServiceOutput } from './output.ts';

/** A service that is not a process, all templates evaluated. */
export interface DockerPlan {
  readonly service: string;
  readonly config: ServiceConfig;
  readonly graceMs: number;
  readonly readyTimeoutMs: number;
  /** Where its ports are published, by the port in the container; the same at every start, as others have been told. */
  readonly publishedPorts: Map<number, number>;
}

export interface DockerDeps {
  readonly clock: Clock;
  readonly docker: RunDocker;
  /** Folder of flowproof.yaml, absolute. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly output: ServiceOutput;
  readonly emit: (event: RunEventDraft) => void;
  readonly signal: AbortSignal;
}
