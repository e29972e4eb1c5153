import { after } from './after.ts';
import { afterOrEqual } from './after-or-equal.ts';
import { before } from './before.ts';
import { beforeOrEqual } from './before-or-equal.ts';
import { closeTo } from './close-to.ts';
import { contains } from './contains.ts';
import { endsWith } from './ends-with.ts';
import { equals } from './equals.ts';
import { exists } from './exists.ts';
import { forAll } from './for-all.ts';
import { greaterOrEqual } from './greater-or-equal.ts';
import { greaterThan } from './greater-than.ts';
import { hasKey } from './has-key.ts';
import { hasLength } from './has-length.ts';
import { hasValue } from './has-value.ts';
import { isFalse } from './is-false.ts';
import { isNull } from './is-null.ts';
import { isTrue } from './is-true.ts';
import { lessOrEqual } from './less-or-equal.ts';
import { lessThan } from './less-than.ts';
import { matches } from './matches.ts';
import { sameElements } from './same-elements.ts';
import { startsWith } from './starts-with.ts';
import { subset } from './subset.ts';

/** Every check operator, by its name in YAML (language.md §7). */
export const operators = {
  equals,
  isNull,
  exists,
  contains,
  matches,
  startsWith,
  endsWith,
  hasLength,
  greaterThan,
  greaterOrEqual,
  lessThan,
  lessOrEqual,
  closeTo,
  before,
  beforeOrEqual,
  after,
  afterOrEqual,
  forAll,
  sameElements,
  subset,
  hasKey,
  hasValue,
  isTrue,
  isFalse,
} as const;

export type OperatorName = keyof typeof operators;
export const operatorNames = Object.keys(operators) as readonly OperatorName[]; // the keys of the object above
