import type { RunEvent } from '../model/run-event.js';
import type { RunResult } from '../model/run-result.js';
/** Where a report's text goes. The door decides: standard output, a file, GitHub. */
export interface Output {
    /** Takes any piece of text, not only whole lines. */
    write(text: string): void;
}
/**
 * A report that is being written. It sees events and the result, and nothing else of a run; it never decides a verdict.
 * Live reports follow the events, final ones are made of the result.
 */
export interface Reporter {
    readonly name: string;
    /** Called for every event, in order, as it happens. Events are redacted already. */
    on(event: RunEvent): void;
    /** Called once, after the last event. */
    end?(result: RunResult): void;
}
/** One member of the family: how to start it, and the name of its file. */
export interface ReporterKind<Options> {
    readonly name: string;
    /** Its file in the output directory, and in `test/golden/<case>/`. */
    readonly file: string;
    start(output: Output, options: Options): Reporter;
}
/** Declares a reporter. All its options must be optional: with `{}` it gives its plainest form. */
export declare function defineReporter<Options extends object>(kind: {
    readonly name: string;
    readonly file: string;
    start(output: Output, options: Partial<Options>): Omit<Reporter, 'name'>;
}): ReporterKind<Partial<Options>>;
