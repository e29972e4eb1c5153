import { describe, expect, test } from 'vitest';
import { runInputs } from '../../../src/github/inputs.ts';
import { readInputs } from '../../../src/github/read-inputs.ts';

test('inputs that are unset, empty or blank have their defaults', () => {
  const defaults = readInputs(runInputs, {});
  expect(defaults).toMatchObject({
    scenarios: [],
    config: undefined,
    kafka: undefined,
    summary: true,
    'report-directory': 'flowproof-report',
    'working-directory': '.',
  });
  expect(readInputs(runInputs, { INPUT_KAFKA: '', INPUT_SEED: ' ', INPUT_SCENARIOS: '\n' })).toEqual(
    defaults,
  );
});

test('inputs are read with their line breaks and the spaces around them', () => {
  const values = readInputs(runInputs, {
    INPUT_SCENARIOS: 'a.yaml\r\n\n  b/**/*.yaml ',
    INPUT_VARIABLES: 'PLAN=Free\nURL=http://x/?a=b',
    INPUT_SEED: ' 42 ',
    INPUT_SUMMARY: 'False',
    'INPUT_REPORT-DIRECTORY': 'out',
  });
  expect(values).toMatchObject({
    scenarios: ['a.yaml', 'b/**/*.yaml'],
    variables: ['PLAN=Free', 'URL=http://x/?a=b'],
    seed: 42,
    summary: false,
    'report-directory': 'out',
  });
});

describe('a wrong value is one error that names the input and what it may be:', () => {
  test.each([
    ['KAFKA', 'kafak', '"kafak" is no value of input "kafka"', /^one of: embedded, .*external$/],
    ['SUMMARY', 'yes', '"yes" is no value of input "summary"', /^one of: true, false$/],
    ['SEED', '1.5', '"1.5" is no value of input "seed"', /^a whole number from 0 to 4294967295$/],
    ['SEED', '-1', '"-1" is no value of input "seed"', /^a whole number/],
    ['SEED', '4294967296', '"4294967296" is no value of input "seed"', /^a whole number/],
    [
      'VARIABLES',
      'A=1\nPLAN',
      '"PLAN" is no value of input "variables"',
      /^write one name=value on each line$/,
    ],
    ['VARIABLES', '=1', '"=1" is no value of input "variables"', /^write one name=value/],
  ])('%s: %j', (name, value, message, hint) => {
    const read = () => readInputs(runInputs, { [`INPUT_${name}`]: value });
    expect(read).toThrow(
      expect.objectContaining({ code: 'USAGE_BAD_VALUE', message, hint: expect.stringMatching(hint) }),
    );
  });
});
