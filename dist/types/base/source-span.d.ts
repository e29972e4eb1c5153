/**
 * A place in a text file. Lines and columns count from 1; columns count UTF-16 code units, as editors and GitHub
 * annotations do; the end is exclusive. `file` is as the user would type it: relative to the working directory.
 */
export interface SourceSpan {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}
/** `file:line:column`, the form that terminals and editors make clickable. */
export declare function renderLocation(span: SourceSpan): string;
