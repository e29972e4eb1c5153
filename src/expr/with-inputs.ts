import { z } from 'zod';
import { input, type Template } from './template.ts';

/**
 * A schema that takes an expression wherever it has a scalar, for schemas of rooms that know nothing of expressions. The
 * result of each is checked against the schema of its place, but rules over several places are not applied to it again.
 * What is no plain map, list, union or scalar stays as it is.
 */
export function withInputs<Output>(schema: z.ZodType<Output>): z.ZodType<Output | Template> {
  const changed = change(schema);
  const about = schema.meta();
  return (about ? changed.meta(about) : changed) as z.ZodType<Output | Template>; // templates are all that is new
}

const SCALARS: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'enum', 'literal']);

function change(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return withInputs(schema.unwrap() as z.ZodType).optional();
  if (schema instanceof z.ZodArray)
    return z.core.clone(schema, { ...schema.def, element: withInputs(schema.element as z.ZodType) });
  if (schema instanceof z.ZodUnion)
    return z.core.clone(schema, {
      ...schema.def,
      options: schema.options.map((one) => withInputs(one as z.ZodType)),
    });
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape).map(([key, inner]) => [key, withInputs(inner as z.ZodType)]);
    return z.core.clone(schema, { ...schema.def, shape: Object.fromEntries(shape) });
  }
  return SCALARS.has(schema.type) ? input(schema) : schema;
}
