import { z } from 'zod';

/**
 * What came out (language.md §9). `failed` is the system's fault, `error` is that the tool or its surroundings could not
 * do the work, `flaky` is a scenario that passed in a retry.
 */
export const taskStatus = z.enum(['passed', 'failed', 'error', 'skipped', 'cancelled']);
export const scenarioStatus = z.enum(['passed', 'failed', 'error', 'flaky', 'skipped', 'cancelled']);
/** The whole run's. */
export const runStatus = z.enum(['passed', 'failed', 'error', 'cancelled']);

export type TaskStatus = z.infer<typeof taskStatus>;
export type ScenarioStatus = z.infer<typeof scenarioStatus>;
export type RunStatus = z.infer<typeof runStatus>;
