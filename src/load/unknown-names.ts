import { didYouMean } from '../base/did-you-mean.ts';
import { ScenarioError } from '../base/errors.ts';
import { clustersOf } from '../model/kafka-config.ts';
import type { ProjectConfig } from '../model/project-config.ts';
import { spanOfPath } from './finding.ts';
import type { PlannedDocument } from './plan-scenario.ts';

/** A name in a scenario that flowproof.yaml must know. */
interface Mention {
  readonly kind: 'service' | 'cluster';
  readonly name: string;
  readonly path: readonly (string | number)[];
}

/** What a scenario names and flowproof.yaml does not have: services, and the clusters of tasks. */
export function unknownNames(
  { scenario, document: { root, source } }: PlannedDocument,
  config: ProjectConfig,
): readonly ScenarioError[] {
  const services: Mention[] = [
    ...(scenario.services ?? []).map((service, index) => ({ service, path: ['services', index] })),
    ...scenario.tasks.flatMap((task) =>
      task.services.map(({ service, path }) => ({ service, path: ['tasks', task.id, ...path] })),
    ),
  ].map(({ service, path }) => ({ kind: 'service', name: service, path }));
  const clusters = scenario.tasks.flatMap(({ id, kind, spec }): Mention[] => {
    const { cluster } = (spec ?? {}) as { readonly cluster?: unknown }; // a name in every kind that has it
    return typeof cluster === 'string'
      ? [{ kind: 'cluster', name: cluster, path: ['tasks', id, kind, 'cluster'] }]
      : [];
  });
  const known = {
    service: Object.keys(config.services ?? {}),
    cluster: [...clustersOf(config.kafka ?? {}).keys()],
  };
  return [...services, ...clusters]
    .filter(({ kind, name }) => !known[kind].includes(name))
    .map(({ kind, name, path }) => {
      const all =
        known[kind].length > 0 ? `the ${kind}s are ${known[kind].join(', ')}` : 'flowproof.yaml has none';
      const hint = didYouMean(name, known[kind]) ?? all;
      const span = spanOfPath({ path, at: 'value' }, root, source);
      return new ScenarioError('SCHEMA_BAD_VALUE', `unknown ${kind} "${name}"`, { span, hint });
    });
}
