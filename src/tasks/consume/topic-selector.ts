/** The topics of one consume task: names, and patterns that whole names match. */
export interface TopicSelector {
  readonly names: readonly string[];
  readonly patterns: readonly RegExp[];
}

/** Of texts as they are written: `orders`, or `/orders-.+/`. */
export function selectTopics(written: readonly string[]): TopicSelector {
  return {
    names: written.filter((text) => patternOf(text) === undefined),
    patterns: written.flatMap((text) => {
      const pattern = patternOf(text);
      return pattern === undefined ? [] : [new RegExp(`^(?:${pattern})$`, 'u')];
    }),
  };
}

/** What stands between the slashes of a pattern; undefined for a name. */
export function patternOf(text: string): string | undefined {
  return text.length > 2 && text.startsWith('/') && text.endsWith('/') ? text.slice(1, -1) : undefined;
}

/** Is this one of its topics? */
export function selects({ names, patterns }: TopicSelector, topic: string): boolean {
  return names.includes(topic) || patterns.some((pattern) => pattern.test(topic));
}

/** As messages name them. */
export function describeTopics({ names, patterns }: TopicSelector): string {
  const shown = [...names, ...patterns.map((pattern) => `/${pattern.source.slice(4, -2)}/`)];
  return shown.map((one) => `"${one}"`).join(', ');
}
