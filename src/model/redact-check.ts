import { REDACTED } from '../base/redaction.ts';
import type { CheckOutcome } from './check-outcome.ts';
import { compact } from './compact.ts';
import { HiddenValues } from './hidden-values.ts';
import type { Json } from './json.ts';

/** What stands for the message of a check whose values are left out. */
const PLAIN_MESSAGE = 'it does not hold';
/** In a name that is the source text of a condition: what follows its path, a text, a number that something is compared with. */
const LITERAL = /(?<=^\.[^"]*?: ).*$|"(?:[^"\\]|\\.)*"|(?<=[=<>]\s*)-?\d[\d.eE+-]*/gs;

/** The outcome without expected and actual values, also where its name or message quotes them. */
export function withoutSides(check: CheckOutcome): CheckOutcome {
  const { expected, actual, difference, message, ...rest } = check;
  const sides = new HiddenValues();
  for (const side of [expected, actual]) sides.add(side);
  return {
    ...rest,
    name: sides.hideInText(check.name).replace(LITERAL, REDACTED),
    ...compact({ message: message && PLAIN_MESSAGE }),
  };
}

/** The outcome with `***` for every value that is hidden. */
export function hideInCheck(check: CheckOutcome, hidden: HiddenValues): CheckOutcome {
  const hideSide = (side: Json | undefined): Json | undefined =>
    side === undefined ? undefined : hidden.hideInJson(side);
  return {
    ...check,
    name: hidden.hideInText(check.name),
    ...compact({
      expected: hideSide(check.expected),
      actual: hideSide(check.actual),
      message: check.message && hidden.hideInText(check.message),
      difference: check.difference?.map(({ path, expected, actual }) => ({
        path: hidden.hideInText(path),
        ...compact({ expected: hideSide(expected), actual: hideSide(actual) }),
      })),
    }),
  };
}
