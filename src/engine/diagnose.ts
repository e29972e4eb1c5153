import type { Diagnosis } from '../model/diagnosis.ts';
import type { ConsumeFacts } from '../model/run-event.ts';
import type { OpenWatches } from '../tasks/consume/open-watches.ts';
import type { ScenarioTask } from '../tasks/scenario.ts';
import type { ScenarioState } from './scenario-state.ts';

/** What the diagnosis of one task may look at. */
export interface DiagnosisOptions {
  readonly state: ScenarioState;
  readonly open: OpenWatches;
}

/** A consumer group that reads one of the topics before the one where nothing came. */
interface Reader {
  readonly group: string;
  readonly service: string | undefined;
  readonly state: string;
  readonly members: number;
  readonly lag: bigint;
}

/** How long the cluster may take to tell about its groups. */
const LOOK_LIMIT_MS = 2000;

/**
 * Why a consume task failed (product.md §5), from what was seen anyway: the records that came late, the earlier hops,
 * and the consumer groups that read their topics. Undefined for failures that explain themselves (a check).
 */
export async function diagnose(
  task: ScenarioTask,
  facts: ConsumeFacts | undefined,
  options: DiagnosisOptions,
): Promise<Diagnosis | undefined> {
  if (!facts) return undefined;
  const { open } = options;
  const topics = open.consumedBy.get(task.id) ?? [];
  const inputs = inputTopics(task, options);
  const readers = await readersOf(inputs, options).catch(() => []);
  const earlier = earlierHops(task, options);
  const movement = offsetMovement(facts);
  if (facts.late) return lateDiagnosis({ facts, topics, readers, earlier });
  return {
    cause: nothingCause({ facts, topics, readers, inputs }),
    evidence: [...earlier, ...movement, ...readers.map(describeReader)],
    hints: nothingHints(readers, inputs),
  };
}

interface Seen {
  readonly facts: ConsumeFacts;
  readonly topics: readonly string[];
  readonly readers: readonly Reader[];
}

function lateDiagnosis({
  facts,
  topics,
  readers,
  earlier,
}: Seen & { readonly earlier: readonly string[] }): Diagnosis {
  const { late, limitMs = 0 } = facts;
  const who = readers.length === 1 && readers[0] ? ` ${ownerOf(readers[0])} was too slow:` : '';
  return {
    cause:
      `${who} the record on ${quoted(topics)} came after ${Math.round(late?.latencyMs ?? 0)} ms, ${Math.round(late?.byMs ?? 0)} ms past the limit of ${limitMs} ms`.trim(),
    evidence: [...earlier, ...readers.map(describeReader)],
    hints: readers.map((reader) => `look at the log of ${ownerOf(reader)} for what it did in that time`),
  };
}

function nothingCause({
  facts,
  topics,
  readers,
  inputs,
}: Seen & { readonly inputs: readonly string[] }): string {
  if (facts.filtered > 0)
    return `${facts.filtered} of ${facts.read} records on ${quoted(topics)} were read, and "where" let too few through`;
  if (facts.matched > 0) return `only ${facts.matched} of ${facts.awaited} records came on ${quoted(topics)}`;
  const away = readers.find((reader) => reader.members === 0);
  if (away)
    return `nothing came on ${quoted(topics)}: ${ownerOf(away)} is not running (its group "${away.group}" has no members)`;
  const behind = readers.find((reader) => reader.lag > 0n);
  if (behind)
    return `nothing came on ${quoted(topics)}: ${ownerOf(behind)} has not got through its input (lag ${behind.lag})`;
  if (inputs.length > 0 && readers.length === 0)
    return `nothing came on ${quoted(topics)}, and no consumer group reads ${quoted(inputs)}`;
  return `nothing came on ${quoted(topics)}; why is not known`;
}

function nothingHints(readers: readonly Reader[], inputs: readonly string[]): string[] {
  if (readers.length > 0) return readers.map((reader) => `look at the log of ${ownerOf(reader)}`);
  return inputs.length > 0
    ? [`is the service that reads ${quoted(inputs)} running, with the right topic name?`]
    : [];
}

/** "pageviews_enriched got its record after 34 ms", for the tasks that this one comes after. */
function earlierHops(task: ScenarioTask, { state, open }: DiagnosisOptions): string[] {
  return ancestors(task, state)
    .filter((one) => one.kind === 'consume')
    .map((one) => {
      const topics = quoted(open.consumedBy.get(one.id) ?? []);
      const [first] = state.of(one.id).log.view().records as readonly { latencyMs?: number }[]; // consumed ones
      return first
        ? `${topics} got its record after ${Math.round(first.latencyMs ?? 0)} ms`
        : `${topics} got no record`;
    });
}

function ancestors(task: ScenarioTask, state: ScenarioState): readonly ScenarioTask[] {
  const found = new Set<ScenarioTask>();
  const visit = (one: ScenarioTask): void => {
    for (const link of [...one.links, ...one.each]) {
      const parent = state.scenario.tasks.find((other) => other.id === link.task);
      if (parent && !found.has(parent)) {
        visit(parent);
        found.add(parent);
      }
    }
  };
  visit(task);
  return [...found];
}

/** The topics that were written to or seen right before this task's: what the service in question reads. */
function inputTopics(task: ScenarioTask, { state, open }: DiagnosisOptions): readonly string[] {
  const own = new Set(open.consumedBy.get(task.id));
  const nearest = ancestors(task, state).at(-1);
  const topics = [
    ...(open.consumedBy.get(nearest?.id ?? '') ?? []),
    ...(open.producedBy.get(nearest?.id ?? '') ?? []),
  ];
  return topics.filter((topic) => !own.has(topic));
}

function offsetMovement({ offsets = [] }: ConsumeFacts): string[] {
  return offsets.map(({ topic, partition, from, to }) =>
    from === to
      ? `${topic}[${partition}] stayed at end offset ${to}`
      : `${topic}[${partition}] moved from offset ${from} to ${to}`,
  );
}

async function readersOf(inputs: readonly string[], { state }: DiagnosisOptions): Promise<readonly Reader[]> {
  if (inputs.length === 0) return [];
  const { kafka, clock, serviceOfGroup } = state.deps;
  const limit = new AbortController();
  using _timer = clock.at(clock.nowMs() + LOOK_LIMIT_MS, () =>
    limit.abort(new DOMException('too slow', 'TimeoutError')),
  );
  const groups = await kafka.describeGroups('all', limit.signal);
  const ends = await kafka.offsets(inputs, 'end', limit.signal);
  return groups.flatMap((group) => {
    const committed = group.committed.filter(({ topic }) => inputs.includes(topic));
    const isAssigned = group.members.some((member) =>
      member.assignments.some(({ topic }) => inputs.includes(topic)),
    );
    if (!isAssigned && committed.length === 0) return [];
    const lag = committed.reduce(
      (sum, { topic, partition, offset }) => sum + behind(ends.get(topic)?.[partition], offset),
      0n,
    );
    return [
      {
        group: group.id,
        service: serviceOfGroup.get(group.id),
        state: group.state,
        members: group.members.length,
        lag,
      },
    ];
  });
}

function behind(end: bigint | undefined, committed: bigint): bigint {
  return end !== undefined && end > committed ? end - committed : 0n;
}

function describeReader({ group, state, members, lag }: Reader): string {
  return `consumer group "${group}": ${state}, ${members} member${members === 1 ? '' : 's'}, lag ${lag}`;
}

function ownerOf({ service, group }: Reader): string {
  return service === undefined ? `the service of group "${group}"` : `service "${service}"`;
}

function quoted(topics: readonly string[]): string {
  return topics.map((topic) => `"${topic}"`).join(', ');
}
