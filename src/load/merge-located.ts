import type { Located, LocatedEntry, Path } from './located.ts';

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

/** A value without the parts at these paths, none of which is the value itself. */
export function withoutParts(node: Located, paths: readonly Path[]): Located {
  const below = Map.groupBy(paths, ([step]) => step);
  const keep = (step: string | number, inner: Located): readonly Located[] => {
    const rests = (below.get(step) ?? []).map((path) => path.slice(1));
    if (rests.length === 0) return [inner];
    return rests.some((rest) => rest.length === 0) ? [] : [withoutParts(inner, rests)];
  };
  if (node.items)
    return { ...listOf(node.items.flatMap((item, index) => keep(index, item))), range: node.range };
  const entries = [...(node.entries ?? [])].flatMap(([name, entry]) =>
    keep(name, entry.node).map((inner): [string, LocatedEntry] => [name, { ...entry, node: inner }]),
  );
  return { ...mapOf(new Map(entries)), range: node.range };
}

/** What a list of these items is, but for its place. */
function listOf(items: readonly Located[]): Pick<Located, 'value' | 'weight' | 'depth' | 'items'> {
  return { value: items.map(({ value }) => value), ...measure(items), items };
}

/** What a map of these entries is, but for its place. */
export function mapOf(
  entries: ReadonlyMap<string, LocatedEntry>,
): Pick<Located, 'value' | 'weight' | 'depth' | 'entries'> {
  const nodes = [...entries.values()].map((entry) => entry.node);
  return {
    value: Object.fromEntries([...entries].map(([name, entry]) => [name, entry.node.value])),
    ...measure(nodes),
    entries,
  };
}

/** The weight and depth of a map or list with these values in it. */
export function measure(children: readonly Located[]): { readonly weight: number; readonly depth: number } {
  let weight = 1;
  let depth = 0;
  for (const child of children) {
    weight += child.weight;
    depth = Math.max(depth, child.depth);
  }
  return { weight, depth: depth + 1 };
}
