import type { z } from 'zod';
import { flattenIssues } from './flatten-issues.ts';
import { existingPart, type Located, type Path } from './located.ts';
import { withoutParts } from './merge-located.ts';

/** What is left of a value when all that its schema refuses is taken out. */
export interface SoundPart<Value> {
  readonly value: Value;
  /** The same with its places, which are those in the file. */
  readonly root: Located;
  /** Where something was taken out. */
  readonly removed: readonly Path[];
}

/**
 * Takes out of a value what is wrong with it, so that the rest can be looked at as well: the programs in it, the names
 * that it mentions. What breaks a rule of its schema that is not about shape ("both file and url") stays.
 * @returns undefined when nothing is left
 */
export function findSoundPart<Schema extends z.ZodType>(
  schema: Schema,
  written: Located,
): SoundPart<z.output<Schema>> | undefined {
  const removed: Path[] = [];
  for (let root = written; ; ) {
    const { value, wrong } = parse(schema, root);
    if (wrong.length === 0) return { value, root, removed };
    if (wrong.some((path) => path.length === 0)) return undefined;
    removed.push(...wrong);
    root = withoutParts(root, wrong);
  }
}

/** The value of a schema, as far as there is one, and the parts that it refuses: each of them is there. */
function parse<Schema extends z.ZodType>(
  schema: Schema,
  root: Located,
): { readonly value: z.output<Schema>; readonly wrong: readonly Path[] } {
  // What `safeParse` would do, but with the value also where a rule is broken.
  const payload = schema._zod.run({ value: root.value, issues: [] }, { async: false });
  if (payload instanceof Promise) throw new TypeError('no schema of a file is asynchronous');
  const refused = schema.safeParse(root.value).error?.issues.filter(({ code }) => code !== 'custom') ?? [];
  const wrong = flattenIssues(refused, root).flatMap(({ issue, path }) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [existingPart(root, path)],
  );
  return { value: payload.value as z.output<Schema>, wrong }; // nothing but broken rules is left in the end
}
