import type { RunResult } from './model/run-result.js';
import type { Reporter } from './reporters/reporter.js';
export { ScenarioError, ScenarioProblems, UsageError } from './base/errors.js';
export type { RunEvent } from './model/run-event.js';
export type { RunResult } from './model/run-result.js';
export type { Reporter } from './reporters/reporter.js';
/** What to run, and how; all but the first three are optional. */
export interface RunOptions {
    /** Absolute. Files and folders are relative to it. */
    readonly cwd: string;
    /** The environment that services inherit and `fromEnv` reads. */
    readonly env: Readonly<Record<string, string | undefined>>;
    /** Aborting cancels the run: services are stopped, what is known is reported. */
    readonly signal: AbortSignal;
    /** Path of flowproof.yaml; default: found from `cwd` upwards. */
    readonly config?: string | undefined;
    /** Files, folders or globs of scenarios; default those of flowproof.yaml. */
    readonly files?: readonly string[] | undefined;
    /** One of the project's `environments`. */
    readonly environment?: string | undefined;
    readonly kafka?: 'embedded' | 'docker' | 'external' | undefined;
    /** `host:port` of the brokers of an external cluster. */
    readonly bootstrap?: readonly string[] | undefined;
    /** `k=v`, the value a YAML scalar; win over all other variables. */
    readonly variables?: readonly string[] | undefined;
    /** Scenarios with any of these; with `!` before it, those without. */
    readonly tags?: readonly string[] | undefined;
    /** A regular expression that `suite › name` matches. */
    readonly grep?: string | undefined;
    /** `2/3`: the second of three parts. */
    readonly shard?: string | undefined;
    /** The result of an earlier run: parts are then equal in time, not in number. */
    readonly earlier?: RunResult | undefined;
    /** How often each scenario is run; default once. */
    readonly iterations?: number | undefined;
    /** How often a scenario is run again that did not pass; default that of flowproof.yaml, or 0. */
    readonly retries?: number | undefined;
    /** How many scenarios at a time; default that of flowproof.yaml, or as many as there are processors. */
    readonly concurrency?: number | 'auto' | undefined;
    /** Start no more scenarios once one has failed. */
    readonly failFast?: boolean | undefined;
    readonly seed?: number | undefined;
    /** Leave containers up at the end. */
    readonly keep?: boolean | undefined;
    /** Called once every file is found to be right, before anything starts. No text may show a secret. */
    readonly reporters?: ((about: {
        readonly secrets: readonly string[];
    }) => readonly Reporter[]) | undefined;
}
/**
 * Runs scenarios: loads and checks the files, starts Kafka and the services, runs, stops everything. Resolves with the
 * run's result whatever the verdict; its `exitCode` is that of the command line.
 * @throws UsageError, ScenarioProblems when an option or a file is invalid; then nothing has been started
 */
export declare function run(options: RunOptions): Promise<RunResult>;
