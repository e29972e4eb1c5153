/**
 * A topic or group of one of several clusters, as `cluster:name`: no name of a topic holds a colon. Without a cluster it
 * is one of the first, under its own name.
 */
export function qualifiedName(cluster: string | undefined, name: string): string {
  return cluster === undefined ? name : `${cluster}:${name}`;
}

/** The topic's own name. */
export function plainTopic(topic: string): string {
  return topic.slice(topic.indexOf(':') + 1);
}
