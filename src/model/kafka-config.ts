import { z } from 'zod';
import { clientConfig, saslConfig, tlsConfig } from './kafka-security.ts';
import { scalarText } from './scalar-text.ts';

const text = z.string().min(1);

const topicConfig = z.strictObject({
  partitions: z.int().min(1).optional().describe("how many partitions; default: the broker's"),
  config: z.record(z.string(), scalarText).optional().describe('topic configuration, as Kafka names it'),
});

/** One cluster under a run. */
export const clusterConfig = z.strictObject({
  provider: z
    .enum(['embedded', 'docker', 'external'])
    .optional()
    .describe('where the broker comes from; default embedded'),
  port: z
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('embedded, docker: a fixed port for programs that cannot be told; default a free one'),
  image: text
    .optional()
    .describe(
      'docker: apache/kafka (default), apache/kafka-native, confluentinc/cp-kafka, redpandadata/redpanda',
    ),
  bootstrap: z
    .union([text.transform((one) => [one]), z.array(text)])
    .optional()
    .describe('external: host:port of one or more brokers'),
  topics: z.record(text, topicConfig.nullable()).optional().describe('created before the services start'),
  createTopics: z
    .boolean()
    .optional()
    .describe('external: may topics that scenarios produce to be created? default false'),
  sasl: saslConfig.optional().describe('external: how to log in'),
  tls: tlsConfig.optional().describe('external: encrypt; true trusts what Node trusts'),
  client: clientConfig.optional().describe('time limits of the connection'),
});
export type ClusterConfig = z.infer<typeof clusterConfig>;

/** One cluster, or several by name. */
export const kafkaConfig = clusterConfig
  .extend({
    clusters: z
      .record(text, clusterConfig)
      .optional()
      .describe('several clusters by name; the first is the default of every task'),
  })
  .superRefine(({ clusters, ...single }, context) => {
    const beside = Object.keys(single);
    if (clusters === undefined || beside.length === 0) return;
    context.addIssue({
      code: 'custom',
      path: [beside[0] ?? ''],
      message: `"${beside[0]}" beside "clusters"`,
      params: { hint: 'move it into one of the clusters' },
    });
  });
export type KafkaConfig = z.infer<typeof kafkaConfig>;

/** The name of the only cluster. */
const ONLY_CLUSTER = 'kafka';

/** Keys from the root of flowproof.yaml to the configuration of a cluster. */
export function pathOfCluster({ clusters = {} }: KafkaConfig, name: string): readonly string[] {
  return Object.hasOwn(clusters, name) ? ['kafka', 'clusters', name] : ['kafka'];
}

/** The clusters by name, at least one; the first is the default. */
export function clustersOf({ clusters, ...single }: KafkaConfig): ReadonlyMap<string, ClusterConfig> {
  const named = Object.entries(clusters ?? {});
  return named.length > 0 ? new Map(named) : new Map([[ONLY_CLUSTER, single]]);
}
