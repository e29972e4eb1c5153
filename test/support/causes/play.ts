import type { RunOptions } from '../../../src/index.ts';
import type { RunResult } from '../../../src/model/run-result.ts';
import type { KafkaProvider } from '../kafka-providers.ts';
import { runProject, serviceOf } from '../project.ts';
import type { Break, Names } from './breaks.ts';

/** The way in which a flow is broken, without what it should lead to. */
export type Broken = Omit<Break, 'what' | 'id' | 'cause'>;

export interface PlayOptions {
  readonly names: Names;
  readonly provider: Pick<KafkaProvider, 'address'>;
  readonly options?: Partial<RunOptions>;
  /** Tasks that come after the answer. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Runs a scenario that sends an order and awaits the answer of a service that is broken in some way. */
export async function playBroken(
  { service, next, consume, checks = [], partitions = 1, before = {} }: Broken,
  { names, provider, options = {}, more = {} }: PlayOptions,
): Promise<RunResult> {
  const { orders, answers, middle, group } = names;
  const env = { GROUP: group, INPUT: orders, OUTPUT: answers, ...service?.(names) };
  const nextEnv = { GROUP: `${group}-next`, INPUT: middle, OUTPUT: answers, ...next?.(names) };
  return runProject(
    {
      config: {
        kafka: {
          topics: {
            [orders]: {},
            [answers]: { partitions },
            [env.INPUT]: {},
            ...(next ? { [middle]: {} } : {}),
          },
        },
        services: {
          ...(service ? { relay: serviceOf('relay.js', { env, ready: { group } }) } : {}),
          ...(next ? { next: serviceOf('relay.js', { env: nextEnv, ready: { group: nextEnv.GROUP } }) } : {}),
        },
      },
      scenario: {
        tasks: {
          ...before,
          order: { produce: { topic: orders, key: 'k1', value: { id: 1, plan: 'Free' } } },
          answer: { consume: { topic: answers, fail: { after: '500ms' }, ...consume }, checks },
          ...more,
        },
      },
    },
    { kafka: 'external', bootstrap: [await provider.address()], ...options },
  );
}
