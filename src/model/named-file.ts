import { findJsonFault } from './json-fault.ts';

/** A file that a scenario or flowproof.yaml names, with the way to where it does. */
export interface NamedFile {
  readonly file: string;
  readonly path: readonly (string | number)[];
  /** Looks into it and into the files that it names itself, before anything runs. */
  check?(read: ReadText): Promise<FileFault | undefined>;
}

/** The text of a file, by its path as it was named, or beside a file that was. */
export type ReadText = (file: string) => Promise<string>;

/** What is wrong with a file that is there. */
export interface FileFault {
  readonly file: string;
  readonly text: string;
  /** As in every error: one lower-case sentence. */
  readonly message: string;
  readonly hint?: string | undefined;
  readonly at: TextPlace;
}

/** An offset in UTF-16 code units, or the way to a part of a text that is JSON. */
export type TextPlace = number | readonly (string | number)[];

/** Of a file that must be JSON. */
export async function findFaultInJson(file: string, read: ReadText): Promise<FileFault | undefined> {
  const text = await read(file);
  const fault = findJsonFault(text);
  return fault && { file, text, message: `no JSON: ${fault.message}`, at: fault.offset };
}
