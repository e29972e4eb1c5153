import type { z } from 'zod';
import { RunError } from '../../base/errors.ts';

/**
 * A part of a service's configuration with its templates evaluated.
 * @throws RunError SERVICE_NOT_STARTED when what they give does not fit its place
 */
export async function evaluateConfig<Schema extends z.ZodType>(
  schema: Schema,
  config: z.output<Schema>,
  {
    service,
    evaluate,
  }: { readonly service: string; readonly evaluate: (value: unknown) => Promise<unknown> },
): Promise<z.output<Schema>> {
  const checked = schema.safeParse(await evaluate(config));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new RunError(
    'SERVICE_NOT_STARTED',
    `service "${service}" could not be started: an expression in its ${issue?.path.join('.')} gives something else: ${issue?.message}`,
    { hint: 'every expression there must give a text, a number or a boolean' },
  );
}
