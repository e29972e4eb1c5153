/** A subject's name without its context, and the context, `.` being the default one. */
export interface QualifiedSubject {
  readonly context: string;
  readonly subject: string;
}

export const DEFAULT_CONTEXT = '.';

/** `:.staging:orders-value` is `orders-value` in the context `.staging`; a name without colons is in the one given. */
export function parseSubject(name: string, context: string = DEFAULT_CONTEXT): QualifiedSubject {
  const [, named, subject] = /^:(\.[^:]*):(.*)$/s.exec(name) ?? [];
  return named === undefined || subject === undefined
    ? { context, subject: name }
    : { context: named, subject };
}

/** The name that clients see. */
export function renderSubject({ context, subject }: QualifiedSubject): string {
  return context === DEFAULT_CONTEXT ? subject : `:${context}:${subject}`;
}
