import type { Json } from '../model/json.ts';
import type { Range } from './source-text.ts';

/** A value of a YAML document, and where each part of it is written. Aliases lead to the node of their anchor. */
export interface Located {
  readonly value: Json;
  readonly range: Range;
  /** Characters and values in it, each alias counted as what it stands for. */
  readonly weight: number;
  /** Levels of maps and lists in it; 0 for a scalar. */
  readonly depth: number;
  /** Of a map: in the order of `value`'s keys. */
  readonly entries?: ReadonlyMap<string, LocatedEntry>;
  /** Of a list. */
  readonly items?: readonly Located[];
}

/** A key of a map with its value. After a merge key (`<<`): where they are written. */
export interface LocatedEntry {
  readonly keyRange: Range;
  readonly node: Located;
}

/** Keys and indexes from the root of a document to one of its values. */
export type Path = readonly (string | number)[];

/** The value at a path; of a path that leads nowhere, the last value on it that exists. */
export function nodeAt(root: Located, path: Path): Located {
  return follow(root, path).node;
}

/**
 * Where the value at a path is written. An empty value (`key:`) has the range of its key; a path that leads nowhere
 * has the range of the last key on it that exists.
 */
export function valueRange(root: Located, path: Path): Range {
  const { node, keyRange, rest } = follow(root, path);
  const isEmpty = node.range[0] === node.range[1];
  return keyRange && (isEmpty || rest.length > 0) ? keyRange : node.range;
}

/** Where the last key of a path is written; of list items and the root: the value. */
export function keyRange(root: Located, path: Path): Range {
  const found = follow(root, path);
  const isKey = found.rest.length > 0 || typeof path.at(-1) === 'string';
  return isKey && found.keyRange ? found.keyRange : valueRange(root, path);
}

/** A path without its tail that leads nowhere. */
export function existingPart(root: Located, path: Path): Path {
  return path.slice(0, path.length - follow(root, path).rest.length);
}

interface Found {
  readonly node: Located;
  /** Of the last key on the way. */
  readonly keyRange: Range | undefined;
  /** The part of the path that does not exist. */
  readonly rest: Path;
}

function follow(root: Located, path: Path): Found {
  let node = root;
  let range: Range | undefined;
  for (const [index, step] of path.entries()) {
    const entry = typeof step === 'string' ? node.entries?.get(step) : undefined;
    const next = entry?.node ?? (typeof step === 'number' ? node.items?.[step] : undefined);
    if (next === undefined) return { node, keyRange: range, rest: path.slice(index) };
    node = next;
    range = entry?.keyRange ?? range;
  }
  return { node, keyRange: range, rest: [] };
}
