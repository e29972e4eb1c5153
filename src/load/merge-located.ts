import type { Located, LocatedEntry } from './located.ts';

/**
 * The deep merge of two values: maps key by key, anything else is replaced as a whole; null takes away what was there.
 * Every part keeps the place where it is written.
 */
export function mergeLocated(base: Located, over: Located): Located {
  if (!base.entries || !over.entries) return over;
  const entries = new Map(base.entries);
  for (const [name, entry] of over.entries) {
    const before = entries.get(name);
    if (before && entry.node.value === null) entries.delete(name);
    else entries.set(name, before ? { ...entry, node: mergeLocated(before.node, entry.node) } : entry);
  }
  return { ...mapOf(entries), range: over.range };
}

/** A map without one of its keys; any other value as it is. */
export function withoutKey(node: Located, name: string): Located {
  if (!node.entries?.has(name)) return node;
  return { ...mapOf(new Map([...node.entries].filter(([key]) => key !== name))), range: node.range };
}

/** What a map of these entries is, but for its place. */
export function mapOf(
  entries: ReadonlyMap<string, LocatedEntry>,
): Pick<Located, 'value' | 'weight' | 'depth' | 'entries'> {
  const nodes = [...entries.values()].map((entry) => entry.node);
  return {
    value: Object.fromEntries([...entries].map(([name, entry]) => [name, entry.node.value])),
    weight: nodes.reduce((sum, node) => sum + node.weight, 1),
    depth: Math.max(0, ...nodes.map((node) => node.depth)) + 1,
    entries,
  };
}
