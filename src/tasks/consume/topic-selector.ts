import { plainTopic } from '../../model/qualified-name.ts';

/** The topics of one consume task: names, and patterns that whole names match. */
export interface TopicSelector {
  readonly names: readonly string[];
  readonly patterns: readonly TopicPattern[];
}

export interface TopicPattern {
  /** As it is written. */
  readonly text: string;
  /** undefined: the first. */
  readonly cluster: string | undefined;
  readonly name: RegExp;
}

/** `/orders-.+/`; of another cluster than the first `cluster:/orders-.+/`. */
const PATTERN = /^(?:([^/:]+):)?\/(.+)\/$/;

/**
 * Of texts as they are written: `orders`, or `/orders-.+/`, perhaps with a cluster's name and a colon before it. A pattern
 * matches names of its own cluster only.
 */
export function selectTopics(written: readonly string[]): TopicSelector {
  return {
    names: written.filter((text) => patternOf(text) === undefined),
    patterns: written.flatMap((text) => {
      const [, cluster, pattern] = PATTERN.exec(text) ?? [];
      return pattern === undefined ? [] : [{ text, cluster, name: new RegExp(`^(?:${pattern})$`, 'u') }];
    }),
  };
}

/** What stands between the slashes of a pattern; undefined for a name. */
export function patternOf(text: string): string | undefined {
  return PATTERN.exec(text)?.[2];
}

/** Is this one of its topics? */
export function selects({ names, patterns }: TopicSelector, topic: string): boolean {
  const colon = topic.indexOf(':');
  const owner = colon < 0 ? undefined : topic.slice(0, colon);
  const isMatch = ({ cluster, name }: TopicPattern): boolean =>
    cluster === owner && name.test(plainTopic(topic));
  return names.includes(topic) || patterns.some(isMatch);
}

/** As messages name them. */
export function describeTopics({ names, patterns }: TopicSelector): string {
  return [...names, ...patterns.map(({ text }) => text)].map((one) => `"${one}"`).join(', ');
}
