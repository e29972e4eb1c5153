import { Template } from '../expr/template.ts';
import { patternOf } from './consume/topic-selector.ts';
import type { Scenario } from './scenario.ts';

/**
 * The topics that two scenarios must not use at the same time: those it reads or writes, as a record of the one would be
 * seen by the other. What only its start will tell may be any topic. undefined: it says itself that it may run beside any.
 */
export function sharedTopics({
  tasks,
  parallel,
  fresh,
}: Scenario): ReadonlySet<string> | 'everything' | undefined {
  if (fresh) return 'everything';
  if (parallel) return undefined;
  const topics = tasks.flatMap((task) => [...task.topics.consumed, ...task.topics.produced]);
  const isOpen = topics.some((topic) => topic instanceof Template || patternOf(String(topic)) !== undefined);
  const disturbs = tasks.some((task) => task.disturbs);
  return isOpen || disturbs ? 'everything' : new Set(topics.map(String));
}
