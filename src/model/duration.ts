import { z } from 'zod';
import { parseDuration } from '../base/duration.ts';

/** A length of time in files: text with a unit, or a bare number of milliseconds. Parsed to milliseconds. */
export const duration = z
  .union([z.string(), z.number()])
  .transform((value, context) => {
    const ms = parseDuration(value);
    if (ms !== undefined) return ms;
    context.addIssue({
      code: 'custom',
      message: `"${value}" is not a duration`,
      params: { hint: 'write a number with a unit: 500ms, 2s, 1m, 1h, 1d; a bare number is milliseconds' },
    });
    return z.NEVER;
  })
  .meta({ title: 'Duration', examples: ['500ms', '2s', '1m'] });
