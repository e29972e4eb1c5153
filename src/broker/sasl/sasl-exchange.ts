/** What one message of an exchange leads to; at the end of it, the user is known. */
export type SaslStep =
  | { readonly answer: Buffer; readonly isDone: false }
  | { readonly answer: Buffer; readonly isDone: true; readonly user: string }
  | 'refused';

/** The server's side of one authentication. */
export interface SaslExchange {
  next(message: Buffer): SaslStep;
}
