import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
} from 'yaml';
import { type ErrorCode, ScenarioError } from '../base/errors.ts';
import type { Json } from '../model/json.ts';
import type { Located, LocatedEntry } from './located.ts';
import { measure } from './merge-located.ts';
import { type Range, type SourceText, spanOfRange } from './source-text.ts';

/** How much aliases may add to a document, in characters and values, if each were written out. */
const MAX_ALIAS_WEIGHT = 500_000;
/** Deeper values exhaust the stack of whoever walks them; only aliases of aliases come here. */
const MAX_DEPTH = 200;

/** A document as values with places. */
export interface LocatedDocument {
  readonly root: Located;
  /** Mistakes that syntax does not show, in order of place: aliases, merge keys, equal keys. */
  readonly problems: readonly ScenarioError[];
}

/** Reads a syntax tree that has no syntax errors. Keys are text as written: `1.0:` is the key "1.0". */
export function locate(source: SourceText, document: Document): LocatedDocument {
  const reader: Reader = { source, problems: [], anchors: new Map(), aliasWeight: 0 };
  const root = readNode(reader, document.contents, [0, 0]);
  return { root, problems: reader.problems };
}

interface Reader {
  readonly source: SourceText;
  readonly problems: ScenarioError[];
  /** The last of each name so far; undefined while its own value is being read. */
  readonly anchors: Map<string, Located | undefined>;
  aliasWeight: number;
}

/** `nothing` is the range of an absent node. */
function readNode(reader: Reader, node: unknown, nothing: Range): Located {
  if (isAlias(node)) return readAlias(reader, node.source, rangeOf(node));
  const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined;
  if (anchor === undefined) return readContent(reader, node, nothing);
  reader.anchors.set(anchor, undefined);
  const located = readContent(reader, node, nothing);
  reader.anchors.set(anchor, located);
  return located;
}

function readContent(reader: Reader, node: unknown, nothing: Range): Located {
  if (isMap(node)) return readMap(reader, node);
  if (isSeq(node)) {
    const range = rangeOf(node);
    const items = node.items.map((item) => readNode(reader, item, range));
    return { value: items.map((item) => item.value), range, ...measure(items), items };
  }
  if (isScalar(node)) return scalar(node.value as Json, rangeOf(node)); // the tags of yaml-scalars.ts make no other
  return scalar(null, nothing);
}

function scalar(value: Json, range: Range): Located {
  return { value, range, weight: 1 + (typeof value === 'string' ? value.length : 0), depth: 0 };
}

function readAlias(reader: Reader, name: string, range: Range): Located {
  const target = reader.anchors.get(name);
  if (target === undefined) {
    const isInside = reader.anchors.has(name);
    const what = isInside
      ? `the alias "*${name}" is inside of its own anchor`
      : `no anchor "&${name}" before here`;
    const hint = isInside
      ? 'values cannot contain themselves'
      : `write &${name} before the value it stands for`;
    report(reader, 'YAML_SYNTAX', what, { range, hint });
    return unresolved(range);
  }
  if (reader.aliasWeight > MAX_ALIAS_WEIGHT) return unresolved(range);
  reader.aliasWeight += target.weight;
  if (reader.aliasWeight <= MAX_ALIAS_WEIGHT && target.depth < MAX_DEPTH) return target;
  const hint = 'write the values out, or use fewer aliases of aliases';
  report(reader, 'YAML_TOO_MANY_ALIASES', 'the aliases up to here stand for too much data', { range, hint });
  reader.aliasWeight = Number.POSITIVE_INFINITY;
  return unresolved(range);
}

/** Stands for a value that could not be had, and fits wherever one is wanted: what it is part of is not used. */
function unresolved(range: Range): Located {
  return { ...scalar(null, range), entries: new Map() };
}

function readMap(reader: Reader, map: YAMLMap): Located {
  const written = new Map<string, LocatedEntry>();
  const entries = new Map<string, LocatedEntry>();
  for (const pair of map.items) {
    if (!isPair(pair)) continue;
    const key = readKey(reader, pair.key, rangeOf(map));
    const node = readNode(reader, pair.value, [key.range[1], key.range[1]]);
    if (key.name === undefined) continue;
    const earlier = written.get(key.name);
    if (earlier) reportDuplicate(reader, key.name, { range: key.range, earlier: earlier.keyRange });
    else written.set(key.name, { keyRange: key.range, node });
    if (key.isMerge) merge(reader, entries, node);
    else if (!earlier) entries.set(key.name, { keyRange: key.range, node });
  }
  const value = Object.fromEntries(Array.from(entries, ([name, entry]) => [name, entry.node.value]));
  const nodes = Array.from(entries.values(), (entry) => entry.node);
  return { value, range: rangeOf(map), ...measure(nodes), entries };
}

interface Key {
  /** Undefined when it is no text. */
  readonly name: string | undefined;
  readonly range: Range;
  readonly isMerge: boolean;
}

/** `nothing` is the range of an absent key. */
function readKey(reader: Reader, node: unknown, nothing: Range): Key {
  const { value, range } = readNode(reader, node, nothing);
  const isWritten = isScalar(node) && (value !== null || node.source !== '');
  const alias = isAlias(node) && typeof value === 'string' ? value : undefined;
  const name = isWritten ? (node.source ?? '') : alias;
  const isMerge = isWritten && name === '<<' && node.type === 'PLAIN';
  if (name !== undefined && name !== '__proto__')
    return { name, range: isAlias(node) ? rangeOf(node) : range, isMerge };
  const [message, hint] = keyFault(node, name);
  report(reader, 'YAML_UNSUPPORTED', message, { range, hint });
  return { name: undefined, range, isMerge: false };
}

function keyFault(node: unknown, name: string | undefined): [message: string, hint: string] {
  if (name !== undefined) return [`the key "${name}" is not allowed`, 'use another name'];
  if (isCollection(node) || isAlias(node)) return ['a key must be a text', 'lists and maps cannot be keys'];
  return ['a key is empty', 'write a name before the colon'];
}

/** Adds what a merge key brings: never over a key that is there, and the first of several maps wins. */
function merge(reader: Reader, entries: Map<string, LocatedEntry>, node: Located): void {
  for (const map of node.items ?? [node]) {
    if (map.entries === undefined) {
      const hint = 'write <<: *name or <<: [*name, *other]';
      report(reader, 'YAML_SYNTAX', 'a merge key takes a map, or a list of maps', { range: map.range, hint });
    }
    for (const [name, entry] of map.entries ?? []) {
      if (!entries.has(name)) entries.set(name, entry);
    }
  }
}

function reportDuplicate(
  reader: Reader,
  name: string,
  { range, earlier }: { range: Range; earlier: Range },
): void {
  const { line } = spanOfRange(reader.source, earlier);
  const hint = name === '<<' ? 'write one: <<: [*name, *other]' : `the first is on line ${line}`;
  report(reader, 'YAML_DUPLICATE_KEY', `the key "${name}" is there twice`, { range, hint });
}

function report(
  reader: Reader,
  code: ErrorCode,
  message: string,
  { range, hint }: { range: Range; hint: string },
): void {
  reader.problems.push(new ScenarioError(code, message, { span: spanOfRange(reader.source, range), hint }));
}

/** The composer gives every node a range; its third number is where the node's comments end. */
function rangeOf(node: Node): Range {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}
