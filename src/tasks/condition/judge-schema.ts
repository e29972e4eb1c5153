import { showValue } from '../../checks/apply-operator.ts';
import { isJsonObject, type Json } from '../../model/json.ts';
import { compileJsonSchema, type SchemaViolation } from '../../model/validate-json.ts';
import type { Surroundings } from '../define-task.ts';
import type { Case, Judgement } from './judgement.ts';
import type { Condition, SchemaTest } from './normal-form.ts';
import { readSchema } from './read-schema.ts';

/** What a task brings forth, and the part of it that a schema is for. */
const SUBJECTS = {
  record: '.record.value',
  response: '.response.body',
  row: '.row',
  result: '.result',
} as const;

/** Is the value valid by the JSON Schema? What is missing is not. */
export async function judgeSchema(
  condition: Extract<Condition, { test: 'schema' }>,
  cases: readonly Case[],
  { jq, formats }: Surroundings,
): Promise<readonly Judgement[]> {
  const validate = await validatorOf(condition, formats);
  const inputs = cases.map(({ input }) => input);
  const outcomes = await jq.evaluate(condition.program ?? subjectOf(inputs[0] ?? null), inputs);
  return outcomes.map(({ outputs, error }) => {
    const sides = { operator: 'schema', expected: nameOf(condition), actual: outputs[0] };
    const expected = `expected to be valid by ${nameOf(condition)}`;
    if (error !== undefined)
      return { ...sides, passed: false, message: `${expected}, got an error: ${error}` };
    if (outputs.length === 0) return { ...sides, passed: false, message: `${expected}, got no result` };
    const [violation] = outputs.flatMap(validate);
    if (!violation) return { ...sides, passed: true };
    const got = showValue(outputs.length === 1 ? outputs[0] : outputs);
    return { ...sides, passed: false, message: `${expected}, got ${got}: ${describe(violation)}` };
  });
}

function subjectOf(input: Json): string {
  const found = Object.entries(SUBJECTS).find(([what]) => isJsonObject(input) && what in input);
  return found?.[1] ?? '.';
}

function nameOf({ schema }: SchemaTest): string {
  return typeof schema === 'string' ? `"${schema}"` : 'the schema';
}

function describe({ path, message }: SchemaViolation): string {
  return path === '' ? message : `${path}: ${message}`;
}

type Validate = (value: Json) => readonly SchemaViolation[];

/** One a condition, as its file is the same for as long as it is used. */
const validators = new WeakMap<SchemaTest, Promise<Validate>>();

function validatorOf(condition: SchemaTest, formats: Surroundings['formats']): Promise<Validate> {
  const known = validators.get(condition) ?? createValidator(condition, formats);
  validators.set(condition, known);
  return known;
}

async function createValidator({ schema }: SchemaTest, formats: Surroundings['formats']): Promise<Validate> {
  if (typeof schema !== 'string') return compileJsonSchema(schema);
  const read = await readSchema(schema, (path) => formats.readFile(path));
  return compileJsonSchema(read.schema, read.references);
}
