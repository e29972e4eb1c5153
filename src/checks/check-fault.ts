import type { Json } from '../model/json.ts';
import type { OperatorCheck } from './apply-operator.ts';
import { isDateFormat, parseExpectedDate } from './date.ts';
import { type Operator, optionNames } from './define-operator.ts';
import { operatorNames, operators } from './index.ts';
import { type CheckType, isOfType, typeOf } from './value-type.ts';

/** What is wrong with a check that is written down, and which of its parts it is. */
export interface CheckFault {
  readonly key: 'operator' | 'not' | 'type' | 'expected' | (typeof optionNames)[number];
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Why a check can never be evaluated. `isKnown`: is the right side there, rather than an expression's result to come? */
export function findCheckFault(check: OperatorCheck, isKnown: boolean): CheckFault | undefined {
  return faultOfUse(check) ?? faultOfOptions(check) ?? (isKnown ? faultOfExpected(check) : undefined);
}

function faultOfUse({ operator: name, type, not }: OperatorCheck): CheckFault | undefined {
  const { types, negation }: Operator = operators[name];
  if (type !== undefined && !types.includes(type)) {
    const others = operatorNames.filter((one) =>
      (operators[one].types as readonly CheckType[]).includes(type),
    ); // a tuple's narrower type
    return {
      key: 'operator',
      message: `"${name}" is no operator for the type ${type}`,
      hint: `${type} has ${others.join(', ')}`,
    };
  }
  if (not && negation !== true)
    return { key: 'not', message: `"${name}" cannot be turned round`, hint: `write "${negation}" instead` };
  return undefined;
}

/** Options that the operator would not look at. */
function faultOfOptions(check: OperatorCheck): CheckFault | undefined {
  const { options }: Operator = operators[check.operator];
  const useless = optionNames.find((name) => check[name] !== undefined && !options.includes(name));
  if (useless !== undefined)
    return {
      key: useless,
      message: `"${useless}" means nothing to "${check.operator}"`,
      hint: options.length > 0 ? `it knows ${options.join(', ')}` : 'it knows no options',
    };
  if (check.format === undefined || isDateFormat(check.format)) return undefined;
  const hint = 'write iso, epochMillis, epochSeconds, or a pattern such as dd.MM.yyyy HH:mm:ss';
  return { key: 'format', message: `"${check.format}" is no format of dates`, hint };
}

function faultOfExpected(check: OperatorCheck): CheckFault | undefined {
  const { operator: name, expected } = check;
  const operator: Operator = operators[name];
  if (expected === undefined)
    return operator.isFlag
      ? undefined
      : { key: 'operator', message: `"${name}" without anything to compare with`, hint: 'add "expected: …"' };
  if (name === 'equals' && expected === null) return undefined;
  const wanted = wantedTypes(operator, check);
  if (!wanted.some((type) => isExpected(type, expected, check.format)))
    return {
      key: 'expected',
      message: `"${name}" needs ${wanted.map((type) => `a ${type}`).join(' or ')} to compare with, got ${typeOf(expected)}`,
    };
  const fault = operator.faultOf?.(expected, check);
  return fault === undefined ? undefined : { key: 'expected', message: fault };
}

function wantedTypes({ types, expects }: Operator, { type, format }: OperatorCheck): readonly CheckType[] {
  if (type !== undefined) return [expects(type)];
  if (format !== undefined && types.includes('date')) return [expects('date')];
  return [...new Set(types.map(expects))];
}

function isExpected(type: CheckType, expected: Json, format: string | undefined): boolean {
  return type === 'date' ? parseExpectedDate(expected, 0, format) !== undefined : isOfType(expected, type);
}
