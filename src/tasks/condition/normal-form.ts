import type { OperatorCheck } from '../../checks/apply-operator.ts';
import type { HoldsPrograms, Program } from '../../expr/program.ts';
import type { JsonObject } from '../../model/json.ts';
import type { NamedFile } from '../../model/named-file.ts';

/**
 * One condition of language.md §7 in its normal form; the ways to write one differ in nothing else. It lists its
 * programs itself, by where they are written.
 */
export type Condition = HoldsPrograms & {
  readonly name: string;
  readonly files: readonly NamedFile[];
} & ConditionTest;

export type ConditionTest =
  | { readonly test: 'predicate'; readonly program: Program }
  | { readonly test: 'operators'; readonly program: Program; readonly operators: readonly WrittenCheck[] }
  | { readonly test: 'any' | 'all'; readonly conditions: readonly Condition[] }
  | { readonly test: 'not'; readonly condition: Condition }
  | SchemaTest;

/** `{ schema: … }` */
export interface SchemaTest {
  readonly test: 'schema';
  /** What is checked; absent: the value of the record, or whatever else the task brings forth. */
  readonly program: Program | undefined;
  /** A file, or the schema itself. */
  readonly schema: string | JsonObject;
}

/** A check whose right side may still hold templates, or is a condition on the elements of a list. */
export interface WrittenCheck extends Omit<OperatorCheck, 'expected'> {
  readonly expected?: unknown;
  readonly condition?: Condition | undefined;
}
