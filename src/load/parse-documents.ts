import type { ScenarioError } from '../base/errors.ts';
import { composeYaml } from './compose-yaml.ts';
import { locate } from './locate.ts';
import type { Located } from './located.ts';
import type { SourceText } from './source-text.ts';

/** What a YAML text says, and what is wrong with it as YAML. */
export interface ParsedYaml {
  /** The documents that are sound and not empty, in order. */
  readonly documents: readonly Located[];
  /** In order of place. */
  readonly problems: readonly ScenarioError[];
}

/** YAML text → values with places, for any number of documents. Whatever the text, this returns. */
export function parseDocuments(source: SourceText): ParsedYaml {
  const composed = composeYaml(source);
  const problems = [...composed.problems];
  const documents: Located[] = [];
  for (const document of composed.documents) {
    if (document.errors.length + document.warnings.length > 0) continue;
    const located = locate(source, document);
    problems.push(...located.problems);
    const [start, end] = located.root.range;
    if (located.problems.length === 0 && start < end) documents.push(located.root);
  }
  return { documents, problems: problems.toSorted(byPlace) };
}

/** Compares two problems of one file by their places. */
export function byPlace(a: ScenarioError, b: ScenarioError): number {
  const lines = (a.span?.line ?? 0) - (b.span?.line ?? 0);
  return lines === 0 ? (a.span?.column ?? 0) - (b.span?.column ?? 0) : lines;
}
