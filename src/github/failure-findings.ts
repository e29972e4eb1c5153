import type { Finding } from '../base/annotation.ts';
import { describeError, FlowproofError, ScenarioProblems } from '../base/errors.ts';

/** What kept a run from starting, as annotations: one for each problem in a file, else one for the failure itself. */
export function failureFindings(cause: unknown): readonly Finding[] {
  if (cause instanceof ScenarioProblems) return cause.problems.map(findingOf);
  if (cause instanceof FlowproofError) return [findingOf(cause)];
  return [
    {
      title: 'a bug in flowproof',
      lines: [describeError(cause), 'please report it with the log of this step'],
    },
  ];
}

function findingOf({ message, hint, span }: FlowproofError): Finding {
  return { title: 'flowproof', lines: [message, ...(hint === undefined ? [] : [hint])], span };
}
