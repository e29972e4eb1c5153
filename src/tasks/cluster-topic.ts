import { fixedText, Template } from '../expr/template.ts';
import { qualifiedName } from '../model/qualified-name.ts';

/** `cluster` of a task: which of `kafka.clusters` it means. */
export const clusterName = fixedText().describe('one of kafka.clusters; default: the first');

/** A topic as it is written, of the cluster that stands beside it. */
export function topicAt<Topic extends string | Template>(cluster: string | undefined, topic: Topic): Topic {
  if (cluster === undefined) return topic;
  return (
    topic instanceof Template
      ? new Template(qualifiedName(cluster, topic.source), topic.schema)
      : qualifiedName(cluster, topic)
  ) as Topic; // a template of a template, a text of a text
}
