import { sleep } from '../../base/clock.ts';
import type { Surroundings } from '../define-task.ts';
import { selects, type TopicSelector } from './topic-selector.ts';

/** How soon a topic that a pattern matches is found after it was created. */
const LOOK_EVERY_MS = 200;

/** The topics of the cluster that a selector's patterns match; its names are no question to the cluster. */
export async function matchingTopics(
  selector: TopicSelector,
  { kafka }: Surroundings,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (selector.patterns.length === 0) return [];
  const all = await kafka.listTopics(signal);
  return all.filter((topic) => !selector.names.includes(topic) && selects(selector, topic));
}

/**
 * Looks again and again for topics that the patterns match and that are not known yet, until the signal is aborted. What
 * goes wrong while it looks is told by the watches of the topics that are known.
 */
export async function followTopics(
  selector: TopicSelector,
  {
    known,
    surroundings,
    signal,
    onFound,
  }: {
    readonly known: readonly string[];
    readonly surroundings: Surroundings;
    readonly signal: AbortSignal;
    readonly onFound: (topics: readonly string[]) => void;
  },
): Promise<void> {
  if (selector.patterns.length === 0) return;
  const seen = new Set(known);
  while (!signal.aborted) {
    await sleep(surroundings.clock, LOOK_EVERY_MS, signal).catch(() => undefined); // the loop sees the abort
    if (signal.aborted) return;
    const now = await matchingTopics(selector, surroundings, signal).catch(() => []);
    const fresh = now.filter((topic) => !seen.has(topic));
    for (const topic of fresh) seen.add(topic);
    if (fresh.length > 0) onFound(fresh);
  }
}
