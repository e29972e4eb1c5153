/**
 * What tells the jobs of a workflow run apart for people: the job's id, then the values of its matrix, or what else
 * makes it different.
 * @param matrix as JSON; `null` for a job without one
 */
export function jobName(
  job: string | undefined,
  matrix: string,
  others: readonly (string | undefined)[],
): string {
  const details = [...matrixValues(matrix), ...others].filter((detail) => detail !== undefined);
  return `${job ?? 'flowproof'}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

function matrixValues(matrix: string): string[] {
  try {
    const values: unknown = JSON.parse(matrix);
    if (typeof values !== 'object' || values === null) return [];
    return Object.values(values).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  } catch {
    return [matrix]; // set by hand
  }
}
