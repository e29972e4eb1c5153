import { z } from 'zod';

const ISO = z.iso.datetime({ offset: true });

/** A moment in files: epoch milliseconds, or ISO 8601 with a zone. Parsed to epoch milliseconds. */
export const instant = z
  .union([z.string(), z.int().min(0)])
  .transform((value, context) => {
    if (typeof value === 'number') return value;
    const iso = ISO.safeParse(value);
    if (iso.success) return Date.parse(iso.data);
    context.addIssue({
      code: 'custom',
      message: `"${value}" is not a moment`,
      params: { hint: 'write ISO 8601 with a zone, such as 2026-01-02T03:04:05Z, or epoch milliseconds' },
    });
    return z.NEVER;
  })
  .meta({ title: 'Moment', examples: ['2026-01-02T03:04:05Z', 1652012999698] });
