import type { Random } from './random.ts';
import type { World } from './world.ts';

/** One thing to do on both brokers. `play` gives what must be equal. */
export interface Step {
  /** For the message when the answers differ. */
  readonly says: string;
  play(world: World): Promise<unknown>;
}

/** Draws a step; `undefined`: nothing of this kind is possible now. */
export type StepMaker = (random: Random, plan: Plan) => Step | undefined;

/** A producer as the sequence knows it: what it has sent to each partition. */
export interface PlannedProducer {
  readonly name: string;
  readonly transactionalId: string | null;
  epoch: number;
  readonly nextSequences: Map<string, number>;
}

/** A member of a group as the sequence knows it. */
export interface PlannedMember {
  readonly name: string;
}

/** What has been planned so far: the same for both brokers. */
export interface Plan {
  /** Makes the names of this sequence differ from all others of the run. */
  readonly prefix: string;
  readonly topics: readonly [string, ...string[]];
  /** Of the classic protocol. */
  readonly groups: readonly [string, ...string[]];
  /** Of the new protocol, by the assignor that their members ask for. */
  readonly newGroups: { readonly range: string; readonly uniform: string };
  /** Topics whose first records were deleted: when their room is given back is not foreseen. */
  readonly cutTopics: Set<string>;
  readonly producers: PlannedProducer[];
  readonly members: Map<string, PlannedMember[]>;
}

export function createPlan(prefix: string): Plan {
  return {
    prefix,
    topics: [`${prefix}-a`, `${prefix}-small`],
    groups: [`${prefix}-g`, `${prefix}-h`],
    newGroups: { range: `${prefix}-range`, uniform: `${prefix}-uniform` },
    cutTopics: new Set(),
    producers: [],
    members: new Map(),
  };
}

/** A topic and partition, which exists most of the time. */
export function pickPartition(random: Random, { topics, prefix }: Plan): readonly [string, number] {
  if (random.chance(4)) return [`${prefix}-missing`, 0];
  const topic = random.pick(topics);
  return [topic, random.chance(5) ? 7 : random.int(2)];
}

/** A version of an API, more often one of its ends. */
export function pickVersion(
  random: Random,
  { versions: [first, last] }: { readonly versions: readonly [number, number] },
  limit = last,
): number {
  const top = Math.min(last, limit);
  return random.pick([first, top, first + random.int(top - first + 1)]);
}
