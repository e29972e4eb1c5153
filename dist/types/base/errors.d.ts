import type { SourceSpan } from './source-span.js';
/** Every way a run can go wrong that is not a verdict. Tests assert these; the text is for people. */
export type ErrorCode = 'USAGE_UNKNOWN_COMMAND' | 'USAGE_UNKNOWN_OPTION' | 'USAGE_BAD_VALUE' | 'USAGE_NOTHING_SELECTED' | 'USAGE_FILE_NOT_FOUND' | 'USAGE_UNKNOWN_ENVIRONMENT' | 'USAGE_CANNOT_WRITE' | 'FILES_INVALID' | 'FILE_NOT_UTF8' | 'FILE_TOO_LARGE' | 'FILE_NOT_READABLE' | 'FILE_OUTSIDE' | 'YAML_SYNTAX' | 'YAML_DUPLICATE_KEY' | 'YAML_TOO_MANY_ALIASES' | 'YAML_UNSUPPORTED' | 'SCHEMA_UNKNOWN_KEY' | 'SCHEMA_MISSING_KEY' | 'SCHEMA_WRONG_TYPE' | 'SCHEMA_BAD_VALUE' | 'SCHEMA_KIND_COUNT' | 'GRAPH_UNKNOWN_TASK' | 'GRAPH_CYCLE' | 'GRAPH_UNREACHABLE' | 'SCENARIO_DUPLICATE_NAME' | 'VARIABLE_NOT_SET' | 'CONSUMERS_OVERLAP' | 'EXPRESSION_SYNTAX' | 'EXPRESSION_FORBIDDEN' | 'EXPRESSION_UNKNOWN_NAME' | 'EXPRESSION_FAILED' | 'EXPRESSION_TIMEOUT' | 'KAFKA_UNREACHABLE' | 'KAFKA_AUTHENTICATION' | 'KAFKA_TLS' | 'KAFKA_TIMEOUT' | 'KAFKA_UNKNOWN_TOPIC' | 'KAFKA_BAD_PARTITION' | 'KAFKA_RECORD_TOO_LARGE' | 'KAFKA_OFFSET_OUT_OF_RANGE' | 'KAFKA_DENIED' | 'KAFKA_PROTOCOL' | 'KAFKA_PORT_TAKEN' | 'FORMAT_ENCODE' | 'HTTP_FAILED' | 'CSV_INVALID' | 'EXEC_NOT_STARTED' | 'SERVICE_UNKNOWN' | 'SCHEMA_INVALID' | 'SCHEMA_NOT_FOUND' | 'SCHEMA_REGISTRY_UNREACHABLE' | 'SCHEMA_REGISTRY_DENIED' | 'SCHEMA_REGISTRY_REFUSED' | 'SCHEMA_REGISTRY_PORT_TAKEN' | 'SERVICE_NOT_STARTED' | 'SERVICE_EXITED' | 'SERVICE_NOT_READY' | 'DOCKER_MISSING' | 'DOCKER_NOT_RUNNING' | 'DOCKER_DENIED' | 'DOCKER_IMAGE_NOT_FOUND' | 'DOCKER_BUILD_FAILED' | 'DOCKER_PORT_TAKEN' | 'DOCKER_DISK_FULL' | 'DOCKER_FAILED';
/** What an error may carry beside its sentence. `hint` says what to do: the exact key, flag or permission. */
export interface ErrorDetails {
    readonly span?: SourceSpan;
    readonly hint?: string | undefined;
    /** More lines to show below the sentence: the last output of a service. */
    readonly detail?: readonly string[] | undefined;
    readonly cause?: unknown;
}
/** Keys from the root of flowproof.yaml to one of its values. */
export type SettingPath = readonly string[];
/**
 * Base of all errors that a user can cause or meet. `message` is one lower-case sentence without a full stop, real
 * values in double quotes. Anything thrown that is not one of these is a bug in flowproof (exit 70).
 */
export declare abstract class FlowproofError extends Error {
    /** The exit code of language.md §9 that the command line ends with. */
    abstract readonly exitCode: 2 | 3;
    readonly code: ErrorCode;
    readonly span: SourceSpan | undefined;
    readonly hint: string | undefined;
    readonly detail: readonly string[];
    constructor(code: ErrorCode, message: string, details?: ErrorDetails);
}
/** A mistake in arguments or action inputs. */
export declare class UsageError extends FlowproofError {
    readonly exitCode = 2;
}
/** A mistake in a scenario file or in flowproof.yaml; always has a span when it comes from a file's text. */
export declare class ScenarioError extends FlowproofError {
    readonly exitCode = 2;
}
/** All that is wrong with the files of a run, found before anything runs; made by the room `load`. */
export declare class ScenarioProblems extends FlowproofError {
    readonly exitCode = 2;
    /** In the order of files, then of places in them; at least one. */
    readonly problems: readonly ScenarioError[];
    /** The text of the files that could be read, by the name that spans use: what error frames are drawn from. */
    readonly sources: ReadonlyMap<string, string>;
    constructor(problems: readonly ScenarioError[], sources: ReadonlyMap<string, string>);
}
/** Kafka, a service or the machine could not do the work. */
export declare class RunError extends FlowproofError {
    readonly exitCode = 3;
    /** What to look at in flowproof.yaml; its tail may not be there. */
    readonly setting: SettingPath | undefined;
    constructor(code: ErrorCode, message: string, { setting, ...details }?: ErrorDetails & {
        readonly setting?: SettingPath;
    });
}
/** The sentence of anything thrown, for messages that quote a cause. */
export declare function describeError(cause: unknown): string;
