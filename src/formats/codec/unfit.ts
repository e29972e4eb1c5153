import type { TextPlace } from '../../model/named-file.ts';

interface SchemaFault {
  readonly message: string;
  readonly at: TextPlace;
  /** The imported file that it is in; absent for the text itself. */
  readonly file?: string;
}

/**
 * Bytes that are not of a format, or a value that a format cannot hold. It never leaves this room: readers make an
 * unreadable record of it, writers a `RunError` FORMAT_ENCODE.
 */
export class Unfit extends Error {
  override readonly name = 'Unfit';
  /** What to write instead. */
  readonly hint: string | undefined;
  /** Of a schema's text: what is wrong, without its place, and where in the text. */
  readonly fault: SchemaFault | undefined;

  constructor(message: string, hint?: string, fault?: SchemaFault) {
    super(message);
    this.hint = hint;
    this.fault = fault;
  }
}
