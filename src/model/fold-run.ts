import { compact } from './compact.ts';
import { createScenarioFold, notStarted, type ScenarioFold } from './fold-scenario.ts';
import { createServicesFold } from './fold-services.ts';
import type { RunEvent, RunEventOf } from './run-event.ts';
import type { RunResult, ScenarioResult } from './run-result.ts';
import { byPlace, countStatuses } from './scenario-list.ts';
import type { RunStatus } from './status.ts';

/**
 * The one way from run events to `report.json`. `result` may be asked for at any moment and is then valid: what has not
 * finished is `cancelled`, and so is the run.
 */
export interface RunFold {
  /** Events in the order of their `seq`. */
  on(event: RunEvent): void;
  result(): RunResult;
}

/** The exit code of a run that was interrupted (language.md §9). */
const INTERRUPTED = 130;

/** Starts with nothing known. */
export function createRunFold(): RunFold {
  const known: Known = { nowMs: 0, warnings: [] };
  const services = createServicesFold();
  const attempts = new Map<string, ScenarioFold>();
  const latest = new Map<string, ScenarioFold>();

  return {
    on(event) {
      known.nowMs = event.atMs;
      services.on(event);
      note(known, event);
      if (event.type === 'scenario-started') {
        const fold = createScenarioFold(event);
        attempts.set(event.scenario, fold);
        latest.set(identity(event), fold);
      } else if ('scenario' in event) attempts.get(event.scenario)?.on(event);
      else for (const fold of latest.values()) fold.on(event);
    },
    result() {
      const scenarios = scenarioResults(known, latest);
      return {
        ...identityOfRun(known),
        ...verdict(known),
        durationMs: known.finished?.durationMs ?? known.nowMs,
        counts: countStatuses(scenarios),
        environment: {
          name: known.started?.environment ?? 'default',
          ...compact({ kafka: kafka(known) }),
          services: services.result(),
        },
        ...compact({
          message: known.failure?.message,
          detail: known.failure?.detail,
          span: known.failure?.span,
        }),
        warnings: [...known.warnings],
        scenarios,
      };
    },
  };
}

interface Known {
  nowMs: number;
  started?: RunEventOf<'run-started'>;
  kafka?: RunEventOf<'kafka-ready'>;
  failure?: RunEventOf<'run-failed'>;
  finished?: RunEventOf<'run-finished'>;
  readonly warnings: string[];
}

function note(known: Known, event: RunEvent): void {
  if (event.type === 'run-started') known.started = event;
  else if (event.type === 'kafka-ready') known.kafka ??= event;
  else if (event.type === 'warning-given') known.warnings.push(event.message);
  else if (event.type === 'run-failed') known.failure ??= event;
  else if (event.type === 'run-finished') known.finished = event;
}

function identityOfRun({
  started,
}: Known): Pick<RunResult, 'version' | 'tool' | 'runId' | 'seed' | 'startedAt'> {
  return {
    version: 1,
    tool: started?.version ?? '',
    runId: started?.runId ?? '',
    seed: started?.seed ?? 0,
    startedAt: started?.startedAt ?? '',
  };
}

function verdict({ finished, failure }: Known): { status: RunStatus; exitCode: number } {
  if (finished) return { status: finished.status, exitCode: finished.exitCode };
  return failure ? { status: 'error', exitCode: 3 } : { status: 'cancelled', exitCode: INTERRUPTED };
}

function kafka({ kafka: ready }: Known): RunResult['environment']['kafka'] {
  if (!ready) return undefined;
  return { provider: ready.provider, bootstrap: ready.bootstrap, ...compact({ version: ready.version }) };
}

/** In the order of files and lines, which does not depend on timing. */
function scenarioResults(known: Known, latest: ReadonlyMap<string, ScenarioFold>): ScenarioResult[] {
  const unreached = verdict(known).status === 'cancelled' ? 'cancelled' : 'skipped';
  const waiting = (known.started?.scenarios ?? [])
    .filter((plan) => !latest.has(identity(plan)))
    .map((plan) => notStarted(plan, unreached));
  return [...[...latest.values()].map((fold) => fold.result(known.nowMs)), ...waiting].sort(byPlace);
}

/** The same for all attempts of a scenario in one iteration. */
function identity(plan: RunEventOf<'run-started'>['scenarios'][number]): string {
  return JSON.stringify([plan.span.file, plan.suite, plan.name, plan.iteration]);
}
