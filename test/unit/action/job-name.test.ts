import { expect, test } from 'vitest';
import { jobName } from '../../../src/action/job-name.ts';

test.each([
  ['flows', 'null', [], 'flows'],
  ['flows', '{"os":"ubuntu-latest","node":24}', [], 'flows (ubuntu-latest, 24)'],
  ['flows', '{"include":{"a":1}}', [], 'flows ({"a":1})'],
  ['flows', 'null', ['staging', undefined, '1/4'], 'flows (staging, 1/4)'],
  [undefined, 'set by hand', [], 'flowproof (set by hand)'],
])('the job %j with the matrix %s and %j is called %j', (job, matrix, others, name) => {
  expect(jobName(job, matrix, others)).toBe(name);
});
