import { consume } from './consume.ts';
import { produce } from './produce.ts';

/** Every task kind, by its key in YAML. */
export const tasks = { produce, consume } as const;

export type TaskKindName = keyof typeof tasks;
