/**
 * Bytes that are not of a format, or a value that a format cannot hold. It never leaves this room: readers make an
 * unreadable record of it, writers a `RunError` FORMAT_ENCODE.
 */
export class Unfit extends Error {
  override readonly name = 'Unfit';
  /** What to write instead. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
