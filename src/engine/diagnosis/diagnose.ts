import { renderCount } from '../../base/count.ts';
import type { CheckOutcome } from '../../model/check-outcome.ts';
import { ALTERNATIVE, type Diagnosis } from '../../model/diagnosis.ts';
import type { TaskOutcome } from '../../tasks/define-task.ts';
import { causes } from '../causes/index.ts';
import { collectFacts } from './collect.ts';
import type { Facts, GroupFacts } from './facts.ts';
import { describeMoved, quoted } from './phrases.ts';
import type { Sources } from './sources.ts';

/** Other causes that the facts allow are named, up to this many. */
const MAX_ALTERNATIVES = 2;

/**
 * Why a consume task failed; undefined for other kinds. `found` is its outcome
 * with what came after the verdict. No verdict hangs on it: what the cluster does not tell is left out.
 */
export async function diagnose(
  { consume, seen, failure }: TaskOutcome,
  failed: CheckOutcome | undefined,
  sources: Sources,
): Promise<Diagnosis | undefined> {
  if (!consume || !seen) return undefined;
  const failedCheck = failure ? undefined : failed;
  return explainFacts(await collectFacts({ consume, seen, failedCheck }, sources));
}

/** The likeliest cause that the facts allow, what speaks for it, and where to look; "not known" where nothing does. */
export function explainFacts(facts: Facts): Diagnosis {
  const found = causes.flatMap((cause) => {
    const finding = cause.find(facts);
    return finding ? [{ id: cause.id, ...finding }] : [];
  });
  const [first, ...others] = found;
  const alternatives = others.slice(0, MAX_ALTERNATIVES).map(({ cause }) => `${ALTERNATIVE}${cause}`);
  if (!first) {
    return {
      cause: `${whatCame(facts)}; why is not known`,
      evidence: commonEvidence(facts),
      hints: ['the log of the service that writes it'],
    };
  }
  const { id, cause, evidence, hints } = first;
  return {
    id,
    cause,
    evidence: [...new Set([...evidence, ...commonEvidence(facts)])],
    hints: [...new Set([...hints, ...alternatives])],
  };
}

function whatCame({ consume: { matched, awaited }, topics }: Facts): string {
  if (matched === 0) return `nothing came on ${quoted(topics)}`;
  return `${matched} of ${renderCount(awaited, 'record')} came on ${quoted(topics)}`;
}

/** What is worth knowing whatever the cause: earlier hops, offsets, the groups in between. */
function commonEvidence(facts: Facts): string[] {
  const { hops, consume, readers, moved, passed, earlier } = facts;
  return [
    ...describeMoved({ ...facts, moved: moved.filter(({ topic }) => passed.includes(topic)) }),
    ...hops.filter(({ kind }) => kind === 'consume').map(describeHop),
    ...(consume.late ? [] : (consume.offsets ?? [])).map(({ topic, partition, from, to }) =>
      from === to
        ? `nothing was written to ${topic}[${partition}]: its end offset stayed ${to}`
        : `${topic}[${partition}] moved from offset ${from} to ${to}`,
    ),
    ...[...earlier, ...readers].map(describeGroup),
  ];
}

function describeHop({ topics, records, latencyMs }: Facts['hops'][number]): string {
  if (records === 0) return `${quoted(topics)} got no record`;
  const after = latencyMs === undefined ? '' : ` after ${Math.round(latencyMs)} ms`;
  return `${quoted(topics)} got ${records === 1 ? 'its record' : renderCount(records, 'record')}${after}`;
}

function describeGroup({ id, state, members, assignedPartitions, lag }: GroupFacts): string {
  const assigned = `${renderCount(assignedPartitions, 'partition')} of its input`;
  return `consumer group "${id}": ${state}, ${renderCount(members, 'member')} with ${assigned}, lag ${lag}`;
}
