import { compare } from './compare.ts';
import { consume } from './consume.ts';
import { csv } from './csv.ts';
import { exec } from './exec.ts';
import { group } from './group.ts';
import { http } from './http.ts';
import { produce } from './produce.ts';
import { service } from './service.ts';
import { set } from './set.ts';
import { wait } from './wait.ts';

/** Every task kind, by its key in YAML. */
export const tasks = { produce, consume, http, csv, set, compare, wait, group, service, exec } as const;

export type TaskKindName = keyof typeof tasks;
