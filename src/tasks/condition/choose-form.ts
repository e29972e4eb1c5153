import { z } from 'zod';

/**
 * A union whose branch is plain from the look of a value: what is wrong is then told of that branch, and not of the one
 * with the fewest mistakes. A value that looks like none of them is tried with all.
 */
export function chooseForm<Output>(
  title: string,
  forms: readonly [z.ZodType<Output>, ...z.ZodType<Output>[]],
  choose: (value: unknown) => z.ZodType<Output> | undefined,
): z.ZodType<Output> {
  const union = z.union(forms).meta({ title });
  const tryAll = union._zod.run;
  const parse: typeof tryAll = (payload, context) =>
    (choose(payload.value)?._zod.run ?? tryAll)(payload, context);
  union._zod.parse = parse;
  union._zod.run = parse; // the same function until something is checked besides, which would make a copy of the union
  return union;
}
