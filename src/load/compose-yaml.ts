import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import { ScenarioError } from '../base/errors.ts';
import { type SourceText, spanOfRange } from './source-text.ts';
import { yamlProblem } from './yaml-problem.ts';
import { coreScalars } from './yaml-scalars.ts';

/** Limits that keep the answer to any file of a megabyte below a second and 200 MB. Real files are far below them. */
const MAX_TOKENS = 200_000;
const MAX_DEPTH = 200;
const MAX_DOCUMENTS = 1000;
/** Of tokens outside any document: what follows so many of them is noise. */
const MAX_STRAYS = 20;

/** The YAML syntax trees of a text, one a document. */
export interface ComposedYaml {
  readonly documents: readonly Document[];
  /** In order of place, at most one per line. */
  readonly problems: readonly ScenarioError[];
}

/**
 * Text → syntax trees, with every syntax error. Aliases, merge keys and equal keys are left to the reader of the trees.
 * Whatever the text, this returns.
 */
export function composeYaml(source: SourceText): ComposedYaml {
  const { tokens, problem } = readTokens(source);
  if (problem) return { documents: [], problems: [problem] };
  const composer = new Composer({
    version: '1.2',
    schema: 'failsafe',
    customTags: coreScalars,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const documents = Array.from(composer.compose(tokens));
  const faults = [...documents, composer.streamInfo()].flatMap(({ errors, warnings }) => [
    ...errors,
    ...warnings,
  ]);
  const problems = [
    ...refuseOldVersions(source, tokens),
    ...faults.map((fault) => yamlProblem(source, fault)),
  ];
  return { documents, problems: firstOfEachLine(problems) };
}

/** Reads the tokens of the text up to the first limit that it exceeds. */
function readTokens(source: SourceText): { tokens: CST.Token[]; problem?: ScenarioError } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const counts = { lexemes: 0, documents: 0, strays: 0 };
  for (const lexeme of new Lexer().lex(source.text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'document') counts.documents++;
      if (token.type === 'error' || token.type === 'directive') counts.strays++;
    }
    counts.lexemes++;
    if (counts.strays > MAX_STRAYS) return { tokens };
    const excess = exceededLimit(counts, parser.stack.length);
    if (excess) return { tokens, problem: tooComplex(source, parser.offset, excess) };
  }
  tokens.push(...parser.end());
  return { tokens };
}

function exceededLimit(
  counts: { readonly lexemes: number; readonly documents: number },
  depth: number,
): string | undefined {
  if (depth > MAX_DEPTH) return `it is nested more than ${MAX_DEPTH} levels deep here`;
  if (counts.documents > MAX_DOCUMENTS) return `it has more than ${MAX_DOCUMENTS} documents`;
  if (counts.lexemes > MAX_TOKENS) return `it has more than ${MAX_TOKENS} tokens`;
  return undefined;
}

function tooComplex(source: SourceText, offset: number, excess: string): ScenarioError {
  return new ScenarioError('FILE_TOO_LARGE', `the file is too complex: ${excess}`, {
    span: spanOfRange(source, [offset, offset + 1]),
    hint: 'put large data into files of their own, and name them with "file"',
  });
}

function refuseOldVersions(source: SourceText, tokens: readonly CST.Token[]): ScenarioError[] {
  return tokens
    .filter((token) => token.type === 'directive')
    .filter(({ source: text }) => text.startsWith('%YAML') && !/^%YAML\s+1\.2\b/.test(text))
    .map(({ offset, source: text }) => {
      const span = spanOfRange(source, [offset, offset + text.length]);
      return new ScenarioError('YAML_UNSUPPORTED', `"${text}" is not supported`, {
        span,
        hint: 'remove the line: files are YAML 1.2',
      });
    });
}

function firstOfEachLine(problems: readonly ScenarioError[]): ScenarioError[] {
  const byLine = new Map<number, ScenarioError>();
  const sorted = problems.toSorted((a, b) => (a.span?.line ?? 0) - (b.span?.line ?? 0));
  for (const problem of sorted) {
    const line = problem.span?.line ?? 0;
    if (!byLine.has(line)) byLine.set(line, problem);
  }
  return [...byLine.values()];
}
