import { ALTERNATIVE, type Diagnosis } from './diagnosis.ts';

/** The causes whose sentences quote records or checks, each in one that quotes nothing. */
const PLAIN: Readonly<Record<string, string>> = {
  'wrong-data': 'what came is not what a check asks for',
  'wrong-order': 'what came is in another order than was expected',
  duplicate: 'something came twice that should have come once',
  filtered: 'records came, but none of them met all conditions',
  tombstone: 'what came is a tombstone',
  'other-topic': 'what was awaited came on another topic',
  unreadable: 'what came has another format than the one that the task reads',
};

/** The diagnosis without any value of a record; it keeps its id. */
export function withoutValues(diagnosis: Diagnosis): Diagnosis {
  const { id = '', cause, evidence, hints } = diagnosis;
  const plain = PLAIN[id];
  return {
    ...diagnosis,
    cause: plain ?? cause,
    evidence: plain === undefined ? evidence : [],
    hints: hints.filter((hint) => !hint.startsWith(ALTERNATIVE)),
  };
}
