import type { Diagnosis } from '../../model/diagnosis.ts';
import type { OpenWatches } from '../../tasks/consume/open-watches.ts';
import type { ScenarioTask } from '../../tasks/scenario.ts';
import type { ScenarioState } from '../scenario-state.ts';
import type { Finding, ServiceFacts } from './facts.ts';
import { lastWords, quoted } from './phrases.ts';

/** What is known of a service that ended by itself. */
export function describeCrash(
  services: readonly ServiceFacts[],
  topics: readonly string[],
): Finding | undefined {
  const dead = services.find(({ state }) => state === 'exited');
  if (!dead) return undefined;
  return {
    cause: `service "${dead.name}" ${endOf(dead)} while the scenario waited for ${quoted(topics)}`,
    evidence: lastWords(dead),
    hints: [`the last lines of service "${dead.name}": it ended on the record it was given`],
  };
}

function endOf({ exitCode, signal }: ServiceFacts): string {
  return exitCode === null || exitCode === undefined
    ? `was ended by ${signal ?? 'a signal'}`
    : `exited with code ${exitCode}`;
}

/** Why a task that waited for records was broken off: a service had ended. Undefined when it was something else. */
export function diagnoseCrash(
  task: ScenarioTask,
  { state, open }: { readonly state: ScenarioState; readonly open: OpenWatches },
): Diagnosis | undefined {
  const { memory, run } = state.deps;
  const services = memory.servicesSince(state.startedAtMs - run.startedAtMs);
  const found = describeCrash(services, open.consumedBy.get(task.id) ?? []);
  return found && { id: 'crashed', ...found, evidence: [...found.evidence], hints: [...found.hints] };
}
